"""The audit log: append-only, and every way of tampering with it shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from cli import heyan
from models.errors import HeyanError
from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import Site
from verifier.hook import audit
from verifier.hook.audit_report import audited
from verifier.hook.settings import HookSettings
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.tables import applications
from verifier.hook.storage.tables import audit as log


@pytest.fixture
def database(settings: HookSettings) -> Any:
    opened = open_database(settings)
    with opened.writing() as cx:
        for number in range(6):
            audit.append(cx, "user:u1", "decision", f"application:{number}", {"version": number, "名": "值"})
    yield opened
    opened.close()


def tamper(database: Database, *statements: str) -> None:
    """Changes the log as somebody with all rights over the database can."""
    with database.writing() as cx:
        if database.is_sqlite:
            for change in ("update", "delete"):
                cx.exec_driver_sql(f"DROP TRIGGER audit_no_{change}")
        else:
            cx.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER ALL")
        for statement in statements:
            cx.exec_driver_sql(statement)


def broken(database: Database, known: audit.Head | None = None) -> list[tuple[int, str]]:
    with database.reading() as cx:
        return [(one.seq, one.message) for one in audit.verify(cx, known)]


def test_an_untouched_log_is_sound(database: Database) -> None:
    assert broken(database) == []
    with database.reading() as cx:
        assert audit.head(cx).seq == 6


def test_the_database_itself_refuses_changes(database: Database) -> None:
    for statement in ("UPDATE audit SET actor = 'x'", "DELETE FROM audit"):
        with pytest.raises(sa.exc.DatabaseError, match="append-only"), database.writing() as cx:
            cx.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "change",
    ["actor = 'user:u2'", "at = '2020-01-01T00:00:00.000+00:00'", "action = 'note'", "details = '{\"version\": 9}'"],
)
def test_a_changed_row_shows(database: Database, change: str) -> None:
    tamper(database, f"UPDATE audit SET {change} WHERE seq = 3")
    assert broken(database) == [(3, "第3条记录的内容已被改动。")]


def test_a_changed_row_with_a_new_hash_breaks_the_next(database: Database) -> None:
    with database.reading() as cx:
        row = dict(cx.execute(sa.select(log).where(log.c.seq == 3)).mappings().one())
    row["actor"] = "user:u2"
    tamper(database, f"UPDATE audit SET actor = 'user:u2', hash = '{audit.hash_of(row)}' WHERE seq = 3")
    assert [seq for seq, _ in broken(database)] == [4]


def test_a_removed_row_shows(database: Database) -> None:
    tamper(database, "DELETE FROM audit WHERE seq = 3")
    assert broken(database) == [(3, "第3条记录已被删除。")]
    tamper_again = "DELETE FROM audit WHERE seq = 4"
    with database.writing() as cx:
        cx.exec_driver_sql(tamper_again)
    assert broken(database) == [(3, "第3至4条记录已被删除。")]


def test_rows_that_change_places_show(database: Database) -> None:
    tamper(
        database,
        "UPDATE audit SET seq = 99 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = 99",
    )
    assert {seq for seq, _ in broken(database)} >= {3, 4, 5}


def test_an_end_that_is_cut_off_shows_to_who_noted_the_head(database: Database) -> None:
    with database.reading() as cx:
        head = audit.head(cx)
    tamper(database, "DELETE FROM audit WHERE seq > 4")
    assert broken(database) == []
    assert [seq for seq, _ in broken(database, head)] == [5]


def test_a_log_written_anew_shows_to_who_noted_the_head(database: Database) -> None:
    with database.reading() as cx:
        head = audit.head(cx)
    tamper(database, "DELETE FROM audit")
    with database.writing() as cx:
        for _ in range(7):
            audit.append(cx, "user:u1", "note", "application:1")
    assert broken(database) == []
    assert [seq for seq, _ in broken(database, head)] == [6]


def test_what_reviewers_wrote_is_bound_to_the_log(
    site: Site, reviewer: Callable[[str], Reviewer], tmp_path: Path
) -> None:
    path = f"/applications/{site.ids['A001']}"
    li = reviewer("li")
    li.fill(li.get(path), f"{path}/note", {"text": "请核对原件"})
    run = lambda *more: CliRunner().invoke(  # noqa: E731
        heyan, ["audit", "--database", site.settings.database, *more], env={"HEYAN_DATA": str(tmp_path / "data")}
    )
    assert run().exit_code == 0
    assert "完整无误" in run().output
    with site.database.writing() as cx:
        told = json.dumps([dict(r) for r in cx.execute(sa.select(log)).mappings()], ensure_ascii=False)
        assert "请核对原件" not in told
        cx.exec_driver_sql("UPDATE notes SET text = '不用核对'")
    assert run().exit_code == 1
    assert "notes" not in run().output
    assert "内容已被改动" in run().output
    with site.database.writing() as cx:
        cx.exec_driver_sql("DELETE FROM notes")
    assert run().exit_code == 1
    assert "已不在数据库中" in run().output
    with site.database.writing() as cx:
        assert not audited(cx).breaks
        cx.execute(applications.delete())
        assert [f"申报 {site.ids['A001']} 已不在" in told for told in audited(cx).unsupported] == [True]
        audit.append(cx, "shell:test", audit.PURGE, "applications", {"applications": [*site.ids.values()]})
        assert audited(cx).sound
    assert isinstance(run("--known", "nonsense").exception, HeyanError)
