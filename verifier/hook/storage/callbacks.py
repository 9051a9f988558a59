"""What is to be told to callers: written in the same transaction as what it tells of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from verifier.hook.storage.applications import Application
from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import applications, callbacks, now

WAITING, SENDING, DELIVERED, GIVEN_UP = STATES = ("waiting", "sending", "delivered", "given_up")
DONE, FAILED = "application.done", "application.failed"
REVIEWED, RETURNED, REOPENED = "application.reviewed", "application.returned", "application.reopened"
GONE = "gone"
"""The receiver said that nobody listens at this address any more (410)."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A callback as it stands; `last_error` is a stable word for why the last attempt failed."""

    id: str
    application_id: str
    url: str
    host: str
    body: dict[str, Any]
    state: str
    attempts: int
    next_at: datetime | None
    last_error: str | None
    created_at: datetime
    ended_at: datetime | None

    @property
    def event(self) -> str:
        return str(self.body["type"])


_COLUMNS = [callbacks.c[one.name] for one in fields(Callback)]


def add_callback(cx: sa.Connection, application: Application, event: str) -> str | None:
    """The id of a callback that waits for delivery; None where the caller wants none.

    Its body names the application and its state as `application` has them, and nothing of a person beyond the ids.
    """
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
            "run": application.run,
        },
    }
    gone = _is_gone(cx, application.key_id, application.callback_url)
    cx.execute(
        callbacks.insert().values(
            id=callback_id,
            application_id=application.id,
            url=application.callback_url,
            host=host_of(application.callback_url),
            body=body,
            state=GIVEN_UP if gone else WAITING,
            last_error=GONE if gone else None,
            next_at=None if gone else moment,
            ended_at=moment if gone else None,
            created_at=moment,
        )
    )
    return callback_id


def host_of(url: str) -> str:
    """`host` or `host:port`: callbacks that share it share a receiver."""
    return urlsplit(url).netloc.lower()


def callbacks_of(cx: sa.Connection, application_id: str) -> list[Callback]:
    """Everything that was or is to be told of an application, the oldest first."""
    query = sa.select(*_COLUMNS).where(callbacks.c.application_id == application_id)
    return _read(cx, query.order_by(callbacks.c.created_at, callbacks.c.id))


def list_callbacks(cx: sa.Connection, states: Sequence[str], most: int) -> list[Callback]:
    """The latest `most` callbacks in one of `states`, the latest first."""
    query = sa.select(*_COLUMNS).where(callbacks.c.state.in_(states))
    return _read(cx, query.order_by(callbacks.c.created_at.desc(), callbacks.c.id).limit(most))


def resend(cx: sa.Connection, ids: Collection[str] | None = None) -> list[str]:
    """Has callbacks sent again with the whole schedule before them, at once: all that were given up, or those of `ids`
    that nobody is sending now. The ids of those that wait now.
    """
    chosen = callbacks.c.state == GIVEN_UP
    if ids is not None:
        chosen = sa.and_(callbacks.c.id.in_(ids), callbacks.c.state != SENDING)
    return list(
        cx.scalars(
            callbacks.update()
            .where(chosen)
            .values(state=WAITING, attempts=0, next_at=now(), last_error=None, ended_at=None)
            .returning(callbacks.c.id)
        )
    )


def count_callbacks(cx: sa.Connection) -> dict[str, int]:
    """How many callbacks are in each state; for whoever watches over the service."""
    found = cx.execute(sa.select(callbacks.c.state, sa.func.count().label("number")).group_by(callbacks.c.state))
    return dict.fromkeys(STATES, 0) | {row.state: row.number for row in found}


def to_address(key_id: str, url: str) -> sa.ColumnElement[bool]:
    """Callbacks of this caller to this address."""
    own = sa.select(applications.c.id).where(applications.c.key_id == key_id)
    return sa.and_(callbacks.c.url == url, callbacks.c.application_id.in_(own))


def _is_gone(cx: sa.Connection, key_id: str, url: str) -> bool:
    """Whether the last that is known of this address is that nobody listens there."""
    ended = sa.select(callbacks.c.last_error).where(to_address(key_id, url), callbacks.c.ended_at.is_not(None))
    return cx.scalar(ended.order_by(callbacks.c.ended_at.desc()).limit(1)) == GONE


def _read(cx: sa.Connection, query: sa.Select[Any]) -> list[Callback]:
    return [Callback(**row._mapping) for row in cx.execute(query)]
