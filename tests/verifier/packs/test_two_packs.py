"""Two packs judge the same applicant differently, and what they differ in stands nowhere in the program."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.document import Document, Field
from models.finding import Finding
from models.geometry import Box
from models.profile import Profile
from verifier.eligibility.branches import Branch, Item
from verifier.eligibility.periods import Reckoning
from verifier.facts.case import Case
from verifier.rulepacks import builtin_packs, load_pack

VERIFIER = Path(__file__).parents[3] / "verifier"
HERE, EXAMPLE = "shangyu-2023-engineer", "example-yearly-hours"


def applicant(**changes: Any) -> Profile:
    data: dict[str, Any] = {
        "schema": "heyan-profile/1",
        "applicant_id": "A001",
        "person": {"name": "周启航"},
        "employer": {"name": "越州精工机械有限公司", "nature": "民营企业"},
        "application": {
            "route": "normal",
            "subfield": "技术开发",
            "submitted_on": "2023-09-15",
            "employer_submitted_on": "2023-09-21",
            "publicity": {"start": "2023-09-13", "end": "2023-09-20"},
        },
        "education": [{"level": "本科", "major": "机械工程", "end": "2018-06-30", "auto_extracted": True}],
        "work": [{"employer": "越州精工机械有限公司", "start": "2018-07-01", "technical": True}],
    }
    return Profile.model_validate(data | changes)


def card(year: int, total: int) -> Document:
    values = {"name": "周启航", "year": str(year), "total_hours": str(total), "public_hours": "20"}
    values["specialized_hours"] = str(total - 20)
    fields = tuple(Field(n, v, v, 0.97, 1, Box(0.0, 0.0, 9.0, 9.0)) for n, v in values.items())
    return Document(f"d{year}", f"{year}.jpg", (1,), "training_hour_card", 0.95, fields)


def said(pack: str, check: str, case: Case) -> Finding:
    made = next(c for c in load_pack(pack).checks if c.rule.check == check)
    return next(iter(made.run(case)))


@pytest.mark.parametrize(
    ("check", "here", "example"),
    [
        ("eligibility.route", "pass", "pass"),  # five years at the end of 2023, six at the end of 2025
        ("application.deadline", "fail", "pass"),
        ("application.publicity", "pass", "fail"),  # five working days, seven asked
        ("application.choice", "pass", "fail"),
    ],
)
def test_the_same_applicant_by_two_packs(check: str, here: str, example: str) -> None:
    case = Case(applicant())
    assert said(HERE, check, case).status.value == here
    assert said(EXAMPLE, check, case).status.value == example


def test_years_and_cut_off_are_the_pack_s() -> None:
    late = Case(applicant(education=[{"level": "本科", "end": "2020-01-15", "auto_extracted": True}]))
    assert said(HERE, "eligibility.route", late).status.value == "fail"
    assert said(EXAMPLE, "eligibility.route", late).status.value == "review"  # fifteen days short of six years
    first = Case(applicant(education=[{"level": "本科", "end": "2020-01-01", "auto_extracted": True}]))
    assert said(EXAMPLE, "eligibility.route", first).status.value == "review"  # no day of grace


def test_hours_by_the_year_or_by_the_sum() -> None:
    uneven = Case(applicant(), (card(2021, 80), card(2022, 100), card(2023, 100)))
    assert said(HERE, "training.total", uneven).status.value == "pass"
    same_later = Case(applicant(), (card(2023, 80), card(2024, 100), card(2025, 100)))
    found = said(EXAMPLE, "training.total", same_later)
    assert found.status.value == "fail"
    assert "尚缺2023年10学时" in found.message


def test_the_example_says_that_it_is_one() -> None:
    pack = load_pack(EXAMPLE)
    assert "示例" in pack.notice
    assert "编造" in pack.title
    assert all(rule.clause.startswith("示例") and rule.words.startswith("示例") for rule in pack.rules)


def constants(path: Path) -> Iterator[object]:
    """Every constant of a module but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    spoken = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in spoken | bare:
            yield node.value


def test_nothing_of_the_notice_is_in_the_program() -> None:
    numbers = {270, 180, 54, 2020, 2021, 2022, 2023}
    words = ("上虞", "绍兴", "虞人社", "机电制造", "助理工程师", "小巨人", "绿色工厂", "正常申报", "技术开发")
    for path in sorted([*(VERIFIER / "checks").rglob("*.py"), *(VERIFIER / "eligibility").rglob("*.py")]):
        for value in constants(path):
            if isinstance(value, str):
                assert not any(word in value for word in words), f"{path.name}: {value!r}"
            elif isinstance(value, int) and not isinstance(value, bool):
                assert value not in numbers, f"{path.name}: {value}"


def test_the_guide_names_what_a_pack_may_hold() -> None:
    guide = (VERIFIER.parent / "docs" / "rules.md").read_text("utf-8")
    for made in (Branch, Item, Reckoning):
        for field in dataclasses.fields(made):
            if field.name not in ("id", "names"):
                assert f"`{field.name}" in guide, field.name
    assert all(f"`{name}`" in guide for name in builtin_packs())
