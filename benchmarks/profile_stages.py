"""CPU milliseconds a page of each stage of a reading, one process on one core, and of everything right of the words.

    python -m benchmarks.profile_stages [--pages 14] [--repetitions 3] [--samples samples/applicants]

The same pages as `make bench`. A stage's time is its own, without that of the stages inside it; each page counts with the least of
its repetitions, because a machine that is busy with other things only ever adds.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import os
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# What is timed: module, class (or ""), function, stage.
POINTS = (
    ("extractors.intake.images", "", "open_image_pages", "decoding"),
    ("extractors.reading", "", "sha256_of", "hashes"),
    ("extractors.reading", "", "_digest", "hashes"),
    ("extractors.page_reading", "", "quality_of", "quality"),
    ("extractors.page_reading", "", "make_upright", "upright"),
    ("extractors.page_reading", "", "find_marks", "marks"),
    ("extractors.page_reading", "", "unread", "unread ink"),
    ("extractors.page_reading", "", "thumbnail_of", "thumbnail"),
    ("extractors.page_reading", "", "rounded", "rounding"),
    ("extractors.marks.marks", "", "find_cells", "marks: cells"),
    ("extractors.marks.marks", "", "ink_of", "marks: ink"),
    ("extractors.marks.marks", "", "find_checkboxes", "marks: check boxes"),
    ("extractors.marks.marks", "", "find_rings", "marks: rings"),
    ("extractors.marks.marks", "", "find_stamps", "marks: seals"),
    ("extractors.marks.marks", "", "seal_text", "marks: text of seals"),
    ("extractors.marks.marks", "", "find_photos", "marks: photographs"),
    ("extractors.marks.marks", "", "find_qr_codes", "marks: QR codes"),
    ("extractors.upright.upright", "", "sheet_of", "upright: sheet"),
    ("extractors.upright.upright", "", "skew_of", "upright: skew"),
    ("extractors.upright.upright", "", "orientation_of", "upright: orientation"),
    ("extractors.upright.upright", "Frame", "preview", "upright: previews"),
    ("extractors.upright.upright", "Frame", "picture", "upright: warp"),
    ("extractors.ocr.seal_ink", "", "remove_seal_ink", "seal ink"),
    ("extractors.ocr.detection", "Detector", "find", "detector's own work"),
    ("extractors.ocr.onnx", "", "crop_of", "crops"),
    ("extractors.ocr.onnx", "", "find_gaps", "gaps"),
    ("extractors.ocr.onnx", "", "fill_gaps", "gaps"),
    ("extractors.ocr.recognition", "Recogniser", "read", "recogniser's own work"),
    ("extractors.ocr.onnx", "OnnxEngine", "_second_look", "second looks"),
    ("extractors.ocr.ink", "", "unread", "unread ink"),
    ("extractors.ocr.onnx", "OnnxEngine", "read", "engine's own work"),
    ("verifier.pipeline", "", "documents_of", "kinds and fields"),
)


class Stages:
    """Times of nested stages, each without those inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)
        self._open: list[str] = []
        self._since = 0.0

    def _turn(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    def enter(self, stage: str) -> None:
        self._turn()
        self._open.append(stage)
        self.calls[stage] += 1

    def leave(self) -> None:
        self._turn()
        self._open.pop()

    def timed(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            self.enter(stage)
            try:
                return function(*args, **kwargs)
            finally:
                self.leave()

        return call

    def stepped(self, steps: Iterator[Any], stage: str) -> Iterator[Any]:
        while True:
            self.enter(stage)
            try:
                step = next(steps)
            except StopIteration:
                return
            finally:
                self.leave()
            yield step

    def taken(self) -> dict[str, float]:
        spent, self.spent = dict(self.spent), defaultdict(float)
        return spent


def instrument(stages: Stages) -> None:
    """Put a clock round every point; a name that several modules import is timed where it is looked up."""
    for module, owner, name, stage in POINTS:
        place = importlib.import_module(module)
        target = getattr(place, owner) if owner else place
        if hasattr(target, name):
            setattr(target, name, stages.timed(getattr(target, name), stage))
    session = importlib.import_module("extractors.ocr.session").Session
    run = session.run
    session.run = lambda self, tensor: stages.timed(run, f"network {self.name}")(self, tensor)
    reading: Any = importlib.import_module("extractors.reading")
    opened = reading.open_pages
    reading.open_pages = lambda *args: stages.stepped(iter(opened(*args)), "decoding")


def main() -> None:
    arguments = _arguments()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    stages = Stages()
    instrument(stages)
    from benchmarks.pages import lay_out

    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(arguments.samples, arguments.pages, Path(folder))
        least, right = _profile(stages, [page.file for page in pages], arguments.repetitions)
    total: dict[str, float] = defaultdict(float)
    for spent in least:
        for stage, seconds in spent.items():
            total[stage] += seconds
    everything = sum(total.values()) + right
    for stage, seconds in sorted({**total, "right of the words": right}.items(), key=lambda one: -one[1]):
        print(f"{stage:32}{1000 * seconds / len(pages):8.1f} ms a page {100 * seconds / everything:6.1f} %")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'all':32}{1000 * everything / len(pages):8.1f} ms a page, peak memory {peak:.0f} MB")


def _profile(stages: Stages, files: list[Path], repetitions: int) -> tuple[list[dict[str, float]], float]:
    """For each file the stages of its cheapest repetition, and the seconds of everything after the words."""
    from extractors.ocr.engine import ENGINES
    from extractors.reading import read_file
    from models.settings import ReadingSettings
    from verifier.pipeline import verify_applicant
    from verifier.profiles import load_profile
    from verifier.reports.json_report import applicant_json
    from verifier.rulepacks import load_pack

    settings, engine = ReadingSettings(), ENGINES["onnx"]()
    read_file(files[0], settings, engine, "warm")
    least: list[dict[str, float]] = []
    readings = []
    for path in files:
        runs = []
        for _ in range(repetitions):
            stages.taken()
            stages.enter("everything else of the reading")
            reading = read_file(path, settings, engine, path.name)
            stages.leave()
            runs.append(stages.taken())
        readings.append(reading)
        least.append(min(runs, key=lambda spent: sum(spent.values())))
    profile, pack = load_profile(files[0].parent / "profile.json"), load_pack("shangyu-2023-engineer")
    times = []
    for _ in range(max(2, repetitions)):
        start = time.process_time()
        applicant_json(verify_applicant(profile, readings, pack))
        times.append(time.process_time() - start)
    return least, min(times)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="CPU milliseconds a page by stage")
    parser.add_argument("--pages", type=int, default=14)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--samples", type=Path, default=Path("samples/applicants"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
