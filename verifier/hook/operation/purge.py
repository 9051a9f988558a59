"""What `heyan purge` does: removes applications that nothing has happened to for long, and all that is left of them.

Portion by portion: what DBOS keeps, then in one transaction the applications with all their rows and one row in the audit
log that names their random ids. Then the data folder is swept of what nobody refers to. Killed anywhere, the next run does
the rest.
"""

from __future__ import annotations

import fcntl
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa

from models.errors import HeyanError
from verifier.hook import audit
from verifier.hook.jobs.queue import JobQueue, prepare_jobs
from verifier.hook.operation.sweep import Sweep, Swept
from verifier.hook.settings import MEGABYTE, HookSettings, settings_from_environment
from verifier.hook.shell import shell_actor
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.retention import (
    Due,
    count_due,
    due_ids,
    remove,
    remove_ended_sessions,
    unfinished_ids,
)
from verifier.hook.storage.tables import now
from verifier.hook.storage.workers import sum_up_departed

LOCK = "purge.lock"
PORTION = 100
# What is younger may be about to be referred to: an upload that is still coming in, a page that was just read.
_YOUNGEST, _OLDEST = timedelta(hours=1), timedelta(days=1)
_AGE = re.compile(r"(\d{1,5})\s*([hdw])", re.I)
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


@dataclass(slots=True)
class Purged:
    """What was removed, or would be."""

    applications: int = 0
    unfinished: int = 0
    sessions: int = 0
    swept: Swept = field(default_factory=Swept)


def parsed_age(text: str) -> timedelta:
    """`180d`, `26w`, `36h`; HeyanError for anything else."""
    found = _AGE.fullmatch(text.strip())
    if found is None:
        raise HeyanError("--older-than 应为数字加单位，如 180d（天）、26w（周）、36h（小时），请改正。")
    return int(found[1]) * _UNITS[found[2].lower()]


def purge(settings: HookSettings, database: Database, age: timedelta, dry_run: bool = False) -> Purged:
    """Removes what nothing has happened to for `age`; with `dry_run` only counts it. HeyanError while another one runs."""
    queue = JobQueue(database)
    try:
        with _alone(settings):
            return _purge(settings, database, queue, age, dry_run)
    finally:
        queue.close()


def _purge(settings: HookSettings, database: Database, queue: JobQueue, age: timedelta, dry_run: bool) -> Purged:
    blobs, due, done = BlobStore(settings.blobs), Due(now() - age), Purged()
    before = blobs.clock() - min(max(age, _YOUNGEST), _OLDEST).total_seconds()
    with database.reading() as cx:
        done.applications, done.unfinished = count_due(cx, due)
    if not dry_run:
        done.applications = sum(_portions_removed(database, queue, due))
        with database.writing() as cx:
            done.sessions = remove_ended_sessions(cx)
            sum_up_departed(cx)
        _forget_pages_of_the_log(database)
    with database.reading() as cx:
        running = unfinished_ids(cx)
    held: set[str] = set()
    for first in range(0, len(running), PORTION):
        held |= queue.page_blobs(running[first : first + PORTION])
    done.swept = Sweep(settings.data, database, blobs, before, frozenset(held), due if dry_run else None).run()
    return done


def _portions_removed(database: Database, queue: JobQueue, due: Due) -> Iterator[int]:
    """Removes what is due; how many applications each portion was."""
    last = ""
    while True:
        with database.reading() as cx:
            ids = due_ids(cx, due, last, PORTION)
        if not ids:
            return
        last = ids[-1]
        queue.forget(ids)
        with database.writing() as cx:
            if database.is_sqlite:
                cx.exec_driver_sql("pragma secure_delete=on")  # what is removed is overwritten
            gone = remove(cx, due, ids)
            if gone:
                about = {"applications": gone, "since": due.since.isoformat(timespec="seconds")}
                audit.append(cx, shell_actor(), audit.PURGE, "applications", about)
        yield len(gone)


def _forget_pages_of_the_log(database: Database) -> None:
    """SQLite's log of writes still holds what was removed; emptied where nobody is at it for a moment."""
    if database.is_sqlite:
        with suppress(sa.exc.OperationalError), database.engine.connect() as cx:
            cx.exec_driver_sql("pragma wal_checkpoint(truncate)")


@contextmanager
def _alone(settings: HookSettings) -> Iterator[None]:
    """No other purge at the same time, and no backup that locks the same file."""
    with (settings.data / LOCK).open("w") as gate:
        try:
            fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise HeyanError("另一个清理或备份正在进行，请稍后再试。") from None
        yield


def told(database: str | None, older_than: str, dry_run: bool) -> list[str]:
    """What `heyan purge` prints."""
    age = parsed_age(older_than)
    settings = settings_from_environment(database=database)
    opened = open_database(settings)
    try:
        prepare_jobs(settings, opened)
        done = purge(settings, opened, age, dry_run)
    finally:
        opened.close()
    swept = done.swept
    would = "将" if dry_run else "已"
    unfinished = f"（其中未完成的 {done.unfinished} 份）" if done.unfinished else ""
    return [
        f"{would}删除申报 {done.applications} 份{unfinished}。",
        f"{would}删除文件和识别结果 {swept.blobs} 个、识别缓存 {swept.readings} 个、页面图片 {swept.pictures} 个、"
        f"中断的上传所遗留的 {swept.leftovers} 个，共 {swept.bytes / MEGABYTE:.1f} MB。",
        *([] if dry_run else [f"已删除过期的登录 {done.sessions} 个。"]),
    ]
