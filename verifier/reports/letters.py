"""退回意见: a letter to each applicant who does not pass, as text and docx. Only `fail` and `missing` are demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from models.finding import ApplicantReport, Finding, Report, Status
from models.rule import Rule
from verifier.reports.file_names import safe_name
from verifier.reports.letter_docx import docx_of
from verifier.reports.open_items import DEMANDS, heaviest_first, is_settled, pages_of
from verifier.reports.terminal import inert
from verifier.reports.whole_files import write_whole
from verifier.rulepacks import RulePack

FOLDER = "退回意见"
ASKS = "请"
# A finding of the whole batch may name other applicants, which is nobody's business but the reviewers'.
OF_THE_BATCH = "本项涉及同批次的其他申报情况，请与审核单位联系，了解需要办理的事项。"


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing to mend: a heading, and lines of (label, text)."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in parts, so that text and docx say the same."""

    title: str
    salutation: str
    opening: str
    demands: tuple[Demand, ...]
    closing: tuple[str, ...]


def _wanted(finding: Finding) -> str:
    """What to hand in, where the message itself asks for nothing."""
    if ASKS in finding.message:
        return ""
    if finding.status is Status.MISSING:
        return "请补交上述材料或补填上述内容。"
    return "请对照原件核对：填报有误的，请更正申报信息；材料有误的，请补交正确、清晰的材料。"


def _demand(finding: Finding, rules: Mapping[str, Rule], of_the_batch: frozenset[str]) -> Demand:
    rule = rules.get(finding.check)
    places = pages_of(finding)
    if finding.check in of_the_batch:
        finding = replace(finding, message=OF_THE_BATCH, declared=None, read=None)
    lines = [
        ("涉及材料", "、".join(places)),
        ("核对情况", finding.message),
        ("申报填写", finding.declared or ""),
        ("材料所载", finding.read or ""),
        ("通知要求", f"{finding.clause}：“{rule.words}”" if rule else finding.clause),
        ("办理方式", _wanted(finding)),
    ]
    title = rule.title if rule else finding.check
    about = f"（{finding.subject}年度）" if finding.subject.isdecimal() and len(finding.subject) == 4 else ""
    kind = "需补交" if finding.status is Status.MISSING else "需更正"
    return Demand(inert(f"{title}{about}——{kind}"), tuple((label, inert(text)) for label, text in lines if text))


def letter_of(applicant: ApplicantReport, pack: RulePack) -> Letter:
    """The letter to an applicant who does not pass."""
    rules = {rule.check: rule for rule in pack.rules}
    of_the_batch = frozenset(check.rule.check for check in pack.batch_checks)
    demands = tuple(_demand(f, rules, of_the_batch) for f in heaviest_first(applicant.findings) if f.status in DEMANDS)
    waiting = sum(f.status is Status.REVIEW for f in applicant.findings)
    notice = f"《{pack.title}》（{pack.notice}）"
    opening = f"您提交的职称申报材料（编号：{inert(applicant.applicant_id)}）已按{notice}核对。"
    closing = []
    if demands:
        opening += f"感谢您的配合。现有以下{len(demands)}项需要您更正或补交，请逐项办理后重新提交："
        closing.append("如对上述意见有疑问，或材料本身无误而为识读差错，请说明情况，我们将对照原件复核。")
    else:
        opening += "目前没有需要您更正或补交的事项。"
    if waiting:
        closing.append(f"另有{waiting}项由审核人员人工核对，{'您暂时无需' if demands else '您现在无需'}为此补交材料。")
    return Letter("关于职称申报材料的退回意见" if demands else "关于职称申报材料核对情况的说明",
                  f"{inert(applicant.name)}同志：", opening, demands, tuple(closing))  # fmt: skip


def letter_text(letter: Letter) -> str:
    """The letter as plain text, ending with a newline."""
    out = [letter.title, "", letter.salutation, "", "　　" + letter.opening, ""]
    for number, demand in enumerate(letter.demands, start=1):
        out.append(f"{number}. {demand.heading}")
        out += [f"　　{label}：{text}" for label, text in demand.lines]
        out.append("")
    out += [f"　　{line}" for line in letter.closing]
    out += ["", "　　　　审核单位：____________", "　　　　日　　期：______年____月____日"]
    return "\n".join(out) + "\n"


def letters(report: Report, pack: RulePack) -> Iterator[tuple[ApplicantReport, Letter]]:
    """A letter for each applicant who does not pass."""
    for applicant in report.applicants:
        if not is_settled(applicant.verdict):
            yield applicant, letter_of(applicant, pack)


def write_letters(report: Report, pack: RulePack, folder: Path) -> Path:
    """Writes the letters into a folder under `folder`, in place of those of an earlier run; returns that folder's path."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for old in (*target.glob("*.txt"), *target.glob("*.docx")):
        old.unlink()
    taken: set[str] = set()
    for applicant, letter in letters(report, pack):
        name = safe_name(f"{applicant.applicant_id} {applicant.name}", taken)
        write_whole(target / f"{name}.txt", letter_text(letter).replace("\n", "\r\n").encode("utf-8-sig"))
        write_whole(target / f"{name}.docx", docx_of(letter))
    return target
