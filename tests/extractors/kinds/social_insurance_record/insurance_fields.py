"""Drawn insurance records read: their rows by number, and what is believed of them."""

from drawn_tables import Sheet

from extractors.kinds.social_insurance_record.record import SocialInsuranceRecord
from extractors.layout.view import PageView
from models.document import Field
from models.page import Page

JISHAN, YUEZHOU = "稽山智能装备股份有限公司", "越州精工机械有限公司"
MONTHS = [f"2021-{month:02}" for month in range(1, 13)]


def fields(page: Page) -> list[Field]:
    return SocialInsuranceRecord().extract([PageView(page)])


def rows(page: Page, *names: str, least: float = 0.5) -> list[tuple[str, ...]]:
    found: dict[int, dict[str, str]] = {}
    for field in fields(page):
        if field.row is not None and field.confidence >= least:
            found.setdefault(field.row, {})[field.name] = field.value
    return [tuple(found[row].get(name, "") for name in names) for row in sorted(found)]


def sheet(title: str) -> Sheet:
    made = Sheet(width=2000)
    made.text(350, 80, title)
    made.text(100, 160, "姓名：周启航")
    made.text(420, 160, "公民身份号码：330699199208150035")
    return made
