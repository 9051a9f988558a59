"""The OpenAPI document holds: whatever is sent by it or against it, no answer is a 5xx or other than documented."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.verifier.hook.papers import PoolOfNone, id_number, numbers_read, paper, profile
from tests.verifier.hook.postgres import Cluster
from verifier.hook.api.app import make_app
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.judging import judge
from verifier.hook.settings import settings_from_environment
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.applications import HandedInFile, Submission, add_application, count_unfinished
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import open_database
from verifier.hook.storage.progress import finish, set_reading
from verifier.hook.storage.readings import keep_reading

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
pytestmark = [
    pytest.mark.ocr,
    # Of the tool itself.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:schemathesis.*"),
]


@pytest.fixture(scope="module")
def app(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An application on PostgreSQL, the stricter of both about text, with one application that is done."""
    data = tmp_path_factory.mktemp("openapi")
    made = settings_from_environment(
        {"HEYAN_DATA": str(data), "HEYAN_LIMIT_REQUESTS_A_MINUTE": "1000000"}, database=postgres.database()
    )
    database = open_database(made)
    prepare_jobs(made, database)
    pool, blobs = PoolOfNone(made.reading, 1), BlobStore(made.blobs)
    built = make_app(made, database, pool)
    kept = blobs.put([paper(id_number(5))])
    about: dict[str, Any] = {"applicant_id": "A5", "person": {"name": "周启航"}, "schema": "heyan-profile/1"}
    reading = keep_reading(blobs, pool.read(blobs.path(kept.sha256), kept.sha256, None))
    with database.writing() as cx:
        key_id, built.state.key = add_key(cx, "all", ["submit", "read", "review"])
        files = [HandedInFile("card.pdf", kept.sha256, kept.bytes, pages=1)]
        built.state.known = add_application(cx, Submission(key_id, None, "", about, made.rules, files))
        set_reading(cx, built.state.known, "card.pdf", kept.sha256, reading)
        report = judge(about, made.rules, [(blobs.path(reading), "card.pdf")])
        assert numbers_read(report) == {id_number(5)}
        assert finish(cx, built.state.known, 1, report)
    yield built
    database.close()


def tried(app: Any, change: Callable[[schemathesis.Case], None], operations: list[Any]) -> None:
    """Sends what the document allows, and what it does not, to each of `operations`."""
    headers = {"Authorization": f"Bearer {app.state.key}"}
    for operation in operations:

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in schemathesis.GenerationMode)))
        def sent(case: schemathesis.Case) -> None:
            change(case)
            case.call_and_validate(headers=headers, checks=CHECKS)

        sent()


def operations_of(app: Any) -> list[Any]:
    document = schemathesis.openapi.from_asgi("/openapi.json", app)
    return [result.ok() for result in document.get_all_operations()]


def test_no_request_is_answered_otherwise_than_documented(app: Any) -> None:
    operations = operations_of(app)
    assert len(operations) >= 9
    tried(app, lambda _case: None, operations)


def test_neither_is_a_submission_with_a_profile_that_holds(app: Any) -> None:
    taken_in = []

    def with_a_profile(case: schemathesis.Case) -> None:
        text = profile("A6", id_number(6))
        if isinstance(case.body, dict):
            case.body["profile"] = text if case.media_type == "multipart/form-data" else json.loads(text)
            for name in ("rules", "callback_url", "references"):
                case.body.pop(name, None)
        taken_in.append(case)

    tried(app, with_a_profile, [o for o in operations_of(app) if (o.method, o.path) == ("post", "/v1/applications")])
    with app.state.reception.database.reading() as cx:
        assert taken_in
        assert count_unfinished(cx) >= 3


def test_neither_is_one_about_an_application_that_is_there(app: Any) -> None:
    def about_the_known_one(case: schemathesis.Case) -> None:
        case.path_parameters["application_id"] = app.state.known
        if case.method == "GET" and "name" in case.path_parameters:
            case.path_parameters |= {"name": "card.pdf", "page": 1}

    # Those that change it come last.
    about = [o for o in operations_of(app) if "application_id" in o.path]
    tried(app, about_the_known_one, sorted(about, key=lambda o: str(o.method)))
