"""kill -9 at random moments of a purge: what stays is whole, what goes is told, and the next purge does the rest."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from tests.verifier.hook.operation.aged import KEPT, blob_names, grow_old
from verifier.hook.audit import PURGE
from verifier.hook.audit_report import audited
from verifier.hook.jobs.queue import JobQueue, prepare_jobs
from verifier.hook.operation import purge as purging
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.applications import HandedInFile, Submission, add_application, files_of
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.progress import set_reading
from verifier.hook.storage.tables import applications, audit

FILES = 2


@dataclass(frozen=True)
class Place:
    """A hook with many old applications; `lasting` are the ids of some that are not old."""

    settings: HookSettings
    database: Database
    lasting: set[str]


def filled(settings: HookSettings, old: int, lasting: int) -> Place:
    database, blobs = open_database(settings), BlobStore(settings.blobs)
    prepare_jobs(settings, database)
    queue, ids = JobQueue(database), []
    kept = [blobs.put([f"file {n}".encode()]) for n in range(FILES * old)]
    readings = [blobs.put([f"reading {n}".encode()]).sha256 for n in range(FILES * old)]
    with database.writing() as cx:
        key_id, _ = add_key(cx, "platform", ["submit"])
        for number in range(old + lasting):
            places = [(FILES * number + n) % len(kept) for n in range(FILES)]  # the lasting ones share their files
            papers = [HandedInFile(f"{n}.pdf", kept[n].sha256, kept[n].bytes) for n in places]
            profile = {"applicant_id": f"A{number}", "person": {"name": "周启航"}}
            ids.append(add_application(cx, Submission(key_id, None, "h", profile, "pack", papers)))
            for n in places:
                set_reading(cx, ids[-1], f"{n}.pdf", kept[n].sha256, readings[n])
            queue.enqueue(cx, ids[-1], 1)
    grow_old(database, settings.data, ids[:old])
    return Place(settings, database, set(ids[old:]))


def purged_until_killed(settings: HookSettings, seconds: float) -> bool:
    """Whether it came to its end in that time."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            purging.purge(settings, open_database(settings), KEPT)
            status = 0
        finally:
            os._exit(status)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return not os.WIFSIGNALED(status)


def what_stays_is_whole(place: Place) -> int:
    """How many applications there are; each has all its files, and of those that went the log tells."""
    with place.database.reading() as cx:
        ids = set(cx.scalars(sa.select(applications.c.id)))
        papers = [file for one in ids for file in files_of(cx, one)]
        told = [
            one
            for row in cx.scalars(sa.select(audit.c.details).where(audit.c.action == PURGE))
            for one in row["applications"]
        ]
        assert audited(cx).sound
    assert len(papers) == FILES * len(ids)
    assert {name for file in papers for name in (file.sha256, file.reading)} <= blob_names(place.settings.data)
    assert len(told) == len(set(told))
    assert not set(told) & ids
    assert place.lasting <= ids
    return len(ids)


def survives(settings: HookSettings, kills: int, old: int, most: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "PORTION", 1)
    place = filled(settings, old, lasting=4)
    try:
        _goes_on_after_every_kill(place, kills, most)
    finally:
        place.database.close()


def _goes_on_after_every_kill(place: Place, kills: int, most: float) -> None:
    chance, left = random.Random(kills), [what_stays_is_whole(place)]
    for _ in range(kills):
        if purged_until_killed(place.settings, chance.uniform(0.02, most)):
            break
        left.append(what_stays_is_whole(place))
    assert len(left) > 2, "not killed often enough"
    assert left == sorted(left, reverse=True)
    purging.purge(place.settings, place.database, KEPT)
    assert what_stays_is_whole(place) == len(place.lasting)
    assert len(blob_names(place.settings.data)) == 2 * FILES * len(place.lasting)


def test_a_few_kills_leave_nothing_in_between(settings: HookSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    survives(settings, 6, 50, 0.08, monkeypatch)


@pytest.mark.slow
def test_sixty_kills_leave_nothing_in_between(settings: HookSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    survives(settings, 60, 500, 0.3, monkeypatch)
