"""The databases that the hook's tests run on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.verifier.hook.postgres import Cluster, cluster
from verifier.hook.settings import HookSettings, settings_from_environment


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    with cluster() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'heyan.db'}"
    server: Cluster = request.getfixturevalue("postgres")
    return server.database()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> HookSettings:
    return settings_from_environment({"HEYAN_DATA": str(tmp_path / "data")}, database=database_url, jobs=1)
