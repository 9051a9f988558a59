"""A desk, fresh for each test, and people who are signed in to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import Site, copied, made_site
from verifier.hook import passwords


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Passwords hashed as they are, but at less cost: these tests sign in a hundred times."""
    quick = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", quick)
        patch.setattr(passwords, "NOBODY", quick.hash("nobody"))
        yield


@pytest.fixture(scope="session")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = made_site(tmp_path_factory.mktemp("desk") / "data")
    made.database.close()
    return made


@pytest.fixture
def site(first_site: Site, tmp_path: Path) -> Iterator[Site]:
    made = copied(first_site, tmp_path / "data")
    yield made
    made.database.close()


@pytest.fixture
def stranger(site: Site) -> Iterator[TestClient]:
    with TestClient(site.app, base_url="http://desk.test", follow_redirects=False) as client:
        yield client


@pytest.fixture
def reviewer(site: Site) -> Iterator[Callable[[str], Reviewer]]:
    """Signs somebody in, each in a browser of their own."""
    opened: list[TestClient] = []

    def signed_in(login: str) -> Reviewer:
        client = TestClient(site.app, base_url="http://desk.test", follow_redirects=False)
        opened.append(client)
        return Reviewer(client, login)

    yield signed_in
    for client in opened:
        client.close()
