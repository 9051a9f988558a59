"""The service's clock set forward and back again: callbacks do not wait for the wrong time, sessions do not outlive theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.verifier.hook.callbacks.told import add_told, state_of
from verifier.hook.settings import HookSettings
from verifier.hook.storage import callbacks, deliveries, sessions, tables, users
from verifier.hook.storage.database import Database, open_database

LEASE = timedelta(minutes=1)
LIFE, IDLE = timedelta(hours=12), timedelta(hours=1)
JUMP = timedelta(days=400)


class Clock:
    """What the modules of the storage take for now."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        return tables.now() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    for module in (callbacks, sessions, users):
        monkeypatch.setattr(module, "now", made.now)
    # By the database's own clock on PostgreSQL, which no test can set.
    monkeypatch.setattr(deliveries, "_moment", lambda _cx: made.now())
    return made


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    yield opened
    opened.close()


def test_a_callback_put_off_by_a_clock_that_was_ahead_is_sent(database: Database, clock: Clock) -> None:
    clock.ahead = JUMP
    (told,) = add_told(database, "http://127.0.0.1:9/", 1)
    claimed = deliveries.claim_due(database, LEASE)
    assert claimed is not None
    assert deliveries.settle(database, claimed, "http_500", timedelta(hours=20))
    assert deliveries.claim_due(database, LEASE) is None
    clock.ahead = timedelta(0)
    again = deliveries.claim_due(database, LEASE)
    assert again is not None
    assert again.id == told.callback_id
    assert deliveries.claim_due(database, LEASE) is None, "claimed by the right clock, it is one sender's"
    assert deliveries.settle(database, again, None)
    assert state_of(database, told).state == "delivered"


def test_a_clock_set_forward_sends_early_and_never_twice_at_once(database: Database, clock: Clock) -> None:
    add_told(database, "http://127.0.0.1:9/", 1)
    claimed = deliveries.claim_due(database, LEASE)
    assert claimed is not None
    clock.ahead = JUMP
    other = deliveries.claim_due(database, LEASE)
    assert other is not None
    assert other.id == claimed.id
    assert not deliveries.settle(database, claimed, None), "the lease was lost: what it says does not count"
    assert deliveries.settle(database, other, None)


def test_sessions_end_by_a_clock_set_back_as_by_one_set_forward(database: Database, clock: Clock) -> None:
    clock.ahead = JUMP
    with database.writing() as cx:
        user = users.insert_user(cx, "li", "李审核", "reviewer", "no hash")
        token = sessions.start_session(cx, user.id, LIFE)
        assert sessions.find_session(cx, token, IDLE) is not None
    for ahead, holds in ((timedelta(0), False), (JUMP - timedelta(minutes=2), True), (JUMP + LIFE, False)):
        clock.ahead = ahead
        with database.reading() as cx:
            assert (sessions.find_session(cx, token, IDLE) is not None) is holds
