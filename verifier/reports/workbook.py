"""report.xlsx: one row an applicant, one row a finding. Every text is a text cell, so that no formula is ever evaluated."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from models.finding import ApplicantReport, Finding, Report, Status
from verifier.reports.open_items import heaviest_first, open_items, pages_of, status_counts, titles_of
from verifier.reports.terminal import LABELS, VERDICTS, inert
from verifier.reports.whole_files import write_whole
from verifier.rulepacks import RulePack

# A cell holds no more (Excel's limit).
MOST_CHARACTERS = 32_767
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Excel's own "bad", "neutral" and "good" fills; the words beside them say the same.
FILLS = {
    Status.FAIL: ("#9C0006", "#FFC7CE"),
    Status.MISSING: ("#6A1B6A", "#F3D9F3"),
    Status.REVIEW: ("#7F6000", "#FFEB9C"),
    Status.PASS: ("#00542B", "#C6EFCE"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A heading, the width in characters (a Han character counts two), and whether long text is wrapped."""

    heading: str
    width: int
    wrap: bool = False


APPLICANTS = (
    _Column("编号", 18),
    _Column("姓名", 12),
    _Column("结论", 14),
    _Column("不符合", 9),
    _Column("缺材料", 9),
    _Column("待人工", 9),
    _Column("符合", 9),
    _Column("未决事项", 70, wrap=True),
    _Column("未能读取", 50, wrap=True),
)
FINDINGS = (
    _Column("编号", 18),
    _Column("姓名", 12),
    _Column("结论", 12),
    _Column("检查", 18),
    _Column("对象", 20, wrap=True),
    _Column("条款", 16, wrap=True),
    _Column("申报", 24, wrap=True),
    _Column("材料所载", 24, wrap=True),
    _Column("说明", 70, wrap=True),
    _Column("文件与页", 30, wrap=True),
    _Column("页", 7),
    _Column("检查编号", 22),
)


class _Sheet:
    """A worksheet written row by row; numbers are written as numbers, all else as text."""

    def __init__(self, book: Any, name: str, columns: Sequence[_Column]) -> None:
        self._sheet = book.add_worksheet(name)
        self._columns = columns
        self._rows = 0
        base = {"font_name": "微软雅黑", "font_size": 10, "valign": "top"}
        text = base | {"num_format": "@"}
        self._text = [book.add_format(text | {"text_wrap": c.wrap}) for c in columns]
        # A quote prefix keeps such a cell a text when somebody edits it.
        self._quoted = [book.add_format(text | {"text_wrap": c.wrap, "quote_prefix": True}) for c in columns]
        self._number = book.add_format(base | {"align": "center"})
        self._status = {
            status: book.add_format(text | {"font_color": ink, "bg_color": fill})
            for status, (ink, fill) in FILLS.items()
        }
        head = book.add_format(base | {"bold": True, "valign": "vcenter", "bg_color": "#D9E2EC", "bottom": 1})
        for number, column in enumerate(columns):
            self._sheet.set_column(number, number, column.width)
            self._sheet.write_string(0, number, column.heading, head)
        self._sheet.set_row(0, 22)
        self._sheet.freeze_panes(1, 2)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)

    def add(self, values: Sequence[str | int | None], status: Status) -> None:
        """One row; the cell under 结论 is coloured by `status`."""
        self._rows += 1
        for number, value in enumerate(values):
            if isinstance(value, int):
                self._sheet.write_number(self._rows, number, value, self._number)
            elif value:
                text = "\n".join(inert(line) for line in value.split("\n"))[:MOST_CHARACTERS]
                kind = self._quoted if text.startswith(FORMULA_STARTS) else self._text
                coloured = self._status.get(status) if self._columns[number].heading == "结论" else None
                self._sheet.write_string(self._rows, number, text, coloured or kind[number])

    def close(self) -> None:
        self._sheet.autofilter(0, 0, max(self._rows, 1), len(self._columns) - 1)


def _applicant_row(applicant: ApplicantReport, title: Callable[[str], str]) -> list[str | int | None]:
    counts = status_counts(applicant)
    items = [f"{LABELS[f.status][0]} {title(f.check)}：{inert(f.message)}" for f in open_items(applicant)]
    problems = [
        f"{inert(p.file)}{'' if p.page is None else f' 第{p.page}页'}：{inert(p.message)}" for p in applicant.problems
    ]
    return [
        applicant.applicant_id,
        applicant.name,
        VERDICTS[applicant.verdict],
        counts[Status.FAIL],
        counts[Status.MISSING],
        counts[Status.REVIEW],
        counts[Status.PASS],
        "\n".join(items),
        "\n".join(problems),
    ]


def _finding_row(applicant: ApplicantReport, finding: Finding, title: Callable[[str], str]) -> list[str | int | None]:
    page = next((e.page for e in finding.evidence if e.page is not None), None)
    return [
        applicant.applicant_id,
        applicant.name,
        LABELS[finding.status][0],
        title(finding.check),
        finding.subject,
        finding.clause,
        finding.declared,
        finding.read,
        finding.message,
        "\n".join(inert(place) for place in pages_of(finding)),
        page,
        finding.check,
    ]


def write_workbook(report: Report, pack: RulePack, folder: Path) -> Path:
    """Writes report.xlsx into `folder`; returns its path. OSError where that cannot be done."""
    titles = titles_of(pack)

    def title(check: str) -> str:
        return titles.get(check, check)

    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "report.xlsx"
    content = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(content, options)
    applicants = _Sheet(book, "申报人", APPLICANTS)
    findings = _Sheet(book, "核验明细", FINDINGS)
    for applicant in report.applicants:
        applicants.add(_applicant_row(applicant, title), applicant.verdict)
        for finding in heaviest_first(applicant.findings):
            findings.add(_finding_row(applicant, finding, title), finding.status)
    applicants.close()
    findings.close()
    book.close()
    write_whole(target, content.getvalue())
    return target
