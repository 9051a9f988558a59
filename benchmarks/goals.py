"""Figures for the goals that `make bench` does not show: `python -m benchmarks.goals [cores|born-digital|right|cached ...]`.

cores         how many times the pages a minute of one worker as many workers as cores reach
born-digital  how many times quicker a PDF page with its own text is read than the same page drawn
right         the share of everything right of the words (kinds, fields, rules, report) in the time of a run
cached        seconds of `verify` over 1,000 applicants whose files were all read before
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.contestants import PACK, Verify
from benchmarks.environments import ROOT
from benchmarks.pages import lay_out


def cores(given: argparse.Namespace) -> str:
    count = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(given.samples, given.pages, Path(folder))
        one, all_of_them = Verify("one", 1), Verify("all", count)
        one.read = all_of_them.read = {pages[0].image: []}  # the words are nobody's concern here
        ratios = [one.run(pages).wall / all_of_them.run(pages).wall for _ in range(given.repetitions)]
    spread = f"{min(ratios):.2f}–{max(ratios):.2f}"
    return f"{count} workers read {statistics.median(ratios):.2f} times the pages of one ({spread}; aim 1.8 with two)"


def born_digital(given: argparse.Namespace) -> str:
    from extractors.ocr.engine import ENGINES
    from extractors.reading import read_file
    from models.settings import ReadingSettings

    engine, settings = ENGINES["onnx"](), ReadingSettings()

    def cost(path: Path) -> tuple[float, str]:
        least, source = float("inf"), ""
        for _ in range(given.repetitions):
            start = time.process_time()
            reading = read_file(path, settings, engine, path.name)
            least, source = min(least, time.process_time() - start), reading.pages[0].source
        return least, source

    with tempfile.TemporaryDirectory() as folder:
        pages = [p for p in lay_out(given.samples, 4 * given.pages, Path(folder)) if p.quality == "text"]
        costs = [(cost(page.file), cost(page.image)) for page in pages]
    costs = [(own, drawn) for own, drawn in costs if own[1] == "text_layer"]
    ratios = [drawn[0] / own[0] for own, drawn in costs]
    own, drawn = (1000 * statistics.mean(pair[i][0] for pair in costs) for i in (0, 1))
    spread = f"{min(ratios):.1f}–{max(ratios):.1f}"
    return (
        f"{len(costs)} pages with their own text take {own:.0f} ms, drawn {drawn:.0f} ms of CPU: "
        f"{statistics.median(ratios):.1f} times quicker ({spread}; aim 100)"
    )


def right(given: argparse.Namespace) -> str:
    from extractors.ocr.engine import ENGINES
    from extractors.reading import read_file
    from models.settings import ReadingSettings
    from verifier.pipeline import verify_applicant
    from verifier.profiles import load_profile
    from verifier.reports.json_report import applicant_json
    from verifier.rulepacks import load_pack

    engine, settings, pack = ENGINES["onnx"](), ReadingSettings(), load_pack(PACK)
    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(given.samples, given.pages, Path(folder))
        profile = load_profile(pages[0].file.parent / "profile.json")
        read_file(pages[0].file, settings, engine, "warm")
        start = time.process_time()
        readings = [read_file(page.file, settings, engine, page.file.name) for page in pages]
        reading = time.process_time() - start
    after = []
    for _ in range(max(2, given.repetitions)):
        start = time.process_time()
        applicant_json(verify_applicant(profile, readings, pack))
        after.append(time.process_time() - start)
    share = 100 * min(after) / (reading + min(after))
    milliseconds = f"{1000 * min(after) / len(pages):.1f} of {1000 * (reading + min(after)) / len(pages):.0f} ms a page"
    return f"right of the words {share:.2f} % of the time ({milliseconds}; aim 3 %)"


def cached(given: argparse.Namespace) -> str:
    from benchmarks.many_applicants import lay_out as lay_out_many
    from extractors.cache import ReadingCache

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        pages = lay_out_many(given.samples, given.applicants, place / "in", ReadingCache(place / "cache"))
        command = [sys.executable, ROOT / "cli.py", "verify", place / "in", "--format", "json", "--output"]
        took = []
        for number in range(given.repetitions):
            start = time.monotonic()
            environment = {**os.environ, "HEYAN_CACHE": str(place / "cache")}
            done = subprocess.run(
                [*command, place / f"out{number}"], env=environment, check=False, stderr=subprocess.PIPE, text=True
            )
            took.append(time.monotonic() - start)
            if done.returncode not in (0, 1):
                raise SystemExit(done.stderr)
        used = os.times()
    cpu = (used.children_user + used.children_system) / given.repetitions
    seconds = f"{statistics.median(took):.1f} s ({cpu:.1f} s of CPU"
    return f"{given.applicants} applicants with {pages} pages, all read before: {seconds}; aim 20 s for 1,000)"


GOALS: dict[str, Callable[[argparse.Namespace], str]] = {
    "cores": cores,
    "born-digital": born_digital,
    "right": right,
    "cached": cached,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("goals", nargs="*", choices=[*GOALS, []], help="all of them where none is named")
    parser.add_argument("--pages", type=int, default=14)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--applicants", type=int, default=1000)
    parser.add_argument("--samples", type=Path, default=Path("samples/applicants"))
    given = parser.parse_args()
    for goal in given.goals or GOALS:
        load = os.getloadavg()[0]
        print(f"{goal}: {GOALS[goal](given)}, load {load:.1f}–{os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
