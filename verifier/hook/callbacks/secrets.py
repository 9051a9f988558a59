"""The secrets that callbacks are signed with: one for each API key, made from one master secret and never kept.

The database knows how often a key's secret was renewed, nothing more: who reads it, or a backup of it, can forge nothing.
The master secret is HEYAN_CALLBACK_MASTER, or a file in the data folder that only its owner can read.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import HeyanError
from verifier.hook.settings import HookSettings

FILE = "callback.master"
_FEWEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Master:
    """What the secrets of all keys are made from."""

    content: bytes

    def __repr__(self) -> str:
        return "Master(…)"

    def secret(self, key_id: str, number: int) -> str:
        """Secret `number` of a key, as Standard Webhooks write it: whsec_ and 256 bits in base64."""
        made = hmac.new(self.content, f"heyan callback secret\0{key_id}\0{number}".encode(), hashlib.sha256)
        return "whsec_" + base64.b64encode(made.digest()).decode()

    def valid(self, key_id: str, number: int, old_until: datetime | None, moment: datetime) -> list[str]:
        """The secrets that hold at `moment`, the newest first: two while receivers change over."""
        both = number > 0 and old_until is not None and moment < old_until
        return [self.secret(key_id, n) for n in ((number, number - 1) if both else (number,))]


def master_of(settings: HookSettings) -> Master:
    """The master secret; its file is made where there is none. HeyanError where it cannot be used."""
    path = settings.data / FILE
    text = settings.callback_master or _kept(path)
    try:
        content = base64.b64decode(text, validate=True)
    except ValueError:
        content = b""
    if len(content) < _FEWEST_BYTES:
        place = "HEYAN_CALLBACK_MASTER" if settings.callback_master else path
        raise HeyanError(
            f"{place} 应为至少 {_FEWEST_BYTES} 字节的 base64（可用 openssl rand -base64 32 生成），请改正后重新运行。"
        )
    return Master(content)


def _kept(path: Path) -> str:
    draft = path.with_name(f".{FILE}-{secrets.token_hex(8)}")
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(base64.b64encode(secrets.token_bytes(_FEWEST_BYTES)).decode() + "\n")
                file.flush()
                os.fsync(file.fileno())
            # Whoever links first wins, and nobody ever sees half a secret.
            with suppress(FileExistsError):
                os.link(draft, path)
        return path.read_text("ascii").strip()
    except (OSError, ValueError) as error:
        raise HeyanError(f"无法读取或写入回调主密钥 {path}，请检查数据目录的权限。") from error
    finally:
        draft.unlink(missing_ok=True)
