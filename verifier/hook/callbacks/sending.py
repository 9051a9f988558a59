"""One POST to a checked address: no redirects, no proxy, no environment, one deadline over all of it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore2

from verifier.hook.callbacks.targets import Refused, Resolver, Target, addresses_of, looked_up, target_of
from verifier.hook.storage.callbacks import GONE

SECONDS = 15.0
_CONNECTING = 5.0
_MOST_OF_AN_ANSWER = 64 * 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended: `failure` None for a 2xx, else a stable word; `retry_after` the seconds that the receiver asks for."""

    failure: str | None
    retry_after: float | None = None


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
            target = target_of(url, self.hosts, self.allow_private)
            backend = _Pinned(addresses_of(target, self.allow_private, self.resolve), end)
            return self._answer(target, body, headers, backend)
        except Refused as refusal:
            return Outcome(refusal.code)
        except httpcore2.TimeoutException:
            return Outcome("timeout")
        except _NoTls:
            return Outcome("tls")
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError):
            return Outcome("connection")

    def _answer(self, target: Target, body: bytes, headers: Mapping[str, str], backend: _Pinned) -> Outcome:
        url = httpcore2.URL(
            scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
        )
        sent = {"host": target.authority, "content-length": str(len(body)), "connection": "close", **headers}
        times = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self.seconds)}
        with (
            httpcore2.ConnectionPool(self.trusted, network_backend=backend) as pool,
            pool.stream("POST", url, headers=list(sent.items()), content=body, extensions=times) as answer,
        ):
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


class _NoTls(httpcore2.ConnectError):
    """The other side speaks no TLS, or has no certificate that holds."""


class _Timed(httpcore2.NetworkStream):
    """A stream that ends at a deadline, however slowly the other side goes on."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        # The certificate is checked against the host's name, not against the address.
        try:
            secured = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        except httpcore2.ConnectError as error:
            raise _NoTls from error
        return _Timed(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class _Pinned(httpcore2.NetworkBackend):
    """Connects to addresses that were checked, and never looks a name up: its answer could be another by now."""

    def __init__(self, addresses: list[str], deadline: float) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connects to the first address that answers; `host` and `timeout` are known better here."""
        del host, timeout
        failure: httpcore2.ConnectError | httpcore2.ConnectTimeout = httpcore2.ConnectError()
        for address in self._addresses:
            left = min(self._deadline - time.monotonic(), _CONNECTING)
            if left <= 0:
                raise httpcore2.ConnectTimeout
            try:
                stream = self._sockets.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _Timed(stream, self._deadline)
        raise failure
