"""What a page of a project's papers shows: cover, sum, team, signatures and seals, acceptance; and the team's table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Literal, NamedTuple

from extractors.kinds.candidates import Candidate
from extractors.kinds.parsers import person
from extractors.kinds.wording import load_wording
from extractors.layout.flow import Flow, Span
from extractors.layout.lines import Line
from extractors.layout.table_columns import Block, aligned_grids, blocks_of, pieces_of, transposed
from extractors.layout.table_words import Run
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import amounts
from extractors.values.names import has_known_surname

Part = Literal["cover", "amount", "participants", "seal", "acceptance"]
_COVER = re.compile(
    r"(?:合同书?|任务书|计划书|申报书|立项书|申请书|验收(?:报告|证书|意见书?|申请表)|鉴定(?:证书|报告)|结题报告|立项批复|总结报告|可行性研究报告)$"
)
_HEADING = re.compile(
    _COVER.pattern.removesuffix("$") + r"$|立项的?(?:通知|文件|决定|报告|批复|复函|意见)$|验收(?:结论|表|单|书)?$"
    r"|(?:验收|鉴定|结题|评审)(?:专家|评审|评议|会议?|组|委员会|鉴定|验收|论证)+(?:的)?(?:报告|证书|意见书?|结论|纪要|决议|表)$|(?:合同|协议)(?:书)?$|通知书?$"
    r"|(?:结题|结项|完工|竣工)(?:验收|评审|鉴定)?(?:证书?|报告|表|单|意见书?|证明书?)$"
)
_COVER_LABELS = re.compile(
    r"项目名称|项目编号|合同编号|承担单位|起止(?:时间|年限|日期)|委托方|甲方|课题名称|完成单位|建设单位|归口管理|申报单位|项目单位|(?:实施|执行)期限|主持单位"
)
_MONEY = re.compile(r"经费|金额|价款|总价|总投资|资金|报酬|造价|费用")
_TEAM = re.compile(
    r"(?:主要)?(?:参[与加]|研究|完成|研发|承担|项目组|课题组)(?:单位及)?(?:人员|成员)(?:名单|情况)?|项目组成员|人员分工|主要完成人"
)
_SIGNED = re.compile(
    r"\((?:盖?公?章|签章|盖章|签字|单位公章|公章或合同专用章)\)|盖章|签章|法定代表人(?:或委托代理人)?(?:\(?签[字章名]\)?)|授权代表签[字名]"
)
_ACCEPTED = re.compile(
    r"验收(?:结论|意见|结果|专家组)|(?:通过|同意).{0,4}验收|鉴定(?:结论|意见)|专家组(?:意见|评审)|评审意见"
)
_BRACKETED = re.compile(r"\([^()]{0,14}\)$|(?<=[申请任务合同计划])\([^()]{1,6}\)(?=书)")  # 立项申请(任务)书
_PASSED = re.compile(
    r"验收合格|(?:予以|通过|准予|同意)(?:竣工|完工|结题)?(?:验收|结题|交付|投入使用)|达到验收(?:标准|要求)"
)
_NAME = re.compile(
    r"(?:成员|人员|参加人员?|完成人)?姓名|(?:主要)?(?:参[与加]|完成|研究|研发|承担|设计|实施)(?:人员?|者|成员)(?:姓名|名单)?|"
    r"(?:项目|课题)(?:组)?(?:主要)?(?:成员|人员|参加人员)(?:姓名|名单)?|(?:主要)?(?:成员|人员)(?:名单)?|研制人员"
)
_OTHER = re.compile(
    r"序号|编号|职称|职务|职务/职称|职称/职务|专业技术职务|技术职称|专业|学历|学位|年龄|性别|出生年月|单位|工作单位|所在单位|(?:项目)?分工|"
    r"承担(?:的)?(?:工作|任务|内容)(?:内容)?|主要(?:工作|任务|贡献|职责)|负责(?:的)?(?:工作|内容|项目工作内容)(?:内容)?|工作内容|项目角色|角色|签[名字]|"
    r"从事专业|对成果创造性贡献|任务分工|对(?:本)?(?:项目|课题|成果)的?(?:主要)?(?:创造性)?贡献|职责|本人(?:签名|工作)|参与时间|投入月数|所学专业|部门|所在部门|备注|身份证号码?|电话|联系电话|投入时间|工作时间|排名|排序|文化程度|主要贡献|在项目中(?:的)?(?:角色|分工|职务)|(?:本人|个人|所起)?作用|(?:参[加与]|工作|投入)月数"
)


_DUTIES = re.compile(
    r"(?:在?本?(?:项目|课题|成果|研究|任务)?(?:组)?(?:中)?(?:所|的)?)?(?:承担|负责|主要|具体|从事|参与|完成|个人|本人|实际|投入|起止|所)*的?(?:项目|研究|工作|任务|课题)*的?"
    r"(?:工作|任务|内容|职责|贡献|分工|角色|时间|年限|工作量|占比|比例|月数)+(?:及.{2,4}|说明|\(.*\))?(?:\(?%\)?)?"
)
_SORTS = (
    ("验收", re.compile(r"验收|鉴定|结题|结项|完工|竣工|评价证书")),
    ("合同", re.compile(r"合同|协议")),
    ("立项", re.compile(r"立项|任务书|计划书|申报书|申请书|批复|可行性研究|下达")),
)
_SUM_ROW = re.compile(
    r"(?:经费|预算|投资|资金|项目)?(?:总?合计|总计|总额|总经费|总预算|共计)(?:\((?P<unit>万元|元)\))?[:]?"
)
_BUDGET = re.compile(r"(?:经费|预算|概算|投资|资金|费用)")
_IN_UNIT = re.compile(r"(?:单位[:]?|\()(?:人民币)?(?P<unit>万元|元)\)?")


_JUDGES = re.compile(
    r"专家|评委|评审|评议|鉴定(?:会|委员会|组|小组)|验收(?:委员会|组|小组|人员|会)|参加验收|签到|监理|监事"
)
_SIGNERS = re.compile(
    r"(?:审核|审批|批准|编制|制表|填表|复核|校对|拟制|会签|日期|填表日期|填表人|负责人签[字名])[人:]?"
)
_ONE_OF_A_NAME = re.compile(rf"[{HAN}]")
_LONG = 4  # no name without a dot is longer
_CAPTION, _NEAR_TABLE = 24, 3.0
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]+|\d+)[、.,]|\(.{1,3}\)|第.{1,3}[条章节部]")
_ISSUED = re.compile(
    r"(?:证明|情况说明)(?:书|材料|函)?$|(?:通知|批复|复函|决定)$|证书$|备案(?:登记)?(?:表|信息表|证|证明|通知书)?$"
    r"|(?:完成|参[加与]|研制|研究)人员?(?:情况)?(?:表|名单|一览表)$"
)
_HEAD, _HEADS = 30, 8
_OTHERS = 0.45  # the seal on an acceptance, which is no page of the contract's seals


_PROJECT = re.compile(r"(?:科技|立项|课题|成果)?(?:项目|课题|成果|工程)名称")
_OF_A_PROJECT = re.compile(
    r"序号|(?:项目|合同|课题|立项)?编号|(?:项目)?(?:承担|申报|完成|主持|实施|依托|建设)?单位(?:名称)?|(?:项目|课题)?(?:总)?(?:负责人|主持人|经理)|起止(?:时间|年限|年月)|(?:计划|项目)?(?:类别|级别|来源)"
    r"|(?:补助|资助|项目|合同|总|财政|下达|拟补助)?(?:经费|金额|资金|投资)(?:\(万?元\))?|备注|角色|本人角色|主管部门|归口部门|推荐单位|立项时间|完成情况|领域|所属领域"
)
_NAME_OF_PROJECT = 5


class PartFound(NamedTuple):
    """A thing that a page shows, with the place that tells it."""

    part: Part
    span: Span
    quality: float


def sealed_by_sides(pages: Sequence[PageView]) -> list[bool]:
    """Whether a seal on each page is that of a contract's or task book's sides, by the last heading up to it: not on
    acceptances, and not on letters, notices, proofs and certificates, which their issuer seals."""
    sides, told = True, []
    for at, view in enumerate(pages):
        sort = sort_of(view)
        if sort is not None and (at == 0 or not _NUMBERED.match(sort[1].text)):
            sides = sort[0] != "验收"
        if at == 0 and any(_ISSUED.search(line.text) and len(line.text) <= _HEAD for line in view.lines[:_HEADS]):
            sides = False
        told.append(sides)
    return told


def parts_of(
    view: PageView, amount: Sequence[Span] = (), persons: Sequence[Span] = (), *, by_sides: bool = True
) -> list[PartFound]:
    """Everything that the page shows, in the order of the notice; `amount` and `persons` are places of sum and team,
    `by_sides` as of `sealed_by_sides`."""
    flow = view.flow
    found: list[PartFound] = []
    accepted = _ACCEPTED.search(flow.text) or _passed(view)
    concluded = _is_acceptance(view)
    sealing = by_sides and not concluded
    if not concluded and (cover := _cover(view)) is not None:
        found.append(PartFound("cover", cover, 0.85))
    sums = [hit for hit in amounts.find_all(flow.plain) if _MONEY.search(flow.text[max(0, hit.start - 24) : hit.start])]
    places = [*amount, *(flow.span(hit.start, hit.end) for hit in sums)]
    if places:
        found.append(PartFound("amount", places[0], 0.9))
    team = team_of(view)
    listed = _TEAM.search(flow.text)
    if team:
        found.append(PartFound("participants", team[0].span, 0.93))
    elif persons:
        found.append(PartFound("participants", persons[0], 0.85))
    elif listed:
        found.append(PartFound("participants", flow.span(*listed.span()), 0.6))
    signed = _SIGNED.search(flow.text)
    sealed = [mark for mark in view.marks if mark.kind == "seal"]
    if sealed:
        mark = sealed[0]
        text = mark.text or ""
        found.append(PartFound("seal", Span(text, text, mark.box, mark.confidence), 0.95 if sealing else _OTHERS))
    elif signed:
        found.append(PartFound("seal", flow.span(*signed.span()), 0.55 if sealing else _OTHERS))
    if accepted:
        found.append(PartFound("acceptance", flow.span(*accepted.span()), 0.9))
    return found


def _passed(view: PageView) -> re.Match[str] | None:
    """Where a paper headed as an acceptance says its result, whose label was torn apart or not read."""
    sort = sort_of(view)
    return _PASSED.search(view.flow.text) if sort is not None and sort[0] == "验收" else None


def _is_acceptance(view: PageView) -> bool:
    """Whether the page is headed as an acceptance and tells its result: what is sealed there is that result alone."""
    sort = sort_of(view)
    told = [found.group() for found in _ACCEPTED.finditer(view.flow.text)]
    return sort is not None and sort[0] == "验收" and len(told) > len(_ACCEPTED.findall(sort[1].text))


def _cover(view: PageView) -> Span | None:
    """A heading of the paper's sort in large letters high on the page, with little else than labels under it."""
    labels = {match.group() for match in _COVER_LABELS.finditer(view.flow.text)}
    if (len(view.flow.text) > 420 or len(view.cells) > 16) and len(labels) < 2:
        return None
    for line in view.lines[:8]:
        bare = _BRACKETED.sub("", line.text)
        large = line.height >= 1.25 * view.glyph
        if len(bare) <= 30 and _COVER.search(bare) and (large or len(labels) >= 2):
            return line.flow.span(0, len(line.text))
    return None


def sort_of(view: PageView) -> tuple[str, Span] | None:
    """Which paper of a project a heading says that this is: 合同, 立项 or 验收."""
    for line in view.lines[:8]:
        bare = _BRACKETED.sub("", line.text)
        if len(bare) <= 30 and _HEADING.search(bare) and ":" not in bare:
            sort = next((name for name, pattern in _SORTS if pattern.search(bare)), None)
            if sort is not None:
                return sort, line.flow.span(0, len(line.text))
    return None


def budget_sum(view: PageView) -> Iterator[Candidate]:
    """The sum of a table of costs: its row or column 合计, in the unit that its heading gives."""
    found = [*_sum_row(view)][:1] or [*_sum_column(view)]
    yield from found


def _sum_row(view: PageView) -> Iterator[Candidate]:
    lines = [line for column in view.column_lines for line in column]
    unit, about = "", False
    for line in lines:
        told = _IN_UNIT.search(line.text)
        unit = told["unit"] if told else unit
        about = about or _BUDGET.search(line.text) is not None
        pieces = [piece for piece in line.segments if piece.text]
        for at, piece in enumerate(pieces[:-1]):
            row = _SUM_ROW.fullmatch(piece.text)
            if row is None or not about or not (row["unit"] or unit):
                continue
            values = [amounts.parse(other.plain, row["unit"] or unit) for other in pieces[at + 1 :]]
            if values[0] is None or values[0] <= 0:
                continue
            sums = [value for value in values if value is not None]
            place, quality = _whole_of(sums)
            chosen = pieces[at + 1 + values.index(sums[place])]
            quality = max(quality, 0.85) if _under_a_total(lines, line, chosen) else quality
            span = chosen.span(0, len(chosen.text))
            yield Candidate("amount", amounts.plain(sums[place]), view, span, quality, "table")
            return


def _under_a_total(lines: Sequence[Line], line: Line, chosen: Flow) -> bool:
    """Whether the sum in a row of totals stands in the column of totals too: its head is 合计."""
    box = chosen.box(0, len(chosen.text))
    over = [piece for other in lines if other.box.cy < line.box.cy for piece in other.segments if piece.text]
    heads = [piece.box(0, len(piece.text)) for piece in over if _SUM_ROW.fullmatch(piece.text)]
    return any(head.x0 < box.cx < head.x1 or box.x0 < head.cx < box.x1 for head in heads)


def _sum_column(view: PageView) -> Iterator[Candidate]:
    """The sum of a table of costs that has its 合计 at the head of a column, over one row of sums."""
    told = _IN_UNIT.search(view.flow.text)
    if told is None or _BUDGET.search(view.flow.text) is None:
        return
    for grid in ruled_grids(view):
        heads = [cell for cell in grid.cells if _SUM_ROW.fullmatch(cell.text)]
        for head in heads if len(heads) == 1 else ():
            below = [cell for cell in grid.cells if cell.column == head.column and cell.row > head.row and cell.text]
            row = [amounts.parse(c.text, told["unit"]) for c in grid.cells if below and c.row == below[0].row]
            sums = [value for value in row if value is not None]
            value = amounts.parse(below[0].text, told["unit"]) if below else None
            if value is not None and len(sums) > 2 and sum(sums) == 2 * value:
                yield Candidate("amount", amounts.plain(value), view, below[0].run.span, 0.85, "table")
                return


def _whole_of(sums: Sequence[Decimal]) -> tuple[int, float]:
    """Which of a row's sums is that of the others, and how sure that is: the last one, else the first."""
    if len(sums) > 2 and sums[-1] == sum(sums[:-1]) != sums[0]:
        return len(sums) - 1, 0.85
    if len(sums) == 1 or len(set(sums)) == 1 or sums[0] == sum(sums[1:]):
        return 0, 0.85
    return 0, 0.8 if len(sums) == 2 else 0.45


def _role(text: str) -> str | None:
    plain = re.sub(r"\([^()]*\)$", "", text)
    if _NAME.fullmatch(plain):
        return "name"
    return "other" if _OTHER.fullmatch(plain) or _DUTIES.fullmatch(plain) else None


def lists_several(view: PageView) -> bool:
    """Whether the page lists several projects, one a row: whose they are it does not say."""
    grids = ruled_grids(view)
    every = (*grids, *aligned_grids(view, _project_role, outside(view, grids)))
    return any(_names_several(block) for grid in every for block in blocks_of(grid, _project_role))


def _project_role(text: str) -> str | None:
    return "project" if _PROJECT.fullmatch(text) else "other" if _OF_A_PROJECT.fullmatch(text) else None


def _names_several(block: Block) -> bool:
    labels = load_wording("project_document").vocabulary.name_of
    rows = list(takewhile(lambda row: not any(cell.text.rstrip(":") in labels for cell in row), block.rows))
    named = [block.cell(row, column) for column in block.columns("project") for row in rows]
    return len({cell.text for cell in named if cell is not None and len(cell.text) >= _NAME_OF_PROJECT}) > 1


def team_of(view: PageView) -> list[Candidate]:
    """The persons of the page's tables of names with duties, titles or signatures, in order."""
    known: list[Candidate] | None = view.memory.get("project_team")
    if known is None:
        known = _members(view)
        view.memory["project_team"] = known
    return known


def _heads_rows(block: Block, column: int) -> bool:
    """Whether a header stands beside the rows, in one cell as tall as they are (`项目成员` left of 姓名 and 分工)."""
    head = next((c for c in block.grid.cells if c.column == column and c.text == block.headers[column]), None)
    return head is not None and any(block.cell(row, column) is head for row in block.rows)


def _of_judges(view: PageView, block: Block) -> bool:
    """Whether a table lists those who judge the project: by its header, or by the row of words over it."""
    if any(_JUDGES.search(text) for text in block.headers.values()):
        return True
    top = min((c.box.y0 for c in block.grid.cells if c.text in block.headers.values()), default=0.0)
    over = [line for line in view.lines if line.box.y1 < top + 0.3 * line.height and len(line.text) <= _CAPTION]
    last = max(over, key=lambda line: line.box.cy, default=None)
    return last is not None and top - last.box.y1 < _NEAR_TABLE * view.glyph and _JUDGES.search(last.text) is not None


def _members(view: PageView) -> list[Candidate]:
    grids = ruled_grids(view)
    blocks = [block for grid in grids for block in blocks_of(grid, _role)]
    blocks += [block for grid in aligned_grids(view, _role, outside(view, grids)) for block in blocks_of(grid, _role)]
    blocks += [block for grid in grids for block in blocks_of(transposed(grid), _role)]
    found = list({(c.value, c.span.box): c for c in _listed_in(view, blocks)}.values())
    if not found and grids:  # the rules of the table were not all found
        blocks = [block for grid in aligned_grids(view, _role) for block in blocks_of(grid, _role)]
        found = [replace(c, quality=0.8 * c.quality) for c in _listed_in(view, blocks)]
    return found


def _listed_in(view: PageView, blocks: Sequence[Block]) -> Iterator[Candidate]:
    for block in blocks:
        columns = block.columns("name")
        columns = [column for column in columns if not _heads_rows(block, column)] or columns
        if not columns or len(block.roles) < 2 or _of_judges(view, block):
            continue
        found, torn = _in_rows(view, block, columns)
        for member in found:
            notes = (*member.notes, "partly_read")
            yield replace(member, quality=min(member.quality, _OTHERS), notes=notes) if torn else member


def _in_rows(view: PageView, block: Block, columns: Sequence[int]) -> tuple[list[Candidate], bool]:
    """The persons in the rows of a team's table, and whether one of them is a single character: the rest went unread."""
    found, torn = [], False
    for row in block.rows:
        if any(_SIGNERS.fullmatch(cell.text) for cell in row):
            break
        cells = [cell for column in columns if (cell := block.cell(row, column)) is not None and cell.text]
        if cells and all(_heads_prose(block, row, cell) for cell in cells):
            break
        for column, cell in ((column, block.cell(row, column)) for column in columns):
            for run in _persons_in(block, column, cell) if cell is not None and cell.text else ():
                parsed = person(run.squashed)
                if parsed is not None and parsed.end >= len(run.squashed):
                    quality = 0.95 * parsed.quality
                    found.append(Candidate("participants", parsed.value, view, run.span, quality, "table"))
                torn = torn or (block.grid.ruled and _ONE_OF_A_NAME.fullmatch(run.squashed) is not None)
    return found, torn


def _heads_prose(block: Block, row: Sequence[Cell], cell: Cell) -> bool:
    """Whether a cell in the column of names is the label of a row that follows the team's: too long for a name, and
    what stands beside it fills the other columns as one."""
    beside = {id(other) for column in block.headers if (other := block.cell(row, column)) and other is not cell}
    merged = block.grid.ruled and len(beside) == 1 < len(block.headers) - 1
    return merged and len(cell.text) > _LONG and "·" not in cell.text


def _persons_in(block: Block, column: int, cell: Cell) -> Sequence[Run]:
    """The cell's name; where the rule between two rows was not found, the name on each of its lines."""
    lines = [line for line in cell.lines if line.squashed]
    stacked = len(lines) > 1 and all(2 <= len(line.squashed) <= _LONG for line in lines)
    if stacked and all(has_known_surname(line.squashed) for line in lines) and len(cell.text) > _LONG:
        return lines
    return [_under_header(block, column, cell)]


def _under_header(block: Block, column: int, cell: Cell) -> Run:
    """The cell's text; in a table without rules only the piece under the header, where it holds what stands beside the rows."""
    head = next((c for c in block.grid.cells if c.column == column and c.text == block.headers[column]), None)
    pieces = pieces_of(cell.run) if not block.grid.ruled else []
    if head is None or len(pieces) < 2:
        return cell.run
    nearest = min(pieces, key=lambda piece: abs(piece.box.cx - head.box.cx))
    return nearest if has_known_surname(nearest.squashed) and len(cell.run.squashed) > _LONG else cell.run
