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


def looked_up(readings: ReadingCache, key: ReadingKey = KEY, reading: FileReading = READING) -> bool:
    """Whether the documents of `reading` had to be looked for, as a run does where none are kept."""
    cache = DocumentCache(readings)
    known = cache.known(key, reading)
    if known is None:
        cache.keep(key, reading, FOUND)
    return known is None


@pytest.fixture
def readings(tmp_path: Path) -> ReadingCache:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    return cache


def test_documents_are_looked_for_once_and_come_back_to_the_last_digit(readings: ReadingCache) -> None:
    assert [looked_up(readings), looked_up(readings)] == [True, False]
    assert repr(DocumentCache(readings).known(KEY, READING)) == repr(FOUND)  # repr tells 1600 from 1600.0


def test_documents_take_the_name_of_the_file(readings: ReadingCache) -> None:
    DocumentCache(readings).keep(KEY, READING, FOUND)
    found = DocumentCache(readings).known(KEY, replace(READING, file="目录/b.pdf"))
    assert found is not None
    assert [(d.id, d.file) for d in found] == [("目录/b.pdf#1", "目录/b.pdf"), ("目录/b.pdf#2", "目录/b.pdf")]


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
def test_broken_and_old_entries_are_made_anew(readings: ReadingCache, way: str) -> None:
    cache = DocumentCache(readings)
    cache.keep(KEY, READING, FOUND)
    whole = cache.place(KEY).read_bytes()
    cache.place(KEY).write_bytes(BREAKS[way](whole))
    assert looked_up(readings)
    assert cache.place(KEY).read_bytes() == whole
    assert cache.known(KEY, READING) == FOUND


def test_another_reading_of_the_same_file_is_looked_through_anew(readings: ReadingCache) -> None:
    assert looked_up(readings)
    other = replace(READING, problems=(Problem("a.pdf", "damaged", "这一页已损坏。", 3),))
    readings.put(KEY, other)
    assert looked_up(readings, reading=other)


def test_a_change_of_extraction_makes_all_anew(readings: ReadingCache, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked_up(readings)
    monkeypatch.setattr(document_cache, "extraction_fingerprint", lambda: "another")
    assert looked_up(readings)


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


def test_what_is_not_kept_of_readings_has_no_documents_kept(readings: ReadingCache) -> None:
    slow = replace(READING, problems=(Problem("a.pdf", "too_slow", "…"),))
    for key, reading in ((KEY, slow), (replace(KEY, sha256=""), READING), (replace(KEY, version="2"), READING)):
        assert [looked_up(readings, key, reading) for _ in range(2)] == [True, True]
    assert not DocumentCache(readings).place(KEY).exists()


def test_fields_that_could_not_be_extracted_are_tried_again(readings: ReadingCache) -> None:
    cache = DocumentCache(readings)
    cache.keep(KEY, READING, (replace(FOUND[0], kind_confidence=FAILED),))
    assert cache.known(KEY, READING) is None


def test_a_folder_that_cannot_be_written_stops_nothing(readings: ReadingCache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(document_cache, "write_whole", full)
    assert [looked_up(readings), looked_up(readings)] == [True, True]


def test_entries_are_swept_with_the_readings(readings: ReadingCache) -> None:
    cache = DocumentCache(readings)
    cache.keep(KEY, READING, FOUND)
    assert cache.place(KEY) in list(readings.folder.glob("*/*.json.gz"))
    assert cache.place(KEY).name.startswith(KEY.sha256)


def test_an_empty_file_has_no_documents_and_that_is_kept(readings: ReadingCache) -> None:
    DocumentCache(readings).keep(KEY, READING, documents_of(READING))
    assert DocumentCache(readings).known(KEY, READING) == ()
