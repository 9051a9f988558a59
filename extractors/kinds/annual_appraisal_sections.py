"""The parts of an appraisal form: what stands under which heading, in cells or as paragraphs, on one page or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.annual_appraisal_headings import LONGEST_HEADING, lone_year, part_of, words
from extractors.layout.lines import columns
from extractors.layout.table_words import Glyph, Run, glyphs_of, joined, lines_of, runs_across
from extractors.layout.tables import Cell, Grid, outside, ruled_grids
from extractors.layout.view import RULED_FORM, PageView
from extractors.text import HAN
from extractors.values import organisations, results
from models.geometry import Box, union
from models.page import Word

_NUMBERED = re.compile(rf"[一二三四五六七八九十]{{1,2}}[、.][{HAN}()/]{{2,16}}:?")
_LONGEST_PERIOD = 8
_YEARLY = re.compile(r"全年|年度|年终|年末|最终|综合|总评|合计")
_PART = re.compile(r"季度?$|[一二三四1-4]季|\d月|月份?$|半年|期$|全年|年度|年终|年末")
_PARTICULARS = re.compile(rf"(?:[{HAN}()/]{{2,8}}:[^:。,;]{{1,24}}){{2,}}")  # 岗位：工艺员 姓名：某某
_LEAST_PROSE = 60
_LEGIBLE = 0.8
_SCRAP = 2
_FAR = 2.0
_OTHER_WORDS = 6
_LEGEND = re.compile(r"^(?:注|备注|说明|[^,。]{0,4}(?:说明|标准)):|\d分|\d[%-~—至]\d\d|分为")
_TITLE_LINE = re.compile(
    r"(?:表|卡片?|登记书|鉴定书?|通知书)(?:\([^()]{0,12}\))?$|^[^,。;:]*(?:考核|考评|鉴定|述职|绩效)[^,。;:]{0,12}(?:意见|材料|证明|报告|总结)$|^[^一-龥]*$"
)
_SIGNED = re.compile(
    r"签[名字章]|盖章|公章|负责人|考核人|^\(?章\)?$|年.{0,3}月.{0,3}日|^\d{4}[.\-/]\d|^.{0,12}\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}$|年月日|日期|经办人|^第\d页|^共\d页|单位:|领导:"
    rf"|^[{HAN}()]{{0,7}}[人者长任导理管审核字名]:[{HAN}·]{{2,10}}$"
)


@dataclass(frozen=True)
class Section:
    """A part of a form: `part` a list name of the headings data, its printed heading, and the lines under it."""

    part: str
    heading: str
    view: PageView
    lines: tuple[Run, ...]
    region: Box

    @property
    def run(self) -> Run:
        return joined(self.lines)

    @property
    def prose(self) -> tuple[Run, ...]:
        """The lines without signatures, seals and dates at their end, and without a lone name."""
        kept = [_without_stray(legible(line)) for line in self.lines]
        kept = [
            line for line in kept if line.glyphs and not (len(line.squashed) <= 30 and _SIGNED.search(line.wording))
        ]
        kept = [line for line in kept if not (len(line.squashed) <= 24 and lists_options(line.wording))]
        kept = [line for line in kept if not _PARTICULARS.fullmatch(line.wording)]
        while kept and _is_signature(kept[-1].squashed):
            kept.pop()
        return tuple(kept)


def legible(run: Run) -> Run:
    """`run` without scraps of a watermark or a stroke between its words, so that they make no long text doubtful."""
    return Run(tuple(g for g in run.glyphs if not g.word.doubtful or len(g.word.text.strip()) > _SCRAP))


def _without_stray(run: Run) -> Run:
    """`run` without a lone letter far behind the end of its sentence: a stroke of a watermark, or of the other side."""
    printed = [g for g in run.glyphs if g.char != " "]
    if len(printed) < 2:
        return run
    *before, last = printed
    if not (last.char.isascii() and last.char.isalpha()) or before[-1].char not in "。;":
        return run
    box = last.word.box
    return run.part(0, len(run.wording) - 1) if box.x0 - before[-1].word.box.x1 > _FAR * box.height else run


def _is_signature(text: str) -> bool:
    """A lone name or organisation at the end of a paragraph."""
    return (len(text) <= 4 and not re.search(r"[。;,.]$", text)) or organisations.parse(text) is not None


def sections_of(pages: Sequence[PageView]) -> list[Section]:
    """Every section in reading order; a cell's own first line counts as heading where nothing stands left of it."""
    return [section for view in pages for section in _of_page(view)]


def _of_page(view: PageView) -> Iterator[Section]:
    grids = ruled_grids(view)
    for grid in grids:
        for row in grid.rows:
            for cell in row:
                yield from _of_cell(view, grid, cell)
    free = outside(view, grids)
    for held in _side_by_side(view, free, grids):
        glyphs = [g for word in held if runs_across(word) for g in glyphs_of(word)]
        yield from _of_lines(view, lines_of(glyphs, view.slope))


def _beside(view: PageView, grids: Sequence[Grid], free: Sequence[Word]) -> list[list[Word]]:
    """The words outside tables, in two where prose stands beside a table: those on its side, and the others."""
    drawn = set(view.cells)
    long = [ink.box for ink in view.inks if len(ink.text) >= LONGEST_HEADING]
    for grid in grids:
        boxes = [cell.box for cell in grid.cells if cell.box in drawn]
        table = union(boxes) if boxes else None
        if table is not None and sum(b.x0 >= table.x1 and table.y0 < b.cy < table.y1 for b in long) > 1:
            side = [w for w in free if w.box.x0 >= table.x1]
            return [[w for w in free if w not in side], side]
    return [list(free)]


def _side_by_side(view: PageView, free: Sequence[Word], grids: Sequence[Grid]) -> list[list[Word]]:
    """The words by column where prose stands in one beside particulars in another; else all together."""
    if len(view.cells) >= RULED_FORM:
        return _beside(view, grids, free)
    halves = [[i.word for i in half] for half in columns([i for i in view.inks if i.word in free], view.bounds)]
    told = any("。" in w.text and len(w.text) >= LONGEST_HEADING for half in halves[1:] for w in half)
    return halves if len(halves) > 1 and told else [list(free)]


def _heading(cell: Cell | None) -> str | None:
    """The part that a cell opens whose whole text is a heading; one that also holds its value is none."""
    if cell is None or not cell.text or _value_inside(cell.text):
        return None
    return None if cell.text.endswith(tuple(w for w in results.vocabulary() if len(w) > 1)) else part_of(cell.text)


def _of_cell(view: PageView, grid: Grid, cell: Cell) -> Iterator[Section]:
    """The cell as the content of the heading left of it, above it, or in its own first line."""
    if _heading(cell) is not None and len(cell.text) <= LONGEST_HEADING:
        periods = _period_cells(grid, cell) if _heading(cell) == "result" else {}
        if periods:
            whole = [c for c, yearly in periods.items() if yearly]
            if len(whole) == 1:
                yield Section("result", cell.text, view, whole[0].lines, whole[0].box)
            return
        options = _option_cells(grid, cell) if _heading(cell) == "result" else []
        if options:
            below = [c for o in options for c in grid.cells if c.row == o.row + o.row_span and c.column == o.column]
            lines = tuple(line for c in (*options, *below) for line in c.lines)
            yield Section("result", cell.text, view, lines, union(c.box for c in (*options, *below)))
        return
    if any(cell in (*_period_cells(grid, c), *_option_cells(grid, c)) for c in _results_left(grid, cell)):
        return
    left = grid.at(cell.row, cell.column - 1) if cell.column else None
    part, heading = _heading(left), left.text if left is not None else ""
    above = grid.at(cell.row - 1, cell.column) if cell.row else None
    if part is None and left is None and above is not None and above.column_span >= grid.column_count - 1:
        part, heading = _heading(above), above.text
    if part is None and above is not None and _heads(grid, above, cell):
        part, heading = _heading(above), above.text
        cell = _run_on(view, grid, cell) if part in ("report", "comment") else cell
    elif part is None and above is not None and _goes_on(view, grid, above, cell):
        return
    if part is None and left is not None and _illegible(left):
        part = _by_content(cell)
    if part in ("report", "comment", "other") and any(lists_options(line.wording) for line in cell.lines):
        yield Section("options", heading, view, cell.lines, cell.box)
        part = None if lists_options("".join(line.wording for line in cell.lines)[:24]) else part
        if part is not None:
            yield Section(part, heading, view, cell.lines, cell.box)
    elif part is not None and cell.lines:
        yield Section(part, heading, view, cell.lines, cell.box)
    elif cell.lines and left is not None and lists_options(cell.text):
        yield Section("options", left.text, view, cell.lines, cell.box)
    elif cell.lines:
        yield from _of_lines(view, cell.lines)


def _heads(grid: Grid, cell: Cell, below: Cell) -> bool:
    """Whether `cell` is one of a row of headings over columns, `below` the cell of its column."""
    row = [c for c in grid.rows[cell.row] if c.row == cell.row]
    if len(row) < 2 or (below.column, below.column_span) != (cell.column, cell.column_span):
        return False
    if all(_heading(c) is not None for c in row):
        return True
    under = [c for c in grid.rows[below.row] if c.row == below.row]
    same = [(c.column, c.column_span) for c in row] == [(c.column, c.column_span) for c in under]
    return same and all(_is_label(c.text) for c in row) and not all(_is_label(c.text) for c in under)


def _run_on(view: PageView, grid: Grid, cell: Cell) -> Cell:
    """`cell` with the lines of those below it where no rules were drawn around any: rows of a table beside the prose cut it."""
    below = grid.below(cell)
    while below is not None and not {cell.box, below.box} & set(view.cells) and below.column == cell.column:
        cell = replace(cell, lines=(*cell.lines, *below.lines), box=union((cell.box, below.box)))
        below = grid.at(below.row + below.row_span, below.column)
    return cell


def _goes_on(view: PageView, grid: Grid, above: Cell, cell: Cell) -> bool:
    """Whether `cell` is prose that `_run_on` took to a cell above it."""
    while above.column == cell.column and not {above.box, cell.box} & set(view.cells):
        head = grid.at(above.row - 1, above.column) if above.row else None
        if head is None:
            return False
        if _heads(grid, head, above):
            return _heading(head) in ("report", "comment")
        cell, above = above, head
    return False


def _is_label(text: str) -> bool:
    """Whether a cell holds what may be a heading: a few Chinese characters, no sentence and no value."""
    return re.fullmatch(rf"[{HAN}()/]{{2,14}}:?", text) is not None and results.parse(text) is None


def _illegible(label: Cell) -> bool:
    """Whether a narrow label cell, its words set one under another, could not be read."""
    narrow = label.box.height > 1.2 * label.box.width
    words = [g.word for line in label.lines for g in line.glyphs]
    return narrow and (not words or len(label.text) == 1 or min(w.confidence for w in words) < _LEGIBLE)


def _by_content(cell: Cell) -> str | None:
    """The part that a cell's sentences show it to be; None for long ones, which `_of_lines` knows for reports."""
    text = "".join(line.wording for line in cell.lines)
    if re.search(r"[评确核审认]定|评为|定为|等次", text) and results.find_all(text):
        return "final"
    return (
        "comment" if "。" in text and len(text) < _LEAST_PROSE and not re.search(r"\d\d", text.split("。")[0]) else None
    )


def lists_options(text: str) -> bool:
    """Whether `text` holds several results to choose from, and not the marks that each stands for."""
    found = results.find_all(text)
    if len({f.value for f in found}) < 2 or re.search(r"\d\d|[。;]", text):
        return False
    return len(re.findall(rf"[{HAN}]", text)) - sum(f.end - f.start for f in found) <= _OTHER_WORDS


def _explains(text: str) -> bool:
    """Whether a line says what the results stand for (`90分以上优秀,75-89分合格`), which is nobody's result."""
    return _LEGEND.search(text) is not None and len({f.value for f in results.find_all(text)}) > 1


def _results_left(grid: Grid, cell: Cell) -> list[Cell]:
    return [c for c in grid.rows[cell.row] if c.column < cell.column and _heading(c) == "result"]


def _period_cells(grid: Grid, label: Cell) -> dict[Cell, bool]:
    """The cells right of `label` where they hold a result a quarter or month, True for the whole year's; else empty."""
    right = [c for c in grid.rows[label.row] if c.column > label.column and results.parse(c.text) is not None]
    heads = {cell: _period_above(grid, cell) for cell in right}
    if sum(head is not None for head in heads.values()) < 2:
        return {}
    return {cell: head is None or _YEARLY.search(head) is not None for cell, head in heads.items()}


def _period_above(grid: Grid, cell: Cell) -> str | None:
    """The header over `cell` that names a quarter, a month or the whole year."""
    above = (grid.at(row, cell.column) for row in range(cell.row - 1, -1, -1))
    return next((c.text for c in above if c and len(c.text) <= _LONGEST_PERIOD and _PART.search(c.text)), None)


def _option_cells(grid: Grid, label: Cell) -> list[Cell]:
    """The cells right of `label` where each holds one option; empty where it is not so."""
    right = [c for c in grid.rows[label.row] if c.column > label.column and c.text]
    return right if len(right) >= 2 and all(results.find_all(c.text) and len(c.text) <= 8 for c in right) else []


def _of_lines(view: PageView, lines: Sequence[Run]) -> Iterator[Section]:
    """Lines cut at those that are headings, or begin with one and a colon."""
    part, heading, taken = "", "", list[Run]()
    several = len({year for line in lines if (year := lone_year(line.wording))}) > 1
    for line in lines:
        opened = _opening(line)
        if opened is None or (opened[0] == "year" and not several):
            taken.append(line)
            continue
        announced = bool(taken) and opened[1].endswith("如下:") and not taken[-1].wording.endswith(("。", ":"))
        yield from _section(view, part, heading, taken)
        part, heading, rest = opened
        heading = "" if announced else heading  # the end of a sentence: all that follows is under it
        taken = [rest] if rest is not None else []
    yield from _section(view, part, heading, taken)


def _section(view: PageView, part: str, heading: str, lines: Sequence[Run]) -> Iterator[Section]:
    """The lines as a section; without a heading only long prose is one, the person's report."""
    if not part:
        options = [line for line in lines if lists_options(line.wording)]
        lines = [line for line in lines if not _explains(line.wording) and not _TITLE_LINE.search(line.wording)]
        first = next((i for i, t in enumerate(lines) if len(t.squashed) >= 15 and ":" not in t.wording[:8]), len(lines))
        lines = lines[first:]
        text = "".join(line.wording for line in lines)
        part = "report" if len(text) >= _LEAST_PROSE and "。" in text else ""
        if not part and options:
            part, lines = "options", options
    elif part in ("report", "comment", "other") and (options := [t for t in lines if lists_options(t.wording)]):
        proposed = any(re.search(r"建议|拟|自评", t.wording) for t in options)
        region = union(line.box for line in options)
        yield Section("proposal" if proposed else "options", heading, view, tuple(options), region)
    if part == "year" or (part and lines):
        region = union(line.box for line in lines) if lines else Box(0, 0, 0, 0)
        yield Section(part, heading, view, tuple(lines), region)


def _opening(line: Run) -> tuple[str, str, Run | None] | None:
    """Part, heading and the rest of a line that opens a section, or None."""
    text = line.wording
    if lone_year(text) is not None:
        return "year", text, None
    if _NUMBERED.fullmatch(text) and part_of(text) is None and not lists_options(text):
        return "", text, None
    graded = _with_grade(line)
    if graded is not None:
        return graded
    whole = part_of(text) if not text.endswith("。") else None
    if whole is not None and not _value_inside(text) and not _header_of_columns(line):
        return whole, text, None
    for found in re.finditer(":", text):
        head = text[: found.start()]
        part = part_of(head)
        if part is not None:
            rest = line.part(found.end(), len(text)) if found.end() < len(text) else None
            return part, head, rest
    gap = next((i for i, g in enumerate(line.glyphs) if g.char == " "), None)
    if gap:
        front, behind = Run(tuple(line.glyphs[:gap])), Run(tuple(line.glyphs[gap + 1 :]))
        part = part_of(front.wording)
        if part is not None and behind and not re.match(r"\d{1,3}(?![\d年.])|[A-E](?![A-Z])", behind.wording):
            return part, front.wording, behind
    return None


def _with_grade(line: Run) -> tuple[str, str, Run] | None:
    """A heading with its result, or the results to choose from, on one line and no colon between (`绩效等级 良好`)."""
    text = line.wording
    for tail in words("tails")["grade"]:
        at = text.find(tail) + len(tail)
        rest = text[at:]
        if len(tail) <= at and (results.parse(rest) is not None or lists_options(rest)):
            part = part_of(text[:at])
            if part is not None:
                return part, text[:at], line.part(at, len(text))
    return None


def _header_of_columns(line: Run) -> bool:
    """Whether the line is several words far apart, as over the columns of a table; a spaced heading is not."""
    pieces = "".join(g.char for g in line.glyphs).split()
    return len(pieces) >= 3 and sum(len(piece) >= 2 for piece in pieces) >= 2


def _value_inside(text: str) -> bool:
    """Whether a heading's line also holds its value behind a colon."""
    return re.search(r":.", text) is not None


def glyph_runs(view: PageView) -> list[Run]:
    """The whole page as lines."""
    glyphs: list[Glyph] = [g for ink in view.inks if runs_across(ink.word) for g in glyphs_of(ink.word)]
    return lines_of(glyphs, view.slope)
