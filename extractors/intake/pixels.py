"""Whatever way an image stores its pixels, in 8-bit BGR."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow

from extractors.intake.raw_page import Image

# A4 at 350 and at 300 dpi: photos of 48 megapixels cost four times the work for no better reading.
LONGEST_SIDE_PX = 4100
SHRUNK_SIDE_PX = 3508
_TURNED_BACK = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_90,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_270,
}
# EXIF 2.32 tag 0x0112: (quarter turns clockwise, then a left-right flip) that show the picture upright.
_TURNS = {2: (0, True), 3: (2, False), 4: (2, True), 5: (1, True), 6: (1, False), 7: (3, True), 8: (3, False)}


def turn_of(orientation: object) -> tuple[int, bool]:
    """What EXIF orientation 1-8 asks for: quarter turns clockwise and a flip; nothing for any other value."""
    return _TURNS.get(orientation, (0, False)) if isinstance(orientation, int) else (0, False)


def turned_back(image: Pillow.Image, orientation: object) -> Pillow.Image:
    """The stored frame of an image that its reader has already turned upright."""
    back = _TURNED_BACK.get(orientation) if isinstance(orientation, int) else None
    return image.transpose(back) if back is not None else image


def manageable(image: Pillow.Image) -> Pillow.Image:
    """The image, shrunk where it is larger than reading gains from; before anything makes further copies of it."""
    if max(image.size) <= LONGEST_SIDE_PX or image.mode.startswith(("I", "F")):
        return image
    if image.mode == "1":
        image = image.convert("L")
    elif image.mode not in ("L", "RGB", "RGBA", "CMYK", "YCbCr"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.resize(shrunk_size(image.size), Pillow.Resampling.BOX)


def shrunk_size(size: tuple[int, int]) -> tuple[int, int]:
    """Width and height with the longer side as long as a shrunk image's."""
    width, height = size
    factor = SHRUNK_SIDE_PX / max(size)
    return max(1, round(width * factor)), max(1, round(height * factor))


def bgr(image: Pillow.Image) -> Image:
    """`image` as H x W x 3 BGR uint8: deep greys scaled to 8 bits, transparency laid on white paper."""
    if image.mode.startswith(("I", "F")):
        return _of_grey(_eight_bits(np.asarray(image)))
    if image.mode in ("1", "L"):
        return _of_grey(np.asarray(image.convert("L")))
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        paper = Pillow.new("RGBA", layered.size, (255, 255, 255, 255))
        image = Pillow.alpha_composite(paper, layered)
    return np.asarray(cv2.cvtColor(np.asarray(image.convert("RGB")), cv2.COLOR_RGB2BGR), np.uint8)


def _of_grey(grey: NDArray[np.uint8]) -> Image:
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), np.uint8)


def _eight_bits(grey: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Greys of unknown depth as uint8. Scanners fill 10, 12 or 16 bits; floats are stretched."""
    if np.issubdtype(grey.dtype, np.floating):
        finite = np.nan_to_num(grey.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
        low, high = float(finite.min()), float(finite.max())
        if low >= 0.0 and high <= 1.0:
            low, high = 0.0, 1.0
        elif low >= 0.0 and high <= 255.0:
            low, high = 0.0, 255.0
        scale = 255.0 / (high - low) if high > low else 0.0
        return np.asarray(np.clip((finite - low) * scale, 0, 255), np.uint8)
    values = grey.astype(np.int64)
    top = int(values.max(initial=0))
    white = next((w for w in (255, 1023, 4095, 65535) if top <= w), max(top, 1))
    return np.asarray(np.clip(values * 255 // white, 0, 255), np.uint8)
