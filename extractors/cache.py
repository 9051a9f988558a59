"""Readings kept on disk, so that a file is read once: one gzipped JSON document a reading."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
import zlib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs
from pydantic import TypeAdapter, ValidationError

from models.document import FileReading
from models.settings import ReadingSettings

SCHEMA = "heyan-reading/1"
# What depends on the machine or the moment may go better next time.
NOT_KEPT = frozenset({"too_slow", "too_large", "crashed", "internal", "engine", "unreadable"})
_READING = TypeAdapter(FileReading)
_PIPELINE = (
    "intake",
    "textlayer",
    "upright",
    "ocr",
    "marks",
    "reading.py",
    "page_reading.py",
    "page_rounding.py",
    "text_page.py",
    "claimed_text.py",
    "connected.py",
    "levels.py",
    "quality.py",
    "thumbnail.py",
)


@dataclass(frozen=True, slots=True)
class ReadingKey:
    """What a reading depends on: the file's content, the engine, and everything else in `settings`."""

    sha256: str
    engine: str
    version: str
    settings: str


def settings_key(settings: ReadingSettings) -> str:
    """The settings that change a reading, and a fingerprint of the code that reads: an update reads anew."""
    return f"{settings.render_dpi:g}dpi+{_fingerprint()}"


@cache
def _fingerprint() -> str:
    digest = hashlib.sha256()
    root = files("extractors")
    for name in _PIPELINE:
        for path, content in _sources(root.joinpath(name), name):
            digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _sources(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    if place.is_dir():
        inside = sorted(place.iterdir(), key=lambda p: p.name)
        return [found for part in inside for found in _sources(part, f"{name}/{part.name}")]
    return [(name, place.read_bytes())] if place.is_file() and name.endswith((".py", ".toml", ".npz")) else []


def default_folder() -> Path:
    """Where readings are kept: HEYAN_CACHE, or a folder in the user's cache directory."""
    given = os.environ.get("HEYAN_CACHE", "").strip()
    return Path(given) if given else Path(platformdirs.user_cache_dir("heyan")) / "readings"


class ReadingCache:
    """Readings under `folder` (default `default_folder()`). One that cannot be read or written is as good as empty."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else default_folder()

    def get(self, key: ReadingKey, name: str) -> FileReading | None:
        """The reading kept under `key`, of a file now called `name`; None where there is none that is whole."""
        try:
            document = json.loads(gzip.decompress(self.place(key).read_bytes()))
            if document["schema"] != SCHEMA or document["key"] != _labels(key):
                return None
            return relabelled(_READING.validate_python(document["reading"]), name)
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, ValidationError, RecursionError):
            return None

    def put(self, key: ReadingKey, reading: FileReading) -> None:
        """Keep `reading`, unless a problem in it might not occur again. Whole or not at all, also when interrupted."""
        if not is_kept(key, reading):
            return
        document = {
            "schema": SCHEMA,
            "key": _labels(key),
            "reading": _READING.dump_python(relabelled(reading, ""), mode="json", exclude_defaults=True),
        }
        data = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        try:
            write_whole(self.place(key), gzip.compress(data.encode(), compresslevel=6, mtime=0))
        except OSError:
            return  # a full disk or a read-only folder must not stop the run

    def place(self, key: ReadingKey) -> Path:
        """Where the reading of `key` lies, if it is kept."""
        about = hashlib.sha256("\0".join((key.engine, key.version, key.settings)).encode()).hexdigest()[:12]
        return self.folder / key.sha256[:2] / f"{key.sha256}-{about}.json.gz"


def is_kept(key: ReadingKey, reading: FileReading) -> bool:
    """Whether `reading` is of `key`, and would come out the same another time."""
    return bool(key.sha256) and reading.sha256 == key.sha256 and all(p.code not in NOT_KEPT for p in reading.problems)


def relabelled(reading: FileReading, name: str) -> FileReading:
    """The reading as that of a file called `name`."""
    return replace(reading, file=name, problems=tuple(replace(p, file=name) for p in reading.problems))


def _labels(key: ReadingKey) -> list[str]:
    return [key.sha256, key.engine, key.version, key.settings]


def write_whole(path: Path, data: bytes, lasting: bool = True) -> None:
    """Put `data` at `path`, whole or not at all; `lasting` also when the power fails the next moment. OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
