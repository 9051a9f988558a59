"""Searches for documents that go wrong on purpose, in the process that has the file `BAD`."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractors.documents import FAILED
from models.document import Document, FileReading
from verifier.reading.searching import search

BAD = "bad.pdf"


def dies(readings: Sequence[FileReading]) -> list[tuple[Document, ...]]:
    if _is_bad(readings):
        os._exit(11)
    return search(readings)


def hangs(readings: Sequence[FileReading]) -> list[tuple[Document, ...]]:
    if _is_bad(readings):
        time.sleep(1000)
    return search(readings)


def lacks_memory(readings: Sequence[FileReading]) -> list[tuple[Document, ...]]:
    if _is_bad(readings):
        bytearray(2 * 1024**3)  # more than the fences let it have
    return search(readings)


def fails_in_an_extractor(readings: Sequence[FileReading]) -> list[tuple[Document, ...]]:
    found = search(readings)
    if _is_bad(readings):
        return [tuple(replace(document, kind_confidence=FAILED, fields=()) for document in each) for each in found]
    return found


def _is_bad(readings: Sequence[FileReading]) -> bool:
    return any(reading.file == BAD for reading in readings)


def is_refused_network(_path: Path) -> bool:
    try:
        socket.socket().close()
    except PermissionError:
        return True
    return False


def is_refused_writing(path: Path) -> bool:
    try:
        path.write_text("")
    except PermissionError:
        return True
    return False
