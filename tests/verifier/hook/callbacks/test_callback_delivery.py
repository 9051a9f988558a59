"""Deliveries over both databases: claimed by one sender at a time, tried again, given up, taken over from who was killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from standardwebhooks import Webhook

from tests.verifier.hook.callbacks.receiver import Receiver, Reply, receiving
from tests.verifier.hook.callbacks.told import add_told, state_of
from verifier.hook.callbacks.delivery import SCHEDULE, Courier, pause_after, start_delivering
from verifier.hook.callbacks.secrets import Master, master_of
from verifier.hook.callbacks.sending import Sender
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import renew_callback_secret
from verifier.hook.storage.callbacks import callbacks_of, count_callbacks, list_callbacks, resend
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.deliveries import claim_due, oldest_due, settle
from verifier.hook.storage.tables import callbacks, now

MASTER = Master(b"m" * 32)


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    yield opened
    opened.close()


def courier(database: Database, receiver: Receiver, lease: float = 60.0, seconds: float = 10.0) -> Courier:
    sender = Sender((receiver.host,), allow_private=True, seconds=seconds)
    return Courier(database, sender, MASTER, timedelta(seconds=lease))


def bring_forward(database: Database) -> None:
    """What waits for its next attempt is due now."""
    with database.writing() as cx:
        cx.execute(callbacks.update().where(callbacks.c.next_at.is_not(None)).values(next_at=now()))


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.02)


def test_a_callback_is_delivered_once_and_signed_for_its_key(database: Database) -> None:
    with receiving() as receiver:
        (told,) = add_told(database, receiver.url, 1)
        assert courier(database, receiver).deliver_due() == 1
        assert courier(database, receiver).deliver_due() == 0
    (request,) = receiver.received
    data = Webhook(MASTER.secret(told.key_id, 0)).verify(request.body, request.headers)
    assert request.headers["webhook-id"] == told.callback_id
    assert data["type"] == "application.done"
    assert set(data["data"]) == {"id", "applicant_id", "state", "verdict", "version", "run"}
    assert "周启航".encode() not in request.body
    state = state_of(database, told)
    assert (state.state, state.attempts, state.last_error, state.next_at) == ("delivered", 1, None, None)
    assert state.ended_at is not None


def test_it_is_tried_by_the_schedule_and_then_given_up(database: Database) -> None:
    with receiving(lambda _: Reply(500)) as receiver:
        (told,) = add_told(database, receiver.url, 1)
        for attempt, seconds in enumerate(SCHEDULE, start=1):
            before = now()
            assert courier(database, receiver).deliver_due() == 1
            state = state_of(database, told)
            assert (state.state, state.attempts, state.last_error) == ("waiting", attempt, "http_500")
            assert state.next_at is not None
            assert seconds <= (state.next_at - before).total_seconds() < seconds * 1.2 + 20
            assert courier(database, receiver).deliver_due() == 0
            bring_forward(database)
        assert courier(database, receiver).deliver_due() == 1
        state = state_of(database, told)
        assert (state.state, state.attempts, state.last_error) == ("given_up", len(SCHEDULE) + 1, "http_500")
        assert len({request.headers["webhook-id"] for request in receiver.received}) == 1
        assert len({request.body for request in receiver.received}) == 1
    with database.writing() as cx:
        assert count_callbacks(cx) == {"waiting": 0, "sending": 0, "delivered": 0, "given_up": 1}
        assert [one.id for one in list_callbacks(cx, ("given_up",), 10)] == [told.callback_id]
        assert oldest_due(cx) is None
        assert resend(cx) == [told.callback_id]
        assert oldest_due(cx) is not None
    assert state_of(database, told).attempts == 0


def test_a_receiver_may_ask_for_patience(database: Database) -> None:
    replies = [Reply(429, {"Retry-After": "3600"}), Reply(503, {"Retry-After": "99999999"})]
    with receiving(lambda number: replies[number - 1]) as receiver:
        (told,) = add_told(database, receiver.url, 1)
        for asked in (3600, 86_400):
            before = now()
            courier(database, receiver).deliver_due()
            state = state_of(database, told)
            assert state.next_at is not None
            assert asked <= (state.next_at - before).total_seconds() <= asked * 1.2 + 20
            bring_forward(database)


def test_an_address_that_is_gone_is_left_alone(database: Database) -> None:
    with receiving(lambda number: Reply(410 if number == 1 else 204)) as receiver:
        one, other = add_told(database, receiver.url, 2)
        (elsewhere,) = add_told(database, receiver.url + "/elsewhere", 1)
        assert courier(database, receiver).deliver_due() == 2
        assert [state_of(database, told).state for told in (one, other, elsewhere)] == [
            "given_up",
            "given_up",
            "delivered",
        ]
        assert state_of(database, other).last_error == "gone"
        one.happen(database)
        with database.reading() as cx:
            assert [c.state for c in callbacks_of(cx, one.application_id)] == ["given_up", "given_up"]
        with database.writing() as cx:
            assert resend(cx, [one.callback_id]) == [one.callback_id]
        assert courier(database, receiver).deliver_due() == 1
        one.happen(database)
        assert courier(database, receiver).deliver_due() == 1, "the address is in use again"


def test_of_many_workers_one_sends(database: Database, settings: HookSettings) -> None:
    """Four workers, each with a database of its own to go through, and not a callback twice."""
    number = 24
    with receiving(lambda _: Reply(silence=0.02)) as receiver:
        told = add_told(database, receiver.url, number)
        workers = [open_database(settings) for _ in range(4)]
        threads = [threading.Thread(target=courier(one, receiver).deliver_due) for one in workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        for one in workers:
            one.close()
    ids = [request.headers["webhook-id"] for request in receiver.received]
    assert sorted(ids) == sorted(one.callback_id for one in told)
    assert {state_of(database, one).attempts for one in told} == {1}


def test_a_claim_is_one_senders_until_its_lease_ends(database: Database) -> None:
    (told,) = add_told(database, "https://platform.test/", 1)
    first = claim_due(database, timedelta(seconds=0.3))
    assert first is not None
    assert claim_due(database, timedelta(seconds=60)) is None
    assert state_of(database, told).state == "sending"
    with database.writing() as cx:
        assert resend(cx, [told.callback_id]) == [], "nobody else's to send"
    time.sleep(0.35)
    second = claim_due(database, timedelta(seconds=60))
    assert second is not None
    assert (second.id, second.attempt) == (first.id, 2)
    assert state_of(database, told).last_error == "interrupted"
    assert not settle(database, first, None), "the first one was too late"
    assert state_of(database, told).state == "sending"
    assert settle(database, second, None)
    assert state_of(database, told).state == "delivered"


def test_a_sender_that_is_killed_loses_nothing(database: Database, settings: HookSettings) -> None:
    """kill -9 while the receiver is at it: another sends the same callback again, with the same id."""
    with receiving(lambda number: Reply(silence=30.0 if number == 1 else 0.0)) as receiver:
        (told,) = add_told(database, receiver.url, 1)
        child = os.fork()
        if child == 0:
            try:
                own = open_database(settings)
                courier(own, receiver, lease=1.5).deliver_due()
            finally:
                os._exit(0)
        until(lambda: len(receiver.received) == 1)
        assert courier(database, receiver).deliver_due() == 0, "it is being sent"
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        until(lambda: courier(database, receiver).deliver_due() == 1)
        assert len(receiver.received) == 2
        first, second = receiver.received
        assert first.headers["webhook-id"] == second.headers["webhook-id"] == told.callback_id
        assert first.body == second.body
        Webhook(MASTER.secret(told.key_id, 0)).verify(second.body, second.headers)
        state = state_of(database, told)
        assert (state.state, state.attempts) == ("delivered", 2)


def test_a_sender_that_slept_through_its_lease_sends_nothing(database: Database) -> None:
    with receiving() as receiver:
        (told,) = add_told(database, receiver.url, 1)
        own = courier(database, receiver, seconds=0.2)
        claimed = claim_due(database, timedelta(seconds=60))
        assert claimed is not None
        own.deliver(claimed, began=time.monotonic() - 100)
        assert receiver.received == []
        assert state_of(database, told).last_error == "timeout"


def test_two_secrets_hold_while_a_new_one_is_learned(database: Database) -> None:
    with receiving() as receiver:
        (told,) = add_told(database, receiver.url, 1)
        for number, old_until, holding in (
            (1, now() + timedelta(hours=1), [1, 0]),
            (2, now() - timedelta(seconds=1), [2]),
        ):
            with database.writing() as cx:
                assert renew_callback_secret(cx, told.key_id, old_until)
            told.happen(database)
            courier(database, receiver).deliver_due()
            request = receiver.received[-1]
            assert request.headers["webhook-signature"].count("v1,") == len(holding)
            for one in range(number + 1):
                webhook = Webhook(MASTER.secret(told.key_id, one))
                if one in holding:
                    webhook.verify(request.body, request.headers)
                else:
                    with pytest.raises(Exception, match="No matching signature"):
                        webhook.verify(request.body, request.headers)
    with database.writing() as cx:
        assert not renew_callback_secret(cx, "key_of_nobody", now())


def test_a_slow_receiver_does_not_keep_the_others_waiting(database: Database) -> None:
    stopping = threading.Event()
    with receiving(lambda _: Reply(silence=3.0)) as slow, receiving() as quick:
        add_told(database, slow.url, 12)
        (told,) = add_told(database, quick.url, 1)
        own = Courier(database, Sender((slow.host, quick.host), allow_private=True), MASTER)
        runner = threading.Thread(target=own.run, args=(stopping,))
        runner.start()
        try:
            until(lambda: len(quick.received) == 1, 2.5)
            assert slow.most_at_once <= 2
        finally:
            stopping.set()
            runner.join(10)
        until(lambda: state_of(database, told).state == "delivered")
        with database.reading() as cx:
            waiting = cx.scalar(sa.select(sa.func.count()).where(callbacks.c.state == "waiting"))
        assert waiting == 10
        until(lambda: count(database, "sending") == 0)


def count(database: Database, state: str) -> int:
    with database.reading() as cx:
        return count_callbacks(cx)[state]


def test_pauses_are_a_little_by_chance() -> None:
    pauses = [pause_after(2) for _ in range(50)]
    seconds = sorted(pause.total_seconds() for pause in pauses if pause is not None)
    assert SCHEDULE[1] <= seconds[0] < seconds[-1] <= SCHEDULE[1] * 1.2
    assert len(set(seconds)) > 40
    assert pause_after(len(SCHEDULE) + 1) is None


def test_nothing_is_sent_where_no_host_is_listed(tmp_path: Path) -> None:
    settings = HookSettings(data=tmp_path, database=f"sqlite:///{tmp_path / 'heyan.db'}")
    database = open_database(settings)
    before = threading.active_count()
    assert not start_delivering(settings, database).is_set()
    assert threading.active_count() == before
    assert not (tmp_path / "callback.master").exists()
    assert master_of(settings) == master_of(settings)
    database.close()
