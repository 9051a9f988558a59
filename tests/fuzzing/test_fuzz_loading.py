"""Broken profiles and rule packs: an error that names the file and the field, or something that can be used."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from models.errors import ProfileError, RulePackError
from tests.fuzzing.budget import mutated, rounds
from tests.recordings import SAMPLES
from verifier.pipeline import verify_applicant
from verifier.profiles import load_profile
from verifier.rulepacks import load_pack

pytestmark = pytest.mark.fuzz
PACKS = Path(__file__).parents[2] / "verifier" / "packs"
ODD = (
    None,
    True,
    -1,
    0,
    1e308,
    "",
    "x" * 5000,
    "2021-02-30",
    "<b>",
    "=1+1",
    "\u202e",
    [],
    {},
    [[]],
    {"a": 1},
    "２０２１",
)


def changed(value: Any, chance: random.Random) -> Any:
    """One place of a JSON value replaced, lost or doubled."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        if chance.random() < 0.1:
            return {k: v for k, v in value.items() if k != key}
        return {**value, key: changed(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        twice = value[at : at + 1] if chance.random() < 0.2 else []
        return [*value[:at], changed(value[at], chance), *twice, *value[at + 1 :]]
    return chance.choice(ODD)


def test_profiles(tmp_path: Path) -> None:
    pack = load_pack("shangyu-2023-engineer")
    sound = [path.read_bytes() for path in sorted(SAMPLES.glob("*/profile.json"))]
    path, used = tmp_path / "profile.json", 0
    for chance in rounds():
        content = chance.choice(sound)
        if chance.random() < 0.7:
            content = json.dumps(changed(json.loads(content), chance), ensure_ascii=chance.random() < 0.5).encode()
        else:
            content = mutated(content, chance)
        path.write_bytes(content)
        try:
            profile = load_profile(path)
        except ProfileError as error:
            told = str(error)
        else:
            told = path.name
            assert verify_applicant(profile, [], pack).findings
            used += 1
        assert path.name in told
    assert used


def test_rule_packs(tmp_path: Path) -> None:
    sound = [path.read_text(encoding="utf-8") for path in sorted(PACKS.glob("*.toml"))]
    profile = load_profile(next(iter(sorted(SAMPLES.glob("*/profile.json")))))
    path = tmp_path / "pack.toml"
    for chance in rounds():
        lines = chance.choice(sound).splitlines()
        for _ in range(chance.choice((1, 1, 3))):
            at = chance.randrange(len(lines))
            key, equals, _ = lines[at].partition("=")
            odd = (
                "-1",
                "0",
                '""',
                "[]",
                "{}",
                "true",
                "1e400",
                '"2021-13-01"',
                '["x", "x"]',
                "2021-01-01",
                '"\\u0000"',
            )
            choices = (
                f"{key}{equals}{chance.choice(odd)}",
                "",
                lines[at] * 2,
                chance.choice(lines),
                f"[{key.strip()}]",
            )
            lines[at] = chance.choice(choices)
        content = "\n".join(lines).encode()
        path.write_bytes(mutated(content, chance) if chance.random() < 0.2 else content)
        try:
            pack = load_pack(path)
        except RulePackError as error:
            told = str(error)
        else:
            told = path.name
            verify_applicant(profile, [], pack)
        assert path.name in told
