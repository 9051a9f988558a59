"""Guessing passwords is made slow: a few tries for a login from one address, more for a login, more for an address."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MINUTES = 15


class Throttle:
    """Counts the tries that failed, in this process. `tries` is for one login from one address."""

    def __init__(self, tries: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._pair = RateLimitItemPerMinute(tries, MINUTES)
        self._login = RateLimitItemPerMinute(tries * 4, MINUTES)
        self._address = RateLimitItemPerMinute(tries * 10, MINUTES)

    def wait(self, login: str, address: str) -> int:
        """Seconds until the next try is heard; 0 for at once."""
        waits = [0]
        for limit, *names in self._windows(login, address):
            if not self._limiter.test(limit, *names):
                waits.append(math.ceil(self._limiter.get_window_stats(limit, *names).reset_time - time.time()))
        return max(waits[0], *waits)

    def failed(self, login: str, address: str) -> None:
        """Counts a try that failed."""
        for limit, *names in self._windows(login, address):
            self._limiter.hit(limit, *names)

    def _windows(self, login: str, address: str) -> list[tuple[RateLimitItemPerMinute, str, str]]:
        return [
            (self._pair, f"pair {address}", login),
            (self._login, "login", login),
            (self._address, "address", address),
        ]
