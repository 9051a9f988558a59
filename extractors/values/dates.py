"""Calendar dates as precise as printed: 2015年6月30日, 2015.06, 二〇一五年六月, 20150630.

A seal over a Chinese date makes characters vanish with high scores (`二〇一五年六月三十日` came back as
`五年六月十日`), so a date whose year has fewer than four digits is never a date here but `Incomplete`; for a
two-digit year that carries a guess.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from extractors.text import fold, fold_map, raw_span, squash
from extractors.values import numerals
from extractors.values.found import Found

Precision = Literal["year", "month", "day"]
FIRST_YEAR, LAST_YEAR = 1920, 2099

_ZEROS = "OoDQΩ"  # what a 0 is read as
_CN = f"〇零○{_ZEROS}一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
_YEAR_DIGIT = rf"[0-9{_CN}]"
_SMALL = rf"(?:[0-9OoIl]{{1,2}}|[{_CN}十土拾廿卄卅元正初+\-]{{1,4}})"
_TIME = r"(?:[\sT]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?)?"
_ASCII_YEAR = rf"(?<![0-9])[12](?:\s?[0-9{_ZEROS}]){{3}}"
_CN_YEAR = rf"(?<![{_CN}])[一二壹贰](?:\s?[0-9{_CN}]){{3}}|(?<![{_CN}])[一二][{_CN}\-]{{3}}"
_WORDED = re.compile(
    rf"(?P<year>{_ASCII_YEAR}|{_CN_YEAR})\s*(?:年|十(?=[三四五六七八九]\s*月)|[午车](?=\s*{_SMALL}\s*月))"
    rf"(?:\s*(?P<month>{_SMALL})\s*[.·]?\s*月(?:份|(?:\s*(?P<day>{_SMALL})\s*[日曰目号已巳](?!期))|(?P<open>\s*日(?!期)))?)?"
)
_GOES_ON = re.compile(rf"\s*(?:{_YEAR_DIGIT}|[十拾廿卅月日])")
_SEPARATED = re.compile(
    rf"(?<![0-9.])(?P<year>(?:19|2[0{_ZEROS}])[0-9{_ZEROS}]{{2}})"
    r"\s?(?P<sep>[./\-·])\s?(?P<month>\d{1,2})"
    r"(?:\s?(?P=sep)\s?(?P<day>(?:[0-2]\d|3[01])(?=\d\d?:\d\d)|[1-9](?=(?:[01]\d|2[0-3]):\d\d)"  # the time may be glued on
    r"|\d{1,2}(?![0-9%])))?(?(day)|(?![0-9%]))",
    re.ASCII,
)
_MIXED = re.compile(  # a dot read as a comma
    r"(?<![0-9.])(?P<year>(?:19|20)\d\d)\s?(?P<sep>[.,·])\s?(?P<month>\d{1,2})\s?(?!(?P=sep))[.,·]\s?(?P<day>\d{1,2})(?![0-9%])",
    re.ASCII,
)
_DIGITS = re.compile(r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![0-9A-Za-z])", re.ASCII)
_SIX_DIGITS = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)", re.ASCII)
_BARE_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)", re.ASCII)
_LOOSE_DAY = re.compile(rf"(?P<year>{_YEAR_DIGIT}{{4}})年\s*(?P<month>{_SMALL})\s*月\s*(?P<day>{_SMALL})")
_SHORT = re.compile(
    rf"(?<!{_YEAR_DIGIT})(?P<year>{_YEAR_DIGIT}{{0,3}})\s*年\s*(?P<month>{_SMALL})\s*月(?:\s*(?P<day>{_SMALL})\s*日)?"
    rf"|(?<![年{_CN}0-9])(?P<m>{_SMALL})\s*月\s*(?P<d>{_SMALL})\s*日"
)
_SHORT_SEPARATED = re.compile(r"'?(?P<year>\d{1,3})(?P<sep>[./\-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})", re.ASCII)
_GAPPED = re.compile(rf"(?P<year>{_YEAR_DIGIT}{{4}})\s*年\s*(?:(?P<month>{_SMALL})?\s*月?)\s*日?")
_UNMARKED = re.compile(
    rf"(?P<year>[12一二]{_YEAR_DIGIT}{{3}})\s*(?P<month>{_SMALL})\s*月(?:\s*(?P<day>{_SMALL})\s*日)?"
)
_AROUND = " \t\n.,;:。、'\"()"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, month or day. `doubtful` says that a character had to be guessed."""

    year: int
    month: int | None = None
    day: int | None = None
    doubtful: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> Precision:
        return "day" if self.day else "month" if self.month else "year"

    def iso(self) -> str:
        """`2014-06-20`, `2014-06` or `2014`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def earliest(self) -> date:
        """The first day that this may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day that this may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A date of which a piece is missing; `guess` where only the century or the last part is."""

    text: str
    guess: PartialDate | None = None


def compact(text: str) -> str:
    """ISO form where `text` is a date, the folded text otherwise."""
    value = parse(text)
    return value.iso() if value else squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` is a complete, possible date."""
    return parse(text) is not None


def parse(text: str) -> PartialDate | None:
    """The date that `text` is, whole; None also for an incomplete one (see `read`).

    >>> [parse(t).iso() for t in ("二○一五年六月三十日", "2015.06", "2015/6/3", "20150630", "2015年度", "201506")]
    ['2015-06-30', '2015-06', '2015-06-03', '2015-06-30', '2015', '2015-06']
    >>> parse("五年六月十日"), parse("2015年13月")
    (None, None)
    """
    value = read(text)
    return value if isinstance(value, PartialDate) else None


def read(text: str) -> PartialDate | Incomplete | None:
    """The date that `text` is, what is left of one, or None.

    >>> read("五年六月十日")
    Incomplete(text='五年六月十日', guess=None)
    >>> read("九七年七月").guess.iso()
    '1997-07'
    """
    folded = re.sub(rf"(?:{_TIME})$", "", fold(text).strip(_AROUND), count=1)
    plain = re.sub(r"(?:出?生|起|止|度|份)$", "", folded.strip(_AROUND)).strip(_AROUND)
    for pattern in (_WORDED, _SEPARATED, _MIXED, _DIGITS, _SIX_DIGITS, _BARE_YEAR):
        found = pattern.fullmatch(plain)
        if found:
            if found.groupdict().get("open"):
                return Incomplete(plain, _build(found["year"], found["month"], None))
            return _build(found["year"], *(found.groupdict().get(part) for part in ("month", "day")))
    if found := _LOOSE_DAY.fullmatch(plain):
        return _build(found["year"], found["month"], found["day"], doubtful=True)
    return _incomplete(plain)


def find_all(text: str) -> list[Found[PartialDate]]:
    """The complete, possible dates inside `text`, in order; a bare year only with 年 after it.

    >>> [f.value.iso() for f in find_all("一九九二年八月十五日生，于2010年9月至2014.06在本校")]
    ['1992-08-15', '2010-09', '2014-06']
    """
    folded, indices = fold_map(text)
    spans: list[tuple[int, int, PartialDate]] = []
    for pattern in (_WORDED, _SEPARATED, _MIXED, _DIGITS):
        for found in pattern.finditer(folded):
            value = _build(found["year"], found["month"], found["day"])
            if value and not found.groupdict().get("open") and not _overlaps(found.span(), spans):
                torn = pattern is _WORDED and value.day is None and _GOES_ON.match(folded, found.end())
                spans.append((*found.span(), replace(value, doubtful=True) if torn else value))
    return [Found(*raw_span(indices, start, end), value) for start, end, value in sorted(spans, key=lambda s: s[0])]


def find_incomplete(text: str) -> list[Found[Incomplete]]:
    """The remains of dates inside `text`: short or missing years before a month, a month and a day without a year."""
    folded, indices = fold_map(text)
    whole = [
        found.span()
        for pattern in (_WORDED, _SEPARATED, _MIXED)
        for found in pattern.finditer(folded)
        if found["month"]
    ]
    result = []
    for found in _SHORT.finditer(folded):
        if not any(start < found.end() and found.start() < end for start, end in whole):
            remains = _incomplete(found.group())
            if remains:
                result.append(Found(*raw_span(indices, *found.span()), remains))
    return result


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int, PartialDate]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end, _ in taken)


def _incomplete(plain: str) -> Incomplete | None:
    found = _SHORT.fullmatch(plain) or _SHORT_SEPARATED.fullmatch(plain)
    if found:
        year = found["year"] or ""
        guess = _build(_whole_year(year), found["month"], found["day"], doubtful=True)
        return Incomplete(plain, guess)
    if found := _UNMARKED.fullmatch(plain):  # 年 lost
        guess = _build(found["year"], found["month"], found["day"], doubtful=True)
        return Incomplete(plain, guess) if guess else None
    if found := _GAPPED.fullmatch(plain):
        guess = _build(found["year"], found["month"], None, doubtful=True)
        return Incomplete(plain, guess) if guess else None
    if re.fullmatch(rf"{_YEAR_DIGIT}{{1,3}}年(?:度)?", plain):
        year = plain.rstrip("年度")
        return Incomplete(plain, _build(_century(year), None, None, doubtful=True) if len(year) == 2 else None)
    return None


def _whole_year(short: str) -> str:
    """A year of which the century is not written (九七), or a character lost: the first of 二○二三, or what engines
    lose most, a ○ (二一七 was 二○一七, 一九九 was 一九九○, 二七 was 二○○七); else empty."""
    if len(short) == 3 and _digit(short[0]) == 0:
        return "2" + short
    if len(short) == 3 and short[0] == "二":
        return "20" + short[1:]
    if len(short) == 3 and short.startswith("一九"):
        return short + "0"
    if re.fullmatch("二[一二三四五六七八九]", short):
        return "200" + short[1]
    return _century(short) if len(short) == 2 else ""


def _century(short: str) -> str:
    value = numerals.parse(short)
    return "" if value is None else str(value + (1900 if value >= 50 else 2000))


def _build(year: str, month: str | None, day: str | None, *, doubtful: bool = False) -> PartialDate | None:
    """The date of these pieces of text, or None where one of them is no number or out of range."""
    digits = [_digit(c) for c in year if not c.isspace()]
    chinese = not any(c in "123456789" for c in year)
    doubtful = doubtful or any(c in "-DQΩ" for c in year)
    if len(digits) != 4 or None in digits:
        return None
    values: list[int | None] = [None, None]
    for place, part in enumerate((month, day)):
        if part is not None:
            values[place], guessed = _small(part)
            if not values[place] or (
                "-" in part and not chinese
            ):  # 0月 is misread; beside Arabic digits a dash is a blank
                return None
            doubtful = doubtful or guessed
    number = int("".join(str(d) for d in digits))
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    try:
        return PartialDate(number, values[0], values[1], doubtful)
    except ValueError:
        return None


def _digit(c: str) -> int | None:
    return 0 if c in _ZEROS else 1 if c == "-" else numerals.DIGITS.get(c)


def _small(part: str) -> tuple[int | None, bool]:
    """A month or day number, and whether a stroke was guessed (一 read as -, 十 as + or 土, 1 as I)."""
    plain = {"元": "一", "正": "一"}.get(part, part).removeprefix("初")
    mended = plain.replace("-", "一").replace("+", "十").replace("土", "十").replace("O", "0").replace("o", "0")
    mended = mended.replace("I", "1").replace("l", "1")
    return numerals.parse(mended), mended != plain
