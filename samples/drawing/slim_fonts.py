"""Takes out of a PDF's fonts what no page uses: subsetting keeps the table from glyphs to characters whole, 20 to 60 kB a font."""

from __future__ import annotations

import re

import pymupdf

_RANGE = re.compile(r"<([0-9a-f]{4})> <([0-9a-f]{4})> <([0-9a-f]+)>")
_SINGLE = re.compile(r"^<([0-9a-f]{4})> <([0-9a-f]+)>$", re.MULTILINE)
_AT_ONCE = 100  # entries a block, by the specification of CMaps


def slim_tables(document: pymupdf.Document) -> None:
    """Leaves in every ToUnicode table the glyphs that the pages show."""
    pages = (document.load_page(number) for number in range(document.page_count))
    used = {int(char[1]) for page in pages for span in page.get_texttrace() for char in span["chars"]}
    for xref in range(1, document.xref_length()):
        kind, place = document.xref_get_key(xref, "ToUnicode")
        if kind == "xref":
            table = int(place.split()[0])
            document.update_stream(table, _slim(document.xref_stream(table).decode("ascii"), used).encode("ascii"))


def _slim(table: str, used: set[int]) -> str:
    entries: dict[int, str] = {}
    for first, last, char in _RANGE.findall(table):
        start = int(first, 16)
        entries |= {g: f"{int(char, 16) + g - start:04x}" for g in used if start <= g <= int(last, 16)}
    entries |= {int(glyph, 16): char for glyph, char in _SINGLE.findall(table) if int(glyph, 16) in used}
    head = table[: table.index("endcodespacerange") + len("endcodespacerange\n")]
    tail = table[table.index("endcmap") :]
    lines = [f"<{glyph:04x}> <{entries[glyph]}>" for glyph in sorted(entries)]
    blocks = [lines[i : i + _AT_ONCE] for i in range(0, len(lines), _AT_ONCE)]
    return head + "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks) + tail
