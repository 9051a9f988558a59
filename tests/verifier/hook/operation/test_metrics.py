"""/metrics: the same from every process for what machines share, and not for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.verifier.hook.desk.desk_site import Site
from tests.verifier.hook.operation.aged import on_sqlite
from tests.verifier.hook.papers import PoolOfNone
from verifier.hook.api.app import make_app
from verifier.hook.jobs.work_record import WorkRecord
from verifier.hook.settings import settings_from_environment
from verifier.hook.storage import tables
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.applications import find_application, start_run
from verifier.hook.storage.callbacks import add_callback
from verifier.hook.storage.workers import sum_up_departed


@contextmanager
def asked(site: Site, host: str = "127.0.0.1", who: str = "loopback") -> Iterator[TestClient]:
    settings = replace(site.settings, metrics=who)
    app = make_app(settings, site.database, PoolOfNone(settings.reading, 1))
    with TestClient(app, client=(host, 5000), raise_server_exceptions=False) as client:
        yield client


def values_of(client: TestClient) -> dict[str, float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    found = (line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in found}


@on_sqlite
def test_they_are_for_this_machine_or_a_key(site: Site) -> None:
    with site.database.writing() as cx:
        key = add_key(cx, "prometheus", ["metrics"])[1]
        other = add_key(cx, "platform", ["submit", "read", "review"])[1]
    bearer = {"Authorization": f"Bearer {key}"}
    with asked(site) as client:
        assert client.get("/metrics").status_code == 200
        for header in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"):
            assert client.get("/metrics", headers={header: "203.0.113.9"}).status_code == 403
        assert client.get("/v1/applications/app_" + "0" * 32, headers=bearer).status_code == 403
    with asked(site, host="203.0.113.9") as client:
        assert client.get("/metrics").status_code == 403
        assert client.get("/metrics", headers={"Authorization": f"Bearer {other}"}).status_code == 403
        assert client.get("/metrics", headers=bearer).status_code == 200
        assert "/metrics" not in client.get("/openapi.json").json()["paths"]
    with asked(site, who="key") as client:
        assert client.get("/metrics").status_code == 403
        assert client.get("/metrics", headers=bearer).status_code == 200
    with asked(site, who="off") as client:
        assert client.get("/metrics", headers=bearer).status_code == 404


@on_sqlite
def test_requests_are_counted_by_route(site: Site) -> None:
    with asked(site) as client:
        for path in ("/healthz", "/v1/applications/app_" + "0" * 32, "/nowhere/330699199208150035", "/desk/"):
            assert len(client.get(path, follow_redirects=False).headers["x-request-id"]) == 16
        found = values_of(client)
        assert "330699199208150035" not in client.get("/metrics").text
    assert found['heyan_requests_total{method="GET",route="/healthz",status="200"}'] == 1
    assert found['heyan_requests_total{method="GET",route="/v1/applications/{application_id}",status="401"}'] == 1
    assert found['heyan_requests_total{method="GET",route="none",status="404"}'] == 1
    assert found['heyan_request_seconds_count{route="/desk/"}'] == 1


def test_what_machines_share_comes_from_the_database(site: Site) -> None:
    one, other = WorkRecord(2), WorkRecord(3)
    one.add(5, 4.0)
    other.add(1, 2.0)
    one.tell(site.database)
    other.tell(site.database)
    one.add(100, 100.0)
    one.tell(site.database)  # not again so soon
    with site.database.writing() as cx:
        start_run(cx, site.ids["A002"])
        waits = tables.now() - timedelta(hours=2)
        cx.execute(
            tables.applications.update()
            .where(tables.applications.c.id == site.ids["A002"])
            .values(updated_at=waits, callback_url="https://platform.test/")
        )
        application = find_application(cx, site.ids["A002"])
        assert application is not None
        add_callback(cx, application, "application.done")
    with asked(site) as client, asked(site) as elsewhere:
        found = values_of(client)
        assert {n: v for n, v in values_of(elsewhere).items() if "page" in n} == {
            n: v for n, v in found.items() if "page" in n
        }
    assert (found["heyan_workers"], found["heyan_worker_processes"]) == (2, 5)
    assert (found["heyan_page_seconds_count"], found["heyan_page_seconds_sum"]) == (6, 6)
    assert (found["heyan_queue_length"], found['heyan_applications{state="done"}']) == (1, 1)
    assert 7200 <= found["heyan_queue_oldest_seconds"] < 7300
    assert sum(count for name, count in found.items() if name.startswith("heyan_verdicts")) == 1
    assert found['heyan_callbacks{state="waiting"}'] == 1
    assert found["heyan_database_up"] == 1
    assert found["heyan_data_free_bytes"] > 0
    with site.database.writing() as cx:
        cx.execute(tables.workers.update().values(seen_at=tables.now() - timedelta(days=2)))
        sum_up_departed(cx)
        sum_up_departed(cx)
        assert cx.execute(sa.select(tables.workers.c.id)).scalars().all() == ["departed"]
    with asked(site) as client:
        found = values_of(client)
    assert (found["heyan_workers"], found["heyan_page_seconds_count"]) == (0, 6)


@on_sqlite
def test_a_database_that_is_away_is_told(site: Site) -> None:
    with asked(site) as client:
        with site.database.writing() as cx:
            cx.execute(sa.text("ALTER TABLE callbacks RENAME TO callbacks_away"))
        found = values_of(client)
    assert found["heyan_database_up"] == 0
    assert "heyan_queue_length" not in found


def test_settings_name_what_they_may_be() -> None:
    given = {"HEYAN_METRICS": "KEY", "HEYAN_LOG_LEVEL": "warning"}
    made = settings_from_environment(given)
    assert (made.metrics, made.log_level) == ("key", "warning")
    with pytest.raises(Exception, match="HEYAN_METRICS"):
        settings_from_environment({"HEYAN_METRICS": "public"})
