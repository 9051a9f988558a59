"""Drawn insurance records through reading and check: no month that was not paid, or not read, passes."""

import pytest
from case_builder import document, profile, said
from drawn_tables import Sheet

from extractors.kinds.social_insurance_record.record import SocialInsuranceRecord
from extractors.layout.view import PageView

EMPLOYER = "越州精工机械有限公司"
MONTHS = [f"{year}-{month:02}" for year in (2020, 2021, 2022, 2023) for month in range(1, 13)][7:43]


def answer(changed: dict[str, list[str]]) -> tuple[str, str]:
    """What the check says of a record with a row a month, some of them `changed`."""
    sheet = Sheet(width=2000, height=3000)
    sheet.text(350, 80, "社会保险缴费明细")
    sheet.text(100, 160, "姓名：周启航")
    body = [changed.get(month, [month, EMPLOYER, "养老保险", "已缴", "356.96"]) for month in MONTHS]
    sheet.table(60, 260, [200, 500, 200, 200, 200], [["缴费年月", "单位名称", "险种", "缴费状态", "个人缴费"], *body])
    fields = SocialInsuranceRecord().extract([PageView(sheet.page())])
    record = document("social_insurance_record", "社保.pdf", more=fields)
    declared = profile(
        social_insurance_auto_extracted=False, work=[{"employer": EMPLOYER, "start": "2014-07", "end": None}]
    )
    return said("insurance.coverage", "application", [record], declared)


def test_every_month_paid() -> None:
    assert answer({}) == ("pass", "covered")


@pytest.mark.parametrize(
    "row",
    [
        ["2022-03", EMPLOYER, "养老保险", "欠缴", "356.96"],
        ["2022-03", EMPLOYER, "养老保险", "未到账", "0.00"],
        ["2022-13", EMPLOYER, "养老保险", "已缴", "356.96"],
        ["2022-08", EMPLOYER, "养老保险", "已缴", "356.96"],
        ["2022-03", EMPLOYER, "失业保险", "已缴", "356.96"],
        ["2022-03", "稽山智能装备股份有限公司", "养老保险", "已缴", "356.96"],
    ],
    ids=["owed", "not-arrived", "no-month", "misread-month", "other-kind", "other-employer"],
)
def test_one_month_that_is_not_sure_is_for_a_person(row: list[str]) -> None:
    assert answer({"2022-03": row})[0] == "review"
