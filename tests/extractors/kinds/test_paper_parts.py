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
    parts = [(part, n) for n, part in enumerate(PARTS, start=1)]
    assert [(f.value, f.page) for f in document.all("part")] == [parts[0], ("identifier", 1), *parts[1:]]
    assert [(f.page, f.value) for f in document.all("title")] == [
        (4, "基于有限元的轴承座轻量化设计"),
        (3, "基于有限元的轴承座轻量化设计"),
    ]
    for name in ("journal", "issn", "cn", "authors"):
        fields = document.all(name)
        assert fields[0].confidence >= 0.9
        assert {field.value for field in fields} == {fields[0].value}
        assert len({field.page for field in fields}) == len(fields)
    assert [f.value for f in document.all("date") if f.confidence >= 0.5] == ["2021-08-25"]


COVER_ALONE = """
^^^江南模具
2021年第9期
"""
VERSO = """
刊名：江南模具
主办单位：江南机电研究院
国际标准连续出版物号：ISSN 9999-0008
国内统一连续出版物号：CN 33-5999/TH
出版周期：月刊
"""
BODY = """
2021年第9期 | 江南模具
^级进模的排样与回弹控制
^周启航，沈若岚
摘要：针对尺寸波动建立模型，并进行了对比试验。
关键词：级进模；回弹
"""


def test_the_issue_of_a_monthly_is_its_month() -> None:
    (document,) = documents_of(reading(page(COVER_ALONE), page(VERSO), page(BODY)))
    assert [(f.value, f.page) for f in document.all("part")] == [("cover", 1), ("identifier", 2), ("body", 3)]
    assert {f.value for f in document.all("date")} == {"2021-09"}
    assert {(f.value, f.page) for f in document.all("journal")} == {("江南模具", 1), ("江南模具", 2), ("江南模具", 3)}


def test_another_journal_on_the_body_makes_the_journal_unsure() -> None:
    body = SHEETS["body"].replace("浙东机电技术", "江南机械")
    (document,) = documents_of(reading(page(SHEETS["cover"]), page(body)))
    (journal,) = document.all("journal")
    assert journal.confidence < 0.5
    assert "conflict" in journal.notes
