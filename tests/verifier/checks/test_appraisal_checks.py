"""appraisal.*: a table a year, of one year, that says what was done, sealed by the year's last employer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from case_builder import (
    MIDDLING,
    NARRATIVE,
    PROFILE,
    WEAK,
    appraisal,
    award,
    case,
    document,
    encrypted,
    field,
    findings,
    pack,
    profile,
    said,
)

from models.document import Document
from models.finding import Status

YEARS = ("2020", "2021", "2022")


def tables(*years: str) -> list[Document]:
    return [appraisal(year) for year in years or YEARS]


def merged(confidence: float = 0.97, **fields: Any) -> Document:
    rows = [field("year", y, confidence, row=i) for i, y in enumerate(YEARS)]
    rows += [field("result", "合格", row=i) for i in range(3)]
    return document("annual_appraisal", "合并.pdf", more=rows, **fields)


def test_appraisal_each_year_pass() -> None:
    found = findings("appraisal.each_year", tables())
    assert {s: f.status.value for s, f in found.items()} == dict.fromkeys(YEARS, "pass")


def test_appraisal_each_year_missing() -> None:
    assert said("appraisal.each_year", "2021", tables("2020", "2022")) == ("missing", "lacking")


def test_appraisal_each_year_edges() -> None:
    some = tables("2020", "2022")
    assert said("appraisal.each_year", "2021", some, profile(), encrypted()) == ("review", "maybe_unread")
    assert said("appraisal.each_year", "2021", [*some, appraisal(("2021", WEAK))]) == ("review", "undated")
    assert said("appraisal.each_year", "2021", [merged()]) == ("review", "only_merged")
    assert said("appraisal.each_year", "2021", [merged(), *tables()]) == ("pass", "there")
    twice = [*tables(), appraisal("2021", "again.png", result="合格")]
    assert said("appraisal.each_year", "2021", twice) == ("review", "differing")


def test_appraisal_each_year_before_the_first_employment() -> None:
    declared = profile(
        work=[{"employer": "越州精工机械有限公司", "start": "2021-07"}],
        appraisals=PROFILE["appraisals"][1:],
    )
    assert said("appraisal.each_year", "2020", tables("2021", "2022"), declared) == ("review", "not_employed")


def test_appraisal_single_year_pass() -> None:
    assert said("appraisal.single_year", "考核2021.jpg", tables()) == ("pass", "single")


def test_appraisal_single_year_merged() -> None:
    """The built-in pack leaves a merged table to a person; a pack without that word fails it."""
    assert said("appraisal.single_year", "合并.pdf", [merged()]) == ("review", "merged")
    check = next(c for c in pack().checks if c.rule.check == "appraisal.single_year")
    strict = replace(check, rule=replace(check.rule, statuses={}))  # type: ignore[type-var]
    assert [f.status for f in strict.run(case([merged()]))] == [Status.FAIL]


def test_appraisal_single_year_edges() -> None:
    assert said("appraisal.single_year", "合并.pdf", [merged(MIDDLING)]) == ("review", "perhaps_merged")
    unsure = appraisal("2021", remarks=["several_years"])
    assert said("appraisal.single_year", "考核2021.jpg", [unsure]) == ("review", "perhaps_merged")
    assert said("appraisal.single_year", "考核2021.jpg", [appraisal(("2021", WEAK))]) == ("review", "undated")


def test_appraisal_not_award_pass() -> None:
    assert said("appraisal.not_award", "2021", [*tables(), award()]) == ("pass", "table")


def test_appraisal_not_award_instead_of_the_table() -> None:
    """The built-in pack leaves it to a person; a pack without that word fails what is clear."""
    documents = [*tables("2020", "2022"), award()]
    assert said("appraisal.not_award", "2021", documents) == ("review", "instead")
    check = next(c for c in pack().checks if c.rule.check == "appraisal.not_award")
    strict = replace(check, rule=replace(check.rule, statuses={}))  # type: ignore[type-var]
    found = {f.subject: f for f in strict.run(case(documents))}
    assert found["2021"].status is Status.FAIL
    assert found["2020"].status is Status.PASS


def test_appraisal_not_award_edges() -> None:
    some = tables("2020", "2022")
    declared = profile(awards=[{"name": "2021年度优秀员工"}])
    assert said("appraisal.not_award", "2021", [*some, award()], declared) == ("review", "perhaps_instead")
    assert said("appraisal.not_award", "2021", [*some, award(name="沈若岚")]) == ("review", "perhaps_instead")
    assert said("appraisal.not_award", "2021", some) == ("not_applicable", "neither")
    of_its_date = award(award="先进工作者", issue_date="2021-12")
    assert said("appraisal.not_award", "2021", [*some, of_its_date]) == ("review", "instead")
    looks_back = award(award="先进工作者", issue_date="2022-01-20")
    assert said("appraisal.not_award", "2021", [*some, looks_back]) == ("review", "perhaps_instead")
    of_no_year = award(award="先进工作者", issue_date=None)
    assert said("appraisal.not_award", "2021", [*some, of_no_year]) == ("review", "perhaps_instead")


def test_appraisal_narrative_pass() -> None:
    found = findings("appraisal.narrative", tables())["2021"]
    assert (found.status.value, found.read) == ("pass", NARRATIVE)


def test_appraisal_narrative_one_sentence() -> None:
    bare = appraisal("2021", comment="该同志工作认真负责，合格。")
    assert said("appraisal.narrative", "2021", [bare]) == ("review", "short")


def test_appraisal_narrative_edges() -> None:
    praise = "该同志一年来工作认真负责，团结同事，遵守纪律，服从安排，勤奋好学，积极向上，" * 3
    assert said("appraisal.narrative", "2021", [appraisal("2021", comment=praise)]) == ("review", "not_concrete")
    poor = appraisal("2021", comment=(NARRATIVE, WEAK))
    assert said("appraisal.narrative", "2021", [poor]) == ("review", "unreadable")
    both = appraisal("2021", comment="同意。", more=[field("comment", NARRATIVE)])
    assert said("appraisal.narrative", "2021", [both]) == ("pass", "described")
    report = field("comment", NARRATIVE, 0.49, notes=["self_report"])
    assert said("appraisal.narrative", "2021", [appraisal("2021", comment="同意。", more=[report])])[0] == "pass"
    assert said("appraisal.narrative", "2021", []) == ("not_applicable", "no_table")
    assert said("appraisal.narrative", "2021", [appraisal("", comment=NARRATIVE)]) == ("review", "year_unread")


def test_appraisal_result_pass() -> None:
    assert said("appraisal.result", "2021", tables()) == ("pass", "same")


@pytest.mark.parametrize("word", ["不合格", "基本合格", "不称职"])
def test_appraisal_result_fail(word: str) -> None:
    assert said("appraisal.result", "2021", [appraisal("2021", result=word)]) == ("fail", "refused")


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("合格", ("fail", "differs")),
        (("合格", MIDDLING), ("review", "doubtful")),
        (("不合格", MIDDLING), ("review", "doubtful")),
        (("优秀", WEAK), ("review", "unreadable")),
        (None, ("review", "unreadable")),
        ("称职", ("review", "unknown_word")),
        ("A", ("review", "unknown_word")),
    ],
)
def test_appraisal_result_edges(result: Any, expected: tuple[str, str]) -> None:
    assert said("appraisal.result", "2021", [appraisal("2021", result=result)]) == expected


def test_appraisal_result_two_ticks_and_declarations() -> None:
    two = appraisal("2021", more=[field("result", "合格")])
    assert said("appraisal.result", "2021", [two]) == ("review", "conflict")
    assert said("appraisal.result", "2021", tables(), profile(appraisals=[])) == ("missing", "undeclared")
    poor = profile(appraisals=[{"year": 2021, "result": "不合格"}])
    assert said("appraisal.result", "2021", [appraisal("2021", result=None)], poor) == ("fail", "declared_refused")
    assert said("appraisal.result", "2021", [merged()])[0] == "fail"  # its row says 合格, declared is 优秀


def test_appraisal_employer_pass() -> None:
    found = findings("appraisal.employer", tables())
    assert {s: f.status.value for s, f in found.items()} == dict.fromkeys(YEARS, "pass")


def test_appraisal_employer_of_before_the_move() -> None:
    """Moved in August 2021: the new employer appraises that year."""
    old = appraisal("2021", employer="稽山智能装备股份有限公司")
    assert said("appraisal.employer", "2021", [old]) == ("review", "earlier_employer")


@pytest.mark.parametrize(
    ("employer", "expected"),
    [
        ("山阴新材料有限公司", ("review", "different")),
        (("越州精工机械有限公司", WEAK), ("review", "unreadable")),
        (None, ("review", "unreadable")),
        ("越州精工机械有限责任公司", ("pass", "alias")),
    ],
)
def test_appraisal_employer_edges(employer: Any, expected: tuple[str, str]) -> None:
    assert said("appraisal.employer", "2022", [appraisal("2022", employer=employer)]) == expected


def test_appraisal_employer_by_declaration() -> None:
    assert said("appraisal.employer", "2022", tables(), profile(work=[])) == ("pass", "same")
    nothing = profile(work=[], appraisals=[])
    assert said("appraisal.employer", "2022", tables(), nothing) == ("review", "no_history")
    other = profile(appraisals=[{"year": 2022, "result": "合格", "employer": "山阴新材料有限公司"}])
    assert said("appraisal.employer", "2022", tables(), other) == ("review", "declared_differs")
    for name in ("越州精工机戒有限公司", "越州精工机械股份有限公司", "越州精工机械有限公司上虞分公司"):
        near = profile(appraisals=[{"year": 2022, "result": "合格", "employer": name}])
        assert said("appraisal.employer", "2022", tables(), near) == ("review", "declared_differs")
    place = profile(appraisals=[{"year": 2022, "result": "合格", "employer": "越州精工机械有限责任公司"}])
    assert said("appraisal.employer", "2022", tables(), place) == ("pass", "same")


def test_appraisal_employer_after_leaving_without_a_new_post() -> None:
    left = profile(work=[{"employer": "越州精工机械有限公司", "start": "2014", "end": "2022-05"}])
    assert said("appraisal.employer", "2022", tables(), left) == ("pass", "same")


def test_appraisal_seal_pass() -> None:
    assert said("appraisal.seal", "2022", tables()) == ("pass", "illegible")
    named = appraisal("2022", seal="越州精工机械有限公司")
    assert said("appraisal.seal", "2022", [named]) == ("pass", "employers")


def test_appraisal_seal_lacking() -> None:
    assert said("appraisal.seal", "2022", [appraisal("2022", seal=None)]) == ("review", "lacking")


def test_appraisal_seal_edges() -> None:
    grey = appraisal("2022", seal=None, remarks=["grayscale"])
    assert said("appraisal.seal", "2022", [grey]) == ("review", "grayscale")
    assert said("appraisal.seal", "2022", [appraisal("2022", seal=("present", WEAK))]) == ("review", "unsure")
    other = appraisal("2022", seal="山阴新材料有限公司")
    assert said("appraisal.seal", "2022", [other]) == ("review", "other_owner")
    broken = appraisal("2022", seal="州精工")
    assert said("appraisal.seal", "2022", [broken])[0] == "pass"
    misread = appraisal("2022", seal="趣州精工机械有限公司")
    assert said("appraisal.seal", "2022", [misread]) == ("pass", "illegible")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("越州精工机械有限公司 人事专用章", "employers"),
        ("越州精工机械有限公司人力资源部", "employers"),
        ("越州精工机械有限公司杭州分公司", "near_owner"),
        ("山阴新材料有限公司 合同专用章", "other_owner"),
        ("越州理工大学", "other_owner"),
        ("绍兴市上虞区人力资源和社会保障局", "other_owner"),
    ],
)
def test_appraisal_seal_says_whose_it_is(text: str, reason: str) -> None:
    sealed = appraisal("2022", seal=text)
    assert said("appraisal.seal", "2022", [sealed]) == ("pass" if reason == "employers" else "review", reason)
    finding = findings("appraisal.seal", [sealed])["2022"]
    assert finding.read == text
    assert text in finding.message


def test_appraisal_table_that_goes_on_in_another_file() -> None:
    """The second sheet carries result and seal, no head: it belongs to the table before it and is asked for nothing else."""
    first = appraisal("2022", "考核8.jpg", result=None, seal=None)
    second = document("annual_appraisal", "考核9.jpg", result="合格", seal="present")
    documents = [*tables("2020", "2021"), first, second]
    assert said("appraisal.result", "2022", documents) == ("pass", "same")
    assert findings("appraisal.result", documents)["2022"].evidence[0].file == "考核9.jpg"
    assert said("appraisal.seal", "2022", documents) == ("pass", "illegible")
    assert said("appraisal.single_year", "考核9.jpg", documents) == ("pass", "continues")
    assert said("identity.name", "考核9.jpg", documents) == ("not_applicable", "nameless")
    alone = [*tables("2020", "2021", "2022"), second]
    assert said("identity.name", "考核9.jpg", alone) == ("review", "unreadable")
    assert said("appraisal.single_year", "考核9.jpg", alone) == ("review", "undated")


def test_a_result_of_a_year_that_was_only_guessed_fails_nobody() -> None:
    guessed = appraisal(("2021", MIDDLING), "考核2020.jpg", result="合格")
    assert said("appraisal.result", "2021", [guessed]) == ("review", "doubtful")
    assert said("appraisal.result", "2021", [appraisal("2021", result="合格")]) == ("fail", "differs")


def test_of_a_list_of_persons_the_applicants_row_counts() -> None:
    persons = [("沈若岚", "不合格"), ("周启航", "合格"), ("马晓明", "基本合格")]
    rows = [field("name", name, row=i) for i, (name, _) in enumerate(persons)]
    rows += [field("result", word, row=i) for i, (_, word) in enumerate(persons)]
    listed = document("annual_appraisal", "一览表.pdf", more=rows, year="2020", employer="越州精工机械有限公司")
    assert said("appraisal.result", "2020", [listed]) == ("pass", "same")


def test_a_table_that_rather_names_somebody_else_proves_and_accuses_nothing() -> None:
    """Its name was not read firmly, so that it is not surely another's."""
    strange = appraisal("2021", file="外来.jpg", name=("沈若岚", MIDDLING), result="合格")
    found = findings("appraisal.each_year", [strange])["2021"]
    assert (found.status.value, found.reason) == ("review", "other_name")
    assert "沈若岚" in found.message
    assert said("appraisal.result", "2021", [strange]) == ("review", "doubtful")
    assert said("appraisal.not_award", "2021", [strange, award()])[0] == "review"
    beside = [*tables(), strange]
    assert said("appraisal.each_year", "2021", beside) == ("pass", "there")
    assert said("appraisal.result", "2021", beside) == ("pass", "same")
    misread = appraisal("2021", name=("周启杭", MIDDLING))
    assert said("appraisal.each_year", "2021", [misread]) == ("pass", "there")
