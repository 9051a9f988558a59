"""Drawn appraisals read: their fields by name, and what is believed of them."""

from extractors.kinds.annual_appraisal.appraisal import AnnualAppraisal
from extractors.layout.view import PageView
from models.document import Field
from models.page import Page

OPINION = "该同志工作踏实，技术过硬，较好地完成了全年任务。"


def read(*pages: Page) -> dict[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for field in AnnualAppraisal().extract([PageView(page) for page in pages]):
        found.setdefault(field.name, []).append(field)
    return found


def sure(page: Page, name: str) -> list[str]:
    return [f.value for f in read(page).get(name, []) if f.confidence >= 0.5]
