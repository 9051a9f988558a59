"""Who does the work: each worker holds a numbered slot by a lock that the system frees when the worker dies.

What a dead worker had begun stays its own in DBOS's tables until somebody resumes it. A worker that gets hold of the lock
of another slot knows that its owner is dead.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from models.errors import HeyanError
from verifier.hook.settings import HookSettings
from verifier.hook.storage.database import Database

MOST = 256
_NAMESPACE = 0x4EA0
_PREFIX = "slot-"


class SlotLocks(Protocol):
    """Locks by number, each held by one process at most and freed when it dies."""

    def take(self, number: int) -> bool: ...

    def free(self, number: int) -> None: ...

    def holds(self, number: int) -> bool: ...

    def close(self) -> None: ...


class FileLocks:
    """Slots of the workers on one machine, beside their SQLite file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[int, TextIOWrapper] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, number: int) -> bool:
        if number in self._held:
            return False
        file = (self._folder / f"{_PREFIX}{number}").open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._held[number] = file
        return True

    def free(self, number: int) -> None:
        self._held.pop(number).close()

    def holds(self, number: int) -> bool:
        return number in self._held

    def close(self) -> None:
        for number in list(self._held):
            self.free(number)


class PostgresLocks:
    """Slots of the workers on any number of machines: advisory locks of one connection, which end with it."""

    def __init__(self, database: Database) -> None:
        self._engine = database.engine
        self._cx: sa.Connection | None = None
        self._held: set[int] = set()

    def take(self, number: int) -> bool:
        if number in self._held:
            return False
        got = bool(self._ask(sa.func.pg_try_advisory_lock(_NAMESPACE, number)))
        if got:
            self._held.add(number)
        return got

    def free(self, number: int) -> None:
        self._held.discard(number)
        self._ask(sa.func.pg_advisory_unlock(_NAMESPACE, number))

    def holds(self, number: int) -> bool:
        """Whether the lock is still ours; where the connection was lost, whether it could be had again."""
        try:
            self._ask(sa.literal(1))
        except sa.exc.DBAPIError:
            self.close()
            return self.take(number)
        return number in self._held or self.take(number)

    def _ask(self, what: sa.ColumnElement[object]) -> object:
        if self._cx is None:
            cx = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            cx.detach()  # the pool would take it back, and the locks with it
            self._cx = cx
        return self._cx.scalar(sa.select(what))

    def close(self) -> None:
        """Ends the connection, and with it every lock."""
        left, self._cx = self._cx, None
        self._held.clear()
        if left is not None:
            with suppress(sa.exc.DBAPIError):
                left.close()


def locks_of(settings: HookSettings, database: Database) -> SlotLocks:
    """The locks that suit the database."""
    return FileLocks(settings.data / "slots") if database.is_sqlite else PostgresLocks(database)


def claim(locks: SlotLocks) -> int:
    """The lowest free slot, now taken."""
    for number in range(MOST):
        if locks.take(number):
            return number
    raise HeyanError(f"已有 {MOST} 个工作进程在运行，不能再启动。")


def slot_name(number: int) -> str:
    """What DBOS calls the worker in a slot."""
    return f"{_PREFIX}{number}"


def slot_number(name: str | None) -> int | None:
    """The slot of that name; None for what is none."""
    digits = (name or "").removeprefix(_PREFIX)
    return int(digits) if name and name.startswith(_PREFIX) and digits.isdecimal() else None


@contextmanager
def _borrowed(locks: SlotLocks, number: int) -> Iterator[bool]:
    taken = locks.take(number)
    try:
        yield taken
    finally:
        if taken:
            locks.free(number)


def adopt(locks: SlotLocks, own: int, owners: set[str], resume: Callable[[str], int]) -> int:
    """How many jobs were taken over: `resume(name)` is called for each of `owners` whose worker is dead."""
    adopted = 0
    for name in sorted(owners):
        number = slot_number(name)
        if number is None or number == own:
            continue
        with _borrowed(locks, number) as dead:
            if dead:
                adopted += resume(name)
    return adopted
