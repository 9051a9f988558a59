"""What an acceptance shows, sums under totals, rows that a missing rule glued, and members named behind their group."""

import pytest
from drawn_words import page, reading, table, word

from extractors.documents import documents_of
from extractors.kinds.project_document.document import ProjectDocument
from extractors.kinds.project_document.parts import parts_of, sealed_by_sides, sort_of
from extractors.kinds.project_document.told import told_team
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Mark, Page

SEAL = Mark("seal", Box(700, 800, 950, 1050), 0.95)


@pytest.mark.parametrize("heading", ["科技计划项目验收证书", "科技项目结题证书", "设备改造项目竣工验收报告"])
def test_an_acceptance_is_no_cover_and_no_page_of_seals(heading: str) -> None:
    made = page(
        f"^^{heading}\n项目名称：套圈检测机研制\n承担单位：越州精工机械有限公司\n项目编号：2020B12\n"
        "验收结论：已完成任务书规定的内容，同意通过验收。\n>越州市科学技术局（盖章）\n>2020年7月18日",
        marks=[SEAL],
    )
    found = {part.part: part.quality for part in parts_of(PageView(made))}
    told = sort_of(PageView(made))
    assert told is not None
    assert told[0] == "验收"
    assert "cover" not in found
    assert found["acceptance"] > 0.5 > found["seal"]


def test_the_cover_of_an_acceptance_stays_a_cover() -> None:
    made = page("^^^项目验收意见书\n项目名称：套圈检测机研制\n承担单位：越州精工机械有限公司\n2020年7月")
    assert "cover" in {part.part for part in parts_of(PageView(made))}


def test_a_contract_that_speaks_of_its_acceptance_keeps_its_page_of_seals() -> None:
    made = page("^^技术开发合同\n通过验收后付清余款。\n甲方（章）：越州市科学技术局\n2020年7月18日", marks=[SEAL])
    assert {part.part: part.quality for part in parts_of(PageView(made))}["seal"] > 0.9


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("乙方指派下列人员组成项目组：李国明、周启航、沈若岚，其中李国明为项目负责人。", "李国明 周启航 沈若岚"),
        ("我公司抽调以下同志组成攻关小组：李国明、周启航等2人。", "李国明 周启航"),
        ("甲方邀请下列专家组成验收小组：李国明、周启航、沈若岚。", ""),
    ],
)
def test_members_named_behind_the_group_that_they_form(told: str, names: str) -> None:
    assert [c.value for c in told_team(PageView(page(told)))] == names.split()


def test_the_row_of_totals_in_the_column_of_totals_is_the_sum() -> None:
    made = table(
        [
            ["年度", "合计", "设备购置费", "材料费", "其他费用"],
            ["2019年", "51.60", "25.80", "12.90", "12.90"],
            ["2020年", "34.40", "0.00", "17.20", "17.20"],
            ["总计", "86.00", "25.80", "—", "0.00"],
        ],
        title="经费预算（单位：万元）",
    )
    cover = page("^^科技项目任务书\n项目名称：套圈检测机研制\n承担企业：越州精工机械有限公司")
    (document,) = documents_of(reading(cover, made))
    assert [f.value for f in document.all("amount") if f.confidence >= 0.5] == ["860000"]
    assert [f.value for f in document.all("parties")] == ["越州精工机械有限公司"]


def test_numbers_that_a_missing_rule_put_into_one_cell_stay_apart() -> None:
    words = [
        word("项目总投资（万元）", 110, 110),
        word("银行贷款（万元）", 110, 170),
        word("86", 520, 110),
        word("0", 520, 170),
    ]
    cells = (Box(100, 95, 480, 215), Box(480, 95, 700, 215))
    made = Page(1, (1600, 1100), (1600, 1100), "ocr", tuple(words), cells=cells)
    values = [f.value for f in ProjectDocument().extract([PageView(made)]) if f.name == "amount" and f.confidence > 0.5]
    assert values == ["860000"]


@pytest.mark.parametrize(
    ("first", "by_sides"),
    [
        ("^^科技项目任务书", True),
        ("^^技术开发合同", True),
        ("^^项目结题报告", False),
        ("^^工程业绩证明", False),
        ("^^关于下达科技计划项目的通知", False),
        ("项目名称：套圈检测机研制", True),
    ],
)
def test_whose_seal_a_page_bears_is_told_by_the_heading_before_it(first: str, by_sides: bool) -> None:
    pages = [PageView(page(first)), PageView(page("五、验收报告\n>越州精工机械有限公司（盖章）"))]
    assert sealed_by_sides(pages) == [by_sides, by_sides]
