"""A roster in place of profile.json: the template holds every field, and what is wrong is named by sheet, row, column."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from models.errors import ProfileError
from models.profile import Profile
from verifier.applicants import find_applicants
from verifier.profiles import load_profile
from verifier.roster import load_roster, write_template
from verifier.roster.sheets import FLAGS, FOLDER, ID, ROUTES, roster_sheets

SAMPLES = Path(__file__).parents[3] / "samples" / "applicants"
PROFILES = sorted(SAMPLES.glob("*/profile.json"))
TWO = [SAMPLES / name / "profile.json" for name in ("T01", "T02")]


def filled(path: Path, *profiles: Profile) -> Path:
    """The template at `path`, filled from `profiles` as a person would."""
    write_template(path)
    book = openpyxl.load_workbook(path)
    for sheet in roster_sheets():
        page = book[sheet.name]
        for profile in profiles:
            entries = getattr(profile, sheet.entries) if sheet.entries else [profile]
            for entry in entries:
                page.append([said(profile, entry, column) for column in sheet.columns])
    book.save(path)
    return path


def said(profile: Profile, entry: Any, column: Any) -> Any:
    if column.heading == ID:
        return profile.applicant_id
    if column.heading == FOLDER:
        return None
    value = entry
    for part in column.path:
        value = getattr(value, part)
    if column.holds == "route":
        return next((word for word, route in ROUTES.items() if route == value), value)
    if isinstance(value, bool):
        return next(word for word, flag in FLAGS.items() if flag is value)
    return "、".join(value) or None if isinstance(value, tuple) else value


def changed(path: Path, sheet: str, row: int, heading: str, value: Any, shape: str | None = None) -> Path:
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    column = [cell.value for cell in page[1]].index(heading) + 1
    page.cell(row, column).value = value
    if shape:
        page.cell(row, column).number_format = shape
    book.save(path)
    return path


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return filled(tmp_path / "名册.xlsx", *(load_profile(p) for p in TWO))


def test_every_profile_of_the_samples_comes_back_as_it_was(tmp_path: Path) -> None:
    profiles = [load_profile(p) for p in PROFILES]
    assert len(profiles) > 20
    back = load_roster(filled(tmp_path / "名册.xlsx", *profiles))
    assert [e.profile for e in back] == profiles


def test_the_template_holds_every_field_of_a_profile() -> None:
    def leaves(model: Any, where: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        for name, one in model.model_fields.items():
            inner = [
                a for a in (one.annotation, *getattr(one.annotation, "__args__", ())) if hasattr(a, "model_fields")
            ]
            found |= leaves(inner[0], (*where, name)) if inner else {(*where, name)}
        return found

    held = {(s.entries, *c.path) if s.entries else c.path for s in roster_sheets() for c in s.columns if c.path}
    assert held == leaves(Profile) - {("schema_id",), ("warnings",)}


def test_the_template_is_never_written_over_a_filled_one(roster: Path) -> None:
    before = roster.read_bytes()
    with pytest.raises(FileExistsError):
        write_template(roster)
    assert roster.read_bytes() == before


@pytest.mark.parametrize(
    ("value", "shape", "wanted"),
    [
        ("2014-06", None, "2014-06"),
        ("2014.6", None, "2014-06"),
        ("2014/6/2", None, "2014-06-02"),
        (2014, None, "2014"),
        # Typed as 2014-06, kept by the program as the first of June and shown as a month: no day was declared.
        (dt.datetime(2014, 6, 1), "mmm-yy", "2014-06"),
        (dt.datetime(2014, 6, 1), 'yyyy"年"m"月"', "2014-06"),
        (dt.datetime(2014, 6, 20), "yyyy-mm-dd", "2014-06-20"),
        (dt.datetime(2014, 6, 20), 'yyyy"年"m"月"d"日"', "2014-06-20"),
    ],
)
def test_dates_are_as_precise_as_they_were_written(roster: Path, value: Any, shape: str | None, wanted: str) -> None:
    changed(roster, "学历", 2, "毕业时间", value, shape)
    assert load_roster(roster)[0].profile.education[0].end == wanted


@pytest.mark.parametrize(
    ("sheet", "row", "heading", "value", "wanted"),
    [
        ("学历", 2, "毕业时间", "2014年6月", "工作表“学历”第2行“毕业时间” 应为 ISO 日期"),
        ("学历", 2, "毕业时间", 2014.6, "工作表“学历”第2行“毕业时间” 为 2014.6"),
        ("学历", 2, "层次", "研究生", "工作表“学历”第2行“层次” 应为"),
        ("学历", 2, "自动提取", "对", "工作表“学历”第2行“自动提取” 应为 是、否 之一"),
        ("学历", 3, "编号", "T99", "工作表“学历”第3行“编号” T99 不在“申报人”表中"),
        ("申报人", 2, "身份证号", 330699199208150035, "工作表“申报人”第2行“身份证号” 以数字存放"),
        ("申报人", 2, "身份证号", dt.datetime(2014, 6, 1), "工作表“申报人”第2行“身份证号” 被表格软件当作日期"),
        ("申报人", 2, "姓名", None, "工作表“申报人”第2行“姓名” 为必填项"),
        ("申报人", 2, "姓名", "=A1", "工作表“申报人”第2行“姓名” 是公式"),
        ("申报人", 3, "编号", "T01", "工作表“申报人”第3行“编号” T01 与工作表“申报人”第2行重复"),
        ("继续教育", 2, "总学时", "九十", "工作表“继续教育”第2行“总学时” 应为数字"),
        ("继续教育", 2, "年度", None, "工作表“继续教育”第2行“年度” 为必填项"),
        ("继续教育", 1, "总学时", "学时总数", "工作表“继续教育”第1行第C列“学时总数”不是模板中的列"),
        ("申报人", 1, "编号", "工号", "工作表“申报人”第1行没有“编号”列"),
    ],
)
def test_a_mistake_is_named_by_sheet_row_and_column(
    roster: Path, sheet: str, row: int, heading: str, value: Any, wanted: str
) -> None:
    with pytest.raises(ProfileError) as told:
        load_roster(changed(roster, sheet, row, heading, value))
    assert wanted in str(told.value)
    assert str(told.value).startswith("名册.xlsx：")


def test_what_is_no_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04nothing")
    (tmp_path / "b.xlsx").write_text("编号,姓名", "utf-8")
    for name in ("a.xlsx", "b.xlsx", "none.xlsx"):
        with pytest.raises(ProfileError, match=name):
            load_roster(tmp_path / name)
    write_template(tmp_path / "empty.xlsx")
    with pytest.raises(ProfileError, match="没有申报人"):
        load_roster(tmp_path / "empty.xlsx")


def test_each_applicant_of_the_roster_has_the_folder_that_it_names(roster: Path, tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    (folder / "T01").mkdir(parents=True)
    (folder / "T01" / "a.jpg").write_bytes(b"x")
    (folder / "二组" / "沈").mkdir(parents=True)
    with pytest.raises(ProfileError, match="没有文件夹“T02”"):
        find_applicants(folder, roster)
    changed(roster, "申报人", 3, FOLDER, "二组/沈")
    found = find_applicants(folder, roster)
    assert [(a.profile.applicant_id, a.files) for a in found] == [("T01", ("a.jpg",)), ("T02", ())]
    (folder / "T03").mkdir()
    (folder / "T03" / "b.jpg").write_bytes(b"x")
    with pytest.raises(ProfileError, match=r"T03/b.jpg.*没有对应的申报人"):
        find_applicants(folder, roster)
    changed(roster, "申报人", 3, FOLDER, "../材料/T01")
    with pytest.raises(ProfileError, match="没有文件夹"):
        find_applicants(folder, roster)


def test_a_profile_json_beside_the_files_is_not_handed_in(roster: Path, tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    for name in ("T01", "T02"):
        (folder / name).mkdir(parents=True)
        (folder / name / "profile.json").write_text(json.dumps({"schema": "old"}), "utf-8")
    assert [a.files for a in find_applicants(folder, roster)] == [(), ()]
