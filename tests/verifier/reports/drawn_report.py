"""A small report with pages drawn for it: a fail, a missing, a review and hostile text."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import cv2
import numpy as np

from models.document import Document, Field, Problem
from models.finding import ApplicantReport, Evidence, Finding, Report, Status, TimelineStep
from models.geometry import Box
from verifier.folder import FolderRun
from verifier.handed_in import FileSeen, PageSeen
from verifier.rulepacks import load_pack

HOSTILE = "<script>alert(1)</script>"
PAGE = (1600, 2200)
RESULT_BOX = Box(900, 700, 1100, 760)
NUMBER_BOX = Box(300, 1500, 860, 1560)
YEAR_BOX = Box(600, 200, 720, 250)
HOURS_BOX = Box(1000, 900, 1080, 950)


def _drawn(path: Path, *boxes: Box) -> str:
    """A page with a dark block in each box; its content hash."""
    page = np.full((PAGE[1], PAGE[0], 3), 250, np.uint8)
    cv2.rectangle(page, (60, 60), (PAGE[0] - 60, PAGE[1] - 60), (90, 90, 90), 3)
    for box in boxes:
        corner, end = (round(box.x0), round(box.y0)), (round(box.x1), round(box.y1))
        cv2.rectangle(page, corner, end, (60, 40, 30), -1)
    path.write_bytes(cv2.imencode(".png", page)[1].tobytes())
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _field(name: str, value: str, box: Box) -> Field:
    return Field(name, value, value, 0.97, 1, box)


def _found(check: str, subject: str, status: Status, message: str, **more: object) -> Finding:
    rules = {rule.check: rule for rule in load_pack("shangyu-2023-engineer").rules}
    return Finding(check, subject, status, rules[check].clause, message, **more)  # type: ignore[arg-type]


def _findings(appraisal: str, card: str) -> tuple[Finding, ...]:
    step = TimelineStep("取得助理工程师资格", "2019-12-01", "2023-12-31", Decimal("4.08"), 4, "证书.png 第1页")
    number = Evidence("d1", appraisal, 1, NUMBER_BOX, "3306S20170099071")
    return (
        _found("file.readable", appraisal, Status.PASS, "文件可以打开，共1页，均已识读。"),
        _found("file.readable", "坏.pdf", Status.REVIEW, "文件未能读取。", evidence=(Evidence(None, "坏.pdf"),)),
        _found("identity.name", appraisal, Status.PASS, "姓名一致。", declared="周启航", read="周启航"),
        _found("eligibility.route", "application", Status.PASS, "符合条件。", timeline=(step,)),
        _found("title.match", "titles[0]", Status.FAIL, "证书编号不一致，请更正。", declared="3306S20170099017",
               read="3306S20170099071", evidence=(number,)),
        _found("appraisal.each_year", "2020", Status.MISSING, "缺少2020年度考核表，请补交。"),
        _found("appraisal.each_year", "2021", Status.PASS, "2021年度考核表已提交。",
               evidence=(Evidence("d1", appraisal, 1, YEAR_BOX, "2021"),)),
        _found("appraisal.result", "2021", Status.REVIEW, f"考核结果读作“{HOSTILE}”，请对照原件。", declared="合格",
               read=HOSTILE, evidence=(Evidence("d1", appraisal, 1, RESULT_BOX, HOSTILE),)),
        _found("training.each_year", "2022", Status.PASS, "已提交。", evidence=(Evidence("d2", card, 1, None, None),)),
        _found("training.declared", "2022", Status.PASS, "一致。", evidence=(Evidence("d2", card, 1, HOURS_BOX, "90"),)),
        _found("insurance.coverage", "application", Status.NOT_APPLICABLE, "社保信息由系统自动提取。"),
    )  # fmt: skip


def drawn_run(folder: Path) -> FolderRun:
    """One applicant with open items and a hostile file name, one who passes; the files lie in `folder`."""
    appraisal, card = "考核<script>.png", "学时卡.png"
    shas = [_drawn(folder / appraisal, RESULT_BOX, NUMBER_BOX, YEAR_BOX), _drawn(folder / card, HOURS_BOX)]
    year, result = _field("year", "2021", YEAR_BOX), _field("result", HOSTILE, RESULT_BOX)
    hours = _field("total_hours", "90", HOURS_BOX)
    documents = (
        Document("d1", appraisal, (1,), "annual_appraisal", 0.98, (year, result), page_sizes=(PAGE,)),
        Document(
            "d2", card, (1,), "training_hour_card", 0.97, (_field("year", "2022", YEAR_BOX), hours), page_sizes=(PAGE,)
        ),
    )
    problem = Problem("坏.pdf", "encrypted", "文件有密码，请去除密码后上传。")
    first = ApplicantReport("A001", "周启航", Status.FAIL, documents, _findings(appraisal, card), (problem,))
    second = ApplicantReport(
        "=A002", "沈若岚", Status.PASS, (), (_found("application.pledge", "application", Status.PASS, "已签署。"),)
    )
    unread = (Box(200, 1900, 700, 1960),)
    seen = (
        FileSeen(appraisal, folder / appraisal, shas[0], (PageSeen(1, PAGE, 0, unread),)),
        FileSeen(card, folder / card, shas[1], (PageSeen(1, PAGE, 1),)),
        FileSeen("坏.pdf", folder / "坏.pdf", "", ()),
    )
    pack = load_pack("shangyu-2023-engineer")
    return FolderRun(Report(pack.identity, (first, second)), pack, (seen, ()))
