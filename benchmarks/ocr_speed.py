"""Pages a minute, CPU seconds a page, memory and text found of `heyan verify` against other engines, on the same pages.

    python -m benchmarks.ocr_speed [--all] [--pages 14] [--repetitions 5] [--samples samples/applicants]

heyan is the whole way: files in, findings out, nothing cached. Every contestant fills all cores and is warm before its
clock starts. They take turns, all pages each time, in an order that rotates; what counts is the median of each
repetition's own ratio, because a machine that is busy with other things is busy for all contestants of one repetition.
`--all` adds PaddleOCR, faster-paddle and Tesseract, each in an environment of its own, and the floor: what the two
networks alone take. What cannot take part here is named with the reason. How text is counted: benchmarks/text_lines.py.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.contestants import Verify
from benchmarks.environments import Unavailable
from benchmarks.forward_passes import record
from benchmarks.pages import Sample, lay_out
from benchmarks.peers import FLOOR, OTHERS, USUAL, Peer
from benchmarks.runs import Run, table
from benchmarks.text_lines import found


def main() -> None:
    arguments = _arguments()
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(arguments.samples, arguments.pages, Path(folder))
        kinds = ", ".join(f"{count} {quality}" for quality, count in Counter(p.quality for p in pages).items())
        print(f"{len(pages)} pages ({kinds}), {arguments.repetitions} repetitions, {cores} cores,", end=" ")
        print(f"load {os.getloadavg()[0]:.1f}, rapidocr {version('rapidocr')}", flush=True)
        contestants = _contestants(arguments.all, cores, pages, Path(folder))
        began = time.monotonic()
        try:
            runs = _take_turns(contestants, pages, arguments.repetitions)
        finally:
            for one in contestants:
                one.stop()
        right = {
            one.name: found((page.values, one.read[page.image]) for page in pages)
            for one in contestants
            if one.name != FLOOR.name
        }
    print("\n".join(table(runs, len(pages), right, FLOOR.name if FLOOR.name in runs else None)))
    print(f"took {time.monotonic() - began:.0f} s, load at the end {os.getloadavg()[0]:.1f}")


def _contestants(everybody: bool, cores: int, pages: list[Sample], folder: Path) -> list[Peer | Verify]:
    entries = [*USUAL, *(OTHERS if everybody else ()), *((FLOOR,) if everybody else ())]
    places = {entry.name: folder / f"of-{number}" for number, entry in enumerate(entries)}
    there: list[Peer | Verify] = []
    for entry in entries:
        place = places[entry.name]
        place.mkdir()
        try:
            if entry is FLOOR:
                record(pages, place)
            there.append(Peer(entry, cores, place, pages[0].image))
        except Unavailable as reason:
            print(f"skipped: {entry.name} ({reason})", flush=True)
    heyan = Verify("heyan verify", cores)
    return [*there[:-1], heyan, there[-1]] if everybody and there[-1].name == FLOOR.name else [*there, heyan]


def _take_turns(contestants: Sequence[Peer | Verify], pages: list[Sample], repetitions: int) -> dict[str, list[Run]]:
    for one in contestants:
        one.run(pages)
    runs: dict[str, list[Run]] = {one.name: [] for one in contestants}
    for repetition in range(repetitions):
        for place in range(len(contestants)):
            one = contestants[(place + repetition) % len(contestants)]
            runs[one.name].append(one.run(pages))
    return runs


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="heyan verify against other engines, on the same pages")
    parser.add_argument("--all", action="store_true", help="PaddleOCR, faster-paddle, Tesseract and the floor too")
    parser.add_argument("--pages", type=int, default=14)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--samples", type=Path, default=Path("samples/applicants"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
