"""Words of the samples as the real engine read them, so that everything right of the words is tested in milliseconds."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from extractors.cache import relabelled
from models.document import FileReading

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples" / "applicants"
RECORDED = Path(__file__).resolve().parent / "recorded"
READING = TypeAdapter(FileReading)


def place_of(sha256: str) -> Path:
    """Where the recording of a file with this content hash lies."""
    return RECORDED / f"{sha256[:24]}.json.gz"


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def recorded(path: Path, name: str) -> FileReading:
    """The recorded reading of the sample at `path`, called `name`."""
    place = place_of(sha256_of(path))
    assert place.is_file(), f"{path} has no recording: run `make record`"
    return relabelled(READING.validate_json(gzip.decompress(place.read_bytes())), name)
