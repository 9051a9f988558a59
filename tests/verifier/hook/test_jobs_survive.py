"""`heyan serve` and `heyan worker` as they run, with the real engine: killed in the middle, and nothing is lost or done twice."""

from __future__ import annotations

import io
import json
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
import sqlalchemy as sa
from PIL import Image

from tests.verifier.hook.papers import id_number, numbers_read, paper, profile
from tests.verifier.hook.postgres import Cluster
from tests.verifier.hook.running import Installation, client_of, finished, submit
from verifier.hook.storage.database import Database, open_database

pytestmark = pytest.mark.ocr
UPLOADS = 50


def until(condition: Callable[[], bool], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.05)


def pages_read(database: Database) -> dict[str, Any]:
    """Each finished page's workflow with the moment at which it was finished."""
    table = "workflow_status" if database.is_sqlite else "dbos.workflow_status"
    with database.reading() as cx:
        rows = cx.execute(
            sa.text(
                f"select workflow_uuid, completed_at, started_at_epoch_ms from {table} where name = 'page' and status = 'SUCCESS'"
            )
        )
        return {row[0]: tuple(row[1:]) for row in rows}


def test_a_killed_service_goes_on_at_the_last_finished_page(tmp_path: Path) -> None:
    goes_on_at_the_last_finished_page(tmp_path, None)


@pytest.mark.slow
def test_a_killed_service_goes_on_at_the_last_finished_page_on_postgresql(postgres: Cluster, tmp_path: Path) -> None:
    goes_on_at_the_last_finished_page(tmp_path, postgres.database())


def goes_on_at_the_last_finished_page(tmp_path: Path, url: str | None) -> None:
    site = Installation(tmp_path / "data", url)
    database = open_database(site.settings)
    number = id_number(7)
    with site.served() as (client, running):
        accepted = submit(client, profile("A7", number), {"cards.pdf": paper(number, pages=12)}, key="7").json()
        place = f"/v1/applications/{accepted['id']}"
        until(lambda: client.get(place).json()["pages_done"] >= 3)
        running.kill()
        running.wait()
    before = pages_read(database)
    assert 3 <= len(before) < 12, "the kill came in the middle"
    with site.served() as (client, running):
        again = submit(client, profile("A7", number), {"cards.pdf": paper(number, pages=12)}, key="7")
        assert again.json()["id"] == accepted["id"]
        state = finished(client, accepted["id"])
        assert (state["state"], state["pages_done"]) == ("done", 12)
        after = pages_read(database)
        assert len(after) == 12
        assert {name: after[name] for name in before} == before, "what was finished is not done again"
        _results_are_right(client, place, number)
        _another_file_is_read_alone(client, place, database)
        running.terminate()
        assert running.wait(20) == 0
    database.close()


def _results_are_right(client: httpx2.Client, place: str, number: str) -> None:
    report = client.get(f"{place}/report").json()
    assert numbers_read(report) == {number}
    years = [f["value"] for d in report["applicants"][0]["documents"] for f in d["fields"] if f["name"] == "year"]
    assert years == [str(2021 + n) for n in range(12)]
    assert client.get(f"{place}/report?machine=1").json() == report
    assert "退回意见" in client.get(f"{place}/letter").text
    assert client.get(f"{place}/letter?format=docx").content.startswith(b"PK")
    whole = Image.open(io.BytesIO(client.get(f"{place}/files/cards.pdf/pages/12").content))
    field = next(f for f in report["applicants"][0]["documents"][0]["fields"] if f["name"] == "id_number")
    x0, y0, x1, y1 = field["box"]
    crop = client.get(f"{place}/files/cards.pdf/pages/1/crop", params={"x0": x0, "y0": y0, "x1": x1, "y1": y1})
    part = Image.open(io.BytesIO(crop.content))
    assert abs(part.width - (x1 - x0)) < 2
    assert part.width < whole.width
    assert client.get(f"{place}/files/cards.pdf/pages/13").status_code == 404
    known = client.get(f"{place}/files/cards.pdf/pages/1", params={"width": 100})
    assert Image.open(io.BytesIO(known.content)).width == 100
    headers = {"If-None-Match": known.headers["etag"]}
    assert client.get(f"{place}/files/cards.pdf/pages/1", params={"width": 100}, headers=headers).status_code == 304
    outside = {"x0": 90000, "y0": 0, "x1": 90001, "y1": 9}
    assert client.get(f"{place}/files/cards.pdf/pages/1/crop", params=outside).status_code == 404


def _another_file_is_read_alone(client: httpx2.Client, place: str, database: Database) -> None:
    other = id_number(8)
    before = len(pages_read(database))
    assert client.put(f"{place}/files/more.pdf", content=paper(other)).status_code == 202
    state = finished(client, place.rpartition("/")[2])
    assert (state["state"], state["run"], [f["read"] for f in state["files"]]) == ("done", 2, [True, True])
    assert len(pages_read(database)) == before + 1
    assert other in numbers_read(client.get(f"{place}/report").json())
    look = client.post(
        "/v1/precheck", params={"kind": "training_hour_card", "year": 2021, "name": "周启航"}, content=paper(other)
    )
    told = look.json()
    assert (told["answer"], [p["answer"] for p in told["points"]]) == ("yes", ["yes", "yes", "yes"]), told
    look = client.post(
        "/v1/precheck", params={"kind": "annual_appraisal", "year": 2020, "name": "吴越"}, content=paper(other)
    )
    assert [p["answer"] for p in look.json()["points"]][::2] == ["no", "no"]
    broken = client.post("/v1/precheck", params={"kind": "annual_appraisal"}, content=b"%PDF-1.7 broken").json()
    assert broken["answer"] == "unsure"
    assert broken["problems"]


@pytest.mark.slow
def test_of_two_workers_one_is_killed_and_fifty_uploads_keep_apart(postgres: Cluster, tmp_path: Path) -> None:
    site = Installation(tmp_path / "data", postgres.database())
    numbers = {f"A{n}": id_number(100 + n) for n in range(UPLOADS)}
    with site.served("--no-worker") as (client, _), site.process("worker") as doomed, site.process("worker") as other:
        port = client.base_url.port
        assert port is not None

        def upload(applicant: str) -> str:
            with client_of(port, site.key) as own:
                text = profile(applicant, numbers[applicant])
                answer = submit(own, text, {"card.pdf": paper(numbers[applicant])}, key=applicant)
                while answer.status_code == 429:  # sixteen at a time; a caller waits as it is told
                    time.sleep(0.2)
                    answer = submit(own, text, {"card.pdf": paper(numbers[applicant])}, key=applicant)
                assert answer.status_code == 202, answer.text
                return str(answer.json()["id"])

        with ThreadPoolExecutor(UPLOADS) as crowd:
            ids = dict(zip(numbers, crowd.map(upload, numbers), strict=True))
        assert len(set(ids.values())) == UPLOADS
        database = open_database(site.settings)
        until(lambda: len(_pending(database)) == 2)
        until(lambda: len(pages_read(database)) >= 5)
        doomed.kill()
        states = {applicant: finished(client, ids[applicant]) for applicant in numbers}
        assert {s["state"] for s in states.values()} == {"done"}
        for applicant, number in numbers.items():
            report = client.get(f"/v1/applications/{ids[applicant]}/report").json()
            assert report["applicants"][0]["applicant_id"] == applicant
            assert numbers_read(report) == {number}
            text = json.dumps(report)
            assert not [n for n in numbers.values() if n != number and n in text]
        assert other.poll() is None
        database.close()


def _pending(database: Database) -> set[str]:
    """The workers that are at something."""
    with database.reading() as cx:
        return set(
            cx.scalars(sa.text("select distinct executor_id from dbos.workflow_status where status = 'PENDING'"))
        )


@pytest.mark.slow
def test_an_interrupted_service_ends_in_good_time(tmp_path: Path) -> None:
    site = Installation(tmp_path / "data")
    with site.served() as (client, running):
        number = id_number(9)
        assert submit(client, profile("A9", number), {"card.pdf": paper(number, pages=9)}).status_code == 202
        began = time.monotonic()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
        assert time.monotonic() - began < 10
