"""Makes a data folder and its applications as old as one likes, and looks for what is left of a person in it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from verifier.hook.storage.database import Database
from verifier.hook.storage.tables import applications, now

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what does not depend on the kind of database."""
LONG = timedelta(days=200)
KEPT = timedelta(days=180)


def grow_old(database: Database, data: Path, ids: Iterable[str] | None = None) -> None:
    """Everything in `data`, and the applications (`ids`, or all), as they are after a long time."""
    moment = time.time() - LONG.total_seconds()
    for path in data.rglob("*"):
        if not path.name.startswith("heyan.db"):
            os.utime(path, (moment, moment))
    which = sa.true() if ids is None else applications.c.id.in_(list(ids))
    with database.writing() as cx:
        cx.execute(applications.update().where(which).values(updated_at=now() - LONG, created_at=now() - LONG))


def whole_database(database: Database) -> str:
    """All rows of all tables, ours and those of DBOS."""
    told = []
    inspector = sa.inspect(database.engine)
    for schema in [None] if database.is_sqlite else ["public", "dbos"]:
        for name in inspector.get_table_names(schema=schema):
            with database.reading() as cx:
                rows = cx.exec_driver_sql(f'SELECT * FROM {f"{schema}." if schema else ""}"{name}"').all()
            told.append(f"{name}: {rows}")
    return "\n".join(told)


def files_with(data: Path, *words: str) -> list[str]:
    """The files below `data` that hold one of `words`, or are named so; the database's own files among them."""
    wanted = [word.encode() for word in words]
    return sorted(
        path.relative_to(data).as_posix()
        for path in data.rglob("*")
        if path.is_file() and any(word in path.read_bytes() or word in path.name.encode() for word in wanted)
    )


def blob_names(data: Path) -> set[str]:
    return {path.name for path in (data / "blobs").glob("??/*")}
