"""What the columns of an insurance record's table mean, and tables that are printed in two or three halves side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.kinds.social_insurance_record.pieces import UNSURE, Piece
from extractors.layout.table_columns import Block
from extractors.layout.tables import Cell, Grid
from extractors.text import HAN, fold
from extractors.values import date_ranges

_YEAR_MONTH = r"(?:年月|时间|日期|月份|所属期|月|期)?"
_KIND = r"(?:(?:企业职工|城镇职工|职工)?(?:基本)?养老(?:保险)?|(?:职工)?(?:基本)?医疗(?:保险)?|失业(?:保险)?|工伤(?:保险)?|生育(?:保险)?)"
_OF_KIND = (
    r"(?:缴费|参保)?(?:情况|基数|起止年月|起止时间|月数|状态|标志|金额)|缴费|(?:单位|个人)(?:缴费|缴纳|部分)?(?:金额)?"
)
_ROLES = (
    (
        "employer",
        r"(?:现?参保|缴费|用人|工作|所在|申报)?(?:参保)?单位(?:名称)?(?:全称)?|参保缴费单位(?:名称)?|(?:企业|公司|单位)名称|参保组织(?:名称)?|单位信息",
    ),
    (
        "type",
        r"(?:参保)?险种(?:名称|类型|类别)?|保险(?:类型|种类|名称|项目)|参保(?:险种|类型|种类|项目)|缴费险种|征缴险种|费种|(?:征收|缴费|征缴)项目",
    ),
    (
        "period",
        r"(?:参保|缴费|实际)*(?:起止|起讫|始止)(?:年月|时间|日期|月份)?|(?:参保|缴费)(?:时间段?|期间|时段|区间|年限)|(?:所属)?(?:时间段|时段|期间)|(?:费款)?所属期起止|缴费年月起止",
    ),
    (
        "start",
        rf"(?:参保|缴费|费款|本次参保|首次参保|本段|开始)?(?:起始|开始|起){_YEAR_MONTH}|(?:参保|缴费)(?:起始|开始)?日期|(?:参保|缴费)?始{_YEAR_MONTH}|(?:增员|入职参保){_YEAR_MONTH}",
    ),
    (
        "end",
        rf"(?:参保|缴费|费款|本次参保|本段)?(?:终止|截止|结束|止|截至|终){_YEAR_MONTH}|(?:停保|停缴|减员|中断|退保){_YEAR_MONTH}"
        rf"|(?:最近|最后|最新|末次|最末)(?:一次)?(?:实际)?(?:参保|缴费){_YEAR_MONTH}",
    ),
    (
        "month",
        r"(?:对应|应缴|实缴)?(?:缴费|费款)?(?:所属|属)期?(?:年月|月份)?|缴费(?:年月|月份|月度|所属期)|(?:费款|缴费)所属期|年月|对账年月|"
        r"(?:应缴|实缴|缴纳|结算|业务|账期)(?:年月|月份|费款)|月份?|缴费月|(?:做?账|结算|费款)期|(?:核定|台账|计划|入账)年月|所属期",
    ),
    ("year", r"年|年度|年份|缴费年度|缴费年份|(?:自然|结算|参保|所属|记账|社保|缴存)年度"),
    (
        "months",
        r"(?:实际|实缴|应缴|累计|本段|当年)?(?:缴费|缴纳)?月数(?:合计)?|(?:实际)?缴费(?:总|累计)?月数|累计月数|实缴月份数|合计月数|缴费个月|(?:累计)?缴费月数|本年(?:实际)?缴费月数",
    ),
    ("code", r"(?:参保|缴费)?单位(?:编号|编码|代码|社保号)"),
    ("name", r"(?:参保人|职工|员工|人)?(?:员)?姓名|参保(?:人|人员|职工)"),
    ("id_number", r"(?:公民)?身份证?(?:号码|号)|公民身份号码|证件号码?|社会保障号码?|身份证|居民身份证号码?"),
    ("kind", rf"{_KIND}(?:{_OF_KIND})?"),
    (
        "other",
        r"序号|编号|(?:月)?缴费(?:工资)?基数|月?基数|缴费工资|工资|(?:个人|单位)(?:缴费?|交费?|缴纳|应缴|实缴)(?:金额|额|部分|基数)?|"
        r"缴费(?:金额|状态|类型|标志|方式|情况|合计|比例|地)|参保(?:状态|地区?|身份)|"
        r"(?:社保|参保地)?经办机构(?:名称)?|备注|统筹区|到账(?:日期|时间|标志|情况)?|小计|金额|个人|单位|利息|"
        r"(?:缴费)?(?:人员)?类别|应缴类型|个人账户(?:记账金额)?|划入比例|业务类型|到账年月|(?:应缴|实缴)金额|现参保地|"
        r"(?:是否)?(?:到账|补缴)(?:标记)?|入库(?:日期|时间)|用工形式|行政区划|累计储存额|利率|记账|状态|险种状态|入账(?:日期|时间)|缴款(?:日期|时间)",
    ),
)
_SECTION = re.compile(
    rf"(?:[(]?[一二三四五六七八九十\d]{{1,2}}[)、.])?(?:险种(?:名称|类型)?[:])?(?P<kind>{_KIND})"
    r"(?:个人)?(?:历年)?(?:缴费|参保)*(?:情况|记录|明细|信息|历史)*(?:如下)?[:]?"
)
_KIND_AND_MORE = re.compile(rf"{_KIND}(?P<more>[{HAN}]{{0,8}}(?:基数|金额|月数|情况|状态|缴费|缴纳|合计|标志))")
_TIME = re.compile(r"年月|时间|日期|月份|所属期|属期|时段|期$")
_END_OF_PERIOD = re.compile(
    r".{0,6}(?:起止|起讫|始止|时段|期间|区间)(?:年月|时间|日期|月份)?(?P<end>[起始止终讫])(?:年月|时间|日期)?"
)
_START, _END = re.compile(r"[起始]"), re.compile(r"[止终讫]|截至|结束")
_OF_NO_PERIOD = re.compile(r"月数|次数|金额|基数|首次|累计|打印|查询|到账|缴款|入账|出生|工作|有效|截止目前|年限")
_ENDINGS = (
    (
        "employer",
        re.compile(
            r"(?<!经办)(?<!受理)(?<!证明)(?<!征收)(?:单位(?:全称|名称)?|(?:企业|公司)(?:全称|名称)|(?:缴费|参保|投保|缴纳|所属|任职)(?:企业|公司|主体))$"
        ),
    ),
    ("type", re.compile(r"险种(?:名称|类型|类别)?$|费种$|品目(?:名称)?$|保险(?:种类|类别)$")),
    ("month", re.compile(r"(?:所属|属期|缴费|费款).*(?:年月|月份|期)$")),
    (
        "other",
        re.compile(
            r"(?:状态|标志|标识|金额|基数|工资|编号|编码|方式|备注|比例"
            r"|部分|承担|类型|类别|地区?|机构|余额|本金|利息|档次|原因|来源|次数)$"
        ),
    ),
)
"""For headers that no pattern fits whole: the word at the end says what the column holds."""
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_MONTH_COLUMN = re.compile(r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?")
_NUMBERED_MONTH = re.compile(r"(?P<month>1[0-2]|0?[1-9])月?")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_CHINESE = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)} | {"十一": 11, "十二": 12}
_TIMES = frozenset(("period", "start", "month"))
_PART = r"(?P<first>1[0-2]|0?[1-9])月?(?:(?:[-~至到]|--)(?P<last>1[0-2]|0?[1-9])月?)?"
_LISTED = re.compile(rf"{_PART}(?:[,、;·.]{_PART})*".replace("?P<first>", "").replace("?P<last>", ""))


def column_role(text: str) -> str | None:
    """What a column's header means, or None; columns of single months are `m1` to `m12`."""
    plain = re.sub(r"\([^()]*\)|[:/]", "", text)
    plain = re.sub(rf"(?<=[{HAN}])[A-Za-z.]{{2,40}}$", "", plain)  # the same in English
    if month := _MONTH_COLUMN.fullmatch(plain):
        raw = month["month"]
        return f"m{_CHINESE.get(raw) or int(raw)}"
    if (end := _END_OF_PERIOD.fullmatch(plain)) is not None:  # 缴费起止时间 over 起 and 止
        return "start" if end["end"] in "起始" else "end"
    bare = re.sub(rf"^[^{HAN}]+|[^{HAN}]+$", "", plain)  # a stroke beside a header is read as a sign
    tries = (plain, bare) if len(bare) >= 2 and len(plain) - len(bare) <= 2 else (plain,)
    known = (role for text in tries for role, pattern in _PATTERNS if pattern.fullmatch(text))
    return next(known, None) or _by_words(tries[-1])


def _by_words(text: str) -> str | None:
    """What a header of other wording means, by the words that it is made of and by its last one."""
    if re.fullmatch(rf"{_KIND}险种(?:档次|类型)?", text):
        return "other"
    if (kind := _KIND_AND_MORE.fullmatch(text)) is not None:
        return "months" if kind["more"].endswith("月数") else "kind"
    if not 3 <= len(text) <= 10 or not re.fullmatch(rf"[{HAN}]+", text):
        return None
    if not _OF_NO_PERIOD.search(text) and _TIME.search(text):
        starts, ends = _START.search(text), _END.search(text)
        if starts or ends:
            return "period" if starts and ends else "start" if starts else "end"
    role = next((role for role, pattern in _ENDINGS if pattern.search(text)), None)
    return (
        "other" if role == "month" and _OF_NO_PERIOD.search(text) else role
    )  # 首次缴费年月 is none of the months listed


def has_time(block: Block) -> bool:
    """Whether the block's columns say when: a period, its ends, a month, or months of a year."""
    roles = set(block.roles.values())
    return bool(roles & _TIMES) or ("year" in roles and any(role[0] == "m" for role in roles))


def with_ends(block: Block) -> Block:
    """The block with a column of single times (参保时间) as that of the starts where only the ends have one, else as none
    where starts and ends have theirs."""
    roles = set(block.roles.values())
    if "end" not in roles or "period" not in roles:
        return block
    single = [c for c, role in block.roles.items() if role == "period" and not _holds_ranges(block, c)]
    told = "other" if "start" in roles else "start"
    return replace(block, roles={c: told if c in single else role for c, role in block.roles.items()})


def _holds_ranges(block: Block, column: int) -> bool:
    cells = [cell for row in block.rows if (cell := block.cell(row, column)) is not None]
    ranges = [value for cell in cells if (value := date_ranges.parse(cell.run.squashed)) is not None]
    return any(value.end is not None or value.until_now for value in ranges)


def numbered_months(block: Block) -> Block:
    """The block with the columns that its first row numbers from 1 to 12 as those of the months."""
    first = {cell.column: cell.text for cell in block.rows[0] if re.fullmatch(r"0?[1-9]|1[0-2]", cell.text)}
    numbers = [int(first[column]) for column in sorted(first)]
    if len(numbers) < 6 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return block
    roles = {c: role for c, role in block.roles.items() if role != "month" and c not in first}
    roles |= {column: f"m{int(text)}" for column, text in first.items()}
    return replace(block, roles=roles, rows=block.rows[1:]) if len(block.rows) > 1 else block


def numbered_grid(grid: Grid) -> Block | None:
    """A calendar of months as a block: a row that numbers months, and under it rows that begin with a year."""
    for at, row in enumerate(grid.rows):
        found = {c.column: int(m["month"]) for c in row if (m := _NUMBERED_MONTH.fullmatch(c.text)) is not None}
        months = list(found.values())
        if len(months) < 6 or months != list(range(months[0], months[0] + len(months))):
            continue
        years = [c for following in grid.rows[at + 1 :] for c in following[:2] if _BARE_YEAR.fullmatch(c.text)]
        columns = {c.column for c in years}
        if len(columns) == 1 and min(columns) < min(found):
            roles = {columns.pop(): "year"} | {column: f"m{month}" for column, month in found.items()}
            headers = {c.column: c.text for c in row if c.text}
            return Block(grid, headers, roles, tuple(r for r in grid.rows[at + 1 :] if any(c.text for c in r)))
    return None


def year_blocks(grid: Grid) -> list[Block]:
    """Rows that number months behind a year as blocks, each with the row under it: a year takes two rows."""
    found: list[Block] = []
    for at, row in enumerate(grid.rows[:-1]):
        months = {c.column: int(m["month"]) for c in row if (m := _NUMBERED_MONTH.fullmatch(c.text)) is not None}
        year = next((c for c in row if _BARE_YEAR.fullmatch(c.text)), None)
        if len(months) < 6 or year is None or year.column > min(months):
            continue
        under = tuple(c for c in grid.rows[at + 1] if c.column in months)
        if under and not any(_NUMBERED_MONTH.fullmatch(c.text) and c.text.endswith("月") for c in under):
            roles = {year.column: "year"} | {column: f"m{month}" for column, month in months.items()}
            found.append(Block(grid, {c.column: c.text for c in row if c.text}, roles, ((year, *under),)))
    return found


def listed_months(text: str) -> list[tuple[int, int]] | None:
    """Months of a year as text, in runs; None where `text` is no such list.

    >>> listed_months("1-12"), listed_months("3月-5月、7"), listed_months("全年"), listed_months("2021")
    ([(1, 12)], [(3, 5), (7, 7)], [(1, 12)], None)
    """
    plain = fold(text).replace(" ", "")
    if plain in ("全年", "整年"):
        return [(1, 12)]
    if not _LISTED.fullmatch(plain):
        return None
    found: list[tuple[int, int]] = []
    for part in re.split(r"[,、;·.]", plain):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        found.append((ends[0], ends[-1]))
    rising = all(a <= b for a, b in found) and all(x[1] < y[0] for x, y in pairwise(found))
    return found if rising else None


def kind_named(text: str) -> str:
    """The kind of insurance that a column's header names, as printed, else the text."""
    found = re.search(_KIND, text)
    return found.group() if found else text


def section_kind(text: str) -> str | None:
    """The kind of insurance that a heading over a table or a row of it names, None for any other text.

    >>> section_kind("二、失业保险缴费情况"), section_kind("企业职工基本养老保险参保缴费证明")
    ('失业保险', None)
    """
    found = _SECTION.fullmatch(text)
    return found["kind"] if found else None


_KIND_ALONE = re.compile(
    r"(?:企业职工|城镇企业职工|城镇职工|机关事业单位(?:工作人员)?|城乡居民|企业|职工)?(?:基本)?(?:养老|医疗|失业|工伤|生育)(?:保险费?)?$"
)


def kind_at_end(text: str) -> str | None:
    """The kind of insurance that `text` ends with.

    >>> kind_at_end("舜水轴承有限公司企业职工基本养老保险"), kind_at_end("舜水轴承有限公司")
    ('企业职工基本养老保险', None)
    """
    found = _KIND_ALONE.search(text)
    return found.group() if found else None


def kind_cells(block: Block, row: Sequence[Cell]) -> Iterator[tuple[str, Cell]]:
    """What stands in the columns named by kinds of insurance (养老, 失业, 工伤), with those names."""
    for column in block.columns("kind"):
        cell = block.cell(row, column)
        if cell is not None and cell.text:
            yield kind_named(block.headers[column]), cell


def headed_kind(name: str, cell: Cell) -> Piece:
    """The kind of insurance that only the head of a column names: what it is is sure, how the record calls it is not."""
    return Piece(name, cell.run.span, UNSURE, ("column_head",))
