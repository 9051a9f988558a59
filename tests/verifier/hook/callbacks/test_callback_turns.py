"""Dead hosts beside one that answers: they hold few senders, and nobody else's callbacks wait for them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
import sqlalchemy as sa

from tests.verifier.hook.callbacks.receiver import receiving
from tests.verifier.hook.callbacks.told import add_told
from verifier.hook.callbacks.delivery import Courier
from verifier.hook.callbacks.secrets import Master
from verifier.hook.callbacks.sending import Sender
from verifier.hook.callbacks.turns import MOST_TO_ONE_HOST, MOST_TO_SILENT_HOSTS, Turns
from verifier.hook.settings import HookSettings
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.tables import callbacks


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    yield opened
    opened.close()


@contextmanager
def dead_host() -> Iterator[str]:
    """A host that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


def tried(database: Database, hosts: list[str]) -> int:
    """How many of the callbacks to `hosts` a sender has begun with."""
    query = sa.select(sa.func.count()).where(callbacks.c.host.in_(hosts), callbacks.c.attempts > 0)
    with database.reading() as cx:
        return cx.scalar(query) or 0


@pytest.mark.parametrize("number", [1, 8], ids=["one dead host", "eight dead hosts"])
def test_a_host_that_never_answers_delays_nobody_else(database: Database, number: int) -> None:
    each, alive = 12, 6
    with ExitStack() as stack:
        dead = [stack.enter_context(dead_host()) for _ in range(number)]
        quick = stack.enter_context(receiving())
        for host in dead:  # before the others: they would be first
            add_told(database, f"http://{host}/callbacks", each)
        add_told(database, quick.url, alive)
        stopping = threading.Event()
        sender = Sender((*dead, quick.host), allow_private=True, seconds=1.0)
        runner = threading.Thread(target=Courier(database, sender, Master(b"m" * 32)).run, args=(stopping,))
        runner.start()
        try:
            end = time.monotonic() + 40
            while len(quick.received) < alive:
                assert time.monotonic() < end, "it takes too long"
                time.sleep(0.02)
            begun = tried(database, dead)
        finally:
            stopping.set()
            runner.join(10)
            for one in threading.enumerate():
                if one.name == "heyan-callback":
                    one.join(10)  # before the database is closed
        # In turn all of them would have been begun with; the most are two to each host, and three at a time thereafter.
        assert begun < number * each / 2 + 4
        assert begun >= MOST_TO_ONE_HOST


def test_hosts_have_few_senders_and_silent_ones_fewer() -> None:
    turns = Turns()
    for host in ("a", "a", "b"):
        turns.begin(host)
    assert turns.full_hosts() == ["a"]
    turns.end("a", silent=True)
    assert turns.full_hosts() == ["a"], "the other attempt is still under way"
    turns.end("a", silent=None)
    assert turns.full_hosts() == [], "one sender may try it again"
    turns.begin("a")
    assert turns.full_hosts() == ["a"]
    turns.end("a", silent=False)
    turns.begin("a")
    assert turns.full_hosts() == [], "it has answered"


def test_silent_hosts_together_leave_senders_to_the_others() -> None:
    turns, silent = Turns(), [f"host {n}" for n in range(MOST_TO_SILENT_HOSTS + 2)]
    for host in silent:
        turns.begin(host)
        turns.end(host, silent=True)
    for host in silent[:MOST_TO_SILENT_HOSTS]:
        assert host not in turns.full_hosts()
        turns.begin(host)
    assert turns.full_hosts() == silent
    turns.begin("lively")
    assert turns.full_hosts() == silent
    turns.end(silent[0], silent=True)
    assert turns.full_hosts() == silent[1:MOST_TO_SILENT_HOSTS]
