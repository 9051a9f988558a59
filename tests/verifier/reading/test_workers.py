"""Files read by workers that crash, hang and run out of memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import faulty_engines as faulty
import numpy as np
import pytest
from PIL import Image

from extractors.cache import ReadingCache
from models.document import FileReading
from models.errors import EngineError
from models.geometry import Box
from models.settings import Limits, ReadingSettings
from verifier.reading.jobs import PAGES_AT_ONCE, Job, read_files

ROOT = Path(__file__).resolve().parents[3]
FACTORY = "faulty_engines:ByShade"


def page(shade: int, mark: str = "") -> Image.Image:
    """A page of level text on paper of the given shade."""
    paper = np.full((300, 300), shade, np.uint8)
    for row in range(5):
        cv2.putText(paper, f"level text {mark}", (20, 40 + 55 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 0, 2)
    return Image.fromarray(paper)


def picture(folder: Path, name: str, shade: int, mark: str = "") -> Job:
    page(shade, mark).save(folder / name, "PNG")
    return Job(folder / name, name)


def tiff(folder: Path, name: str, shades: Sequence[int]) -> Job:
    pages = [page(shade, str(number)) for number, shade in enumerate(shades)]
    pages[0].save(folder / name, "TIFF", save_all=True, append_images=pages[1:])
    return Job(folder / name, name)


def run(jobs: Sequence[Job], seconds: float = 60, **options: object) -> dict[str, FileReading]:
    settings = ReadingSettings(limits=Limits(max_seconds_per_file=seconds))
    found = list(read_files(jobs, settings, factory=FACTORY, **options))  # type: ignore[arg-type]
    assert [job.name for job, _ in found] == [reading.file for _, reading in found]
    return {job.name: reading for job, reading in found}


def codes(reading: FileReading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("不是图片")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    jobs = [
        picture(tmp_path, "a.png", faulty.FINE, "a"),
        picture(tmp_path, "crash.png", faulty.CRASHES),
        picture(tmp_path, "hang.png", faulty.HANGS),
        picture(tmp_path, "raise.png", faulty.RAISES),
        picture(tmp_path, "memory.png", faulty.EATS_MEMORY),
        picture(tmp_path, "buffer.png", faulty.LACKS_MEMORY),
        picture(tmp_path, "shape.png", faulty.ODD_SHAPE),
        picture(tmp_path, "opencv.png", faulty.OPENCV_LACKS_MEMORY),
        Job(tmp_path / "text.jpg", "text.jpg"),
        Job(tmp_path / "cut.pdf", "cut.pdf"),
        Job(tmp_path / "gone.pdf", "gone.pdf"),
        picture(tmp_path, "b.png", faulty.FINE, "b"),
    ]
    seen: list[tuple[int, int]] = []
    found = run(jobs, seconds=10, workers=2, on_pages=lambda done, total: seen.append((done, total)))
    assert {name: codes(reading) for name, reading in found.items()} == {
        "a.png": [],
        "crash.png": ["crashed"],
        "hang.png": ["too_slow"],
        "raise.png": ["internal"],
        "memory.png": ["too_large"],
        "buffer.png": ["too_large"],
        "shape.png": ["internal"],
        "opencv.png": ["too_large"],
        "text.jpg": ["unsupported"],
        "cut.pdf": ["damaged"],
        "gone.pdf": ["damaged"],
        "b.png": [],
    }
    assert found["b.png"].pages[0].words[0].text == f"shade {faulty.FINE}"
    assert all(problem.message for reading in found.values() for problem in reading.problems)
    assert seen[-1] == (12, 12)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_long_file_is_shared_out_and_put_together(tmp_path: Path) -> None:
    shades = [faulty.FINE] * (2 * PAGES_AT_ONCE + 1)
    shades[1] = faulty.CRASHES
    found = run([tiff(tmp_path, "long.tif", shades)], workers=2)["long.tif"]
    lost = range(1, PAGES_AT_ONCE + 1)
    assert [p.number for p in found.pages] == list(range(PAGES_AT_ONCE + 1, len(shades) + 1))
    assert [(p.code, p.page) for p in found.problems] == [("crashed", number) for number in lost]


def test_second_run_reads_nothing(tmp_path: Path) -> None:
    job = picture(tmp_path, "a.png", faulty.FINE)
    cache = ReadingCache(tmp_path / "cache")
    first = run([job], cache=cache)["a.png"]
    assert first.pages[0].words[0].box == Box(1.0, 2.0, 30.0, 20.0)
    renamed = Job(job.path, "other name.png")
    started = run([renamed], seconds=0.0001, cache=cache)["other name.png"]
    assert started.pages == first.pages
    assert started.file == "other name.png"


def test_failures_of_the_moment_are_tried_again(tmp_path: Path) -> None:
    job = picture(tmp_path, "a.png", faulty.CRASHES)
    cache = ReadingCache(tmp_path / "cache")
    assert codes(run([job], cache=cache)["a.png"]) == ["crashed"]
    assert not list((tmp_path / "cache").rglob("*.gz"))


def test_twins_are_read_once_and_reported_twice(tmp_path: Path) -> None:
    jobs = [picture(tmp_path, "a.png", faulty.FINE), picture(tmp_path, "b.png", faulty.FINE)]
    found = run(jobs)
    assert found["a.png"].pages == found["b.png"].pages
    assert found["b.png"].file == "b.png"


def test_a_page_that_the_engine_cannot_do_costs_no_other_page(tmp_path: Path) -> None:
    found = run([tiff(tmp_path, "odd.tif", [faulty.FINE, faulty.ODD_SHAPE, faulty.FINE])])["odd.tif"]
    assert [page.number for page in found.pages] == [1, 3]
    assert [(p.code, p.page) for p in found.problems] == [("internal", 2)]
    assert found.problems[0].message.startswith("文字识别引擎未能处理这一页，请人工核对")


def test_what_did_not_fit_a_used_worker_is_read_by_a_fresh_one(tmp_path: Path) -> None:
    jobs = [picture(tmp_path, "a.png", faulty.FINE), picture(tmp_path, "b.png", faulty.FITS_A_FRESH_WORKER)]
    shades = [faulty.FINE, faulty.FITS_A_FRESH_WORKER]
    found = run([*jobs, tiff(tmp_path, "c.tif", shades)])
    assert {name: codes(reading) for name, reading in found.items()} == {
        "a.png": [],
        "b.png": [],
        "c.tif": ["too_large"],
    }
    assert found["b.png"].pages[0].words[0].text == f"shade {faulty.FITS_A_FRESH_WORKER}"
    assert [page.number for page in found["c.tif"].pages] == [1]


def test_unusable_engine_is_an_error_of_the_run(tmp_path: Path) -> None:
    job = picture(tmp_path, "a.png", faulty.FINE)
    with pytest.raises(EngineError, match="权重"):
        list(read_files([job], ReadingSettings(), factory="faulty_engines:Unusable"))
    with pytest.raises(EngineError, match="heyan doctor"):
        list(read_files([job], ReadingSettings(), factory="faulty_engines:Missing"))


INTERRUPTED = """
import signal, sys
from pathlib import Path
from models.settings import ReadingSettings
from verifier.reading.jobs import Job, read_files

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        list(read_files([Job(Path(sys.argv[1]), "x")], ReadingSettings(), factory="faulty_engines:ByShade"))
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_an_interrupted_run_ends_at_once_and_takes_its_workers_along(tmp_path: Path) -> None:
    job = picture(tmp_path, "hang.png", faulty.HANGS)
    (tmp_path / "run.py").write_text(INTERRUPTED)
    paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    command = [sys.executable, str(tmp_path / "run.py"), str(job.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}) as run:
        assert run.stdout is not None
        said = run.stdout.readline().split()
        assert said[0] == "hanging"
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=15) == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int(said[1]), 0)


def test_no_files() -> None:
    assert run([]) == {}
