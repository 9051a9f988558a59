"""Many requests at the same moment, on SQLite and PostgreSQL: one wins, the others are told, the log stays whole."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import HOURS_FINDING, Site, made_site
from verifier.hook.audit_report import audited
from verifier.hook.storage.reviewing import actions_on
from verifier.reports.html.applicant_view import item_id

AT_ONCE = 6


@pytest.fixture
def shared(database_url: str, tmp_path: Path) -> Iterator[Site]:
    made = made_site(tmp_path / "data", database_url)
    yield made
    made.database.close()


def test_of_many_forms_for_one_finding_one_counts(shared: Site) -> None:
    path = f"/applications/{shared.ids['A001']}"
    finding = next(f for f in shared.machine["A001"].findings if (f.check, f.subject) == HOURS_FINDING)

    def send(one: tuple[Reviewer, dict[str, str], str]) -> int:
        who, form, reason = one
        answer: Any = who.client.post(f"/desk{path}/decide", data=form | {"status": "pass", "reason": reason})
        return int(answer.status_code)

    with TestClient(shared.app, base_url="http://desk.test", follow_redirects=False) as client:
        li = Reviewer(client, "li")
        form = li.form(li.get(path), f"{path}/decide", item=item_id(finding))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(send, [(li, form, f"第{n}个") for n in range(AT_ONCE)]))
    assert sorted(answers) == [303] + [409] * (AT_ONCE - 1)
    with shared.database.reading() as cx:
        assert len(actions_on(cx, shared.ids["A001"])) == 1
        assert audited(cx).sound


def test_nobody_is_given_what_somebody_else_was_given(shared: Site) -> None:
    def take(login: str) -> str:
        with TestClient(shared.app, base_url="http://desk.test", follow_redirects=False) as client:
            who = Reviewer(client, login)
            return str(who.fill(who.get("/"), "/next", {}).headers["location"])

    with ThreadPoolExecutor(3) as pool:
        given = list(pool.map(take, ("li", "zhao", "wang")))
    assert sorted(given) == sorted([*(f"/desk/applications/{i}" for i in shared.ids.values()), "/desk/?done=empty"])
    with shared.database.reading() as cx:
        assert audited(cx).sound
