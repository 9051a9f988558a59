"""Behind a proxy that is trusted, limits and cookies go by whom it speaks for; nobody else is believed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from models.errors import HeyanError
from tests.verifier.hook.desk.desk_client import hidden
from tests.verifier.hook.papers import PoolOfNone
from verifier.hook.api.app import make_app
from verifier.hook.settings import settings_from_environment

PROXY, STRANGER = "10.1.2.3", "203.0.113.9"


@pytest.fixture
def app(tmp_path: Path) -> Any:
    given = {
        "HEYAN_DATA": str(tmp_path),
        "HEYAN_TRUSTED_PROXIES": "10.1.0.0/16, ::1",
        "HEYAN_LIMIT_REQUESTS_A_MINUTE": "3",
        "HEYAN_LIMIT_SIGNIN_TRIES": "1",
    }
    settings = settings_from_environment(given)
    assert settings.trusted_proxies == ("10.1.0.0/16", "::1/128")
    return make_app(settings, pool=PoolOfNone(settings.reading, 1))


def asked(app: Any, peer: str, speaking_for: str | None) -> int:
    """The status that somebody without a key gets."""
    client = TestClient(app, client=(peer, 40000))
    headers = {} if speaking_for is None else {"X-Forwarded-For": speaking_for}
    return client.get("/v1/applications/app_" + "0" * 32, headers=headers).status_code


def test_each_caller_behind_a_trusted_proxy_has_limits_of_its_own(app: Any) -> None:
    assert [asked(app, PROXY, "198.51.100.1") for _ in range(4)] == [401, 401, 401, 429]
    assert asked(app, PROXY, "198.51.100.2") == 401
    assert asked(app, PROXY, "198.51.100.77, 198.51.100.1") == 429, (
        "what a caller puts before its own address is nothing"
    )
    assert asked(app, PROXY, "198.51.100.1, 10.1.9.9") == 429, "a second trusted proxy"


def test_nobody_else_is_believed(app: Any) -> None:
    assert [asked(app, STRANGER, f"198.51.100.{n}") for n in range(4)] == [401, 401, 401, 429]


def tried(app: Any, address: str) -> int:
    """The status of a wrong password."""
    client = TestClient(app, client=(PROXY, 40000), headers={"X-Forwarded-For": address})
    token = hidden(client.get("/desk/sign-in").text)["token"]
    return client.post("/desk/sign-in", data={"login": "li", "password": "wrong", "token": token}).status_code


def test_guessing_passwords_is_slowed_down_by_address(app: Any) -> None:
    assert [tried(app, "198.51.100.1") for _ in range(2)] == [401, 429]
    assert tried(app, "198.51.100.2") == 401


def test_https_at_the_proxy_keeps_cookies_to_https(app: Any) -> None:
    for peer, secure in ((PROXY, True), (STRANGER, False)):
        client = TestClient(app, client=(peer, 40000), headers={"X-Forwarded-Proto": "https"})
        assert ("; Secure" in client.get("/desk/sign-in").headers["set-cookie"]) is secure


def test_names_are_no_proxies(tmp_path: Path) -> None:
    for wrong in ("proxy.test", "*", "10.0.0.1/8"):
        with pytest.raises(HeyanError, match="HEYAN_TRUSTED_PROXIES"):
            settings_from_environment({"HEYAN_DATA": str(tmp_path), "HEYAN_TRUSTED_PROXIES": wrong})
