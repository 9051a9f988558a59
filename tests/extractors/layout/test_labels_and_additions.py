"""What a form adds to a label: brackets that say it once more, and words that make another label of it."""

from __future__ import annotations

import pytest
from drawn_words import page, table

from extractors.kinds.registry import KINDS
from extractors.layout.view import PageView
from models.page import Page


def fields(kind: str, made: Page) -> dict[str, str]:
    return {f.name: f.value for f in KINDS[kind].extract([PageView(made)])}


@pytest.mark.parametrize("label", ["专业（学科）", "专业（工种）", "专业名称（方向）", "系列（专业）"])
@pytest.mark.parametrize("between", ["：", " | "])
def test_a_bracket_that_says_the_label_once_more_is_none_of_the_value(label: str, between: str) -> None:
    made = page(f"^^专业技术资格证书\n姓名{between}沈若岚\n{label}{between}机械工程\n资格名称{between}助理工程师")
    assert fields("title_certificate", made)["specialty"] == "机械工程"


@pytest.mark.parametrize("label", ["单位性质", "单位地址", "单位信息", "单位类型（性质）"])
def test_a_label_of_another_thing_gives_no_employer(label: str) -> None:
    rows = [["姓名", "沈若岚", label, "越州精工机械有限公司"], ["资格名称", "助理工程师", "专业", "机械工程"]]
    assert "employer" not in fields("title_certificate", table(rows, title="专业技术资格证书"))


def test_a_value_in_the_word_of_its_label_stays_whole() -> None:
    made = page("^^专业技术资格证书\n姓名沈若岚\n专业机械设计（工艺）方向及制造\n资格名称助理工程师")
    assert fields("title_certificate", made)["specialty"] == "机械设计(工艺)方向及制造"
