"""From kept readings to the machine's report, as it runs in a reading worker: fenced, and killed when it takes too long."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from extractors.cache import relabelled
from models.document import FileReading
from models.finding import ApplicantReport, Report
from models.profile import Profile
from verifier.hook.effective import Correction, Decision, effective_report
from verifier.pipeline import verify_applicant
from verifier.reports.json_report import report_json
from verifier.rulepacks import RulePack, load_pack

_READING = TypeAdapter(FileReading)
_REPORT = TypeAdapter(ApplicantReport)


@cache
def pack_of(name: str) -> RulePack:
    """The rule pack, loaded once a process."""
    return load_pack(name)


def judge(profile: Mapping[str, Any], rule_pack: str, readings: Sequence[tuple[Path, str]]) -> dict[str, Any]:
    """A heyan-report/1 of one applicant; `readings` are kept ones by their paths, with the names of the files."""
    return judge_again(profile, rule_pack, readings, (), ())[0]


def judge_again(
    profile: Mapping[str, Any],
    rule_pack: str,
    readings: Sequence[tuple[Path, str]],
    corrections: Sequence[Correction],
    decisions: Sequence[Decision],
) -> tuple[dict[str, Any], str]:
    """As `judge`, with the verdict that counts: the one after what reviewers corrected and decided in earlier runs."""
    read = [relabelled(_read(path), name) for path, name in readings]
    person, pack = Profile.model_validate(profile), pack_of(rule_pack)
    report = report_json(Report(pack.identity, (verify_applicant(person, read, pack),)))
    if not corrections and not decisions:
        return report, report["applicants"][0]["verdict"]
    # As the desk will have it, from what is kept.
    machine = _REPORT.validate_python(report["applicants"][0])
    return report, effective_report(machine, read, person, pack, corrections, decisions).verdict.value


def _read(path: Path) -> FileReading:
    return _READING.validate_python(json.loads(gzip.decompress(path.read_bytes())))
