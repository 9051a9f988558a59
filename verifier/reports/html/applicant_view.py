"""What an applicant's page shows, prepared for the template."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.document import Document, Problem
from models.finding import ApplicantReport, Evidence, Finding, Status
from models.rule import Rule
from verifier.reports.html.difference import SideBySide, side_by_side
from verifier.reports.html.figures import Crop, Figures, PageFigure
from verifier.reports.html.ledger import LedgerTable, ledger_of
from verifier.reports.html.timeline import Timeline, timeline_of
from verifier.reports.open_items import heaviest_first

MOST_CROPS = 6
UNREADABLE = frozenset({"unreadable", "absent", "not_found", "no_text"})
SUBJECTS = {
    "application": "申报",
    "person": "申报人",
    "education": "学历",
    "titles": "职称",
    "appointments": "聘任",
    "skill_certificates": "职业资格",
    "training_hours": "学时",
    "appraisals": "考核",
    "awards": "奖励",
    "papers": "论文",
    "projects": "项目",
    "patents": "专利",
    "software_copyrights": "软件著作权",
    "social_insurance": "社保",
    "achievements": "业绩成果",
}
REMARKS = {
    "grayscale": "灰度扫描，看不出红色印章",
    "unread_ink": "有未能识读的字迹",
    "low_quality": "清晰度低",
    "not_graduation": "形似毕业证书的其他材料",
    "secondary_school": "中学材料",
    "several_years": "含多个年度",
    "kind_uncertain": "种类把握不足",
}
_ITEM = re.compile(r"([a-z_]+)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of evidence: its page (None where there is no page to show) and the crop where there is a box."""

    evidence: Evidence
    figure: PageFigure | None
    crop: Crop | None


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as a line that opens."""

    id: str
    finding: Finding
    title: str
    about: str
    words: str
    texts: SideBySide
    places: tuple[Place, ...]
    crops: tuple[Crop, ...]
    timeline: Timeline | None

    @property
    def unreadable(self) -> bool:
        """True where the check says that nothing could be read to compare with."""
        return self.finding.reason in UNREADABLE


@dataclass(frozen=True, slots=True)
class Clause:
    """The findings under one clause, heaviest first."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ApplicantView:
    applicant: ApplicantReport
    clauses: tuple[Clause, ...]
    figures: tuple[PageFigure, ...]
    ledger: tuple[LedgerTable, ...]
    documents: tuple[tuple[Document, str, tuple[str, ...], tuple[PageFigure, ...]], ...]
    problems: tuple[Problem, ...]
    unread: tuple[PageFigure, ...]


def subject_name(subject: str) -> str:
    """What a finding is about, in a reviewer's words; a file keeps its name."""
    found = _ITEM.fullmatch(subject)
    if found and found[1] in SUBJECTS:
        return f"第{int(found[2]) + 1}项{SUBJECTS[found[1]]}"
    if re.fullmatch(r"\d{4}", subject):
        return f"{subject}年度"
    return SUBJECTS.get(subject, subject)


def view_of(
    applicant: ApplicantReport, figures: Figures, rules: Mapping[str, Rule], kinds: Mapping[str, str]
) -> ApplicantView:
    """Everything that the page shows of `applicant`."""
    documents = tuple(
        (
            d,
            kinds.get(d.kind, "其他材料"),
            tuple(REMARKS.get(r, r) for r in d.remarks),
            tuple(figures[d.file, n] for n in d.pages if (d.file, n) in figures),
        )
        for d in applicant.documents
    )
    return ApplicantView(
        applicant,
        clauses_of(applicant.findings, figures, rules),
        tuple(figures.values()),
        tuple(ledger_of(applicant, figures)),
        documents,
        applicant.problems,
        tuple(f for f in figures.values() if f.unread),
    )


def clauses_of(findings: Sequence[Finding], figures: Figures, rules: Mapping[str, Rule]) -> tuple[Clause, ...]:
    """Clauses with the heaviest first; those of one weight in the pack's order."""
    groups: dict[str, list[Item]] = {}
    for finding in heaviest_first(findings):
        groups.setdefault(finding.clause, []).append(_item(item_id(finding), finding, figures, rules))
    return tuple(Clause(name, tuple(items)) for name, items in groups.items())


def item_id(finding: Finding) -> str:
    """A finding's place on the page: the same for its check and subject, whatever it says."""
    return "c" + hashlib.sha256(f"{finding.check}\n{finding.subject}".encode()).hexdigest()[:12]


def _item(name: str, finding: Finding, figures: Figures, rules: Mapping[str, Rule]) -> Item:
    rule = rules.get(finding.check)
    places = tuple(_place(e, figures) for e in finding.evidence)
    return Item(
        name,
        finding,
        rule.title if rule else finding.check,
        subject_name(finding.subject),
        rule.words if rule else "",
        side_by_side(finding.declared, finding.read),
        places,
        tuple(p.crop for p in places if p.crop is not None)[:MOST_CROPS],
        timeline_of(finding.timeline),
    )


def _place(evidence: Evidence, figures: Figures) -> Place:
    figure = figures.get((evidence.file, evidence.page)) if evidence.page is not None else None
    crop = figure.crop(evidence.box) if figure and figure.src and evidence.box is not None else None
    return Place(evidence, figure, crop)


def most_pressing(applicant: ApplicantReport, rules: Mapping[str, Rule], most: int = 4) -> list[tuple[Status, str]]:
    """The titles of the heaviest open checks, each once."""
    found: dict[str, Status] = {}
    for finding in heaviest_first(applicant.findings):
        if finding.status in (Status.FAIL, Status.MISSING, Status.REVIEW):
            rule = rules.get(finding.check)
            found.setdefault(rule.title if rule else finding.check, finding.status)
    return [(status, title) for title, status in found.items()][:most]
