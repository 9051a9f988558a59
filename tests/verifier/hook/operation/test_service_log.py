"""The real service, shown everything that is personal or hostile: its log tells what happened, and of whom nothing."""

from __future__ import annotations

import json
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
import sqlalchemy as sa

from tests.verifier.hook.papers import id_number, paper, profile
from tests.verifier.hook.postgres import free_port
from tests.verifier.hook.running import HEYAN, Installation, client_of, finished, submit, wait_until_ready
from verifier.hook.storage.database import open_database

pytestmark = pytest.mark.ocr
NAME, LATIN = "周启航", "Zhou Qihang"
SECRETS = [NAME, LATIN, "Qihang", id_number(1), id_number(2), "13800138000", "越州精工"]
HOSTILE = [
    f"{NAME}-{id_number(1)}.pdf",
    f'{LATIN}"}}{{"event": "forged".pdf',
    f"%s%n{{0}} {id_number(2)}.pdf",
    f"{id_number(1)[:6]} {id_number(1)[6:14]} {id_number(1)[14:]}.pdf",
]


def asked_everything(client: httpx2.Client, desk: httpx2.Client) -> str:
    """Takes an application in, and provokes as many kinds of errors as there are; the application's id."""
    number = id_number(1)
    papers = {
        name: paper(number, NAME) if place == 0 else b"%PDF-1.7 " + number.encode()
        for place, name in enumerate(HOSTILE)
    }
    taken = submit(client, profile(f"{number}", number, NAME), papers, "A1")
    assert taken.status_code == 202, taken.text
    place = taken.headers["location"]
    assert finished(client, taken.json()["id"])["state"] == "done"
    assert client.get(f"{place}/files/{HOSTILE[0]}/pages/1").status_code == 200
    assert client.get(f"{place}/files/{HOSTILE[1]}/pages/1").status_code in (200, 404)
    assert client.get(f"/v1/{NAME}/{number}", params={"name": NAME}).status_code == 404
    assert (
        client.post("/v1/precheck", params={"name": NAME, "year": 2021}, content=paper(number, NAME)).status_code == 200
    )
    refused = [
        client.post("/v1/precheck", params={"year": number}, content=b"x"),
        submit(client, f'{{"name": "{NAME}"', {"a.pdf": b"x"}),
        submit(client, profile("A9", "13800138000", LATIN), {f"a/{NAME}": b"x"}),
        submit(client, profile("A1", number, NAME), {"a.pdf": b"x"}, "A1"),
        submit(client, profile("A3", number), {"a.pdf": b"x"}, callback_url=f"https://evil.test/{number}?name={LATIN}"),
        client.put(f"{place}/files/{NAME}%00.pdf", content=b"x"),
        client.get("/v1/applications", headers={"Authorization": f"Bearer {number}"}),
        desk.post("/desk/sign-in", data={"login": number, "password": "13800138000"}),
    ]
    assert [answer.status_code for answer in refused if not 400 <= answer.status_code < 500] == []
    assert desk.get("/desk/applications/" + number, params={"q": NAME}).status_code in (303, 404)
    return str(taken.json()["id"])


def without_a_table(site: Installation, name: str) -> None:
    database = open_database(site.settings)
    with database.writing() as cx:
        cx.execute(sa.text("PRAGMA legacy_alter_table=ON"))
        cx.execute(sa.text(f"ALTER TABLE {name} RENAME TO {name}_away"))
    database.close()


def test_the_log_tells_what_happened_and_of_whom_nothing(tmp_path: Path) -> None:
    site, port, log = Installation(tmp_path / "data"), free_port(), tmp_path / "log"
    command = [HEYAN, "serve", "--port", str(port)]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, env=site.environment, stdout=out, stderr=out) as running,
        client_of(port, site.key) as client,
        client_of(port, "none") as desk,
    ):
        try:
            wait_until_ready(client, running)
            application = asked_everything(client, desk)
            scrape = client.get("/metrics")
            without_a_table(site, "files")
            number = id_number(2)
            assert client.get(f"/v1/applications/{application}", params={"name": NAME}).status_code == 500
            with suppress(httpx2.TransportError):  # uvicorn may hang up after an error
                submit(client, profile("A5", number, NAME), {HOSTILE[0]: paper(number, NAME)})
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(20)
    _scrape_is_right(scrape)
    text = log.read_text("utf-8")
    lines: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
    told = text + "".join(json.dumps(line, ensure_ascii=False) for line in lines)
    assert [secret for secret in (*SECRETS, id_number(1)[6:14], id_number(2)[6:14]) if secret in told] == []
    assert not any(name.split(".")[0] in told for name in HOSTILE)
    events = {line["event"] for line in lines}
    assert {"worker started", "request", "request failed"} <= events
    assert "forged" not in events
    failed = [line for line in lines if line.get("error") == "OperationalError"]
    assert any(line.get("where") for line in failed)
    asked = [line for line in lines if line["event"] == "request"]
    assert {line["route"] for line in asked} >= {
        "/v1/applications",
        "/v1/precheck",
        "/v1/applications/{application_id}",
        "none",
    }
    assert {line["status"] for line in asked} >= {200, 202, 422, 500}


def _scrape_is_right(scrape: httpx2.Response) -> None:
    assert scrape.status_code == 200
    values = dict(line.rsplit(" ", 1) for line in scrape.text.splitlines() if not line.startswith("#"))
    assert values['heyan_applications{state="done"}'] == "1.0"
    assert values["heyan_workers"] == "1.0"
    assert values["heyan_queue_length"] == "0.0"
    assert values["heyan_precheck_seconds_count"] == "1.0"
    assert values['heyan_requests_total{method="POST",route="/v1/applications",status="202"}'] == "1.0"
    assert not any(secret in scrape.text for secret in SECRETS)
