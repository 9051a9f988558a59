"""A paper's four parts in one file are one document, and the contents name the paper again."""

import tomllib
from pathlib import Path

from drawn_words import page, reading

from extractors.documents import documents_of

SHEETS = {
    sheet["name"]: sheet["text"]
    for sheet in tomllib.loads((Path(__file__).parent / "paper_sheets.toml").read_text("utf-8"))["sheet"]
}
PARTS = ("cover", "identifier", "contents", "body")


def test_four_parts_of_one_paper() -> None:
    (document,) = documents_of(reading(*(page(SHEETS[name]) for name in PARTS)))
    assert document.kind == "paper"
    assert [(f.value, f.page) for f in document.all("part")] == [(part, n) for n, part in enumerate(PARTS, start=1)]
    assert [(f.page, f.value) for f in document.all("title")] == [
        (4, "基于有限元的轴承座轻量化设计"),
        (3, "基于有限元的轴承座轻量化设计"),
    ]
    for name in ("journal", "issn", "cn", "authors"):
        (field,) = document.all(name)
        assert field.confidence >= 0.9
    assert [f.value for f in document.all("date")] == ["2021-08-25"]


def test_another_journal_on_the_body_makes_the_journal_unsure() -> None:
    body = SHEETS["body"].replace("浙东机电技术", "江南机械")
    (document,) = documents_of(reading(page(SHEETS["cover"]), page(body)))
    (journal,) = document.all("journal")
    assert journal.confidence < 0.5
    assert "conflict" in journal.notes
