"""Headings that differ in one character and mean another document."""

from __future__ import annotations

import pytest
from drawn_words import page

from extractors.documents import documents_of
from models.document import FileReading


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("专业技术资格申报表", "review_form"),
        ("专业技术资格破格申报表", "exceptional_promotion_form"),
        ("专利申请受理通知书", "other"),
        ("学籍在线验证报告", "other"),
    ],
)
def test_one_character_decides(heading: str, kind: str) -> None:
    made = page(f"^^{heading}\n姓名：沈若岚\n工作单位：越州精工机械有限公司\n日期：2022-03-04")
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    assert document.kind == kind
