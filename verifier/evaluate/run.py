"""Evaluates a folder of applicants whose truth is known, and prints the figures by half and quality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from models.errors import InputError
from models.finding import ApplicantReport
from verifier.applicants import find_applicants
from verifier.evaluate.fields import FieldCounts, count_file
from verifier.evaluate.findings import FindingCounts, count_findings
from verifier.evaluate.truth import TRUTH_NAME, Truth, load_truth
from verifier.folder import verify_applicants
from verifier.reading.progress import OnPages, quiet
from verifier.reading.run_options import RunOptions
from verifier.rulepacks import load_pack

QUALITIES = ("text", "clean", "scan", "photo")


@dataclass
class Evaluation:
    """Counts by (half, quality); `kinds` by half and kind."""

    fields: dict[tuple[str, str], FieldCounts] = field(default_factory=lambda: defaultdict(FieldCounts))
    kinds: dict[str, dict[str, FieldCounts]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(FieldCounts))
    )
    findings: dict[tuple[str, str], FindingCounts] = field(default_factory=lambda: defaultdict(FindingCounts))

    def add(self, truth: Truth, report: ApplicantReport) -> None:
        """Counts one applicant."""
        for file in truth.files:
            found = [d for d in report.documents if d.file == file.file]
            counts = self.fields[truth.half, file.quality]
            count_file(counts, self.kinds[truth.half], report.applicant_id, file, found)
        by_quality = {q: self.findings[truth.half, q] for q in QUALITIES}
        count_findings(by_quality, truth, report)

    def faults(self) -> list[str]:
        """Every difference, one a line."""
        counts: Iterable[FieldCounts | FindingCounts] = [*self.fields.values(), *self.findings.values()]
        return [fault for c in counts for fault in c.faults]


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole:.1f} %" if whole else "–"


def field_table(title: str, first: str, rows: Iterable[tuple[str, FieldCounts | None]]) -> Table:
    """Kinds and fields, a row for each of `rows`; `first` heads the column of their names."""
    table = Table(title=title, title_justify="left")
    for name in (first, "kinds right", "fields exact", "missing", "wrong", "wrong ≥ 0.5", "boxes", "extra docs"):
        table.add_column(name, justify="left" if name == first else "right")
    for name, c in rows:
        if c is None or not c.documents:
            continue
        table.add_row(
            name,
            _share(c.right_kind, c.documents),
            _share(c.exact, c.printed),
            str(c.missing),
            str(c.wrong),
            _share(c.confident_wrong, c.given),
            _share(c.boxed, c.boxes),
            str(c.extra_documents),
        )
    return table


def finding_table(evaluation: Evaluation, half: str) -> Table:
    """Findings of one half, a row a quality."""
    table = Table(title=f"Findings, {half} half", title_justify="left")
    for name in ("quality", "agreement", "false pass", "false fail", "reviews of decidable", "other"):
        table.add_column(name, justify="left" if name == "quality" else "right")
    for quality in QUALITIES:
        c = evaluation.findings.get((half, quality))
        if c is None or not c.listed:
            continue
        table.add_row(
            quality,
            _share(c.agreed, c.listed),
            str(c.false_pass),
            _share(c.false_fail, c.listed),
            _share(c.reviews, c.decidable),
            str(c.other),
        )
    return table


def print_evaluation(console: Console, evaluation: Evaluation, *, faults: bool = False) -> None:
    """Prints the tables of both halves and, where asked for, every difference."""
    for half in ("tuned", "untouched"):
        if any(key[0] == half for key in evaluation.fields):
            by_quality = [(quality, evaluation.fields.get((half, quality))) for quality in QUALITIES]
            console.print(field_table(f"Kinds and fields, {half} half", "quality", by_quality))
            console.print(field_table(f"Kinds, {half} half", "kind", sorted(evaluation.kinds[half].items())))
            console.print(finding_table(evaluation, half))
    if faults:
        for line in evaluation.faults():
            console.print(line, markup=False, highlight=False, soft_wrap=True)


def evaluate_folder(folder: Path, options: RunOptions, on_pages: OnPages = quiet) -> Evaluation:
    """Verifies every applicant under `folder` that has a truth; InputError where none has."""
    pack = load_pack(options.pack)
    found = [a for a in find_applicants(folder) if (a.path / TRUTH_NAME).is_file()]
    if not found:
        raise InputError(f"{folder} 下没有带 {TRUTH_NAME} 的申报人，无法计算准确率。")
    evaluation = Evaluation()
    for applicant, report in verify_applicants(found, pack, options, on_pages):
        evaluation.add(load_truth(applicant.path / TRUTH_NAME), report)
    return evaluation
