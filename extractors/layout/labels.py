"""Labels on a page: where they stand, whether several share a line, glued to values or alone in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from extractors.layout.flow import Flow, Ink
from extractors.layout.label_additions import COLONS, added_to, of_another_thing
from extractors.layout.view import PageView
from extractors.layout.vocabulary import FUZZY_LENGTH, Vocabulary
from models.geometry import Box

HEADING = 1.5  # in letters this many times the usual height only a label with a colon is one
_ROWS_APART = 3.2  # in heights: no farther apart are two rows of one label
FAR = 4.0  # characters between two labels on one row
APART = 1.5  # from middle to middle, in heights: no characters of one printed word stand so far apart
LOOK_ALIKES = {
    "交": "专",
    "夺": "专",
    "寺": "专",
    "传": "专",
    "亚": "业",
    "娃": "姓",
    "各": "名",
    "姓": "性",
    "另": "别",
    "居": "层",
    "曾": "层",
}
_LOOK_ALIKE = 0.85
_ENDS = ",;。.、)|"  # what may stand before a label in brackets
_OPENERS = "::;；,，。、.·|_()*0123456789-—《》\"'/"
_PLACES = (
    "省",
    "市",
    "县",
    "区",
    "州",
    "国家",
)  # what follows is a name of theirs (沧西省职称改革办公室, 国家职业资格)
_COMPOUND = re.compile(
    "专业(?:学校|技术|人员|委员会|课)|职业(?:技能(?!等级)|资格(?!等级)|培训|学[院校]|教育|中专)|(?:职业)?技能等级(?:认定|评价|鉴定|考核)"
)  # 中等专业学校 is no label 专业
_BODIES = frozenset({"employer", "issuer", "school", "patentee", "owner", "parties"})
_BODY_REST = re.compile(  # the rest of a body's name, and no label of one with its value
    r"(?:(?!单位|机构|机关|部门|公司名)[\u4e00-\u9fff()]){2,16}(?:公司|中心|[局厅部站所厂院]|委员会|协会|学会|学校|集团|大学)"
)
_COLON_OF_LABEL = frozenset(COLONS)
_EXACT, _FUZZY, _GLUED, _INNER = (
    1.0,
    0.92,
    0.7,
    0.65,
)  # a glued label alone is sure enough, but never outweighs a clear one


@dataclass(frozen=True)
class LabelHit:
    """A label found: flow[start:end] is the label, `line` its index among the view's rows (-1: a cell of its own)."""

    name: str
    label: str
    flow: Flow
    start: int
    end: int
    line: int
    box: Box
    cell: Box | None
    quality: float
    colon: bool


def find_labels(view: PageView, vocabulary: Vocabulary) -> list[LabelHit]:
    """Every label on the page in reading order; of overlapping ones the longest, each with the quality of the match."""
    hits: list[LabelHit] = []
    for cell in view.cells:
        flow = view.cell_flow(cell)
        if flow and len(flow.inks) > 1 and len(flow.text) <= 24:
            hits.extend(_cell_label(vocabulary, flow, cell))
    hits.extend(_in_two_rows(view, vocabulary))
    in_cells = [hit.box for hit in hits]
    number = 0
    for column in view.column_lines:
        for line in column:
            for hit in _line_labels(view, vocabulary, line.flow, number):
                if not any(hit.box.covered_by(box) > 0.6 for box in in_cells):
                    hits.append(hit)
            number += 1
    return [_out_of_cell(view, hit, hits) for hit in hits]


def _out_of_cell(view: PageView, hit: LabelHit, hits: Sequence[LabelHit]) -> LabelHit:
    """`hit` in no cell where the rules around it were not found: others end their rows over and under it, or a value does.

    Only where its row goes on in another cell: what a cell holds beside a label there is its own row's.
    """
    if hit.cell is None or hit.line < 0 or (hit.end < len(hit.flow.text) and hit.flow.text[hit.end] in COLONS):
        return hit
    after = [ink for offset, ink in zip(hit.flow.starts, hit.flow.inks, strict=True) if offset >= hit.end]
    if hit.flow.text[hit.start : hit.end] not in {ink.text for ink in hit.flow.inks} or not after:
        return hit
    within = [h for h in hits if h.cell == hit.cell and abs(h.box.cy - hit.box.cy) > APART * view.glyph]
    if not within or view.cell_of(after[0].box) == hit.cell:
        return hit
    return replace(hit, cell=None)


def _cell_label(vocabulary: Vocabulary, flow: Flow, cell: Box) -> Iterator[LabelHit]:
    """A cell that holds nothing but a label, over several rows or words."""
    text = flow.text.rstrip(COLONS)
    label = text if text in vocabulary.name_of else vocabulary.near(text)
    if label is not None:
        quality = _EXACT if label == text else _FUZZY
        yield LabelHit(
            vocabulary.name_of[label], label, flow, 0, len(text), -1, flow.box(0, len(text)), cell, quality, colon=True
        )


def _in_two_rows(view: PageView, vocabulary: Vocabulary) -> Iterator[LabelHit]:
    """Labels over two rows (`毕(结)业` over `日期`) whose value stands beside their middle, where no cell holds both."""
    begun = [ink for ink in view.inks if ink.text in vocabulary.beginnings]
    for upper, lower in product(begun, view.inks if begun else ()):
        height = upper.box.height
        if not 0.8 * height < lower.box.cy - upper.box.cy < _ROWS_APART * height:
            continue
        if min(abs(upper.box.x0 - lower.box.x0), abs(upper.box.cx - lower.box.cx)) > 0.5 * height:
            continue
        text = upper.text + lower.text.rstrip(COLONS)
        if upper.text in vocabulary.name_of and lower.text.rstrip(COLONS) in vocabulary.name_of:
            continue  # two labels, each with its value below
        if text in vocabulary.name_of and beside_middle(view, upper.box, lower.box) is not None:
            flow = Flow((upper, lower))
            box = flow.box(0, len(flow.text))
            yield LabelHit(vocabulary.name_of[text], text, flow, 0, len(text), -1, box, None, _EXACT, colon=True)


def beside_middle(view: PageView, upper: Box, lower: Box) -> Ink | None:
    """The word that begins right of both boxes, between their rows."""
    edge, apart = max(upper.x1, lower.x1), 0.25 * (lower.cy - upper.cy)
    found = (i for i in view.inks if i.box.x0 > edge and upper.cy + apart < i.box.cy < lower.cy - apart)
    return min(found, key=lambda ink: ink.box.x0, default=None)


def _line_labels(view: PageView, vocabulary: Vocabulary, flow: Flow, line: int) -> Iterator[LabelHit]:
    text = flow.text
    end_of_last = -1
    for start, printed, label, quality in _matches(view, vocabulary, flow):
        if start < end_of_last or (start == 1 and f"({text[start:printed]})" == text):
            continue  # the No. of IDNo.; what somebody is, on the row under his name
        if other := of_another_thing(flow, printed):
            box = flow.box(start, other)
            yield LabelHit("_other", label, flow, start, other, line, box, None, 0.0, colon=True)
            continue
        added = added_to(vocabulary, flow, printed)
        bracketed = _is_bracketed(flow, start, printed)
        end = printed + 1 if bracketed else added or printed
        colon = bracketed or (end < len(text) and text[end] in COLONS)
        opens = start == 0 or flow.is_word_start(start) or text[start - 1] in _OPENERS
        alone = opens and (end == len(text) or flow.is_word_start(end))
        large = min(ink.box.height for ink, _, _ in flow.parts(start, end)) > HEADING * view.glyph
        if large and not colon and quality < _EXACT:
            continue  # a heading that is nearly a label: 毕业证书
        if colon or alone:
            match = 1.0
        elif end_of_last >= 0 and text[end_of_last:start] in _COLON_OF_LABEL:
            continue  # the value itself begins like a label: `岗位：车间主任`
        elif large:
            continue
        elif start > 1 and text[start - 1] == "(" and text[end : end + 1] == ")":
            continue  # what somebody is, behind a name: `邝达(负责人)、盛夏`
        elif opens:
            match = _GLUED
        elif _COMPOUND.match(text, start) or end == len(text) or _in_body_name(vocabulary, label, flow, start):
            continue
        elif end_of_last >= 0 and start - end_of_last <= 40 and not text.endswith(_PLACES, 0, start):
            match = _INNER
        else:
            continue
        end_of_last = end
        box, sure = flow.box(start, end), colon or alone
        name = vocabulary.name_of[label]
        yield LabelHit(name, label, flow, start, end, line, box, view.cell_of(box), quality * match, sure)


def _is_bracketed(flow: Flow, start: int, end: int) -> bool:
    """Whether text[start:end] stands in brackets of its own before a value (`【姓名】沈若岚`)."""
    text, before = flow.text, start - 1
    if before < 0 or text[before] != "(" or text[end : end + 1] != ")":
        return False
    return before == 0 or flow.is_word_start(before) or text[before - 1] in _ENDS


def _in_body_name(vocabulary: Vocabulary, label: str, flow: Flow, start: int) -> bool:
    """Whether a label that names no body stands inside a word that ends as a body's name does (…市机电职业技能评价中心)."""
    if vocabulary.name_of[label] in _BODIES:
        return False
    ink, first, _ = flow.parts(start, start + 1)[0]
    return first > 1 and _BODY_REST.fullmatch(ink.text, first) is not None


def _matches(view: PageView, vocabulary: Vocabulary, flow: Flow) -> list[tuple[int, int, str, float]]:
    found = []
    for start, longest in vocabulary.find_all(flow.text):
        border = _border_in(view, flow, start, start + len(longest))
        shorter = vocabulary.longest_at(flow.text, start, border) if border else None
        # Labels of two cells, not one that crosses its rule; but never a value and the next cell's label: 毕业 | 证书编号.
        two = shorter is not None and start + len(shorter) == border
        rest = flow.text[border : start + len(longest)] if border and not two else ""
        if border and rest in vocabulary.name_of and _begins_a_cell(view, flow, border):
            continue
        printed = shorter if shorter is not None and two else longest
        found.append((start, start + len(printed), printed, _EXACT))
    exact = _settled(flow, [hit for hit in found if not _between_words(flow, hit[0], hit[1])])
    covered = {at for start, end, _, _ in exact for at in range(start, end)}
    near = []
    for start, ink in zip(flow.starts, flow.inks, strict=True):
        head = ink.text
        for colon in COLONS:
            head = head.split(colon, 1)[0]
        if not FUZZY_LENGTH - 1 <= len(head) <= 14 or start in covered:
            continue
        label = vocabulary.near(head)
        if label is not None and not any(
            at in covered and _longer(exact, at, label) for at in range(start, start + len(head))
        ):
            near.append((start, start + len(head), label, _FUZZY))
    near += [hit for hit in _spaced(vocabulary, flow) if hit[0] not in covered]
    spans = [(s, e) for s, e, _, _ in near]
    kept = [hit for hit in exact if not any(s <= hit[0] and hit[1] <= e for s, e in spans)]
    return sorted(kept + near)


def _spaced(vocabulary: Vocabulary, flow: Flow) -> Iterator[tuple[int, int, str, float]]:
    """Labels of two characters set wide apart, one of them read as its look-alike (`交　业：`)."""
    text = flow.text
    for start in flow.starts:
        end = start + 2
        closed = end == len(text) or text[end : end + 1] in COLONS or flow.is_word_start(end)
        if not closed or len(text) < end or text[start:end] in vocabulary.name_of:
            continue
        one, two = flow.box(start, start + 1), flow.box(start + 1, end)
        if two.cx - one.cx < APART * max(one.height, two.height):
            continue
        pair = text[start:end]
        meant = {LOOK_ALIKES.get(pair[0], "") + pair[1], pair[0] + LOOK_ALIKES.get(pair[1], "")}
        labels = [label for label in meant if len(label) == 2 and label in vocabulary.name_of]
        if len(labels) == 1:
            yield start, end, labels[0], _LOOK_ALIKE


def _between_words(flow: Flow, start: int, end: int) -> bool:
    """Whether text[start:end] ends one word and begins the next, as 院系 in `学校:剡东工学院 系:机械系`."""
    text = flow.text
    opens = start == 0 or flow.is_word_start(start) or text[start - 1] in _OPENERS
    return not opens and any(flow.is_word_start(at) for at in range(start + 1, end))


def _border_in(view: PageView, flow: Flow, start: int, end: int) -> int | None:
    """Where text[start:end] goes on in another ruled cell, as 年度 beside 考核结果, or far off; None where it does not."""
    before = flow.parts(start, end)[0][0].box
    first = view.cell_of(before)
    for at in range(start + 1, end):
        if flow.is_word_start(at):
            box = flow.parts(at, end)[0][0].box
            other = view.cell_of(box)
            if first is not None and other is not None and other != first:
                return at
            if box.x0 - before.x1 > FAR * view.glyph and at - start > 1:  # 姓　　名 is one label
                return at
            before = box
    return None


def _begins_a_cell(view: PageView, flow: Flow, start: int) -> bool:
    """Whether the word at text[start] stands in a ruled cell."""
    return view.cell_of(flow.parts(start, start + 1)[0][0].box) is not None


def _settled(flow: Flow, found: list[tuple[int, int, str, float]]) -> list[tuple[int, int, str, float]]:
    """Of overlapping labels the one with a colon, then the one that opens a word, then the longest, then the first."""
    text = flow.text

    def worth(match: tuple[int, int, str, float]) -> tuple[bool, bool, int, int]:
        start, end, label, _ = match
        colon = end < len(text) and text[end] in COLONS
        return (not colon, not (start == 0 or flow.is_word_start(start)), -len(label), start)

    kept: list[tuple[int, int, str, float]] = []
    for match in sorted(found, key=worth):
        if not any(match[0] < end and start < match[1] for start, end, _, _ in kept):
            kept.append(match)
    return sorted(kept)


def _longer(exact: list[tuple[int, int, str, float]], at: int, label: str) -> bool:
    return any(start <= at < end and end - start >= len(label) for start, end, _, _ in exact)
