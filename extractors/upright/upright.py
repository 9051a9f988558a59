"""Puts a page upright: EXIF and quarter turns, perspective, skew, composed into one warp of the stored image."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.upright.frames import (
    Bgr,
    Matrix,
    as_homography,
    mirror,
    quarter_turn,
    render,
    scaling,
    straighten,
    turned_size,
)
from extractors.upright.orientation import Orientation, orientation_of
from extractors.upright.sheet import distortion, rectifying, sheet_of
from extractors.upright.skew import skew_of
from models.page import Homography, Word

Read = Callable[[NDArray[np.uint8]], list[Word]]
PREVIEW_SIDE = 1000
UNSURE_MARGIN = 4.0
LEAST_SKEW = 0.4
LARGE_SKEW = 4.0
LEAST_DISTORTION = 0.7


@dataclass(frozen=True, slots=True)
class Upright:
    """An upright page: `to_stored` maps its pixels to the stored image's; `words` where it had to be read to decide."""

    image: Bgr
    to_stored: Homography
    words: list[Word] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Stored:
    """The stored image, and what it was shrunk to before: several steps look at one and the same small size."""

    image: Bgr
    _small: dict[float, Bgr] = field(default_factory=dict)

    def shrunk(self, scale: float) -> Bgr:
        """The image shrunk so that thin strokes survive: above one half every pixel has a part in plain sampling."""
        if scale not in self._small:
            how = cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
            small = cv2.resize(self.image, None, fx=scale, fy=scale, interpolation=how)
            self._small[scale] = np.asarray(small, dtype=np.uint8)
        return self._small[scale]


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to see the stored image: `forward` maps stored pixels to a picture of `size` (width, height)."""

    forward: Matrix
    size: tuple[int, int]

    def then(self, matrix: Matrix, size: tuple[int, int]) -> Frame:
        return Frame(matrix @ self.forward, size)

    def turned(self, turns: int) -> Frame:
        return self.then(quarter_turn(turns, *self.size), turned_size(turns, self.size))

    def picture(self, stored: Stored) -> Bgr:
        return render(stored.image, self.forward, self.size)

    def preview(self, stored: Stored, long_side: int = PREVIEW_SIDE) -> Bgr:
        """A small picture, `stored` being shrunk first."""
        scale = min(1.0, long_side / max(self.size))
        size = (max(1, round(self.size[0] * scale)), max(1, round(self.size[1] * scale)))
        if scale == 1.0:
            return self.picture(stored)
        shrunk = stored.shrunk(scale)
        height, width = stored.image.shape[:2]
        to_shrunk = np.diag([shrunk.shape[1] / width, shrunk.shape[0] / height, 1.0])
        matrix = scaling(scale) @ self.forward @ np.linalg.inv(to_shrunk)
        return render(shrunk, matrix, size, roughly=True)


def make_upright(image: Bgr, exif_turn: int, mirrored: bool, read: Read) -> Upright:
    """`image` (BGR, stored pixels) put upright.

    `exif_turn` is the number of clockwise quarter turns that EXIF asks for, followed by a left-right flip where
    `mirrored`.
    `read` is called on a page only where turn or tilt are in doubt.
    """
    height, width = image.shape[:2]
    stored = Stored(image)
    whole = Frame(np.eye(3), (width, height)).turned(exif_turn)
    if mirrored:
        whole = whole.then(mirror(whole.size[0]), whole.size)
    sheet = _rectified(whole, stored)
    plain = _quarter_turned(sheet or whole, stored, read)
    level, risky = _levelled(plain, stored)
    if sheet is None and not risky:
        return Upright(level.picture(stored), as_homography(np.linalg.inv(level.forward)))
    return _better(level, lambda: plain if sheet is None else _quarter_turned(whole, stored, read), stored, read)


def _better(wanted: Frame, plainer: Callable[[], Frame], stored: Stored, read: Read) -> Upright:
    """`wanted` read, and where that reads badly the `plainer` frame if it reads better."""
    best = _read_in(wanted, stored, read)
    if reads_well(best.words or []):
        return best
    other = _read_in(plainer(), stored, read)
    return other if reading_score(other.words or []) > 1.05 * reading_score(best.words or []) + 1.0 else best


def _read_in(frame: Frame, stored: Stored, read: Read) -> Upright:
    picture = frame.picture(stored)
    return Upright(picture, as_homography(np.linalg.inv(frame.forward)), read(picture))


def _rectified(frame: Frame, stored: Stored) -> Frame | None:
    """The sheet of a photo made rectangular; None without a sheet, or when it lies straight enough to be read as it is."""
    preview = frame.preview(stored)
    quad = sheet_of(preview)
    if quad is None or distortion(quad) < LEAST_DISTORTION:
        return None
    corners = quad * (frame.size[0] / preview.shape[1], frame.size[1] / preview.shape[0])
    return frame.then(*rectifying(corners))


def _quarter_turned(frame: Frame, stored: Stored, read: Read) -> Frame:
    found = orientation_of(frame.preview(stored))
    turns = found.turns if found.margin >= UNSURE_MARGIN else _turns_that_read(frame, stored, found, read)
    return frame.turned(-turns)


def _turns_that_read(frame: Frame, stored: Stored, found: Orientation, read: Read) -> int:
    """The turn whose picture reads best; the network's favourite unless another is clearly better."""
    scores = {turns: reading_score(read(frame.turned(-turns).preview(stored, 960))) for turns in found.order}
    best = max(scores, key=lambda turns: scores[turns])
    return best if scores[best] > 1.25 * scores[found.turns] + 1.0 else found.turns


def reading_score(words: list[Word]) -> float:
    """How much sure, level text there is: characters weighed by confidence above one half, upended boxes by a third."""
    total = 0.0
    for word in words:
        upended = len(word.text) > 1 and word.box.height > 1.5 * word.box.width
        total += len(word.text.strip()) * max(0.0, word.confidence - 0.5) * (1 / 3 if upended else 1.0)
    return total


def reads_well(words: list[Word]) -> bool:
    """Whether a reading leaves no reason to look for a better one: some text, nearly all of it sure."""
    lengths = [len(word.text.strip()) for word in words]
    total = sum(lengths)
    sure = sum(length * word.confidence for length, word in zip(lengths, words, strict=True))
    return total >= 20 and sure >= 0.9 * total


def _levelled(frame: Frame, stored: Stored) -> tuple[Frame, bool]:
    """`frame` with level rows, and whether that turn was large enough to be checked by reading."""
    skew = skew_of(frame.preview(stored))
    if abs(skew.angle) < LEAST_SKEW or skew.gain < (1.6 if abs(skew.angle) > LARGE_SKEW else 1.1):
        return frame, False
    return frame.then(*straighten(skew.angle, *frame.size)), abs(skew.angle) > LARGE_SKEW
