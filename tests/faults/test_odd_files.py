"""Names that steer terminals or are no text, links, pipes and what may not be read: each is told, none stops the run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.recordings import ROOT, SAMPLES
from tests.verifier.hook.papers import id_number, paper

# Without them root, too, reads what it owns only where the mode says so.
WITHOUT_RIGHTS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
STEERING = "a\x1b[31mred\n\u202egpj.jpg"
FORMULA = "=HYPERLINK(1).jpg"
MARKUP = "<script>alert(1)<script>.png"
LONG = "长" * 80 + ".jpg"


def heyan(*arguments: str | Path, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    command = [*before, sys.executable, ROOT / "cli.py", *arguments, "--no-cache"]
    return subprocess.run(command, capture_output=True, check=False, timeout=600)


@pytest.fixture
def applicant(tmp_path: Path) -> Path:
    folder = tmp_path / "in" / "A1"
    folder.mkdir(parents=True)
    shutil.copy(SAMPLES / "T01" / "profile.json", folder)
    return folder


def reported(output: Path) -> dict[str, Any]:
    applicant: dict[str, Any] = json.loads((output / "report.json").read_text("utf-8"))["applicants"][0]
    return applicant


def codes(output: Path) -> dict[str, str]:
    return {problem["file"]: problem["code"] for problem in reported(output)["problems"]}


@pytest.mark.ocr
def test_names_of_strangers(applicant: Path, tmp_path: Path) -> None:
    for name in (STEERING, FORMULA, MARKUP, LONG, "-rf.jpg", " .jpg"):
        (applicant / name).write_bytes(b"no picture")
    (applicant / "link.jpg").symlink_to("/etc/hostname")
    (applicant / "loop.pdf").symlink_to("loop.pdf")
    (applicant / "nowhere.png").symlink_to("gone")
    (applicant / "folder.pdf").symlink_to("/")
    os.mkfifo(applicant / "pipe.jpg")
    # As archives come out that were packed under Chinese Windows; and bytes that are no text in any way.
    content = paper(id_number(1))
    (applicant / os.fsdecode("学时卡.pdf".encode("gb18030"))).write_bytes(content)
    (applicant / os.fsdecode(b"\xff\xfe.pdf")).write_bytes(content + b"\n%")
    out = tmp_path / "out"
    run = heyan(
        "verify", applicant.parent, "--output", out, "--annotated", "--format", "terminal,json,html,xlsx,letter"
    )
    assert run.returncode == 1, run.stderr
    assert b"Traceback" not in run.stderr
    assert codes(out) == {
        **dict.fromkeys((STEERING, FORMULA, MARKUP, LONG, "-rf.jpg", " .jpg", "link.jpg", "pipe.jpg"), "unsupported"),
        **dict.fromkeys(("loop.pdf", "nowhere.png", "folder.pdf"), "damaged"),
    }
    read = [document["file"] for document in reported(out)["documents"]]
    assert "学时卡.pdf" in read
    assert len(read) == 2
    for told in (run.stdout, run.stderr):
        assert b"\x1b[31m" not in told
        assert "\u202e" not in told.decode()
    page = next((out / "report-files" / "applicants").iterdir()).read_text("utf-8")
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert len(list((out / "report-files" / "pages").iterdir())) == 2
    book = openpyxl.load_workbook(out / "report.xlsx")
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv")
@pytest.mark.ocr
def test_a_file_that_may_not_be_read(applicant: Path, tmp_path: Path) -> None:
    (applicant / "locked.pdf").write_bytes(b"%PDF-1.7")
    (applicant / "locked.pdf").chmod(0)
    run = heyan("verify", applicant, "--output", tmp_path / "out", "--format", "json", before=_as_others())
    assert run.returncode == 1, run.stderr
    assert codes(tmp_path / "out") == {"locked.pdf": "damaged"}


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv")
def test_a_folder_that_may_not_be_read_is_named_before_anything_is_read(applicant: Path, tmp_path: Path) -> None:
    (applicant / "更多").mkdir(mode=0)
    run = heyan("verify", applicant, "--output", tmp_path / "out", before=_as_others())
    (applicant / "更多").chmod(0o700)
    assert run.returncode == 2, run.stderr
    assert "无法读取文件夹" in run.stderr.decode()
    assert "更多" in run.stderr.decode()
    assert not (tmp_path / "out").exists()


def _as_others() -> tuple[str, ...]:
    """Root as somebody without its rights; others have none to lose."""
    return WITHOUT_RIGHTS if os.geteuid() == 0 else ()
