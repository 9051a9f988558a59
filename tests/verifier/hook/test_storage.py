"""Tables, migrations, blobs and keys, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from models.errors import HeyanError
from verifier.hook.settings import HookSettings, settings_from_environment
from verifier.hook.storage import tables
from verifier.hook.storage.api_keys import add_key, find_key, list_keys, revoke_key
from verifier.hook.storage.applications import (
    HandedInFile,
    Submission,
    add_application,
    bump_version,
    files_of,
    find_application,
    put_file,
)
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.progress import finish

PROFILE = {"applicant_id": "A1", "person": {"name": "周启航"}}


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    yield opened
    opened.close()


def submitted(database: Database, idempotency_key: str | None = "once") -> str:
    with database.writing() as cx:
        key_id, _ = add_key(cx, "platform", ["submit"])
        files = [HandedInFile("b.pdf", "0" * 64, 3), HandedInFile("a.pdf", "1" * 64, 4)]
        return add_application(cx, Submission(key_id, idempotency_key, "h", PROFILE, "pack", files))


def test_migrations_make_exactly_the_tables_that_are_described(database: Database) -> None:
    with database.reading() as cx:
        context = MigrationContext.configure(cx, opts={"compare_type": True, "version_table": "heyan_version"})
        assert compare_metadata(context, tables.metadata) == []


def test_many_processes_may_start_at_once(settings: HookSettings) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            open_database(settings).close()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_the_audit_log_cannot_be_changed(database: Database) -> None:
    row = {"at": "t", "actor": "a", "action": "x", "subject": "s", "details": {}, "previous_hash": "0", "hash": "1"}
    with database.writing() as cx:
        cx.execute(tables.audit.insert().values(row))
    for change in (tables.audit.update().values(actor="b"), tables.audit.delete()):
        with pytest.raises(sa.exc.DBAPIError, match="append-only"), database.writing() as cx:
            cx.execute(change)


def test_a_key_is_kept_as_a_hash_and_good_until_it_is_revoked(database: Database) -> None:
    with database.writing() as cx:
        key_id, key = add_key(cx, "platform", ["submit", "read"])
    with database.reading() as cx:
        assert key not in str(cx.execute(sa.select(tables.api_keys)).all())
        found = find_key(cx, key)
        assert found is not None
        assert (found.id, found.scopes) == (key_id, frozenset({"submit", "read"}))
        assert find_key(cx, key + "x") is None
    with database.writing() as cx:
        assert revoke_key(cx, key_id)
        assert not revoke_key(cx, key_id)
        assert find_key(cx, key) is None
        assert [k.id for k in list_keys(cx)] == [key_id]
        with pytest.raises(HeyanError, match="权限"):
            add_key(cx, "platform", ["everything"])


def test_an_application_keeps_the_order_of_its_files(database: Database) -> None:
    application_id = submitted(database)
    with database.reading() as cx:
        application = find_application(cx, application_id)
        assert application is not None
        assert (application.state, application.version, application.run) == ("received", 1, 1)
        assert application.created_at.tzinfo is not None
        assert [f.name for f in files_of(cx, application_id)] == ["b.pdf", "a.pdf"]


def test_a_new_file_is_a_new_run_and_the_old_run_can_no_longer_finish(database: Database) -> None:
    application_id = submitted(database)
    report = {"applicants": [{"verdict": "pass"}]}
    with database.writing() as cx:
        assert put_file(cx, application_id, HandedInFile("a.pdf", "1" * 64, 4)) is None
        assert put_file(cx, application_id, HandedInFile("a.pdf", "2" * 64, 5)) == 2
        assert not finish(cx, application_id, 1, report)
        assert finish(cx, application_id, 2, report)
        assert not finish(cx, application_id, 2, report)
        assert put_file(cx, application_id, HandedInFile("c.pdf", "3" * 64, 6)) == 3
    with database.reading() as cx:
        assert [f.name for f in files_of(cx, application_id)] == ["b.pdf", "a.pdf", "c.pdf"]


def test_a_stale_version_is_refused(database: Database) -> None:
    application_id = submitted(database)
    with database.writing() as cx:
        assert bump_version(cx, application_id, 1)
        assert not bump_version(cx, application_id, 1)


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def interrupted() -> None:
        with database.writing() as cx:
            add_key(cx, "platform", ["read"])
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power"):
        interrupted()
    with database.reading() as cx:
        assert list_keys(cx) == []


def test_writers_wait_for_each_other(database: Database) -> None:
    application_id = submitted(database)
    done: list[bool] = []

    def bump() -> None:
        for _ in range(10):
            with database.writing() as cx:
                current = cx.scalar(
                    sa.select(tables.applications.c.version)
                    .where(tables.applications.c.id == application_id)
                    .with_for_update()
                )
                done.append(bump_version(cx, application_id, current))

    threads = [threading.Thread(target=bump) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True] * 40


def test_blobs_are_whole_and_named_by_their_content(tmp_path: Path) -> None:
    store = BlobStore(tmp_path / "blobs")
    blob = store.put([b"one ", b"two"])
    assert blob.sha256 == hashlib.sha256(b"one two").hexdigest()
    assert store.get(blob.sha256) == b"one two"

    def breaking_off() -> list[bytes]:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        store.put(piece for _ in range(1) for piece in breaking_off())
    assert [p.name for p in (tmp_path / "blobs").rglob("*") if p.is_file() and p.name != ".gate"] == [blob.sha256]
    with pytest.raises(ValueError, match="sha256"):
        store.path("../../etc/passwd")
    assert store.delete_stale(blob.sha256, store.clock() - 60) is None
    assert store.delete_stale(blob.sha256, store.clock() + 60) == len(b"one two")
    with pytest.raises(FileNotFoundError):
        store.get(blob.sha256)


def test_settings_name_the_variable_that_is_wrong(tmp_path: Path) -> None:
    given = {"HEYAN_DATA": str(tmp_path), "HEYAN_LIMIT_FILES": "7", "HEYAN_FILE_ROOTS": f"{tmp_path}, /srv"}
    settings = settings_from_environment(given, database="postgres://u@h/db")
    assert settings.database == "postgresql+psycopg://u@h/db"
    assert (settings.limits.files, settings.file_roots) == (7, (tmp_path, Path("/srv")))
    for name, value in (("HEYAN_LIMIT_FILES", "0"), ("HEYAN_ALLOW_PRIVATE", "perhaps"), ("HEYAN_JOBS", "x")):
        with pytest.raises(HeyanError, match=name):
            settings_from_environment({**given, name: value})
    with pytest.raises(HeyanError, match="数据库地址"):
        settings_from_environment(given, database="mysql://h/db")


def test_a_database_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    settings = settings_from_environment({"HEYAN_DATA": str(tmp_path)}, database="postgresql://u@127.0.0.1:1/x")
    with pytest.raises(HeyanError, match="无法打开数据库"):
        open_database(settings)
