"""A new run over what reviewers worked on ends with the verdict that counts, and tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from extractors.cache import ReadingCache
from models.finding import Status
from tests.verifier.hook.papers import PoolOfNone, id_number, paper, profile
from verifier.hook.accounts import create_user
from verifier.hook.effective import fingerprint
from verifier.hook.jobs import workflows
from verifier.hook.reviewed import reviewed_report
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.applications import HandedInFile, Submission, add_application, find_application, start_run
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.callbacks import callbacks_of
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.progress import set_reading
from verifier.hook.storage.readings import keep_reading
from verifier.hook.storage.reviewing import add_action
from verifier.reading.warm_pool import CachedReader

pytestmark = pytest.mark.ocr


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    pool = PoolOfNone(settings.reading, 1)
    reader = CachedReader(pool, ReadingCache(settings.readings))
    workflows.equip(workflows.Workshop(settings, opened, BlobStore(settings.blobs), pool, reader))
    yield opened
    opened.close()


def judged(database: Database, application_id: str, run: int) -> Any:
    """The step of the workflow as it runs in a worker; the application after it."""
    assert workflows._judge(application_id, run) == "done"
    with database.reading() as cx:
        return find_application(cx, application_id)


def test_the_verdict_of_a_new_run_is_the_reviewed_one(database: Database, settings: HookSettings) -> None:
    blobs, pool = BlobStore(settings.blobs), PoolOfNone(settings.reading, 1)
    kept = blobs.put([paper(id_number(1))])
    with database.writing() as cx:
        create_user(cx, "shell:test", "li", "李审核", "reviewer", "correct horse battery")
        user_id = cx.exec_driver_sql("select id from users").scalar_one()
        key_id, _ = add_key(cx, "platform", ["submit"])
        files = [HandedInFile("card.pdf", kept.sha256, kept.bytes)]
        about = json.loads(profile("A1", id_number(2)))  # the paper is somebody else's
        submission = Submission(key_id, None, "h", about, settings.rules, files, "https://platform.test/")
        application_id = add_application(cx, submission)
        reading = keep_reading(blobs, pool.read(blobs.path(kept.sha256), kept.sha256, None))
        set_reading(cx, application_id, "card.pdf", kept.sha256, reading)
    first = judged(database, application_id, 1)
    with database.writing() as cx:
        report = reviewed_report(cx, blobs, first)
        for finding in report.findings:
            if finding.status is Status.REVIEW:
                decision = {"check": finding.check, "subject": finding.subject, "status": "fail", "reason": "不符"}
                add_action(cx, "decision", application_id, user_id, decision | {"about": fingerprint(finding)})
        run = start_run(cx, application_id)
    again = judged(database, application_id, run)
    with database.reading() as cx:
        counts = reviewed_report(cx, blobs, again).verdict.value
        told = [one.body["data"] for one in callbacks_of(cx, application_id)]
    assert again.verdict == counts == "fail"
    assert first.verdict != "fail", "the decisions make the difference"
    assert [body["verdict"] for body in told] == [first.verdict, "fail"]
    assert [(body["version"], body["run"]) for body in told] == [(first.version, 1), (again.version, 2)]
