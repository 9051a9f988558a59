"""A paper's four parts in one file are one document, and the contents name the paper again."""

import tomllib
from pathlib import Path

from drawn_words import page, reading

from extractors.documents import documents_of

SHEETS = {
    sheet["name"]: sheet["text"]
    for sheet in tomllib.loads((Path(__file__).parents[1] / "paper_sheets.toml").read_text("utf-8"))["sheet"]
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
        assert len({(field.page, field.box) for field in fields}) == len(fields)
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


def test_the_month_beside_the_journals_name_on_each_page() -> None:
    cover = """
^^华屿自动化应用
2023.12
中国标准连续出版物号：ISSN 9999-0008
CN 33-5999/TH
泠江市机电行业协会主办
"""
    text = """
第36卷第12期 2023年12月 | 华屿自动化应用
^基于PLC的包装线同步控制系统设计
马淼，周启航
摘要：建立了数学模型，并通过试验加以验证。
关键词：数控加工；误差补偿
中图分类号：TH16
"""
    (document,) = documents_of(reading(page(cover), page(text)))
    assert {(f.value, f.page) for f in document.all("part")} == {("cover", 1), ("identifier", 1), ("body", 2)}
    assert [(f.value, f.page) for f in document.all("date")] == [("2023-12", 1), ("2023-12", 2)]
    (alone,) = documents_of(reading(page(text)))
    assert [(f.value, f.confidence >= 0.5) for f in alone.all("date")] == [("2023-12", True)]


def test_a_month_in_another_line_is_not_the_issues() -> None:
    text = """
^基于PLC的包装线同步控制系统设计
收稿日期：2023年12月
马淼，周启航
摘要：建立了数学模型，2021年3月通过试验加以验证。
关键词：数控加工；误差补偿
中图分类号：TH16
"""
    (document,) = documents_of(reading(page(text)))
    assert not [f for f in document.all("date") if f.confidence >= 0.5]


def test_a_cover_with_its_month_in_chinese_and_the_numbers_alone() -> None:
    cover = """
^^沐川流体机械
二〇二二年十一月
ISSN 9999-0008 | CN 33-5999/TH
"""
    (document,) = documents_of(reading(page(cover), page(BODY)))
    assert [(f.value, f.page) for f in document.all("part")] == [("cover", 1), ("identifier", 1), ("body", 2)]
    assert [f.value for f in document.all("date") if f.page == 1] == ["2022-11"]


CONTENTS = """
江南模具
目次
级进模的排样与回弹控制 | 周启航、沈若岚 | 014
转台误差补偿 | 马淼 | 018
期刊基本参数：CN 33-5999/TG ISSN 9999-0008 双月刊 A4
"""


def test_contents_with_the_numbers_are_the_identifier_page_where_there_is_no_other() -> None:
    (document,) = documents_of(reading(page(CONTENTS), page(BODY)))
    assert [(f.value, f.page) for f in document.all("part")] == [("contents", 1), ("identifier", 1), ("body", 2)]
    assert [f.value for f in document.all("cn")] == ["33-5999/TG"]
    assert {f.value for f in document.all("journal")} == {"江南模具"}
    (other,) = documents_of(reading(page(CONTENTS), page(VERSO), page(BODY)))
    assert [(f.value, f.page) for f in other.all("part")] == [("contents", 1), ("identifier", 2), ("body", 3)]
    (bare,) = documents_of(reading(page(CONTENTS.replace("期刊基本参数：", "")), page(BODY)))
    assert [(f.value, f.page) for f in bare.all("part")] == [("contents", 1), ("body", 2)]
