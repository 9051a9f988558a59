"""What the API takes in and what it refuses, on both databases; nothing is read here but page counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.verifier.hook.papers import PoolOfNone, id_number, paper, profile
from verifier.hook.api.app import make_app
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import add_key, list_keys, revoke_key
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.progress import fail
from verifier.hook.storage.retention import Due, remove
from verifier.hook.storage.tables import applications, now

NUMBER = id_number(1)
PAPER = paper(NUMBER)


class Caller:
    """Somebody with a key."""

    def __init__(self, settings: HookSettings, database: Database, *scopes: str) -> None:
        self.database = database
        self.client = TestClient(make_app(settings, database, PoolOfNone(settings.reading, 1)))
        with database.writing() as cx:
            self.key_id, self.key = add_key(cx, "platform", scopes or ("submit", "read"))
        self.headers = {"Authorization": f"Bearer {self.key}"}

    def post(self, profile_text: str | None = None, files: Any = None, **headers: str) -> Any:
        given = [("files", ("card.pdf", PAPER))] if files is None else files
        data = {"profile": profile("A1", NUMBER) if profile_text is None else profile_text}
        return self.client.post("/v1/applications", data=data, files=given, headers={**self.headers, **headers})

    def json(self, body: Any, **headers: str) -> Any:
        return self.client.post("/v1/applications", json=body, headers={**self.headers, **headers})

    def get(self, path: str) -> Any:
        return self.client.get(path, headers=self.headers)

    def put(self, path: str, content: bytes) -> Any:
        return self.client.put(path, content=content, headers=self.headers)


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    prepare_jobs(settings, opened)
    yield opened
    opened.close()


@pytest.fixture
def caller(settings: HookSettings, database: Database) -> Caller:
    return Caller(settings, database)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[tuple[HookSettings, Database]]:
    """SQLite alone, for what has nothing to do with the database."""
    settings = HookSettings(data=tmp_path / "data", database=f"sqlite:///{tmp_path / 'data' / 'heyan.db'}")
    opened = open_database(settings)
    prepare_jobs(settings, opened)
    yield settings, opened
    opened.close()


def refused(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem that `answer` is: of this status and code, told in Chinese."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["type"] == f"urn:heyan:problem:{code}"
    assert problem["status"] == status
    assert any("\u4e00" <= c <= "\u9fff" for c in problem["detail"])
    if status == 429:
        assert int(answer.headers["retry-after"]) >= 1
    return problem


def queued(database: Database) -> list[str]:
    """The workflows that wait to be done."""
    table = "workflow_status" if database.is_sqlite else "dbos.workflow_status"
    with database.reading() as cx:
        return sorted(cx.scalars(sa.text(f"select workflow_uuid from {table} where queue_name = 'applications'")))


def test_a_submission_is_accepted_once_for_each_idempotency_key(caller: Caller) -> None:
    key = {"Idempotency-Key": "2023-A1"}
    first, again = caller.post(**key), caller.post(**key)
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["id"] == again.json()["id"]
    assert first.headers["location"] == f"/v1/applications/{first.json()['id']}"
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    refused(caller.post(profile("A2", NUMBER), **key), 422, "idempotency_key_reused")
    refused(caller.post(files=[("files", ("card.pdf", paper(id_number(2))))], **key), 422, "idempotency_key_reused")
    assert caller.post().json()["id"] != first.json()["id"]
    assert len(queued(caller.database)) == 2
    state = caller.get(first.headers["location"]).json()
    assert (state["state"], state["applicant_id"], [f["pages"] for f in state["files"]]) == ("received", "A1", [1])


def test_a_file_more_is_a_new_run_and_the_same_file_again_is_none(caller: Caller) -> None:
    place = caller.post().headers["location"]
    added = caller.put(f"{place}/files/考核表 2021.pdf", paper(NUMBER, pages=2))
    assert (added.status_code, added.json()["run"]) == (202, 2)
    same = caller.put(f"{place}/files/考核表 2021.pdf", paper(NUMBER, pages=2))
    assert (same.status_code, same.json()["run"]) == (200, 2)
    state = caller.get(place).json()
    assert [(f["name"], f["pages"]) for f in state["files"]] == [("card.pdf", 1), ("考核表 2021.pdf", 2)]
    assert len(queued(caller.database)) == 2
    with caller.database.writing() as cx:
        assert fail(cx, state["id"], 2, "engine")
    failed = caller.get(place).json()
    assert (failed["state"], failed["failure"]["code"]) == ("failed", "engine")
    assert caller.put(f"{place}/files/card.pdf", PAPER).status_code == 202
    refused(caller.put(f"{place}/files/a%2Fb.pdf", PAPER), 404, "http_404")
    refused(caller.put(f"{place}/files/..%5Cb.pdf", PAPER), 422, "file_name")


def test_nobody_sees_what_is_not_theirs(settings: HookSettings, caller: Caller) -> None:
    place = caller.post().headers["location"]
    other, reviewer = (Caller(settings, caller.database, *s) for s in (("submit", "read"), ("review",)))
    refused(other.get(place), 404, "not_found")
    refused(other.put(f"{place}/files/x.pdf", PAPER), 404, "not_found")
    assert reviewer.get(place).status_code == 200
    refused(reviewer.post(), 403, "forbidden")
    refused(reviewer.get(f"{place}/report"), 409, "not_done")
    refused(Caller(settings, caller.database, "submit").get(f"{place}/report"), 403, "forbidden")
    refused(caller.client.get(place), 401, "unauthorized")
    with caller.database.writing() as cx:
        assert next(iter(list_keys(cx))).id == caller.key_id
        revoke_key(cx, caller.key_id)
    refused(caller.get(place), 401, "unauthorized")


def test_profiles_are_checked_before_anything_is_kept(caller: Caller) -> None:
    told = refused(caller.post('{"schema": "heyan-profile/1", "applicant_id": "A1"}'), 422, "profile")
    assert any("person" in line for line in told["errors"])
    for wrong in ("", "{", "[]", "null", '{"schema": "heyan-profile/1", "applicant_id": "A\\u0000", "person": {"name": "x"}}',
                  '{"schema": "heyan-profile/1", "applicant_id": "A", "person": {"name": "\\ud800"}}'):  # fmt: skip
        refused(caller.post(wrong), 422, "profile")
    refused(caller.client.post("/v1/applications", files={"files": PAPER}, headers=caller.headers), 422, "profile")
    with caller.database.reading() as cx:
        assert cx.scalar(sa.select(sa.func.count()).select_from(applications)) == 0
    assert queued(caller.database) == []


def test_files_come_by_reference_from_allowed_places_alone(
    tmp_path: Path, alone: tuple[HookSettings, Database]
) -> None:
    settings, database = alone
    store, outside = tmp_path / "store", tmp_path / "outside.pdf"
    store.mkdir()
    (store / "card.pdf").write_bytes(PAPER)
    outside.write_bytes(PAPER)
    (store / "link.pdf").symlink_to(outside)
    caller = Caller(replace(settings, file_roots=(store,), file_hosts=("files.test",)), database)
    about = json.loads(profile("A1", NUMBER))

    def referring(**reference: str) -> Any:
        return caller.json({"profile": about, "files": [{"name": "card.pdf", **reference}]})

    accepted = referring(path=str(store / "card.pdf"))
    assert accepted.status_code == 202
    assert caller.get(accepted.headers["location"]).json()["files"][0]["bytes"] == len(PAPER)
    for wrong in (
        {"path": str(outside)},
        {"path": f"{store}/../outside.pdf"},
        {"path": str(store / "link.pdf")},
        {"path": str(store)},
        {"path": "/dev/zero"},
        {"path": str(store / "card.pdf"), "sha256": "0" * 64},
        {"path": str(store / "card.pdf"), "url": "https://files.test/x"},
        {"url": "http://files.test/x"},
        {"url": "https://127.0.0.1/x"},
        {"url": "https://files.test:444/x"},
        {"url": "https://files.test@evil.test/x"},
        {},
    ):
        refused(referring(**wrong), 422, "reference")
    refused(caller.json({"profile": about, "more": 1}), 422, "body")
    mixed = caller.client.post(
        "/v1/applications",
        data={
            "profile": profile("A1", NUMBER),
            "references": json.dumps([{"name": "b.pdf", "path": f"{store}/card.pdf"}]),
        },
        files=[("files", ("a.pdf", PAPER))],
        headers=caller.headers,
    )
    assert [f["name"] for f in caller.get(mixed.headers["location"]).json()["files"]] == ["a.pdf", "b.pdf"]


def test_a_file_for_what_is_purged_meanwhile_is_404(caller: Caller) -> None:
    place = caller.post().headers["location"]
    with ThreadPoolExecutor(1) as pool:
        with caller.database.writing() as cx:
            assert remove(cx, Due(now() + timedelta(days=1)), [place.rpartition("/")[2]])
            put = pool.submit(caller.put, f"{place}/files/more.pdf", PAPER)
            assert not wait((put,), 0.5).done, "it waits for the purge"
        refused(put.result(30), 404, "not_found")


def test_too_much_is_413(alone: tuple[HookSettings, Database]) -> None:
    settings, database = alone
    limits = replace(settings.limits, files=2, pages=3, bytes_an_application=len(PAPER) * 6, profile_bytes=4000)
    small = replace(settings.reading.limits, max_bytes=len(PAPER) * 4, max_pages=2)
    caller = Caller(replace(settings, limits=limits, reading=replace(settings.reading, limits=small)), database)
    many = [("files", (f"{n}.pdf", b"x")) for n in range(3)]
    refused(caller.post(files=many), 413, "too_many_files")
    refused(caller.post(files=[("files", ("a.pdf", b"x" * len(PAPER) * 4 + b"x"))]), 413, "too_large")
    refused(caller.post(files=[("files", (name, b"x" * len(PAPER) * 4)) for name in ("a", "b")]), 413, "too_large")
    refused(caller.post("{" + " " * 4001), 413, "too_large")
    refused(caller.post(files=[("files", ("a.pdf", paper(NUMBER, pages=3)))]), 413, "too_many_pages")
    place = caller.post(files=[("files", ("a.pdf", paper(NUMBER, pages=2)))]).headers["location"]
    refused(caller.put(f"{place}/files/b.pdf", paper(NUMBER, pages=2)), 413, "too_many_pages")
    refused(caller.put(f"{place}/files/b.pdf", b"x" * (len(PAPER) * 4 + 1)), 413, "too_large")

    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            yield b"x" * len(PAPER)

    chunked = caller.client.put(f"{place}/files/b.pdf", content=endless(), headers=caller.headers)
    refused(chunked, 413, "too_large")
    drafts = [p for p in settings.blobs.iterdir() if p.is_file() and p.name != ".gate"]
    assert drafts == []


def test_too_often_is_429(alone: tuple[HookSettings, Database]) -> None:
    settings, database = alone
    caller = Caller(replace(settings, limits=replace(settings.limits, requests_a_minute=3, waiting=1)), database)
    key = {"Idempotency-Key": "once"}
    assert caller.post(**key).status_code == 202
    refused(caller.post(), 429, "queue_full")
    assert caller.post(**key).status_code == 202, "a repetition takes no new place"
    refused(caller.get("/v1/applications/app_" + "0" * 32), 429, "rate_limited")
    busy = Caller(replace(settings, limits=replace(settings.limits, uploads=1, prechecks=1)), database)
    here = busy.client.app.state.reception  # type: ignore[attr-defined]
    with here.uploads.inside(), here.prechecks.inside():
        refused(busy.post(), 429, "too_many_uploads")
        refused(busy.client.post("/v1/precheck", content=PAPER, headers=busy.headers), 429, "too_many_prechecks")


def test_broken_forms_are_told(alone: tuple[HookSettings, Database]) -> None:
    caller = Caller(*alone)

    def sent(content: bytes, kind: str = "multipart/form-data; boundary=b") -> Any:
        return caller.client.post("/v1/applications", content=content, headers={**caller.headers, "content-type": kind})

    part = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    refused(sent(b"x", "text/plain"), 415, "content_type")
    refused(sent(b"x", "multipart/form-data"), 415, "content_type")
    refused(sent(b"no boundary here"), 400, "broken_form")
    refused(sent(part % (b"profile", b"", b"{}")), 400, "broken_form")
    refused(sent(part % (b"profile", b"", b"{}") * 2 + b"--b--\r\n"), 400, "broken_form")
    refused(sent(part % (b"other", b"", b"{}") + b"--b--\r\n"), 422, "form")
    refused(sent(part % (b"rules", b"", b"\xff") + part % (b"profile", b"", b"{}") + b"--b--\r\n"), 422, "form")
    refused(sent(part % (b"files", b'; filename="../x"', b"x") + b"--b--\r\n"), 422, "file_name")
    twice = [("files", ("a.pdf", PAPER)), ("files", ("a.pdf", PAPER))]
    refused(caller.post(files=twice), 422, "file_name")
    refused(caller.json({"profile": json.loads(profile("A", NUMBER)), "rules": "/etc/passwd"}), 422, "rules")
    refused(caller.post(**{"Idempotency-Key": "a b"}), 422, "invalid")
    refused(caller.client.delete("/v1/applications", headers=caller.headers), 405, "http_405")


def test_callbacks_go_to_listed_hosts_alone(alone: tuple[HookSettings, Database]) -> None:
    settings, database = alone
    caller = Caller(replace(settings, callback_hosts=("platform.test", "inner.test:8443")), database)
    about = json.loads(profile("A1", NUMBER))
    for good in ("https://platform.test/done", "https://inner.test:8443/x"):
        assert caller.json({"profile": about, "callback_url": good}).status_code == 202
    for wrong in ("http://platform.test/", "https://platform.test:444/", "https://u@platform.test/", "https://evil.test/",
                  "ftp://platform.test/", "https://platform.test\n/", "https://[", "file:///etc/passwd"):  # fmt: skip
        refused(caller.json({"profile": about, "callback_url": wrong}), 422, "callback_url")


def test_operators_see_how_it_is(alone: tuple[HookSettings, Database]) -> None:
    caller = Caller(*alone)
    assert caller.client.get("/healthz").json() == {"status": "ok"}
    assert caller.client.get("/readyz").json() == {"status": "ok"}
    docs = caller.client.get("/docs")
    assert "default-src 'none'" in docs.headers["content-security-policy"]
    assert "POST" in docs.text
    assert "<script" not in docs.text
    assert "://" not in docs.text.replace("http://www.w3.org", "")
    assert caller.client.get("/docs/docs.css").headers["content-type"].startswith("text/css")
    assert caller.client.get("/openapi.json").json()["openapi"].startswith("3.1")
    alone[0].blobs.chmod(0o500)
    here = caller.client.app.state.reception  # type: ignore[attr-defined]
    alone[1].close()
    (alone[0].data / "heyan.db").rename(alone[0].data / "away")
    (alone[0].data / "heyan.db").mkdir()
    assert "数据库无法访问" in here.faults()
    refused(caller.client.get("/readyz"), 503, "not_ready")
