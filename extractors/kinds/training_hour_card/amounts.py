"""What is gathered from a card before it is settled: amounts that it names, course rows, and the text that they used."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extractors.layout.flow import Span
from extractors.layout.table_words import Glyph, Run
from extractors.layout.view import PageView


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount that the card names itself. `minor` marks a bare 小计, which need not be the whole; `told` one in a sentence;
    `whole` one of a table's row of sums."""

    subject: str
    value: Decimal
    year: int | None
    view: PageView
    span: Span
    quality: float
    minor: bool = False
    told: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A course row: its subject and hours, either None where it could not be read. `part`: which of several columns."""

    subject: str | None
    value: Decimal | None
    year: int | None
    view: PageView
    span: Span
    part: bool = False


@dataclass
class Hours:
    """All that the pages say of hours, in reading order."""

    claims: list[Claim] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    course_years: set[int] = field(default_factory=set)
    used: set[tuple[int, float, float]] = field(default_factory=set)

    def use(self, run: Run) -> None:
        self.used.update(_key(g) for g in run.glyphs)

    def is_free(self, glyph: Glyph) -> bool:
        return _key(glyph) not in self.used


def _key(glyph: Glyph) -> tuple[int, float, float]:
    return id(glyph.word), glyph.box.x0, glyph.box.y0
