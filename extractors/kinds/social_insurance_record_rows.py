"""Periods and months of insurance in the tables of a record: ruled or aligned, a period, a month or a year a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.kinds.parsers import identity, person
from extractors.layout.flow import Span
from extractors.layout.table_columns import Block, aligned_grids, blocks_of
from extractors.layout.table_words import Run, joined
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.values import date_ranges, dates, organisations
from models.page import Word

_ROLES = (
    ("employer", r"(?:参保|缴费|用人|工作|所在)?单位(?:名称)?(?:全称)?|参保缴费单位(?:名称)?|单位"),
    ("type", r"(?:参保)?险种(?:名称|类型|类别)?|保险(?:类型|种类|名称|项目)|参保(?:险种|类型)|缴费险种"),
    (
        "period",
        r"(?:参保|缴费)*(?:起止|起讫)(?:年月|时间|日期|月份)?|(?:参保|缴费)(?:时间段?|期间|时段|区间)|缴费年月起止",
    ),
    (
        "start",
        r"(?:参保|缴费|本次参保|首次参保|本段)?(?:起始|开始|起)(?:年月|时间|日期|月份|月)?|(?:参保|缴费)(?:起始|开始)?日期",
    ),
    ("end", r"(?:参保|缴费|本次参保|本段)?(?:终止|截止|结束|止|截至)(?:年月|时间|日期|月份|月)?"),
    (
        "month",
        r"(?:对应|应缴|实缴)?(?:缴费|费款)?(?:所属|属)期?(?:年月|月份)?|缴费(?:年月|月份|月度)|费款所属期(?:起止)?|年月|对账年月|应缴年月|年月|月份",
    ),
    ("year", r"年度|年份|缴费年度|缴费年份"),
    (
        "months",
        r"(?:实际|实缴|应缴|累计)?(?:缴费)?月数(?:合计)?|(?:实际)?缴费(?:总|累计)?月数|累计月数|缴纳月数|实缴月份数",
    ),
    ("name", r"姓名"),
    ("id_number", r"(?:公民)?身份证?(?:号码|号)|公民身份号码|证件号码|社会保障号码?"),
    (
        "other",
        r"序号|编号|(?:月)?缴费(?:工资)?基数|基数|缴费工资|(?:个人|单位)(?:缴费|缴纳|应缴|实缴)(?:金额|额|部分)?|缴费(?:金额|状态|类型|标志|方式|情况|合计)|参保(?:状态|地区?|身份)|"
        r"(?:社保)?经办机构(?:名称)?|备注|统筹区|单位编号|到账(?:日期|时间|标志)|小计|金额|个人|利息|缴费(?:人员)?类别|人员类别|参保地经办机构|缴费地|应缴类型|"
        r"个人账户(?:记账金额)?|划入比例|业务类型|到账年月|应缴金额|实缴金额|现参保地",
    ),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_MONTH_COLUMN = re.compile(r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?")
_SUM = re.compile(r"合计|小计|累计|总计|共计|本页|以下空白|打印")
_FOOT = re.compile(
    r"合计|小计|累计|总计|打印|状态:?(?:正常|暂停|中断|参保)|授权码|验证码|校验码|说明|注:|经办机构:|^第\d+页"
)
_NOT_PAID = re.compile(r"|[-—/×xX]+|0(?:\.0+)?|未缴费?|欠费|未参保|无|空")
_DITTO = re.compile(r"同上|[〃\"]+|''")
_CHINESE = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)} | {"十一": 11, "十二": 12}


@dataclass(frozen=True)
class Piece:
    """A value of one row: its text as a field's value, where it stands, and how sure."""

    value: str
    span: Span
    quality: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Period:
    """One row: `start` and `end` months (the same for a month's row) and what else the row says."""

    view: PageView
    start: Piece
    end: Piece | None
    others: dict[str, Piece] = field(default_factory=dict)


def column_role(text: str) -> str | None:
    """What a column's header means, or None; columns of single months are `m1` to `m12`."""
    plain = re.sub(r"\([^()]*\)|[:]$", "", text)
    if month := _MONTH_COLUMN.fullmatch(plain):
        raw = month["month"]
        return f"m{_CHINESE.get(raw) or int(raw)}"
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


def periods(pages: Sequence[PageView]) -> list[Period]:
    """Every period of every table, from top to bottom; a table may go on over pages."""
    found: list[Period] = []
    before: Block | None = None
    for view in pages:
        grids = ruled_grids(view)
        blocks = [block for grid in grids for block in blocks_of(grid, column_role, before)]
        loose = aligned_grids(view, column_role, _without_foot(view, outside(view, grids)))
        blocks += [block for grid in loose for block in blocks_of(grid, column_role)]
        for block in blocks:
            found += _in_block(view, block)
            before = block
    return found


def _without_foot(view: PageView, words: Sequence[Word]) -> list[Word]:
    """`words` without lines of sums and remarks, which follow no column."""
    remarks = {id(ink.word) for line in view.lines if _FOOT.search(line.text) for ink in line.inks}
    return [word for word in words if id(word) not in remarks]


def _in_block(view: PageView, block: Block) -> list[Period]:
    roles = set(block.roles.values())
    if not roles & {"period", "start", "month"} and not ("year" in roles and any(r[0] == "m" for r in roles)):
        return []
    found: list[Period] = []
    above: list[Cell] = []
    for row in block.rows:
        if any(_SUM.search(cell.text) for cell in row):
            above = []
            continue
        made = list(_of_row(view, block, row))
        if not made:
            if (loose := _fragment(block, row)) is not None:
                below = bool(found) and _continues(found[-1])
                if below:
                    found[-1] = _longer(found[-1], loose)
                else:
                    above = [*above, loose]
            continue
        made = [_inherited(period, found[-1] if found else None, above) for period in made]
        found += made
        above = []
    return found


def _of_row(view: PageView, block: Block, row: Sequence[Cell]) -> Iterator[Period]:
    others = _others(block, row)
    if "year" in block.roles.values():
        yield from _months_of_year(view, block, row, others)
    for column in block.columns("period", "month"):
        cell = block.cell(row, column)
        if cell is not None and cell.text and (ends := _span_of_time(cell)):
            yield _checked(Period(view, *ends, others), block, row)
    starts, ends_at = block.columns("start"), block.columns("end")
    for at, column in enumerate(starts):
        first, last = block.cell(row, column), block.cell(row, ends_at[at]) if at < len(ends_at) else None
        begin = _month(first) if first else None
        if begin is not None:
            yield _checked(Period(view, begin, _month(last) if last else None, others), block, row)


def _others(block: Block, row: Sequence[Cell]) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for role, name in (
        ("employer", "employer"),
        ("type", "insurance_type"),
        ("name", "name"),
        ("id_number", "id_number"),
    ):
        for column in block.columns(role)[:1]:
            cell = block.cell(row, column)
            piece = _piece(role, cell.run) if cell is not None and cell.text else None
            if piece is not None:
                found[name] = piece
    return found


def _piece(role: str, run: Run) -> Piece | None:
    text = run.squashed
    if _DITTO.fullmatch(text):
        return None
    if role == "employer":
        name = organisations.compact(text)
        quality = 0.97 if organisations.parse(name) else 0.6
        return Piece(name, run.span, quality) if len(name) >= 3 else None
    if role == "type":
        return Piece(text, run.span, 0.97 if re.search(r"险|养老|年金|公积金", text) else 0.5)
    parsed = person(text) if role == "name" else identity(text)
    return Piece(parsed.value, run.span, 0.97 * parsed.quality, parsed.notes) if parsed else None


def _month(cell: Cell | None) -> Piece | None:
    if cell is None or (value := dates.parse(cell.run.squashed)) is None or value.month is None:
        return None
    return Piece(value.iso()[:7], cell.run.span, 0.5 if value.doubtful else 0.97)


def _span_of_time(cell: Cell) -> tuple[Piece, Piece | None] | None:
    text = cell.run.squashed
    value = date_ranges.parse(text)
    if value is None:
        single = _month(cell)
        return (single, single) if single else None
    if value.start.month is None:
        return None
    start = Piece(value.start.iso()[:7], cell.run.span, 0.5 if value.start.doubtful else 0.97)
    if value.end is None or value.end.month is None:
        return replace(start, notes=("open_end",)), None
    return start, Piece(value.end.iso()[:7], cell.run.span, 0.5 if value.end.doubtful else 0.97)


def _months_of_year(view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece]) -> Iterator[Period]:
    """Runs of months with an entry in a row of twelve months."""
    cell = next((c for column in block.columns("year") if (c := block.cell(row, column))), None)
    year = dates.parse(cell.run.squashed) if cell is not None else None
    if cell is None or year is None:
        return
    paid: list[tuple[int, Run]] = []
    for column, role in sorted(block.roles.items()):
        entry = block.cell(row, column) if re.fullmatch(r"m\d+", role) else None
        if entry is not None and not _NOT_PAID.fullmatch(entry.text):
            paid.append((int(role[1:]), entry.run))
    runs: list[list[tuple[int, Run]]] = []
    for month, run in paid:
        if runs and runs[-1][-1][0] == month - 1:
            runs[-1].append((month, run))
        else:
            runs.append([(month, run)])
    # A tick that was not seen looks like a month not paid, so rows of ticks with gaps are for a person to look at.
    ticks = all(not any(c.isdigit() for c in run.squashed) for _, run in paid)
    quality, notes = (0.45, ("doubtful",)) if ticks and len(paid) < 12 else (0.85, ())
    for group in runs:
        ends = [Piece(f"{year.year}-{month:02}", run.span, quality, notes) for month, run in (group[0], group[-1])]
        yield Period(view, ends[0], ends[1], others)


def _checked(period: Period, block: Block, row: Sequence[Cell]) -> Period:
    """Doubt on a period that ends before it starts, or whose months are not as many as the row says."""
    if period.end is None:
        return period
    first, last = (int(p.value[:4]) * 12 + int(p.value[5:7]) for p in (period.start, period.end))
    cell = next((c for column in block.columns("months") if (c := block.cell(row, column))), None)
    said = re.fullmatch(r"(\d{1,3})(?:个?月)?", cell.text) if cell is not None else None
    note = "conflict" if last < first else "months_differ" if said and int(said[1]) != last - first + 1 else None
    if note is None:
        return period
    doubt = [replace(p, quality=min(p.quality, 0.45), notes=(*p.notes, note)) for p in (period.start, period.end)]
    return replace(period, start=doubt[0], end=doubt[1])


def _fragment(block: Block, row: Sequence[Cell]) -> Cell | None:
    """The one cell of a row that holds nothing but a piece of an employer's name."""
    filled = [cell for cell in row if cell.text]
    columns = block.columns("employer")
    alone = len(filled) == 1 and columns and block.cell(row, columns[0]) is filled[0]
    return filled[0] if alone else None


def _continues(period: Period) -> bool:
    employer = period.others.get("employer")
    return employer is not None and organisations.parse(employer.value) is None


def _longer(period: Period, cell: Cell) -> Period:
    employer = period.others["employer"]
    name = organisations.compact(employer.value + cell.run.squashed)
    quality = 0.85 if organisations.parse(name) else 0.45
    return replace(period, others={**period.others, "employer": replace(employer, value=name, quality=quality)})


def _inherited(period: Period, last: Period | None, above: Sequence[Cell]) -> Period:
    """The row with the employer's name that began above it, or the one of the row before where its own is empty."""
    others = dict(period.others)
    if above:
        own = others.get("employer")
        run = joined([cell.run for cell in above])
        name = organisations.compact(run.squashed + (own.value if own else ""))
        others["employer"] = Piece(name, run.span, 0.8 if organisations.parse(name) else 0.45)
    for name in ("employer", "insurance_type", "name", "id_number"):
        if name not in others and last is not None and name in last.others:
            others[name] = replace(last.others[name], quality=0.8 * last.others[name].quality)
    return replace(period, others=others)
