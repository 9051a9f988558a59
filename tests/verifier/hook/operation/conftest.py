"""A desk with two applicants, on either database, with everything on it that a review leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from tests.verifier.hook.desk.desk_site import Site, copied, made_site
from verifier.hook import passwords
from verifier.hook.jobs.queue import prepare_jobs


def _made(data: Path, database_url: str | None) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
        made = made_site(data, database_url)
    prepare_jobs(made.settings, made.database)
    return made


@pytest.fixture(scope="session")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = _made(tmp_path_factory.mktemp("operation") / "data", None)
    made.database.close()
    return made


@pytest.fixture
def site(database_url: str, first_site: Site, tmp_path: Path) -> Iterator[Site]:
    data = tmp_path / "data"
    made = copied(first_site, data) if database_url.startswith("sqlite") else _made(data, database_url)
    yield made
    made.database.close()
