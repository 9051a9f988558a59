"""One attempt, against a real receiver: what is sent, what an answer means, and what is not followed, waited for or believed."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from tests.verifier.hook.callbacks.receiver import Receiver, Reply, made_authority, receiving
from verifier.hook.callbacks.secrets import Master
from verifier.hook.callbacks.sending import Outcome, Sender, seconds_of
from verifier.hook.callbacks.signing import signed_headers
from verifier.hook.storage.tables import now

BODY = json.dumps({"type": "application.done"})
SECRET = Master(b"m" * 32).secret("key_1", 0)


def sender(receiver: Receiver, seconds: float = 10.0) -> Sender:
    return Sender((receiver.host,), allow_private=True, seconds=seconds)


def posted(answer: Callable[[int], Reply], seconds: float = 10.0) -> tuple[Outcome, Receiver]:
    with receiving(answer) as receiver:
        headers = signed_headers([SECRET], "cb_1", now(), BODY)
        return sender(receiver, seconds).post(receiver.url, BODY.encode(), headers), receiver


def test_a_callback_arrives_signed() -> None:
    outcome, receiver = posted(lambda _: Reply(200, body=b"thanks"))
    assert outcome == Outcome(None)
    (request,) = receiver.received
    assert (request.method, request.path, request.headers["host"]) == ("POST", "/callbacks", receiver.host)
    assert request.headers["content-type"] == "application/json"
    assert Webhook(SECRET).verify(request.body, request.headers) == json.loads(BODY)
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(request.body + b" ", request.headers)
    old = request.headers | {"webhook-timestamp": str(int(time.time()) - 600)}
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(request.body, old)


@pytest.mark.parametrize(
    ("status", "failure"),
    [(201, None), (299, None), (400, "http_400"), (404, "http_404"), (410, "gone"), (500, "http_500")],
)
def test_what_answers_mean(status: int, failure: str | None) -> None:
    assert posted(lambda _: Reply(status))[0].failure == failure


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(status: int) -> None:
    with receiving() as elsewhere:
        outcome, receiver = posted(lambda _: Reply(status, {"Location": elsewhere.url}))
        assert outcome.failure == f"http_{status}"
        assert len(receiver.received) == 1
        assert elsewhere.received == []


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://{proxy.host}")
        outcome, receiver = posted(lambda _: Reply())
        assert outcome == Outcome(None)
        assert len(receiver.received) == 1
        assert proxy.received == []


def test_a_receiver_has_so_long_and_no_longer() -> None:
    for slow in (Reply(silence=30.0), Reply(200, {"Content-Length": "1000"}, b"x" * 1000, trickle=0.2)):
        began = time.monotonic()
        outcome, receiver = posted(lambda _, slow=slow: slow, seconds=0.6)  # type: ignore[misc]
        assert time.monotonic() - began < 5
        assert len(receiver.received) == 1
        # A status that came in time counts; what follows it is of no use.
        assert outcome.failure == ("timeout" if slow.silence else None)


def test_headers_that_never_end_are_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host = f"127.0.0.1:{server.getsockname()[1]}"
        began = time.monotonic()
        outcome = Sender((host,), allow_private=True, seconds=0.5).post(f"http://{host}/", b"{}", {})
        assert outcome.failure == "timeout"
        assert time.monotonic() - began < 5


def test_an_endless_answer_is_left_off() -> None:
    began = time.monotonic()
    assert posted(lambda _: Reply(200, endless=True))[0] == Outcome(None)
    assert time.monotonic() - began < 5


def test_no_time_left_means_nothing_sent() -> None:
    with receiving() as receiver:
        outcome = sender(receiver).post(receiver.url, b"{}", {}, deadline=time.monotonic() - 1)
        assert outcome.failure == "timeout"
        assert receiver.received == []


def test_nobody_there_and_nobody_allowed() -> None:
    with receiving() as receiver:
        assert Sender((receiver.host,)).post(receiver.url, b"{}", {}).failure == "scheme"
        assert Sender((), allow_private=True).post(receiver.url, b"{}", {}).failure == "host_not_listed"
        https = receiver.url.replace("http:", "https:")
        assert Sender((receiver.host,)).post(https, b"{}", {}).failure == "address_private"
        assert sender(receiver).post(https, b"{}", {}).failure == "tls"
        assert receiver.received == []
    assert sender(receiver).post(receiver.url, b"{}", {}).failure == "connection"


def test_a_name_is_looked_up_once_and_the_address_that_was_checked_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the second answer for a name is another one, and nobody asks for it."""
    with receiving() as receiver:
        asked: list[str] = []

        def rebinding(host: str, _port: int) -> list[str]:
            asked.append(host)
            return ["127.0.0.1"] if len(asked) == 1 else ["169.254.169.254"]

        real = socket.getaddrinfo

        def numbers_alone(host: str, *arguments: object, **more: object) -> object:
            assert host == "127.0.0.1", "a name is looked up a second time"
            return real(host, *arguments, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", numbers_alone)
        rebound = Sender((f"platform.test:{receiver.port}",), allow_private=True, resolve=rebinding)
        url = f"http://platform.test:{receiver.port}/callbacks"
        assert rebound.post(url, b"{}", {}) == Outcome(None)
        assert asked == ["platform.test"]
        assert receiver.received[0].headers["host"] == f"platform.test:{receiver.port}"
        assert rebound.post(url, b"{}", {}).failure == "address_forbidden"
        assert len(receiver.received) == 1


def test_certificates_are_checked_against_the_name(tmp_path: Path) -> None:
    authority = made_authority(tmp_path)
    with receiving(context=authority.serving("platform.test")) as receiver:
        hosts = tuple(f"{name}.test:{receiver.port}" for name in ("platform", "other"))
        trusting = Sender(
            hosts, allow_private=True, resolve=lambda _host, _port: ["127.0.0.1"], trusted=authority.trusting()
        )
        assert trusting.post(f"https://{hosts[0]}/x", BODY.encode(), {}) == Outcome(None)
        assert receiver.received[0].path == "/x"
        assert trusting.post(f"https://{hosts[1]}/x", BODY.encode(), {}).failure == "tls"
        strict = Sender(hosts, allow_private=True, resolve=lambda _host, _port: ["127.0.0.1"])
        assert strict.post(f"https://{hosts[0]}/x", BODY.encode(), {}).failure == "tls"
        assert len(receiver.received) == 1


def test_the_second_address_is_tried_where_the_first_does_not_answer() -> None:
    with receiving() as receiver:
        both = Sender((receiver.host,), allow_private=True, resolve=lambda _host, _port: ["127.0.0.2", "127.0.0.1"])
        assert both.post(receiver.url, b"{}", {}) == Outcome(None)


def test_retry_after_is_understood_both_ways() -> None:
    assert posted(lambda _: Reply(503, {"Retry-After": "120"}))[0] == Outcome("http_503", 120.0)
    assert posted(lambda _: Reply(429, {"Retry-After": "soon"}))[0] == Outcome("http_429")
    later = seconds_of(format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True))
    assert later is not None
    assert 3590 < later <= 3600
    assert seconds_of("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    assert [seconds_of(text) for text in ("-5", "1e9", "9" * 30, "", "²")] == [None] * 5
