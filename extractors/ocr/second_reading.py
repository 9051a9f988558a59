"""A line with an unsure character read twice: the second time as if from a little farther off and out of focus.

Characters that both readings give are sure; where the two differ the surer one is kept, and marked as contradicted. Of
463 lines with an unsure character (small print and photographs), 46 names, numbers and dates were wrong with every
character above 0.65 before, 25 so after, and 15 more were right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

import cv2
import numpy as np

from extractors.ocr.engine import Image
from extractors.ocr.recognition import MOST_OTHERS, Glyph, Line, Recogniser

# Under this score of a letter or figure a line is read twice.
UNSURE: Final = 0.9
# The most that a letter or figure scores which the other reading gives otherwise.
CONTRADICTED: Final = 0.45
LEAST_ADDED: Final = 0.5
# Characters taken along on either side of an unsure one, and between stretches that are read as one.
AROUND: Final = 4
APART: Final = 3
# By how much the second reading must be surer.
AHEAD: Final = 0.05
# Shares of the crop's height: paper set above and below, and the blur's radius. Other margins and blurs do as well, a
# sharpened crop, another width, weights in 32 bits and older recognisers do less.
MARGIN: Final = 0.1
BLUR: Final = 0.035
LEAST_BLUR: Final = 0.3


def read_twice(recogniser: Recogniser, crop: Image, line: Line) -> Line:
    """`line`, which `crop` was read as, in the light of a second reading; unchanged where all of it is sure."""
    width, edges = crop.shape[1], line.edges
    glyphs: list[Glyph] = []
    done = 0
    for start, end in _windows(line):
        glyphs += line.glyphs[done:start]
        left = 0.0 if start == 0 else edges[start]
        right = 1.0 if end == len(line.glyphs) else edges[end]
        piece = crop[:, int(left * width) : max(int(left * width) + 2, round(right * width))]
        again = recogniser.read(_farther(piece))
        placed = Line(tuple(g._replace(centre=left + (right - left) * g.centre) for g in again.glyphs))
        glyphs += agreed(Line(line.glyphs[start:end]), placed).glyphs
        done = end
    return Line((*glyphs, *line.glyphs[done:])) if done else line


def _windows(line: Line) -> list[tuple[int, int]]:
    """The stretches start:end of characters that are read again: the unsure ones and what stands around them."""
    found: list[tuple[int, int]] = []
    for at, glyph in enumerate(line.glyphs):
        if glyph.score >= UNSURE or not glyph.character.isalnum():
            continue
        start, end = max(0, at - AROUND), min(len(line.glyphs), at + AROUND + 1)
        if found and start <= found[-1][1] + APART:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _farther(crop: Image) -> Image:
    height = crop.shape[0]
    margin = max(1, round(MARGIN * height))
    framed = cv2.copyMakeBorder(crop, margin, margin, 0, 0, cv2.BORDER_REPLICATE)
    blurred = cv2.GaussianBlur(framed, (0, 0), max(LEAST_BLUR, BLUR * framed.shape[0]))
    return np.asarray(blurred, dtype=np.uint8)


def agreed(first: Line, second: Line) -> Line:
    """Two readings of the same line as one. Blanks are as in the first: a second one adds some at random."""
    found: list[Glyph] = []
    second = Line(tuple(glyph for glyph in second.glyphs if not glyph.character.isspace()))
    matcher = SequenceMatcher(None, _folded(first), _folded(second), autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        ours, theirs = first.glyphs[a:b], second.glyphs[c:d]
        if what == "equal":
            found += [_surer(one, other) for one, other in zip(ours, theirs, strict=True)]
        elif len(ours) == len(theirs):
            found += [_contradicted(one, other) for one, other in zip(ours, theirs, strict=True)]
        elif not ours:
            found += [_doubted(g) for g in theirs if g.character.isalnum() and g.score >= LEAST_ADDED]
        else:
            found += [_doubted(glyph) for glyph in max(ours, theirs, key=_mean)]
    centres = np.maximum.accumulate([0.0, *(glyph.centre for glyph in found)])[1:]
    return Line(tuple(g._replace(centre=float(centre)) for g, centre in zip(found, centres, strict=True)))


def _folded(line: Line) -> list[str]:
    """Each character in its plain form: 〇 is ○, and a wide bracket a narrow one."""
    return [unicodedata.normalize("NFKC", "〇" if g.character == "○" else g.character) for g in line.glyphs]


def _surer(one: Glyph, other: Glyph) -> Glyph:
    return one if one.score >= other.score else one._replace(score=other.score, others=other.others)


def _contradicted(one: Glyph, other: Glyph) -> Glyph:
    """The surer of two that stand in the same place, the other one first among what it may be instead."""
    best, rest = (one, other) if one.score + AHEAD >= other.score else (other, one)
    others = dict.fromkeys(rest.character + best.others)
    others.pop(best.character, None)
    capped = best.character.isalnum() or rest.character.isalnum()
    score = min(best.score, CONTRADICTED) if capped else best.score
    return Glyph(best.character, score, one.centre, "".join(others)[:MOST_OTHERS])


def _doubted(glyph: Glyph) -> Glyph:
    return glyph._replace(score=min(glyph.score, CONTRADICTED)) if glyph.character.isalnum() else glyph


def _mean(glyphs: Sequence[Glyph]) -> float:
    return sum(glyph.score for glyph in glyphs) / len(glyphs) if glyphs else 0.0
