"""What reviewers do is told to the platform, in the same transaction, with the verdict that counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import HOURS_FINDING, Site
from tests.verifier.hook.desk.test_desk_actions import correct_link, decide, page_of, undo_latest
from verifier.hook.reviewed import reviewed_report
from verifier.hook.storage.applications import find_application
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.callbacks import GIVEN_UP, callbacks_of
from verifier.hook.storage.tables import applications, callbacks

SignIn = Callable[[str], Reviewer]
URL = "https://platform.test/done"


@pytest.fixture
def told_site(site: Site) -> Site:
    with site.database.writing() as cx:
        cx.execute(applications.update().values(callback_url=URL))
    return site


def bodies(site: Site) -> list[dict[str, Any]]:
    with site.database.reading() as cx:
        return [one.body for one in callbacks_of(cx, site.ids["A001"])]


def test_every_judgement_is_told_with_the_verdict_that_counts(told_site: Site, reviewer: SignIn) -> None:
    site, li = told_site, reviewer("li")
    page = decide(li, site, li.get(page_of(site)), "fail", "总学时与学时卡不一致")
    page = undo_latest(li, site, page)
    form = li.get(correct_link(site, page, HOURS_FINDING, "total_hours"))
    page = li.follow(li.fill(form, f"{page_of(site)}/correct", {"value": "90"}))
    page = li.follow(li.fill(li.get(f"{page_of(site)}/return"), f"{page_of(site)}/return", {"remark": "请补齐。"}))
    undo_latest(li, site, page)
    told = bodies(site)
    assert [body["type"] for body in told] == [
        "application.reviewed",
        "application.reviewed",
        "application.reviewed",
        "application.returned",
        "application.reopened",
    ]
    assert [body["data"]["version"] for body in told] == [3, 4, 5, 6, 7]
    assert {body["data"]["state"] for body in told} == {"done"}
    machine = site.machine["A001"].verdict.value
    assert told[0]["data"]["verdict"] == "fail" != machine
    with site.database.reading() as cx:
        about = find_application(cx, site.ids["A001"])
        assert about is not None
        assert about.version == 7
        now = reviewed_report(cx, BlobStore(site.settings.blobs), about).verdict.value
    assert told[-1]["data"]["verdict"] == about.verdict == now
    assert all(word not in str(told) for word in ("周启航", "总学时", "请补齐", "李审核"))


def test_notes_and_what_was_refused_are_not_told(told_site: Site, reviewer: SignIn) -> None:
    site, li, zhao = told_site, reviewer("li"), reviewer("zhao")
    stale = zhao.get(page_of(site))
    li.fill(li.get(page_of(site)), f"{page_of(site)}/note", {"text": "请核对原件"})
    zhao.send(f"{page_of(site)}/note", zhao.form(stale, f"{page_of(site)}/note") | {"text": "x"}, 409)
    assert bodies(site) == []


def test_callers_who_want_no_callbacks_get_none(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    decide(li, site, li.get(page_of(site)))
    assert bodies(site) == []


def test_the_page_says_what_the_platform_was_not_told(told_site: Site, reviewer: SignIn) -> None:
    site, li = told_site, reviewer("li")
    page = decide(li, site, li.get(page_of(site)))
    assert "尚未收到的通知" not in page, "it was not tried yet"
    with site.database.writing() as cx:
        cx.execute(sa.update(callbacks).values(state=GIVEN_UP, attempts=10, last_error="http_500", next_at=None))
    page = li.get(page_of(site))
    for wanted in ("尚未收到的通知", "审核人员认定或更正", "已试 10 次（http_500）", "已停止重试"):
        assert wanted in page
