"""What many plain papers share: labels with values, ruled rows of them, an issuer's name with date and seal."""

from __future__ import annotations

import random
from collections.abc import Sequence

from samples.drawing import Cell, Sheet, Span, Table, measure, paragraph, round_seal, table
from samples.numbers import DateStyle, show_date

Row = tuple[str, Sequence[Span]]


def value(text: str, field: str | None = None, normal: str | None = None) -> tuple[Span, ...]:
    """One value as the only span of a row."""
    return (Span(text, field, normal),)


def day(iso: str, field: str | None = None, style: DateStyle = "digits") -> Span:
    """A date as printed, recorded as it is."""
    return Span(show_date(iso, style), field, iso)


def labelled(
    sheet: Sheet, x: float, y: float, rows: Sequence[Row], role: str, size: int, *, width: float, gap: float = 1.9
) -> float:
    """A label and its value a line; long values wrap under their own beginning. Returns the last baseline."""
    for label, spans in rows:
        sheet.text(x, y, label, role, size)
        start = x + measure(label, role, size) + size * 0.4
        y = paragraph(
            sheet, start, y, width - (start - x), list(spans), role, size, leading=1.4, indent=0, justify=False
        )
        y += size * gap
    return y - size * gap


def pairs(
    sheet: Sheet,
    x: float,
    y: float,
    widths: list[float],
    rows: Sequence[Sequence[Row]],
    height: float,
    role: str,
    size: int,
) -> Table:
    """A ruled table of labels and values; a row with fewer pairs than the widths allow has its last value go on to the edge."""
    columns = len(widths)
    cells = []
    for row in rows:
        made: list[Cell] = []
        for i, (label, spans) in enumerate(row):
            last = i == len(row) - 1
            across = columns - 2 * i - 1 if last else 1
            made += [Cell(label), Cell(spans=tuple(spans), across=across)]
        cells.append(made)
    return table(sheet, x, y, widths, [height] * len(rows), cells, role, size)


def closing(
    sheet: Sheet,
    right: float,
    y: float,
    issuer: str,
    dated: str,
    rng: random.Random,
    role: str,
    size: int,
    *,
    issuer_field: str | None = None,
    date_field: str | None = None,
    style: DateStyle = "digits",
    seal: bool = True,
    line: str | None = None,
) -> None:
    """Issuer and date at the right with the issuer's seal over them."""
    sheet.text(right, y, issuer, role, size, align="right", field=issuer_field)
    sheet.text(right, y + 2 * size, show_date(dated, style), role, size, align="right", field=date_field, value=dated)
    if seal:
        reach = min(measure(issuer, role, size) * 0.45, 260)
        round_seal(sheet, right - reach, y + size * 0.6, issuer, rng, diameter=270, line=line)
