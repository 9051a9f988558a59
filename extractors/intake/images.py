"""JPEG, PNG, TIFF, WebP and BMP, through Pillow."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import ExifTags, ImageFile
from PIL import Image as Pillow

from extractors.intake.file_type import FileType
from extractors.intake.limits import check_pages, check_pixels
from extractors.intake.pixels import LONGEST_SIDE_PX, bgr, manageable, shrunk_size, turn_of, turned_back
from extractors.intake.raw_page import BadPage, Image, RawPage
from models.errors import Damaged, InputError, TooLarge
from models.settings import Limits

_UNDECODABLE = "图片已损坏，无法解码，请重新扫描或重新上传原件。"
_LOST_FOR_GOOD = 0.95
_LOST_A_TRIFLE = 0.005


def image_pages(path: Path, kind: FileType, limits: Limits, only: range | None = None) -> Iterator[RawPage | BadPage]:
    """The frames of a TIFF, or the one picture of any other image file."""
    frames = count_frames(path, limits) if kind == "tiff" else 1
    check_pages(frames, limits)
    for index in range(frames):
        if only is not None and index + 1 not in only:
            continue
        try:
            page = _frame(path, kind, index, limits)
            yield replace(page, alone=True) if frames == 1 else page
        except InputError as error:
            if frames == 1:
                raise
            yield BadPage(index + 1, error)


def count_frames(path: Path, limits: Limits) -> int:
    """How many frames a TIFF has, counted no further than just over the limit; Damaged when its directory is broken."""
    with _opened(path, "tiff") as image:
        count = 1
        while count <= limits.max_pages:
            try:
                image.seek(count)
            except EOFError:
                break
            except Exception:
                # The chain of directories is broken here; the frames before it can still be read.
                break
            count += 1
        return count


def _frame(path: Path, kind: FileType, index: int, limits: Limits) -> RawPage:
    try:
        return _decoded(path, kind, index, limits)
    except _BreaksOffError:
        pass
    try:
        return _decoded(path, kind, index, limits, what_is_there=True)
    except _BreaksOffError as error:
        raise Damaged(_UNDECODABLE) from error


def _decoded(path: Path, kind: FileType, index: int, limits: Limits, what_is_there: bool = False) -> RawPage:
    """One frame; with `what_is_there`, as much of a broken one as can be had, and what is wrong with it."""
    with _opened(path, kind) as image:
        if index:
            image.seek(index)
        check_pixels(*image.size, limits)
        stored = image.size
        if kind == "jpeg" and max(stored) > LONGEST_SIDE_PX:
            image.draft(None, shrunk_size(stored))  # decodes at a half, a quarter …, never below this
        dpi = _dpi(image)
        orientation = _load(image, what_is_there)
        # Pillow turns a TIFF by its orientation tag while loading, other formats not.
        frame = turned_back(image, orientation) if kind == "tiff" else image
        stored = stored if kind == "jpeg" else frame.size
        pixels = bgr(manageable(frame))
        gradual = bool(image.info.get("progressive"))
    damage = _damage(pixels, kind, gradual) if what_is_there else None
    return RawPage(index + 1, pixels, dpi, *turn_of(orientation), damage=damage, stored=stored)


@contextmanager
def _opened(path: Path, kind: FileType) -> Iterator[Pillow.Image]:
    """The image file, opened as nothing but `kind`; whatever Pillow trips over becomes an InputError."""
    before = Pillow.MAX_IMAGE_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            Pillow.MAX_IMAGE_PIXELS = None  # checked against the operator's limit instead
            # By its name Pillow would map an uncompressed file into memory, and a turned grey TIFF comes out garbled.
            with path.open("rb") as file, Pillow.open(file, formats=[kind.upper()]) as image:
                yield image
    except (InputError, _BreaksOffError):
        raise
    except MemoryError as error:
        raise TooLarge("图片太大，内存放不下，请降低分辨率后重新上传。") from error
    except Exception as error:
        # Broken images raise nearly anything (struct.error, KeyError, ZeroDivisionError …).
        raise Damaged(_UNDECODABLE) from error
    finally:
        Pillow.MAX_IMAGE_PIXELS = before


class _BreaksOffError(Exception):
    """The file ends, or its data stop making sense, before the picture does."""


def _load(image: Pillow.Image, what_is_there: bool) -> object:
    """Decode the pixels; returns the EXIF orientation (asked for first: Pillow forgets a TIFF's while decoding)."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        ImageFile.LOAD_TRUNCATED_IMAGES = what_is_there
        orientation: object = image.getexif().get(ExifTags.Base.Orientation)
        image.load()
        return orientation
    except (OSError, EOFError, SyntaxError) as error:
        raise _BreaksOffError from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _damage(pixels: Image, kind: FileType, gradual: bool) -> InputError | None:
    lost = _unread_share(pixels)
    if lost >= _LOST_FOR_GOOD:
        raise Damaged("图片不完整，读不出内容，请重新扫描或重新上传原件。")
    if lost <= _LOST_A_TRIFLE and kind == "jpeg" and not gradual:
        return None  # nothing but the end marker is missing
    share = min(99, round(100 * (1 - lost)))
    return Damaged(f"图片不完整，只读出约 {share}%，其余内容缺失，请重新上传原件。")


def _unread_share(pixels: Image) -> float:
    """The share of rows at the end that hold one single colour: what a decoder leaves where the data stop."""
    last = pixels[-1, -1]
    rows = np.any(pixels != last, axis=(1, 2))
    filled = np.flatnonzero(rows)
    return 1.0 if filled.size == 0 else 1.0 - (int(filled[-1]) + 1) / pixels.shape[0]


def _dpi(image: Pillow.Image) -> float | None:
    """The resolution that the file states, where it is one that scanners have."""
    stated = image.info.get("dpi")
    try:
        dpi = float(stated[0]) if stated else 0.0
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return None
    # 72 and 96 are what cameras and screen tools write when they know nothing.
    return dpi if 99.0 <= dpi <= 2400.0 else None
