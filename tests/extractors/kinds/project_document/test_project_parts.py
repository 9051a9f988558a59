"""The pages of a project's papers: one document, its parts by page, and what the notice asks for."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from drawn_words import page, reading, table

from extractors.documents import documents_of
from extractors.kinds.project_document.document import amount
from extractors.kinds.project_document.sides import party
from models.geometry import Box
from models.page import Mark

SHEETS = {
    sheet["name"]: sheet
    for sheet in tomllib.loads((Path(__file__).parents[1] / "project_sheets.toml").read_text("utf-8"))["sheet"]
}


def test_parts_over_the_pages_of_one_contract() -> None:
    team = SHEETS["team_page"]
    seal = Mark("seal", Box(400, 500, 700, 800), 0.95)
    signing = page("""
甲方：越州市科学技术局（章） | 乙方：越州精工机械有限公司（章）
法定代表人： | 法定代表人：
>2020年5月8日
""")
    pages = (
        page(SHEETS["task_book_cover"]["text"]),
        page("""
第2页
项目总经费：60.00万元（陆拾万元整），其中财政资助12万元。
"""),
        table([["序号", "姓名", "职称", "承担工作"], *team["rows"][1:]], title="项目组主要参与人员"),
        replace(signing, marks=(seal,)),
    )
    (document,) = documents_of(reading(*pages))
    assert document.kind == "project_document"
    parts = {(f.value, f.page) for f in document.all("part") if f.confidence >= 0.5}
    assert {("cover", 1), ("amount", 2), ("participants", 3), ("seal", 4)} <= parts
    values = {f.name: f.value for f in document.fields if f.confidence >= 0.5}
    assert values["amount"] == "600000"
    assert values["participants"] == "李国明;周启航;沈若岚"
    assert values["parties"] == "越州市科学技术局;越州精工机械有限公司"
    assert values["date"] == "2020-05-08"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60.00万元(陆拾万元整)", "600000"),
        ("(万元):126.5", "1265000"),
        ("人民币捌拾陆万元整", "860000"),
        ("详见附件3", None),
        ("2021年1月", None),
    ],
)
def test_sums_at_labels(text: str, value: str | None) -> None:
    parsed = amount(text)
    assert (parsed.value if parsed else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("越州重工集团有限公司(盖章)", "越州重工集团有限公司"),
        ("(甲方)越州精工机械有限公司", "越州精工机械有限公司"),
        ("越州精工机械有限公司,法定代表人李国明", "越州精工机械有限公司"),
        ("另行约定的事项", None),
    ],
)
def test_sides(text: str, value: str | None) -> None:
    parsed = party(text)
    assert (parsed.value if parsed and parsed.quality >= 0.5 else None) == value


def test_the_acceptance_of_a_project_stays_with_its_task_book() -> None:
    name = "轴承磨床热变形补偿系统开发"
    cover = page(f"^^项目任务书\n项目名称：{name}\n承担单位：越州精工机械有限公司\n签订日期：2021年1月12日")
    accepted = page(f"^^项目验收意见\n专家组对{name}项目进行了验收，同意通过验收。\n>2022年11月18日")
    (document,) = documents_of(reading(cover, accepted))
    assert {(f.value, f.page) for f in document.all("project_name")} == {(name, 1), (name, 2)}
    assert {(f.value, f.page) for f in document.all("date")} == {("2021-01-12", 1), ("2022-11-18", 2)}
    assert [(f.value, f.page) for f in document.all("sort")] == [("立项", 1), ("验收", 2)]
    other = page("^^项目验收意见书\n项目名称：全自动套圈检测机研制\n同意通过验收。")
    assert len(documents_of(reading(cover, other))) == 2


def test_the_sum_of_a_budget_in_the_unit_of_its_heading() -> None:
    made = page(
        "^^项目立项书\n项目名称：套圈检测机研制\n经费预算（单位：万元）\n人员人工 | 42.00\n直接投入 | 65.50\n合计 | 107.50"
    )
    (document,) = documents_of(reading(made))
    assert [f.value for f in document.all("amount")] == ["1075000"]
    assert ("amount", 1) in {(f.value, f.page) for f in document.all("part")}


def test_a_name_that_reads_otherwise_on_another_page_is_unsure() -> None:
    cover = page("^^项目任务书\n项目名称：轴承磨床热变形补偿系统开发\n承担单位：越州精工机械有限公司")
    accepted = page("^^项目验收意见\n专家组对轴承磨床热交形补偿系统开发项目进行了验收，同意通过验收。")
    (document,) = documents_of(reading(cover, accepted))
    names = document.all("project_name")
    assert {f.page for f in names} == {1, 2}
    assert all(f.confidence < 0.5 and "conflict" in f.notes for f in names)
