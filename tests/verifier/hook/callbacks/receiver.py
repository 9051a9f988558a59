"""A receiver of callbacks: a real HTTP server on loopback, with TLS of an authority of its own where wanted."""

from __future__ import annotations

import ipaddress
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass(frozen=True)
class Received:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Reply:
    """What to answer with; `trickle` seconds lie between the bytes of the body, `silence` before the answer."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    silence: float = 0.0
    trickle: float = 0.0
    endless: bool = False


class Receiver:
    """`answer(number)` says what to answer the request of that number, from 1, with."""

    def __init__(self, answer: Callable[[int], Reply], context: ssl.SSLContext | None = None) -> None:
        self.received: list[Received] = []
        self.most_at_once = 0
        self._answer = answer
        self._inside = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        if context is not None:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port: int = self._server.server_address[1]
        self.url = f"{'http' if context is None else 'https'}://127.0.0.1:{self.port}/callbacks"
        self.host = f"127.0.0.1:{self.port}"

    def start(self) -> None:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def taken(self, request: Received) -> Reply:
        with self._lock:
            self.received.append(request)
            self._inside += 1
            self.most_at_once = max(self.most_at_once, self._inside)
            number = len(self.received)
        reply = self._answer(number)
        time.sleep(reply.silence)
        with self._lock:
            self._inside -= 1
        return reply

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["content-length"] or 0)
                body = self.rfile.read(length)
                if len(body) < length:
                    return  # the sender was killed in the middle; no server hands half a body to anybody
                headers = {name.lower(): value for name, value in self.headers.items()}
                reply = receiver.taken(Received(self.command, self.path, headers, body))
                try:
                    self._reply(reply)
                except OSError:
                    return  # the sender has had enough

            do_GET = do_POST  # noqa: N815

            def _reply(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                for place in range(len(reply.body)) if reply.trickle else ():
                    self.wfile.write(reply.body[place : place + 1])
                    time.sleep(reply.trickle)
                while reply.endless:
                    self.wfile.write(b"x" * 65536)
                if not reply.trickle:
                    self.wfile.write(reply.body)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing: the test tells what was received."""

        return Handler


@contextmanager
def receiving(
    answer: Callable[[int], Reply] = lambda _: Reply(), context: ssl.SSLContext | None = None
) -> Iterator[Receiver]:
    receiver = Receiver(answer, context)
    receiver.start()
    try:
        yield receiver
    finally:
        receiver.stop()


@dataclass(frozen=True)
class Authority:
    """A certificate authority of one's own: `serving` has a certificate for a name, `trusting` trusts the authority."""

    folder: Path
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def serving(self, name: str) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        made = _certificate(name, key, self.certificate.subject, self.key, is_authority=False)
        path = self.folder / f"{name}.pem"
        path.write_bytes(_private(key) + made.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def trusting(self) -> ssl.SSLContext:
        return ssl.create_default_context(cadata=self.certificate.public_bytes(serialization.Encoding.PEM).decode())


def made_authority(folder: Path) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a test's own authority")])
    return Authority(folder, key, _certificate("authority", key, subject, key, is_authority=True))


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    is_authority: bool,
) -> x509.Certificate:
    moment = datetime.now(UTC)
    subject = issuer if is_authority else x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    names: list[x509.GeneralName] = [x509.DNSName(name)]
    if name.replace(".", "").isdecimal():
        names = [x509.IPAddress(ipaddress.ip_address(name))]
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(moment - timedelta(days=1))
        .not_valid_after(moment + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
