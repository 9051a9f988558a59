"""Drawing made-up documents.

A layout makes a `Sheet` (pixels at 200 dpi; `A4`, `A5` or any size) and draws on it from top to bottom: `sheet.text` sets one
line at a baseline, `paragraph` a justified column of `Span`s, `line` spans side by side, `table` ruled cells with merged ones.
Whatever carries `field=` is recorded with the tight box of its ink and its normalised `value` (the printed text where none is
given), also when it breaks over lines; that is the truth. Marks go on last, so that they cover what is written: `round_seal`,
`name_seal`, `embossed_seal`, `signature`, `portrait`, `choices` (boxes with a tick), `ringed` (a circled option). Finish each
sheet with `watermark`, which goes under everything. Typefaces are named by role (`song`, `kai`, `hei-bold` …: fonts.toml);
every random choice comes from the `random.Random` handed in, so that a sheet drawn twice is the same.
"""

from samples.drawing.marks import choices, code_square, portrait, ringed, signature, watermark
from samples.drawing.paragraph import line, paragraph
from samples.drawing.seals import embossed_seal, name_seal, round_seal
from samples.drawing.sheet import A4, A5, INK, FieldBox, Sheet, Span, measure
from samples.drawing.table import Cell, Table, table

__all__ = [
    "A4",
    "A5",
    "INK",
    "Cell",
    "FieldBox",
    "Sheet",
    "Span",
    "Table",
    "choices",
    "code_square",
    "embossed_seal",
    "line",
    "measure",
    "name_seal",
    "paragraph",
    "portrait",
    "ringed",
    "round_seal",
    "signature",
    "table",
    "watermark",
]
