"""heyan user, and the desk on PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from starlette.testclient import TestClient

from cli import heyan
from models.errors import HeyanError
from tests.verifier.hook.desk.desk_client import Reviewer, sign_in
from tests.verifier.hook.desk.desk_site import HOURS_FINDING, Site, made_site
from tests.verifier.hook.postgres import Cluster
from verifier.hook.audit_report import audited
from verifier.hook.storage.tables import users
from verifier.reports.html.applicant_view import item_id


def test_users_from_the_command_line(site: Site, stranger: TestClient) -> None:
    def run(*words: str, typed: str = "") -> Any:
        return CliRunner().invoke(
            heyan, ["user", *words, "--database", site.settings.database], input=typed,
            env={"HEYAN_DATA": str(site.settings.data)},
        )  # fmt: skip

    added = run("add", "Qian", "--name", "钱审核", "--password-stdin", typed="a long password\n")
    assert added.exit_code == 0, added.output
    assert "qian" in run("list").output
    assert "a long password" not in added.output
    assert sign_in(stranger, "qian", "a long password").status_code == 303
    prompted = run("password", "qian", typed="another password\nanother password\n")
    assert prompted.exit_code == 0, prompted.output
    assert stranger.get("/desk/").status_code == 303
    assert sign_in(stranger, "qian", "another password").status_code == 303
    assert run("disable", "qian").exit_code == 0
    assert stranger.get("/desk/").status_code == 303
    assert sign_in(stranger, "qian", "another password").status_code == 401
    assert run("disable", "qian", "--undo").exit_code == 0
    assert sign_in(stranger, "qian", "another password").status_code == 303
    for words, typed in (
        (("add", "qian", "--password-stdin"), "a long password\n"),
        (("add", "sun", "--password-stdin"), "short\n"),
        (("add", "a b", "--password-stdin"), "a long password\n"),
        (("disable", "wang"), ""),
        (("disable", "nobody"), ""),
    ):
        assert isinstance(run(*words, typed=typed).exception, HeyanError), words
    with site.database.reading() as cx:
        assert audited(cx).sound
        assert all(h.startswith("$argon2id$") for h in cx.execute(sa.select(users.c.password_hash)).scalars())


@pytest.fixture
def elsewhere(postgres: Cluster, tmp_path: Path) -> Any:
    made = made_site(tmp_path / "data", postgres.database())
    yield made
    made.database.close()


def test_the_desk_on_postgresql(elsewhere: Site) -> None:
    path = f"/applications/{elsewhere.ids['A001']}"
    finding = next(f for f in elsewhere.machine["A001"].findings if (f.check, f.subject) == HOURS_FINDING)
    with TestClient(elsewhere.app, base_url="http://desk.test", follow_redirects=False) as client:
        li = Reviewer(client, "li")
        assert "A001" in li.get("/?q=周启&verdict=missing&claim=free")
        li.fill(li.get("/"), "/next", {})
        page = li.get(path)
        values = {"status": "pass", "reason": "已核对原件"}
        page = li.follow(li.fill(page, f"{path}/decide", values, item=item_id(finding)))
        assert "认定已保存" in page
        assert "已撤销" in li.follow(li.fill(page[page.index('id="history"') :], f"{path}/undo", {}))
    with elsewhere.database.reading() as cx:
        found = audited(cx)
        assert found.sound
        assert found.head.seq == 7
