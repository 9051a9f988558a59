"""How much of what is printed an engine found: the truth's values looked for in the lines of a page.

The measure is the same for every engine and asks for no order of its lines: a value is looked for in the page's rows (lines
side by side joined from left to right, rows from top to bottom) and in columns (a line with those under it). Its share of
characters is 1 - (least edit distance to any stretch of those texts) / length, at least 0; dates count in the spelling
that comes nearest. Both sides are folded (width, brackets, radicals, traditional characters, no blanks).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.text import simplified, squash

# Not printed as they stand in the truth (seals' rings, ticks, normal forms, signatures, codes), or longer than lines are.
_LEFT_OUT = """
seal photo signature qr_code part items programme_type level conclusion comment insurance_type amount
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())
DIGITS = "〇一二三四五六七八九"
Value = tuple[str, str]


class TextLine(NamedTuple):
    """A line with its box in the image's pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def found(pages: Iterable[tuple[Sequence[Value], Sequence[TextLine]]]) -> tuple[float, float]:
    """The share of the values' characters, and of whole values, that were read; 0-1, over all pages together."""
    characters = right = values = whole = 0.0
    for wanted, lines in pages:
        texts = list(dict.fromkeys(_texts(lines)))
        for name, value in wanted:
            for part in [] if name in LEFT_OUT else [one for one in value.split(";") if len(one) > 1]:
                share, length = max((_share(form, texts), len(form)) for form in _forms(part))
                characters += length
                right += share * length
                values += 1
                whole += share == 1.0
    return (right / characters, whole / values) if values else (0.0, 0.0)


def _texts(lines: Sequence[TextLine]) -> Iterator[str]:
    yield "".join(_folded(line.text) for row in _rows(lines) for line in row)
    for line in lines:
        column, last = [line], line
        for other in sorted(lines, key=lambda one: one.top):
            overlap = min(last.right, other.right) - max(last.left, other.left)
            if other.top > (last.top + last.bottom) / 2 and overlap > 0 and len(column) < 8:
                column.append(other)
                last = other
        yield "".join(_folded(one.text) for one in column)


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: one.top + one.bottom):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _folded(text: str) -> str:
    return simplified(squash(text))


def _forms(value: str) -> list[str]:
    """The value, and a date in the spellings of print."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return [_folded(value)]
    plain = [str(int(part)) for part in parts]
    forms = {value, "".join(parts), ".".join(parts), ".".join(plain), "/".join(parts), "/".join(plain), "-".join(plain)}
    for numbers in (parts, plain, [_in_words(part, whole=index == 0) for index, part in enumerate(parts)]):
        dated = "".join(number + unit for number, unit in zip(numbers, "年月日", strict=False))
        forms |= {dated, dated.replace("〇", "零"), dated.replace("〇", "○")} if len(parts) > 1 else {numbers[0]}
    return [_folded(form) for form in sorted(forms)]


def _in_words(digits: str, whole: bool) -> str:
    if whole:
        return "".join(DIGITS[int(digit)] for digit in digits)
    tens, ones = divmod(int(digits), 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def _share(value: str, texts: Sequence[str]) -> float:
    if not value:
        return 0.0
    if any(value in text for text in texts):
        return 1.0
    return max(0.0, 1 - min((_distance(value, text) for text in texts), default=len(value)) / len(value))


def _distance(value: str, text: str) -> int:
    """The least number of edits that make `value` of any stretch of `text` (Sellers 1980)."""
    column = list(range(len(value) + 1))
    least = column[-1]
    for character in text:
        before, column[0] = column[0], 0
        for i, wanted in enumerate(value, 1):
            before, column[i] = column[i], min(before + (wanted != character), column[i] + 1, column[i - 1] + 1)
        least = min(least, column[-1])
    return least
