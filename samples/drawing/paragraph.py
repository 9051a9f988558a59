"""Running text with values in it: lines of spans and justified paragraphs that wrap."""

from __future__ import annotations

from dataclasses import dataclass

from models.geometry import Box, union
from samples.drawing.sheet import Sheet, Span, measure

NO_LINE_START = set("，。、；：！？）】》”’)%,.;:")


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    span: int
    role: str
    size: int
    width: float


def line(sheet: Sheet, x: float, y: float, spans: list[Span], role: str, size: int) -> float:
    """Writes `spans` on one line from `x`; returns where they end."""
    for span in spans:
        face, height = span.role or role, span.size or size
        end = x + measure(span.text, face, height)
        box = sheet.text(x, y, span.text, face, height)
        _settle(sheet, span, [box], [(x, end, y)], height)
        x = end
    return x


def paragraph(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    spans: list[Span],
    role: str,
    size: int,
    *,
    leading: float = 1.8,
    indent: float = 2.0,
    justify: bool = True,
) -> float:
    """Sets `spans` in a column `width` wide, first baseline at `y`, first line in by `indent` characters.

    A value that breaks over lines is recorded once, with the box that holds all of its parts. Returns the last baseline.
    """
    rows = _rows(_characters(spans, role, size), width, indent * size)
    boxes: dict[int, list[Box]] = {}
    ends: dict[int, list[tuple[float, float, float]]] = {}
    for number, row in enumerate(rows):
        start = x + (indent * size if number == 0 else 0)
        space = width - (indent * size if number == 0 else 0) - sum(char.width for char in row)
        spread = space / (len(row) - 1) if justify and number < len(rows) - 1 and len(row) > 1 else 0.0
        _draw_row(sheet, row, start, y + number * size * leading, spread, boxes, ends)
    for index, span in enumerate(spans):
        if index in boxes:
            _settle(sheet, span, boxes[index], ends[index], span.size or size)
    return y + (len(rows) - 1) * size * leading


def _draw_row(
    sheet: Sheet,
    row: list[_Char],
    x: float,
    y: float,
    spread: float,
    boxes: dict[int, list[Box]],
    ends: dict[int, list[tuple[float, float, float]]],
) -> None:
    """Draws runs of one span; where the line is spread visibly, character by character."""
    i = 0
    while i < len(row):
        j = i
        while j < len(row) and row[j].span == row[i].span:
            j += 1
        part = "".join(char.text for char in row[i:j])
        box = sheet.text(x, y, part, row[i].role, row[i].size, spacing=spread)
        end = x + sum(char.width for char in row[i:j]) + spread * (j - i)
        if part.strip():
            boxes.setdefault(row[i].span, []).append(box)
        ends.setdefault(row[i].span, []).append((x, end, y))
        x, i = end, j


def _characters(spans: list[Span], role: str, size: int) -> list[_Char]:
    return [
        _Char(char, i, span.role or role, span.size or size, measure(char, span.role or role, span.size or size))
        for i, span in enumerate(spans)
        for char in span.text
    ]


def _rows(chars: list[_Char], width: float, indent: float) -> list[list[_Char]]:
    rows: list[list[_Char]] = [[]]
    room = width - indent
    for char in chars:
        if char.text == "\n":
            rows.append([])
            room = width
            continue
        if char.width > room and char.text not in NO_LINE_START and rows[-1]:
            rows.append(_unfinished_word(rows[-1]) if char.text.isascii() and char.text.isalpha() else [])
            room = width - sum(moved.width for moved in rows[-1])
        rows[-1].append(char)
        room -= char.width
    return rows


def _unfinished_word(row: list[_Char]) -> list[_Char]:
    """Takes the Latin letters off the end of `row`, so that no Latin word is broken."""
    start = len(row)
    while start > 1 and row[start - 1].text.isascii() and row[start - 1].text.isalpha():
        start -= 1
    moved = row[start:]
    del row[start:]
    return moved


def _settle(sheet: Sheet, span: Span, boxes: list[Box], ends: list[tuple[float, float, float]], size: int) -> None:
    if span.field:
        sheet.record(span.field, span.text.strip() if span.value is None else span.value, union(boxes))
    if span.underline:
        for x0, x1, y in ends:
            sheet.line(x0, y + size * 0.2, x1, y + size * 0.2, 2)
