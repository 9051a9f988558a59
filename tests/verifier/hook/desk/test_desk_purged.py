"""A purge at the very moment at which somebody works on what it takes away: one of both wins, and nothing breaks."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import Site, made_site
from verifier.hook.audit_report import audited
from verifier.hook.reviewed import Purged, found_in
from verifier.hook.storage.applications import find_application, locked_application
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.claims import claim_on, put_claim
from verifier.hook.storage.database import Database
from verifier.hook.storage.retention import Due, remove
from verifier.hook.storage.reviewing import actions_on
from verifier.hook.storage.tables import now, users

LONG_PAST = timedelta(days=-1)
"""So that all applications are due."""


@pytest.fixture
def shared(database_url: str, tmp_path: Path) -> Iterator[Site]:
    made = made_site(tmp_path / "data", database_url)
    yield made
    made.database.close()


@pytest.fixture
def li(shared: Site) -> Iterator[Reviewer]:
    with TestClient(shared.app, base_url="http://desk.test", follow_redirects=False) as client:
        yield Reviewer(client, "li")


def until_it_waits(database: Database, own: sa.Connection) -> None:
    """Until somebody waits for what `own` holds; SQLite does not tell, and the wait there proves nothing anyhow."""
    if database.is_sqlite:
        time.sleep(0.3)
        return
    waiting = sa.text("select count(*) from pg_stat_activity where :me = any(pg_blocking_pids(pid))")
    me, end = own.scalar(sa.text("select pg_backend_pid()")), time.monotonic() + 20
    with database.reading() as cx:
        while not cx.scalar(waiting, {"me": me}):
            assert time.monotonic() < end, "nobody waits"
            cx.rollback()
            time.sleep(0.02)


def posted_while_purged(shared: Site, who: Reviewer, path: str, form: dict[str, str]) -> Any:
    """The answer to a form that is sent while a purge is about to take the first application away."""
    with ThreadPoolExecutor(1) as pool:
        with shared.database.writing() as cx:
            assert remove(cx, Due(now() - LONG_PAST), [shared.ids["A001"]]) == [shared.ids["A001"]]
            sent = pool.submit(who.client.post, f"/desk{path}", data=form)
            until_it_waits(shared.database, cx)
        return sent.result(30)


@pytest.mark.parametrize("action", ["claim", "release", "note", "return"])
def test_what_is_purged_meanwhile_is_not_found(shared: Site, li: Reviewer, action: str) -> None:
    path = f"/applications/{shared.ids['A001']}"
    form = li.form(li.get(path), f"{path}/note") | {"text": "请核对"}
    answer = posted_while_purged(shared, li, f"{path}/{action}", form)
    assert answer.status_code == 404
    assert "可能已被清理" in answer.text
    with shared.database.reading() as cx:
        assert find_application(cx, shared.ids["A001"]) is None
        assert audited(cx).sound


def test_whoever_wants_the_next_one_is_given_another(shared: Site, li: Reviewer) -> None:
    form = li.form(li.get("/"), "/next")
    with shared.database.writing() as cx:
        assert remove(cx, Due(now() - LONG_PAST), [shared.ids["A001"]])
        if not shared.database.is_sqlite:  # what a purge holds is passed over without waiting
            assert li.send("/next", form).headers["location"] == f"/desk/applications/{shared.ids['A002']}"
    assert li.send("/next", form).headers["location"] in (
        "/desk/?done=empty",
        f"/desk/applications/{shared.ids['A002']}",
    )


def test_what_was_claimed_meanwhile_is_not_purged(shared: Site) -> None:
    application_id = shared.ids["A001"]

    def purge() -> list[str]:
        with shared.database.writing() as cx:
            return remove(cx, Due(now() - LONG_PAST), list(shared.ids.values()))

    with ThreadPoolExecutor(1) as pool:
        with shared.database.writing() as cx:
            assert locked_application(cx, application_id) is not None
            user_id = cx.scalar(sa.select(users.c.id).where(users.c.login == "li"))
            assert user_id is not None
            put_claim(cx, application_id, user_id, timedelta(minutes=5))
            gone = pool.submit(purge)
            until_it_waits(shared.database, cx)
        assert gone.result(30) == [shared.ids["A002"]]
    with shared.database.reading() as cx:
        assert find_application(cx, application_id) is not None
        assert claim_on(cx, application_id) is not None


@pytest.mark.parametrize("left", ["report", "files"])
def test_a_report_that_is_purged_while_it_is_put_together(shared: Site, left: str) -> None:
    """`left` is what the purge has not taken away yet when it is looked for."""
    blobs = BlobStore(shared.settings.blobs)
    with shared.database.reading() as cx:
        application = find_application(cx, shared.ids["A001"])
    assert application is not None
    if left == "report":
        shutil.rmtree(shared.settings.blobs)
        with shared.database.reading() as cx, pytest.raises(FileNotFoundError):
            found_in(cx, blobs, application)  # a fault, and to be seen as one
    with shared.database.writing() as cx:
        assert remove(cx, Due(now() - LONG_PAST), [application.id])
    with shared.database.reading() as cx, pytest.raises(Purged):
        found_in(cx, blobs, application)


def test_a_letter_that_is_lost_though_nothing_was_purged_is_a_fault(shared: Site, li: Reviewer) -> None:
    path = f"/applications/{shared.ids['A001']}"
    li.fill(li.get(f"{path}/return"), f"{path}/return", {})
    with shared.database.reading() as cx:
        (action,) = actions_on(cx, shared.ids["A001"])
    assert li.client.get(f"/desk{path}/letters/{action.id}").content.startswith(b"PK")
    BlobStore(shared.settings.blobs).path(action.content["letter"]).unlink()
    li.get(f"{path}/letters/{action.id}", status=500)
