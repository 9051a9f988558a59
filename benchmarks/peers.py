"""Engines that read the pages' images, each in as many processes as told, asked one page at a time."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from benchmarks.environments import OWN, ROOT, Unavailable, python_of, python_with_tesseract
from benchmarks.pages import Sample
from benchmarks.runs import Run
from benchmarks.text_lines import TextLine

MEMBER = Path(__file__).with_name("member.py")


class Entry(NamedTuple):
    """A contestant: its reader in member.py, threads a process (0: its own choice), one process or one a core, and its Python."""

    name: str
    reader: str
    threads: int
    a_core: bool
    python: Callable[[], Path]


USUAL = (
    Entry("rapidocr as shipped", "rapidocr", 0, False, lambda: OWN),
    Entry("rapidocr, a process a core", "rapidocr", 1, True, lambda: OWN),
)
OTHERS = (
    Entry("paddleocr, a process a core", "paddleocr", 1, True, lambda: python_of("paddleocr")),
    Entry("faster-paddle small, one process", "faster-paddle-small", 0, False, lambda: python_of("faster-paddle")),
    Entry("faster-paddle small, a process a core", "faster-paddle-small", 1, True, lambda: python_of("faster-paddle")),
    Entry("faster-paddle tiny, a process a core", "faster-paddle-tiny", 1, True, lambda: python_of("faster-paddle")),
    Entry("tesseract chi_sim, a process a core", "tesseract", 1, True, python_with_tesseract),
)
FLOOR = Entry("floor: the two networks alone", "floor", 1, True, lambda: OWN)


class Peer:
    """A contestant's processes, started and warm; `read` keeps the lines of each page that was last read, by its image."""

    def __init__(self, entry: Entry, cores: int, folder: Path, warm: Path) -> None:
        self.name = entry.name
        self.read: dict[Path, list[TextLine]] = {}
        command = [entry.python(), "-P", MEMBER, entry.reader, str(entry.threads), folder]
        start = time.monotonic()
        self._members = [
            subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            for _ in range(cores if entry.a_core else 1)
        ]
        try:
            for member in self._members:
                self._answer(member)
            for member in self._members:
                self._ask(member, str(warm))
            self._start_up = time.monotonic() - start
            self._used = [self._ask(member, None)[0] for member in self._members]
        except Unavailable:
            self.stop()
            raise

    def run(self, pages: list[Sample]) -> Run:
        """All pages once, whichever process is free taking the next."""
        waiting: SimpleQueue[Path] = SimpleQueue()
        for page in pages:
            waiting.put(page.image)
        failures: list[Unavailable] = []
        helpers = [threading.Thread(target=self._work, args=(member, waiting, failures)) for member in self._members]
        start = time.monotonic()
        for helper in helpers:
            helper.start()
        for helper in helpers:
            helper.join()
        wall = time.monotonic() - start
        if failures:
            raise failures[0]
        told = [self._ask(member, None) for member in self._members]
        cpu = sum(used - before for (used, _), before in zip(told, self._used, strict=True))
        self._used = [used for used, _ in told]
        return Run(wall, cpu, self._start_up, sum(peak for _, peak in told))

    def stop(self) -> None:
        for member in self._members:
            member.kill()
            member.communicate()

    def _work(self, member: subprocess.Popen[str], waiting: SimpleQueue[Path], failures: list[Unavailable]) -> None:
        try:
            while True:
                image = waiting.get_nowait()
                self.read[image] = [TextLine(*line) for line in self._ask(member, str(image))]
        except Empty:
            return
        except Unavailable as error:
            failures.append(error)

    def _ask(self, member: subprocess.Popen[str], what: str | None) -> Any:
        assert member.stdin is not None
        try:
            member.stdin.write(json.dumps(what) + "\n")
            member.stdin.flush()
        except BrokenPipeError as error:
            raise Unavailable(f"{self.name} died") from error
        return self._answer(member)

    def _answer(self, member: subprocess.Popen[str]) -> Any:
        assert member.stdout is not None
        line = member.stdout.readline()
        if not line:
            raise Unavailable(f"{self.name} died (exit status {member.wait()})")
        return json.loads(line)
