"""Words that are no part of the text: pieces of a slanting watermark, stars and strokes of seals read as letters, and print
that was read once more together with what lies across it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from models.page import Word

_WATERMARK = frozenset("测试样本张无效仅供参考复印式则记")
_TALL, _VERY_TALL = 1.6, 2.4
_VERY_SLANTING = 0.5
_SQUEEZED = 0.38
_INSIDE = 0.8
_STROKES = 3
_SEAL_JUNK = 0.85
_CLEAR = 0.9
_SCRAP = 0.6
_MEANT_ALONE = frozenset("男女")


def without_overprint(words: Sequence[Word]) -> list[Word]:
    """`words` without watermark pieces and seal junk; what is merely odd is kept."""
    if not words:
        return []
    glyph = median(w.box.width if w.vertical else w.box.height for w in words)
    kept = [w for w in words if not _is_seal_junk(w, glyph) and not _is_scrap(w) and not _is_watermark(w, glyph)]
    return [w for w in kept if not _repeats(w, kept)]


def _repeats(word: Word, words: Sequence[Word]) -> bool:
    """Whether `word` is what stands inside its taller box and was read better, once more, with strokes of a watermark."""
    own = rest = word.text.strip()
    if word.vertical:
        return False
    for other in words:
        text = other.text.strip()
        taller = word.box.height / max(other.box.height, 1.0)
        if (
            other is not word
            and len(text) >= 2
            and text in rest
            and word.confidence <= other.confidence
            and (taller >= _TALL or (own == text and taller > 1.0))
            and other.box.covered_by(word.box) >= _INSIDE
        ):
            rest = rest.replace(text, "", 1)
    return rest != own and len(rest) <= _STROKES


def slant(word: Word) -> float:
    """How much of the width that its characters need at its height the word has; text on a slant has much less than 1."""
    need = sum(1.0 if ord(c) > 0x2E7F else 0.55 for c in word.text) * max(word.box.height, 1.0)
    return word.box.width / need if need else 1.0


def is_squeezed(word: Word) -> bool:
    """Whether the characters cannot all be on one row of this box: print and a watermark across it, read as one word."""
    return not word.vertical and 2 <= len(word.text) <= 20 and slant(word) < _SQUEEZED


def _is_seal_junk(word: Word, glyph: float) -> bool:
    text = word.text.strip()
    if len(text) != 1 or text in _MEANT_ALONE:
        return False
    huge = word.box.height >= _VERY_TALL * glyph and (word.doubtful or word.seal_cover >= 0.5)
    clear = "\u4e00" <= text <= "\u9fff" and word.confidence >= _CLEAR and word.box.height < _TALL * glyph
    return huge or (word.seal_cover >= _SEAL_JUNK and not clear)  # clear: print in a seal's colour


def _is_scrap(word: Word) -> bool:
    """A few Latin letters read with little trust: ornament or background print."""
    text = word.text.strip()
    return word.doubtful and word.confidence < _SCRAP and len(text) <= 4 and text.isascii() and text.isalpha()


def _is_watermark(word: Word, glyph: float) -> bool:
    text = word.text.strip()
    if word.vertical or len(text) < 2 or len(text) > 8:
        return False
    tall = word.box.height / max(glyph, 1.0)
    known = sum(c in _WATERMARK for c in text) / len(text)
    if known >= 0.5 and tall >= _TALL and slant(word) < 0.9:
        return True
    if known > 0 and tall >= _TALL + 0.3 and slant(word) < 0.9 and word.confidence < 0.9:
        return True
    return tall >= _VERY_TALL and slant(word) < _VERY_SLANTING and not any(c.isdigit() for c in text)
