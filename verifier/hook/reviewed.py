"""An application's report as it counts: the machine's, with what reviewers corrected and decided laid over it.

The desk and the API both serve it. What is costly is kept for the last few applications that were asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock
from typing import Generic, TypeVar

import sqlalchemy as sa
from pydantic import TypeAdapter

from models.document import FileReading
from models.errors import HeyanError
from models.finding import ApplicantReport
from models.profile import Profile
from verifier.handed_in import FileSeen, files_seen
from verifier.hook.effective import Correction, Decision, Effective, effective
from verifier.hook.storage.applications import Application, find_application, machine_report
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.readings import readings_of
from verifier.hook.storage.reviewing import Action, actions_on
from verifier.rulepacks import RulePack, load_pack

_REPORT = TypeAdapter(ApplicantReport)
Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """The last few things that were costly to make."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is kept under `key`, made where it is not there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Found:
    """What the machine found in one run, with what is needed to judge again."""

    key: tuple[object, ...]
    machine: ApplicantReport
    readings: tuple[FileReading, ...]
    files: tuple[FileSeen, ...]
    profile: Profile
    pack: RulePack


class Purged(HeyanError):
    """The application was removed while its report was being put together."""


_found: Shelf[Found] = Shelf(24)
_effective: Shelf[Effective] = Shelf(96)


def reviewed_report(cx: sa.Connection, blobs: BlobStore, application: Application) -> ApplicantReport:
    """The report that counts. HeyanError before the machine has made one, Purged after it has gone."""
    return with_actions(found_in(cx, blobs, application), actions_on(cx, application.id)).report


def found_in(cx: sa.Connection, blobs: BlobStore, application: Application) -> Found:
    """What the machine found. HeyanError before it has found anything, Purged after that has gone."""
    key = (str(blobs.folder), application.id, application.report_run)
    return _found.get(key, lambda: _load(cx, blobs, application))


def with_actions(found: Found, actions: Sequence[Action]) -> Effective:
    """The report with these actions of reviewers alone, as far as they stand."""
    corrections, decisions = laid_over(actions)
    if not corrections and not decisions:
        return Effective(found.machine, found.machine, {}, frozenset())
    return _effective.get(
        (found.key, tuple(corrections), tuple(decisions)),
        lambda: effective(found.machine, found.readings, found.profile, found.pack, corrections, decisions),
    )


def laid_over(actions: Sequence[Action]) -> tuple[list[Correction], list[Decision]]:
    """The corrections and decisions among `actions` that stand."""
    standing = [a for a in actions if a.stands]
    corrections = [Correction(a.id, **a.content) for a in standing if a.kind == "correction"]
    decisions = [Decision(a.id, **a.content) for a in standing if a.kind == "decision"]
    return corrections, decisions


@lru_cache(maxsize=8)
def pack_called(name: str) -> RulePack:
    """The rule pack, loaded once a process."""
    return load_pack(name)


def _load(cx: sa.Connection, blobs: BlobStore, application: Application) -> Found:
    report = machine_report(cx, application.id)
    if report is None:
        _refuse_purged(cx, application)
        raise HeyanError("还没有核验结果，请稍后再试。")
    machine = _REPORT.validate_python(report["applicants"][0])
    try:
        readings = tuple(readings_of(cx, blobs, application.id))
    except FileNotFoundError:
        _refuse_purged(cx, application)
        raise
    files = tuple(replace(seen, path=blobs.path(seen.sha256)) for seen in files_seen(blobs.folder.joinpath, readings))
    profile = Profile.model_validate(dict(application.profile))
    key = (str(blobs.folder), application.id, application.report_run)
    return Found(key, machine, readings, files, profile, pack_called(application.rule_pack))


def _refuse_purged(cx: sa.Connection, application: Application) -> None:
    if find_application(cx, application.id) is None:
        raise Purged("这份申报已被清理。")
