"""Dates in which a digit was lost, as under a seal: `12月2日` for `12月26日` leaves a gap as wide as two digits."""

from __future__ import annotations

import re

from models.page import Word

_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d)日")
_WIDER = 0.45  # digits by which the gap of a lost one is wider than it should be
_CLOSE_SET = {1: 2.95, 2: 3.9}
"""Of 722 dates read on the samples, gaps round a month of so many digits, in digits, where no blanks are set round it."""
_SHORT = 18


def lacks_digit(word: Word, first: int, last: int) -> bool:
    """Whether in the date that text[first:last] of `word` is the second digit of the day seems to be lost."""
    text = word.text
    if last - first > _SHORT or word.vertical or len(word.edges) != len(text) + 1:
        return False
    found = _DATE.search(text, first, last)
    if found is None:
        return False
    middle = [(a + b) / 2 for a, b in zip(word.edges, word.edges[1:], strict=False)]
    start, year, month, day = (found.start("year"), found.end("year"), found.end("month"), found.end("day"))
    pitch = (middle[year] - middle[start]) / 4
    if pitch <= 0:
        return False
    months = len(found["month"])
    round_month, round_day = (middle[month] - middle[year]) / pitch, (middle[day] - middle[month]) / pitch
    return round_month < _CLOSE_SET[months] and round_day - (round_month - (months - 1)) > _WIDER
