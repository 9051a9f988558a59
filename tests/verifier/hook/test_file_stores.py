"""Files named by URL, from a real https host: at an address that was looked up once and checked, certificate and all."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from starlette.testclient import TestClient

from tests.verifier.hook.callbacks.receiver import Receiver, Reply, made_authority, receiving
from tests.verifier.hook.papers import PoolOfNone, id_number, paper, profile
from verifier.hook.api import references
from verifier.hook.api.app import make_app
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.outgoing import lookups
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.database import open_database

NUMBER = id_number(1)
PAPER = paper(NUMBER)


class Names:
    """What name servers say: for each name its addresses, one after another, the last for good."""

    def __init__(self) -> None:
        self.addresses: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self._real = socket.getaddrinfo

    def getaddrinfo(self, host: str, port: Any, *arguments: Any, **more: Any) -> Any:
        if host in self.addresses:
            self.asked.append(host)
            left = self.addresses[host]
            host = left.pop(0) if len(left) > 1 else left[0]
        assert not host.endswith(".test"), "nobody knows this name"
        return self._real(host, port, *arguments, **more)


class Store:
    """A file store and a caller whose files lie there."""

    def __init__(self, client: TestClient, key: str, receiver: Receiver, names: Names) -> None:
        self.receiver = receiver
        self.names = names
        self._client = client
        self._headers = {"Authorization": f"Bearer {key}"}

    def hand_in(self, path: str = "/card.pdf", host: str = "files.test", **more: str) -> Any:
        file = {"name": "card.pdf", "url": f"https://{host}:{self.receiver.port}{path}", **more}
        body = {"profile": json.loads(profile("A1", NUMBER)), "files": [file]}
        return self._client.post("/v1/applications", json=body, headers=self._headers)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    made = Names()
    monkeypatch.setattr(socket, "getaddrinfo", made.getaddrinfo)
    return made


@contextmanager
def store(folder: Path, names: Names, reply: Reply, allow_private: bool = True) -> Iterator[Store]:
    authority = made_authority(folder)
    trusted = folder / "authority.pem"
    trusted.write_bytes(authority.certificate.public_bytes(serialization.Encoding.PEM))
    names.addresses = {"files.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]}
    settings = HookSettings(data=folder / "data", database=f"sqlite:///{folder / 'data' / 'heyan.db'}")
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("SSL_CERT_FILE", str(trusted))
        receiver = stack.enter_context(receiving(lambda _: reply, authority.serving("files.test")))
        hosts = tuple(f"{name}:{receiver.port}" for name in names.addresses)
        own = replace(settings, file_hosts=hosts, allow_private=allow_private)
        database = open_database(own)
        stack.callback(database.close)
        prepare_jobs(own, database)
        with database.writing() as cx:
            _, key = add_key(cx, "platform", ["submit", "read"])
        yield Store(TestClient(make_app(own, database, PoolOfNone(own.reading, 1))), key, receiver, names)


def refused(answer: Any, status: int, code: str, told: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.json()["type"] == f"urn:heyan:problem:{code}"
    assert told in answer.json()["detail"]


def test_a_file_comes_from_the_address_that_was_checked(tmp_path: Path, names: Names) -> None:
    """DNS rebinding: the second answer for a name is another one, and it is not called."""
    with store(tmp_path, names, Reply(200, body=PAPER)) as files:
        names.addresses["files.test"] = ["127.0.0.1", "169.254.169.254"]
        assert files.hand_in("/材料/登记 卡.pdf?signature=a%2Fb").status_code == 202
        assert names.asked == ["files.test"], "looked up once"
        (request,) = files.receiver.received
        assert (request.method, request.headers["host"]) == ("GET", f"files.test:{files.receiver.port}")
        assert request.path == "/%E6%9D%90%E6%96%99/%E7%99%BB%E8%AE%B0%20%E5%8D%A1.pdf?signature=a%2Fb"
        assert request.headers["accept-encoding"] == "identity"
        refused(files.hand_in(), 422, "reference", "不允许访问")
        assert len(files.receiver.received) == 1


def test_certificates_and_contents_are_checked(tmp_path: Path, names: Names) -> None:
    with store(tmp_path, names, Reply(200, body=PAPER)) as files:
        refused(files.hand_in(host="other.test"), 422, "reference", "无法访问")
        assert files.receiver.received == []
        refused(files.hand_in(sha256="0" * 64), 422, "reference", "sha256")


def test_private_addresses_are_refused_unless_allowed(tmp_path: Path, names: Names) -> None:
    with store(tmp_path, names, Reply(200, body=PAPER), allow_private=False) as files:
        refused(files.hand_in(), 422, "reference", "内网")
        assert files.receiver.received == []


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(302, {"Location": "https://other.test/"}), "302"),
        (Reply(404), "404"),
        (Reply(200, {"Content-Encoding": "gzip"}, b"x"), "压缩编码"),
        (Reply(200, {"Content-Length": "1000"}, b"x"), "无法访问"),
    ],
)
def test_answers_that_are_no_file_are_refused(tmp_path: Path, names: Names, reply: Reply, told: str) -> None:
    with store(tmp_path, names, reply) as files:
        refused(files.hand_in(), 422, "reference", told)
        assert len(files.receiver.received) == 1


def test_an_endless_file_is_too_large(tmp_path: Path, names: Names) -> None:
    with store(tmp_path, names, Reply(200, endless=True)) as files:
        refused(files.hand_in(), 413, "too_large", "上限")


def test_a_slow_store_is_to_be_asked_again(tmp_path: Path, names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "_SECONDS", 1.0)
    with store(tmp_path, names, Reply(200, body=PAPER, trickle=0.1)) as files:
        answer = files.hand_in()
        refused(answer, 503, "store_timeout", "及时")
        assert int(answer.headers["retry-after"]) >= 1
        monkeypatch.setattr(lookups, "SECONDS", 0.0)
        refused(files.hand_in(), 503, "store_timeout", "及时")
