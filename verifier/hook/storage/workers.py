"""What workers tell of themselves, each in a row of its own: when they were last seen, and what they have read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from verifier.hook.storage.tables import now, workers

ALIVE = timedelta(seconds=45)
DEPARTED = "departed"
"""The row that holds the sums of workers that ended long ago, so that the totals never fall."""


@dataclass(frozen=True, slots=True)
class Worked:
    """All workers together: those that are alive, their reading processes, and what was ever read in what time."""

    alive: int
    jobs: int
    pages: int
    seconds: float


def tell(cx: sa.Connection, worker: str, started: datetime, jobs: int, pages: int, seconds: float) -> None:
    """Writes down that the worker is alive, and all that it has read since it started."""
    values = {"seen_at": now(), "jobs": jobs, "pages": pages, "seconds": seconds}
    known = cx.execute(workers.update().where(workers.c.id == worker).values(**values))
    if known.rowcount == 0:
        cx.execute(workers.insert().values(id=worker, started_at=started, **values))


def worked(cx: sa.Connection) -> Worked:
    """What all workers tell, wherever they run."""
    alive = workers.c.seen_at > now() - ALIVE
    row = cx.execute(
        sa.select(
            sa.func.count().filter(alive),
            sa.func.coalesce(sa.func.sum(workers.c.jobs).filter(alive), 0),
            sa.func.coalesce(sa.func.sum(workers.c.pages), 0),
            sa.func.coalesce(sa.func.sum(workers.c.seconds), 0.0),
        )
    ).one()
    return Worked(int(row[0]), int(row[1]), int(row[2]), float(row[3]))


def sum_up_departed(cx: sa.Connection, silent: timedelta = timedelta(days=1)) -> None:
    """One row instead of those of workers that have not been seen for so long."""
    gone = sa.or_(workers.c.seen_at < now() - silent, workers.c.id == DEPARTED)
    rows = cx.execute(sa.select(workers).where(gone).with_for_update()).all()
    if len(rows) < 2:
        return
    cx.execute(workers.delete().where(workers.c.id.in_([row.id for row in rows])))
    cx.execute(
        workers.insert().values(
            id=DEPARTED,
            started_at=min(row.started_at for row in rows),
            seen_at=min(row.seen_at for row in rows),
            jobs=0,
            pages=sum(row.pages for row in rows),
            seconds=sum(row.seconds for row in rows),
        )
    )
