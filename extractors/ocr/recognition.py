"""What a crop says: the PP-OCRv6 recogniser, one crop at a time at its own width, with the place of each character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import cv2
import numpy as np

from extractors.ocr.engine import Image
from extractors.ocr.session import Session, Tensor

HEIGHT: Final = 48
WIDTH_STEP: Final = 16
MIN_WIDTH: Final = 32
MAX_WIDTH: Final = 3200
# Under this score a character is kept with what else it may be: up to three others with a chance of two in a hundred.
CERTAIN: Final = 0.97
MOST_OTHERS: Final = 3
LEAST_CHANCE: Final = 0.02


class Glyph(NamedTuple):
    """A character, read: its score, its centre as a share 0-1 of the crop's width, and what else it may be, likeliest first."""

    character: str
    score: float
    centre: float
    others: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A crop, read."""

    glyphs: tuple[Glyph, ...] = ()

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)

    @property
    def scores(self) -> tuple[float, ...]:
        return tuple(glyph.score for glyph in self.glyphs)

    @property
    def centres(self) -> tuple[float, ...]:
        return tuple(glyph.centre for glyph in self.glyphs)

    @property
    def confidence(self) -> float:
        return sum(self.scores) / len(self.glyphs) if self.glyphs else 0.0

    @property
    def edges(self) -> tuple[float, ...]:
        """The len(text) + 1 borders between characters: half way between centres, outside half a usual pitch away."""
        if not self.glyphs:
            return (0.0,)
        centres = np.array(self.centres)
        between = (centres[1:] + centres[:-1]) / 2
        pitch = float(np.median(np.diff(centres))) if len(centres) > 1 else 2 * min(centres[0], 1 - centres[0])
        first, last = max(0.0, centres[0] - pitch / 2), min(1.0, centres[-1] + pitch / 2)
        return (float(first), *(float(x) for x in between), float(last))


class Recogniser:
    """Reads single-line crops. A batch gains nothing on a CPU and would pad every crop to the widest."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # Only "\n" separates: the alphabet holds other characters that str.splitlines would cut at.
        self._alphabet = ["", *session.metadata("character").split("\n"), " "]

    def read(self, crop: Image) -> Line:
        """The text of `crop` (BGR, any size), whose characters run from left to right."""
        return self._decode(self._session.run(_tensor(crop))[0])

    def _decode(self, figures: Tensor) -> Line:
        """The line of the best character at each step (steps x alphabet), repeated ones and the blank left out."""
        best = figures.argmax(axis=1)
        steps = len(best)
        starts = np.flatnonzero(np.diff(best, prepend=-1) != 0)
        ends = np.append(starts[1:], steps)
        kept = best[starts] != 0
        starts, ends = starts[kept], ends[kept]
        if not len(starts):
            return Line()
        shares = figures[starts]
        shares -= shares[np.arange(len(starts)), best[starts]][:, None]
        shares = np.exp(shares, out=shares)
        # The best one's share is 1 before they are normalised.
        scores = (1 / shares.sum(axis=1)).tolist()
        centres = ((starts + ends) / 2 / steps).tolist()
        read = zip(shares, scores, best[starts].tolist(), centres, strict=True)
        return Line(tuple(self._glyph(*one) for one in read))

    def _glyph(self, shares: Tensor, score: float, best: int, centre: float) -> Glyph:
        others = ""
        if score < CERTAIN:
            chances = shares * np.float32(score)
            likely = np.argpartition(chances, -MOST_OTHERS - 2)[-MOST_OTHERS - 2 :]
            ranked = sorted((int(i) for i in likely if i not in (0, best)), key=lambda i: -chances[i])
            others = "".join(self._alphabet[i] for i in ranked[:MOST_OTHERS] if chances[i] >= LEAST_CHANCE)
        return Glyph(self._alphabet[best], score, centre, others)


def _tensor(crop: Image) -> Tensor:
    """The crop at the model's height, its width rounded up to a multiple of 16; a very narrow one is padded."""
    height, width = crop.shape[:2]
    exact = width * HEIGHT / height
    wanted = min(MAX_WIDTH, max(WIDTH_STEP, round(exact / WIDTH_STEP + 0.499) * WIDTH_STEP))
    resized = cv2.resize(crop, (wanted, HEIGHT), interpolation=cv2.INTER_LINEAR)
    if wanted < MIN_WIDTH:
        side = (MIN_WIDTH - wanted) // 2
        resized = cv2.copyMakeBorder(resized, 0, 0, side, MIN_WIDTH - wanted - side, cv2.BORDER_REPLICATE)
    tensor = resized.astype(np.float32) / 127.5 - 1
    return np.ascontiguousarray(tensor.transpose(2, 0, 1)[None])
