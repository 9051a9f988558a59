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
from models.finding import Report
from models.profile import Profile
from verifier.pipeline import verify_applicant
from verifier.reports.json_report import report_json
from verifier.rulepacks import RulePack, load_pack

_READING = TypeAdapter(FileReading)


@cache
def pack_of(name: str) -> RulePack:
    """The rule pack, loaded once a process."""
    return load_pack(name)


def judge(profile: Mapping[str, Any], rule_pack: str, readings: Sequence[tuple[Path, str]]) -> dict[str, Any]:
    """A heyan-report/1 of one applicant; `readings` are kept ones by their paths, with the names of the files."""
    read = [relabelled(_read(path), name) for path, name in readings]
    pack = pack_of(rule_pack)
    report = verify_applicant(Profile.model_validate(profile), read, pack)
    return report_json(Report(pack.identity, (report,)))


def _read(path: Path) -> FileReading:
    return _READING.validate_python(json.loads(gzip.decompress(path.read_bytes())))
