"""Labels in brackets of their own, as portals and letters print them, and in rows without rules."""

from __future__ import annotations

import pytest
from drawn_words import page, table

from extractors.documents import documents_of
from models.document import FileReading

FORM = """^^助理工程师任职资格证书
{0}姓名{1}沈若岚
{0}资格名称{1}助理工程师
{0}专业{1}机械工程
{0}证书编号{1}ZJ20181200123
{0}发证机关{1}越州市人力资源和社会保障局"""


@pytest.mark.parametrize("brackets", ["【】", "[]", "〔〕", "（）", ["【", "】："]])
def test_what_stands_behind_a_bracketed_label_is_its_value(brackets: list[str]) -> None:
    made = page(FORM.format(*brackets))
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    read = {f.name: f.value for f in document.fields if f.confidence >= 0.5}
    assert read["name"] == "沈若岚"
    assert read["specialty"] == "机械工程"
    assert read["certificate_number"] == "ZJ20181200123"
    assert read["issuer"] == "越州市人力资源和社会保障局"


def test_brackets_behind_a_label_are_no_label_of_their_own() -> None:
    made = page("^^助理工程师任职资格证书\n姓名：沈若岚\n所在单位（工作单位）：越州精工机械有限公司")
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    assert [f.value for f in document.fields if f.name == "employer"] == ["越州精工机械有限公司"]


def test_few_rows_of_labels_and_values_side_by_side_are_no_two_pages() -> None:
    rows = [
        ["姓名", "沈若岚", "聘任单位", "越州精工机械有限公司"],
        ["聘任职务", "助理工程师", "聘任日期", "2019-01-01"],
    ]
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (table(rows, title="聘任书", ruled=False),)))
    read = {f.name: f.value for f in document.fields if f.confidence >= 0.5}
    assert read["name"] == "沈若岚"
    assert read["title"] == "助理工程师"
    assert read["employer"] == "越州精工机械有限公司"


def test_a_label_once_more_in_latin_is_no_part_of_the_value() -> None:
    made = page(
        "^^获奖证书\n获奖人 Winner | 沈若岚\n奖项名称 Project | 越州市科学技术进步奖\n颁发单位 Issued By | 越州市人民政府"
    )
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    read = {f.name: f.value for f in document.fields if f.confidence >= 0.5}
    assert read["award"] == "越州市科学技术进步奖"
    assert read["issuer"] == "越州市人民政府"


def test_a_label_glued_to_its_value_is_taken_off() -> None:
    made = page("^^普通高等学校毕业证书\n姓名沈若岚\n学校名称越州理工大学\n专业机械工程")
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    assert [f.value for f in document.fields if f.name == "school"] == ["越州理工大学"]


def test_a_value_stands_under_its_label_in_one_cell_beside_others() -> None:
    made = table(
        [["姓名", "沈若岚", "资格名称\n助理工程师", "备注"], ["专业", "机械工程", "", ""]],
        title="助理工程师任职资格证书",
    )
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    assert [f.value for f in document.fields if f.name == "title" and f.confidence >= 0.5] == ["助理工程师"]
