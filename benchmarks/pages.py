"""The pages that are read: as many of each quality, spread over the applicants, one page a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pymupdf
from PIL import Image

SHARES = {"clean": 4, "scan": 4, "photo": 4, "text": 2}
DPI = 200


class Sample(NamedTuple):
    """A page as heyan gets it, and as an engine gets it that reads images alone: a PDF drawn at 200 dpi.

    `values` are name and value of what the truth says is printed on it.
    """

    quality: str
    file: Path
    image: Path
    values: tuple[tuple[str, str], ...]


def lay_out(samples: Path, count: int, folder: Path) -> list[Sample]:
    """About `count` pages copied into `folder/applicant`, with a profile, and their images into `folder/images`."""
    applicant, images = folder / "applicant", folder / "images"
    applicant.mkdir()
    images.mkdir()
    chosen = _chosen(samples, count)
    shutil.copy(chosen[0].path.parent / "profile.json", applicant)
    pages = []
    for number, (quality, path, values) in enumerate(chosen, 1):
        file = applicant / f"{number:02}{path.suffix}"
        shutil.copy(path, file)
        image = images / f"{number:02}{path.suffix}"
        if path.suffix.lower() == ".pdf":
            image = image.with_suffix(".png")
            with pymupdf.open(path) as document:
                document[0].get_pixmap(dpi=DPI).save(image)
        else:
            shutil.copy(path, image)
        pages.append(Sample(quality, file, image, values))
    return pages


class _Chosen(NamedTuple):
    quality: str
    path: Path
    values: tuple[tuple[str, str], ...]


def _chosen(samples: Path, count: int) -> list[_Chosen]:
    found: dict[str, list[_Chosen]] = {quality: [] for quality in SHARES}
    for truth in sorted(samples.glob("*/truth.json")):
        for entry in json.loads(truth.read_text(encoding="utf-8"))["files"]:
            path = truth.parent / entry["file"]
            if entry.get("quality") in found and entry.get("documents") and _is_one_page(path):
                fields = [field for document in entry["documents"] for field in document["fields"]]
                values = tuple((field["name"], field["value"]) for field in fields)
                found[entry["quality"]].append(_Chosen(entry["quality"], path, values))
    chosen = []
    for quality, share in SHARES.items():
        there, wanted = found[quality], max(1, round(count * share / sum(SHARES.values())))
        step = max(1.0, len(there) / wanted)
        chosen += [there[int((i + 0.5) * step)] for i in range(min(wanted, len(there)))]
    if not chosen:
        raise SystemExit(f"no pages under {samples}")
    return chosen


def _is_one_page(path: Path) -> bool:
    """Whether the file opens and holds one page (some samples are broken on purpose)."""
    try:
        if path.suffix.lower() == ".pdf":
            with pymupdf.open(path) as document:
                return not document.needs_pass and len(document) == 1
        with Image.open(path) as image:
            image.load()
            return getattr(image, "n_frames", 1) == 1
    except (OSError, RuntimeError, ValueError, Image.DecompressionBombError):
        return False
