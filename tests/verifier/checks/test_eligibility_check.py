"""eligibility.route: every branch, on the anniversary and a day short of it, and where the notice can be read two ways."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import PROFILE, document, education, field, findings, first_letter, graduation, letter, profile, title

from models.document import Document
from models.finding import Finding
from models.profile import Profile
from verifier.reports.json_report import finding_json

NO_TITLE: dict[str, Any] = {"titles": [], "appointments": []}
WORK = [{"employer": "越州精工机械有限公司", "position": "工艺员", "start": "2005-07", "end": None, "technical": True}]


def judged(documents: list[Document], declared: Profile) -> Finding:
    found = findings("eligibility.route", documents, declared)["application"]
    assert "{" not in found.message
    return found


def answer(documents: list[Document], declared: Profile) -> tuple[str, str]:
    found = judged(documents, declared)
    return found.status.value, found.reason


def titled(obtained: str, appointed: str | None, **changes: Any) -> tuple[list[Document], Profile]:
    """A graduate of 本科 with the title, both shown by documents."""
    terms = [{"title": "助理工程师", "employer": "越州精工机械有限公司", "start": appointed}] if appointed else []
    one = PROFILE["titles"][0] | {"obtained_on": obtained}
    declared = profile(titles=[one], appointments=terms, **({"work": WORK} | changes))
    letters = [letter(start_date=appointed, employer="越州精工机械有限公司")] if appointed else []
    return [graduation(), title(obtained_on=obtained), *letters], declared


def direct(end: str, level: str = "本科", **changes: Any) -> tuple[list[Document], Profile]:
    """A graduate without the title; the diploma shows the end of study as declared."""
    school = {k: changes.pop(k) for k in ("relevance", "major", "auto_extracted", "degree") if k in changes}
    declared = profile(education=education(level=level, end=end, **school), **(NO_TITLE | {"work": WORK} | changes))
    return [graduation(end_date=end, level=level)], declared


def test_eligibility_route_pass() -> None:
    found = judged([graduation(), title(), first_letter(), letter()], profile())
    assert (found.status.value, found.reason) == ("pass", "qualified")
    steps = {step.label: step for step in found.timeline}
    award = steps["自取得助理工程师资格"]
    assert (award.start, award.end, str(award.years), award.threshold) == ("2017-12-01", "2023-12-31", "6.08", 4)
    assert award.source == "职称证.jpg 第1页"
    assert finding_json(found)["timeline"][0] == {
        "label": "自取得助理工程师资格", "start": "2017-12-01", "end": "2023-12-31", "years": 6.08, "threshold": 4,
        "source": "职称证.jpg 第1页",
    }  # fmt: skip
    assert "timeline" not in finding_json(findings("application.choice", [])["application"])
    assert "2021-12-01满4年，余761天" in found.message


def test_eligibility_route_fail() -> None:
    found = judged(*titled("2022-05-01", "2022-06-01", work=[{"start": "2021-07", "end": None, "technical": True}]))
    assert found.status.value == "fail"
    assert "差" in found.message
    assert "请核对" in found.message


@pytest.mark.parametrize(
    ("obtained", "appointed", "expected"),
    [
        ("2019-12-31", "2019-12-31", "pass"),
        ("2020-01-01", "2020-01-01", "pass"),  # 2020 to 2023 are four years as officers count
        ("2020-01-02", "2020-01-02", "review"),  # a day short
        ("2020-01-31", "2020-01-31", "review"),
        ("2020-02-01", "2020-02-01", "fail"),
        ("2019-12", "2019-12", "pass"),
        ("2020-01", "2020-01", "review"),  # its first day would do, its last would not
        ("2018-06-01", "2021-03-01", "review"),  # by the award, not by the appointment
        ("2018-06-01", None, "review"),  # no appointment declared
        ("2021-06-01", None, "fail"),  # no reading reaches
    ],
)
def test_eligibility_years_in_the_title(obtained: str, appointed: str | None, expected: str) -> None:
    work = [{"employer": "越州精工机械有限公司", "start": "2018-07", "end": None, "technical": True}]
    late = education(end="2018-06", level="本科")
    documents, declared = titled(obtained, appointed, work=work, education=late)
    documents[0] = graduation(end_date="2018-06")
    found = judged(documents, declared)
    # By graduation five years are full for everybody here, which those with a title may or may not go by.
    if expected == "fail":
        assert found.status.value == "review"
        assert "助理工程师资格后从事工程技术工作4年以上”：" in found.message.split("未达到")[1]
    else:
        assert found.status.value == expected


def test_eligibility_two_readings_are_both_shown() -> None:
    found = judged(*titled("2018-06-01", "2021-03-01"))
    assert found.status.value == "review"
    assert "按取得资格与按聘任（或毕业）起算的结论不同" in found.message
    assert {s.label for s in found.timeline} >= {"自取得助理工程师资格", "自聘任助理工程师"}


def test_eligibility_appointment_that_has_ended() -> None:
    ended = [{"title": "助理工程师", "start": "2018-01-01", "end": "2020-12-31"}]
    documents, declared = titled("2017-12-01", "2018-01-01")
    declared = profile(appointments=ended, work=WORK)
    assert answer(documents, declared) == ("review", "undecided")


@pytest.mark.parametrize(
    ("level", "end", "relevance", "expected"),
    [
        ("硕士研究生", "2021-12-31", "对口", "pass"),
        ("硕士研究生", "2022-03-01", "对口", "fail"),
        ("本科", "2018-12-31", "对口", "pass"),
        ("本科", "2019-01-01", "相近", "pass"),
        ("本科", "2019-01-02", "对口", "review"),
        ("本科", "2019-02-02", "对口", "fail"),
        ("本科", "2018-06-30", "不对口", "fail"),
        ("本科", "2017-12-31", "不对口", "pass"),
        ("大专", "2016-12-31", "对口", "pass"),
        ("大专", "2017-06-30", "对口", "fail"),
        ("大专", "2016-06-30", "不对口", "fail"),
        ("大专", "2015-12-31", "不对口", "pass"),
        ("中专", "2005-06-30", "对口", "fail"),
    ],
)
def test_eligibility_without_the_title(level: str, end: str, relevance: str, expected: str) -> None:
    documents, declared = direct(end, level, relevance=relevance, work=[WORK[0] | {"start": "2015-07"}])
    assert judged(documents, declared).status.value == expected


def test_eligibility_of_a_major_nobody_classed() -> None:
    """Both numbers of years are shown; they decide only where they agree."""
    open_yet = {"relevance": None, "major": "生物技术", "work": [WORK[0] | {"start": "2015-07"}]}
    found = judged(*direct("2018-06-30", **open_yet))
    assert found.status.value == "review"
    assert {s.threshold for s in found.timeline if "毕业" in s.label} == {5, 6}
    assert judged(*direct("2016-06-30", **open_yet)).status.value == "pass"
    assert judged(*direct("2019-06-30", **open_yet)).status.value == "fail"


def test_eligibility_by_the_office_s_list_of_majors() -> None:
    documents, declared = direct(
        "2018-06-30", relevance=None, major="机械电子工程", work=[WORK[0] | {"start": "2015-07"}]
    )
    assert judged([*documents], declared).status.value == "pass"


def test_eligibility_employer_that_is_not_private() -> None:
    for employer in ({"name": "某某研究院", "nature": "事业单位"}, {"name": "越州精工机械有限公司"}):
        documents, declared = direct("2014-06-30", employer=employer)
        assert answer(documents, declared) == ("review", "undecided")


def test_eligibility_holder_of_the_title_by_graduation() -> None:
    """如果没有助理工程师职称: whether the branch is open to holders too is for a person."""
    documents, declared = titled("2022-06-01", "2022-07-01")
    found = judged(documents, declared)
    assert found.status.value == "review"
    assert "适用于没有助理工程师职称者" in found.message


def test_eligibility_date_that_no_document_shows() -> None:
    _, declared = direct("2014-06-30")
    found = judged([], declared)
    assert found.status.value == "review"
    assert "未见材料载明" in found.message
    _, extracted = direct("2014-06-30", auto_extracted=True)
    assert answer([], extracted) == ("pass", "qualified")


def test_eligibility_documents_that_contradict() -> None:
    _, declared = direct("2014-06-30")
    found = judged([graduation(end_date="2020-06-30")], declared)
    assert found.status.value == "review"
    assert "不一致" in found.message
    assert judged([graduation(end_date="2014-06-30", level="大专")], declared).status.value == "review"


def test_eligibility_not_graduated() -> None:
    _, declared = direct("2016-06-30", work=[WORK[0] | {"start": "2016-07"}])
    assert answer([graduation(end_date="2016-06-30", conclusion="结业")], declared) == ("fail", "unqualified")
    unsure = graduation(end_date="2016-06-30", conclusion=("结业", 0.6))
    assert answer([unsure], declared) == ("review", "undecided")


def test_eligibility_years_without_work_do_not_count() -> None:
    broken = [
        {"employer": "甲", "start": "2014-07", "end": "2016-06", "technical": True},
        {"employer": "乙", "start": "2021-07", "end": None, "technical": True},
    ]
    found = judged(*direct("2014-06-30", work=broken))
    assert found.status.value == "fail"
    assert "已扣除未工作" in found.message
    unsure = [broken[0], {"employer": "丙", "start": "2016-07", "end": "2021-06"}, broken[1]]
    assert judged(*direct("2014-06-30", work=unsure)).status.value == "review"
    assert judged(*direct("2014-06-30", work=[])).status.value == "review"


def test_eligibility_degree_later_than_the_title() -> None:
    documents, declared = titled("2015-12-01", "2016-01-01", education=education(end="2021-06-30"))
    documents[0] = graduation(end_date="2021-06-30")
    assert "（晚于取得资格）" in judged(documents, declared).message
    assert answer(documents, declared) == ("review", "undecided")


FIVE: dict[str, Any] = {
    "patents": [{"type": "发明专利", "number": "x", "inventor_rank": 1, "granted_on": "2021-05-01"}],
    "work": [{"employer": "甲", "position": "工艺员", "start": "2010-01", "end": None, "technical": True}],
}


def test_eligibility_two_of_five_never_passes() -> None:
    documents, declared = direct("2022-06-30", "大专", **FIVE)
    found = judged(documents, declared)
    assert found.status.value == "review"
    assert "可认定1项，待人工认定1项" in found.message
    assert "未达到：“民营企业，大专（高职）毕业后从事专业工作满7年”" in found.message


@pytest.mark.parametrize(
    ("patents", "counts"),
    [
        ([{"type": "实用新型", "inventor_rank": 1, "granted_on": f"202{n}-03-01"} for n in (0, 1, 2)], True),
        ([{"type": "实用新型", "inventor_rank": 1, "granted_on": f"202{n}-03-01"} for n in (0, 1)], False),
        ([{"type": "实用新型", "inventor_rank": 2, "granted_on": f"202{n}-03-01"} for n in (0, 1, 2)], False),
        ([{"type": "外观设计", "inventor_rank": 1, "granted_on": f"202{n}-03-01"} for n in (0, 1, 2)], False),
        ([{"type": "发明", "inventor_rank": 1, "granted_on": "2018-12-01"}], True),  # sixty months or 2019-2023
        ([{"type": "发明", "inventor_rank": 1, "granted_on": "2018-05-01"}], False),
        ([{"type": "发明", "inventor_rank": None, "granted_on": "2020-05-01"}], True),
    ],
)
def test_eligibility_two_of_five_counts_patents(patents: list[dict[str, Any]], counts: bool) -> None:
    documents, declared = direct("2022-06-30", "大专", **(FIVE | {"patents": patents}))
    assert judged(documents, declared).status.value == ("review" if counts else "fail")


def exceptional(items: list[str], level: str, obtained: str, start: str, **changes: Any) -> Profile:
    choice = PROFILE["application"] | {"route": "exceptional", "exceptional_items": items}
    terms = [{"title": "助理工程师", "start": obtained}]
    one = {"title": "助理工程师", "obtained_on": obtained, "certificate_number": "3306S20170099017"}
    work = [{"employer": "甲", "start": start, "end": None, "technical": True}]
    made = {"application": choice, "education": education(level=level, degree=None), "titles": [one]}
    return profile(**(made | {"appointments": terms, "work": work} | changes))


@pytest.mark.parametrize(
    ("items", "level", "obtained", "start", "expected"),
    [
        (["A1", "A3", "A6"], "中专", "2018-01-01", "2002-07", "review"),
        (["破格A类第（1）项", "（3）"], "中专", "2018-01-01", "2002-07", "fail"),  # two of seven
        (
            ["A1", "A3", "A6"],
            "中专",
            "2020-06-01",
            "2002-07",
            "fail",
        ),  # below the prescribed education four years are asked
        (["A1", "A3", "A6"], "中专", "2018-01-01", "2010-07", "fail"),  # A6 asks for fifteen years, so two are left
        (["A1", "A3", "A4"], "本科", "2020-06-01", "2010-07", "review"),
        (["A1", "A3", "A4"], "本科", "2021-06-01", "2010-07", "fail"),  # under three years
        (["A1", "A3", "A4"], "本科", "2018-06-01", "2010-07", "review"),  # four years: 正常申报 is open
        (["A1", "A3", "A4"], "大专", "2018-06-01", "2010-07", "review"),  # 规定学历 may mean 本科
        ([], "中专", "2018-01-01", "2002-07", "review"),
    ],
)
def test_eligibility_exceptional_a(items: list[str], level: str, obtained: str, start: str, expected: str) -> None:
    declared = exceptional(items, level, obtained, start)
    documents = [graduation(level=level), title(obtained_on=obtained), letter(start_date=obtained)]
    found = judged(documents, declared)
    assert found.status.value == expected, found.message


def test_eligibility_exceptional_a_reads_the_form() -> None:
    declared = exceptional(["A1", "A3"], "中专", "2018-01-01", "2002-07")
    documents = [graduation(level="中专"), title(obtained_on="2018-01-01"), letter(start_date="2018-01-01")]
    form = document("exceptional_promotion_form", "破格表.jpg", items="符合破格A类第(1)、(3)、(6)项")
    assert answer([*documents, form], declared) == ("review", "undecided")
    unread = document("exceptional_promotion_form", "破格表.jpg", items=("符合", 0.2))
    assert answer([*documents, unread], declared) == ("review", "undecided")


@pytest.mark.parametrize(
    ("level", "award", "expected"),
    [
        ("中专", {"name": "国家级专精特新“小巨人”企业", "date": "2022-08-09"}, "review"),
        ("中专", {"name": "国家级专精特新小巨人企业", "date": "2022-06-20"}, "review"),  # near the window
        ("中专", {"name": "国家级专精特新小巨人企业", "date": "2021-07-15"}, "fail"),
        ("中专", {"name": "省级绿色工厂", "date": "2023-09-15"}, "fail"),
        ("中专", {"name": "先进工作者", "date": "2023-01-15"}, "review"),  # none declared: the papers must show it
        ("本科", {"name": "省级绿色工厂", "date": "2023-01-15"}, "fail"),  # has the prescribed education
        ("大专", {"name": "省级绿色工厂", "date": "2023-01-15"}, "review"),
    ],
)
def test_eligibility_exceptional_b(level: str, award: dict[str, str], expected: str) -> None:
    choice = PROFILE["application"] | {"route": "exceptional", "exceptional_items": ["B"]}
    declared = profile(application=choice, education=education(level=level), awards=[award], **NO_TITLE)
    assert judged([graduation(level=level)], declared).status.value == expected


@pytest.mark.parametrize(
    ("level", "issued", "expected"),
    [
        ("技师", "2018-05-01", "pass"),
        ("二级/技师", "2020-12-31", "pass"),
        ("高级技师", "2021-01-01", "pass"),
        ("技师", "2021-01-02", "review"),
        ("技师", "2021-05-20", "fail"),
        ("高级工", "2015-05-01", "review"),  # 技师 may be read with 职业资格 alone
        ("中级工", "2015-05-01", "fail"),
    ],
)
def test_eligibility_skilled(level: str, issued: str, expected: str) -> None:
    choice = PROFILE["application"] | {"route": "skilled"}
    skill = {"occupation": "电工", "level": level, "certificate_number": "Y000033000123212000045", "issued_on": issued}
    declared = profile(application=choice, skill_certificates=[skill], work=WORK, **NO_TITLE)
    paper = document(
        "vocational_certificate", occupation="电工", level="技师" if "技师" in level else level, issue_date=issued
    )
    if level == "高级技师":
        paper = document("vocational_certificate", occupation="电工", level=level, issue_date=issued)
    assert judged([paper], declared).status.value == expected
    assert judged([], declared).status.value == ("fail" if expected == "fail" else "review")


def test_eligibility_without_a_route() -> None:
    for route in (None, "直接认定"):
        declared = profile(application=PROFILE["application"] | {"route": route})
        assert answer([], declared) == ("review", "no_route")


def test_eligibility_of_an_empty_profile() -> None:
    bare = profile(education=[], work=[], **NO_TITLE)
    assert answer([], bare) == ("review", "undecided")


def test_eligibility_row_of_a_list_of_appointments() -> None:
    """In a document that appoints many, only the applicant's row speaks."""
    documents, declared = titled("2017-12-01", "2018-01-01")
    rows = [("周启航", "2018-01-01"), ("沈若岚", "2022-01-01")]
    more = [field(n, v, row=i) for i, row in enumerate(rows) for n, v in zip(("name", "start_date"), row, strict=True)]
    listed = document("appointment_letter", "通知.pdf", title="助理工程师", more=more)
    assert answer([*documents[:2], listed], declared) == ("pass", "qualified")


def test_eligibility_appointment_that_its_letter_ends() -> None:
    """Declared as going on, but the letter prints an end: the years until the cut-off are not shown."""
    documents, declared = titled("2017-12-01", "2018-01-01")
    documents[2] = letter(start_date="2018-01-01", end_date="2020-12-31")
    assert answer(documents, declared) == ("review", "undecided")


@pytest.mark.parametrize("day", ["9999-12-31", "9999", "2024-02-29"])
def test_eligibility_of_days_that_have_not_come(day: str) -> None:
    """Nonsense in a profile is answered, not stumbled over, and never passes."""
    work = [{"employer": "甲", "position": "技术部经理", "start": day, "end": day, "technical": True}]
    assert judged(*direct(day, work=work)).status.value != "pass"
    assert judged(*titled(day, day, work=work)).status.value != "pass"
