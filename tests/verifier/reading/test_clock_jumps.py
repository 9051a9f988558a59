"""A clock that is set while files are read: nothing is called too slow that is not, and nothing hangs."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from models.settings import ReadingSettings
from verifier.reading.pool import Task, WorkerPool
from verifier.reading.warm_pool import WarmPool

DAY = 86_400.0


@pytest.fixture(params=[DAY, -DAY], ids=["forward", "back"])
def jumping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[float]:
    """The wall clock, which jumps half a second from now and then runs on."""
    real, jump = time.time, time.monotonic() + 0.5
    monkeypatch.setattr(time, "time", lambda: real() + (request.param if time.monotonic() > jump else 0.0))
    yield request.param
    assert abs(time.time() - real()) > DAY / 2, "the clock has not jumped"


def nothing(_counters: object) -> None:
    """A worker needs no more."""


def test_a_pool_goes_by_the_time_that_passes(jumping: float) -> None:
    tasks = {"quick": Task(time.sleep, (2.0,), 60.0), "hangs": Task(time.sleep, (1000.0,), 3.0)}
    begun = time.monotonic()
    with WorkerPool(2, 1, nothing) as pool:
        ended = dict(pool.run(tasks))
    assert ended["quick"] is None
    assert isinstance(ended["hangs"], TimeoutError)
    assert time.monotonic() - begun < 60, jumping


def test_so_does_the_pool_of_the_service(jumping: float) -> None:
    pool = WarmPool(ReadingSettings(), 1)
    try:
        assert pool.call(time.sleep, (2.0,), 60.0) is None
        begun = time.monotonic()
        with pytest.raises(TimeoutError):
            pool.call(time.sleep, (1000.0,), 2.0)
        assert time.monotonic() - begun < 60, jumping
    finally:
        pool.stop()
