"""Pages for tests from compact lists of texts: words with edges where print would put them, and ruled cells."""

import math
from collections.abc import Sequence

from extractors.layout.table_words import glyphs_of
from models.geometry import Box
from models.page import Mark, Page, Word

Entry = str | tuple[str, int] | tuple[str, int, int] | None


def width_of(text: str, size: float) -> float:
    return sum(size if ord(c) > 0x2E7F else 0.55 * size for c in text)


class Sheet:
    """A page under construction. Entries of a table are text, (text, columns) or (text, columns, rows)."""

    def __init__(self, width: int = 1600, height: int = 2200, size: float = 28.0) -> None:
        self.width, self.height, self.size = width, height, size
        self.words: list[Word] = []
        self.cells: list[Box] = []
        self.marks: list[Mark] = []
        self.unread: list[Box] = []

    def text(self, x: float, y: float, text: str, confidence: float = 0.98, **more: object) -> Box:
        """One word from `x` on; `y` is its top."""
        box = Box(x, y, x + width_of(text, self.size), y + self.size)
        plain = Word(text, box, confidence)
        edges = (*(g.box.x0 for g in glyphs_of(plain)), box.x1)
        self.words.append(Word(text, box, confidence, edges=edges, **more))  # type: ignore[arg-type]
        return box

    def mark(self, kind: str, box: Box, checked: bool | None = None, confidence: float = 0.95) -> None:
        self.marks.append(Mark(kind, box, confidence, checked=checked))  # type: ignore[arg-type]

    def table(
        self,
        x: float,
        y: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[Entry]],
        pitch: float = 60.0,
        ruled: bool = True,
        centred: bool = True,
    ) -> float:
        """Draw rows downwards from `y`; None stands for a place that a span covers. Returns the bottom."""
        lefts = [x + sum(widths[:i]) for i in range(len(widths) + 1)]
        for r, row in enumerate(rows):
            column = 0
            for entry in row:
                if entry is None:
                    column += 1
                    continue
                text, wide, tall = (entry, 1, 1) if isinstance(entry, str) else (*entry, 1)[:3]
                box = Box(lefts[column], y + r * pitch, lefts[column + wide], y + (r + tall) * pitch)
                if ruled:
                    self.cells.append(box)
                self._write(text, box, centred)
                column += wide
        return y + len(rows) * pitch

    def _write(self, text: str, box: Box, centred: bool) -> None:
        lines = text.split("\n") if text else []
        top = box.cy - len(lines) * 1.2 * self.size / 2
        for i, line in enumerate(lines):
            left = box.cx - width_of(line, self.size) / 2 if centred else box.x0 + 6
            self.text(left, top + i * 1.2 * self.size, line)

    def page(self, number: int = 1, degrees: float = 0.0, without_cells: Sequence[int] = ()) -> Page:
        """The page, its words and cells moved as a skew of `degrees` would move them."""
        slope = math.tan(math.radians(degrees))

        def move(box: Box) -> Box:
            return Box(
                box.x0 - slope * box.cy, box.y0 + slope * box.cx, box.x1 - slope * box.cy, box.y1 + slope * box.cx
            )

        words = []
        for word in self.words:
            shift = -slope * word.box.cy
            words.append(
                Word(
                    word.text,
                    move(word.box),
                    word.confidence,
                    tuple(e + shift for e in word.edges),
                    word.vertical,
                    word.doubtful,
                    word.seal_cover,
                )
            )
        cells = [move(c) for i, c in enumerate(self.cells) if i not in without_cells]
        size = (self.width, self.height)
        return Page(number, size, size, "ocr", tuple(words), tuple(cells), tuple(self.marks), tuple(self.unread))
