"""The database: one engine for our tables and those of DBOS, with transactions that hold on SQLite and PostgreSQL."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from models.errors import HeyanError
from verifier.hook.settings import HookSettings
from verifier.hook.storage.tables import metadata

_PRAGMAS = ("journal_mode=wal", "synchronous=full", "busy_timeout=30000", "foreign_keys=on")
_MIGRATION_LOCK = 0x4EA0_0001


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. `reading()` for queries, `writing()` for everything that changes something."""

    engine: sa.Engine

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection to ask with."""
        with self.engine.connect() as cx:
            yield cx

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction. SQLite takes its write lock at once, so what is read inside cannot change before the end."""
        with self.engine.begin() as cx:
            if self.is_sqlite:
                cx.exec_driver_sql("BEGIN IMMEDIATE")
            yield cx

    def close(self) -> None:
        self.engine.dispose()


def lock(cx: sa.Connection, number: int) -> None:
    """Holds lock `number` until the transaction of `cx` ends; on SQLite the transaction of `writing` is one already."""
    if cx.dialect.name == "postgresql":
        cx.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))


def open_database(settings: HookSettings) -> Database:
    """The database of `settings`, its tables brought up to date under a lock. HeyanError where it cannot be reached."""
    _make_private(settings)
    database = Database(_engine(settings.database))
    try:
        with _one_at_a_time(settings, database) as cx:
            _migrate(cx)
    except (sa.exc.OperationalError, OSError) as error:
        database.close()
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise HeyanError(f"无法打开数据库（{reason}），请检查地址、权限以及数据库是否已启动。") from error
    return database


def _make_private(settings: HookSettings) -> None:
    """The data folder and SQLite's file, for their owner alone from the beginning; SQLite gives its other files the same."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = sa.make_url(settings.database).database if settings.is_sqlite else None
    if path:
        with suppress(OSError):  # that it is not there shows when it is opened
            os.close(os.open(path, os.O_CREAT | os.O_RDONLY | os.O_CLOEXEC, 0o600))


def _engine(url: str) -> sa.Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url, pool_size=10, max_overflow=20, pool_pre_ping=True, hide_parameters=True)
    engine = sa.create_engine(url, pool_size=10, max_overflow=40, hide_parameters=True)

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = "IMMEDIATE"
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}")

    return engine


@contextmanager
def _one_at_a_time(settings: HookSettings, database: Database) -> Iterator[sa.Connection]:
    """A transaction that no other process can be in at the same time."""
    if database.is_sqlite:
        with (settings.data / "migration.lock").open("w") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            with database.engine.begin() as cx:
                yield cx
    else:
        with database.engine.begin() as cx:
            lock(cx, _MIGRATION_LOCK)
            yield cx


def _migrate(cx: sa.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", "verifier.hook.storage:migrations")
    config.attributes["connection"] = cx
    config.attributes["metadata"] = metadata
    command.upgrade(config, "head")
