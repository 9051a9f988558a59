"""Backups as docs/operation.md takes them, while uploads come in: what is restored is whole and says the same."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from models.profile import Profile
from tests.verifier.hook.desk.desk_site import Site, profile_of
from tests.verifier.hook.operation.aged import blob_names, grow_old, on_sqlite
from tests.verifier.hook.postgres import Cluster
from verifier.hook import audit
from verifier.hook.audit_report import audited
from verifier.hook.jobs.queue import JobQueue
from verifier.hook.reviewed import reviewed_report
from verifier.hook.settings import HookSettings, settings_from_environment
from verifier.hook.storage.api_keys import list_keys
from verifier.hook.storage.applications import HandedInFile, Submission, add_application, files_of, find_application
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.reviewing import add_action
from verifier.hook.storage.tables import applications, users

PAGE = Path(__file__).resolve().parents[4] / "docs" / "operation.md"


def block(name: str) -> str:
    found = re.findall(r"```bash\n# (\S+)\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    return dict(found)[name]


def run(name: str, **given: str) -> None:
    if shutil.which("sqlite3") is None or shutil.which("pg_dump") is None:
        pytest.skip("sqlite3 or pg_dump is not installed (Debian: sqlite3, postgresql-client)")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", block(name)],
        env={**os.environ, "PATH": path, **given},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def reviewed(site: Site) -> None:
    """A correction and a note, with their rows in the log."""
    with site.database.writing() as cx:
        user = cx.scalar(sa.select(users.c.id))
        correction = {"document": "学时卡.png#1", "field": "total_hours[0]", "old": "30", "new": "90"}
        for kind, content in (("correction", correction), ("note", {"text": "已核对"})):
            digest = add_action(cx, kind, site.ids["A001"], user, content)
            audit.append(cx, f"user:{user}", kind, f"application:{site.ids['A001']}", {"version": 2, "digest": digest})


def uploads(site: Site, stop: threading.Event) -> None:
    """Hands in one application after another, as the API does."""
    blobs, queue = BlobStore(site.settings.blobs), JobQueue(site.database)
    profile: Profile = profile_of("B1", "吴越")
    data = json.loads(profile.model_dump_json(by_alias=True))
    with site.database.reading() as cx:
        key_id = list_keys(cx)[0].id
    serial = 0
    while not stop.wait(0.01):
        serial += 1
        blob = blobs.put([f"file {serial}".encode()])
        with site.database.writing() as cx:
            file = HandedInFile("a.pdf", blob.sha256, blob.bytes)
            queue.enqueue(cx, add_application(cx, Submission(key_id, None, "h", data, "pack", [file])), 1)


def reports(settings: HookSettings, database: Database, ids: list[str]) -> list[str]:
    found = []
    with database.reading() as cx:
        for one in ids:
            application = find_application(cx, one)
            assert application is not None
            found.append(repr(reviewed_report(cx, BlobStore(settings.blobs), application)))
    return found


def test_what_is_restored_says_the_same(site: Site, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reviewed(site)
    (site.settings.data / "callback.master").write_text("secret", "utf-8")
    (site.settings.data / "callback.master").chmod(0o600)
    kind, backup, elsewhere = site.database.engine.dialect.name, tmp_path / "backup", tmp_path / "restored"
    ids = list(site.ids.values())
    before = reports(site.settings, site.database, ids)
    with site.database.reading() as cx:
        head = audit.head(cx)
    url = site.settings.database.replace("+psycopg", "")
    stop = threading.Event()
    busy = threading.Thread(target=uploads, args=(site, stop))
    busy.start()
    try:
        for _ in range(2):  # the second one adds to the first
            run(f"backup-{kind}", HEYAN_DATA=str(site.settings.data), HEYAN_DATABASE=url, BACKUP=str(backup))
    finally:
        stop.set()
        busy.join()
    assert [p.name for p in backup.rglob("*") if p.is_file() and p.stat().st_mode & 0o077] == []
    if kind == "sqlite":
        target = f"sqlite:///{elsewhere / 'heyan.db'}"
    else:
        server: Cluster = request.getfixturevalue("postgres")
        target = server.database()
    noted = f"{head.seq}:{head.hash}"
    given = {"HEYAN_DATA": str(elsewhere), "HEYAN_DATABASE": target, "BACKUP": str(backup), "NOTED": noted}
    run(f"restore-{kind}", **given)
    restored = settings_from_environment({"HEYAN_DATA": str(elsewhere)}, database=target)
    database = open_database(restored)
    try:
        assert reports(restored, database, ids) == before
        with database.reading() as cx:
            assert audited(cx, head).sound
            every = list(cx.scalars(sa.select(applications.c.id)))
            papers = [file for one in every for file in files_of(cx, one)]
        assert len(every) > len(ids), "uploads came in meanwhile"
        assert {file.sha256 for file in papers} <= blob_names(elsewhere)
        assert (elsewhere / "callback.master").read_text("utf-8") == "secret"
    finally:
        database.close()


@on_sqlite
def test_a_purge_waits_until_the_backup_is_done(site: Site, tmp_path: Path) -> None:
    grow_old(site.database, site.settings.data)
    script = block("backup-sqlite").split("rm -f")[0]
    held = subprocess.run(
        ["bash", "-c", f"{script}\nheyan purge --older-than 1d"],
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HEYAN_DATA": str(site.settings.data),
            "HEYAN_DATABASE": site.settings.database.replace("+psycopg", ""),
            "BACKUP": str(tmp_path / "backup"),
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert held.returncode == 2
    assert "正在进行" in held.stderr.decode()
