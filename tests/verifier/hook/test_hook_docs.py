"""docs/hook.md does what it says: its commands and its program run as they stand."""

from __future__ import annotations

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import click
import httpx2
import pytest

from cli import heyan
from tests.verifier.hook.papers import id_number, numbers_read, paper, profile
from tests.verifier.hook.postgres import free_port
from tests.verifier.hook.running import Installation, submit
from verifier.hook.callbacks.delivery import SCHEDULE
from verifier.hook.callbacks.secrets import Master, master_of
from verifier.hook.callbacks.sending import Sender
from verifier.hook.callbacks.signing import signed_headers
from verifier.hook.settings import VARIABLES, HookLimits, settings_from_environment
from verifier.hook.storage.api_keys import list_keys
from verifier.hook.storage.callbacks import callbacks_of, resend
from verifier.hook.storage.database import open_database
from verifier.hook.storage.tables import now

PAGE = Path(__file__).resolve().parents[3] / "docs" / "hook.md"


def blocks(language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert found
    return found


def test_every_command_exists_with_its_options() -> None:
    for line in "".join(blocks("sh")).splitlines():
        words = shlex.split(line, comments=True)
        assert words[0] == "heyan"
        command: click.Command = heyan
        rest = words[1:]
        while isinstance(command, click.Group):
            command, rest = command.commands[rest[0]], rest[1:]
        command.make_parser(click.Context(command)).parse_args(rest)


def test_every_variable_is_one(tmp_path: Path) -> None:
    named = set(re.findall(r"HEYAN_LIMIT_(\w+)", PAGE.read_text("utf-8")))
    assert named == {f.name.upper() for f in fields(HookLimits)} - {"SIGNIN_TRIES"}
    made = settings_from_environment({"HEYAN_DATA": str(tmp_path), **{f"HEYAN_LIMIT_{n}": "7" for n in named}})
    assert {getattr(made.limits, n.lower()) for n in named} == {7}


@dataclass(frozen=True)
class Running:
    """A service that may call back to `port`."""

    site: Installation
    client: httpx2.Client
    port: int


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    port, data = free_port(), tmp_path_factory.mktemp("hook") / "data"
    site = Installation(data, HEYAN_CALLBACK_HOSTS=f"127.0.0.1:{port}", HEYAN_ALLOW_PRIVATE="1")
    with site.served() as (client, _):
        yield Running(site, client, port)


@pytest.mark.ocr
def test_the_examples_run_as_they_stand(running: Running, tmp_path: Path) -> None:
    place = tmp_path / "A001"
    place.mkdir()
    (place / "profile.json").write_text(profile("A001", id_number(1)), "utf-8")
    (place / "card.pdf").write_bytes(paper(id_number(1)))
    (place / "more.pdf").write_bytes(paper(id_number(2)))
    (tmp_path / "program.py").write_text(blocks("python")[0], "utf-8")
    given = {
        **os.environ,
        "HEYAN_URL": str(running.client.base_url).rstrip("/"),
        "HEYAN_KEY": running.site.key,
        "NO_PROXY": "*",
    }
    subprocess.run(["bash", "-c", blocks("bash")[0]], cwd=place, env=given, check=True, timeout=120)
    told = subprocess.run(
        [sys.executable, tmp_path / "program.py"],
        cwd=place,
        env=given,
        check=True,
        timeout=120,
        capture_output=True,
    ).stdout.decode()
    assert json.loads((place / "precheck.json").read_text("utf-8"))["answer"] == "yes"
    assert numbers_read(json.loads((place / "report.json").read_text("utf-8"))) == {id_number(1), id_number(2)}
    assert json.loads((place / "added.json").read_text("utf-8"))["run"] == 2
    assert (place / "letter.docx").read_bytes().startswith(b"PK")
    assert (place / "page.png").read_bytes().startswith(b"\x89PNG")
    assert "file.readable" in told


def test_every_setting_is_told() -> None:
    pages = "".join(path.read_text("utf-8") for path in PAGE.parent.glob("*.md"))
    assert {name for name in VARIABLES if f"`{name}`" not in pages} == set()


def test_the_schedule_of_callbacks_is_as_told() -> None:
    told = re.search(r"after ([^,]+(?:, [^,]+)* and 24 h)", PAGE.read_text("utf-8"))
    assert told is not None
    units = {"s": 1, "min": 60, "h": 3600}
    pauses = [int(n) * units[unit] for n, unit in re.findall(r"(\d+) (s|min|h)\b", told[1])]
    assert tuple(pauses) == SCHEDULE


@pytest.mark.ocr
def test_the_receiver_is_told_and_believes_nobody_else(running: Running, tmp_path: Path) -> None:
    site, client, port = running.site, running.client, running.port
    database = open_database(site.settings)
    with database.reading() as cx:
        key_id = next(key.id for key in list_keys(cx) if key.name == "platform")
    master = master_of(site.settings)
    (tmp_path / "receiver.py").write_text(blocks("python")[1], "utf-8")
    url = f"http://127.0.0.1:{port}/callbacks"
    given = {**os.environ, "HEYAN_SECRET": master.secret(key_id, 0), "PORT": str(port)}
    command, told = [sys.executable, tmp_path / "receiver.py"], tmp_path / "told"
    with (
        told.open("wb") as output,
        subprocess.Popen(command, env=given, stdout=output, stderr=subprocess.DEVNULL) as receiver,
    ):
        try:
            until(lambda: is_open(port))
            place = submit(
                client, profile("A003", id_number(1)), {"card.pdf": paper(id_number(1))}, callback_url=url
            ).headers["location"]
            until(lambda: client.get(f"{place}/callbacks").json()["callbacks"][:1])
            until(lambda: client.get(f"{place}/callbacks").json()["callbacks"][0]["state"] == "delivered")
            verdict = client.get(place).json()["verdict"]
            with database.writing() as cx:
                (kept,) = callbacks_of(cx, place.rpartition("/")[2])
                resend(cx, [kept.id])
            until(lambda: client.get(f"{place}/callbacks").json()["callbacks"][0]["state"] == "delivered")
            sender = Sender((f"127.0.0.1:{port}",), allow_private=True)
            forged = json.dumps(kept.body).replace(verdict, "pass").encode()
            headers = signed_headers([Master(b"x" * 32).secret(key_id, 0)], "cb_forged", now(), forged.decode())
            assert sender.post(url, forged, headers).failure == "http_401"
            assert sender.post(url, forged, {**headers, "webhook-signature": "nonsense"}).failure == "http_401"
        finally:
            receiver.kill()
    database.close()
    assert told.read_text("utf-8").split("\n") == [f"application.done A003 {verdict}", ""], "once, and nothing forged"


def is_open(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def until(condition: Callable[[], object], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.1)
