"""Certificates and letters that say it in a sentence: what is read, in rows as wide as a page's."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from drawn_words import page

from extractors.documents import documents_of
from models.document import FileReading

LETTERS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))["letter"]
ROW = 34.0  # characters of full width


def wide(text: str) -> float:
    return sum(1 if ord(c) > 0x2E7F else 0.55 for c in text)


def in_rows(text: str) -> str:
    """Long paragraphs cut into rows as typesetters do: no number is parted, no sign opens a row."""
    rows = []
    for paragraph in text.strip().split("\n"):
        rest = paragraph if paragraph[0] in "^>" or wide(paragraph) <= ROW else "　　" + paragraph
        while wide(rest) > ROW:
            at = next(n for n in range(len(rest), 0, -1) if wide(rest[:n]) <= ROW)
            while re.fullmatch(r"[0-9A-Za-z.]{2}", rest[at - 1 : at + 1]) or rest[at] in "，。；：、）”》—":
                at -= 1
            rows.append(rest[:at])
            rest = rest[at:]
        rows.append(rest)
    return "\n".join(rows)


@pytest.mark.parametrize("letter", LETTERS, ids=[f"{letter['kind']}-{n}" for n, letter in enumerate(LETTERS)])
def test_what_a_sentence_says_is_read(letter: dict[str, Any]) -> None:
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (page(in_rows(letter["text"])),)))
    sure = {f.name: f.value for f in document.fields if f.confidence >= 0.5}
    assert document.kind == letter["kind"]
    assert {name: sure.get(name) for name in letter["says"]} == letter["says"]
