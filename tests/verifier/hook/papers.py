"""Small papers with a text layer, each with an ID number of its own printed on it, and profiles that go with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

import pymupdf

from verifier.reading.warm_pool import WarmPool

Result = TypeVar("Result")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


class PoolOfNone(WarmPool):
    """Reads in this very process, for tests that are about other things than the fences around reading."""

    def call(self, function: Callable[..., Result], args: tuple[Any, ...], _seconds: float) -> Result:
        return function(*args)

    def warm_up(self) -> None:
        """Nothing: the engine is loaded when it is first needed."""


def id_number(serial: int) -> str:
    """A made-up ID number with a right check digit (GB 11643), of a division that does not exist."""
    first = f"33069919{70 + serial // 999 % 30:02d}0815{serial % 999 + 1:03d}"
    return first + _CHECK_DIGITS[sum(int(d) * w for d, w in zip(first, _WEIGHTS, strict=True)) % 11]


def paper(number: str, name: str = "周启航", pages: int = 1) -> bytes:
    """A PDF of `pages` training-hour cards, as small as they can be read; the years count from 2021."""
    made = pymupdf.open()
    for page in range(pages):
        sheet = made.new_page(width=300, height=150)
        lines = ("继续教育学时登记卡", f"姓名：{name}", f"身份证号：{number}", f"年度：{2021 + page}")
        for row, line in enumerate(lines):
            sheet.insert_text((20, 30 + 30 * row), line, fontname="china-s", fontsize=12)
    content: bytes = made.tobytes(deflate=True, garbage=3, no_new_id=True)
    return content


def profile(applicant_id: str, number: str, name: str = "周启航") -> str:
    """A profile with nothing in it but the person."""
    person = {"name": name, "id_number": number}
    return json.dumps({"schema": "heyan-profile/1", "applicant_id": applicant_id, "person": person}, ensure_ascii=False)


def numbers_read(report: dict[str, Any]) -> set[str]:
    """Every ID number that a report's documents show."""
    documents = report["applicants"][0]["documents"]
    return {f["value"] for d in documents for f in d["fields"] if f["name"] == "id_number"}
