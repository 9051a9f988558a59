"""What is to be told to callers: written in the same transaction as what it tells of."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from verifier.hook.storage.applications import Application
from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import callbacks, now

WAITING = "waiting"


def add_callback(cx: sa.Connection, application: Application, event: str) -> str | None:
    """The id of a callback that waits for delivery; None where the caller wants none. `event` is `application.done` …"""
    if application.callback_url is None:
        return None
    callback_id, moment = new_id("cb"), now()
    body: dict[str, Any] = {
        "type": event,
        "timestamp": moment.isoformat(),
        "data": {
            "id": application.id,
            "applicant_id": application.applicant_id,
            "state": application.state,
            "verdict": application.verdict,
            "version": application.version,
        },
    }
    cx.execute(
        callbacks.insert().values(
            id=callback_id,
            application_id=application.id,
            url=application.callback_url,
            body=body,
            state=WAITING,
            next_at=moment,
            created_at=moment,
        )
    )
    return callback_id
