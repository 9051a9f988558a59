"""A desk with two applicants, on either database, with everything on it that a review leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from tests.verifier.hook.desk.desk_site import Site, made_site
from verifier.hook import passwords
from verifier.hook.jobs.queue import prepare_jobs


@pytest.fixture
def site(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
    made = made_site(tmp_path / "data", database_url)
    prepare_jobs(made.settings, made.database)
    yield made
    made.database.close()
