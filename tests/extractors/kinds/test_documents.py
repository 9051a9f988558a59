"""Files into documents: several on a page, several pages, marks, remarks, places, and pages that make no sense."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from drawn_words import below_each_other, halves, page, reading, table, width_of, word
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.documents import documents_of
from extractors.kinds.classify import classify
from extractors.kinds.registry import KINDS
from extractors.kinds.wording import load_wording
from extractors.layout.view import PageView
from models.document import KINDS as ALL_KINDS
from models.geometry import Box
from models.page import Mark, Page, PageQuality, Word

GRADUATION = """
^^毕业证书
学生{name}，性别男，一九九二年八月十五日生，于二〇一〇年九月至
二〇一四年六月在本校机械工程专业四年制{level}学习，修完教学计划
规定的全部课程，成绩合格，准予毕业。
校名：越州理工大学
>二〇一四年六月二十日
"""
DEGREE = """
^^学士学位证书
周启航，男，一九九二年八月十五日生。在越州理工大学机械工程专业
完成了本科学习计划，业已毕业，经审核符合《中华人民共和国学位条
例》的规定，授予工学学士学位。
>二〇一四年六月二十日
"""
APPRAISAL = [
    ["姓名", "{name}", "单位", "越州精工机械有限公司"],
    ["岗位", "工程师", "考核年度", "{year}"],
    ["考核等次", "优秀", "", ""],
]


def graduation(name: str = "周启航", level: str = "本科") -> Page:
    return page(GRADUATION.format(name=name, level=level))


def appraisal(year: str) -> Page:
    rows = [[cell.format(name="周启航", year=year) for cell in row] for row in APPRAISAL]
    return table(rows, title="年度考核表")


def kinds_and_pages(*pages: Page) -> list[tuple[str, tuple[int, ...]]]:
    return [(d.kind, d.pages) for d in documents_of(reading(*pages))]


def test_every_kind_is_registered_with_wording() -> None:
    assert set(KINDS) == set(ALL_KINDS)
    for kind in ALL_KINDS:
        assert load_wording(kind).title, kind


def test_two_certificates_in_one_file_are_two_documents() -> None:
    found = kinds_and_pages(graduation(), page(DEGREE))
    assert found == [("graduation_certificate", (1,)), ("degree_certificate", (2,))]


def test_same_kind_twice_is_two_documents() -> None:
    documents = documents_of(reading(graduation("周启航"), graduation("沈若岚")))
    assert [d.pages for d in documents] == [(1,), (2,)]
    names = [d.first("name") for d in documents]
    assert [n.value if n else None for n in names] == ["周启航", "沈若岚"]


def test_three_appraisals_are_three_documents() -> None:
    found = kinds_and_pages(*(appraisal(year) for year in ("2020", "2021", "2022")))
    assert found == [("annual_appraisal", (n,)) for n in (1, 2, 3)]


def test_page_without_heading_goes_on() -> None:
    follow = page("部门意见：工作认真，成绩突出。\n单位意见：同意\n>2021年12月30日\n第2页 | 共2页")
    assert kinds_and_pages(appraisal("2021"), follow) == [("annual_appraisal", (1, 2))]


def test_booklet_cover_and_inside_are_one() -> None:
    cover = page("\n\n^^^毕业证书")
    assert kinds_and_pages(cover, graduation()) == [("graduation_certificate", (1, 2))]


def test_certificates_above_each_other_are_cut() -> None:
    sheet = below_each_other(graduation(), page(DEGREE))
    documents = documents_of(reading(sheet))
    assert [d.kind for d in documents] == ["graduation_certificate", "degree_certificate"]
    degree = documents[1].first("degree")
    assert degree is not None
    assert degree.value == "工学学士"
    assert degree.box.y0 > 1100


def test_certificates_beside_each_other_are_cut() -> None:
    narrow = "^^{}\n学生{}，性别男，于二〇一〇年九月\n至二〇一四年六月在本校机械工程\n专业四年制本科学习，准予毕业。\n校名：越州理工大学"
    sheet = halves(narrow.format("毕业证书", "周启航"), narrow.format("毕业证书", "陈立新"))
    documents = documents_of(reading(sheet))
    names = [d.first("name") for d in documents]
    assert [n.value if n else None for n in names] == ["周启航", "陈立新"]


def test_marks_become_fields_in_stored_pixels() -> None:
    seal = Mark("seal", Box(1100, 500, 1300, 700), 0.9, text="越州理工大学")
    made = replace(graduation(), marks=(seal, Mark("photo", Box(10, 10, 90, 130), 0.8)))
    doubled = replace(made, stored_size=(3200, 2200), to_stored=(2.0, 0, 0, 0, 2.0, 0, 0, 0, 1.0))
    (document,) = documents_of(reading(doubled))
    assert [(f.value, f.box) for f in document.all("seal")] == [("越州理工大学", Box(2200, 1000, 2600, 1400))]
    assert [f.value for f in document.all("photo")] == ["present"]


def test_box_is_tight_around_the_value() -> None:
    (document,) = documents_of(reading(graduation()))
    name = document.first("name")
    assert name is not None
    lead = width_of("学生", 30)
    assert name.raw == "周启航"
    assert name.box.x0 == pytest.approx(150 + lead, abs=8)
    assert name.box.width == pytest.approx(90, abs=8)


def test_remarks() -> None:
    gray = replace(graduation(), quality=PageQuality(coloured=False), unread=(Box(1, 1, 9, 9),))
    assert documents_of(reading(gray))[0].remarks == ("grayscale", "unread_ink")
    training = page("^^^结业证书\n周启航同志于2021年7月参加数控技术培训班学习，经考核合格，准予结业。")
    (document,) = documents_of(reading(training))
    assert document.kind == "other"
    assert "not_graduation" in document.remarks


def test_value_under_seal_is_noted_and_weaker() -> None:
    made = graduation()
    covered = tuple(replace(w, seal_cover=0.6) if "六月二十日" in w.text else w for w in made.words)
    clear = documents_of(reading(made))[0].first("issue_date")
    sealed = documents_of(reading(replace(made, words=covered)))[0].first("issue_date")
    assert clear is not None
    assert sealed is not None
    assert "under_seal" in sealed.notes
    assert sealed.confidence < clear.confidence


def test_torn_date_under_seal_is_never_sure() -> None:
    torn = page(GRADUATION.format(name="周启航", level="本科").replace(">二〇一四年六月二十日", ">四年六月二十日"))
    found = documents_of(reading(torn))[0].all("issue_date")
    assert all(f.confidence < 0.5 for f in found)


def test_number_of_another_certificate_says_nothing_of_the_conclusion() -> None:
    body = (
        GRADUATION.format(name="周启航", level="本科")
        .replace("^^毕业证书", "^^结业证书")
        .replace("准予毕业", "准予结业")
    )
    (document,) = documents_of(reading(page("毕业证书编号：990011201405000123\n" + body)))
    assert [(f.value, f.confidence >= 0.5) for f in document.all("conclusion")] == [("结业", True)]


@pytest.mark.parametrize("body", ["准予结业", "准予肄业", "准予华业", "准予业"])
def test_conclusion_that_differs_from_the_heading_is_never_sure(body: str) -> None:
    text = GRADUATION.format(name="周启航", level="本科").replace("准予毕业", body)
    found = documents_of(reading(page(text)))[0].all("conclusion")
    assert found
    assert all(f.confidence < 0.5 for f in found)
    assert {"毕业"} <= {f.value for f in found}


def test_watermark_does_not_enter_values() -> None:
    made = graduation()
    overprint = Word("测试样本", Box(500, 200, 900, 520), 0.99)
    (document,) = documents_of(reading(replace(made, words=(*made.words, overprint))))
    assert {f.name: f.value for f in document.fields}["major"] == "机械工程"


def test_blank_file_is_one_unsure_other() -> None:
    blank = Page(1, (100, 100), (100, 100), "ocr", quality=PageQuality(blank=True))
    (document,) = documents_of(reading(blank))
    assert (document.kind, "kind_uncertain" in document.remarks) == ("other", True)
    assert documents_of(reading()) == ()


@pytest.mark.parametrize("heading", ["毕业证", "毕 业 证 书", "畢業證書", "^^毕业证书（副本）"])
def test_heading_in_other_dress(heading: str) -> None:
    body = GRADUATION.format(name="周启航", level="本科").replace("^^毕业证书", "^^" + heading.lstrip("^"))
    assert classify(PageView(page(body))).kind == "graduation_certificate"


def test_vertical_heading_of_stacked_characters() -> None:
    stacked = tuple(word(c, 100, 100 + 90 * at, 70) for at, c in enumerate("荣誉证书"))
    body = page("周启航同志：\n被评为2021年度先进工作者。特发此证。\n>越州市总工会\n>2022年4月", left=400)
    assert classify(PageView(replace(body, words=(*body.words, *stacked)))).kind == "award_certificate"


BITS = st.sampled_from(
    (
        *(
            "毕业证书",
            "学位证书",
            "荣誉证书",
            "任职资格证书",
            "备案表",
            "姓名",
            "姓名:",
            "周启航",
            "性别",
            "男",
            "专业",
            "在本校",
        ),
        *(
            "准予毕业",
            "准予",
            "授予",
            "被评为",
            "获",
            "同志:",
            "2014年6月",
            "二〇一四年",
            "六月二十日",
            "生",
            "编号",
            "学生",
        ),
        *("990011201405000123", "(", ":", "，", "。", "-", "第", "号", "系", "○", "校长", "级", "A", "☑"),
    )
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(BITS, st.integers(0, 1500), st.integers(0, 1000), st.integers(8, 90)), max_size=25),
    st.booleans(),
)
def test_no_page_is_too_odd(bits: list[tuple[str, int, int, int]], ruled: bool) -> None:
    words = tuple(Word(text, Box(x, y, x + width_of(text, h), y + h), 0.9) for text, x, y, h in bits)
    cells = tuple(w.box.grown(6) for w in words) if ruled else ()
    for document in documents_of(reading(Page(1, (1600, 1100), (1600, 1100), "ocr", words, cells))):
        assert document.kind in ALL_KINDS
        for field in document.fields:
            assert 0 <= field.confidence <= 1
            assert field.value


def test_an_extractor_that_fails_leaves_its_document_to_a_person(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> list[object]:
        raise KeyError("周启航")

    sheet = reading(page(DEGREE.format(name="周启航")), page(GRADUATION.format(name="周启航", level="本科")))
    kinds = [document.kind for document in documents_of(sheet)]
    monkeypatch.setattr(type(KINDS["degree_certificate"]), "extract", fails)
    monkeypatch.setattr("extractors.documents._log", logging.getLogger("unheard"))
    with caplog.at_level(logging.ERROR, "unheard"):
        found = documents_of(sheet)
    assert [document.kind for document in found] == kinds
    failed = next(document for document in found if document.kind == "degree_certificate")
    assert failed.fields == ()
    assert failed.kind_confidence < 0.5
    assert "kind_uncertain" in failed.remarks
    assert next(document for document in found if document.kind == "graduation_certificate").fields
    assert "KeyError" in caplog.text
    assert "周启航" not in caplog.text
