"""The command line as a user meets it: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.recordings import ROOT, SAMPLES

PROFILE = {
    "schema": "heyan-profile/1",
    "applicant_id": "X1",
    "person": {"name": "沈若岚", "gender": "女", "birth_date": "1988-07-03", "id_number": "330699198807030022"},
    "application": {"route": "normal", "subfield": "技术开发"},
}


def heyan(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd)


@pytest.fixture
def applicant(tmp_path: Path) -> Path:
    folder = tmp_path / "applicants" / "X1"
    folder.mkdir(parents=True)
    (folder / "profile.json").write_text(json.dumps(PROFILE, ensure_ascii=False), "utf-8")
    return folder


def test_an_applicant_without_files_lacks_materials_and_exits_1(applicant: Path) -> None:
    run = heyan("verify", applicant.parent)
    assert run.returncode == 1, run.stderr
    assert "X1 沈若岚" in run.stdout
    assert "缺材料" in run.stdout
    report = json.loads((applicant.parent.parent / "applicants-report" / "report.json").read_text("utf-8"))
    assert report["applicants"][0]["verdict"] == "missing"


def test_as_json_prints_the_report_and_nothing_else(applicant: Path, tmp_path: Path) -> None:
    run = heyan("verify", applicant, "--as-json", "--output", tmp_path / "out", "--no-cache")
    assert run.returncode == 1, run.stderr
    assert json.loads(run.stdout)["applicants"][0]["applicant_id"] == "X1"
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8")) == json.loads(run.stdout)


def test_a_report_folder_that_cannot_be_written_is_exit_2_with_what_to_do(applicant: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    run = heyan("verify", applicant, "--output", tmp_path / "taken" / "report")
    assert run.returncode == 2
    assert "无法写入报告目录" in run.stderr
    assert "--output" in run.stderr


def test_a_full_disk_is_exit_2_and_leaves_no_half_report(applicant: Path, tmp_path: Path) -> None:
    # A file may grow no further than this: the kernel says "too large" where a full disk says "no space".
    bounded = f"ulimit -f 1; trap '' XFSZ; exec '{sys.executable}' '{ROOT / 'cli.py'}' verify '{applicant}' --output '{tmp_path / 'out'}'"
    run = subprocess.run(["bash", "-c", bounded], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 2, run.stderr
    assert "无法写入报告目录" in run.stderr
    assert not (tmp_path / "out" / "report.json").exists()


def test_files_that_cannot_be_read_are_findings_and_the_rest_goes_on(applicant: Path) -> None:
    (applicant / "空.jpg").write_bytes(b"")
    (applicant / "坏.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (applicant / "文字.docx").write_bytes(b"PK\x03\x04word/")
    run = heyan("verify", applicant, "--as-json")
    assert run.returncode == 1, run.stderr
    report = json.loads(run.stdout)["applicants"][0]
    assert {p["file"] for p in report["problems"]} == {"空.jpg", "坏.pdf", "文字.docx"}
    statuses = {f["subject"]: f["status"] for f in report["findings"] if f["check"] == "file.readable"}
    assert set(statuses) == {"空.jpg", "坏.pdf", "文字.docx"}
    assert "pass" not in statuses.values()
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"schema": "heyan-profile/9"}, "schema"),
        ({"applicant_id": 7}, "applicant_id"),
        ({"education": [{"level": "本科", "end": "2014年6月"}]}, "education[0].end"),
    ],
)
def test_a_broken_profile_is_exit_2_with_file_and_field(
    applicant: Path, change: dict[str, object], wanted: str
) -> None:
    (applicant / "profile.json").write_text(json.dumps(PROFILE | change, ensure_ascii=False), "utf-8")
    run = heyan("verify", applicant.parent)
    assert run.returncode == 2
    assert "X1/profile.json" in run.stderr
    assert wanted in run.stderr
    assert run.stdout == ""
    assert "Traceback" not in run.stderr


def test_two_applicants_with_one_id_is_exit_2(applicant: Path) -> None:
    shutil.copytree(applicant, applicant.with_name("X2"))
    run = heyan("verify", applicant.parent)
    assert run.returncode == 2
    assert "重复" in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "no-such-folder"),
        ("verify",),
        ("verify", ".", "--rules", "no-such-pack"),
        ("verify", ".", "--jobs", "0"),
        ("verify", ".", "--format", "pdf"),
        ("extract", "no-such-file.jpg"),
        ("rules", "no-such-pack"),
        ("no-such-command",),
    ],
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    run = heyan(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr
    assert "Traceback" not in run.stderr


def test_rules_lists_every_check_with_the_words_of_the_notice() -> None:
    run = heyan("rules")
    assert run.returncode == 0, run.stderr
    flat = "".join(run.stdout.split())
    assert "appraisal.single_year" in flat.replace("│", "")
    assert "虞人社职〔2023〕3号" in flat


def test_rules_check_says_that_a_pack_is_fine_or_what_is_wrong(tmp_path: Path) -> None:
    fine = heyan("rules", "--check", "example-yearly-hours")
    assert fine.returncode == 0, fine.stderr
    assert "可以使用" in fine.stdout
    assert "achievement.paper" in fine.stdout
    text = (ROOT / "verifier" / "packs" / "example-yearly-hours.toml").read_text("utf-8")
    ours = tmp_path / "ours.toml"
    ours.write_text(
        text.replace("cutoff = 2025-12-31", 'cutoff = "年底"').replace("minimum = 7", "minimum = 0"), "utf-8"
    )
    wrong = heyan("rules", "--check", ours)
    assert wrong.returncode == 2
    assert wrong.stdout == ""
    assert "（application.publicity） arguments.minimum 应不小于 1，实际为 0" in wrong.stderr
    assert "（eligibility.route） arguments.cutoff 应为日期（如 2023-12-31），实际为“年底”" in wrong.stderr


def test_help_is_quick_and_names_the_commands() -> None:
    run = heyan("--help")
    assert run.returncode == 0
    for command in ("verify", "extract", "rules", "evaluate", "doctor"):
        assert command in run.stdout


@pytest.mark.ocr
def test_doctor_says_that_this_machine_is_able(tmp_path: Path) -> None:
    run = heyan("doctor", cwd=tmp_path)
    assert run.returncode == 0, run.stdout
    assert "权重校验一致" in run.stdout


@pytest.mark.ocr
def test_extract_gives_one_json_document_a_line() -> None:
    image = next(p for p in sorted(SAMPLES.rglob("*")) if p.suffix in (".jpg", ".png"))
    run = heyan("extract", image, "--no-cache")
    assert run.returncode == 0, run.stderr
    documents = [json.loads(line) for line in run.stdout.splitlines()]
    assert documents
    assert all({"kind", "fields", "pages", "page_sizes"} <= set(d) for d in documents)


def test_format_chooses_what_is_written(applicant: Path, tmp_path: Path) -> None:
    run = heyan("verify", applicant, "--format", "xlsx,letter", "--output", tmp_path / "out")
    assert run.returncode == 1, run.stderr
    assert run.stdout == ""
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["report.xlsx", "退回意见"]
    assert {p.suffix for p in (tmp_path / "out" / "退回意见").iterdir()} == {".txt", ".docx"}


def test_profiles_come_from_a_roster_that_template_wrote(applicant: Path, tmp_path: Path) -> None:
    roster = tmp_path / "名册.xlsx"
    assert heyan("template", roster).returncode == 0
    assert heyan("template", roster).returncode == 2
    run = heyan("verify", applicant.parent, "--profiles", roster, "--format", "json")
    assert run.returncode == 2
    assert "没有申报人" in run.stderr
    book = openpyxl.load_workbook(roster)
    page = book["申报人"]
    page.append([{"编号": "X1", "姓名": "沈若岚"}.get(cell.value) for cell in page[1]])
    book.save(roster)
    (applicant / "profile.json").unlink()
    run = heyan("verify", applicant.parent, "--profiles", roster, "--as-json", "--format", "json")
    assert run.returncode == 1, run.stderr
    assert json.loads(run.stdout)["applicants"][0]["name"] == "沈若岚"


def test_annotated_adds_a_pdf_an_applicant(applicant: Path, tmp_path: Path) -> None:
    run = heyan("verify", applicant, "--format", "json", "--annotated", "--output", tmp_path / "out")
    assert run.returncode == 1, run.stderr
    assert (tmp_path / "out" / "标注" / "X1 沈若岚.pdf").read_bytes().startswith(b"%PDF")
