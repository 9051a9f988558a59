"""Second readings: a piece of a line where a character was passed over, read by itself."""

from __future__ import annotations

from typing import Final

from extractors.ocr.engine import Image
from extractors.ocr.gaps import Gap, find_gaps, is_zero
from extractors.ocr.recognition import Glyph, Line, Recogniser

# How many characters to take along on the left and right of a gap. What surrounds a character decides whether it is
# passed over: `二〇一四年` alone is read whole where `九月至二〇一四年六月在本校` loses its 〇.
SURROUNDINGS: Final = ((1, 3), (2, 2), (0, 4), (1, 1))
LEAST_SCORE: Final = 0.6
# A ring between numerals is 〇 by its shape, even where every reading passes over it.
RING_SCORE: Final = 0.8
NUMERALS: Final = tuple("〇○一二三四五六七八九十")
ZEROS: Final = str.maketrans("〇○O", "000")


def fill_gaps(recogniser: Recogniser, crop: Image, line: Line) -> tuple[Line, list[Gap]]:
    """The line with what second readings found in its gaps, and the gaps that are left."""
    gaps = find_gaps(crop, line)
    for _ in range(min(len(gaps), 4)):
        filled = next((new for gap in gaps if (new := _fill(recogniser, crop, line, gap)) is not None), None)
        if filled is None:
            break
        line = filled
        gaps = find_gaps(crop, line)
        if not gaps:
            break
    return line, gaps


def _fill(recogniser: Recogniser, crop: Image, line: Line, gap: Gap) -> Line | None:
    """The line with the characters that stand in `gap`, or None when no second reading agrees around it."""
    middle = (gap.start + gap.end) / 2
    at = sum(centre < middle for centre in line.centres)
    edges = line.edges
    width = crop.shape[1]
    for before, after in SURROUNDINGS:
        first, last = max(0, at - before), min(len(line.text), at + after)
        start = 0.0 if first == 0 else edges[first] if first < at else gap.start
        end = 1.0 if last == len(line.text) else edges[last] if last > at else gap.end
        piece = crop[:, int(start * width) : round(end * width)]
        if piece.shape[1] < 8:
            continue
        again = recogniser.read(piece)
        new = _between(again, line.text[first:at], line.text[at:last])
        if new is not None and not find_gaps(piece, again):
            added = tuple(g._replace(centre=start + (end - start) * g.centre) for g in new.glyphs)
            return Line(line.glyphs[:at] + added + line.glyphs[at:])
    if is_zero(crop, gap) and (line.text[at - 1 : at] in NUMERALS or line.text[at : at + 1] in NUMERALS):
        return Line((*line.glyphs[:at], Glyph("〇", RING_SCORE, middle), *line.glyphs[at:]))
    return None


def _between(again: Line, before: str, after: str) -> Line | None:
    """What `again` reads between `before` and `after`; None where it reads those otherwise, or nothing new."""
    end = len(again.text) - len(after)
    text = again.text.translate(ZEROS)
    same = text.startswith(before.translate(ZEROS)) and text.endswith(after.translate(ZEROS))
    if end <= len(before) or not same:
        return None
    new = Line(again.glyphs[len(before) : end])
    return new if new.text.strip() and min(new.scores) >= LEAST_SCORE else None
