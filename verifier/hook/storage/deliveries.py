"""Who sends a callback now: one sender at a time, by a lease that outlives no dead one for long."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from verifier.hook.storage.callbacks import DELIVERED, GIVEN_UP, GONE, SENDING, WAITING, to_address
from verifier.hook.storage.database import Database
from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import api_keys, applications, callbacks, now

INTERRUPTED = "interrupted"
LONGEST_WAIT = timedelta(days=2)
"""Nothing is put off for longer: what seems to be was, by a clock that has since been set back, and is due."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A callback that one sender has for the time of its lease; `attempt` counts from 1.

    `key_id`, `secret_number` and `old_secret_until` tell what it is signed with; `at` is the moment by the database's clock.
    """

    id: str
    claim: str
    url: str
    host: str
    body: dict[str, Any]
    attempt: int
    at: datetime
    key_id: str
    secret_number: int
    old_secret_until: datetime | None


def claim_due(database: Database, lease: timedelta, full_hosts: Collection[str] = ()) -> Claimed | None:
    """The callback that has been due the longest, now nobody else's for the time of a lease; None where none is.

    Those to `full_hosts` are passed over. One whose sender did not settle it within its lease is due again.
    """
    with database.reading() as cx:
        # Most of the time nothing is due, and looking takes no lock.
        if cx.scalar(_due(sa.select(callbacks.c.id), _moment(cx), full_hosts)) is None:
            return None
    with database.writing() as cx:
        moment = _moment(cx)
        found = cx.execute(
            _due(
                sa.select(callbacks, applications.c.key_id, api_keys.c.secret_number, api_keys.c.old_secret_until)
                .join(applications, applications.c.id == callbacks.c.application_id)
                .join(api_keys, api_keys.c.id == applications.c.key_id),
                moment,
                full_hosts,
            ).with_for_update(of=callbacks, skip_locked=True)
        ).first()
        if found is None:
            return None
        claimed = Claimed(
            found.id,
            new_id("claim"),
            found.url,
            found.host,
            found.body,
            found.attempts + 1,
            moment,
            found.key_id,
            found.secret_number,
            found.old_secret_until,
        )
        cx.execute(
            callbacks.update()
            .where(callbacks.c.id == found.id)
            .values(
                state=SENDING,
                claim=claimed.claim,
                attempts=claimed.attempt,
                next_at=moment + lease,
                last_error=INTERRUPTED if found.state == SENDING else found.last_error,
            )
        )
    return claimed


def settle(database: Database, claimed: Claimed, failure: str | None, pause: timedelta | None = None) -> bool:
    """Writes down how an attempt ended: delivered without `failure`; tried again after `pause`, or given up where it is None.

    False, and nothing is written, where the lease had run out and the callback is another sender's. An address that is GONE
    is given up for everything that waits to go there.
    """
    with database.writing() as cx:
        moment = _moment(cx)
        values: dict[str, Any] = {"claim": None, "last_error": failure}
        if failure is not None and pause is not None:
            values |= {"state": WAITING, "next_at": moment + pause}
        else:
            state = DELIVERED if failure is None else GIVEN_UP
            values |= {"state": state, "next_at": None, "ended_at": moment}
        own = cx.execute(
            callbacks.update()
            .where(callbacks.c.id == claimed.id, callbacks.c.state == SENDING, callbacks.c.claim == claimed.claim)
            .values(**values)
        )
        if own.rowcount == 1 and failure == GONE:
            cx.execute(
                callbacks.update()
                .where(to_address(claimed.key_id, claimed.url), callbacks.c.state == WAITING)
                .values(state=GIVEN_UP, last_error=GONE, next_at=None, ended_at=moment)
            )
    return own.rowcount == 1


def oldest_due(cx: sa.Connection) -> datetime | None:
    """Since when the callback that has been due the longest has been due; None where nothing is."""
    moment: datetime | None = cx.scalar(_due(sa.select(callbacks.c.next_at), _moment(cx), ()))
    return moment


def _due(query: sa.Select[Any], moment: datetime, full_hosts: Collection[str]) -> sa.Select[Any]:
    at = callbacks.c.next_at
    found = query.where(callbacks.c.state.in_((WAITING, SENDING)), sa.or_(at <= moment, at > moment + LONGEST_WAIT))
    if full_hosts:
        found = found.where(callbacks.c.host.not_in(full_hosts))
    return found.order_by(callbacks.c.next_at).limit(1)


def _moment(cx: sa.Connection) -> datetime:
    """Now, by one clock for all machines: a lease must not end early because a clock is wrong."""
    if cx.dialect.name != "postgresql":
        return now()
    moment: datetime | None = cx.scalar(sa.select(sa.func.clock_timestamp()))
    assert moment is not None
    return moment
