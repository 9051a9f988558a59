"""Hours as a card states them: amounts that it names (totals, strips, sentences) and the rows of its course table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.kinds.training_hour_card_amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card_words import (
    AMOUNT,
    amount,
    column_role,
    hour_label,
    number_of,
    plain_year,
    stained_amount,
    year_in,
    years_in,
)
from extractors.layout.table_columns import Block, aligned_grids, blocks_of, pieces_of
from extractors.layout.table_words import Glyph, Run, glyphs_of, lines_of, runs_across
from extractors.layout.tables import Cell, Grid, outside, ruled_grids
from extractors.layout.view import PageView

BY_SUBJECT = frozenset({"specialized", "general_public", "industry_public", "public", "total"})
_AMOUNTS = BY_SUBJECT | {"hours"}
_BARE_YEAR = re.compile(r"\(?(?P<year>(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})(?:年度?|度)?\)?")
_REQUIRED = re.compile(r"不少于|不低于|至少|应[完修当]|要求|规定|标准|须|(?<!公)需|结转|剩余|尚缺|上一?年")
_CLAUSE = re.compile(r"[,;。、|¦]")
_DONE = re.compile(r"(?:完成|取得|获得|实际|登记)了?(?:继续教育)?(?:学习|培训)?$")
_THIS_YEAR = re.compile(r"本年|当年|年度|本期|本次")
_BEYOND = re.compile(r"近?[三两二五3]年|历年|周期|至今|任期|聘期")
_SPECKS = ".,·'、:"
_NO_SUBJECT_BEFORE = ("所学", "从事", "申报", "评审", "技术", "非", "本", "学", "事")


def read_hours(pages: Sequence[PageView]) -> Hours:
    """Tables first, then what labels and sentences outside of course rows say."""
    hours = Hours()
    before: Block | None = None
    for view in pages:
        grids = ruled_grids(view)
        blocks = [block for grid in grids for block in blocks_of(grid, column_role, before)]
        told = [block for block in blocks if _AMOUNTS & set(block.roles.values()) or _years(block)]
        known = len(hours.claims) + len(hours.entries)
        for block in told:
            _read_block(hours, view, block)
        # Shades and ornaments look like cells: rules that led to nothing hide no words from the unruled tables.
        words = outside(view, grids) if len(hours.claims) + len(hours.entries) > known else None
        for grid in aligned_grids(view, column_role, words):
            unruled = [b for b in blocks_of(grid, column_role) if _AMOUNTS & set(b.roles.values()) or _years(b)]
            told.extend(unruled)
            for block in unruled:
                _read_block(hours, view, block)
        for grid in grids:
            for row in grid.rows:
                _read_strip(hours, view, grid, row)
        _read_sentences(hours, view)
        before = told[-1] if told else before
    return hours


def _years(block: Block) -> bool:
    return any(role.startswith("year:") for role in block.roles.values())


def _read_block(hours: Hours, view: PageView, block: Block) -> None:
    block = _of_this_year(block)
    other = sum(_is_other_row(block, [c for c in row if c.text]) for row in block.rows)
    loose: list[tuple[Claim, list[Run]]] = []
    for row in block.rows:
        filled = [c for c in row if c.text]
        labels = [c for c in filled if amount(c.text) is None and hour_label(c.text) is not None]
        wholly = _pairs_in("".join(c.text for c in filled))
        if not wholly and (_is_course(block, filled, labels) or (other > 1 and _is_other_row(block, filled))):
            _read_course(hours, view, block, filled)
            continue
        if _is_strip(row, labels, wholly):
            continue
        stated = list(_row_claims(hours, view, block, filled, labels))
        of = [(claim.subject, claim.year) for claim, _ in stated]
        for claim, runs in stated:
            if of.count((claim.subject, claim.year)) > 1:  # parts of one subject in columns of their own
                hours.entries.append(Entry(claim.subject, claim.value, claim.year, view, claim.span))
                for run in runs:
                    hours.use(run)
            else:
                loose.append((claim, runs))
    counts = [(c.subject, c.year) for c, _ in loose if not c.minor and c.quality < 0.95]
    for claim, runs in loose:
        for run in runs:
            hours.use(run)
        if claim.quality < 0.95 and counts.count((claim.subject, claim.year)) > 1:
            hours.entries.append(Entry(claim.subject, claim.value, claim.year, view, claim.span))
        else:
            hours.claims.append(claim)


def _role(block: Block, cell: Cell) -> str | None:
    return block.role_at(cell)


def _is_course(block: Block, filled: Sequence[Cell], labels: Sequence[Cell]) -> bool:
    """A row with text that is neither amount, hour label nor year; never a row of sums."""
    if any((meaning := hour_label(c.text)) and (meaning.summed or meaning.required) for c in labels):
        return False
    for cell in filled:
        if cell in labels or amount(cell.text) is not None or _BARE_YEAR.fullmatch(cell.text.strip(_SPECKS)):
            continue
        if _role(block, cell) in ("course", "place", "date") and len(cell.text) >= 2 and not _sums(cell.text):
            return True
        if _role(block, cell) == "type" and _subject(cell.text, typed=True) is None:
            return True
    return False


def _is_other_row(block: Block, filled: Sequence[Cell]) -> bool:
    """A row whose first text stands under no known header and is no label: one of a list of whatever it may be."""
    if not filled or _role(block, filled[0]) not in (None, "index") or len(filled) < 2:
        return False
    head = next((c for c in filled if amount(c.text) is None), filled[0])
    plain = head.text.strip(_SPECKS)
    known = hour_label(plain) is not None or _BARE_YEAR.fullmatch(plain) or year_in(plain) is not None or _sums(plain)
    return _role(block, head) is None and not known and len(plain) >= 2 and not plain.isdigit()


def _of_this_year(block: Block) -> Block:
    """`block` without columns of sums over several years, where others are said to be of this year."""
    amounts = [c for c, role in block.roles.items() if role in BY_SUBJECT | {"hours"}]
    this = any(_THIS_YEAR.search(block.headers.get(c, "")) for c in amounts)
    beyond = {c for c, text in block.headers.items() if _BEYOND.search(text) or (this and "累计" in text)}
    if not beyond or not BY_SUBJECT | {"hours"} & {r for c, r in block.roles.items() if c not in beyond}:
        return block
    return replace(block, roles={c: ("required" if c in beyond else r) for c, r in block.roles.items()})


def _sums(text: str) -> bool:
    return re.search(r"[合总共小]计|累计", text) is not None


def _subject(text: str, typed: bool = False) -> str | None:
    """The subject that a row's text names; under a type header also when other words stand around it."""
    meaning = hour_label(text)
    if meaning is not None and not meaning.required:
        return meaning.subject
    if typed and ("公需" in text) != ("专业" in text):
        if "专业" in text:
            return "specialized"
        return "industry_public" if "行业" in text else "general_public" if "一般" in text else "public"
    return None


def _read_course(hours: Hours, view: PageView, block: Block, filled: Sequence[Cell]) -> None:
    roles = [(_role(block, c), c) for c in filled]
    typed = [s for role, c in roles if role == "type" and (s := _subject(c.text, typed=True))]
    year = next((y for role, c in roles if role == "year" and (y := _cell_year(c.text))), None)
    wanted = {"hours"} if any(r == "hours" for r in block.roles.values()) else BY_SUBJECT - {"total"}
    if not wanted & set(block.roles.values()):
        wanted = {"total"}
    found = False
    for role, cell in roles:
        hours.use(cell.run)
        if role == "date":
            hours.course_years.update(int(y) for y in re.findall(r"20\d\d(?!\d)", cell.text))
        if role not in wanted:
            continue
        value = amount(cell.text) or stained_amount(cell.text)
        if role != "hours" and not value:
            continue
        subject = role if role in BY_SUBJECT - {"total"} else typed[0] if typed else None
        hours.entries.append(Entry(subject, value, year, view, cell.run.span))
        found = True
    if not found and any(role == "course" for role, _ in roles) and any(role == "index" for role, _ in roles):
        hours.entries.append(Entry(typed[0] if typed else None, None, year, view, roles[0][1].run.span))


def _cell_year(text: str) -> int | None:
    found = _BARE_YEAR.fullmatch(text)
    return plain_year(found["year"]) if found else next((y for _, _, y in years_in(text)), None)


def _row_claims(
    hours: Hours, view: PageView, block: Block, filled: Sequence[Cell], labels: Sequence[Cell]
) -> Iterator[tuple[Claim, list[Run]]]:
    """The amounts of a row that is no course: each by its column, its row's label and its row's year."""
    meanings = [m for c in labels if _role(block, c) != "result" and (m := hour_label(c.text)) is not None]
    if any(m.required for m in meanings):
        for cell in filled:
            hours.use(cell.run)
        return
    summed = any(m.summed for m in meanings)
    subjects = [m.subject for m in meanings if m.subject not in (None, "total")]
    minor = any("小计" in c.text for c in labels) and not subjects
    year = next((y for c in filled if c not in labels and _role(block, c) != "date" and (y := _year_of(c))), None)
    for cell in filled:
        role, value = _role(block, cell), amount(cell.text)
        stained = None if value is not None or cell in labels else stained_amount(cell.text)
        value = value if stained is None else stained
        if value is None or role is None or role == "index":
            continue
        at_year = int(role[5:]) if role.startswith("year:") else year
        if role == "hours" or role.startswith("year:"):
            subject = subjects[0] if len(subjects) == 1 else None if subjects else "total"
        elif role == "total" and len(subjects) == 1 and "hours" not in block.roles.values():
            subject = subjects[0]
        else:
            subject = role if role in BY_SUBJECT and (not subjects or role == subjects[0]) else None
        if subject is not None:
            quality = (1.0 if summed or role != "hours" else 0.94) * (1.0 if stained is None else 0.75)
            amounts = [c.run for c in filled if amount(c.text) is not None]
            yield Claim(subject, value, at_year, view, cell.run.span, quality, minor), amounts


def _year_of(cell: Cell) -> int | None:
    found = _BARE_YEAR.fullmatch(cell.text.strip(_SPECKS))
    if found:
        return plain_year(found["year"])
    return next((y for _, _, y in years_in(cell.text)), None) if len(cell.text) <= 10 else None


def _is_strip(row: Sequence[Cell], labels: Sequence[Cell], wholly: int) -> bool:
    """Whether labels and amounts take turns in this row, so that the header above does not count."""
    pairs = sum(1 for c, right in pairwise(row) if c in labels and amount(right.text) is not None)
    return max(pairs, wholly) >= 2


def _pairs_in(text: str) -> int:
    """How many amounts `text` is made of, each behind its own label (`公需课24专业课66`); 0 where there is more to it."""
    at, pairs = 0, 0
    for found in AMOUNT.finditer(text):
        label = hour_label(text[at : found.start()].lstrip(",;。、."))
        if label is None or label.subject is None:
            return 0
        at, pairs = found.end(), pairs + 1
    return pairs if not text[at:].strip(".;,。:") else 0


def _read_strip(hours: Hours, view: PageView, grid: Grid, row: Sequence[Cell]) -> None:
    for cell in row:
        if (both := _label_and_amount(cell)) is not None and all(hours.is_free(g) for g in cell.run.glyphs):
            subject, number, run = both
            hours.claims.append(Claim(subject, number, None, view, run.span, 1.0))
            hours.use(cell.run)
            continue
        meaning = hour_label(cell.text) if cell.text and amount(cell.text) is None else None
        right = grid.right_of(cell)
        if meaning is None or meaning.subject is None or right is None or not right.text:
            continue
        value = amount(right.text)
        beyond = grid.right_of(right)
        if beyond is not None and amount(beyond.text) is not None:
            continue  # several amounts in a row: which is which only a header could say
        if value is None or not all(hours.is_free(g) for g in right.run.glyphs):
            continue
        if not meaning.required:
            year = next((y for c in row if c.column < cell.column and (y := _year_of(c))), None)
            minor = "小计" in cell.text and meaning.subject == "total"
            hours.claims.append(Claim(meaning.subject, value, year, view, right.run.span, 1.0, minor))
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


def _read_sentences(hours: Hours, view: PageView) -> None:
    """Amounts behind a label on a line or in running text, outside of what tables explained."""
    glyphs = [g for ink in view.inks if runs_across(ink.word) for g in glyphs_of(ink.word) if hours.is_free(g)]
    run = _flowing(lines_of(glyphs, view.slope), view.glyph)
    text = run.wording
    for found in AMOUNT.finditer(text):
        start, end = found.span("number" if found["number"] else "han")
        unit, value = bool(found["unit"] or found["units"]), number_of(found)
        if re.match(r"[\d.\-/:%年月日度号名次门项期届周岁个元万]", text[found.end() : found.end() + 1]):
            continue
        if start and (
            text[start - 1] in "0123456789.-/第年月" or (text[start - 1].isascii() and text[start - 1].isalpha())
        ):
            continue
        subject = _before(text, start, unit) or (_behind(text, found.end()) if unit else None)
        if subject is None or value is None or text[found.end() : found.end() + 2] in ("以上", "以下", "以内"):
            continue
        clause = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
        if _REQUIRED.search(text, max(clause, start - 24), start) or _on_beyond(text, start):
            continue
        sentence = text.rfind("。", 0, start) + 1
        years = [y for _, _, y in years_in(text[max(sentence, start - 70) : start])]
        claim = Claim(subject, value, years[-1] if years else None, view, run.part(start, end).span, 0.97, told=True)
        hours.claims.append(claim)


def _on_beyond(text: str, start: int) -> bool:
    """Whether the line or sentence up to `start` speaks last of several years together (`三年累计：…`)."""
    begin = max(text.rfind("¦", 0, start), text.rfind("。", 0, start)) + 1
    beyond = [m.start() for m in _BEYOND.finditer(text, begin, start)]
    this = [m.start() for m in _THIS_YEAR.finditer(text, begin, start)]
    return bool(beyond) and (not this or this[-1] < beyond[-1])


def _flowing(lines: Sequence[Run], glyph: float) -> Run:
    """Lines as one run with `|` at gaps and `¦` at line ends, except where a full line runs on into the next."""
    edge = max((line.box.x1 for line in lines), default=0.0)
    glyphs: list[Glyph] = []
    for line in lines:
        for piece in pieces_of(line):
            if glyphs:
                last = glyphs[-1]
                gap = (
                    last.box.x1 < edge - 3 * glyph
                    or piece.box.cy < last.box.y1
                    or piece.box.y0 - last.box.y1 > 1.5 * glyph
                    or last.char.isdigit()
                    or piece.glyphs[0].char.isdigit()
                )
                if gap:
                    glyphs.append(Glyph("|" if piece.box.cy < last.box.y1 else "¦", last.box, last.word))
            glyphs.extend(piece.glyphs)
    return Run(tuple(glyphs))


def _before(text: str, start: int, has_unit: bool) -> str | None:
    """The subject of the longest hour label that ends where the amount begins.

    A bare number beyond a gap belongs to a label only on a line of nothing but labels and amounts.
    """
    end = start
    while end > 0 and text[end - 1] in "|¦:为是有":
        end -= 1
    for first in range(max(0, end - 16), end):
        label = text[first:end]
        if "|" in label or "¦" in label or ":" in label or (meaning := hour_label(label)) is None:
            continue
        if meaning.required:
            return None
        if meaning.subject is None:
            return "total" if has_unit and text[end:start].startswith(":") else None
        ahead = text[max(0, first - 2) : first]
        opens = not ahead or ahead[-1] in "|¦,;。、:()·.*" or ahead[-1].isdigit() or ahead[-1] in "时分"
        apart = text[end:start].strip(":为是有") and not has_unit
        if apart and not _pairs_in(text[text.rfind("¦", 0, first) + 1 : _line_end(text, start)].replace("|", "")):
            return None
        if opens or (has_unit and not ahead.endswith(_NO_SUBJECT_BEFORE)):
            return meaning.subject
        return None
    return "total" if has_unit and _DONE.search(text, max(0, end - 14), end) else None


def _line_end(text: str, start: int) -> int:
    end = text.find("¦", start)
    return len(text) if end < 0 else end


def _behind(text: str, end: int) -> str | None:
    """The subject in `66学时为专业课`, `18学时(一般公需)`."""
    found = re.match(r"(?:\(|为|的|是|属于?)(?P<label>[^,;。|¦()\d]{2,8})", text[end:])
    return _subject(found["label"]) if found else None
