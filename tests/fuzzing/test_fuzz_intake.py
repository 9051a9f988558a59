"""Broken files of every type, through the worker processes: each gives pages or problems, in time."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import cast

import pymupdf
import pytest
from PIL import Image, ImageDraw

from models.settings import EngineName, Limits, ReadingSettings
from tests.fuzzing.budget import mutated, rounds
from verifier.reading.warm_pool import WarmPool

pytestmark = pytest.mark.fuzz
LIMITS = Limits(max_pages=20, max_pixels=4_000_000, max_seconds_per_file=15.0, max_seconds_per_page=15.0)
SLOWEST = 20.0


def seeds() -> list[bytes]:
    """Small sound files of each type."""
    drawn = Image.new("RGB", (240, 160), "white")
    ImageDraw.Draw(drawn).text((20, 60), "TEST 2021", fill="black")
    found = []
    for kind, options in (("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {}), ("BMP", {})):
        out = io.BytesIO()
        drawn.save(out, kind, **options)
        found.append(out.getvalue())
    for compression in ("raw", "tiff_lzw", "group4"):
        out = io.BytesIO()
        page = drawn.convert("1") if compression == "group4" else drawn
        page.save(out, "TIFF", compression=compression, save_all=True, append_images=[page])
        found.append(out.getvalue())
    with pymupdf.open() as document:
        for number in range(2):
            page = document.new_page(width=200, height=150)
            page.insert_text((20, 40), f"考核表 {number}", fontname="china-s")
            page.draw_rect((10, 10, 190, 140))
        found.append(document.tobytes())
        found.append(document.tobytes(deflate=True, garbage=4))
        scanned = pymupdf.open()
        scanned.new_page().insert_image((0, 0, 300, 200), stream=found[0])
        found.append(scanned.tobytes())
        scanned.close()
    return found


def test_broken_files(tmp_path: Path) -> None:
    engine = cast(EngineName, "tests.fuzzing.silent_engine:Silent")
    pool = WarmPool(ReadingSettings(engine=engine, limits=LIMITS), 1)
    try:
        pool.warm_up()
        sound = seeds()
        path = tmp_path / "file"
        for chance in rounds():
            path.write_bytes(mutated(chance.choice(sound), chance))
            begun = time.monotonic()
            reading = pool.read(path, "0" * 64, None)
            assert reading.pages or reading.problems
            assert all(problem.code and "请" in problem.message for problem in reading.problems), reading.problems
            assert time.monotonic() - begun < SLOWEST
    finally:
        pool.stop()
