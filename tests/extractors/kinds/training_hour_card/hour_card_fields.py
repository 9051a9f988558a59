"""Drawn hour cards read: a sheet with a card's title, its fields by name, and the hours that are believed."""

from drawn_tables import Sheet

from extractors.kinds.training_hour_card.card import TrainingHourCard
from extractors.layout.view import PageView
from models.document import Field
from models.page import Page


def read(*pages: Page) -> dict[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for field in TrainingHourCard().extract([PageView(page) for page in pages]):
        found.setdefault(field.name, []).append(field)
    return found


def hours(page: Page, floor: float = 0.5) -> tuple[list[str], ...]:
    """Total, specialised and public hours of at least this confidence."""
    found = read(page)
    names = ("total_hours", "specialized_hours", "public_hours")
    return tuple([f.value for f in found.get(n, []) if f.confidence >= floor] for n in names)


def card(year: str = "2022") -> Sheet:
    sheet = Sheet()
    sheet.text(400, 80, f"{year}年度专业技术人员继续教育学时登记卡")
    return sheet
