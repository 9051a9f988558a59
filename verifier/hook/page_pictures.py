"""A stored page, or a part of it, as PNG: drawn in a reading worker, for the file is a stranger's."""

from __future__ import annotations

from pathlib import Path

import cv2

from extractors.intake import RawPage, open_pages
from models.settings import ReadingSettings

MOST_WIDE = 4000
Crop = tuple[float, float, float, float]


def page_picture(
    path: Path, settings: ReadingSettings, number: int, crop: Crop | None = None, width: int | None = None
) -> bytes | None:
    """Page `number` as stored, `crop` (x0, y0, x1, y1 in stored pixels) of it, at most `width` pixels wide.

    None where there is no such page or nothing of it lies in `crop`. Raises the InputErrors of opening.
    """
    for page in open_pages(path, settings, range(number, number + 1)):
        if not isinstance(page, RawPage):
            raise page.error
        image = page.image
        if crop is not None:
            x0, y0, x1, y1 = (max(0, int(v)) for v in (crop[0], crop[1], crop[2] + 0.999, crop[3] + 0.999))
            image = image[y0:y1, x0:x1]
        if image.size == 0:
            return None
        most = min(width or MOST_WIDE, MOST_WIDE)
        if image.shape[1] > most:
            size = (most, max(1, round(image.shape[0] * most / image.shape[1])))
            image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
        _, encoded = cv2.imencode(".png", image)
        return encoded.tobytes()
    return None
