"""What commands at the machine's own shell share: the database they work on, and who sits there."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from verifier.hook.settings import settings_from_environment
from verifier.hook.storage.database import Database, open_database


@contextmanager
def opened(url: str | None) -> Iterator[Database]:
    """The database of the environment, or the one at `url`, closed again."""
    database = open_database(settings_from_environment(database=url))
    try:
        yield database
    finally:
        database.close()


@contextmanager
def writing(url: str | None) -> Iterator[sa.Connection]:
    """One writing transaction on that database."""
    with opened(url) as database, database.writing() as cx:
        yield cx


def shell_actor() -> str:
    """The account that runs this command, as far as the machine knows it, for the audit log."""
    try:
        return f"shell:{getpass.getuser()}"
    except (KeyError, OSError):
        return "shell:"
