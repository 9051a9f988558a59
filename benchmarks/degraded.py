"""How much worse pages may be taken before values are lost: `python -m benchmarks.degraded [SAMPLES] [--pages N]`.

Clean pages of the samples are spoilt in one way at a time, worse than the samples' own scans and photographs, and
verified like any upload. A value lost costs an applicant a review; one read wrongly with confidence is the thing to fear.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from extractors.documents import documents_of
from verifier.applicants import find_applicants
from verifier.evaluate.fields import FieldCounts, count_file
from verifier.evaluate.run import field_table
from verifier.evaluate.truth import TRUTH_NAME, TruthFile, load_truth
from verifier.reading.progress import quiet
from verifier.reading.readings import read_all
from verifier.reading.run_options import RunOptions

Pixels = NDArray[np.uint8]
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp"})
WHITE = (255, 255, 255)


def pixels(values: NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def on_a_desk(page: Pixels, lean: float) -> Pixels:
    """Photographed on a wooden desk; `lean` is how far the corners are out, as a share of the shorter side."""
    height, width = page.shape[:2]
    rim = round(0.18 * max(height, width))
    size = (width + 2 * rim, height + 2 * rim)
    rows, columns = np.mgrid[: size[1], : size[0]]
    grain = 90 + 25 * np.sin(columns / 37 + 3 * np.sin(rows / 191))
    desk = np.stack([grain * 0.55, grain * 0.8, grain * 1.1], axis=-1)
    out = lean * min(height, width)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = np.array([[out, 0.6 * out], [-0.3 * out, 0.2 * out], [0.1 * out, -0.2 * out], [-0.2 * out, 0.1 * out]])
    there = (corners + rim + moved).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(corners, there)
    sheet = cv2.warpPerspective(page, matrix, size)
    covered = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size)
    shade = cv2.GaussianBlur(np.roll(covered, (14, 18), (0, 1)), (0, 0), 15)
    desk *= 1 - 0.5 * shade[..., None] / 255
    desk[covered > 0] = sheet[covered > 0]
    return pixels(desk)


def shadow(page: Pixels) -> Pixels:
    rows, columns = np.mgrid[: page.shape[0], : page.shape[1]]
    across = columns / page.shape[1] + 0.6 * rows / page.shape[0] - 0.75
    return pixels(page * (0.45 + 0.55 / (1 + np.exp(-9 * across)))[..., None])


def noisy(page: Pixels, sigma: float) -> Pixels:
    return pixels(page + np.random.default_rng(5).normal(0, sigma, page.shape))


def shaken(page: Pixels, length: int) -> Pixels:
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1 / length
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), 30, 1)
    return np.asarray(cv2.filter2D(page, -1, cv2.warpAffine(kernel, turn, (length, length))), np.uint8)


def curled(page: Pixels) -> Pixels:
    height, width = page.shape[:2]
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    waves = (rows + 18 * np.sin(columns / width * 3.1)).astype(np.float32)
    return np.asarray(cv2.remap(page, columns, waves, cv2.INTER_LINEAR, borderValue=(230, 230, 230)), np.uint8)


def faxed(page: Pixels) -> Pixels:
    small = cv2.cvtColor(scaled(blurred(page, 0.6), 0.75), cv2.COLOR_BGR2GRAY)
    return np.asarray(cv2.cvtColor(cv2.threshold(small, 0, 255, cv2.THRESH_OTSU)[1], cv2.COLOR_GRAY2BGR), np.uint8)


def moire(page: Pixels) -> Pixels:
    rows, columns = np.mgrid[: page.shape[0], : page.shape[1]]
    return pixels(page + (8 * np.sin(1.9 * columns) + 8 * np.sin(1.7 * rows + 0.1 * columns))[..., None])


def turned(page: Pixels, degrees: float) -> Pixels:
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    wide, high = int(height * sin + width * cos), int(height * cos + width * sin)
    matrix[:, 2] += ((wide - width) / 2, (high - height) / 2)
    return np.asarray(cv2.warpAffine(page, matrix, (wide, high), borderValue=WHITE), np.uint8)


def blurred(page: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), np.uint8)


def scaled(page: Pixels, by: float) -> Pixels:
    return np.asarray(cv2.resize(page, None, fx=by, fy=by, interpolation=cv2.INTER_AREA), np.uint8)


# JPEG quality and what is done to the page.
WAYS: dict[str, tuple[int, Callable[[Pixels], Pixels]]] = {
    "as it is": (95, lambda page: page),
    "photographed": (75, lambda page: noisy(blurred(on_a_desk(page, 0.1), 0.7), 5)),
    "photographed from far aside": (75, lambda page: noisy(blurred(on_a_desk(page, 0.2), 0.7), 5)),
    "under a shadow": (75, lambda page: noisy(shadow(on_a_desk(page, 0.05)), 6)),
    "too dark": (80, lambda page: noisy(pixels(page * 0.35 + 8), 4)),
    "faint": (80, lambda page: noisy(pixels(255 - (255 - page.astype(np.float64)) * 0.35), 3)),
    "out of focus (1.8 px)": (80, lambda page: blurred(page, 1.8)),
    "shaken (7 px)": (80, lambda page: shaken(page, 7)),
    "curled": (80, curled),
    "moiré of a screen": (85, moire),
    "bilevel, 3/4 size": (95, faxed),
    "half the size": (70, lambda page: scaled(page, 0.5)),
    "JPEG quality 12": (12, lambda page: page),
    "askew by 9°": (80, lambda page: turned(page, 9)),
    "on its side, askew by 7°": (80, lambda page: turned(page, 83)),
}


def clean_pages(samples: Path, count: int) -> list[tuple[Path, TruthFile]]:
    """Some clean pictures of one document each, the same for every run."""
    found = []
    for applicant in find_applicants(samples):
        if not (applicant.path / TRUTH_NAME).is_file():
            continue
        for file in load_truth(applicant.path / TRUTH_NAME).files:
            path = applicant.path / file.file
            if file.quality == "clean" and path.suffix.lower() in PICTURES and len(file.documents) == 1:
                found.append((path, without_places(file)))
    return sorted(random.Random(3).sample(found, min(count, len(found))))


def without_places(file: TruthFile) -> TruthFile:
    """`file` without the boxes of its values: a page that is spoilt has them elsewhere."""
    documents = [
        document.model_copy(update={"fields": tuple(f.model_copy(update={"box": None}) for f in document.fields)})
        for document in file.documents
    ]
    return file.model_copy(update={"documents": tuple(documents)})


def spoilt(pages: list[tuple[Path, TruthFile]], way: str, folder: Path) -> Iterator[Path]:
    quality, change = WAYS[way]
    for path, _ in pages:
        image = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
        assert image is not None, path
        target = folder / f"{path.parent.name}-{path.stem}.jpg"
        cv2.imencode(".jpg", change(np.asarray(image, np.uint8)), [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tofile(target)
        yield target


def count(pages: list[tuple[Path, TruthFile]], way: str, options: RunOptions) -> FieldCounts:
    """What is found on the pages, spoilt in `way`."""
    counts = FieldCounts()
    with tempfile.TemporaryDirectory() as folder:
        paths = [(path, path.name) for path in spoilt(pages, way, Path(folder))]
        readings = read_all(paths, options, quiet)
        for (_, truth), reading in zip(pages, readings, strict=True):
            count_file(counts, {d.kind: FieldCounts() for d in truth.documents}, way, truth, documents_of(reading))
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.degraded", description=__doc__)
    parser.add_argument("samples", nargs="?", type=Path, default=Path("samples/applicants"))
    parser.add_argument("--pages", type=int, default=24)
    given = parser.parse_args()
    pages = clean_pages(given.samples, given.pages)
    options = RunOptions.of(pack="", jobs=None, no_cache=True, engine="onnx")
    rows = [(way, count(pages, way, options)) for way in WAYS]
    Console(width=140).print(field_table(f"{len(pages)} clean pages, spoilt", "way", rows))


if __name__ == "__main__":
    main()
