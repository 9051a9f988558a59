"""heyan callback, heyan key secret, and what the API says of callbacks."""

from __future__ import annotations

import base64
import secrets
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from starlette.testclient import TestClient

from cli import heyan
from models.errors import HeyanError
from tests.verifier.hook.callbacks.told import add_told, state_of
from tests.verifier.hook.papers import PoolOfNone
from verifier.hook.api.app import make_app
from verifier.hook.audit_report import audited
from verifier.hook.callbacks.secrets import FILE, master_of
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.deliveries import claim_due, settle
from verifier.hook.storage.tables import audit, callbacks, now

URL = "https://platform.test/"
Run = Callable[..., Any]


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[tuple[HookSettings, Database]]:
    settings = HookSettings(data=tmp_path / "data", database=f"sqlite:///{tmp_path / 'data' / 'heyan.db'}")
    opened = open_database(settings)
    yield settings, opened
    opened.close()


@pytest.fixture
def run(alone: tuple[HookSettings, Database]) -> Run:
    environment = {"HEYAN_DATA": str(alone[0].data), "HEYAN_CALLBACK_MASTER": "", "COLUMNS": "250"}

    def invoked(*words: str) -> Any:
        return CliRunner().invoke(heyan, [*words, "--database", alone[0].database], env=environment)

    return invoked


def actions(database: Database) -> list[str]:
    with database.reading() as cx:
        assert audited(cx).sound
        return list(cx.scalars(sa.select(audit.c.action).order_by(audit.c.seq)))


def test_callbacks_are_listed_and_sent_again(alone: tuple[HookSettings, Database], run: Run) -> None:
    database = alone[1]
    lost, arrived, waiting = add_told(database, URL, 3)
    for failure in ("http_500", None):
        claimed = claim_due(database, timedelta(seconds=60))
        assert claimed is not None
        assert settle(database, claimed, failure)
    listed = run("callback", "list").output
    assert lost.callback_id in listed
    assert "http_500" in listed
    assert "已停止重试" in listed
    assert waiting.callback_id in listed
    assert arrived.callback_id not in listed
    assert arrived.callback_id in run("callback", "list", "--all").output
    assert "周启航" not in listed
    assert "1 个回调" in run("callback", "resend", "--failed").output
    assert state_of(database, lost).state == "waiting"
    assert run("callback", "resend", arrived.callback_id).exit_code == 0, "a receiver may have lost what it was told"
    assert actions(database) == ["callback.resend", "callback.resend"]
    for wrong in ((), ("cb_unknown",), ("--failed", lost.callback_id)):
        assert isinstance(run("callback", "resend", *wrong).exception, HeyanError)
    assert isinstance(run("callback", "resend", lost.callback_id, "cb_unknown").exception, HeyanError)
    assert actions(database) == ["callback.resend", "callback.resend"], "all of them or none"


def test_a_keys_secret_is_shown_and_renewed(alone: tuple[HookSettings, Database], run: Run) -> None:
    settings, database = alone
    with database.writing() as cx:
        key_id, _ = add_key(cx, "platform", ["submit"])
        other_id, _ = add_key(cx, "another", ["submit"])
    first = run("key", "secret", key_id).output.split()
    assert len(first) == 1
    assert first[0].startswith("whsec_")
    assert len(base64.b64decode(first[0][6:])) == 32
    assert run("key", "secret", key_id).output.split() == first
    assert run("key", "secret", other_id).output.split() != first
    both = run("key", "secret", key_id, "--renew").output.split()
    assert both[1:] == first
    assert both[0] != first[0]
    last = run("key", "secret", key_id, "--renew", "--overlap", "0").output.split()
    assert len(last) == 1
    assert last[0] not in both
    assert actions(database) == ["key.secret", "key.secret"]
    assert isinstance(run("key", "secret", "key_of_nobody", "--renew").exception, HeyanError)
    kept = settings.data / FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    files = [path for path in settings.data.rglob("*") if path.is_file() and path != kept]
    assert files
    assert not [path for path in files if any(s[6:].encode() in path.read_bytes() for s in (*first, *both, *last))]


def test_the_master_secret_is_the_same_for_all_who_share_the_folder(tmp_path: Path) -> None:
    settings = HookSettings(data=tmp_path / "data", database="sqlite:///x")
    first = master_of(settings)
    assert master_of(settings) == first
    assert first.content.hex() not in repr(first)
    given = base64.b64encode(secrets.token_bytes(32)).decode()
    assert master_of(replace(settings, callback_master=given)).content == base64.b64decode(given)
    assert given not in repr(replace(settings, callback_master=given))
    for wrong in ("short", base64.b64encode(b"x" * 31).decode(), "!" * 44):
        with pytest.raises(HeyanError, match="HEYAN_CALLBACK_MASTER"):
            master_of(replace(settings, callback_master=wrong))
    (settings.data / FILE).write_text("", "utf-8")
    with pytest.raises(HeyanError, match="base64"):
        master_of(settings)


def test_the_api_says_what_was_told(alone: tuple[HookSettings, Database]) -> None:
    settings, database = alone
    client = TestClient(make_app(settings, database, PoolOfNone(settings.reading, 1)))
    (told,) = add_told(database, URL, 1)
    with database.writing() as cx:
        _, stranger = add_key(cx, "another", ["submit", "read"])
        _, review = add_key(cx, "reviewers", ["review"])
    place = f"/v1/applications/{told.application_id}"

    def asked(key: str) -> Any:
        return client.get(f"{place}/callbacks", headers={"Authorization": f"Bearer {key}"})

    assert asked(stranger).status_code == 404
    (one,) = asked(review).json()["callbacks"]
    assert (one["id"], one["type"], one["state"]) == (told.callback_id, "application.done", "waiting")
    assert one["next_attempt_at"] is not None
    with database.writing() as cx:
        cx.execute(callbacks.update().values(state="given_up", next_at=None, last_error="timeout", ended_at=now()))
    (one,) = asked(review).json()["callbacks"]
    assert (one["state"], one["last_error"], one["next_attempt_at"]) == ("given_up", "timeout", None)
    state = client.get(place, headers={"Authorization": f"Bearer {review}"}).json()
    assert state["links"]["callbacks"] == f"{place}/callbacks"
