"""Sign-in, sessions, forged forms, roles: who gets in, and who does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import Mock

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.verifier.hook.desk.desk_client import Reviewer, hidden, sign_in
from tests.verifier.hook.desk.desk_site import PASSWORD, Site
from verifier.hook import passwords
from verifier.hook.storage.tables import audit, now, sessions, users

COOKIE = "heyan_session"


def kept_sessions(site: Site) -> list[Any]:
    with site.database.reading() as cx:
        return list(cx.execute(sa.select(sessions)))


@pytest.mark.parametrize(
    "path", ["/", "/applications/app_0", "/users", "/password", "/nothing", "/applications/x/pages/y"]
)
def test_strangers_are_sent_to_sign_in(stranger: TestClient, path: str) -> None:
    answer = stranger.get(f"/desk{path}")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/desk/sign-in?next=%2Fdesk%2F")
    assert "no-store" in answer.headers["cache-control"]


def test_every_answer_carries_the_headers(stranger: TestClient) -> None:
    for path in ("/sign-in", "/", "/static/1/desk.css", "/static/1/nothing.js"):
        headers = stranger.get(f"/desk{path}").headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_the_right_password_opens_and_leads_back(site: Site, stranger: TestClient) -> None:
    answer = sign_in(stranger, " ＬＩ ", next="/desk/?state=all")
    assert answer.headers["location"] == "/desk/?state=all"
    cookie = answer.headers.get_list("set-cookie")[0].lower()
    for wanted in ("httponly", "samesite=strict", "path=/"):
        assert wanted in cookie
    assert "secure" not in cookie
    assert "李审核" in stranger.get("/desk/").text
    token = stranger.cookies[COOKIE]
    assert all(token not in str(row) for row in kept_sessions(site))


@pytest.mark.parametrize("target", ["https://evil.test/", "//evil.test/", "/desk/\\evil", "/desk//evil.test", "/other"])
def test_sign_in_leads_to_no_other_site(stranger: TestClient, target: str) -> None:
    assert sign_in(stranger, "li", next=target).headers["location"] == "/desk/"


def test_cookies_are_kept_to_https_behind_https(site: Site) -> None:
    with TestClient(site.app, base_url="https://desk.test", follow_redirects=False) as client:
        answer = sign_in(client, "li")
        cookie = answer.headers.get_list("set-cookie")[0]
        assert cookie.startswith("__Host-heyan_session=")
        assert "Secure" in cookie
        assert "strict-transport-security" in answer.headers


def test_nobody_learns_which_logins_exist(site: Site, stranger: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answer for all, after the same work: one password hashed."""
    with site.database.writing() as cx:
        cx.execute(users.update().where(users.c.login == "zhao").values(disabled_at=now()))
    hashes = Mock(wraps=passwords.HASHER)
    monkeypatch.setattr(passwords, "HASHER", hashes)
    answers = []
    for login, password in (("li", "wrong password"), ("nobody", "wrong password"), ("zhao", PASSWORD)):
        answer = sign_in(stranger, login, password)
        answers.append((answer.status_code, answer.text.replace(hidden(answer.text)["token"], "")))
    assert answers[0][0] == 401
    assert answers[0] == answers[1] == answers[2]
    assert [call[0] for call in hashes.mock_calls] == ["verify"] * 3


def test_a_hash_costs_what_it_should() -> None:
    script = "from verifier.hook.passwords import hashed; print(hashed('correct horse battery'))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("$argon2id$v=19$m=65536,t=3,p=1$")


def test_guessing_is_slowed_down_and_the_right_password_waits_too(site: Site, stranger: TestClient) -> None:
    for _ in range(site.settings.limits.signin_tries):
        assert sign_in(stranger, "li", "wrong password").status_code == 401
    answer = sign_in(stranger, "li")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 900
    assert sign_in(stranger, "wang").status_code == 303


def test_a_session_planted_before_sign_in_is_not_taken_over(stranger: TestClient) -> None:
    stranger.cookies.set(COOKIE, "planted", domain="desk.test")
    answer = sign_in(stranger, "li")
    given = answer.headers.get_list("set-cookie")[0].partition("=")[2].partition(";")[0]
    assert len(given) > 40
    stranger.cookies.clear()
    stranger.cookies.set(COOKIE, "planted", domain="desk.test")
    assert stranger.get("/desk/").status_code == 303


def test_a_sign_in_form_of_another_browser_is_refused(stranger: TestClient) -> None:
    stranger.get("/desk/sign-in")
    answer = stranger.post("/desk/sign-in", data={"login": "li", "password": PASSWORD, "token": "forged"})
    assert answer.status_code == 403
    assert COOKIE not in stranger.cookies


@pytest.mark.parametrize("column", ["expires_at", "last_seen"])
def test_sessions_end_by_age_and_by_disuse(site: Site, reviewer: Callable[[str], Reviewer], column: str) -> None:
    li = reviewer("li")
    ago = now() - timedelta(minutes=site.settings.session_idle_minutes + 1)
    with site.database.writing() as cx:
        cx.execute(sessions.update().values({column: ago}))
    assert li.client.get("/desk/").status_code == 303


def test_sign_out_ends_the_session_for_good(site: Site, reviewer: Callable[[str], Reviewer]) -> None:
    li = reviewer("li")
    token = li.client.cookies[COOKIE]
    li.fill(li.get("/"), "/sign-out", {})
    assert kept_sessions(site) == []
    li.client.cookies.set(COOKIE, token, domain="desk.test")
    assert li.client.get("/desk/").status_code == 303


def test_forms_without_the_sessions_token_do_nothing(site: Site, reviewer: Callable[[str], Reviewer]) -> None:
    li, wang = reviewer("li"), reviewer("wang")
    path = f"/applications/{site.ids['A001']}"
    good = li.form(li.get(path), f"{path}/note")
    others = wang.form(wang.get(path), f"{path}/note")["csrf"]
    for forged in ({}, {"csrf": ""}, {"csrf": others}, {"csrf": "é"}):
        values = {k: v for k, v in good.items() if k != "csrf"} | forged | {"text": "x"}
        li.send(f"{path}/note", values, 403)
    answer = li.client.post(f"/desk{path}/note", data={**good, "text": "x"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert li.client.post(f"/desk{path}/note", json={**good, "text": "x"}).status_code == 415
    assert "还没有人工处理" in li.get(path)


def test_large_and_broken_forms_are_refused(reviewer: Callable[[str], Reviewer], stranger: TestClient) -> None:
    li = reviewer("li")
    large = "text=" + "x" * 70_000
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert li.client.post("/desk/next", content=large, headers=kind).status_code == 413
    assert li.client.post("/desk/next", content=b"a=%ff", headers=kind).status_code == 422
    assert stranger.post("/desk/next", content=large, headers=kind).status_code == 303


def test_only_admins_manage_users(reviewer: Callable[[str], Reviewer]) -> None:
    li, wang = reviewer("li"), reviewer("wang")
    assert "没有权限" in li.get("/users", 403)
    csrf = li.form(li.get("/"), "/next")["csrf"]
    li.send("/users", {"csrf": csrf, "login": "x1", "display_name": "x", "role": "admin"}, 403)
    assert "添加用户" in wang.get("/users")


def test_an_admin_adds_resets_and_disables(
    site: Site, reviewer: Callable[[str], Reviewer], stranger: TestClient
) -> None:
    wang, li = reviewer("wang"), reviewer("li")
    csrf = wang.form(wang.get("/"), "/next")["csrf"]
    added = wang.send("/users", {"csrf": csrf, "login": "Sun", "display_name": "孙审核", "role": "reviewer"}, 200).text
    password = added.partition('<code id="password">')[2].partition("<")[0]
    assert sign_in(stranger, "sun", password).status_code == 303
    assert (
        "已被使用"
        in wang.send("/users", {"csrf": csrf, "login": "sun", "display_name": "x", "role": "admin"}, 422).text
    )
    with site.database.reading() as cx:
        ids = {row.login: row.id for row in cx.execute(sa.select(users))}
    wang.send(f"/users/{ids['li']}", {"csrf": csrf, "what": "disable"}, 200)
    assert li.client.get("/desk/").status_code == 303
    wang.send(f"/users/{ids['wang']}", {"csrf": csrf, "what": "disable"}, 422)
    wang.send(f"/users/{ids['sun']}", {"csrf": csrf, "what": "role", "role": "admin"}, 200)
    assert stranger.get("/desk/").status_code == 303
    with site.database.reading() as cx:
        told = cx.execute(sa.select(audit.c.action).order_by(audit.c.seq)).scalars().all()
    assert told[-3:] == ["sign-in", "user.disable", "user.role"]


def test_a_new_password_needs_the_old_one_and_ends_other_sessions(reviewer: Callable[[str], Reviewer]) -> None:
    here, there = reviewer("li"), reviewer("li")
    form = here.form(here.get("/password"), "/password")
    new = {"new": "another good password", "again": "another good password"}
    here.send("/password", {**form, **new, "old": "wrong"}, 422)
    here.send("/password", {**form, "old": PASSWORD, "new": "short", "again": "short"}, 422)
    here.send("/password", {**form, "old": PASSWORD, "new": "another good password", "again": "different"}, 422)
    here.send("/password", {**form, **new, "old": PASSWORD})
    assert "密码已更改" in here.get("/?done=password")
    assert there.client.get("/desk/").status_code == 303
    assert sign_in(there.client, "li").status_code == 401
    assert sign_in(there.client, "li", "another good password").status_code == 303


def test_a_second_sign_in_ends_the_first_session(site: Site, reviewer: Callable[[str], Reviewer]) -> None:
    li = reviewer("li")
    first = li.client.cookies[COOKIE]
    li.client.cookies.clear()
    token = hidden(li.client.get("/desk/sign-in").text)["token"]
    li.client.cookies.set(COOKIE, first, domain="desk.test")
    li.client.post("/desk/sign-in", data={"login": "li", "password": PASSWORD, "token": token})
    assert len(kept_sessions(site)) == 1


def test_a_form_that_comes_too_late_leads_back_to_the_applicant(stranger: TestClient) -> None:
    answer = stranger.post("/desk/applications/app_1/note", data={"text": "x"})
    assert answer.headers["location"] == "/desk/sign-in?next=%2Fdesk%2Fapplications%2Fapp_1"


def test_a_fault_of_ours_is_a_page_too(
    reviewer: Callable[[str], Reviewer], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    li = reviewer("li")

    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("verifier.hook.desk.queue_pages.listed", broken)
    page = li.get("/", 500)
    assert "系统出现故障" in page
    assert "boom" not in page
    assert "boom" in caplog.text
