"""Seals by their ink: round, oval and square stamps in red, blue or purple. A page without colour shows none."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_shapes import round_seals, square_seals
from models.geometry import Box
from models.page import Mark

Bgr = NDArray[np.uint8]
Mask = NDArray[np.uint8]
WORK_SIDE = 1000


def find_seals(image: Bgr) -> list[Mark]:
    """Seals of an upright page as marks with boxes in its pixels; `text` is not read here."""
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    back_x, back_y = image.shape[1] / size[0], image.shape[0] / size[1]
    found: list[tuple[Box, float]] = []
    for ink in stamp_inks(small):
        rounds = [(ring.box, ring.support) for ring in round_seals(ink)]
        squares = square_seals(ink, [box for box, _ in rounds])
        found += [item for item in rounds + squares if all(_overlap(item[0], other) < 0.5 for other, _ in found)]
    return [
        Mark("seal", Box(b.x0 * back_x, b.y0 * back_y, b.x1 * back_x, b.y1 * back_y), round(confidence, 3))
        for b, confidence in sorted(found, key=lambda item: (item[0].y0, item[0].x0))
    ]


def stamp_inks(image: Bgr) -> list[Mask]:
    """Masks (255 = ink) of red ink, and of blue and purple ink, where the page has any; the paper's own cast is removed."""
    blue, green, red = (channel.astype(np.int16) for channel in cv2.split(image))
    redness = red - np.maximum(blue, green)
    # Seal blue and purple: green is the weakest or red is, and blue leads. Black ballpoint has no lead.
    blueness = blue - np.minimum(red, green) - np.maximum(0, redness)
    masks = []
    for excess, least in ((redness, 24), (blueness, 45)):
        usual = float(np.median(excess[::4, ::4]))
        mask = np.asarray(excess > usual + least, dtype=np.uint8) * np.uint8(255)
        share = float((mask > 0).mean())
        if share >= 0.0003:
            masks.append(_thin_only(mask))
    return masks


def _thin_only(mask: Mask) -> Mask:
    """Without coloured areas much thicker than a seal's strokes and its star: photo backgrounds, covers, wide borders."""
    side = max(mask.shape)
    thick = max(9, side // 28)
    core = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    if not core.any():
        return mask
    grown = cv2.dilate(core, np.ones((thick // 2 * 2 + 1,) * 2, np.uint8))
    return np.asarray(cv2.subtract(mask, grown), dtype=np.uint8)


def _overlap(a: Box, b: Box) -> float:
    common = a.intersection(b)
    return common.area / (a.area + b.area - common.area) if common else 0.0
