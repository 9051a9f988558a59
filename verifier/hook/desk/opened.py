"""An application as the desk shows it: the machine's report with everything that reviewers did laid over it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import Generic, TypeVar

import sqlalchemy as sa
from pydantic import TypeAdapter

from models.document import FileReading
from models.finding import ApplicantReport
from models.profile import Profile
from verifier.handed_in import FileSeen, files_seen
from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.visits import Desk
from verifier.hook.effective import Correction, Decision, Effective, effective
from verifier.hook.storage.applications import Application, find_application, machine_report
from verifier.hook.storage.claims import Claim, claim_on
from verifier.hook.storage.readings import readings_of
from verifier.hook.storage.reviewing import Action, actions_on
from verifier.hook.storage.users import names_of_users
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
    """What the machine found in one run."""

    machine: ApplicantReport
    readings: tuple[FileReading, ...]
    files: tuple[FileSeen, ...]
    profile: Profile
    pack: RulePack


@dataclass(frozen=True, slots=True)
class Opened:
    """An application that can be reviewed; `actions` are all of them, undone ones too."""

    application: Application
    found: Found
    actions: tuple[Action, ...]
    names: dict[str, str]
    claim: Claim | None

    @property
    def now(self) -> Effective:
        """The report as it stands."""
        return self.with_actions(self.actions)

    def with_actions(self, actions: Sequence[Action]) -> Effective:
        """The report as it would be with these actions alone."""
        corrections, decisions = laid_over(actions)
        if not corrections and not decisions:
            machine = self.found.machine
            return Effective(machine, machine, {}, frozenset())
        key = (self.application.id, self.application.report_run, tuple(corrections), tuple(decisions))
        found = self.found
        return _effective.get(
            key,
            lambda: effective(found.machine, found.readings, found.profile, found.pack, corrections, decisions),
        )

    @property
    def last_moment(self) -> datetime | None:
        """When something was last done or undone."""
        return max((moment for a in self.actions for moment in (a.at, a.undone_at) if moment), default=None)

    @property
    def before_last(self) -> Effective:
        """The report as it stood before that."""
        last = self.last_moment
        earlier = [
            replace(a, undone_at=None if a.undone_at == last else a.undone_at) for a in self.actions if a.at != last
        ]
        return self.with_actions(earlier)

    @property
    def returned(self) -> Action | None:
        """The return that stands, if any."""
        return next((a for a in self.actions if a.kind == "return" and a.stands), None)


_found: Shelf[Found] = Shelf(24)
_effective: Shelf[Effective] = Shelf(96)


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


def application_called(cx: sa.Connection, application_id: str) -> Application:
    """The application; Refused where there is none."""
    application = find_application(cx, application_id)
    if application is None:
        raise not_found()
    return application


def opened(desk: Desk, application_id: str) -> Opened | Application:
    """The application ready to be reviewed; as it is where the machine has not done with it."""
    with desk.database.reading() as cx:
        application = application_called(cx, application_id)
        if application.state != "done":
            return application
        key = (str(desk.settings.blobs), application.id, application.report_run)
        found = _found.get(key, lambda: _load(desk, cx, application))
        return Opened(
            application, found, tuple(actions_on(cx, application.id)), names_of_users(cx), claim_on(cx, application.id)
        )


def _load(desk: Desk, cx: sa.Connection, application: Application) -> Found:
    report = machine_report(cx, application.id)
    if report is None:
        raise not_found()
    machine = _REPORT.validate_python(report["applicants"][0])
    readings = tuple(readings_of(cx, desk.blobs, application.id))
    files = tuple(
        replace(seen, path=desk.blobs.path(seen.sha256)) for seen in files_seen(desk.settings.blobs, readings)
    )
    profile = Profile.model_validate(dict(application.profile))
    return Found(machine, readings, files, profile, pack_called(application.rule_pack))
