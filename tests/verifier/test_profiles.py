"""profile.json: what is tolerated, and errors that name file, field and expectation."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import PartialDate
from models.errors import ProfileError
from verifier.profiles import load_profile

LEAST: dict[str, Any] = {"schema": "heyan-profile/1", "applicant_id": "A001", "person": {"name": "周启航"}}


def written(tmp_path: Path, content: str | bytes | dict[str, Any]) -> Path:
    path = tmp_path / "A001" / "profile.json"
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False) if isinstance(content, dict) else content
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def error_of(tmp_path: Path, content: str | bytes | dict[str, Any]) -> str:
    with pytest.raises(ProfileError) as caught:
        load_profile(written(tmp_path, content))
    return str(caught.value)


def test_the_least_profile_loads(tmp_path: Path) -> None:
    profile = load_profile(written(tmp_path, LEAST))
    assert (profile.applicant_id, profile.education, profile.warnings) == ("A001", (), ())
    assert profile.employer.name is None


def test_values_are_typed(tmp_path: Path) -> None:
    more = {
        "education": [{"end": "2014-06", "auto_extracted": True}],
        "training_hours": [{"year": 2021, "total": 89.1, "public": 20}],
        "papers": None,
        "work": [{"employer": "  ", "end": None}],
    }
    profile = load_profile(written(tmp_path, LEAST | more))
    assert profile.education[0].end is not None
    assert (profile.education[0].end.precision, profile.education[0].end.latest) == ("month", date(2014, 6, 30))
    assert (profile.training_hours[0].total, profile.training_hours[0].specialized) == (Decimal("89.1"), None)
    assert (profile.papers, profile.work[0].employer) == ((), None)


def test_unknown_keys_are_warnings(tmp_path: Path) -> None:
    more = {"remark": 1, "warnings": ["x"], "education": [{"end": "2014", "gpa": 4}]}
    profile = load_profile(written(tmp_path, LEAST | more))
    assert [w.split(" ")[0] for w in profile.warnings] == [
        "A001/profile.json：remark",
        "A001/profile.json：warnings",
        "A001/profile.json：education[0].gpa",
    ]


def test_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    assert load_profile(written(tmp_path, b"\xef\xbb\xbf" + json.dumps(LEAST).encode())).person.name == "周启航"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"education": [{"end": "2014年6月"}]}, "education[0].end 应为 ISO 日期（如 2014、2014-06 或 2014-06-20），实际为“2014年6月”"),
        ({"education": [{"end": "2014-06-31"}]}, "education[0].end 应为 ISO 日期"),
        ({"education": [{"level": "研究生"}]}, "education[0].level 应为 '博士研究生'、"),
        ({"education": {}}, "education 应为列表"),
        ({"person": {"name": "周启航", "id_number": 330699199208150035}}, "person.id_number 应为文字（写在引号中）"),
        ({"person": {"name": " "}}, "person.name 为必填项"),
        ({"person": ["周启航"]}, "person 应为一个对象"),
        ({"training_hours": [{"total": 90}]}, "training_hours[0].year 为必填项"),
        ({"training_hours": [{"year": 2021, "total": "九十"}]}, "training_hours[0].total 应为数字，实际为“九十”"),
        ({"training_hours": [{"year": 2021, "total": -1}]}, "training_hours[0].total 应不小于 0，实际为 -1"),
        ({"application": {"pledge_signed": "是"}}, "application.pledge_signed 应为 true 或 false，实际为“是”"),
        ({"schema": "heyan-profile/2"}, "schema 应为“heyan-profile/1”，实际为\"heyan-profile/2\""),
    ],
)  # fmt: skip
def test_errors_name_file_field_and_expectation(tmp_path: Path, more: dict[str, Any], expected: str) -> None:
    assert f"A001/profile.json：{expected}" in error_of(tmp_path, LEAST | more)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"schema": "heyan-profile/1",\n "person": }', "第 2 行第 12 列不是正确的 JSON"),
        ('{"a": 1, "a": 2}', "字段“a”在同一对象中出现了两次"),
        ('{"a": NaN}', "数值不能是 NaN"),
        ("[]", "应为一个 JSON 对象"),
        ("", "第 1 行第 1 列不是正确的 JSON"),
        ("{}", "schema 应为“heyan-profile/1”，实际为null"),
        ("周启航".encode("gbk"), "不是 UTF-8 文字"),
        ("[" * 100_000, "嵌套过深"),
    ],
)
def test_broken_files(tmp_path: Path, content: str | bytes, expected: str) -> None:
    assert expected in error_of(tmp_path, content)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="无法读取"):
        load_profile(tmp_path / "profile.json")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_partial_dates_bound_the_day(day: date) -> None:
    full = day.isoformat()
    for text in (full, full[:7], full[:4]):
        partial = PartialDate(text)
        assert partial == text
        assert partial.earliest <= day <= partial.latest
    assert PartialDate(full).earliest == PartialDate(full).latest == day
