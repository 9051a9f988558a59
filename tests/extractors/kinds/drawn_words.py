"""Pages of words from a few lines of text, as an OCR engine would give them: one word a printed run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import radians, tan

from models.document import FileReading
from models.geometry import Box
from models.page import Mark, Page, Word

SIZE = (1600, 1100)
LINE = 30.0


def width_of(text: str, height: float) -> float:
    return sum(height if ord(c) > 0x2E7F else height * 0.55 for c in text)


def word(text: str, x: float, y: float, height: float = LINE, **more: object) -> Word:
    made = Word(text, Box(x, y, x + width_of(text, height), y + height), 0.98)
    return replace(made, **more)  # type: ignore[arg-type]


def page(text: str, *, size: tuple[int, int] = SIZE, marks: Sequence[Mark] = (), left: float = 150.0) -> Page:
    """One line of `text` a row; `^` before it makes it larger and centred, `>` sets it right, ` | ` parts words, `~`
    before a word marks it doubtful, an empty line leaves a gap."""
    words: list[Word] = []
    y = 80.0
    for row in text.strip("\n").splitlines():
        plain = row.strip()
        if not plain:
            y += 60
            continue
        rise = len(plain) - len(plain.lstrip("^"))
        height = LINE + 18 * rise
        pieces = [piece.strip() for piece in plain.lstrip("^>").split(" | ")]
        total = sum(width_of(piece, height) for piece in pieces) + 90 * (len(pieces) - 1)
        x = (size[0] - total) / 2 if rise else size[0] - 120 - total if plain.startswith(">") else left
        for piece in pieces:
            doubtful = piece.startswith("~")
            made = word(piece.lstrip("~"), x, y, height, doubtful=doubtful, confidence=0.6 if doubtful else 0.98)
            words.append(made)
            x = made.box.x1 + 90
        y += height * 1.7
    return Page(1, size, size, "ocr", tuple(words), marks=tuple(marks))


def halves(left: str, right: str, *, size: tuple[int, int] = SIZE) -> Page:
    """A spread: `left` and `right` as pages of half the width, side by side."""
    width = size[0] // 2
    one, other = (page(side, size=(width, size[1]), left=60.0) for side in (left, right))
    moved = tuple(moved_by(w, width, 0) for w in other.words)
    return Page(1, size, size, "ocr", (*one.words, *moved))


def table(rows: Sequence[Sequence[str]], *, title: str = "", below: str = "", ruled: bool = True) -> Page:
    """A form: one cell an entry, all columns equally wide; `title` above, lines `below`."""
    words = list(page("^^" + title).words) if title else []
    cells = []
    y = 200.0
    for row in rows:
        step = 1300 / len(row)
        for at, entry in enumerate(row):
            cells.append(Box(150 + at * step, y, 150 + (at + 1) * step, y + 70))
            for number, piece in enumerate(entry.split("\n")):
                if piece:
                    words.append(word(piece, 165 + at * step, y + 18 + number * 30, 26))
        y += 70
    for line in below.splitlines():
        words.append(word(line, 200, y + 60))
        y += 60
    return Page(1, SIZE, SIZE, "ocr", tuple(words), tuple(cells) if ruled else ())


def moved_by(one: Word, dx: float, dy: float) -> Word:
    box = one.box
    return replace(one, box=Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy), edges=())


def turned(one: Page, degrees: float) -> Page:
    """The page's words as on a sheet that lies askew: boxes keep their shape and move down to the right."""
    slope = tan(radians(degrees))
    return replace(one, words=tuple(moved_by(w, 0, slope * w.box.cx) for w in one.words))


def reading(*pages: Page) -> FileReading:
    return FileReading("file.jpg", "0" * 64, tuple(replace(p, number=n) for n, p in enumerate(pages, start=1)))


def split_words(one: Page, size: int) -> Page:
    """The page with every word cut into pieces of `size` characters, last piece first."""
    pieces = []
    for w in one.words:
        x = w.box.x0
        for at in range(0, len(w.text), size):
            text = w.text[at : at + size]
            wide = width_of(text, w.box.height)
            pieces.append(replace(w, text=text, box=Box(x, w.box.y0, x + wide, w.box.y1)))
            x += wide
    return replace(one, words=tuple(reversed(pieces)))


def below_each_other(upper: Page, lower: Page) -> Page:
    """Two pages on one sheet of twice the height."""
    width, height = upper.upright_size
    moved = tuple(moved_by(w, 0, height) for w in lower.words)
    size = (width, 2 * height)
    return Page(1, size, size, "ocr", (*upper.words, *moved))
