"""The table that a reviewer reads in the terminal: the heaviest findings first, each with its clause and its place."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models.finding import ApplicantReport, Evidence, Finding, Report, Status

LABELS: dict[Status, tuple[str, str]] = {
    Status.FAIL: ("✗ 不符合", "bold red"),
    Status.MISSING: ("○ 缺材料", "bold magenta"),
    Status.REVIEW: ("? 待人工", "yellow"),
    Status.PASS: ("✓ 符合", "green"),
    Status.NOT_APPLICABLE: ("- 不适用", "dim"),
}
NO_TITLES: Mapping[str, str] = {}
VERDICTS: dict[Status, str] = {
    Status.FAIL: "有不符合项",
    Status.MISSING: "材料不齐",
    Status.REVIEW: "待人工核对",
    Status.PASS: "全部符合",
    Status.NOT_APPLICABLE: "无适用检查",
}


def inert(text: str) -> str:
    """`text` without control characters: what is printed on a scan must not steer the terminal."""
    return "".join(c if unicodedata.category(c)[0] != "C" else "\ufffd" for c in text.replace("\n", " "))


def place(evidence: Sequence[Evidence], most: int = 3) -> str:
    """Where the evidence stands: file, page and the box's top-left corner in stored pixels, `most` places at the most."""
    lines = []
    for one in evidence:
        line = inert(one.file)
        if one.page is not None:
            line += f" 第{one.page}页"
        if one.box is not None:
            line += f" ({one.box.x0:.0f},{one.box.y0:.0f})"
        if line not in lines:
            lines.append(line)
    if len(lines) > most:
        lines[most:] = [f"等{len(lines)}处"]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table: one finding, or all the subjects on which one check passes."""

    status: Status
    check: str
    subject: str
    message: str
    clause: str
    place: str


def _rows(findings: Sequence[Finding]) -> list[_Row]:
    """What is open a row a finding, the heaviest first; what holds a row a check."""
    rows = [
        _Row(f.status, f.check, inert(f.subject), inert(f.message), f.clause, place(f.evidence))
        for f in sorted(findings, key=lambda f: -f.status.weight)
        if f.status is not Status.PASS
    ]
    passing: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.status is Status.PASS:
            passing.setdefault(finding.check, []).append(finding)
    for check, group in passing.items():
        subjects = "、".join(inert(f.subject) for f in group)
        message = group[0].message if len(group) == 1 else f"{len(group)} 项均符合。"
        evidence = [e for f in group for e in f.evidence]
        rows.append(_Row(Status.PASS, check, subjects, inert(message), group[0].clause, place(evidence)))
    return rows


def _table(rows: Sequence[_Row], titles: Mapping[str, str]) -> Table:
    table = Table(show_lines=False, expand=True, pad_edge=False)
    table.add_column("结论", no_wrap=True)
    table.add_column("检查", overflow="fold", ratio=4)
    table.add_column("对象", overflow="fold", ratio=4)
    table.add_column("说明", overflow="fold", ratio=10)
    table.add_column("条款", overflow="fold", ratio=2)
    table.add_column("位置", overflow="fold", ratio=4)
    for row in rows:
        label, style = LABELS[row.status]
        check = Text(f"{titles[row.check]}\n") if row.check in titles else Text()
        check.append(row.check, style="dim")
        table.add_row(
            Text(label, style=style), check, Text(row.subject), Text(row.message), Text(row.clause), Text(row.place)
        )
    return table


def print_applicant(
    console: Console, applicant: ApplicantReport, titles: Mapping[str, str] = NO_TITLES, *, open_only: bool = False
) -> None:
    """Prints one applicant: a headline with the verdict, the findings, what could not be read.

    `titles` are the pack's short names of its checks.
    """
    label, style = LABELS[applicant.verdict]
    counts = Counter(f.status for f in applicant.findings)
    summary = "  ".join(f"{LABELS[s][0]} {counts[s]}" for s in Status if counts[s])
    headline = Text(f"{inert(applicant.applicant_id)} {inert(applicant.name)}  ", style="bold")
    headline.append(f"{label[0]} {VERDICTS[applicant.verdict]}", style=style)
    headline.append(f"   {summary}", style="default")
    console.print(headline)
    shown = [f for f in applicant.findings if f.status is not Status.NOT_APPLICABLE]
    if open_only:
        shown = [f for f in shown if f.status is not Status.PASS]
    if shown:
        console.print(_table(_rows(shown), titles))
    for problem in applicant.problems:
        where = inert(problem.file) + (f" 第{problem.page}页" if problem.page is not None else "")
        console.print(Text(f"  ! {where}：{inert(problem.message)}", style="red"))
    console.print()


def print_report(
    console: Console, report: Report, titles: Mapping[str, str] = NO_TITLES, *, open_only: bool = False
) -> None:
    """Prints every applicant and a closing line with the verdicts."""
    for applicant in report.applicants:
        print_applicant(console, applicant, titles, open_only=open_only)
    counts = Counter(a.verdict for a in report.applicants)
    parts = [f"{VERDICTS[s]} {counts[s]} 人" for s in Status if counts[s]]
    console.print(Text(f"共 {len(report.applicants)} 人：" + "，".join(parts), style="bold"))
    console.print(Text(f"依据：{report.rule_pack.notice}（{report.rule_pack.id} 版本 {report.rule_pack.version}）"))


def stdout_console() -> Console:
    """A console on stdout; 160 columns wide where stdout is not a terminal, so that logs keep whole rows."""
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False)
