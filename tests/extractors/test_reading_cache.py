from __future__ import annotations

import errno
import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.cache import ReadingCache, ReadingKey, default_folder, settings_key
from models.document import FileReading, Problem
from models.geometry import Box
from models.page import Mark, Page, PageQuality, Word
from models.settings import Limits, ReadingSettings

KEY = ReadingKey("ab" * 32, "onnx", "1+x", "200dpi")
READING = FileReading(
    "a.pdf",
    KEY.sha256,
    (
        Page(
            1,
            (100, 200),
            (200, 100),
            "ocr",
            words=(Word("合格", Box(1.0, 2.5, 30.0, 20.0), 0.9123, (1.0, 15.0, 30.0), doubtful=True),),
            cells=(Box(0.0, 0.0, 50.0, 50.0),),
            marks=(Mark("checkbox", Box(5.0, 5.0, 9.0, 9.0), 0.8, checked=True),),
            unread=(Box(1.0, 1.0, 2.0, 2.0),),
            to_stored=(0.0, 1.0, 0.0, -1.0, 1e-07, 200.0, 0.0, 0.0, 1.0),
            dpi=150.0,
            quality=PageQuality(coloured=False, sharpness=12.5, ink=0.01),
        ),
        Page(2, (100, 200), (100, 200), "text_layer"),
    ),
    (Problem("a.pdf", "damaged", "这一页已损坏。", 3),),
)


def entry(folder: Path) -> Path:
    (path,) = folder.rglob("*.json.gz")
    return path


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path)
    assert cache.get(KEY, "a.pdf") is None
    cache.put(KEY, READING)
    assert cache.get(KEY, "a.pdf") == READING
    assert [p.name for p in tmp_path.rglob("*.tmp")] == []


def test_a_reading_takes_the_name_asked_for(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    found = cache.get(KEY, "b.pdf")
    assert found is not None
    assert (found.file, found.problems[0].file) == ("b.pdf", "b.pdf")


@pytest.mark.parametrize("part", ["sha256", "engine", "version", "settings"])
def test_every_part_of_the_key_counts(tmp_path: Path, part: str) -> None:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    assert cache.get(replace(KEY, **{part: "cd" * 32}), "a.pdf") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b"no json"),
        gzip.compress(b"[]"),
        gzip.compress(b'{"schema": "heyan-reading/0"}'),
        gzip.compress(b'{"schema": "heyan-reading/1", "key": [], "reading": {}}'),
    ],
)
def test_foreign_and_broken_entries_are_passed_over(tmp_path: Path, data: bytes) -> None:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    entry(tmp_path).write_bytes(data)
    assert cache.get(KEY, "a.pdf") is None
    cache.put(KEY, READING)
    assert cache.get(KEY, "a.pdf") == READING


def test_cut_short_entry_is_passed_over(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    path = entry(tmp_path)
    whole = path.read_bytes()
    for keep in range(0, len(whole), 7):
        path.write_bytes(whole[:keep])
        assert cache.get(KEY, "a.pdf") is None


@pytest.mark.parametrize("code", ["too_slow", "crashed", "internal", "too_large"])
def test_what_may_go_better_next_time_is_not_kept(tmp_path: Path, code: str) -> None:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, replace(READING, problems=(Problem("a.pdf", code, "…"),)))
    assert cache.get(KEY, "a.pdf") is None


def test_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = ReadingCache(tmp_path / "file")
    cache.put(KEY, READING)
    assert cache.get(KEY, "a.pdf") is None


def test_same_reading_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        ReadingCache(tmp_path / folder).put(KEY, READING)
    assert entry(tmp_path / "a").read_bytes() == entry(tmp_path / "b").read_bytes()


def test_folder_by_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_CACHE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("HEYAN_CACHE")
    assert default_folder().parts[-2:] == ("heyan", "readings")


def test_limits_do_not_change_a_reading_but_resolution_does() -> None:
    plain = settings_key(ReadingSettings())
    assert settings_key(ReadingSettings(limits=Limits(max_pages=1))) == plain
    assert settings_key(ReadingSettings(render_dpi=300)) != plain


def test_a_full_disk_leaves_the_cache_empty_and_the_run_going(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("extractors.cache.os.fsync", full)
    cache = ReadingCache(tmp_path)
    cache.put(KEY, READING)
    assert cache.get(KEY, "a.pdf") is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_cache_folder_that_cannot_be_made_is_as_good_as_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = ReadingCache(tmp_path / "file" / "cache")
    cache.put(KEY, READING)
    assert cache.get(KEY, "a.pdf") is None
