"""One wording for each label of a sheet, out of those in use (labels.toml)."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path


@cache
def _labels() -> dict[str, dict[str, list[str]]]:
    with (Path(__file__).parent / "labels.toml").open("rb") as source:
        return tomllib.load(source)


def labels(section: str, rng: random.Random) -> dict[str, str]:
    """A wording for every label of `section`."""
    return {label: rng.choice(words) for label, words in _labels()[section].items()}
