from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_files import asymmetric, noise, png_bomb, saved, with_orientation, written
from PIL import Image, ImageOps

from extractors.intake import BadPage, RawPage, count_pages, limits_from_environment, open_pages
from models.errors import Damaged, HeyanError, TooLarge
from models.settings import Limits, ReadingSettings

SETTINGS = ReadingSettings()
RED, BLUE, WHITE = (0, 0, 255), (255, 0, 0), (255, 255, 255)


def pages(path: Path, limits: Limits | None = None, only: range | None = None) -> list[RawPage | BadPage]:
    return list(open_pages(path, replace(SETTINGS, limits=limits or Limits()), only))


def page(path: Path) -> RawPage:
    (only,) = pages(path)
    assert isinstance(only, RawPage)
    return only


def is_close(pixel: np.ndarray, colour: tuple[int, int, int]) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() < 40)


@pytest.mark.parametrize("pillow", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
def test_pixels_are_bgr_in_stored_order(tmp_path: Path, pillow: str) -> None:
    found = page(saved(tmp_path / "x", asymmetric(), format=pillow, **({"lossless": True} if pillow == "WEBP" else {})))
    assert found.image.shape == (40, 60, 3)
    assert found.image.dtype == np.uint8
    assert is_close(found.image[4, 4], RED)
    assert is_close(found.image[-4, 4], BLUE)
    assert is_close(found.image[20, 50], WHITE)


@pytest.mark.parametrize("pillow", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_told_and_not_applied(tmp_path: Path, pillow: str, orientation: int) -> None:
    upright = ImageOps.exif_transpose(_tagged(asymmetric(), orientation))
    found = page(saved(tmp_path / "x", asymmetric(), format=pillow, exif=with_orientation(orientation)))
    assert found.image.shape == (40, 60, 3)
    assert is_close(found.image[4, 4], RED)
    shown = np.rot90(found.image, -found.turn)
    shown = shown[:, ::-1] if found.mirrored else shown
    expected = np.asarray(upright)[:, :, ::-1]
    assert shown.shape == expected.shape
    assert np.abs(shown.astype(int) - expected).mean() < 6


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_grey_tiffs_are_not_garbled(tmp_path: Path, orientation: int) -> None:
    grey = asymmetric().convert("L")
    found = page(saved(tmp_path / "x.tiff", grey, format="TIFF", exif=with_orientation(orientation)))
    assert np.array_equal(found.image[:, :, 0], np.asarray(grey))


def _tagged(image: Image.Image, orientation: int) -> Image.Image:
    image.getexif()[0x0112] = orientation
    return image


def test_transparency_becomes_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    image.putpixel((1, 1), (0, 0, 255, 255))
    found = page(saved(tmp_path / "x", image, format="PNG"))
    assert tuple(found.image[5, 5]) == WHITE
    assert tuple(found.image[1, 1]) == BLUE


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "CMYK", "I;16"])
def test_every_way_to_store_pixels(tmp_path: Path, mode: str) -> None:
    grey = Image.fromarray(np.tile(np.array([0, 255], np.uint8), (6, 4)))
    image = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257) if mode == "I;16" else grey.convert(mode)
    found = page(saved(tmp_path / "x", image, format="TIFF"))
    assert np.abs(found.image[..., 0].astype(int) - np.asarray(grey)).max() <= 2


def test_twelve_bit_scan_keeps_its_white(tmp_path: Path) -> None:
    values = np.array([[0, 4095], [2048, 4000]], np.uint16)
    found = page(saved(tmp_path / "x", Image.fromarray(values), format="TIFF"))
    assert found.image[0, 1, 0] == 255
    assert 120 < found.image[1, 0, 0] < 135


def test_multi_page_tiff(tmp_path: Path) -> None:
    frames = [Image.new("L", (20 + n, 10), 40 * n) for n in range(4)]
    path = saved(tmp_path / "x", frames[0], format="TIFF", save_all=True, append_images=frames[1:])
    assert count_pages(path) == 4
    assert [(p.number, p.image.shape[1]) for p in pages(path)] == [(1, 20), (2, 21), (3, 22), (4, 23)]
    assert [p.number for p in pages(path, only=range(2, 4))] == [2, 3]


def test_tiff_over_the_page_limit(tmp_path: Path) -> None:
    frames = [Image.new("L", (4, 4))] * 5
    path = saved(tmp_path / "x", frames[0], format="TIFF", save_all=True, append_images=frames[1:])
    with pytest.raises(TooLarge, match="超过上限 3 页"):
        pages(path, Limits(max_pages=3))


def test_pixel_bomb_is_refused_before_decoding(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="60000×60000"):
        pages(written(tmp_path / "x", png_bomb(60000, 60000)))


def test_byte_limit(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="MB"):
        pages(saved(tmp_path / "x", asymmetric(), format="BMP"), Limits(max_bytes=1000))


def test_dpi_as_stated_unless_meaningless(tmp_path: Path) -> None:
    assert page(saved(tmp_path / "a", asymmetric(), format="JPEG", dpi=(300, 300))).dpi == 300
    assert page(saved(tmp_path / "b", asymmetric(), format="JPEG", dpi=(72, 72))).dpi is None


@pytest.mark.parametrize("pillow", ["JPEG", "PNG"])
def test_truncated_picture_gives_what_is_there_and_says_so(tmp_path: Path, pillow: str) -> None:
    whole = saved(tmp_path / "a", noise(200, 200), format=pillow).read_bytes()
    found = page(written(tmp_path / "b", whole[: len(whole) * 6 // 10]))
    assert found.damage is not None
    assert "图片不完整" in str(found.damage)


def test_jpeg_without_its_end_marker_is_whole(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a", noise(200, 200), format="JPEG").read_bytes()
    assert page(written(tmp_path / "b", whole[:-2])).damage is None


@pytest.mark.parametrize("keep", [30, 100])
def test_header_alone_is_damaged(tmp_path: Path, keep: int) -> None:
    whole = saved(tmp_path / "a", noise(100, 100), format="PNG").read_bytes()
    with pytest.raises(Damaged, match="请重新"):
        pages(written(tmp_path / "b", whole[:keep]))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.jpg", tmp_path):
        with pytest.raises(Damaged):
            pages(path)


def test_limits_from_environment() -> None:
    found = limits_from_environment({"HEYAN_MAX_PAGES": "7", "HEYAN_MAX_SECONDS": "1.5", "HEYAN_MAX_BYTES": ""})
    assert (found.max_pages, found.max_seconds_per_file, found.max_bytes) == (7, 1.5, Limits().max_bytes)


@pytest.mark.parametrize("text", ["0", "-3", "many", "nan", "inf"])
def test_a_limit_that_is_no_positive_number_is_named(text: str) -> None:
    with pytest.raises(HeyanError, match="HEYAN_MAX_SECONDS"):
        limits_from_environment({"HEYAN_MAX_SECONDS": text})
