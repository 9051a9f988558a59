"""One row of a table on an hour card: whether it is a course or a row of sums, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.kinds.training_hour_card.amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card.words import (
    AMOUNT,
    amount,
    hour_label,
    plain_year,
    stained_amount,
    year_in,
    years_in,
)
from extractors.layout.table_columns import Block
from extractors.layout.table_words import Run
from extractors.layout.tables import Cell
from extractors.layout.view import PageView

BY_SUBJECT = frozenset({"specialized", "general_public", "industry_public", "public", "other", "total"})
_BARE_YEAR = re.compile(r"\(?(?P<year>(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})(?:年度?|度)?\)?")
THIS_YEAR = re.compile(r"本年|当年|年度|本期|本次")
BEYOND = re.compile(r"(?<![0-9〇零○一二])[三两二五3]个?年(?![级制])|历年|周期|至今|任期|聘期")
_OPINION = re.compile(r"意见$|盖章|\(章\)|签[字章]")
_LETTERS = {"公": "public", "专": "specialized", "选": "other", "一般": "general_public", "行业": "industry_public"}
_BRACKETED = re.compile(r"[(【\[](?P<end>[^()【】\[\]\d]{2,8})[)】\]]$|^[(【\[](?P<begin>[^()【】\[\]\d]{2,8})[)】\]]")
_TICKS = frozenset("√✓✔☑■●VvJ")
_SPECKS = ".,·'、:"


def role_of(block: Block, cell: Cell) -> str | None:
    return block.role_at(cell)


def is_course(block: Block, filled: Sequence[Cell], labels: Sequence[Cell]) -> bool:
    """A row with text that is neither amount, hour label nor year; never a row of sums."""
    if any((meaning := hour_label(c.text)) and (meaning.summed or meaning.required) for c in labels):
        return False
    if any(_OPINION.search(c.text) for c in filled) or _has_a_row_a_year(block):
        return False
    alone = len(block.rows) == 1 and not block.columns("course", "place")  # a form with its values under the labels
    for cell in filled:
        if alone and role_of(block, cell) == "date":
            continue
        if cell in labels or amount(cell.text) is not None or _BARE_YEAR.fullmatch(cell.text.strip(_SPECKS)):
            continue
        if role_of(block, cell) in ("course", "place", "date") and len(cell.text) >= 2 and not _sums(cell.text):
            return True
        if role_of(block, cell) == "type" and subject_in(cell.text, typed=True) is None:
            return True
    return False


def _has_a_row_a_year(block: Block) -> bool:
    """Whether each row is of a year of its own, with its hours by subject: what was learnt may stand beside them."""
    columns = block.columns("year")
    if len(columns) != 1 or len(set(block.columns(*BY_SUBJECT))) < 2:
        return False
    told = [cell for row in block.rows if (cell := block.cell(row, columns[0])) is not None and cell.row_span == 1]
    years = [year for cell in told if (year := _cell_year(cell.text)) is not None]
    return len(years) == len(set(years)) > 1


def is_other_row(block: Block, filled: Sequence[Cell]) -> bool:
    """A row whose first text stands under no known header and is no label: one of a list of whatever it may be."""
    if (
        not filled
        or any(_OPINION.search(c.text) for c in filled)
        or role_of(block, filled[0]) not in (None, "index")
        or len(filled) < 2
        or not any(stained_amount(c.text) is not None for c in filled)
    ):
        return False
    head = next((c for c in filled if amount(c.text) is None), filled[0])
    plain = head.text.strip(_SPECKS)
    known = hour_label(plain) is not None or _BARE_YEAR.fullmatch(plain) or year_in(plain) is not None or _sums(plain)
    return role_of(block, head) is None and not known and len(plain) >= 2 and not plain.isdigit()


def _sums(text: str) -> bool:
    return re.search(r"[合总共小]计|累计|(?:学时|学分|课时)(?:数?统计|汇总|情况)", text) is not None


def subject_in(text: str, typed: bool = False) -> str | None:
    """The subject that a row's text names; under a type header also when other words stand around it."""
    meaning = hour_label(text)
    if meaning is not None and not meaning.required:
        return meaning.subject
    if typed and text in _LETTERS:
        return _LETTERS[text]
    if typed and (re.search("公需|公共|通识", text) is not None) != ("专业" in text):
        if "专业" in text:
            return "specialized"
        return "industry_public" if "行业" in text else "general_public" if "一般" in text else "public"
    if typed and re.search(r"选修|自学|选学|其他|其它", text) and not re.search("公需|专业", text):
        return "other"
    return None


def read_course(hours: Hours, view: PageView, block: Block, filled: Sequence[Cell]) -> None:
    roles = [(role_of(block, c), c) for c in filled]
    typed = [s for role, c in roles if role == "type" and (s := subject_in(c.text, typed=True))]
    typed = typed or _ticked(block, filled) or _in_brackets(filled)
    year = next((y for role, c in roles if role == "year" and (y := _cell_year(c.text))), None)
    wanted = {"hours"} if any(r == "hours" for r in block.roles.values()) else BY_SUBJECT - {"total"}
    yearly = [role for role in block.roles.values() if re.fullmatch(r"year:\d{4}", role)]
    if not wanted & set(block.roles.values()) and yearly and (len(yearly) == 1 or typed):
        wanted = set(yearly)
    if not wanted & set(block.roles.values()):
        wanted = {"total"}
    found = False
    for role, cell in roles:
        free = all(hours.is_free(g) for g in cell.run.glyphs)
        hours.use(cell.run)
        if role == "date":
            hours.course_years.update(int(y) for y in re.findall(r"20\d\d(?!\d)", cell.text))
        if role not in wanted or not free:  # a cell that reaches over two rows counts once
            found = found or role in wanted
            continue
        value = amount(cell.text) or stained_amount(cell.text)
        if role not in ("hours", *yearly) and not value:
            continue
        subject = role if role in BY_SUBJECT - {"total"} else typed[0] if typed else None
        of_year = int(role[5:]) if role in yearly else year
        hours.entries.append(Entry(subject, value, of_year, view, cell.run.span))
        found = True
    if not found and any(role == "course" for role, _ in roles) and any(role == "index" for role, _ in roles):
        hours.entries.append(Entry(typed[0] if typed else None, None, year, view, roles[0][1].run.span))


def _ticked(block: Block, filled: Sequence[Cell]) -> list[str]:
    """The subject under whose header alone a tick stands."""
    ticked = [c for c in filled if role_of(block, c) in BY_SUBJECT - {"total"} and c.text in _TICKS]
    subjects = [r for c in ticked if (r := role_of(block, c)) is not None]
    return subjects if len(subjects) == 1 else []


def _in_brackets(filled: Sequence[Cell]) -> list[str]:
    """The one subject that a course's name ends or begins with in brackets: `工业机器人集成应用(专业)`."""
    texts = [m["end"] or m["begin"] for c in filled if (m := _BRACKETED.search(c.text)) is not None]
    subjects = {s for text in texts if (s := subject_in(text, typed=True)) not in (None, "total")}
    return [s for s in subjects if s is not None] if len(subjects) == 1 else []


def is_of_other_years(row: Sequence[Cell], this: bool) -> bool:
    """Whether a row sums up several years; where another is said to be of `this` year, a bare 累计 does too."""
    texts = [c.text for c in row if re.search(r"[合总共小]计|累计|累积", c.text)]
    return any(BEYOND.search(t) or (this and re.search(r"累[计积]", t) and not THIS_YEAR.search(t)) for t in texts)


def is_of_this_year(row: Sequence[Cell]) -> bool:
    return any(THIS_YEAR.search(c.text) and _sums(c.text) for c in row)


def _cell_year(text: str) -> int | None:
    found = _BARE_YEAR.fullmatch(text)
    return plain_year(found["year"]) if found else next((y for _, _, y in years_in(text)), None)


def row_claims(
    hours: Hours, view: PageView, block: Block, filled: Sequence[Cell], labels: Sequence[Cell]
) -> Iterator[tuple[Claim, list[Run]]]:
    """The amounts of a row that is no course: each by its column, its row's label and its row's year."""
    meanings = [m for c in labels if role_of(block, c) != "result" and (m := hour_label(c.text)) is not None]
    if any(m.required for m in meanings):
        for cell in filled:
            hours.use(cell.run)
        return
    summed = any(m.summed for m in meanings)
    subjects = [m.subject for m in meanings if m.subject not in (None, "total")]
    if {"general_public", "industry_public"} & set(subjects):  # 公需 reaches over rows of its two sorts
        subjects = [s for s in subjects if s != "public"]
    minor = any("小计" in c.text for c in labels) and not subjects
    year = next((y for c in filled if c not in labels and role_of(block, c) != "date" and (y := year_of(c))), None)
    for cell in filled:
        role, value = role_of(block, cell), amount(cell.text)
        stained = None if value is not None or cell in labels else stained_amount(cell.text)
        value = value if stained is None else stained
        if value is None or role is None or role == "index":
            continue
        at_year = int(role[5:9]) if role.startswith("year:") else year
        role = role[10:] or "hours" if role.startswith("year:") else role
        if summed and not minor and _spans_subjects(block, cell):
            subject = "total" if not subjects else None
        elif role == "hours":
            subject = subjects[0] if len(subjects) == 1 else None if subjects else "total"
        elif role == "total" and len(subjects) == 1 and "hours" not in block.roles.values():
            subject = subjects[0]
        else:
            subject = role if role in BY_SUBJECT and (not subjects or role == subjects[0]) else None
        if subject is not None:
            quality = (1.0 if summed or role != "hours" or at_year != year else 0.94) * (
                1.0 if stained is None else 0.75
            )
            amounts = [c.run for c in filled if amount(c.text) is not None]
            whole = summed and not minor
            yield Claim(subject, value, at_year, view, cell.run.span, quality, minor, whole=whole), amounts


def _spans_subjects(block: Block, cell: Cell) -> bool:
    """Whether one amount stands under columns of several subjects: it is of all of them."""
    columns = range(cell.column, cell.column + cell.column_span)
    return len({block.roles[c] for c in columns if block.roles.get(c) in BY_SUBJECT}) > 1


def year_of(cell: Cell) -> int | None:
    found = _BARE_YEAR.fullmatch(cell.text.strip(_SPECKS))
    if found:
        return plain_year(found["year"])
    return next((y for _, _, y in years_in(cell.text)), None) if len(cell.text) <= 10 else None


def is_strip(row: Sequence[Cell], labels: Sequence[Cell], wholly: int) -> bool:
    """Whether labels and amounts take turns in this row, so that the header above does not count."""
    pairs = sum(1 for c, right in pairwise(row) if c in labels and amount(right.text) is not None)
    return max(pairs, wholly) >= 2


def labelled_claims(view: PageView, block: Block, filled: Sequence[Cell], pairs: int) -> list[tuple[Claim, list[Run]]]:
    """Amounts with their own labels in columns of years (`公需科目24学时` under 2021年度)."""
    claims: list[tuple[Claim, list[Run]]] = []
    for cell in filled:
        role, found = role_of(block, cell) or "", AMOUNT.search(cell.text)
        label = hour_label(cell.text[: found.start()]) if found is not None else None
        value = amount(found.group()) if found is not None else None
        if re.fullmatch(r"year:\d{4}", role) is None or found is None or label is None or value is None:
            return []
        if label.subject is not None:
            span = cell.run.part(*found.span()).span
            claims.append((Claim(label.subject, value, int(role[5:]), view, span, 0.97), [cell.run]))
    return claims if len(claims) == pairs == len(filled) else []


def pairs_in(text: str) -> int:
    """How many amounts `text` is made of, each behind its own label (`公需课24专业课66`); 0 where there is more to it."""
    at, pairs = 0, 0
    for found in AMOUNT.finditer(text):
        label = hour_label(text[at : found.start()].lstrip(",;。、."))
        if label is None or label.subject is None:
            return 0
        at, pairs = found.end(), pairs + 1
    return pairs if not text[at:].strip(".;,。:") else 0
