from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import document_cache
from extractors.cache import ReadingCache, ReadingKey
from extractors.document_cache import DocumentCache, extraction_fingerprint
from extractors.documents import FAILED, documents_of
from models.document import Document, Field, FileReading, Problem
from models.geometry import Box

KEY = ReadingKey("ab" * 32, "onnx", "1+x", "200dpi")
READING = FileReading("a.pdf", KEY.sha256)
FIELDS = (
    Field("name", "周启航", "周 启航", 0.9123, 1, Box(0.0, 1.25, 1600, 20.1), 3, ("repaired", "doubtful")),
    Field("seal", "present", "\udc80☑", 1.0, 2, Box(1, 2, 3, 4)),
)
FOUND = (
    Document("a.pdf#1", "a.pdf", (1, 2), "paper", 0.75, FIELDS, ("grayscale",), ((1600, 1100), (800, 900))),
    Document("a.pdf#2", "a.pdf", (3,), "other", 0.5),
)


class Finder:
    """Stands in for `documents_of`, and counts."""

    def __init__(self, found: tuple[Document, ...] = FOUND) -> None:
        self.found = found
        self.calls = 0

    def __call__(self, _reading: FileReading) -> tuple[Document, ...]:
        self.calls += 1
        return self.found


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> Finder:
    found = Finder()
    monkeypatch.setattr(document_cache, "documents_of", found)
    return found


@pytest.fixture
def readings(tmp_path: Path) -> ReadingCache:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    return cache


def test_documents_are_looked_for_once_and_come_back_to_the_last_digit(finder: Finder, readings: ReadingCache) -> None:
    first = DocumentCache(readings).documents_of(KEY, READING)
    again = DocumentCache(readings).documents_of(KEY, READING)
    assert repr(again) == repr(first) == repr(FOUND)  # repr tells 1600 from 1600.0
    assert finder.calls == 1


def test_documents_take_the_name_of_the_file(finder: Finder, readings: ReadingCache) -> None:
    DocumentCache(readings).documents_of(KEY, READING)
    found = DocumentCache(readings).documents_of(KEY, replace(READING, file="目录/b.pdf"))
    assert [(d.id, d.file) for d in found] == [("目录/b.pdf#1", "目录/b.pdf"), ("目录/b.pdf#2", "目录/b.pdf")]
    assert finder.calls == 1


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "no gzip": lambda _data: b"no gzip",
    "a changed byte": lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
    "no JSON": lambda _data: gzip.compress(b"no json"),
    "no entry": lambda _data: gzip.compress(b"[]"),
    "older": lambda data: gzip.compress(gzip.decompress(data).replace(b"heyan-documents/1", b"heyan-documents/0")),
    "other shape": lambda data: gzip.compress(
        json.dumps({**json.loads(gzip.decompress(data)), "documents": [[1, 2, 3]]}).encode()
    ),
}


@pytest.mark.parametrize("way", BREAKS)
def test_broken_and_old_entries_are_made_anew(finder: Finder, readings: ReadingCache, way: str) -> None:
    cache = DocumentCache(readings)
    cache.documents_of(KEY, READING)
    whole = cache.place(KEY).read_bytes()
    cache.place(KEY).write_bytes(BREAKS[way](whole))
    assert cache.documents_of(KEY, READING) == FOUND
    assert finder.calls == 2
    assert cache.place(KEY).read_bytes() == whole


def test_another_reading_of_the_same_file_is_looked_through_anew(finder: Finder, readings: ReadingCache) -> None:
    cache = DocumentCache(readings)
    cache.documents_of(KEY, READING)
    other = replace(READING, problems=(Problem("a.pdf", "damaged", "这一页已损坏。", 3),))
    readings.put(KEY, other)
    cache.documents_of(KEY, other)
    assert finder.calls == 2


def test_a_change_of_extraction_makes_all_anew(
    finder: Finder, readings: ReadingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    DocumentCache(readings).documents_of(KEY, READING)
    monkeypatch.setattr(document_cache, "extraction_fingerprint", lambda: "another")
    DocumentCache(readings).documents_of(KEY, READING)
    assert finder.calls == 2


def test_the_fingerprint_is_of_code_data_and_what_both_call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = extraction_fingerprint()
    monkeypatch.setattr(document_cache, "files", lambda _package: tmp_path)

    def after(name: str, content: str) -> str:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
        extraction_fingerprint.cache_clear()
        return extraction_fingerprint()

    try:
        seen = [
            own,
            after("text.py", "1"),
            after("text.py", "2"),
            after("kinds/labels.toml", ""),
            after("kinds/a.txt", ""),
        ]
        assert len(set(seen)) == len(seen)
        assert after("__pycache__/text.pyc", "compiled") == seen[-1]
        monkeypatch.setattr(document_cache, "version", lambda _name: "999")
        assert after("text.py", "2") != seen[-1]
    finally:
        extraction_fingerprint.cache_clear()


def test_what_is_not_kept_of_readings_has_no_documents_kept(finder: Finder, readings: ReadingCache) -> None:
    slow = replace(READING, problems=(Problem("a.pdf", "too_slow", "…"),))
    for key, reading in ((KEY, slow), (replace(KEY, sha256=""), READING), (replace(KEY, version="2"), READING)):
        for _ in range(2):
            assert DocumentCache(readings).documents_of(key, reading) == FOUND
    assert finder.calls == 6
    assert not DocumentCache(readings).place(KEY).exists()


def test_fields_that_could_not_be_extracted_are_tried_again(
    readings: ReadingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = Finder((replace(FOUND[0], kind_confidence=FAILED),))
    monkeypatch.setattr(document_cache, "documents_of", failed)
    for _ in range(2):
        DocumentCache(readings).documents_of(KEY, READING)
    assert failed.calls == 2


def test_a_folder_that_cannot_be_written_stops_nothing(
    finder: Finder, readings: ReadingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(document_cache, "write_whole", full)
    assert DocumentCache(readings).documents_of(KEY, READING) == FOUND
    assert finder.calls == 1


def test_entries_are_swept_with_the_readings(readings: ReadingCache) -> None:
    cache = DocumentCache(readings)
    cache.documents_of(KEY, READING)
    assert cache.place(KEY) in list(readings.folder.glob("*/*.json.gz"))
    assert cache.place(KEY).name.startswith(KEY.sha256)


def test_without_stand_ins_an_empty_file_has_no_documents(readings: ReadingCache) -> None:
    for _ in range(2):
        assert DocumentCache(readings).documents_of(KEY, READING) == documents_of(READING) == ()
