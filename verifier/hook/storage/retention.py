"""Which applications are due for removal, their removal, and which blobs somebody still refers to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from verifier.hook.storage.applications import UNFINISHED
from verifier.hook.storage.tables import applications, claims, files, now, returns, sessions


@dataclass(frozen=True, slots=True)
class Due:
    """Applications that nothing has happened to since before `since`, and that nobody has claimed, finished or not."""

    since: datetime

    def condition(self) -> sa.ColumnElement[bool]:
        """The same as a restriction on `applications`."""
        claimed = sa.exists().where(claims.c.application_id == applications.c.id, claims.c.expires_at > now())
        return sa.and_(applications.c.updated_at < self.since, sa.not_(claimed))


def count_due(cx: sa.Connection, due: Due) -> tuple[int, int]:
    """How many applications are due, and how many of those were never finished."""
    of_state = sa.select(applications.c.state, sa.func.count()).where(due.condition()).group_by(applications.c.state)
    counted = {row[0]: row[1] for row in cx.execute(of_state)}
    return sum(counted.values()), sum(counted.get(state, 0) for state in UNFINISHED)


def due_ids(cx: sa.Connection, due: Due, after: str, most: int) -> list[str]:
    """The next `most` applications that are due, in the order of their ids."""
    query = sa.select(applications.c.id).where(due.condition(), applications.c.id > after)
    return list(cx.scalars(query.order_by(applications.c.id).limit(most)))


def remove(cx: sa.Connection, due: Due, ids: Sequence[str]) -> list[str]:
    """Removes those of `ids` that are still due with all that belongs to them; their ids."""
    held = sa.select(applications.c.id).where(applications.c.id.in_(ids)).order_by(applications.c.id).with_for_update()
    held_ids = list(cx.scalars(held))
    # Asked once nobody can change it any more: who claimed one while it was waited for has it.
    still = sa.select(applications.c.id).where(applications.c.id.in_(held_ids), due.condition())
    gone = list(cx.scalars(still.order_by(applications.c.id)))
    cx.execute(applications.delete().where(applications.c.id.in_(gone)))
    return gone


def remove_ended_sessions(cx: sa.Connection) -> int:
    """Removes the sessions that ended; how many."""
    return cx.execute(sessions.delete().where(sessions.c.expires_at < now())).rowcount


def unfinished_ids(cx: sa.Connection) -> list[str]:
    """The applications whose pages are not put together yet."""
    return list(cx.scalars(sa.select(applications.c.id).where(applications.c.state.in_(UNFINISHED))))


def referred_to(cx: sa.Connection, names: Sequence[str], but_for: Due | None = None) -> set[str]:
    """Those of the blobs `names` that an application refers to; the applications `but_for` do not count."""
    found: set[str] = set()
    for column in (files.c.sha256, files.c.reading, returns.c.letter):
        query = sa.select(column).where(column.in_(names))
        if but_for is not None:
            owner = column.table.c.application_id
            query = query.join(applications, applications.c.id == owner).where(sa.not_(but_for.condition()))
        found |= set(cx.scalars(query))
    return found


def handed_in(cx: sa.Connection, beginnings: Sequence[str], but_for: Due | None = None) -> set[str]:
    """Those of `beginnings` (equally long) that the sha256 of a file begins with."""
    if not beginnings:
        return set()
    start = sa.func.substr(files.c.sha256, 1, len(beginnings[0]))
    query = sa.select(start).where(
        sa.or_(*(files.c.sha256.between(one, one + "g") for one in beginnings))  # in the index; "g" follows all digits
    )
    if but_for is not None:
        owner = files.c.application_id
        query = query.join(applications, applications.c.id == owner).where(sa.not_(but_for.condition()))
    return set(cx.scalars(query))
