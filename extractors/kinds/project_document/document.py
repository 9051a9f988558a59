"""项目证明: contracts, task books and acceptance papers; what each page shows, parties, sum, persons and day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapidfuzz import fuzz

from extractors.kinds.candidates import Candidate, Parsed, choose, labelled, labelled_by
from extractors.kinds.kind import KindScore
from extractors.kinds.parsers import person
from extractors.kinds.project_document.days import days_of, settled_days
from extractors.kinds.project_document.duties import with_duties
from extractors.kinds.project_document.named import named_in_text
from extractors.kinds.project_document.parts import (
    budget_sum,
    lists_several,
    parts_of,
    sealed_by_sides,
    sort_of,
    team_of,
)
from extractors.kinds.project_document.sides import joined, parties
from extractors.kinds.project_document.told import NO_NAMES, approval, granted, sets_up, told_team, vouched_for
from extractors.kinds.record_parsers import listed_persons, things
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.labels import LabelHit
from extractors.layout.neighbours import LabelledPage, Value
from extractors.layout.view import PageView
from extractors.values import amounts
from models.document import Field, Kind

_UNIT = re.compile(r"\(?(?:单位[:]?)?(?:人民币)?(?P<unit>万元|千元|亿元|元)\)?[:]?")
_UNIT_OF_LABEL = re.compile(r"\((?P<unit>万元|千元|元)\)$")
_UNIT_OF_ALL = re.compile(r"单位:(?:人民币)?(?P<unit>万元|千元|元)")
_IN_CAPITALS = re.compile(r"(?P<lead>.*)[:为](?P<capitals>[^:为]{4,20})\((?:小写)?:?(?:人民币)?$")
_CAPITALS = re.compile("[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆整角分]")
_HEADS_SUM = re.compile(r"(?:合计|总计|共计)(?:金额)?:?$")
_TOTAL = re.compile(
    r"(?:合同|项目|经费|投资|工程)?(?:总)?(?:金额|经费|价款|总价|总额|投资|造价|费用|报酬|酬金|投入|预算|资金)(?:总额|合计|总计)?(?:\([^()]{1,8}\))?"
    r"(?:为|是|共计|共|合计|约|:)*(?:人民币)?(?:\((?:大写|小写)\))?:?[¥$]?$|(?:合同|投资|经费|成交|项目)额[为是约:]?(?:人民币)?$"
    r"|(?:合计|总计|共计)(?:金额)?(?:人民币)?(?:金额)?\((?:大写|小写|人民币大写)\):?[¥$]?$|(?:合计|总计)人民币:?$"
)
_PART_OF_IT = re.compile(
    r"自筹|财政|资助|拨款|支付|首[付期笔]|预付|尾款|配套|定金|违约|补助|节约|效益|产值|利润|税|(?:直接|间接|人工|材料|设备|测试|加工|差旅|外协|折旧|其他|劳务|管理)"
    r"(?:投入)?(?:经?费用?)?$|第[一二三四]期|[一二三]期[款经]"
)
_PAYS_ALL = re.compile(
    r"(?:向|给)(?:乙方|受托方|受托人|承揽方|开发方)支付|支付给?(?:乙方|受托方)(?=的?(?:总|全部|研究|开发|合同))"
)
_NUMBER = re.compile(r"[\d,]+(?:\.\d+)?(?:万?元)?")
_SEVERAL = 2
_SENTENCE = 160
_NEAR = 14
_TEAM_TOLD = re.compile(r"(?:小组|项目组|课题组|团队|主要)(?:成员|人员)|参[加与](?:者|人员)|组员")
_UNCLEAR = 0.5
_LONGEST = 5  # characters of a name without a dot
_LONG_NAME, _NEAR_NAME = 8, 84
_JUDGED = re.compile(r"专家|鉴定|评审|评议|验收")
_GOODS = re.compile("数量.*(?:单价|金额|总价)|单价")
_MISREAD = 0.16
_CONTRADICTED = 0.45


def amount(text: str) -> Parsed | None:
    """The first sum at a label, in yuan; a bare number only after the unit that the label gives."""
    unit = _UNIT.match(text)
    rest = text[unit.end() :] if unit else text
    start = unit.end() if unit else 0
    found = amounts.find_all(rest)
    if found and found[0].start <= 12 and not re.search(r"\d", rest[: found[0].start]):
        return Parsed(amounts.plain(found[0].value), start + found[0].start, start + found[0].end)
    number = re.match(r"[^\d]{0,4}(?P<n>\d[\d,]*(?:\.\d+)?)(?!\d|[年月日%项])", rest)
    value = amounts.parse(number["n"], unit["unit"]) if number and unit else None
    if number is None or value is None:
        return None
    return Parsed(amounts.plain(value), start + number.start("n"), start + number.end("n"), 0.9)


@dataclass(frozen=True, slots=True)
class ProjectDocument:
    """`part` is one a thing that a page shows; parties and participants are joined by `;`; the sum is in yuan."""

    id: Kind = "project_document"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        labels = [LabelledPage(view, load_wording(self.id).vocabulary) for view in pages]
        by_page = [_of_several(found) if (found := list(_candidates(page))) else [] for page in labels]
        fields = choose(c for found in by_page for c in found if c.name not in ("date", "_listed"))
        days = settled_days(pages, [[c for c in found if c.name == "date"] for found in by_page])
        sides = sealed_by_sides(pages)
        told = [f for view, found, by in zip(pages, by_page, sides, strict=True) for f in _shown(view, found, by)]
        return [*told, *named_again(pages, fields), *days, *parties(labels), *_participants(labels)]


def _shown(view: PageView, found: Sequence[Candidate], by_sides: bool) -> Iterator[Field]:
    """The parts that a page shows, and which of a project's papers its heading says it is."""
    sums = [c.span for c in found if c.name == "amount" and c.confidence >= 0.5]
    listed = [c.span for c in found if c.name == "_listed"]
    for part in parts_of(view, sums, listed, by_sides=by_sides):
        yield view.field("part", part.part, part.span, part.quality)
    if (sort := sort_of(view)) is not None:
        yield view.field("sort", sort[0], sort[1], 0.9)


def named_again(pages: Sequence[PageView], fields: Sequence[Field]) -> list[Field]:
    """The project's name once on every other page that says it, in running text too; near readings contradict it."""
    name = next((f for f in fields if f.name == "project_name" and f.confidence >= 0.5), None)
    if name is None:
        return list(fields)
    again, near = [], []
    for view in pages:
        at = view.flow.plain.find(name.value)
        if view.page.number == name.page:
            continue
        if at >= 0:
            again.append(view.field("project_name", name.value, view.flow.span(at, at + len(name.value)), 0.9))
        elif len(name.value) >= _LONG_NAME:
            found = fuzz.partial_ratio_alignment(name.value, view.flow.plain, score_cutoff=_NEAR_NAME)
            if found is not None and _is_misread(name.value, view.flow.plain[found.dest_start : found.dest_end]):
                span = view.flow.span(found.dest_start, found.dest_end)
                near.append(view.field("project_name", span.text, span, _CONTRADICTED, notes=("conflict",)))
    if again or not near:
        return [*fields, *again]
    doubted = replace(name, confidence=min(name.confidence, _CONTRADICTED), notes=(*name.notes, "conflict"))
    return [*(doubted if f is name else f for f in fields), *near]


def _is_misread(name: str, other: str) -> bool:
    """Whether `other` is `name` but for single characters, each in its place; a name cut or put otherwise is none."""
    different = sum(one != two for one, two in zip(name, other, strict=False))
    return len(name) == len(other) and different <= max(1, round(_MISREAD * len(name)))


def _candidates(page: LabelledPage) -> Iterator[Candidate]:
    approved = [c for c in approval(page.view) if c.name != "parties"]
    named = [name for name in things(page, "project_name") if not _in_list_of_goods(page, name)]
    approved_name = [c for c in approved if c.name == "project_name"]
    yield from named or approved_name or named_in_text(page.view)
    labelled_sums, sums = list(_at_labels(page)), list(_sums(page))
    sums = [*labelled_sums, *(sums or budget_sum(page.view))]
    yield from sums or granted(page.view)
    yield from (replace(c, name="_listed") for c in listed_persons(page, "participants") if ";" in c.value)
    told = with_duties(page) or told_team(page.view)
    told = told if len(told) > 1 else vouched_for(page.view)
    heads = labelled(page, "_leader", person)  # a manager and a technical head, and nobody else, are the team
    told = told or (heads if len({head.value for head in heads}) > 1 else [])
    yield from (replace(c, name="_listed") for c in told)
    yield from days_of(page)


def _in_list_of_goods(page: LabelledPage, name: Candidate) -> bool:
    """Whether a name stands below a label that heads a column of goods, beside their numbers and prices."""
    heads = (hit for hit in page.hits if hit.name == "project_name" and _GOODS.search(hit.flow.text))
    return any(name.span.box.y0 > hit.box.y1 and name.span.box.x0 < hit.box.x1 for hit in heads)


def _of_several(found: Sequence[Candidate]) -> list[Candidate]:
    """What a list of several projects says of one of them is said of nobody in particular."""
    if not lists_several(found[0].view):
        return list(found)
    return [
        replace(c, quality=min(c.quality, _CONTRADICTED), notes=(*c.notes, "several"))
        if c.name in ("project_name", "amount", "_listed")
        else c
        for c in found
    ]


def _at_labels(page: LabelledPage) -> Iterator[Candidate]:
    """The sum at each label; the unit may stand behind the label while the number stands in the next cell."""
    for hit in page.hits:
        if hit.name != "amount":
            continue
        own = _UNIT_OF_LABEL.search(hit.label)
        unit = own or _UNIT.match(hit.flow.text, hit.end) or _unit_in_cell(page, hit)
        unit = unit or _UNIT_OF_ALL.search(page.view.flow.text)
        worded = False  # the label's own row goes on with words, so that no sum of its own stands below it
        for value in (_on_own_row(hit, value) for value in page.values(hit)):
            parsed = amount(value.text)
            if parsed is None and unit is not None and (own or value.flow is not hit.flow):
                parsed = amount(f"{unit['unit']}{value.text}")
                shift = len(unit["unit"])
                parsed = parsed._replace(start=parsed.start - shift, end=parsed.end - shift) if parsed else None
            if value.way.startswith("below") and (worded or any(budget_sum(page.view))):
                continue
            worded = worded or value.way == "row"
            if parsed is not None:
                span = value.span(parsed.start, parsed.end)
                yield Candidate("amount", parsed.value, page.view, span, value.quality * parsed.quality, "label")
                break


def _on_own_row(hit: LabelHit, value: Value) -> Value:
    """Of bare numbers below each other in one cell, as where a rule was not found, the one on the label's row."""
    parts = value.flow.parts(value.start, value.end)
    if len(parts) < _SEVERAL or value.flow is hit.flow or not all(_NUMBER.fullmatch(ink.plain) for ink, _, _ in parts):
        return value
    row = hit.flow.box(hit.start, hit.end).cy
    at = min(range(len(parts)), key=lambda i: abs(parts[i][0].box.cy - row))
    start = value.start + sum(last - first for _, first, last in parts[:at])
    return replace(value, start=start, end=start + parts[at][2] - parts[at][1])


def _unit_in_cell(page: LabelledPage, hit: LabelHit) -> re.Match[str] | None:
    """The unit on the row under a label, in the label's own cell."""
    text = page.view.cell_flow(hit.cell).text if hit.cell is not None else ""
    return _UNIT.match(text, len(hit.label)) if text.startswith(hit.label) else None


def _without_capitals(clause: str) -> str:
    """`clause` without the sum in capitals before the one in digits, which may have been misread."""
    found = _IN_CAPITALS.match(clause)
    count = len(_CAPITALS.findall(found["capitals"])) if found else 0
    return f"{found['lead']}:" if found and 2 * count > len(found["capitals"]) else clause


def _sums(page: LabelledPage) -> Iterator[Candidate]:
    """Sums told as the whole in running text, in digits and in capitals: they must agree."""
    flow = page.view.flow
    claimed: list[Decimal] = []
    for hit in amounts.find_all(flow.plain):
        before = flow.text[max(0, hit.start - 24) : hit.start]
        clause = re.split(r"[。;,]", before)[-1]
        echo = (
            bool(claimed)
            and re.search(r"[(,](?:人民币)?(?:\(?(?:大写|小写)\)?)?[:]?(?:人民币)?[¥$]?$", before) is not None
        )
        if "其中" in flow.text[max(0, hit.start - _SENTENCE) : hit.start].rsplit("。", 1)[-1]:
            continue
        told = _without_capitals(re.sub(r"\((?:不?含|含增值)税[^()]*\)", "", clause))
        if _PART_OF_IT.search((told if claimed else _PAYS_ALL.sub("", told))[-_NEAR:]):
            continue
        whole = _HEADS_SUM.search(clause) is not None and flow.text.startswith("人民币", hit.start)
        if whole or _TOTAL.search(_without_capitals(clause)):
            yield Candidate(
                "amount", amounts.plain(hit.value), page.view, flow.span(hit.start, hit.end), 0.9, "sentence"
            )
            claimed.append(hit.value)
        elif echo and len(claimed) == 1:
            yield Candidate(
                "amount", amounts.plain(hit.value), page.view, flow.span(hit.start, hit.end), 0.85, "sentence"
            )
            claimed.append(hit.value)


def _participants(pages: Sequence[LabelledPage]) -> list[Field]:
    """The persons of the team's table in its order; without one those at labels, the leader first."""
    team = [member for page in pages for member in team_of(page.view)]
    unique = list({candidate.value: candidate for candidate in reversed(team)}.values())[::-1]
    if unique:
        return joined("participants", unique)
    for page in pages:
        if duties := with_duties(page):
            return joined("participants", duties)
    alone = [page for page in pages if not lists_several(page.view)]
    leaders = [c for page in alone for c in labelled(page, "_leader", person)]
    leaders += [c for page in alone for c in _chiefs(page)]
    leaders = [c for c in leaders if c.value not in NO_NAMES and (len(c.value) <= _LONGEST or "·" in c.value)]
    members = [c for page in alone for c in listed_persons(page, "participants")]
    found: dict[str, Candidate] = {}
    told = [c for page in pages for c in told_team(page.view)]
    leaders = [c for c in leaders if c.confidence >= _UNCLEAR or not told]
    listed = {name for c in (*leaders, *members) for name in c.value.split(";")}
    if members and listed < {c.value for c in told}:  # a sentence says who they are, and who leads them
        leaders, members = [], []
    told = [] if members else told
    if not (told or members or leaders):
        told = [c for page in pages for c in vouched_for(page.view)]
    for candidate in (*leaders, *members, *told):
        for name in candidate.value.split(";"):
            found.setdefault(name, replace(candidate, value=name))
    people = _whole(list(found.values()))
    if not (told or members) and any(_TEAM_TOLD.search(page.view.flow.text) for page in alone):
        people = [replace(c, quality=min(c.quality, _CONTRADICTED), notes=(*c.notes, "partly_read")) for c in people]
    return joined("participants", people)


def _chiefs(page: LabelledPage) -> Iterator[Candidate]:
    """Whom 组长 names: in a letter that sets up a team, else beside or right over the label of the members."""
    team = [hit for hit in page.hits if hit.name == "participants"]
    heads = [hit for hit in page.hits if hit.name == "_chief"]
    every = sets_up(page.view)
    for hit in reversed(heads):  # 组长 over 副组长 over 组员
        if any(_side_by_side(hit, other) for other in team) and not _JUDGED.search(hit.flow.text):
            team.append(hit)
    for hit in heads:
        if every or hit in team:
            yield from labelled_by(page, "_leader", person, hit)


def _side_by_side(hit: LabelHit, other: LabelHit) -> bool:
    """Whether two labels stand in one cell, on one row, or begin rows below each other."""
    if hit.cell is not None and hit.cell == other.cell:
        return True
    apart = other.line - hit.line if min(hit.line, other.line) >= 0 else _SEVERAL
    return apart == 0 or (apart == 1 and abs(hit.box.x0 - other.box.x0) < hit.box.height)


def _whole(people: Sequence[Candidate]) -> list[Candidate]:
    """Without words that are no names, and names that are only the part on one row of another that goes on in the next."""
    return [
        one
        for one in people
        if one.value not in NO_NAMES
        and (len(one.value) <= _LONGEST or "·" in one.value)
        and not any(
            other.value.startswith(one.value)
            and other.value != one.value
            and one.span.box.covered_by(other.span.box.grown(2)) > 0.6
            for other in people
        )
    ]
