"""Hours as a card states them: amounts that it names (totals, strips, sentences) and the rows of its course table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.kinds.training_hour_card.added_columns import with_parts, with_total_column
from extractors.kinds.training_hour_card.amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card.lists import heading_in, read_lists
from extractors.kinds.training_hour_card.rows import (
    BEYOND,
    BY_SUBJECT,
    THIS_YEAR,
    is_course,
    is_of_other_years,
    is_of_this_year,
    is_other_row,
    is_strip,
    labelled_claims,
    pairs_in,
    read_course,
    role_of,
    row_claims,
    year_of,
)
from extractors.kinds.training_hour_card.sentences import read_sentences
from extractors.kinds.training_hour_card.tiles import heads_tiles, read_boxes
from extractors.kinds.training_hour_card.words import (
    AMOUNT,
    amount,
    cell_role,
    column_role,
    hour_label,
    stained_amount,
    tells_all,
)
from extractors.kinds.training_hour_card.year_cells import year_boxes
from extractors.layout.table_columns import Block, aligned_grids, blocks_of
from extractors.layout.table_words import Run
from extractors.layout.tables import Cell, Grid, outside, ruled_grids
from extractors.layout.view import PageView
from models.geometry import Box

_COUNTED = re.compile(r"认定|核定|审定|审核|确认|登记|折算|折合|换算")
_CONCLUDES = re.compile(r"^[^:\d]{2,8}:.*(?:公需|专业).*(?:学时|学分).*[。;]$")
_IN_HOURS = re.compile(r"学时|学分")
_ROWS_IN_A_CELL = 3
AMOUNTS = BY_SUBJECT | {"hours"}


def read_hours(pages: Sequence[PageView]) -> Hours:
    """Tables first, then what labels and sentences outside of course rows say."""
    hours = Hours()
    before: Block | None = None
    for view in pages:
        grids = [grid for grid in ruled_grids(view) if not _unparted(grid)]
        blocks = [block for grid in grids for block in blocks_of(grid, cell_role, before)]
        told = [block for block in blocks if AMOUNTS & set(block.roles.values()) or _years(block)]
        known = len(hours.claims) + len(hours.entries)
        for block in told:
            _read_block(hours, view, block)
        # Shades and ornaments look like cells: rules that led to nothing hide no words from the unruled tables.
        words = outside(view, grids) if len(hours.claims) + len(hours.entries) > known else None
        for grid in aligned_grids(view, column_role, words):
            unruled = [b for b in blocks_of(grid, column_role) if AMOUNTS & set(b.roles.values()) or _years(b)]
            unruled = [_to_last_amount(b) for b in unruled if not heads_tiles(view, _amount_heads(b))]
            told.extend(unruled)
            for block in unruled:
                _read_block(hours, view, block)
        for grid in grids:
            for row in grid.rows:
                _read_strip(hours, view, grid, row)
        read_lists(hours, view)
        hours.claims.extend(read_boxes(view, hours))
        for year, box in year_boxes(view):
            read_sentences(hours, view, box, year)
        read_sentences(hours, view)
        before = told[-1] if told else before
    return hours


def _unparted(grid: Grid) -> bool:
    """Whether a cell holds the labels of several rows that have cells of their own beside it: most rules are unseen."""
    return any(
        cell.row_span >= _ROWS_IN_A_CELL
        and sum(cell_role(line.wording) is not None for line in cell.lines) >= _ROWS_IN_A_CELL
        for cell in grid.cells
    )


def _amount_heads(block: Block) -> Iterator[Box]:
    """Where the headers of its columns of amounts stand."""
    for column, role in block.roles.items():
        head = next((c for c in block.grid.cells if c.column == column and c.text == block.headers[column]), None)
        if head is not None and role in AMOUNTS:
            yield head.run.box


def _to_last_amount(block: Block) -> Block:
    """An unruled table without the lines of text that follow it: nothing in them is an amount."""
    rows = [row for row in block.rows if not any(_cut_number(one, other) for one, other in pairwise(row))]

    def told(cell: Cell) -> bool:
        role = block.role_at(cell) or ""
        legible = amount(cell.text) is not None or stained_amount(cell.text) is not None
        return legible and (role in AMOUNTS or role.startswith("year:"))

    while rows and not any(told(cell) for cell in rows[-1]):
        rows.pop()
    return replace(block, rows=tuple(rows)) if rows else block


def _cut_number(one: Cell, other: Cell) -> bool:
    """Whether the border between two cells would part a number that is one word's: the line is none of the table's."""
    last, first = (one.run.glyphs or (None,))[-1], (other.run.glyphs or (None,))[0]
    return last is not None and first is not None and last.word is first.word and (last.char + first.char).isdigit()


def _years(block: Block) -> bool:
    return any(role.startswith("year:") for role in block.roles.values())


def _read_block(hours: Hours, view: PageView, block: Block) -> None:
    block = with_total_column(with_parts(_of_one_count(_of_this_year(block))))
    other = sum(is_other_row(block, [c for c in row if c.text]) for row in block.rows)
    this = any(is_of_this_year(row) for row in block.rows)
    loose: list[tuple[Claim, list[Run]]] = []
    over = section = _named_over(view, block)
    since, held = len(hours.entries), 0
    for row in block.rows:
        filled = [c for c in row if c.text]
        labels = [c for c in filled if amount(c.text) is None and hour_label(c.text) is not None]
        if len(filled) == 1 and (heading := heading_in(filled[0].text)) is not None:
            section, since, held = heading.subject, len(hours.entries), len(loose)
            hours.use(filled[0].run)
            continue
        if is_of_other_years(filled, this):
            for cell in filled:
                hours.use(cell.run)
            continue
        told = "".join(c.text for c in filled)
        if not block.grid.ruled and _CONCLUDES.search(told) and len(AMOUNT.findall(told)) > 1:
            continue  # a sentence right under the table
        wholly = pairs_in(told)
        if not wholly and (is_course(block, filled, labels) or (other > 1 and is_other_row(block, filled))):
            known = len(hours.entries)
            read_course(hours, view, block, filled)
            hours.entries[known:] = [replace(e, subject=e.subject or section) for e in hours.entries[known:]]
            continue
        if labelled := labelled_claims(view, block, filled, wholly):
            loose.extend(labelled)
            continue
        if is_strip(row, labels, wholly):
            continue
        for cell in filled:  # under a header that is not of hours done, nothing else may take it for them
            if role_of(block, cell) in ("required", "part") and amount(cell.text) is not None:
                hours.use(cell.run)
        stated = list(row_claims(hours, view, block, filled, labels))
        if len(stated) == 1 and stated[0][0].subject == "total" and (stated[0][0].minor or _closes(over, labels)):
            own = over or section or _common([*hours.entries[since:], *(c for c, _ in loose[held:])])
            stated = [(replace(c, subject=own, minor=False) if own else c, runs) for c, runs in stated]
            section, since, held = None, len(hours.entries), len(loose)
        of = [(claim.subject, claim.year) for claim, _ in stated]
        for claim, runs in stated:
            if of.count((claim.subject, claim.year)) > 1:  # parts of one subject in columns of their own
                hours.entries.append(Entry(claim.subject, claim.value, claim.year, view, claim.span, part=True))
                for run in runs:
                    hours.use(run)
            else:
                loose.append((claim, runs))
    _keep(hours, view, loose)


def _named_over(view: PageView, block: Block) -> str | None:
    """The subject that a heading right over the block's header names: `(一)公需科目`."""
    top = min((c.box for c in block.grid.cells if c.row == 0), key=lambda b: b.y0)
    near = [line for line in view.lines if 0 < top.y0 - line.box.cy < 3.5 * view.glyph]
    last = max(near, key=lambda line: line.box.cy, default=None)
    if last is None or len(last.segments) != 1:
        return None
    heading = heading_in(last.text)
    return heading.subject if heading is not None else None


def _closes(over: str | None, labels: Sequence[Cell]) -> bool:
    """Whether a sum under a subject's own heading is of that subject: nothing in it speaks of the whole year."""
    return over is not None and not any(re.search(r"总|年|两项|各项|全部|以上", c.text) for c in labels)


def _common(entries: Sequence[Entry | Claim]) -> str | None:
    """The one subject of all these courses and amounts, where more than a single sort of course could follow."""
    subjects = {e.subject for e in entries}
    if subjects == {"general_public", "industry_public"}:
        return "public"
    return next(iter(subjects)) if len(subjects) == 1 else None


def _keep(hours: Hours, view: PageView, loose: Sequence[tuple[Claim, list[Run]]]) -> None:
    """Claims of a table's rows; those that several rows make of one subject are its parts, but for the one row of sums."""
    counts = [(c.subject, c.year) for c, _ in loose if not c.minor and c.quality < 0.95]
    whole = [(c.subject, c.year) for c, _ in loose if c.whole]
    for claim, runs in loose:
        for run in runs:
            hours.use(run)
        of = (claim.subject, claim.year)
        part = whole.count(of) == 1 and not claim.whole and not claim.minor
        if part or (claim.quality < 0.95 and counts.count(of) > 1):
            hours.entries.append(Entry(claim.subject, claim.value, claim.year, view, claim.span))
        else:
            hours.claims.append(claim)


def _of_this_year(block: Block) -> Block:
    """`block` without columns of sums over several years, where others are said to be of this year."""
    amounts = [c for c, role in block.roles.items() if role in BY_SUBJECT | {"hours"}]
    this = any(THIS_YEAR.search(block.headers.get(c, "")) for c in amounts)
    beyond = {
        c
        for c, text in block.headers.items()
        if BEYOND.search(text) or (this and "累计" in text and not THIS_YEAR.search(text))
    }
    left = {r.partition(":")[0] for c, r in block.roles.items() if c not in beyond}
    if not beyond or not (BY_SUBJECT | {"hours", "year"}) & left:
        return block
    return replace(block, roles={c: ("required" if c in beyond else r) for c, r in block.roles.items()})


def _of_one_count(block: Block) -> Block:
    """`block` with one column of hours where several are told apart as done and as counted (`实际课时`, `折算学时`)."""
    counts = block.columns("hours")
    for wanted in (_COUNTED, _IN_HOURS):
        chosen = [c for c in counts if wanted.search(block.headers[c])]
        if len(counts) > 1 and len(chosen) == 1:
            return replace(
                block, roles={c: "part" if r == "hours" and c not in chosen else r for c, r in block.roles.items()}
            )
    return block


def _read_strip(hours: Hours, view: PageView, grid: Grid, row: Sequence[Cell]) -> None:
    for cell in row:
        if (both := _label_and_amount(cell)) is not None and all(hours.is_free(g) for g in cell.run.glyphs):
            subject, number, run = both
            hours.claims.append(Claim(subject, number, None, view, run.span, 1.0))
            hours.use(cell.run)
            continue
        meaning = hour_label(cell.text) if cell.text and amount(cell.text) is None else None
        right = grid.right_of(cell)
        whole = meaning is not None and meaning.subject is None and tells_all(cell.text)
        named = "total" if whole else meaning.subject if meaning is not None else None
        if meaning is None or named is None or right is None or not right.text:
            continue
        value = amount(right.text)
        beyond = grid.right_of(right)
        if beyond is not None and stained_amount(beyond.text) is not None:
            continue  # several amounts in a row: which is which only a header could say
        if value is None or not all(hours.is_free(g) for g in right.run.glyphs):
            continue
        if not meaning.required:
            year = next((y for c in row if c.column < cell.column and (y := year_of(c))), None)
            minor = whole or ("小计" in cell.text and named == "total")
            hours.claims.append(Claim(named, value, year, view, right.run.span, 1.0, minor))
        hours.use(cell.run)
        hours.use(right.run)


def _label_and_amount(cell: Cell) -> tuple[str, Decimal, Run] | None:
    """Subject, amount and its place where a cell holds a label on one line and the amount on the other."""
    if len(cell.lines) != 2:
        return None
    first, second = cell.lines
    for label, number in ((first, second), (second, first)):
        meaning, value = hour_label(label.wording), amount(number.wording)
        if meaning is not None and meaning.subject is not None and not meaning.required and value is not None:
            return meaning.subject, value, number
    return None
