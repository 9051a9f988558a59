"""Applications of a caller who wants to be told, without anything else about them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.applications import Submission, add_application, find_application
from verifier.hook.storage.callbacks import DONE, Callback, add_callback, callbacks_of
from verifier.hook.storage.database import Database

PROFILE = {"applicant_id": "A1", "person": {"name": "周启航"}}


@dataclass(frozen=True)
class Told:
    """An application with a callback that waits."""

    application_id: str
    callback_id: str
    key_id: str

    def happen(self, database: Database) -> str:
        """Something to be told again; the id of its callback."""
        with database.writing() as cx:
            about = find_application(cx, self.application_id)
            assert about is not None
            made = add_callback(cx, replace(about, state="done", verdict="pass"), DONE)
        assert made is not None
        return made


def add_told(database: Database, url: str, number: int) -> list[Told]:
    """So many applications of one caller, each with something to be told at `url`."""
    found = []
    with database.writing() as cx:
        key_id, _ = add_key(cx, "platform", ["submit"])
        for _ in range(number):
            application_id = add_application(cx, Submission(key_id, None, "h", PROFILE, "pack", [], url))
            about = find_application(cx, application_id)
            assert about is not None
            made = add_callback(cx, replace(about, state="done", verdict="pass"), DONE)
            assert made is not None
            found.append(Told(application_id, made, key_id))
    return found


def state_of(database: Database, told: Told) -> Callback:
    """The callback as it stands."""
    with database.reading() as cx:
        return next(one for one in callbacks_of(cx, told.application_id) if one.id == told.callback_id)
