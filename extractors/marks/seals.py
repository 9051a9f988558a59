"""Seals by their ink: round, oval and framed stamps in red, blue or purple. A page without colour shows none."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_shapes import Frame, Ring, round_seals, square_seals
from models.geometry import Box
from models.page import Mark

Bgr = NDArray[np.uint8]
Mask = NDArray[np.uint8]
WORK_SIDE = 1000
_WHOLE, _HOLDS_INK = 0.9, 0.1


@dataclass(frozen=True, slots=True)
class Stamp:
    """A seal with its shape. One that is not `sure` by its shape alone needs a seal's text: red pens and forms draw the like."""

    box: Box
    confidence: float
    shape: Ring | Frame
    blue: bool
    sure: bool

    def scaled(self, x: float, y: float) -> Stamp:
        """The same seal on the page enlarged by `x` and `y`, which are nearly equal."""
        return replace(self, box=_scaled(self.box, x, y), shape=_scaled_shape(self.shape, x, y))

    def mark(self, text: str | None = None) -> Mark:
        return Mark("seal", self.box, round(self.confidence, 3), text)


def find_seals(image: Bgr) -> list[Mark]:
    """Seals of an upright page as marks with boxes in its pixels, unread: those that are sure by their shape."""
    return [stamp.mark() for stamp in find_stamps(image) if stamp.sure]


def find_stamps(image: Bgr) -> list[Stamp]:
    """Seals of an upright page, in its pixels, from top to bottom."""
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8) if scale < 1 else image
    found: list[Stamp] = []
    for ink, blue in stamp_inks(small):
        rounds = [Stamp(r.box, r.support, r, blue, _is_seal(ink, r)) for r in round_seals(ink)]
        sure = [stamp.box for stamp in rounds if stamp.sure]
        squares = [Stamp(f.box, f.support, f, blue, not f.is_oblong) for f in square_seals(ink, sure)]
        oblong = [stamp.box for stamp in squares if not stamp.sure]
        rounds = [stamp for stamp in rounds if not any(_is_between_sides(stamp, box) for box in oblong)]
        found += [item for item in rounds + squares if all(_overlap(item.box, other.box) < 0.5 for other in found)]
    x, y = image.shape[1] / size[0], image.shape[0] / size[1]
    return [stamp.scaled(x, y) for stamp in sorted(found, key=lambda stamp: (stamp.box.y0, stamp.box.x0))]


def stamp_inks(image: Bgr) -> list[tuple[Mask, bool]]:
    """Masks (255 = ink) of red ink, and (True) of blue and purple ink, where the page has any; the paper's cast is removed."""
    blue, green, red = cv2.split(image)
    redness = cv2.subtract(red, cv2.max(blue, green), dtype=cv2.CV_16S)
    # Seal blue and purple: green is the weakest or red is, and blue leads. Black ballpoint has no lead.
    lead = cv2.subtract(blue, cv2.min(red, green), dtype=cv2.CV_16S)
    blueness = cv2.subtract(lead, cv2.max(redness, np.zeros_like(redness)))
    masks = []
    for excess, least, is_blue in ((redness, 24, False), (blueness, 45, True)):
        usual = float(np.median(excess[::4, ::4]))
        mask = (excess > usual + least).view(np.uint8) * np.uint8(255)
        if cv2.countNonZero(mask) >= 0.0003 * mask.size:
            masks.append((_thin_only(mask), is_blue))
    return masks


def _is_seal(ink: Mask, ring: Ring) -> bool:
    """Whether the ring is a seal's by its shape; a flat one is where it is whole and holds ink of its own, as a pen's does not."""
    if not ring.is_flat:
        return True
    inside = np.zeros(ink.shape, np.uint8)
    axes = round(0.8 * ring.a), round(0.7 * ring.b)
    cv2.ellipse(inside, (round(ring.x), round(ring.y)), axes, ring.angle, 0, 360, 255, -1)
    return ring.support >= _WHOLE and float((ink[inside > 0] > 0).mean()) >= _HOLDS_INK


def _thin_only(mask: Mask) -> Mask:
    """Without coloured areas much thicker than a seal's strokes and its star: photo backgrounds, covers, wide borders."""
    side = max(mask.shape)
    thick = max(9, side // 28)
    core = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    if not core.any():
        return mask
    grown = cv2.dilate(core, np.ones((thick // 2 * 2 + 1,) * 2, np.uint8))
    return np.asarray(cv2.subtract(mask, grown), dtype=np.uint8)


def _is_between_sides(stamp: Stamp, frame: Box) -> bool:
    """Whether a ring is made of the long sides of an oblong frame, and of letters between them."""
    return stamp.confidence < 0.8 and stamp.box.covered_by(frame) > 0.85 and stamp.box.height > 0.8 * frame.height


def _overlap(a: Box, b: Box) -> float:
    common = a.intersection(b)
    return common.area / (a.area + b.area - common.area) if common else 0.0


def _scaled(box: Box, x: float, y: float) -> Box:
    return Box(box.x0 * x, box.y0 * y, box.x1 * x, box.y1 * y)


def _scaled_shape(shape: Ring | Frame, x: float, y: float) -> Ring | Frame:
    if isinstance(shape, Frame):
        return replace(shape, box=_scaled(shape.box, x, y), corners=tuple((a * x, b * y) for a, b in shape.corners))
    both = (x + y) / 2
    return replace(shape, x=shape.x * x, y=shape.y * y, a=shape.a * both, b=shape.b * both)
