"""Is this machine able to run heyan: models, engine, processor, memory, cache folder, rule packs."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.text import Text

from extractors.cache import default_folder
from extractors.ocr.engine import ENGINES
from verifier.rulepacks import builtin_packs, load_pack

MEMORY_A_WORKER = 700 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Examination:
    """One thing looked at: what, whether it is all right, and what was seen or what to do."""

    name: str
    ok: bool
    detail: str


def _engine(name: str) -> str:
    engine = ENGINES[name]()
    engine.read(np.full((200, 400, 3), 255, np.uint8))
    return f"{engine.name} {engine.version}，权重校验一致，可以识别"


def _python() -> str:
    return f"Python {platform.python_version()}，{platform.system()} {platform.machine()}"


def _processor() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return f"{cores} 核，默认启动 {cores} 个识别进程"


def _memory() -> str:
    cores = os.cpu_count() or 1
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    if total < cores * MEMORY_A_WORKER:
        raise RuntimeError(f"内存 {total / 2**30:.1f} GB，每个识别进程约需 0.7 GB：请用 --jobs 减少进程数")
    return f"{total / 2**30:.1f} GB"


def _cache() -> str:
    folder = default_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder):
        pass
    return f"{folder} 可写"


def _fences() -> str:
    """Fences cannot be taken down again, so another process is asked."""
    asking = "from verifier.reading.confinement import confine; print('、'.join(confine()))"
    found = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=False, timeout=30)
    return found.stdout.strip() or "本机内核不提供，请只读取可信来源的文件"


def _packs() -> str:
    return "、".join(load_pack(name).id for name in builtin_packs())


def _report_folder() -> str:
    if not os.access(Path.cwd(), os.W_OK):
        raise RuntimeError(f"当前目录 {Path.cwd()} 不可写：请用 --output 另选报告目录")
    return f"{Path.cwd()} 可写"


def examine(engine: str) -> list[Examination]:
    """Looks at everything; a failed look says why and never stops the others."""
    looks: list[tuple[str, Callable[[], str]]] = [
        ("运行环境", _python),
        ("处理器", _processor),
        ("内存", _memory),
        ("识别引擎", lambda: _engine(engine)),
        ("读取进程的防护", _fences),
        ("识别缓存", _cache),
        ("规则包", _packs),
        ("报告目录", _report_folder),
    ]
    results = []
    for name, look in looks:
        try:
            results.append(Examination(name, True, look()))
        except Exception as error:  # whatever is wrong here is what the user asked to be told
            results.append(Examination(name, False, f"{error}"))
    return results


def print_examination(console: Console, results: list[Examination]) -> None:
    """Prints one line a look."""
    for result in results:
        sign = Text("✓ ", style="green") if result.ok else Text("✗ ", style="bold red")
        console.print(sign + Text(f"{result.name}：{result.detail}"))
