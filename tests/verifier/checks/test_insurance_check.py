"""insurance.coverage: 36 months to the last that the proof can show, employer by employer."""

from __future__ import annotations

from datetime import date
from typing import Any

from case_builder import WEAK, document, encrypted, field, findings, profile, said
from hypothesis import given
from hypothesis import strategies as st

from models.document import Document
from models.profile import Profile
from verifier.facts.months import month_of, month_text, spans

OLD, NEW = "稽山智能装备股份有限公司", "越州精工机械有限公司"
PENSION = "企业职工基本养老保险"
CHECK = "insurance.coverage"
Row = tuple[str, str, str]
FULL: list[Row] = [("2019-08", "2021-07", OLD), ("2021-08", "2023-07", NEW)]


def record(rows: list[Row], insurance: str | None = PENSION, confidence: float = 0.97, **fields: Any) -> Document:
    more = []
    for i, (start, end, employer) in enumerate(rows):
        more += [field("start_month", start, confidence, row=i), field("end_month", end, confidence, row=i)]
        more += [field("employer", employer, row=i)] if employer else []
    return document("social_insurance_record", "社保.pdf", more=more, insurance_type=insurance, **fields)


def declared(**changes: Any) -> Profile:
    return profile(social_insurance_auto_extracted=False, **changes)


def outcome(rows: list[Row], **more: Any) -> tuple[str, str]:
    return said(CHECK, "application", [record(rows, **more)], declared())


def test_insurance_coverage_pass() -> None:
    found = findings(CHECK, [record(FULL)], declared())["application"]
    assert (found.status.value, found.reason) == ("pass", "covered")
    assert "2020-08 至 2023-07" in found.message


def test_insurance_coverage_review() -> None:
    rows = [FULL[0], ("2021-08", "2022-01", NEW), ("2022-05", "2023-07", NEW)]
    found = findings(CHECK, [record(rows)], declared())["application"]
    assert (found.status.value, found.reason) == ("review", "uncovered")
    assert "2022-02 至 2022-04未见" in found.message


def test_insurance_coverage_missing() -> None:
    assert said(CHECK, "application", [], declared()) == ("missing", "lacking")
    assert outcome(FULL, insurance="城镇职工基本医疗保险") == ("missing", "wrong_type")
    assert outcome(FULL, insurance="城乡居民基本养老保险") == ("missing", "wrong_type")


def test_insurance_coverage_not_applicable() -> None:
    assert said(CHECK, "application", []) == ("not_applicable", "auto_extracted")


def extracted(*periods: tuple[str, str, str | None], documents: tuple[Document, ...] = ()) -> tuple[str, str]:
    listed = [{"employer": who, "start": start, "end": end} for who, start, end in periods]
    return said(CHECK, "application", documents, profile(social_insurance=listed))


def test_what_the_platform_took_over_is_held_against_the_history() -> None:
    """如系统无法自动提取或提取不全，需手动上传: what was taken over may have gaps, or other employers."""
    right = ((OLD, "2020-09", "2021-07"), (NEW, "2021-08", "2023-08"))
    assert extracted() == extracted(*right) == ("not_applicable", "auto_extracted")
    assert extracted(right[0], (NEW, "2021-08", None)) == ("not_applicable", "auto_extracted")
    assert extracted((OLD, "2019-01", "2021-08"), (NEW, "2021-09", "2023-07")) == ("not_applicable", "auto_extracted")
    gap = (right[0], (NEW, "2021-08", "2022-02"), (NEW, "2022-06", "2023-08"))
    assert extracted(*gap) == ("review", "extracted_partly")
    assert extracted(*gap, documents=(record(FULL),)) == ("pass", "covered")  # the proof fills what was not taken over
    assert extracted((OLD, "2020-09", "2023-08")) == ("review", "extracted_other")
    assert extracted(right[0], ("越州众合人力资源有限公司", "2021-08", "2023-08")) == ("review", "extracted_other")


def test_late_booking_is_no_gap() -> None:
    to_june = [FULL[0], ("2021-08", "2023-06", NEW)]
    assert outcome(to_june) == ("pass", "covered")
    to_may = [FULL[0], ("2021-08", "2023-05", NEW)]
    assert outcome(to_may) == ("review", "uncovered")
    printed_in_july = [FULL[0], ("2021-08", "2023-05", NEW)]
    assert outcome(printed_in_july, printed_on="2023-07-03") == ("pass", "covered")
    old = [("2018-09", "2021-07", OLD), ("2021-08", "2022-01", NEW)]
    assert outcome(old, printed_on="2022-02-10") == (
        "review",
        "uncovered",
    )  # printed a year and a half before the application


def test_employers_are_held_against_the_history() -> None:
    stayed = [("2019-08", "2023-07", NEW)]
    assert outcome(stayed) == ("review", "other_employer")
    late = [("2019-08", "2021-08", OLD), ("2021-09", "2023-07", NEW)]
    assert outcome(late) == ("pass", "covered")
    dispatched = [FULL[0], ("2021-08", "2023-07", "绍兴某某人力资源有限公司")]
    found = findings(CHECK, [record(dispatched)], declared())["application"]
    assert (found.status.value, found.reason) == ("review", "dispatched")
    assert "绍兴某某人力资源有限公司（2021-08 至 2023-07）" in found.message.replace("2021-09", "2021-08")
    both = [("2019-08", "2021-01", OLD), ("2021-08", "2023-07", "浙江某某贸易有限公司")]
    assert outcome(both) == ("review", "uncovered_and_other")


def test_months_without_employment_are_not_asked_for() -> None:
    begun = declared(work=[{"employer": NEW, "start": "2022-01", "end": None}])
    rows = [("2022-01", "2023-07", NEW)]
    assert said(CHECK, "application", [record(rows)], begun) == ("pass", "covered")
    unknown = declared(work=[])
    assert said(CHECK, "application", [record(FULL)], unknown) == ("review", "no_history")
    assert said(CHECK, "application", [record(rows)], unknown) == ("review", "uncovered")


def test_what_was_not_read_is_for_a_person() -> None:
    assert outcome(FULL, confidence=WEAK) == ("review", "unreadable")
    assert outcome(FULL, insurance=None) == ("review", "type_unread")
    assert outcome([(a, b, "") for a, b, _ in FULL]) == ("review", "other_employer")
    assert outcome([("2021", "2023-07", NEW)]) == ("review", "unreadable")
    gap = [FULL[0], ("2022-08", "2023-07", NEW)]
    read = record(gap)
    assert said(CHECK, "application", [read], declared(), encrypted()) == ("review", "unread_rows")
    assert said(CHECK, "application", [], declared(), encrypted()) == ("review", "maybe_unread")


def test_a_row_without_any_month_read_is_an_unread_row() -> None:
    gap = record([FULL[0], ("2022-08", "2023-07", NEW)])
    bare = document("social_insurance_record", "社保.pdf", more=[*gap.fields, field("employer", NEW, row=2)])
    kind = [field("insurance_type", PENSION, row=2)]
    assert said(CHECK, "application", [gap], declared()) == ("review", "uncovered")
    for more in ([], kind):
        told = document("social_insurance_record", "社保.pdf", more=[*bare.fields, *more])
        assert said(CHECK, "application", [told], declared()) == ("review", "unread_rows")


def test_one_employer_in_the_head_speaks_for_all_rows() -> None:
    one = declared(work=[{"employer": NEW, "start": "2014-07", "end": None}])
    rows = [("2019-08", "2021-07", ""), ("2021-08", "2023-07", "")]
    assert said(CHECK, "application", [record(rows, employer=NEW)], one) == ("pass", "covered")


def test_several_records_make_one_history() -> None:
    parts = [record(FULL[:1]), record(FULL[1:])]
    assert said(CHECK, "application", parts, declared()) == ("pass", "covered")


def test_a_units_list_counts_only_the_applicants_rows() -> None:
    rows = [("2019-08", "2023-07", NEW), *FULL]
    names = [field("name", name, row=i) for i, name in enumerate(("沈若岚", "周启航", "周启航"))]
    whole = record(rows)
    listed = document("social_insurance_record", "名单.pdf", more=[*whole.fields, *names])
    assert said(CHECK, "application", [listed], declared()) == ("pass", "covered")
    others = document("social_insurance_record", "名单.pdf", more=[*whole.fields, *names[:1]])
    assert said(CHECK, "application", [others], declared()) == ("missing", "lacking")
    unread = document("social_insurance_record", "名单.pdf", more=[*whole.fields, field("name", "沈若岚", WEAK, row=0)])
    assert said(CHECK, "application", [unread], declared()) == ("review", "unreadable")


@given(st.sets(st.integers(24_000, 24_100)))
def test_spans_name_every_month(months: set[int]) -> None:
    shown = spans(months)
    counted = 0
    for run in filter(None, shown.split("、")):
        first, _, last = run.partition(" 至 ")
        ends = [month_of(date.fromisoformat(f"{m}-01")) for m in (first, last or first)]
        assert set(range(ends[0], ends[1] + 1)) <= months
        counted += ends[1] - ends[0] + 1
    assert counted == len(months)
    assert month_text(24_000) == "2000-01"


def test_a_record_of_unsure_kind_proves_nothing_by_itself() -> None:
    assert outcome(FULL, remarks=["kind_uncertain"]) == ("review", "unsure_kind")


def test_a_kind_that_the_head_of_a_column_names_is_known() -> None:
    plain = record(FULL, insurance=None)
    for kind, expected in (("养老", ("pass", "covered")), ("失业", ("review", "unreadable"))):
        headed = [field("insurance_type", kind, WEAK, row=row, notes=["column_head"]) for row in range(len(FULL))]
        told = document("social_insurance_record", "社保.pdf", more=[*plain.fields, *headed])
        found = said(CHECK, "application", [told], declared())
        assert found == expected
