"""What the jobs write down of an application's run; all of it only while that run is the current one."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from verifier.hook.storage.tables import applications, files, now


def _of_run(application_id: str, run: int) -> sa.ColumnElement[bool]:
    return sa.and_(applications.c.id == application_id, applications.c.run == run)


def set_state(cx: sa.Connection, application_id: str, run: int, state: str) -> bool:
    """Whether the run is still the current one; its state is set then, unless it has ended."""
    changed = cx.execute(
        applications.update()
        .where(_of_run(application_id, run), applications.c.state.not_in(("done", "failed")))
        .values(state=state, updated_at=now())
    )
    return changed.rowcount == 1


def set_pages(cx: sa.Connection, application_id: str, run: int, pages: int) -> None:
    """How many pages the run has to read."""
    cx.execute(
        applications.update().where(_of_run(application_id, run)).values(pages=pages, pages_done=0, updated_at=now())
    )


def set_pages_done(cx: sa.Connection, application_id: str, run: int, done: int) -> None:
    """How many pages have been read."""
    cx.execute(applications.update().where(_of_run(application_id, run)).values(pages_done=done))


def set_reading(cx: sa.Connection, application_id: str, name: str, sha256: str, reading: str) -> None:
    """The blob `reading` is that of file `name`, as long as its content is still `sha256`."""
    cx.execute(
        files.update()
        .where(files.c.application_id == application_id, files.c.name == name, files.c.sha256 == sha256)
        .values(reading=reading)
    )


def finish(
    cx: sa.Connection, application_id: str, run: int, report: dict[str, Any], verdict: str | None = None
) -> bool:
    """Keeps the report and ends the run; False where another run has begun, or this one has ended before.

    `verdict` is the one that counts, where reviewers' corrections and decisions of earlier runs make it another.
    """
    changed = cx.execute(
        applications.update()
        .where(_of_run(application_id, run), applications.c.state.not_in(("done", "failed")))
        .values(
            state="done",
            report=report,
            report_run=run,
            verdict=verdict or report["applicants"][0]["verdict"],
            failure=None,
            version=applications.c.version + 1,
            pages_done=applications.c.pages,
            updated_at=now(),
        )
    )
    return changed.rowcount == 1


def fail(cx: sa.Connection, application_id: str, run: int, reason: str) -> bool:
    """Ends the run without a report; `reason` is a stable code. False as for `finish`."""
    changed = cx.execute(
        applications.update()
        .where(_of_run(application_id, run), applications.c.state.not_in(("done", "failed")))
        .values(state="failed", failure=reason, version=applications.c.version + 1, updated_at=now())
    )
    return changed.rowcount == 1
