"""Sessions at the review desk: the browser holds a random token, the database only its sha256."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from verifier.hook.storage.tables import now, sessions, users
from verifier.hook.storage.users import User

# A session is not written to the database at every request.
_SEEN_EVERY = timedelta(seconds=60)
_AHEAD = timedelta(minutes=5)
"""Clocks of several machines may differ by so much. A session from further in the future outlived its end by a clock set back."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session that holds; every form carries `csrf`."""

    token_hash: str
    user: User
    csrf: str
    last_seen: datetime


def start_session(cx: sa.Connection, user_id: str, life: timedelta) -> str:
    """The token of a new session that ends after `life` at the latest. Sessions that ended are cleared away."""
    token, moment = secrets.token_urlsafe(32), now()
    cx.execute(sessions.delete().where(sessions.c.expires_at < moment))
    cx.execute(
        sessions.insert().values(
            token_hash=token_hash(token),
            user_id=user_id,
            csrf=secrets.token_urlsafe(32),
            created_at=moment,
            expires_at=moment + life,
            last_seen=moment,
        )
    )
    return token


def find_session(cx: sa.Connection, token: str, idle: timedelta) -> Session | None:
    """The session of that token, unless it ended, was not used for `idle`, or its user is disabled."""
    moment = now()
    columns = [users.c[name] for name in User.__dataclass_fields__]
    row = cx.execute(
        sa.select(sessions.c.token_hash, sessions.c.csrf, sessions.c.last_seen, *columns)
        .join(users, users.c.id == sessions.c.user_id)
        .where(
            sessions.c.token_hash == token_hash(token),
            sessions.c.expires_at > moment,
            sessions.c.last_seen > moment - idle,
            sessions.c.last_seen < moment + _AHEAD,
            users.c.disabled_at.is_(None),
        )
    ).first()
    if row is None:
        return None
    values = dict(row._mapping)
    user = User(**{name: values[name] for name in User.__dataclass_fields__})
    return Session(row.token_hash, user, row.csrf, row.last_seen)


def needs_touch(session: Session) -> bool:
    """Whether it is time to write down that the session is in use."""
    return now() - session.last_seen > _SEEN_EVERY


def touch_session(cx: sa.Connection, session: Session) -> None:
    """Writes down that the session is in use."""
    cx.execute(sessions.update().where(sessions.c.token_hash == session.token_hash).values(last_seen=now()))


def end_session(cx: sa.Connection, session: Session) -> None:
    """Ends one session."""
    cx.execute(sessions.delete().where(sessions.c.token_hash == session.token_hash))


def end_sessions_of(cx: sa.Connection, user_id: str) -> None:
    """Ends every session of a user."""
    cx.execute(sessions.delete().where(sessions.c.user_id == user_id))


def token_hash(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
