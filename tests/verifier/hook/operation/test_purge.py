"""What is purged is gone with all its traces; what somebody still refers to, or is about to, stays."""

from __future__ import annotations

import json
import os
import threading
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from cli import heyan
from models.errors import HeyanError
from tests.verifier.hook.desk.desk_site import Site
from tests.verifier.hook.operation.aged import KEPT, blob_names, files_with, grow_old, on_sqlite, whole_database
from verifier.hook import audit
from verifier.hook.api.problems import ApiProblem
from verifier.hook.api.reception import Reception
from verifier.hook.api.submitting import Wanted, submit
from verifier.hook.audit_report import audited
from verifier.hook.jobs.queue import APPLICATION_WORKFLOW, PAGE_WORKFLOW, JobQueue
from verifier.hook.operation.purge import parsed_age, purge
from verifier.hook.storage.api_keys import list_keys
from verifier.hook.storage.applications import HandedInFile, find_application, start_run
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.claims import put_claim
from verifier.hook.storage.reviewing import add_action
from verifier.hook.storage.sessions import start_session
from verifier.hook.storage.tables import files, users

NAME = "周启航"


def reviewed(site: Site, applicant: str = "A001") -> None:
    """Everything that a review leaves: a note, a letter, a picture of a page, a reading in the cache, a session."""
    blobs, application_id = BlobStore(site.settings.blobs), site.ids[applicant]
    letter = blobs.put([f"{NAME}：请补交".encode()]).sha256
    with site.database.writing() as cx:
        user = cx.scalar(sa.select(users.c.id))
        for kind, content in (("note", {"text": f"{NAME}的原件"}), ("return", {"letter": letter, "run": 1})):
            digest = add_action(cx, kind, application_id, user, content)
            audit.append(cx, f"user:{user}", kind, f"application:{application_id}", {"version": 2, "digest": digest})
        start_session(cx, user, timedelta(seconds=-1))
        JobQueue(site.database).enqueue(cx, application_id, 1)
        shas = list(cx.scalars(sa.select(files.c.sha256).where(files.c.application_id == application_id)))
    for place in (f"pages/{shas[0][:24]}-1.webp", f"readings/{shas[0][:2]}/{shas[0]}-0123456789ab.json.gz"):
        path = site.settings.data / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"made from a file")


def test_nothing_is_left_of_a_person(site: Site) -> None:
    data, gone, kept = site.settings.data, site.ids["A001"], site.ids["A002"]
    reviewed(site)
    with site.database.reading() as cx:
        shared = cx.scalar(sa.select(files.c.sha256).where(files.c.application_id == kept))
        others = set(cx.scalars(sa.select(files.c.sha256).where(files.c.application_id == kept)))
        others |= set(cx.scalars(sa.select(files.c.reading).where(files.c.application_id == kept)))
    with site.database.writing() as cx:
        row = {"application_id": gone, "name": "same.png", "sha256": shared, "bytes": 1, "place": 9}
        cx.execute(files.insert().values(**row, received_at=sa.func.current_timestamp()))
    assert NAME in whole_database(site.database)
    grow_old(site.database, data, [gone])
    counted = purge(site.settings, site.database, KEPT, dry_run=True)
    assert NAME in whole_database(site.database)
    done = purge(site.settings, site.database, KEPT)
    assert (done.applications, done.sessions, done.swept) == (1, 1, counted.swept)
    assert (counted.applications, done.swept.pictures, done.swept.readings) == (1, 1, 1)
    assert blob_names(data) == others
    left = whole_database(site.database)
    assert NAME not in left
    assert left.count(gone) == 3, "in the log alone: the note, the return, the purge"
    assert files_with(data, NAME) == []
    assert files_with(data, shared) == [f"blobs/{shared[:2]}/{shared}"] or site.database.is_sqlite
    with site.database.reading() as cx:
        assert find_application(cx, gone) is None
        assert find_application(cx, kept) is not None
        assert audited(cx).sound
    again = purge(site.settings, site.database, KEPT)
    assert (again.applications, again.swept.bytes) == (0, 0)
    with site.database.reading() as cx:
        assert audit.head(cx).seq == _purges(cx)[-1]["seq"], "no row for a purge of nothing"


def _purges(cx: sa.Connection) -> list[Any]:
    return [row for row in audit._rows(cx) if row["action"] == audit.PURGE]


def test_what_is_being_worked_on_stays(site: Site) -> None:
    grow_old(site.database, site.settings.data)
    with site.database.writing() as cx:
        put_claim(cx, site.ids["A001"], cx.scalar(sa.select(users.c.id)), timedelta(minutes=30))
        start_run(cx, site.ids["A002"])
    before = blob_names(site.settings.data)
    done = purge(site.settings, site.database, KEPT)
    assert (done.applications, done.swept.blobs) == (0, 0)
    assert blob_names(site.settings.data) == before


@on_sqlite
def test_an_application_that_was_never_finished_goes_too(site: Site) -> None:
    with site.database.writing() as cx:
        start_run(cx, site.ids["A001"])
    grow_old(site.database, site.settings.data)
    done = purge(site.settings, site.database, KEPT)
    assert (done.applications, done.unfinished) == (2, 1)
    assert blob_names(site.settings.data) == set()


def test_pages_read_for_an_unfinished_application_stay(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long its worker has been away; of a finished one they go."""
    blobs = BlobStore(site.settings.blobs)
    page, forgotten = blobs.put([b"the reading of a page"]).sha256, blobs.put([b"of a page once"]).sha256
    with site.database.writing() as cx:
        start_run(cx, site.ids["A001"])
    grow_old(site.database, site.settings.data, [])
    found = [SimpleNamespace(name=PAGE_WORKFLOW, output=page), SimpleNamespace(name=APPLICATION_WORKFLOW, output="x")]
    asked: list[list[str]] = []

    def of(_self: JobQueue, ids: list[str], **_options: bool) -> list[SimpleNamespace]:
        asked.append(list(ids))
        return found

    monkeypatch.setattr(JobQueue, "_of", of)
    done = purge(site.settings, site.database, KEPT)
    assert asked == [[site.ids["A001"]]]
    assert (done.applications, done.swept.blobs) == (0, 1)
    assert page in blob_names(site.settings.data)
    assert forgotten not in blob_names(site.settings.data)


@on_sqlite
def test_what_broken_uploads_and_prechecks_left_goes_after_a_day(site: Site) -> None:
    data = site.settings.data
    left = [data / "blobs" / ".draft-1", data / "passing" / "tmp1" / "ab" / "x", data / "readings" / "ab" / ".x.tmp"]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NAME, "utf-8")
    assert purge(site.settings, site.database, KEPT).swept.leftovers == 0
    grow_old(site.database, data, [])
    (data / "blobs" / ".draft-2").touch()
    assert purge(site.settings, site.database, KEPT).swept.leftovers == 3
    assert files_with(data / "passing", NAME) == []
    assert (data / "blobs" / ".draft-2").exists()


def reception(site: Site) -> Reception:
    pool: Any = SimpleNamespace(count=lambda _path: 1)
    return Reception(site.settings, site.database, BlobStore(site.settings.blobs), JobQueue(site.database), pool)


def wanted(here: Reception, sha256: str, serial: int) -> Wanted:
    with here.database.reading() as cx:
        key_id = list_keys(cx)[0].id
    profile = {"schema": "heyan-profile/1", "applicant_id": f"B{serial}", "person": {"name": NAME}}
    file = HandedInFile("a.png", sha256, 9)
    return Wanted(key_id, None, json.dumps(profile).encode(), [file], None, None)


@on_sqlite
def test_a_slow_upload_is_kept_or_told_to_come_again(site: Site) -> None:
    here = reception(site)
    sha256 = here.blobs.put([b"came in first"]).sha256
    grow_old(site.database, site.settings.data, [])
    here.blobs.renew(sha256)
    purge(site.settings, site.database, KEPT)
    submit(here, wanted(here, sha256, 1))
    assert sha256 in blob_names(site.settings.data)
    lost = here.blobs.put([b"came in days before the rest"]).sha256
    grow_old(site.database, site.settings.data, [])
    purge(site.settings, site.database, KEPT)
    with pytest.raises(ApiProblem) as told:
        submit(here, wanted(here, lost, 2))
    assert told.value.status == 503


def test_uploads_of_the_same_content_race_with_purges(site: Site) -> None:
    """What was acknowledged has its file, however often the file is swept away before."""
    here, stop = reception(site), threading.Event()
    taken: list[str] = []
    told: list[int] = []
    failures: list[BaseException] = []

    def upload(serial: int) -> None:
        try:
            for turn in range(12):
                content = f"content {turn % 3}".encode()
                sha256 = here.blobs.put([content]).sha256
                os.utime(here.blobs.path(sha256), (0, 0))  # as if it had come in long ago
                try:
                    taken.append(submit(here, wanted(here, sha256, 100 * serial + turn))[0].id)
                except ApiProblem as refused:
                    told.append(refused.status)
        except FileNotFoundError:
            pass  # swept between the two lines above, before anything was promised
        except BaseException as failure:
            failures.append(failure)

    def sweep() -> None:
        while not stop.is_set():
            try:
                purge(site.settings, site.database, KEPT)
            except BaseException as failure:
                failures.append(failure)
                return

    uploads = [threading.Thread(target=upload, args=(n,)) for n in range(3)]
    sweeper = threading.Thread(target=sweep)
    for thread in (sweeper, *uploads):
        thread.start()
    for thread in uploads:
        thread.join()
    stop.set()
    sweeper.join()
    assert failures == []
    assert taken
    assert set(told) <= {503}
    with site.database.reading() as cx:
        held = set(cx.scalars(sa.select(files.c.sha256).where(files.c.application_id.in_(taken))))
    assert held <= blob_names(site.settings.data)


@on_sqlite
def test_two_purges_do_not_run_at_once(site: Site) -> None:
    from verifier.hook.operation.purge import _alone

    with _alone(site.settings), pytest.raises(HeyanError, match="正在进行"):
        purge(site.settings, site.database, KEPT)


@on_sqlite
def test_the_command_tells_what_it_did(site: Site, tmp_path: Path) -> None:
    grow_old(site.database, site.settings.data)
    run = lambda *more: CliRunner().invoke(  # noqa: E731
        heyan,
        ["purge", "--older-than", "26w", "--database", site.settings.database, *more],
        env={"HEYAN_DATA": str(tmp_path / "data")},
        catch_exceptions=False,
    )
    assert "将删除申报 2 份" in run("--dry-run").output
    assert "已删除申报 2 份" in run().output
    assert "已删除申报 0 份" in run().output
    assert parsed_age(" 36H") == timedelta(hours=36)
    for wrong in ("180", "-3d", "1y", "d", ""):
        with pytest.raises(HeyanError, match="older-than"):
            parsed_age(wrong)
