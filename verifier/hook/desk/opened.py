"""An application as the desk shows it: the machine's report with everything that reviewers did laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.visits import Desk
from verifier.hook.effective import Effective
from verifier.hook.reviewed import Found, Purged, found_in, with_actions
from verifier.hook.storage.applications import Application, find_application, locked_application
from verifier.hook.storage.claims import Claim, claim_on
from verifier.hook.storage.reviewing import Action, actions_on
from verifier.hook.storage.users import names_of_users


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
        return with_actions(self.found, actions)

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

    def may_be_changed_by(self, user_id: str) -> bool:
        """Whether this user may act on it now: not returned, and nobody else's claim."""
        return self.returned is None and (self.claim is None or self.claim.user_id == user_id)

    @property
    def returned(self) -> Action | None:
        """The return that stands, if any: none once the applicant has handed in anew."""
        run = self.application.run
        return next((a for a in self.actions if a.kind == "return" and a.stands and a.content["run"] == run), None)


def application_called(cx: sa.Connection, application_id: str) -> Application:
    """The application; Refused where there is none."""
    application = find_application(cx, application_id)
    if application is None:
        raise not_found()
    return application


def locked_application_called(cx: sa.Connection, application_id: str) -> Application:
    """As `application_called`, and nobody else changes or removes it before the end of the transaction."""
    application = locked_application(cx, application_id)
    if application is None:
        raise not_found()
    return application


def opened(desk: Desk, application_id: str) -> Opened | Application:
    """The application ready to be reviewed; as it is where the machine has not done with it."""
    with desk.database.reading() as cx:
        application = application_called(cx, application_id)
        if application.state != "done":
            return application
        try:
            found = found_in(cx, desk.blobs, application)
        except Purged as error:
            raise not_found() from error
        return Opened(
            application, found, tuple(actions_on(cx, application.id)), names_of_users(cx), claim_on(cx, application.id)
        )
