"""The result of an appraisal: a word in its cell, a ticked or circled option, or a verdict in a sentence.

A list of options is never a result by itself, and a word never a part of a longer one: 不合格 and 基本合格 are not 合格.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.annual_appraisal.headings import EARLIER
from extractors.kinds.annual_appraisal.sections import Section
from extractors.kinds.table_person import Candidate
from extractors.layout.flow import Span
from extractors.layout.table_words import Run, joined
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import results
from models.geometry import Box
from models.page import Mark

_EMPTY, _TICKED = "□☐○〇口", "☑☒√✓✔■▣●◉◆"
_BRACKETED = re.compile(rf"[(\[][{_TICKED}][)\]]")
_WORD = "|".join(re.escape(w) for w in results.vocabulary() if len(w) > 1)
_W = rf'["\']?(?P<word>(?<![不未非])(?:{_WORD}))["\']?'
_NOT_A_RESULT = r"(?!员工|者|奖|个人|工作者|党员|项目|论文|率|品|证|职工|团队|工程师|设计|成果)"
_VERDICTS = (
    (re.compile(rf"(?:结果|等次|等级|档次|结论)(?:[评确认核]?定)?(?:为|是|:)+{_W}{_NOT_A_RESULT}"), 0.97),
    (
        re.compile(
            rf"(?:[评确核审认]定(?:等次|结果)?为?|评为|定为|评议为|评价为|考核为|同意(?:[评确审核]?定?为)?):?{_W}{_NOT_A_RESULT}"
        ),
        0.93,
    ),
    (re.compile(rf"考核(?:结果|等次)?{_W}(?=[,。;)(]|$|等次|等级)"), 0.9),
    (re.compile(rf"(?<![不未非本]){_W}(?:等次|等级|档次)"), 0.85),
)
_LOST = re.compile(
    r"(?:考核|确定|评定|核定)[^,。;:]{0,6}(?:结果|等次|等级|档次)(?:[评确认核]?定)?为:?(?P<word>[^,。;:0-9A-Za-z]{0,2})[。;]"
)
_TOLD = re.compile(r"[^。;]*(?:20\d\d年?度?|本?年度|当年|本年|全年|年终)(?:的)?(?:工作|个人|综合)?考核[^。;]*")
_DECIDED = re.compile(
    r"(?:^|(?<=[。;]))(?:经[^。;]{2,24}(?:研究|评议|评定|讨论|审议|审定|考核)|[^。;,我]{0,10}(?:委员会|领导小组|公司|单位)[^。;我]{0,24}(?:会议|研究|评议|评定|审定))"
    r"[^。;]*(?:结果|等次|等级|档次|结论)[^。;]*"
)
_CHOICE_OF = re.compile(rf"(?:注:?|填)?[(\[]?(?:{_WORD})(?:[/、,|](?:{_WORD})){{1,5}}[)\]]?")
_LISTED_NEXT = re.compile(rf"[{_EMPTY}{_TICKED}()\[\]_]{{0,6}}(?:{_WORD})")
_SLOT = re.compile(r"[(\[](?P<inside>[^()\[\]]{0,2})[)\]]")
_HAND_TICK = re.compile(r"[√✓✔☑VvJ/\\乀乂丿]{1,2}")
_LEGEND = re.compile(r"(?P<word>[^()]{1,6})\((?P<rest>[^()]{6,})\)")
_UNKNOWN_BEFORE = re.compile(rf"[{HAN}](?<![为是定评级次果论度核的得属系档结])$")
_SCALES = (
    frozenset({"优秀", "合格", "基本合格", "不合格"}),
    frozenset({"优秀", "称职", "基本称职", "不称职"}),
    frozenset({"优秀", "合格", "不合格"}),
    frozenset({"合格", "基本合格", "不合格"}),
)
_BOX_REACH = 1.2  # heights beside the words within which the box of the first or last one may stand
_LONGER = {w for w in results.vocabulary() for v in results.vocabulary() if v != w and v.endswith(w)}


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a printed list, with `ticked` True or False where a box at it says so."""

    word: str
    run: Run
    ticked: bool | None = None
    sure: float = 0.0
    before: str = ""


def in_section(section: Section) -> Candidate | None:
    """The result that a section under 考核等次 or the like gives, or None where none can be seen."""
    legend = _LEGEND.match(section.run.wording)
    if legend and (word := results.parse(legend["word"])) and len(results.find_all(legend["rest"])) >= 2:
        return _candidate(word, section.run.part(0, legend.end("word")), section.view, 0.85)
    section = _without_list(section)
    options = options_in(section.lines)
    told = next(in_sentences(section.run, section.view), None) if len({o.word for o in options}) == 1 else None
    if told is not None and results.parse(section.lines[0].wording) is None:
        return told
    if len({o.word for o in options}) > 1:
        verdict = next(in_sentences(section.run, section.view), None)
        return chosen_option(options, section) or (verdict if verdict and len(options) == 2 else None)
    if not options:
        short = results.parse(section.lines[0].wording)  # A, 优: too short to be looked for inside a text
        return _candidate(short, section.lines[0], section.view, 0.9) if short is not None else None
    option = options[0]
    whole = results.parse(section.run.wording) is not None or results.parse(section.lines[0].wording) is not None
    quality = 1.0 if whole else 0.9
    ticks = _with_boxes(options, section)
    if ticks[0].ticked is False:
        return None
    if not whole and _UNKNOWN_BEFORE.search(option.before):
        quality = 0.4  # 墓本合格: a longer word, misread
    if any(_goes_round_another(mark, option, section) for mark in section.view.marks):
        quality = 0.4  # the chosen word, and perhaps others beside it, were not read
    return _candidate(option.word, option.run, section.view, quality)


def _without_list(section: Section) -> Section:
    """`section` without a line that only says what may be chosen (`(优秀/合格/不合格)`), where one result stands beside it."""
    rest = tuple(line for line in section.lines if not _CHOICE_OF.fullmatch(line.wording))
    named = {f.value for line in rest for f in results.find_all(line.wording)}
    return replace(section, lines=rest) if len(rest) < len(section.lines) and len(named) == 1 else section


def _candidate(word: str, run: Run, view: PageView, quality: float) -> Candidate:
    if word in _LONGER and (doubt := _clipped(run, view)):
        return Candidate(word, view, run.span, quality * doubt, ("doubtful",))
    return Candidate(word, view, run.span, quality)


def _clipped(run: Run, view: PageView) -> float | None:
    """A factor below 1 where unread ink or a seal lies just left of the word, so that 基本 or 不 may be lost."""
    box = run.box
    left = Box(
        box.x0 - 2.3 * box.height, box.y0 + 0.2 * box.height, box.x0 - 0.1 * box.height, box.y1 - 0.2 * box.height
    )
    explained = [ink.box for ink in view.inks] + [m.box for m in view.marks if m.kind in ("checkbox", "ring")]
    for unread in view.page.unread:
        common = unread.intersection(left)
        if common and unread.height > 0.4 * box.height and not any(common.covered_by(e) > 0.5 for e in explained):
            return 0.4
    if any(m.kind == "seal" and m.box.intersection(left) for m in view.marks):
        return 0.75
    return None


def options_in(lines: Sequence[Run]) -> list[Option]:
    """The result words in the lines, the longest at each place; 不 at a line's end belongs to the word on the next."""
    found = []
    run = joined(lines)
    starts = {len(joined(lines[:at]).wording) for at in range(len(lines))}
    for match in re.finditer(rf"(?<![不未非]){_WORD}", run.wording):
        if re.match(_NOT_A_RESULT, run.wording[match.end() :]):
            before = "" if match.start() in starts else run.wording[max(0, match.start() - 2) : match.start()]
            found.append(Option(match.group(), run.part(*match.span()), before=before))
    return found


def chosen_option(options: Sequence[Option], section: Section) -> Candidate | None:
    """The one option that is ticked or circled; None where none or several are."""
    boxed = _with_boxes(options, section)
    ticked = [o for o in boxed if o.ticked]
    if len(ticked) == 1:
        empty = sum(o.ticked is False for o in boxed)
        whole = any(scale <= {o.word for o in options} for scale in _SCALES)
        quality = ticked[0].sure * (1.0 if empty == len(boxed) - 1 else 0.85 if empty or whole else 0.6)
        if empty == len(boxed) - 1 and len(boxed) >= 3:
            quality = max(quality, 0.9)  # every other box was seen to be empty
        return Candidate(ticked[0].word, section.view, _sure_span(ticked[0], options), quality)
    if ticked:
        return None
    unseen = [o for o in boxed if o.ticked is None]
    if len(unseen) == 1 and len(boxed) >= 3:  # all others are empty: a tick may have hidden this one's box
        return Candidate(unseen[0].word, section.view, unseen[0].run.span, 0.45, ("doubtful",))
    rings = [m for m in section.view.marks if m.kind == "ring" and m.checked is not False]
    ringed = {i: m for m in rings for i, o in enumerate(options) if _rings(m.box, o, options)}
    if len(ringed) == 1:
        (index, mark), *_ = ringed.items()
        return Candidate(options[index].word, section.view, _sure_span(options[index], options), 0.97 * mark.confidence)
    return None


def _sure_span(option: Option, options: Sequence[Option]) -> Span:
    """The word's span, its reading confirmed where all words of a known scale stand beside each other."""
    words = {o.word for o in options}
    span = option.run.span
    if any(scale <= words for scale in _SCALES):
        return replace(span, confidence=max(span.confidence, 0.92), notes=())
    return span


def _rings(ring: Box, option: Option, options: Sequence[Option]) -> bool:
    """Whether the ring goes round this option and no other."""
    cover = option.run.box.covered_by(ring.grown(0.25 * option.run.box.height))
    return cover > 0.6 and all(o is option or o.run.box.covered_by(ring) < 0.5 * cover for o in options)


def _goes_round_another(mark: Mark, option: Option, section: Section) -> bool:
    """Whether `mark` is a ring on the only option's row in `section` that does not touch the option."""
    ring, word = mark.box, option.run.box
    level = mark.kind == "ring" and mark.checked is not False and abs(ring.cy - word.cy) < word.height
    return level and section.region.grown(word.height).contains(ring.cx, ring.cy) and not ring.intersection(word)


def _with_boxes(options: Sequence[Option], section: Section) -> list[Option]:
    """The options with the state of the boxes drawn at them: marks found in the image, else characters read as boxes."""
    boxes = [(m.box, bool(m.checked), m.confidence) for m in _marks_near(options, section)]
    slots = [slot for slot in _slots(section.lines) if not any(b.intersection(slot[0]) for b, _, _ in boxes)]
    boxes += slots
    read = [
        (g.box, g.char in _TICKED, 0.5 if g.char == "☑" else 0.75)  # ☑ is also what a wide gap is read as
        for line in section.lines
        for g in line.glyphs
        if g.char in _EMPTY + _TICKED and not any(b.grown(0.3 * b.height).intersection(g.box) for b, _, _ in boxes)
    ]
    boxes += read
    if not boxes:
        return list(options)
    before = _boxes_come_first(options, [b for b, _, _ in boxes])
    one_between = len(boxes) == 1 and _between_two(options, section, boxes[0][0])
    either_side = not before and _all_between(options, [b for b, _, _ in boxes])
    if one_between or either_side or _out_of_turn(options, section, len(boxes)):
        boxes = [(box, ticked, min(sure, 0.4)) for box, ticked, sure in boxes]
    found = []
    for option in options:
        mine = _box_of(option, options, _of_own_cell(option, options, boxes, section.view), before)
        found.append(option if mine is None else Option(option.word, option.run, mine[1], mine[2]))
    return found


_DrawnBox = tuple[Box, bool, float]


def _slots(lines: Sequence[Run]) -> list[_DrawnBox]:
    """Pairs of brackets to tick in: empty, with a tick as read, or with something that may be one; none for a single pair."""
    found: list[_DrawnBox] = []
    for line in lines:
        for slot in _SLOT.finditer(line.squashed):
            inside = slot["inside"]
            if not inside:
                found.append((line.part(*slot.span()).box, False, 0.75))
            elif _HAND_TICK.fullmatch(inside):
                found.append((line.part(*slot.span()).box, True, 0.9 if inside[0] in _TICKED else 0.7))
            elif len(inside) == 1 and not inside.isdigit() and not inside.isalpha():
                found.append((line.part(*slot.span()).box, True, 0.45))
    return found if len(found) > 1 else []


def _box_of(option: Option, options: Sequence[Option], boxes: Sequence[_DrawnBox], before: bool) -> _DrawnBox | None:
    """The box between this word's middle and that of its neighbour on the boxes' side, or below the word.

    Middles, because a recogniser's places of characters beside a wide gap are off by more than a character.
    """
    word = option.run.box
    level = [b for b in boxes if abs(b[0].cy - word.cy) <= 0.8 * max(word.height, b[0].height)]
    if not level:
        below = [
            b for b in boxes if abs(b[0].cx - word.cx) < 0.6 * word.width and 0 < b[0].cy - word.cy < 6 * word.height
        ]
        return min(below, key=lambda b: b[0].cy, default=None)
    middles = [o.run.box.cx for o in options if o is not option and _on_a_row(o.run.box, word)]
    if before:
        low, high = max((m for m in middles if m < word.cx), default=word.x0 - 3.0 * word.height), word.cx
    else:
        low, high = word.cx, min((m for m in middles if m > word.cx), default=word.x1 + 3.0 * word.height)
    side = word.x0 if before else word.x1
    mine = [b for b in level if low < b[0].cx < high]
    return min(mine, key=lambda b: abs(b[0].cx - side), default=None)


def _of_own_cell(
    option: Option, options: Sequence[Option], boxes: Sequence[_DrawnBox], view: PageView
) -> Sequence[_DrawnBox]:
    """The boxes in the option's ruled cell where it has one to itself and a box stands in it; else all."""
    cell = view.cell_of(option.run.box)
    if cell is None or any(o is not option and cell.contains(o.run.box.cx, o.run.box.cy) for o in options):
        return boxes
    return [b for b in boxes if cell.contains(b[0].cx, b[0].cy)] or boxes


def _on_a_row(one: Box, other: Box) -> bool:
    return abs(one.cy - other.cy) < 0.75 * min(one.height, other.height)


def _out_of_turn(options: Sequence[Option], section: Section, count: int) -> bool:
    """Whether boxes went unread so that it cannot be told if they stand before or behind their words."""
    if count >= len(options):
        return False
    for line in section.lines:
        plain = line.squashed
        inside = any(c in _EMPTY + _TICKED.replace("√", "").replace("✓", "").replace("✔", "") for c in plain)
        if inside and plain[0] not in _EMPTY + _TICKED and plain[-1] not in _EMPTY + _TICKED:
            return not _marks_near(options, section)
    return False


def _between_two(options: Sequence[Option], section: Section, box: Box) -> bool:
    """Whether the only sign stands between two words without a bracket or a plain gap that gives it to one of them."""
    level = [o.run.box for o in options if abs(o.run.box.cy - box.cy) <= 0.8 * max(o.run.box.height, box.height)]
    left = max((w.x1 for w in level if w.cx < box.cx), default=None)
    right = min((w.x0 for w in level if w.cx > box.cx), default=None)
    if left is None or right is None or any(_BRACKETED.search(line.squashed) for line in section.lines):
        return False
    near, far = sorted((max(box.x0 - left, 0.0), max(right - box.x1, 0.0)))
    return far < 2.0 * near + 0.5 * box.height


def _marks_near(options: Sequence[Option], section: Section) -> list[Mark]:
    height = max(o.run.box.height for o in options)
    region = section.region.grown(0.5 * height)
    wide = Box(region.x0 - _BOX_REACH * height, region.y0, region.x1 + _BOX_REACH * height, region.y1)
    cells = {section.view.cell_of(o.run.box) for o in options}
    boxes = [m for m in section.view.marks if m.kind == "checkbox" and wide.contains(m.box.cx, m.box.cy)]
    # A recogniser's first letter may begin behind the box before it, so one outside the words counts in their own cell.
    return [m for m in boxes if region.contains(m.box.cx, m.box.cy) or section.view.cell_of(m.box) in cells]


def _boxes_come_first(options: Sequence[Option], boxes: Sequence[Box]) -> bool:
    """Whether boxes stand before their words: the leftmost thing on the first line is a box."""
    top = min(options, key=lambda o: o.run.box.cy).run.box
    first = min((o.run.box for o in options if _on_a_row(o.run.box, top)), key=lambda box: box.x0)
    return any(abs(b.cy - first.cy) < first.height and b.cx < first.x0 for b in boxes)


def _all_between(options: Sequence[Option], boxes: Sequence[Box]) -> bool:
    """Whether several boxes stand between the words of one row and none before the first or behind the last of them."""
    words = sorted((o.run.box for o in options), key=lambda b: b.x0)
    level = [b for b in boxes if _on_a_row(b, words[0])]
    one_row = all(_on_a_row(word, words[0]) for word in words)
    inside = all(words[0].cx < b.cx < words[-1].cx for b in level)
    return one_row and 1 < len(level) == len(boxes) < len(words) and inside


def in_sentences(run: Run, view: PageView) -> Iterator[Candidate]:
    """Verdicts in running text, surest wording first; none where the sentence lists several options."""
    text = run.wording
    for pattern, quality in _VERDICTS:
        for found in pattern.finditer(text):
            start, end = found.span("word")
            if re.search(r"(?:或|、|/)$", text[max(0, start - 1) : start]) or re.match(r"[或、/]", text[end:]):
                continue
            if EARLIER.search(text, max(0, found.start() - 8), start) or _LISTED_NEXT.match(text, end):
                continue
            if re.search(r"建议|拟|推荐", text[max(0, found.start() - 6) : start]):
                quality = min(quality, 0.6)  # noqa: PLW2901
            yield _candidate(found["word"], run.part(start, end), view, quality)


def verdict_lost(text: str) -> bool:
    """Whether `text` tells a result of which the word was not read (`确定该同志本年度考核等次为：。`)."""
    words = (found["word"] for found in _LOST.finditer(text))
    return any(results.parse(word) is None and not results.find_all(word) for word in words)


def told_in_report(run: Run, view: PageView) -> Iterator[Candidate]:
    """Verdicts on a year's appraisal that a letter tells (`该同志在2021年度考核中被评定为优秀等次`); one's own words are none."""
    for found in (*_TOLD.finditer(run.wording), *_DECIDED.finditer(run.wording)):
        sentence = found.group()
        if re.search(r"我|本人|自评|部门|班组|项目", sentence) or EARLIER.search(sentence):
            continue
        for verdict in in_sentences(run.part(*found.span()), view):
            yield replace(verdict, quality=min(verdict.quality, 0.85))
