"""Who may sign in to the review desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import now, users


@dataclass(frozen=True, slots=True)
class User:
    """A user, without the password's hash. `role` is reviewer or admin."""

    id: str
    login: str
    display_name: str
    role: str
    created_at: datetime
    disabled_at: datetime | None

    @property
    def is_admin(self) -> bool:
        return self.role == "admin"


_COLUMNS = [users.c[name] for name in User.__dataclass_fields__]


def insert_user(cx: sa.Connection, login: str, display_name: str, role: str, password_hash: str) -> User:
    """A new user; sa.exc.IntegrityError where the login is taken."""
    user = User(new_id("usr"), login, display_name, role, now(), None)
    cx.execute(
        users.insert().values(
            id=user.id,
            login=login,
            display_name=display_name,
            role=role,
            password_hash=password_hash,
            created_at=user.created_at,
        )
    )
    return user


def find_user(cx: sa.Connection, *, user_id: str | None = None, login: str | None = None) -> User | None:
    """The user of that id or login, disabled or not."""
    wanted = users.c.id == user_id if user_id is not None else users.c.login == login
    row = cx.execute(sa.select(*_COLUMNS).where(wanted)).first()
    return None if row is None else User(**row._mapping)


def password_hash_of(cx: sa.Connection, user_id: str) -> str | None:
    """The hash that the password of the user is kept as."""
    found: str | None = cx.scalar(sa.select(users.c.password_hash).where(users.c.id == user_id))
    return found


def list_users(cx: sa.Connection) -> list[User]:
    """Every user, the oldest first."""
    return [User(**row._mapping) for row in cx.execute(sa.select(*_COLUMNS).order_by(users.c.created_at, users.c.id))]


def names_of_users(cx: sa.Connection) -> dict[str, str]:
    """Display names by id."""
    return {row.id: row.display_name for row in cx.execute(sa.select(users.c.id, users.c.display_name))}


def active_admins(cx: sa.Connection) -> int:
    """How many admins can sign in."""
    wanted = sa.and_(users.c.role == "admin", users.c.disabled_at.is_(None))
    return cx.scalar(sa.select(sa.func.count()).where(wanted)) or 0


def change_user(cx: sa.Connection, user_id: str, **values: Any) -> None:
    """Sets columns of a user."""
    cx.execute(users.update().where(users.c.id == user_id).values(**values))
