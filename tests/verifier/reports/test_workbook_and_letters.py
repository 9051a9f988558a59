"""report.xlsx and 退回意见: what stands in them, and what must not."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from models.finding import ApplicantReport, Finding, Report, Status
from tests.verifier.reports.drawn_report import HOSTILE, drawn_run
from verifier.folder import FolderRun
from verifier.reports.file_names import safe_name
from verifier.reports.letters import letter_of, letter_text, write_letters
from verifier.reports.open_items import is_settled
from verifier.reports.workbook import write_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> FolderRun:
    return drawn_run(tmp_path_factory.mktemp("files"))


def cells(path: Path, sheet: int) -> dict[str, str | float]:
    """Every cell of a sheet by its place; a text cell as str, a number as float."""
    with zipfile.ZipFile(path) as book:
        strings = [
            "".join(t.text or "" for t in item.iter(f"{MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))
    found: dict[str, str | float] = {}
    for cell in root.iter(f"{MAIN}c"):
        assert cell.find(f"{MAIN}f") is None, "a formula"
        value = cell.findtext(f"{MAIN}v")
        if value is not None:
            found[cell.attrib["r"]] = strings[int(value)] if cell.attrib.get("t") == "s" else float(value)
    return found


def test_first_sheet_has_a_row_an_applicant(run: FolderRun, tmp_path: Path) -> None:
    found = cells(write_workbook(run.report, run.pack, tmp_path), 1)
    assert [found[f"{c}1"] for c in "ABCDEFG"] == ["编号", "姓名", "结论", "不符合", "缺材料", "待人工", "符合"]
    assert [found[f"{c}2"] for c in "ABCDEFG"] == ["A001", "周启航", "有不符合项", 1, 1, 2, 6]
    assert str(found["H2"]).startswith("✗ 不符合 任职资格")
    assert "坏.pdf：文件有密码" in str(found["I2"])
    assert "A4" not in found


def test_second_sheet_has_every_finding_heaviest_first_and_numbers_as_text(run: FolderRun, tmp_path: Path) -> None:
    found = cells(write_workbook(run.report, run.pack, tmp_path), 2)
    total = sum(len(a.findings) for a in run.report.applicants)
    assert f"A{total + 1}" in found
    assert f"A{total + 2}" not in found
    assert found["C2"] == "✗ 不符合"
    assert (found["G2"], found["H2"]) == ("3306S20170099017", "3306S20170099071")
    assert "第1页" in str(found["J2"])
    assert found["K2"] == 1.0
    digits = Finding("title.match", "titles[0]", Status.FAIL, "x", "y", declared="330699199208150035", read="0012")
    report = Report(run.report.rule_pack, (ApplicantReport("001", "甲", Status.FAIL, (), (digits,)),))
    found = cells(write_workbook(report, run.pack, tmp_path), 2)
    assert (found["A2"], found["G2"], found["H2"]) == ("001", "330699199208150035", "0012")


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "https://example.invalid/"])
def test_formulas_and_links_stay_text(run: FolderRun, tmp_path: Path, text: str) -> None:
    finding = Finding("identity.name", text, Status.REVIEW, text, text, declared=text, read=text)
    report = Report(run.report.rule_pack, (ApplicantReport(text, text, Status.REVIEW, (), (finding,)),))
    path = write_workbook(report, run.pack, tmp_path)
    assert cells(path, 2)["G2"] == text
    with zipfile.ZipFile(path) as book:
        assert b"<hyperlink" not in book.read("xl/worksheets/sheet2.xml")
        if not text.startswith("http"):
            assert b'quotePrefix="1"' in book.read("xl/styles.xml")


def test_sheets_are_frozen_filtered_and_wide_enough(run: FolderRun, tmp_path: Path) -> None:
    with zipfile.ZipFile(write_workbook(run.report, run.pack, tmp_path)) as book:
        for sheet in (1, 2):
            xml = book.read(f"xl/worksheets/sheet{sheet}.xml").decode()
            assert 'state="frozen"' in xml
            assert "<autoFilter" in xml
            assert max(float(w) for w in re.findall(r' width="([\d.]+)"', xml)) >= 70


def test_a_text_too_long_for_a_cell_is_cut_and_control_characters_go(run: FolderRun, tmp_path: Path) -> None:
    finding = Finding("identity.name", "x", Status.REVIEW, "x", "长" * 40_000, read="a\x00\x1b\u202eb")
    report = Report(run.report.rule_pack, (ApplicantReport("A", "甲", Status.REVIEW, (), (finding,)),))
    found = cells(write_workbook(report, run.pack, tmp_path), 2)
    assert len(str(found["I2"])) == 32_767
    assert found["H2"] == "a\ufffd\ufffd\ufffdb"


def test_letter_demands_what_fails_or_is_missing_and_nothing_else(run: FolderRun) -> None:
    text = letter_text(letter_of(run.report.applicants[0], run.pack))
    assert "周启航同志" in text
    assert "以下2项" in text
    for wanted in (
        "任职资格",
        "考核<script>.png 第1页",
        "3306S20170099071",
        "缺少2020年度考核表",
        "附件3第9条",
        "附件3第4条",
    ):
        assert wanted in text
    assert HOSTILE not in text
    assert "坏.pdf" not in text
    assert "另有2项由审核人员人工核对" in text


def test_letter_to_one_with_nothing_but_open_questions_demands_nothing(run: FolderRun) -> None:
    finding = Finding("identity.name", "a.jpg", Status.REVIEW, "三(二)", "姓名模糊，请对照原件确认。")
    letter = letter_of(ApplicantReport("A", "甲", Status.REVIEW, (), (finding,)), run.pack)
    assert letter.demands == ()
    text = letter_text(letter)
    assert "没有需要您更正或补交的事项" in text
    assert "姓名模糊" not in text


def test_a_letter_names_no_other_applicant(run: FolderRun) -> None:
    assert "exceptional.quota" in {check.rule.check for check in run.pack.batch_checks}
    quota = Finding("exceptional.quota", "application", Status.FAIL, "附件1二(二)2", "推荐3人（王某、李某），请调整。")
    text = letter_text(letter_of(ApplicantReport("A", "甲", Status.FAIL, (), (quota,)), run.pack))
    assert "请与审核单位联系" in text
    assert "李某" not in text


def test_letters_are_written_as_text_and_docx_for_those_who_do_not_pass(run: FolderRun, tmp_path: Path) -> None:
    folder = write_letters(run.report, run.pack, tmp_path)
    (folder / "A009 旧.txt").write_text("old", "utf-8")
    write_letters(run.report, run.pack, tmp_path)
    assert sorted(p.name for p in folder.iterdir()) == ["A001 周启航.docx", "A001 周启航.txt"]
    document = docx.Document(str(folder / "A001 周启航.docx"))
    said = "\n".join(p.text for p in document.paragraphs)
    written = (folder / "A001 周启航.txt").read_text("utf-8-sig")
    for wanted in ("关于职称申报材料的退回意见", "缺少2020年度考核表，请补交。"):
        assert wanted in said
        assert wanted in written


@pytest.mark.parametrize("verdict", list(Status))
def test_only_pass_and_not_applicable_are_settled(verdict: Status) -> None:
    assert is_settled(verdict) == (verdict in (Status.PASS, Status.NOT_APPLICABLE))


def test_file_names_are_safe_and_unlike_each_other() -> None:
    taken: set[str] = set()
    names = [safe_name(text, taken) for text in ("../a", "..\\A", "con", "a\x00b", "甲" * 200, " . ", "A001", "a001")]
    assert names[:4] == ["_a", "_A_2", "_con", "a_b"]
    assert all(len(n.encode()) <= 130 and "/" not in n and "\\" not in n for n in names)
    assert len({n.casefold() for n in names}) == len(names)
