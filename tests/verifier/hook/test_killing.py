"""kill -9 at many random moments, of the service that takes in and of the jobs: nothing lost, nothing doubled."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
import sqlalchemy as sa
from standardwebhooks import Webhook

from tests.verifier.hook.callbacks.receiver import Received, Reply, receiving
from tests.verifier.hook.papers import id_number, numbers_read, paper, profile
from tests.verifier.hook.postgres import free_port
from tests.verifier.hook.running import Installation, client_of, submit
from verifier.hook.callbacks.secrets import master_of
from verifier.hook.storage.applications import machine_report
from verifier.hook.storage.callbacks import count_callbacks
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.tables import applications, callbacks

pytestmark = pytest.mark.ocr
ROOT = Path(__file__).resolve().parents[3]
AT_ONCE = 4
PAGES = 2


@contextmanager
def killed_again_and_again(site: Installation, port: int, kills: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.verifier.hook.killing", str(port), str(kills)]
    with subprocess.Popen(command, cwd=ROOT, env=site.environment, stderr=subprocess.PIPE) as running:
        try:
            yield running
        finally:
            running.terminate()


def unfinished(database: Database) -> int:
    with database.reading() as cx:
        counted = sa.select(sa.func.count()).where(applications.c.state.not_in(("done", "failed")))
        return cx.scalar(counted) or 0


def acknowledged(
    site: Installation, database: Database, port: int, kills: int, running: subprocess.Popen[bytes], url: str
) -> dict[str, str]:
    """Submits one after another, each until it is acknowledged, as long as the service is being killed; ids by applicant."""
    ids: dict[str, str] = {}
    done = site.settings.data / "kills"
    with client_of(port, site.key) as client:
        for serial in itertools.count(1):
            applicant, number = f"A{serial}", id_number(serial)
            while applicant not in ids:
                assert running.poll() is None, running.stderr and running.stderr.read().decode()
                if done.exists() and int(done.read_text("utf-8") or 0) == kills:
                    return ids
                try:
                    papers = {"card.pdf": paper(number, pages=PAGES)}
                    answer = submit(client, profile(applicant, number), papers, applicant, callback_url=url)
                except httpx2.TransportError:
                    time.sleep(0.05)
                    continue
                assert answer.status_code == 202, answer.text
                ids[applicant] = answer.json()["id"]
            while unfinished(database) > AT_ONCE and not (done.exists() and int(done.read_text("utf-8") or 0) == kills):
                time.sleep(0.05)
    raise AssertionError("unreachable")


def survives(tmp_path: Path, url: str, kills: int, seconds: float) -> None:
    with receiving(lambda _: Reply(silence=0.1)) as receiver:
        hosts = {"HEYAN_CALLBACK_HOSTS": receiver.host, "HEYAN_ALLOW_PRIVATE": "1"}
        site = Installation(tmp_path / "data", url, **hosts)
        database = open_database(site.settings)
        port = free_port()
        with killed_again_and_again(site, port, kills) as running:
            ids = acknowledged(site, database, port, kills, running, receiver.url)
            end = time.monotonic() + seconds
            while unfinished(database) or untold(database):
                assert time.monotonic() < end, "work is left lying"
                time.sleep(0.2)
    _nothing_is_lost_or_doubled(database, ids)
    _everybody_is_told(site, database, receiver.received)
    database.close()


def untold(database: Database) -> int:
    with database.reading() as cx:
        return sum(number for state, number in count_callbacks(cx).items() if state != "delivered")


def _everybody_is_told(site: Installation, database: Database, received: Sequence[Received]) -> None:
    """Once or more often, always the same, signed, with the id of the one callback of each application."""
    bodies: dict[str, set[bytes]] = {}
    with database.reading() as cx:
        rows = cx.execute(sa.select(callbacks.c.id, applications.c.key_id).join(applications)).all()
    keys = {row.id: row.key_id for row in rows}
    for request in received:
        message = request.headers["webhook-id"]
        Webhook(master_of(site.settings).secret(keys[message], 0)).verify(request.body, request.headers)
        bodies.setdefault(message, set()).add(request.body)
    assert bodies.keys() == keys.keys()
    assert {len(found) for found in bodies.values()} == {1}


def _nothing_is_lost_or_doubled(database: Database, ids: dict[str, str]) -> None:
    assert len(ids) >= 3
    assert len(set(ids.values())) == len(ids)
    with database.reading() as cx:
        rows = cx.execute(sa.select(applications.c.id, applications.c.applicant_id, applications.c.state)).all()
        told = Counter(cx.scalars(sa.select(callbacks.c.application_id)))
        kept = {row.applicant_id: row.id for row in rows}
        # The last one may have been taken in without its acknowledgement having come through.
        assert ids.items() <= kept.items()
        assert len(rows) == len(kept) <= len(ids) + 1
        assert {row.state for row in rows} == {"done"}
        assert told == dict.fromkeys(kept.values(), 1), "one callback for each"
        for applicant, application_id in kept.items():
            report = machine_report(cx, application_id)
            assert report is not None
            assert numbers_read(report) == {id_number(int(applicant[1:]))}
            assert len(report["applicants"][0]["documents"]) == PAGES
            assert report["applicants"][0]["problems"] == []


def test_a_few_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    survives(tmp_path, f"sqlite:///{tmp_path / 'data' / 'heyan.db'}", kills=8, seconds=60)


@pytest.mark.slow
def test_a_hundred_kills_on_each_database_lose_and_double_nothing(database_url: str, tmp_path: Path) -> None:
    survives(tmp_path, database_url, kills=100, seconds=120)
