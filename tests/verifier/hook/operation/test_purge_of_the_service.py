"""`heyan purge` beside the running service: nothing of the application is left, the job engine's rows included."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.verifier.hook.operation.aged import blob_names, files_with, grow_old, whole_database
from tests.verifier.hook.papers import id_number, numbers_read, paper, profile
from tests.verifier.hook.running import HEYAN, Installation, finished, submit
from verifier.hook.audit_report import audited
from verifier.hook.storage.database import open_database
from verifier.hook.storage.tables import applications

pytestmark = [pytest.mark.ocr, pytest.mark.slow]


def test_beside_the_running_service(tmp_path: Path) -> None:
    site = Installation(tmp_path / "data")
    data, number, other = site.settings.data, id_number(1), id_number(2)
    database = open_database(site.settings)
    assert [
        path.name for path in data.iterdir() if path.stat().st_mode & 0o077 and path.name.startswith("heyan.db")
    ] == []
    with site.served() as (client, running):
        taken = [
            submit(
                client, profile(name, one), {"card.pdf": paper(one, pages=3), "letter.pdf": paper(other)}, name
            ).json()["id"]
            for name, one in (("A1", number), ("A2", other))
        ]
        assert [finished(client, one)["state"] for one in taken] == ["done", "done"]
        assert whole_database(database).count(taken[0]) > 5
        readable = [path for path in (data / "blobs").rglob("*") if path.stat().st_mode & 0o077]
        assert readable == []
        grow_old(database, data, taken[:1])
        with database.reading() as cx:
            before = cx.scalar(sa.select(sa.func.count()).select_from(applications))
        done = subprocess.run(
            [HEYAN, "purge", "--older-than", "180d"], env=site.environment, capture_output=True, check=True, timeout=60
        )
        assert "已删除申报 1 份" in done.stdout.decode()
        assert before == 2
        left = whole_database(database)
        assert left.count(taken[0]) == 1, "in the audit log alone"
        assert number not in left
        assert files_with(data, number) == []
        assert len(blob_names(data)) >= 3, "the other's files, one of them the same"
        assert client.get(f"/v1/applications/{taken[0]}").status_code == 404
        assert numbers_read(client.get(f"/v1/applications/{taken[1]}/report").json()) == {other}
        again = submit(client, profile("A1", number), {"card.pdf": paper(number)}, "A1")
        assert (again.status_code, again.headers.get("idempotency-replayed")) == (202, None)
        assert finished(client, again.json()["id"])["state"] == "done"
        assert running.poll() is None
    with database.reading() as cx:
        assert audited(cx).sound
    database.close()
