"""The parts of an appraisal form: what stands under which heading, in cells or as paragraphs, on one page or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds.annual_appraisal.cells import (
    LEAST_PROSE,
    by_content,
    column_head,
    goes_on,
    heading_of,
    heads,
    illegible,
    is_entry,
    left_of,
    lists_options,
    lone_result,
    misread_label,
    option_cells,
    option_row,
    period_cells,
    results_left,
    run_on,
    value_inside,
    whole_row_above,
)
from extractors.kinds.annual_appraisal.columns import prose_beyond, prose_columns
from extractors.kinds.annual_appraisal.headings import LONGEST_HEADING, lone_year, part_of, words
from extractors.kinds.annual_appraisal.prose_lines import prose_of
from extractors.kinds.annual_appraisal.unsplit import unsplit_rows
from extractors.layout.lines import columns, gutter
from extractors.layout.table_words import Glyph, Run, glyphs_of, joined, lines_of, runs_across
from extractors.layout.tables import Cell, Grid, outside, ruled_grids
from extractors.layout.view import RULED_FORM, PageView
from extractors.text import HAN, simplified, squash
from extractors.values import results
from models.geometry import Box, union
from models.page import Word

_NUMBERED = re.compile(rf"[一二三四五六七八九十]{{1,2}}[、.][{HAN}()/]{{2,16}}:?")
_BRACKETED_HEADING = re.compile(r"[(\[](?P<head>[^()\[\]]{2,16})[)\]](?=.)")
_GLUED_HEADING = re.compile(  # read as one word with the sentence in the next cell
    r"(?P<head>(?:部门|主管|科室|车间|上级|领导|直接上级|主管领导|考核|班组|单位)(?:考核)?(?:评语|鉴定意见|评价意见))(?=[^,。;:的]{2,}[,。;])"
)
_LEGEND = re.compile(r"^(?:注|备注|说明|[^,。]{0,4}(?:说明|标准)):|\d分|\d[%-~—至]\d\d|分为")
_TITLE_LINE = re.compile(
    r"(?:表|卡片?|登记书|鉴定书?|通知书)(?:\([^()]{0,12}\))?$|^[^,。;:]*(?:考核|考评|鉴定|述职|绩效)[^,。;:]{0,12}(?:意见|材料|证明|报告|总结)$|^[^一-龥]*$"
    r"|文件$|^[^,。]{1,12}[(\[〔]20\d\d[)\]〕][^,。]{0,6}号$|^关于[^。;]*(?:通知|决定|通报|公示|公告|函|说明|证明|报告|情况|意见|材料)$"
    r"|^[^,。;:]{2,24}(?:委员会|评委会|公司|单位|局|厅|办|办公室|中心|部门|部|科|室|院|校|厂|所|领导|小组|同志|先生|女士|同仁|员工|职工):$"
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
        return prose_of(self.lines)


def sections_of(pages: Sequence[PageView]) -> list[Section]:
    """Every section in reading order; a cell's own first line counts as heading where nothing stands left of it."""
    return [section for view in pages for section in _of_page(view)]


def _of_page(view: PageView) -> Iterator[Section]:
    grids = ruled_grids(view)
    beyond = [cell for grid in grids for cell in prose_beyond(view, grid)]
    if (x := _fold(view)) is not None:
        beyond += [c for g in grids for c in g.cells if c.lines and c.box.cx > x and c not in beyond]
    rows, unsplit = unsplit_rows(view)
    for told in rows:
        assert told.part is not None
        yield from _under_heading(view, told.part, told.heading, told.lines, told.region)
    for grid in grids:
        for row in grid.rows:
            for cell in row:
                if cell not in beyond and not any(whole.contains(cell.box.cx, cell.box.cy) for whole in unsplit):
                    yield from _of_cell(view, grid, cell)
    free = [*outside(view, grids), *(g.word for cell in beyond for line in cell.lines for g in line.glyphs)]
    free = [word for word in free if not any(whole.contains(word.box.cx, word.box.cy) for whole in unsplit)]
    free = list({id(word): word for word in free}.values())
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


def _fold(view: PageView) -> float | None:
    """Where a form is parted into two facing pages, the ruled cells all on the left one; None where it is one page."""
    x = gutter(view.inks, view.bounds) if view.cells else None
    return None if x is None or any(cell.x1 > x for cell in view.cells) else x


def _spread(view: PageView, free: Sequence[Word]) -> list[list[Word]]:
    """The words of two facing pages, where no cell is on both and the right one has headings; empty where it is one page."""
    x = _fold(view)
    if x is None:
        return []
    left, right = [w for w in free if w.box.cx < x], [w for w in free if w.box.cx >= x]
    heads = [w for w in right if part_of(simplified(squash(w.text))) not in (None, "other")]
    return [left, right] if left and len(heads) > 1 else []


def _side_by_side(view: PageView, free: Sequence[Word], grids: Sequence[Grid]) -> list[list[Word]]:
    """The words by column where prose stands in one beside particulars in another; else all together."""
    if (parted := prose_columns(view, free)) is not None:
        return parted
    if len(view.cells) >= RULED_FORM:
        return _spread(view, free) or _beside(view, grids, free)
    halves = [[i.word for i in half] for half in columns([i for i in view.inks if i.word in free], view.bounds)]
    told = any("。" in w.text and len(w.text) >= LONGEST_HEADING for half in halves[1:] for w in half)
    return halves if len(halves) > 1 and told else [list(free)]


def _of_cell(view: PageView, grid: Grid, cell: Cell) -> Iterator[Section]:
    """The cell as the content of the heading left of it, above it, or in its own first line."""
    if heading_of(cell) is not None and len(cell.text) <= LONGEST_HEADING:
        periods = period_cells(grid, cell) if heading_of(cell) == "result" else {}
        if periods:
            whole = [c for c, yearly in periods.items() if yearly]
            if len(whole) == 1:
                yield Section("result", cell.text, view, whole[0].lines, whole[0].box)
            return
        options = option_cells(grid, cell) if heading_of(cell) == "result" else []
        if options:
            below = [c for o in options for c in grid.cells if c.row == o.row + o.row_span and c.column == o.column]
            lines = tuple(line for c in (*options, *below) for line in c.lines)
            yield Section("result", cell.text, view, lines, union(c.box for c in (*options, *below)))
        return
    if any(cell in (*period_cells(grid, c), *option_cells(grid, c)) for c in results_left(grid, cell)):
        return
    if (chosen := option_row(grid, cell)) is not None:
        if cell is chosen[0]:
            yield _listed_options(view, grid, chosen)
        return
    left = left_of(grid, cell)
    part, heading = heading_of(left), left.text if left is not None else ""
    above = grid.at(cell.row - 1, cell.column) if cell.row else None
    if part is None and left is None:
        over = whole_row_above(grid, cell)
        part, heading = (part_of(over), over) if over is not None else (None, heading)
    if part is None and above is not None and heads(grid, above, cell):
        part, heading = heading_of(above), above.text
        cell = run_on(view, grid, cell) if part in ("report", "comment") else cell
    elif part is None and above is not None and goes_on(view, grid, above, cell):
        return
    if part is None and left is not None and illegible(left) and by_content(cell) == "final":
        part = "final"
    told_apart = cell.box in view.cells or is_entry(grid, cell)
    if part is None and told_apart and (head := column_head(grid, cell)) is not None:
        part, heading = head
    if part is None and left is not None and (illegible(left) or misread_label(left)):
        part = by_content(cell) if illegible(left) else lone_result(cell)
    if part is not None and cell.lines:
        yield from _under_heading(view, part, heading, cell.lines, cell.box)
    elif cell.lines and left is not None and lists_options(cell.text):
        yield Section("options", left.text, view, cell.lines, cell.box)
    elif cell.lines:
        yield from _of_lines(view, cell.lines)


def _under_heading(view: PageView, part: str, heading: str, lines: tuple[Run, ...], region: Box) -> Iterator[Section]:
    """Lines under a heading as a section; options to choose from under an opinion's are a section of their own too."""
    lines = _without_own_heading(part, lines)
    if part in ("report", "comment", "other") and any(lists_options(line.wording) for line in lines):
        yield Section("options", heading, view, lines, region)
        if lists_options("".join(line.wording for line in lines)[:24]):
            return
    yield Section(part, heading, view, lines, region)


def _without_own_heading(part: str, lines: tuple[Run, ...]) -> tuple[Run, ...]:
    """`lines` without a heading of the same part that stands in the cell once more (`项目经理意见:`, `考核等次:合格`)."""
    opened = _opening(lines[0]) if part in ("comment", "result") and ":" in lines[0].wording else None
    if opened is None or opened[0] != part:
        return lines
    rest = (*((opened[2],) if opened[2] is not None else ()), *lines[1:])
    return rest or lines


def _listed_options(view: PageView, grid: Grid, options: Sequence[Cell]) -> Section:
    """Options, a cell each, with what stands in the cells under them."""
    below = [c for o in options for c in grid.cells if c.row == o.row + o.row_span and c.column == o.column]
    cells = (*options, *below)
    return Section("result", "", view, tuple(line for c in cells for line in c.lines), union(c.box for c in cells))


def _explains(text: str) -> bool:
    """Whether a line says what the results stand for (`90分以上优秀,75-89分合格`), which is nobody's result."""
    return _LEGEND.search(text) is not None and len({f.value for f in results.find_all(text)}) > 1


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
        part = "report" if len(text) >= LEAST_PROSE and "。" in text else ""
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
    if whole is not None and not value_inside(text) and not _header_of_columns(line):
        return whole, text, None
    for found in re.finditer(":", text):
        head = text[: found.start()]
        part = part_of(head)
        if part is not None:
            rest = line.part(found.end(), len(text)) if found.end() < len(text) else None
            return part, head, rest
    named = _BRACKETED_HEADING.match(text) or _GLUED_HEADING.match(text)
    if named and (part := part_of(named["head"])) is not None:
        return part, named["head"], line.part(named.end(), len(text))
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


def glyph_runs(view: PageView) -> list[Run]:
    """The whole page as lines."""
    glyphs: list[Glyph] = [g for ink in view.inks if runs_across(ink.word) for g in glyphs_of(ink.word)]
    return lines_of(glyphs, view.slope)
