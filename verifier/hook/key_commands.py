"""What `heyan key` does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from rich.table import Table
from rich.text import Text

from models.errors import HeyanError
from verifier.hook import audit
from verifier.hook.callbacks.secrets import master_of
from verifier.hook.settings import settings_from_environment
from verifier.hook.shell import shell_actor, writing
from verifier.hook.storage.api_keys import add_key, callback_secret, list_keys, renew_callback_secret, revoke_key
from verifier.hook.storage.tables import now


def add(database: str | None, name: str, scopes: Sequence[str]) -> str:
    """The new key, which is nowhere else."""
    with writing(database) as cx:
        key_id, key = add_key(cx, name, scopes)
        audit.append(cx, shell_actor(), "key.add", key_id, {"scopes": sorted(set(scopes))})
    return key


def revoke(database: str | None, key_id: str) -> str:
    """What to tell. HeyanError where there is no such key that is still good."""
    with writing(database) as cx:
        if not revoke_key(cx, key_id):
            raise HeyanError(f"没有编号为“{key_id}”的有效密钥，请用 heyan key list 查看。")
        audit.append(cx, shell_actor(), "key.revoke", key_id)
    return f"已停用密钥 {key_id}。"


def secret(database: str | None, key_id: str, renew: bool, hours: float) -> list[str]:
    """The secrets that callbacks to the holder of a key are signed with, the newest first; `renew` makes another one.

    The one before it holds for `hours` more. HeyanError where there is no such key.
    """
    master = master_of(settings_from_environment(database=database))
    with writing(database) as cx:
        if renew and renew_callback_secret(cx, key_id, now() + timedelta(hours=hours)):
            audit.append(cx, shell_actor(), "key.secret", key_id)
        found = callback_secret(cx, key_id)
    if found is None:
        raise HeyanError(f"没有编号为“{key_id}”的密钥，请用 heyan key list 查看。")
    return master.valid(key_id, *found, now())


def listed(database: str | None) -> Table:
    """Every key, the oldest first."""
    table = Table("编号", "名称", "权限", "生成于", "状态")
    with writing(database) as cx:
        for key in list_keys(cx):
            state = "有效" if key.revoked_at is None else f"已停用 {key.revoked_at:%Y-%m-%d}"
            cells = (key.id, key.name, "、".join(sorted(key.scopes)), f"{key.created_at:%Y-%m-%d}", state)
            table.add_row(*(Text(cell) for cell in cells))
    return table
