"""Slots of workers: one holder each, free when the holder is gone, and the work of the dead is taken over once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.verifier.hook.postgres import Cluster
from verifier.hook.jobs.slots import PostgresLocks, SlotLocks, adopt, claim, locks_of, slot_name, slot_number
from verifier.hook.settings import HookSettings, settings_from_environment
from verifier.hook.storage.database import Database, open_database


@pytest.fixture
def database(settings: HookSettings) -> Iterator[Database]:
    opened = open_database(settings)
    yield opened
    opened.close()


@pytest.fixture
def two(settings: HookSettings, database: Database) -> Iterator[tuple[SlotLocks, SlotLocks]]:
    """The locks of two workers."""
    made = locks_of(settings, database), locks_of(settings, database)
    yield made
    for locks in made:
        locks.close()


def test_each_worker_has_a_slot_of_its_own(two: tuple[SlotLocks, SlotLocks]) -> None:
    first, second = two
    assert (claim(first), claim(second)) == (0, 1)
    assert first.holds(0)
    assert second.holds(1)
    assert not second.take(0)
    assert not first.holds(1)
    first.free(0)
    assert claim(second) == 0


def test_the_work_of_the_dead_is_taken_over_and_that_of_the_living_is_not(two: tuple[SlotLocks, SlotLocks]) -> None:
    first, second = two
    claim(first), claim(second)
    owners = {slot_name(0), slot_name(1), slot_name(7), "local", "slot-x"}
    resumed: list[str] = []

    def resume(name: str) -> int:
        resumed.append(name)
        assert not second.take(7), "nobody else may have it meanwhile"
        return 3

    assert adopt(first, 0, owners, resume) == 3
    assert resumed == ["slot-7"]
    assert second.take(7)
    assert [slot_number(n) for n in ("slot-12", "slot-", "slot-x", "local", None)] == [12, None, None, None, None]


def test_a_lost_connection_is_noticed(postgres: Cluster, tmp_path: Path) -> None:
    database = open_database(
        settings_from_environment({"HEYAN_DATA": str(tmp_path / "data")}, database=postgres.database())
    )
    first, second = PostgresLocks(database), PostgresLocks(database)
    holders = "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 0 and granted"

    def cut() -> None:
        with database.engine.connect() as cx:
            cx.execute(sa.text(holders))

    assert claim(first) == 0
    cut()
    assert first.holds(0), "it is had again where nobody took it"
    cut()
    assert second.take(0)
    assert not first.holds(0)
    first.close()
    second.close()
    database.close()
