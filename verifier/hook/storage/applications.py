"""Applications and their files: handed in, looked up, moved from state to state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import applications, files, now

UNFINISHED = ("received", "reading", "verifying")


@dataclass(frozen=True, slots=True)
class HandedInFile:
    """A file of an application; `reading` is the blob with its reading, None before it is read."""

    name: str
    sha256: str
    bytes: int
    role: str | None = None
    pages: int | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """An application without its report, which is large: see `machine_report`."""

    id: str
    key_id: str
    idempotency_key: str | None
    body_hash: str
    applicant_id: str
    name: str
    profile: Mapping[str, Any]
    rule_pack: str
    state: str
    version: int
    run: int
    pages: int
    pages_done: int
    report_run: int | None
    verdict: str | None
    failure: str | None
    callback_url: str | None
    created_at: datetime
    updated_at: datetime


_COLUMNS = [applications.c[name] for name in Application.__dataclass_fields__]


@dataclass(frozen=True, slots=True)
class Submission:
    """What a caller hands in. `body_hash` is over everything that the caller sent: it tells a repetition from another."""

    key_id: str
    idempotency_key: str | None
    body_hash: str
    profile: Mapping[str, Any]
    rule_pack: str
    files: Sequence[HandedInFile]
    callback_url: str | None = None


def add_application(cx: sa.Connection, handed_in: Submission) -> str:
    """The id of a new application. sa.exc.IntegrityError where the key and idempotency key were used before."""
    application_id, moment = new_id("app"), now()
    cx.execute(
        applications.insert().values(
            id=application_id,
            key_id=handed_in.key_id,
            idempotency_key=handed_in.idempotency_key,
            body_hash=handed_in.body_hash,
            applicant_id=handed_in.profile["applicant_id"],
            name=handed_in.profile["person"]["name"],
            profile=handed_in.profile,
            rule_pack=handed_in.rule_pack,
            state="received",
            callback_url=handed_in.callback_url,
            created_at=moment,
            updated_at=moment,
        )
    )
    for place, file in enumerate(handed_in.files):
        _insert_file(cx, application_id, file, place)
    return application_id


def put_file(cx: sa.Connection, application_id: str, file: HandedInFile, again: bool = False) -> int | None:
    """Adds `file`, or replaces the one of its name; the number of the new run.

    None where it was there already; with `again` that starts a new run nevertheless. Call inside `Database.writing`, on
    PostgreSQL with the application's row locked (`locked_application`).
    """
    old = cx.execute(
        sa.select(files).where(files.c.application_id == application_id, files.c.name == file.name)
    ).first()
    if old is not None and old.sha256 == file.sha256:
        return start_run(cx, application_id) if again else None
    if old is None:
        last = cx.scalar(sa.select(sa.func.max(files.c.place)).where(files.c.application_id == application_id))
        _insert_file(cx, application_id, file, 0 if last is None else last + 1)
    else:
        cx.execute(
            files.update()
            .where(files.c.application_id == application_id, files.c.name == file.name)
            .values(
                sha256=file.sha256, bytes=file.bytes, role=file.role, reading=None, pages=file.pages, received_at=now()
            )
        )
    return start_run(cx, application_id)


def start_run(cx: sa.Connection, application_id: str) -> int:
    """Sends the application back to the beginning; the number of its new run."""
    run: int | None = cx.scalar(
        applications.update()
        .where(applications.c.id == application_id)
        .values(
            run=applications.c.run + 1,
            version=applications.c.version + 1,
            state="received",
            failure=None,
            updated_at=now(),
        )
        .returning(applications.c.run)
    )
    assert run is not None
    return run


def _insert_file(cx: sa.Connection, application_id: str, file: HandedInFile, place: int) -> None:
    cx.execute(
        files.insert().values(
            application_id=application_id,
            name=file.name,
            sha256=file.sha256,
            bytes=file.bytes,
            role=file.role,
            place=place,
            pages=file.pages,
            received_at=now(),
        )
    )


def find_application(cx: sa.Connection, application_id: str) -> Application | None:
    """The application, or None."""
    row = cx.execute(sa.select(*_COLUMNS).where(applications.c.id == application_id)).first()
    return None if row is None else Application(**row._mapping)


def locked_application(cx: sa.Connection, application_id: str) -> Application | None:
    """As `find_application`, and nobody else changes it before the end of the transaction."""
    row = cx.execute(sa.select(*_COLUMNS).where(applications.c.id == application_id).with_for_update()).first()
    return None if row is None else Application(**row._mapping)


def application_of_key(cx: sa.Connection, key_id: str, idempotency_key: str) -> Application | None:
    """What this caller handed in before under this idempotency key."""
    row = cx.execute(
        sa.select(*_COLUMNS).where(applications.c.key_id == key_id, applications.c.idempotency_key == idempotency_key)
    ).first()
    return None if row is None else Application(**row._mapping)


def files_of(cx: sa.Connection, application_id: str) -> list[HandedInFile]:
    """The files of an application, in the order in which they came."""
    rows = cx.execute(
        sa.select(files).where(files.c.application_id == application_id).order_by(files.c.place, files.c.name)
    )
    return [HandedInFile(r.name, r.sha256, r.bytes, r.role, r.pages, r.reading) for r in rows]


def machine_report(cx: sa.Connection, application_id: str) -> dict[str, Any] | None:
    """The report as the machine made it, a heyan-report/1 with one applicant; None before it is there."""
    report: dict[str, Any] | None = cx.scalar(
        sa.select(applications.c.report).where(applications.c.id == application_id)
    )
    return report


def count_unfinished(cx: sa.Connection) -> int:
    """How many applications are not done yet."""
    return cx.scalar(sa.select(sa.func.count()).where(applications.c.state.in_(UNFINISHED))) or 0


def bump_version(cx: sa.Connection, application_id: str, expected: int) -> bool:
    """Whether `expected` was the application's version; it is one more now. For every change at the desk."""
    changed = cx.execute(
        applications.update()
        .where(applications.c.id == application_id, applications.c.version == expected)
        .values(version=expected + 1, updated_at=now())
    )
    return changed.rowcount == 1
