"""A paper on which somebody else's name was read, if not beyond doubt, proves nothing of the applicant and accuses nobody."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import (
    MIDDLING,
    PROFILE,
    WEAK,
    appraisal,
    award,
    card,
    degree,
    document,
    field,
    graduation,
    letter,
    profile,
    registration,
    said,
    title,
)

from models.document import Document

OTHER = ("沈若岚", MIDDLING)
SKILL = [{"occupation": "钳工", "level": "技师", "certificate_number": "1533069924215123", "issued_on": "2015-06-02"}]
AWARD = [{"name": "2021年度优秀员工", "issuer": "越州精工机械有限公司", "date": "2022-01"}]


def skill(**fields: Any) -> Document:
    printed = {
        "name": "周启航", "occupation": "钳工", "level": "技师", "certificate_number": "1533069924215123",
        "issue_date": "2015-06-02",
    }  # fmt: skip
    return document("vocational_certificate", "技师证.jpg", **(printed | fields))


@pytest.mark.parametrize(
    ("check", "subject", "paper"),
    [
        ("appraisal.result", "2021", appraisal("2021", name=OTHER)),
        ("appraisal.employer", "2021", appraisal("2021", name=OTHER)),
        ("training.declared", "2021", card("2021", name=OTHER, id_number=None)),
        ("title.match", "titles[0]", title(name=OTHER)),
        ("title.certificate", "titles[0]", title(name=OTHER)),
        ("appointment.match", "appointments[1]", letter(name=OTHER)),
        ("appointment.letter", "appointments[1]", letter(name=OTHER)),
        ("vocational.certificate", "skill_certificates[0]", skill(name=OTHER)),
        ("education.school", "education[0]", graduation(name=OTHER)),
        ("education.major", "education[0]", graduation(name=OTHER)),
        ("education.dates", "education[0]", graduation(name=OTHER)),
        ("education.number", "education[0]", graduation(name=OTHER)),
        ("education.conclusion", "education[0]", graduation(name=OTHER)),
        ("appraisal.narrative", "2021", appraisal("2021", name=OTHER)),
        ("appraisal.seal", "2021", appraisal("2021", name=OTHER)),
    ],
)
def test_values_that_agree_on_a_paper_with_another_name_are_for_a_person(
    check: str, subject: str, paper: Document
) -> None:
    assert said(check, subject, [paper], profile(skill_certificates=SKILL))[0] == "review"


def test_an_own_paper_beside_one_with_another_name_still_passes() -> None:
    papers = [title(), title("另一份.jpg", name=OTHER)]
    assert said("title.match", "titles[0]", papers)[0] == "pass"
    assert said("title.certificate", "titles[0]", papers)[0] == "pass"


def test_a_list_that_does_not_name_the_applicant_is_not_their_table() -> None:
    """One row of it was not read firmly, so that the applicant may stand there: neither passed nor missed."""
    rows = [field("name", "沈若岚", row=0), field("name", "聂远", MIDDLING, row=1), field("result", "优秀", row=0)]
    listed = document("annual_appraisal", "名单.pdf", year="2021", employer="越州精工机械有限公司", more=rows)
    assert said("appraisal.each_year", "2021", [listed]) == ("review", "other_name")
    assert said("appraisal.employer", "2021", [listed])[0] == "review"


@pytest.mark.parametrize("name", [("周启行", 0.97), ("周启航", WEAK), ("周后航", 0.97), ("周启航行", 0.97)])
def test_an_award_to_a_name_like_the_applicants_or_unread_is_for_a_person(name: tuple[str, float]) -> None:
    assert said("achievement.award", "awards[0]", [award(name=name)], profile(awards=AWARD))[0] == "review"


def test_an_award_to_the_applicant_among_others_passes() -> None:
    both = [field("name", "沈若岚", row=0), field("name", "周启航", row=1)]
    assert said("achievement.award", "awards[0]", [award(name=None, more=both)], profile(awards=AWARD))[0] == "pass"
    one_run = award(name="沈若岚、周启航")
    assert said("achievement.award", "awards[0]", [one_run], profile(awards=AWARD))[0] == "pass"


def test_insurance_of_somebody_else_covers_no_month() -> None:
    def record(file: str, start: str, end: str, **fields: Any) -> Document:
        told = {"start_month": start, "end_month": end, "insurance_type": "企业职工基本养老保险"}
        return document("social_insurance_record", file, **(told | fields))

    other = record("社保.pdf", "2019-08", "2023-07", employer="越州精工机械有限公司", name=OTHER)
    declared = profile(
        social_insurance_auto_extracted=False, work=[{"employer": "越州精工机械有限公司", "start": "2014-07"}]
    )
    assert said("insurance.coverage", "application", [other], declared) == ("review", "other_name")
    own = record("本人.pdf", "2019-08", "2023-07", employer="越州精工机械有限公司", name="周启航")
    assert said("insurance.coverage", "application", [other, own], declared)[0] == "pass"
    half = record("半.pdf", "2019-08", "2022-07", employer="越州精工机械有限公司", name="周启航")
    assert said("insurance.coverage", "application", [other, half], declared) == ("review", "other_name")


def test_an_approval_form_for_somebody_else_is_for_a_person() -> None:
    seals = [field("seal", "present"), field("seal", "present")]
    choice = PROFILE["application"] | {"route": "exceptional", "exceptional_items": ["B"]}
    form = document("exceptional_promotion_form", "审批表.pdf", items="B", name=OTHER, more=seals)
    assert said("exceptional.form", "application", [form], profile(application=choice)) == ("review", "other_name")
    own = document("exceptional_promotion_form", "审批表.pdf", items="B", name="周启航", more=seals)
    assert said("exceptional.form", "application", [own], profile(application=choice))[0] == "pass"


def test_materials_in_another_name_do_not_complete_an_education() -> None:
    papers = [graduation(), degree(), registration(name=OTHER)]
    assert said("education.material", "education[0]", papers) == ("review", "other_name")
    assert said("education.material", "education[0]", [*papers, registration("二.pdf")])[0] == "pass"


def test_years_are_not_counted_from_a_day_that_only_somebody_elses_paper_shows() -> None:
    choice = PROFILE["application"] | {"route": "skilled"}
    declared = profile(application=choice, skill_certificates=SKILL)
    assert said("eligibility.route", "application", [skill()], declared)[0] == "pass"
    assert said("eligibility.route", "application", [skill(name=OTHER)], declared)[0] == "review"


@pytest.mark.parametrize(("sureness", "status"), [(0.49, "review"), (0.25, "pass")])
def test_a_name_made_out_as_nothing_of_the_applicants_is_for_a_person(sureness: float, status: str) -> None:
    cards = [card("2021", name=("司徒静姝", sureness), id_number=None), card("2022"), card("2023")]
    assert said("training.each_year", "2021", cards)[0] == status
    assert said("training.each_year", "2022", cards)[0] == "pass"


def test_a_card_with_anothers_number_is_anothers_where_its_name_is_unsure() -> None:
    cards = [card("2021", name=("司徒静姝", 0.49), id_number="330699199010191421"), card("2022"), card("2023")]
    assert said("training.each_year", "2021", cards)[0] == "missing"


def test_a_word_of_the_form_in_a_names_place_accuses_nobody() -> None:
    papers = [title(name=("持证人", 0.95), birth_date=None, gender=None)]
    assert said("title.certificate", "titles[0]", papers)[0] == "review"
    assert said("identity.name", "职称证.jpg", papers) == ("review", "doubtful")
    others = [title(name=("沈若岚", 0.95))]
    assert said("identity.name", "职称证.jpg", others)[0] == "fail"
