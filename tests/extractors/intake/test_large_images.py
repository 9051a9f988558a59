"""Images larger than reading gains from are shrunk while they are decoded; the page keeps its stored size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extractors.intake import RawPage
from extractors.intake.images import image_pages
from extractors.intake.pixels import LONGEST_SIDE_PX, SHRUNK_SIDE_PX
from models.settings import Limits

SIZE = (6000, 4400)


def page_of(path: Path, kind: str) -> RawPage:
    (page,) = image_pages(path, kind, Limits())  # type: ignore[arg-type]
    assert isinstance(page, RawPage)
    return page


@pytest.mark.parametrize(
    ("kind", "mode"), [("jpeg", "RGB"), ("jpeg", "L"), ("png", "1"), ("png", "P"), ("png", "RGBA"), ("webp", "RGB")]
)
def test_large_images_are_shrunk(tmp_path: Path, kind: str, mode: str) -> None:
    drawn = Image.new("L", SIZE, 255)
    drawn.paste(0, (0, 0, SIZE[0] // 2, SIZE[1] // 4))
    path = tmp_path / f"large.{kind}"
    drawn.convert(mode).save(path)
    page = page_of(path, kind)
    assert page.stored_size == SIZE
    height, width = page.image.shape[:2]
    assert SHRUNK_SIDE_PX - 1 <= width <= LONGEST_SIDE_PX
    assert abs(width / height - SIZE[0] / SIZE[1]) < 0.002
    dark = np.mean(page.image[:, :, 0] < 128)
    assert abs(dark - 1 / 8) < 0.002


def test_a_turned_tiff_keeps_its_stored_frame(tmp_path: Path) -> None:
    path = tmp_path / "turned.tiff"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", SIZE, 255).save(path, exif=exif)
    page = page_of(path, "tiff")
    assert page.stored_size == SIZE
    assert page.turn == 1
    assert page.image.shape[1] > page.image.shape[0]


def test_others_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "usual.png"
    Image.new("RGB", (900, 1200), "white").save(path)
    assert page_of(path, "png").image.shape == (1200, 900, 3)
