"""The report as it stands after reviewers: what the machine found, fields corrected by hand, findings decided by hand.

Pure. Readings and the machine's report stay untouched; whoever serves a report lays corrections and decisions over it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.documents import document_as
from models.document import KINDS, Document, Field, FileReading
from models.finding import ApplicantReport, Finding, Status
from models.geometry import Box
from models.profile import Profile
from verifier.pipeline import verdict, verify_documents
from verifier.reports.json_report import finding_json
from verifier.rulepacks import RulePack

CORRECTED = "corrected"
"""The note of a field that a person put right."""
NEW = "+"
KIND = "kind[0]"
"""The key of a document's kind, which is put right as its fields are."""
_FIELD = re.compile(r"([a-z_]+)\[(\d+|\+)\]")
_JUDGED: Mapping[str, Status] = {"pass": Status.PASS, "fail": Status.FAIL}
_WORDS = {"pass": "审核人员核对后认定符合", "fail": "审核人员核对后认定不符合"}


@dataclass(frozen=True, slots=True)
class Correction:
    """A field put right: `document` as `keyed` names it, `field` as `field_key` does, or KIND.

    `old` is the value that stood there, None for a field that was not read at all; `new` None for a field that is not on
    the paper.
    """

    id: str
    document: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a finding of status review; `about` is the `fingerprint` of the finding as it was seen."""

    id: str
    check: str
    subject: str
    status: Literal["pass", "fail"]
    reason: str
    about: str


@dataclass(frozen=True, slots=True)
class Effective:
    """`corrected` is the report after corrections alone, `report` with the decisions too.

    `idle` are the ids of corrections and decisions without effect, because what they speak of is no longer as it was.
    `decided` are the decisions in effect by check and subject.
    """

    report: ApplicantReport
    corrected: ApplicantReport
    decided: Mapping[tuple[str, str], Decision]
    idle: frozenset[str]


def keyed(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents by keys such as `scan.pdf#1-3`, which hold while other files come and go, as the numbers d1, d2 … do not.

    Where one page shows several documents, those after the first are `scan.pdf#1/2` and so on.
    """
    found: dict[str, Document] = {}
    for document in documents:
        first, last = document.pages[0], document.pages[-1]
        key = base = f"{document.file}#{first}" if first == last else f"{document.file}#{first}-{last}"
        number = 1
        while key in found:
            number += 1
            key = f"{base}/{number}"
        found[key] = document
    return found


def field_key(document: Document, place: int) -> str:
    """`year[0]`: the name, and the place among the fields of that name, of the field at `place` in the document."""
    name = document.fields[place].name
    return f"{name}[{sum(f.name == name for f in document.fields[:place])}]"


def new_field_key(name: str) -> str:
    """The key of a field called `name` that was not read."""
    return f"{name}[{NEW}]"


def field_name(key: str) -> str:
    """The field's name in a key; ValueError for what is none."""
    found = _FIELD.fullmatch(key)
    if found is None:
        raise ValueError("not a field's key")
    return found[1]


def fingerprint(finding: Finding) -> str:
    """What the finding says, in short: it changes with status, values, message and evidence."""
    said = json.dumps(finding_json(finding), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def effective_report(
    machine: ApplicantReport,
    readings: Sequence[FileReading],
    profile: Profile,
    pack: RulePack,
    corrections: Sequence[Correction],
    decisions: Sequence[Decision],
) -> ApplicantReport:
    """The report that counts; see `effective` for what became of each correction and decision."""
    return effective(machine, readings, profile, pack, corrections, decisions).report


def effective(
    machine: ApplicantReport,
    readings: Sequence[FileReading],
    profile: Profile,
    pack: RulePack,
    corrections: Sequence[Correction],
    decisions: Sequence[Decision],
) -> Effective:
    """The machine's report with corrections applied and the checks run again, then the decisions, both in their order.

    Findings that see a whole batch stay as the machine has them. A decision counts while its finding is still the one
    that was decided; a correction while the field still has the value that was corrected.
    """
    documents, idle = corrected_documents(machine.documents, corrections, readings)
    corrected = machine
    if documents != machine.documents:
        of_the_batch = {check.rule.check for check in pack.batch_checks}
        again = verify_documents(profile, readings, documents, pack)
        findings = tuple(f for f in again.findings if f.check not in of_the_batch)
        kept = tuple(f for f in machine.findings if f.check in of_the_batch)
        corrected = replace(again, findings=findings + kept, verdict=verdict(findings + kept))
    report, decided, moot = _decided(corrected, decisions)
    return Effective(report, corrected, decided, frozenset(idle | moot))


def corrected_documents(
    documents: Iterable[Document], corrections: Sequence[Correction], readings: Sequence[FileReading]
) -> tuple[tuple[Document, ...], set[str]]:
    """The documents with `corrections` applied in their order, and the ids of those that found nothing to correct.

    Kinds come first: a document of another kind is read anew.
    """
    found = keyed(documents)
    idle = set()
    for correction in sorted(corrections, key=lambda c: c.field != KIND):
        document = found.get(correction.document)
        if document is None:
            changed = None
        elif correction.field == KIND:
            changed = _of_kind(document, correction, list(found.values()), readings)
        else:
            changed = _corrected(document, correction)
        if changed is None:
            idle.add(correction.id)
        else:
            found[correction.document] = changed
    return tuple(found.values()), idle


def _of_kind(
    document: Document, correction: Correction, documents: list[Document], readings: Sequence[FileReading]
) -> Document | None:
    """The document read as one of the kind that a person names; None where that cannot be."""
    reading = next((r for r in readings if r.file == document.file), None)
    kind = next((k for k in KINDS if k == correction.new), None)
    if reading is None or kind is None or document.kind != correction.old:
        return None
    siblings = [d for d in documents if d.file == document.file]
    number = next(n for n, d in enumerate(siblings, start=1) if d is document)
    again = document_as(reading, number, kind)
    if again is None or again.pages != document.pages:
        return None
    return replace(again, id=document.id)


def _corrected(document: Document, correction: Correction) -> Document | None:
    """The document with that field put right, added or taken away; None where it is not as it was."""
    match = _FIELD.fullmatch(correction.field)
    if match is None:
        return None
    fields = list(document.fields)
    if match[2] == NEW:
        if correction.new is None:
            return None
        return replace(document, fields=(*fields, _added(document, match[1], correction.new)))
    places = [place for place, f in enumerate(fields) if f.name == match[1]]
    number = int(match[2])
    if number >= len(places) or fields[places[number]].value != correction.old:
        return None
    place = places[number]
    if correction.new is None:
        del fields[place]
    else:
        fields[place] = _put_right(fields[place], correction.new)
    return replace(document, fields=tuple(fields))


def _put_right(field: Field, value: str) -> Field:
    return replace(field, value=value, raw=value, confidence=1.0, notes=(CORRECTED,))


def _added(document: Document, name: str, value: str) -> Field:
    """A field that nobody read, with the whole first page as its place."""
    width, height = document.page_sizes[0] if document.page_sizes else (1, 1)
    return Field(name, value, value, 1.0, document.pages[0], Box(0, 0, width, height), None, (CORRECTED,))


def _decided(
    report: ApplicantReport, decisions: Sequence[Decision]
) -> tuple[ApplicantReport, dict[tuple[str, str], Decision], set[str]]:
    latest = {(d.check, d.subject): d for d in decisions}
    decided = {}
    findings = []
    for finding in report.findings:
        decision = latest.get((finding.check, finding.subject))
        if decision is None or finding.status is not Status.REVIEW or fingerprint(finding) != decision.about:
            findings.append(finding)
            continue
        decided[decision.check, decision.subject] = decision
        message = f"{finding.message}（{_WORDS[decision.status]}：{decision.reason}）"
        findings.append(replace(finding, status=_JUDGED[decision.status], message=message))
    moot = {d.id for d in decisions} - {d.id for d in decided.values()}
    told = tuple(findings)
    return replace(report, findings=told, verdict=verdict(told)), decided, moot
