"""Whose turn it is to be sent to: a host that is slow or dead keeps no other host waiting."""

from __future__ import annotations

import threading
from collections import Counter

MOST_AT_ONCE = 8
"""Callbacks that a worker sends at a time."""
MOST_TO_ONE_HOST = 2
MOST_TO_SILENT_HOSTS = 3


class Turns:
    """Which hosts are being sent to, and which of them let the last attempt run out of time.

    A host that did so is tried by one sender at a time, and all such hosts together hold MOST_TO_SILENT_HOSTS of the
    senders, until it answers, whatever it answers. It has as long for that as any other.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sending: Counter[str] = Counter()
        self._silent: set[str] = set()

    def full_hosts(self) -> list[str]:
        """The hosts that are not to be sent to now."""
        with self._lock:
            held = sum(self._sending[host] for host in self._silent)
            full = {host for host, number in self._sending.items() if number >= MOST_TO_ONE_HOST}
            full |= {host for host in self._silent if self._sending[host] or held >= MOST_TO_SILENT_HOSTS}
            return sorted(full)

    def begin(self, host: str) -> None:
        """A sender begins with `host`."""
        with self._lock:
            self._sending[host] += 1

    def end(self, host: str, silent: bool | None) -> None:
        """A sender has done with `host`, which let it wait in vain or not; None where that is not known."""
        with self._lock:
            self._sending[host] -= 1
            if not self._sending[host]:
                del self._sending[host]
            if silent:
                self._silent.add(host)
            elif silent is not None:
                self._silent.discard(host)
