"""What reviewers wrote about an application: decisions, corrections, notes, returns. Nothing is deleted, only undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from verifier.hook.audit import digest_of
from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import corrections, decisions, notes, now, returns

ACTIONS: Mapping[str, sa.Table] = {
    "decision": decisions,
    "correction": corrections,
    "note": notes,
    "return": returns,
}
_WORDS = {"decision": "dec", "correction": "cor", "note": "note", "return": "ret"}
_NOT_CONTENT = frozenset({"undone_at"})


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a reviewer did; `content` are the columns of its own kind, None of them in common."""

    kind: str
    id: str
    user_id: str
    at: datetime
    undone_at: datetime | None
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def stands(self) -> bool:
        return self.undone_at is None


def add_action(cx: sa.Connection, kind: str, application_id: str, user_id: str, content: Mapping[str, Any]) -> str:
    """Writes down an action; the digest that binds it to the audit log."""
    row = {"id": new_id(_WORDS[kind]), "application_id": application_id, "user_id": user_id, "at": now(), **content}
    cx.execute(ACTIONS[kind].insert().values(**row))
    return digest_of_action(kind, row)


def undo_action(cx: sa.Connection, kind: str, application_id: str, action_id: str) -> str | None:
    """Marks an action as undone; its digest, None where there is no such action that stands."""
    table = ACTIONS[kind]
    row = (
        cx.execute(
            sa.select(table).where(
                table.c.id == action_id, table.c.application_id == application_id, table.c.undone_at.is_(None)
            )
        )
        .mappings()
        .first()
    )
    if row is None:
        return None
    cx.execute(table.update().where(table.c.id == action_id).values(undone_at=now()))
    return digest_of_action(kind, dict(row))


def actions_on(cx: sa.Connection, application_id: str) -> list[Action]:
    """Everything that was done to an application, undone or not, in the order of time."""
    found = []
    for kind, table in ACTIONS.items():
        for row in cx.execute(sa.select(table).where(table.c.application_id == application_id)).mappings():
            content = {k: v for k, v in row.items() if k not in Action.__dataclass_fields__ and k != "application_id"}
            found.append(Action(kind, row["id"], row["user_id"], row["at"], row["undone_at"], content))
    return sorted(found, key=lambda action: (action.at, action.id))


def digest_of_action(kind: str, row: Mapping[str, Any]) -> str:
    """What the audit log keeps of an action.

    The row's random id, which is in no other place, keeps anyone from guessing personal data back out of the digest once
    the row is purged.
    """
    content = {name: value for name, value in row.items() if name not in _NOT_CONTENT}
    return digest_of({"kind": kind, **content})
