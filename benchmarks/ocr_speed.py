"""Pages a minute, CPU seconds a page and memory of `heyan verify` against RapidOCR as shipped, on the same pages.

    python -m benchmarks.ocr_speed [--pages 14] [--repetitions 5] [--samples samples/applicants]

heyan is the whole way: files in, findings out, nothing cached. Every contestant fills all cores and is warm before its
clock starts. They take turns, all pages each time, in an order that rotates; what counts is the median of each
repetition's own ratio, because a machine that is busy with other things is busy for all contestants of one repetition.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from benchmarks.contestants import RapidOcr, Run, Verify
from benchmarks.pages import lay_out


def main() -> None:
    arguments = _arguments()
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(arguments.samples, arguments.pages, Path(folder))
        kinds = ", ".join(f"{count} {quality}" for quality, count in Counter(p.quality for p in pages).items())
        print(f"{len(pages)} pages ({kinds}), {arguments.repetitions} repetitions, {cores} cores,", end=" ")
        print(f"load {os.getloadavg()[0]:.1f}, rapidocr {version('rapidocr')}", flush=True)
        began = time.monotonic()
        contestants = [
            RapidOcr("rapidocr as shipped", 1, None),
            RapidOcr("rapidocr, a process per core", cores, 1),
            Verify("heyan verify", cores),
        ]
        try:
            runs: dict[str, list[Run]] = {one.name: [] for one in contestants}
            for one in contestants:
                one.run(pages[:cores])
            for repetition in range(arguments.repetitions):
                for place in range(len(contestants)):
                    one = contestants[(place + repetition) % len(contestants)]
                    runs[one.name].append(one.run(pages))
        finally:
            for one in contestants:
                one.stop()
    _print(runs, len(pages))
    print(f"took {time.monotonic() - began:.0f} s, load at the end {os.getloadavg()[0]:.1f}")


def _print(runs: dict[str, list[Run]], pages: int) -> None:
    head = f"{'pages/min':>10}{'ratio':>8}{'range':>14}{'CPU s/page':>12}{'start-up s':>12}{'peak MB':>9}"
    print(f"{'':32}{head}")
    first, *_ = runs.values()
    for name, own in runs.items():
        ratios = [base.wall / run.wall for base, run in zip(first, own, strict=True)]
        spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
        rate = statistics.median(60 * pages / run.wall for run in own)
        cpu = statistics.median(run.cpu / pages for run in own)
        start_up, peak = statistics.median(run.start_up for run in own), max(run.peak for run in own)
        print(
            f"{name:32}{rate:10.1f}{statistics.median(ratios):8.2f}{spread:>14}{cpu:12.2f}{start_up:12.1f}{peak:9.0f}",
            flush=True,
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="heyan verify against RapidOCR as shipped, on the same pages")
    parser.add_argument("--pages", type=int, default=14)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--samples", type=Path, default=Path("samples/applicants"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
