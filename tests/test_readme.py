"""What the READMEs tell people to type works."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli import heyan
from tests.recordings import ROOT

READMES = ("README.md", "README.zh-CN.md")


def commands(readme: str) -> list[list[str]]:
    text = (ROOT / readme).read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    return [shlex.split(line, comments=True) for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("readme", READMES)
def test_every_command_exists_with_its_options(readme: str) -> None:
    named = commands(readme)
    assert ["make", "demo"] in named
    assert ["make", "test"] in named
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for command in named:
        if command[0] == "make":
            assert set(command[1:]) <= targets
        else:
            assert command[0] == "heyan"
            sub = heyan.commands[command[1]]
            context = click.Context(sub)
            _, _, order = sub.make_parser(context).parse_args(command[2:])
            assert order is not None


@pytest.mark.parametrize("readme", READMES)
def test_every_linked_file_exists(readme: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / readme).read_text("utf-8"))
    assert links
    for link in links:
        if "://" not in link:
            assert (ROOT / link).exists(), link


def test_both_readmes_list_the_same_heyan_commands() -> None:
    english, chinese = ([c[1] for c in commands(r) if c[0] == "heyan"] for r in READMES)
    assert english == chinese


@pytest.mark.ocr
def test_verify_as_the_readme_says(tmp_path: Path) -> None:
    source = ROOT / "samples" / "applicants" / "T01"
    folder = tmp_path / "申报材料" / "T01"
    folder.mkdir(parents=True)
    (folder / "profile.json").write_bytes((source / "profile.json").read_bytes())
    files = sorted(json.loads((source / "truth.json").read_text("utf-8"))["files"], key=lambda f: f["file"])[:2]
    for file in files:
        (folder / file["file"]).write_bytes((source / file["file"]).read_bytes())
    command = [sys.executable, str(ROOT / "cli.py"), "verify", "申报材料/", "--brief"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, encoding="utf-8")
    assert run.returncode == 1, run.stderr
    assert "缺材料" in run.stdout
    report = json.loads((tmp_path / "申报材料-report" / "report.json").read_text("utf-8"))
    assert len(report["applicants"][0]["documents"]) == 2
