"""One request to a checked address: no redirects, no proxy, no environment, one deadline over all of it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpcore2

from verifier.hook.outgoing.lookups import Resolver, looked_up
from verifier.hook.outgoing.targets import Target, addresses_of

_CONNECTING = 5.0


class NoTls(httpcore2.ConnectError):
    """The other side speaks no TLS, or has no certificate that holds."""


@dataclass(frozen=True)
class Wire:
    """How targets are called: `resolve` looks a name up, `trusted` has the certificates that the other side is checked by."""

    allow_private: bool = False
    resolve: Resolver = looked_up
    trusted: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    @contextmanager
    def asked(
        self,
        method: str,
        target: Target,
        headers: Mapping[str, str],
        deadline: float,
        content: bytes = b"",
        pause: float | None = None,
    ) -> Iterator[httpcore2.Response]:
        """The answer, whose body is still to be read; nothing of it comes later than `deadline` (time.monotonic).

        `pause` is the longest silence within it, in seconds. TargetRefused where the target's addresses may not be called;
        otherwise httpcore2's errors, NoTls among them, and OSError.
        """
        if time.monotonic() >= deadline:
            raise httpcore2.ConnectTimeout
        backend = _Pinned(addresses_of(target, self.allow_private, self.resolve, deadline), deadline)
        url = httpcore2.URL(
            scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
        )
        sent = {"host": target.authority, "connection": "close", **headers}
        longest = max(deadline - time.monotonic(), 0.0) if pause is None else pause
        times = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), longest)}
        with (
            httpcore2.ConnectionPool(self.trusted, network_backend=backend) as pool,
            pool.stream(method, url, headers=list(sent.items()), content=content or None, extensions=times) as answer,
        ):
            yield answer


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
            raise NoTls from error
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
