"""The table that a reviewer reads in the terminal: the heaviest findings first, each with its clause and its place."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models.finding import ApplicantReport, Finding, Report, Status

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


def place(finding: Finding) -> str:
    """Where the evidence stands: file, page and the box's top-left corner in stored pixels."""
    lines = []
    for evidence in finding.evidence[:3]:
        line = inert(evidence.file)
        if evidence.page is not None:
            line += f" 第{evidence.page}页"
        if evidence.box is not None:
            line += f" ({evidence.box.x0:.0f},{evidence.box.y0:.0f})"
        if line not in lines:
            lines.append(line)
    if len(finding.evidence) > 3:
        lines.append(f"等{len(finding.evidence)}处")
    return "\n".join(lines)


def _check(finding: Finding, titles: Mapping[str, str]) -> Text:
    title = titles.get(finding.check)
    return Text(f"{title}\n").append(finding.check, style="dim") if title else Text(finding.check)


def _table(findings: list[Finding], titles: Mapping[str, str]) -> Table:
    table = Table(show_lines=False, expand=True, pad_edge=False)
    table.add_column("结论", no_wrap=True)
    table.add_column("检查", overflow="fold", ratio=3)
    table.add_column("对象", overflow="fold", ratio=3)
    table.add_column("说明", overflow="fold", ratio=10)
    table.add_column("条款", overflow="fold", ratio=2)
    table.add_column("位置", overflow="fold", ratio=4)
    for finding in findings:
        label, style = LABELS[finding.status]
        table.add_row(
            Text(label, style=style),
            _check(finding, titles),
            Text(inert(finding.subject)),
            Text(inert(finding.message)),
            Text(finding.clause),
            Text(place(finding)),
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
    shown.sort(key=lambda f: -f.status.weight)
    if shown:
        console.print(_table(shown, titles))
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
