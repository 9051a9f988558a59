"""docs/hook.md does what it says: its commands and its program run as they stand."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import click
import pytest

from cli import heyan
from tests.verifier.hook.papers import id_number, numbers_read, paper, profile
from tests.verifier.hook.running import Installation
from verifier.hook.settings import HookLimits, settings_from_environment

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


@pytest.mark.ocr
def test_the_examples_run_as_they_stand(tmp_path: Path) -> None:
    site = Installation(tmp_path / "data")
    place = tmp_path / "A001"
    place.mkdir()
    (place / "profile.json").write_text(profile("A001", id_number(1)), "utf-8")
    (place / "card.pdf").write_bytes(paper(id_number(1)))
    (place / "more.pdf").write_bytes(paper(id_number(2)))
    (tmp_path / "program.py").write_text(blocks("python")[0], "utf-8")
    with site.served() as (client, _):
        given = {**os.environ, "HEYAN_URL": str(client.base_url).rstrip("/"), "HEYAN_KEY": site.key, "NO_PROXY": "*"}
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
