"""Names whose servers are dead: the wait ends, threads do not pile up, and other names are found meanwhile."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from tests.verifier.hook.callbacks.receiver import receiving
from verifier.hook.callbacks.sending import Outcome, Sender
from verifier.hook.outgoing import lookups
from verifier.hook.outgoing.lookups import TooLong, looked_up, looked_up_by
from verifier.hook.outgoing.targets import LOOKUP_TIMEOUT, Target, TargetRefused, addresses_of


class DeadServer:
    """A resolver that answers nobody until it is back."""

    def __init__(self) -> None:
        self.back = threading.Event()
        self.asked = 0

    def __call__(self, _host: str, _port: int) -> list[str]:
        self.asked += 1
        assert self.back.wait(30)
        return ["127.0.0.1"]


@pytest.fixture
def dead() -> Iterator[DeadServer]:
    server = DeadServer()
    yield server
    server.back.set()


def soon(seconds: float = 0.2) -> float:
    return time.monotonic() + seconds


def test_a_lookup_ends_in_time_and_is_a_temporary_failure(dead: DeadServer) -> None:
    began = time.monotonic()
    with pytest.raises(TargetRefused, match=LOOKUP_TIMEOUT):
        addresses_of(Target("https", "platform.test", 443, "/"), False, dead, soon())
    assert Sender(("platform.test",), resolve=dead, seconds=0.2).post("https://platform.test/", b"", {}) == Outcome(
        LOOKUP_TIMEOUT
    )
    assert time.monotonic() - began < 10
    assert Outcome(LOOKUP_TIMEOUT).is_silence


def test_the_resolver_of_the_system_is_bounded_too(dead: DeadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def hanging(*_: object, **__: object) -> object:
        dead("", 0)
        raise socket.gaierror

    with receiving() as receiver:
        monkeypatch.setattr(socket, "getaddrinfo", hanging)
        monkeypatch.setattr(lookups, "SECONDS", 0.2)
        host = f"platform.test:{receiver.port}"
        assert Sender((host,), allow_private=True).post(f"http://{host}/", b"{}", {}) == Outcome(LOOKUP_TIMEOUT)
        assert receiver.received == []


def test_whoever_asks_meanwhile_waits_for_the_same_answer(dead: DeadServer) -> None:
    before = threading.active_count()
    for _ in range(20):
        with pytest.raises(TooLong):
            looked_up_by(soon(0.01), dead, "platform.test", 443)
    assert dead.asked == 1
    assert threading.active_count() <= before + 1
    assert looked_up_by(soon(5), looked_up, "127.0.0.1", 443) == ["127.0.0.1"], "other names are found"
    threading.Timer(0.1, dead.back.set).start()
    assert looked_up_by(soon(5), dead, "platform.test", 443) == ["127.0.0.1"]
    assert dead.asked == 1
    assert looked_up_by(soon(5), dead, "platform.test", 443) == ["127.0.0.1"]
    assert dead.asked == 2, "an answer is for those who waited for it alone"


def test_a_lookup_that_is_stuck_is_left_behind(dead: DeadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "_GIVEN_UP_AFTER", 0.0)
    for asked in (1, 2):
        with pytest.raises(TooLong):
            looked_up_by(soon(0.05), dead, "platform.test", 443)
        assert dead.asked == asked


def test_what_a_resolver_says_in_time_is_its_own_answer() -> None:
    def gave_up(_host: str, _port: int) -> list[str]:
        raise TimeoutError("the name server did not answer")

    with pytest.raises(TimeoutError, match="name server"):
        looked_up_by(soon(5), gave_up, "platform.test", 443)
    assert Sender(("platform.test",), resolve=gave_up).post("https://platform.test/", b"", {}) == Outcome(
        "host_unknown"
    )
