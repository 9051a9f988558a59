"""Documents kept beside the reading that they were found in, so that a repeated run need not look for them again.

An entry counts only for the very bytes of the reading that it was made from, and for the code and data that made it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from extractors.cache import ReadingCache, ReadingKey, is_kept, write_whole
from extractors.documents import FAILED
from models.document import Document, Field, FileReading
from models.geometry import Box

SCHEMA = "heyan-documents/1"
_PACKAGES = ("extractors", "models")
_LIBRARIES = ("numpy", "python-stdnum", "rapidfuzz")
_COMPILED = (".pyc", ".pyo", ".onnx")
_FAST = 1


@cache
def extraction_fingerprint() -> str:
    """Of all that documents depend on but the reading: this program up to them, its data, what it calls."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for name, content in _sources(files(package), package):
            digest.update(name.encode() + b"\0" + content + b"\0")
    calls = [platform.python_version(), unicodedata.unidata_version, *(version(name) for name in _LIBRARIES)]
    digest.update("\0".join(calls).encode())
    return digest.hexdigest()[:16]


def _sources(place: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if place.is_dir():
        for part in sorted(place.iterdir(), key=lambda p: p.name):
            if part.name != "__pycache__":
                yield from _sources(part, f"{name}/{part.name}")
    elif not name.endswith(_COMPILED):
        yield name, place.read_bytes()


class DocumentCache:
    """Documents of the readings in `readings`. What cannot be read, written or understood is as good as absent."""

    def __init__(self, readings: ReadingCache) -> None:
        self._readings = readings

    def known(self, key: ReadingKey, reading: FileReading) -> tuple[Document, ...] | None:
        """What `keep` was given for `reading`, which is what is kept under `key`; None where that has to be found anew."""
        made_from = self._made_from(key, reading)
        return self._get(key, made_from, reading.file) if made_from else None

    def keep(self, key: ReadingKey, reading: FileReading, documents: tuple[Document, ...]) -> None:
        """Keep what `extractors.documents.documents_of` says of `reading`, unless it might say more another time."""
        made_from = self._made_from(key, reading)
        if made_from:
            self._put(key, made_from, documents)

    def place(self, key: ReadingKey) -> Path:
        """Where the documents found in the reading of `key` lie, if they are kept."""
        reading = self._readings.place(key)
        return reading.with_name(reading.name.replace(".json.gz", ".documents.json.gz"))

    def _made_from(self, key: ReadingKey, reading: FileReading) -> str:
        """What an entry names to say which reading it is of, and by what it was made; "" where there is no such reading."""
        if not is_kept(key, reading):
            return ""
        try:
            kept = self._readings.place(key).read_bytes()
        except OSError:
            return ""
        return f"{hashlib.sha256(kept).hexdigest()}+{extraction_fingerprint()}"

    def _get(self, key: ReadingKey, made_from: str, file: str) -> tuple[Document, ...] | None:
        try:
            entry = json.loads(gzip.decompress(self.place(key).read_bytes()))
            if entry["schema"] != SCHEMA or entry["made_from"] != made_from:
                return None
            return tuple(_document(file, number, *given) for number, given in enumerate(entry["documents"], start=1))
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _put(self, key: ReadingKey, made_from: str, documents: tuple[Document, ...]) -> None:
        if any(d.kind_confidence <= FAILED for d in documents):
            return  # perhaps for want of memory: another time it may go better
        entry = {"schema": SCHEMA, "made_from": made_from, "documents": [_plain(d) for d in documents]}
        data = gzip.compress(json.dumps(entry, separators=(",", ":")).encode("ascii"), compresslevel=_FAST, mtime=0)
        try:
            write_whole(self.place(key), data, lasting=False)
        except OSError:
            return  # a full disk or a read-only folder must not stop the run


def _plain(document: Document) -> list[Any]:
    """All of `document` but its file's name, so that whole numbers stay whole: a report shows the difference."""
    fields = [[f.name, f.value, f.raw, f.confidence, f.page, f.box, f.row, f.notes] for f in document.fields]
    about = [document.pages, document.kind, document.kind_confidence]
    return [*about, fields, document.remarks, document.page_sizes]


def _document(
    file: str, number: int, pages: Any, kind: Any, confidence: Any, fields: Any, remarks: Any, sizes: Any
) -> Document:
    found = tuple(_field(*given) for given in fields)
    page_sizes = tuple((width, height) for width, height in sizes)
    return Document(f"{file}#{number}", file, tuple(pages), kind, confidence, found, tuple(remarks), page_sizes)


def _field(name: Any, value: Any, raw: Any, confidence: Any, page: Any, box: Any, row: Any, notes: Any) -> Field:
    return Field(name, value, raw, confidence, page, Box(*box), row, tuple(notes))
