"""The keys that callers come with: 256 random bits, of which only the sha256 is kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from models.errors import HeyanError
from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import SCOPES, api_keys, now

_PREFIX = "heyan_"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as far as it is known here: never the key itself."""

    id: str
    name: str
    scopes: frozenset[str]
    created_at: datetime
    revoked_at: datetime | None


def add_key(cx: sa.Connection, name: str, scopes: Sequence[str]) -> tuple[str, str]:
    """(id, key): the only moment at which the key can be seen. HeyanError for a scope that does not exist."""
    wrong = [scope for scope in scopes if scope not in SCOPES]
    if wrong or not scopes:
        raise HeyanError(f"权限应为 {'、'.join(SCOPES)} 中的一项或几项，现为“{'、'.join(wrong) or '空'}”。")
    key_id, key = new_id("key"), _PREFIX + secrets.token_urlsafe(32)
    cx.execute(
        api_keys.insert().values(
            id=key_id, name=name, hash=_hash(key), scopes=sorted(set(scopes)), created_at=now(), revoked_at=None
        )
    )
    return key_id, key


def find_key(cx: sa.Connection, key: str) -> ApiKey | None:
    """The key as it was handed out, unless it is unknown or revoked."""
    row = cx.execute(sa.select(api_keys).where(api_keys.c.hash == _hash(key))).first()
    return _read(row) if row is not None and row.revoked_at is None else None


def list_keys(cx: sa.Connection) -> list[ApiKey]:
    """Every key, the oldest first."""
    return [_read(row) for row in cx.execute(sa.select(api_keys).order_by(api_keys.c.created_at))]


def revoke_key(cx: sa.Connection, key_id: str) -> bool:
    """Whether there was such a key that was still good."""
    changed = cx.execute(
        api_keys.update().where(api_keys.c.id == key_id, api_keys.c.revoked_at.is_(None)).values(revoked_at=now())
    )
    return changed.rowcount == 1


def callback_secret(cx: sa.Connection, key_id: str) -> tuple[int, datetime | None] | None:
    """(number, until when the one before it holds too) of the secret that callbacks to this caller are signed with."""
    row = cx.execute(
        sa.select(api_keys.c.secret_number, api_keys.c.old_secret_until).where(api_keys.c.id == key_id)
    ).first()
    return None if row is None else (row.secret_number, row.old_secret_until)


def renew_callback_secret(cx: sa.Connection, key_id: str, old_until: datetime) -> bool:
    """Whether there is such a key; its next secret is in force now, the one before it until `old_until`."""
    changed = cx.execute(
        api_keys.update()
        .where(api_keys.c.id == key_id)
        .values(secret_number=api_keys.c.secret_number + 1, old_secret_until=old_until)
    )
    return changed.rowcount == 1


def _read(row: sa.Row[tuple[object, ...]]) -> ApiKey:
    return ApiKey(row.id, row.name, frozenset(row.scopes), row.created_at, row.revoked_at)


def _hash(key: str) -> str:
    # A slow hash would protect guessable passwords; 256 random bits need none, and every request pays for it.
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()
