"""docs/operation.md names commands, variables and metrics that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click

from cli import heyan
from verifier.hook.operation.masking import known_keys, masked
from verifier.hook.operation.metrics import Metrics
from verifier.hook.settings import VARIABLES

ROOT = Path(__file__).resolve().parents[4]
TEXT = (ROOT / "docs" / "operation.md").read_text("utf-8")


def test_every_command_exists_with_its_options() -> None:
    lines = [line.strip() for line in re.findall(r"^(heyan .*)$", TEXT, re.M)]
    lines += re.findall(r"`(heyan (?:key|audit|doctor|purge)[^`]*)`", TEXT)
    assert len(lines) >= 6
    for line in lines:
        command: click.Command = heyan
        rest = shlex.split(line, comments=True)[1:]
        while isinstance(command, click.Group):
            command, rest = command.commands[rest[0]], rest[1:]
        if rest:
            command.make_parser(click.Context(command)).parse_args(rest)


def test_every_variable_and_file_exists() -> None:
    named = set(re.findall(r"HEYAN_\w+", TEXT))
    assert named <= {*VARIABLES, "HEYAN_DATA", "HEYAN_DATABASE", "HEYAN_KEEP"}
    for path in re.findall(r"`?((?:deploy|tests|verifier)/[\w./-]+\w)", TEXT):
        assert (ROOT / path).exists(), path


def test_every_metric_of_this_process_is_named() -> None:
    found = {family.name for family in Metrics().registry.collect()}
    assert {name for name in found if name.startswith("heyan_")} <= {
        name.removesuffix("_total") for name in re.findall(r"heyan_\w+", TEXT)
    }


def test_the_line_of_the_log_that_is_shown_is_one() -> None:
    import json

    (line,) = (json.loads(found) for found in re.findall(r"```json\n(.*?)\n```", TEXT, re.S))
    assert masked(None, "", known_keys(None, "", dict(line))) == line
