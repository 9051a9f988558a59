"""Looking names up in bounded time: the system's resolver has no limit of its own, and nothing can stop it half-way."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field

Resolver = Callable[[str, int], list[str]]
"""The addresses of a host, as text; OSError or UnicodeError where there are none."""

SECONDS = 5.0
_GIVEN_UP_AFTER = 60.0

_Key = tuple[Resolver, str, int]


class TooLong(Exception):
    """No answer in time, neither yes nor no: to be asked again later."""


@dataclass(frozen=True, slots=True)
class _Lookup:
    """A lookup under way in a thread of its own, which ends with the process at the latest."""

    found: Future[list[str]] = field(default_factory=Future)
    began: float = field(default_factory=time.monotonic)


# No more than there are listed hosts, but for those that are stuck for good: who asks for a name that is being looked up
# waits for that answer.
_running: dict[_Key, _Lookup] = {}
_lock = threading.Lock()


def looked_up(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def looked_up_by(deadline: float, resolve: Resolver, host: str, port: int) -> list[str]:
    """What `resolve` finds by `deadline` (time.monotonic) and within SECONDS; TooLong otherwise. Raises what `resolve` does."""
    found = _under_way((resolve, host, port)).found
    left = min(deadline - time.monotonic(), SECONDS)
    # Asked apart from the result: that the resolver itself gave up waiting is an answer.
    if not wait((found,), max(left, 0.0)).done:
        raise TooLong
    return found.result()


def _under_way(key: _Key) -> _Lookup:
    with _lock:
        lookup = _running.get(key)
        if lookup is None or time.monotonic() - lookup.began > _GIVEN_UP_AFTER:
            lookup = _Lookup()
            threading.Thread(target=_look_up, args=(key, lookup), name="heyan-lookup", daemon=True).start()
            _running[key] = lookup
    return lookup


def _look_up(key: _Key, lookup: _Lookup) -> None:
    resolve, host, port = key
    addresses: list[str] = []
    failure: BaseException | None = None
    try:
        addresses = resolve(host, port)
    except BaseException as error:  # whoever waits is told
        failure = error
    with _lock:
        if _running.get(key) is lookup:
            del _running[key]
    if failure is None:
        lookup.found.set_result(addresses)
    else:
        lookup.found.set_exception(failure)
