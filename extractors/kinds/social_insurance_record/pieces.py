"""The rows of an insurance record as they are read: months, employer, kind of insurance, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.layout.flow import Span
from extractors.layout.view import PageView

UNSURE = 0.45
_UNPAID = re.compile(
    r"(?:应缴)?(?:欠缴|欠费|未缴|未缴费|未缴纳|未到账|未实缴|未足额|未参保|断缴|断保|停缴|中断|暂停|缓缴)(?:缴费|参保|缴纳|应缴)?"
    r"|未[\u4e00-\u9fff]"  # 未缴 of which one sign was misread
)
_NOT_ALL = re.compile(r"[-—/×xX○〇]+|0(?:\.0+)?|无|空|否|未")


@dataclass(frozen=True)
class Piece:
    """A value of one row: its text as a field's value, where it stands, and how sure."""

    value: str
    span: Span
    quality: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Period:
    """One row: `start` and `end` months (the same for a month's row; None where not read) and what else the row says."""

    view: PageView
    start: Piece | None
    end: Piece | None
    others: dict[str, Piece] = field(default_factory=dict)

    @property
    def one_month(self) -> bool:
        return self.start is not None and self.end is not None and self.start.value == self.end.value


def doubted(period: Period, note: str) -> Period:
    """`period` with months for a person to look at."""
    start, end = (
        replace(p, quality=min(p.quality, UNSURE), notes=(*p.notes, note)) if p else None
        for p in (period.start, period.end)
    )
    return replace(period, start=start, end=end)


def without_place(name: str) -> str:
    """An employer's name without the place of insurance before it.

    >>> without_place("桐津市:苍渡联诚开关厂"), without_place("桐津市开关厂")
    ('苍渡联诚开关厂', '桐津市开关厂')
    """
    placed = re.match(r"[\u4e00-\u9fff]{1,8}[省市区县州本级]{1,3}:(?=[\u4e00-\u9fff]{4})", name)
    return name[placed.end() :] if placed else name


def says_unpaid(text: str) -> bool:
    """Whether a cell says that nothing was paid.

    >>> says_unpaid("欠缴"), says_unpaid("已缴"), says_unpaid("未到账"), says_unpaid("未敬")
    (True, False, True, True)
    """
    return _UNPAID.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """Whether a cell that stands for a payment says that there was none: a dash, a nought, 未缴.

    >>> [is_nothing(t) for t in ("", "—", "0.00", "欠费", "√", "已缴", "4462")]
    [True, True, True, True, False, False, False]
    """
    return not text or _NOT_ALL.fullmatch(text) is not None or says_unpaid(text)
