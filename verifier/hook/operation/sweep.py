"""Removes from the data folder what no application refers to: blobs, kept readings, pictures, what broken uploads left.

Nothing is listed anywhere beforehand: every blob is looked up in the database. So it does not matter where an earlier
removal was killed, and what was never acknowledged goes too.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from verifier.hook.storage.blobs import DRAFT, BlobStore
from verifier.hook.storage.database import Database
from verifier.hook.storage.retention import Due, handed_in, referred_to

_AT_ONCE = 300
_HASH = 64
_IN_PICTURE_NAME = 24


@dataclass(slots=True)
class Swept:
    """How much was removed, or would be."""

    blobs: int = 0
    readings: int = 0
    pictures: int = 0
    leftovers: int = 0
    bytes: int = 0


class Sweep:
    """One pass over a data folder. With `pretend` nothing is removed, and the applications of `pretend` do not count.

    Only what is older than `before`, by the clock of the folder's own file system, is looked at. `held` are blobs that
    the database does not tell of: pages of applications that are being read.
    """

    def __init__(
        self,
        data: Path,
        database: Database,
        blobs: BlobStore,
        before: float,
        held: frozenset[str] = frozenset(),
        pretend: Due | None = None,
    ) -> None:
        self._data = data
        self._database = database
        self._blobs = blobs
        self._before = before
        self._held = held
        self._pretend = pretend
        self.swept = Swept()

    def run(self) -> Swept:
        """What was removed."""
        self._sweep_blobs()
        self._sweep_copies(self._data / "readings", _HASH, "*/*.json.gz", "readings")
        self._sweep_copies(self._data / "pages", _IN_PICTURE_NAME, "*.webp", "pictures")
        self._sweep_leftovers()
        return self.swept

    def _sweep_blobs(self) -> None:
        found = (path for path in self._blobs.folder.glob("??/*") if len(path.name) == _HASH)
        for portion in _portions(self._old(found)):
            names = [path.name for path in portion]
            with self._database.reading() as cx:
                kept = referred_to(cx, names, self._pretend) | self._held
            for path in portion:
                if path.name not in kept:
                    self._count("blobs", self._blob_removed(path))

    def _blob_removed(self, path: Path) -> int | None:
        if self._pretend is not None:
            return path.stat().st_size
        return self._blobs.delete_stale(path.name, self._before)

    def _sweep_copies(self, folder: Path, length: int, pattern: str, kind: str) -> None:
        """What can be made again from files of which `length` characters of the hash begin its name."""
        for portion in _portions(self._old(folder.glob(pattern))):
            with self._database.reading() as cx:
                kept = handed_in(cx, sorted({path.name[:length] for path in portion}), self._pretend)
            for path in portion:
                if path.name[:length] not in kept:
                    self._count(kind, self._removed(path))

    def _sweep_leftovers(self) -> None:
        """Of uploads and prechecks that a kill cut off, and of files that were being written."""
        drafts = self._blobs.folder.glob(f"{DRAFT}*")
        unfinished = chain((self._data / "readings").glob("*/.*.tmp"), (self._data / "pages").glob(".*"))
        for path in self._old(chain(drafts, unfinished, (self._data / "passing").glob("*"))):
            self._count("leftovers", self._removed(path))

    def _old(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < self._before:
                    yield path

    def _removed(self, path: Path) -> int | None:
        with suppress(FileNotFoundError):
            size = sum(one.stat().st_size for one in _files(path))
            if self._pretend is None:
                _remove(path)
            return size
        return None

    def _count(self, kind: str, size: int | None) -> None:
        if size is not None:
            setattr(self.swept, kind, getattr(self.swept, kind) + 1)
            self.swept.bytes += size


def _portions(paths: Iterator[Path]) -> Iterator[Sequence[Path]]:
    while portion := list(islice(paths, _AT_ONCE)):
        yield portion


def _files(path: Path) -> Iterable[Path]:
    return [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]


def _remove(path: Path) -> None:
    remove: Callable[[Path], None] = shutil.rmtree if path.is_dir() else os.unlink
    remove(path)
