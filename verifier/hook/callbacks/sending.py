"""One attempt to tell a receiver, and what its answer means."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore2

from verifier.hook.outgoing.lookups import Resolver, looked_up
from verifier.hook.outgoing.requests import NoTls, Wire
from verifier.hook.outgoing.targets import LOOKUP_TIMEOUT, TargetRefused, target_of
from verifier.hook.storage.callbacks import GONE

SECONDS = 15.0
_MOST_OF_AN_ANSWER = 64 * 1024
_TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended: `failure` None for a 2xx, else a stable word; `retry_after` the seconds that the receiver asks for."""

    failure: str | None
    retry_after: float | None = None

    @property
    def is_silence(self) -> bool:
        """Whether nobody answered in time, so that the attempt took as long as one may."""
        return self.failure in (_TIMEOUT, LOOKUP_TIMEOUT)


@dataclass(frozen=True)
class Sender:
    """Sends to `hosts` alone; `resolve` looks a name up, `trusted` has the certificates that receivers are checked by."""

    hosts: tuple[str, ...]
    allow_private: bool = False
    seconds: float = SECONDS
    resolve: Resolver = looked_up
    trusted: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def post(self, url: str, body: bytes, headers: Mapping[str, str], deadline: float | None = None) -> Outcome:
        """What came of it by `deadline` (time.monotonic; `seconds` from now for None). Raises nothing."""
        end = time.monotonic() + self.seconds if deadline is None else deadline
        try:
            return self._answer(url, body, headers, end)
        except TargetRefused as refusal:
            return Outcome(refusal.code)
        except httpcore2.TimeoutException:
            return Outcome(_TIMEOUT)
        except NoTls:
            return Outcome("tls")
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError):
            return Outcome("connection")

    def _answer(self, url: str, body: bytes, headers: Mapping[str, str], deadline: float) -> Outcome:
        target = target_of(url, self.hosts, allow_http=self.allow_private)
        wire = Wire(self.allow_private, self.resolve, self.trusted)
        with wire.asked("POST", target, {"content-length": str(len(body)), **headers}, deadline, body) as answer:
            received = 0
            # What it says is of no use; a part is read so that a tidy receiver is not cut off.
            with suppress(httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError):
                for piece in answer.iter_stream():
                    received += len(piece)
                    if received > _MOST_OF_AN_ANSWER:
                        break
            given = dict(answer.headers)
            return _outcome(int(answer.status), {k.lower(): v for k, v in given.items()}.get(b"retry-after"))


def _outcome(status: int, retry_after: bytes | None) -> Outcome:
    if 200 <= status < 300:
        return Outcome(None)
    if status == 410:
        return Outcome(GONE)
    return Outcome(f"http_{status}", seconds_of(retry_after.decode("latin-1")) if retry_after else None)


def seconds_of(retry_after: str) -> float | None:
    """The seconds that a Retry-After asks for, whichever way it is written; None where it says nothing."""
    text = retry_after.strip()
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
