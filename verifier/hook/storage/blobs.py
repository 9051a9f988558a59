"""Files kept by the sha256 of their content, under a folder: written whole or not at all, and on the disk when told so.

Nothing counts who refers to a blob. One that nobody refers to is removed by `delete_stale` once it is old, and whoever
keeps a blob or is about to refer to one makes it new: under a lock, so that neither comes between the other's steps.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DRAFT = ".draft-"
_NAME_LENGTH = 64
_GATE = ".gate"


@dataclass(frozen=True, slots=True)
class Blob:
    """What was kept: the sha256 of the content in hexadecimal, and its length."""

    sha256: str
    bytes: int


class Draft:
    """A blob on its way in; `finish` keeps it, `discard` drops it. One of both must be called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        handle, name = tempfile.mkstemp(dir=folder, prefix=DRAFT)
        self._file = os.fdopen(handle, "wb")
        self._path = Path(name)
        self._digest = hashlib.sha256()
        self.bytes = 0

    def write(self, data: bytes) -> None:
        self._digest.update(data)
        self.bytes += len(data)
        self._file.write(data)

    def finish(self) -> Blob:
        """Keep it; when this returns it survives a power cut."""
        try:
            with self._file:
                self._file.flush()
                os.utime(self._file.fileno())
                os.fsync(self._file.fileno())
            name = self._digest.hexdigest()
            target = self._folder / name[:2] / name
            if not target.parent.exists():
                target.parent.mkdir(exist_ok=True)
                _sync(self._folder)
            with _gate(self._folder, fcntl.LOCK_SH):
                self._path.replace(target)
            _sync(target.parent)
        except BaseException:
            self.discard()
            raise
        return Blob(name, self.bytes)

    def discard(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)


class BlobStore:
    """The blobs under `folder`, which is made where it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def folder(self) -> Path:
        """Where the blobs lie."""
        return self._folder

    def draft(self) -> Draft:
        """A new blob to be written piece by piece."""
        return Draft(self._folder)

    def put(self, pieces: Iterable[bytes]) -> Blob:
        """Keeps what `pieces` make up."""
        draft = self.draft()
        try:
            for piece in pieces:
                draft.write(piece)
        except BaseException:
            draft.discard()
            raise
        return draft.finish()

    def path(self, sha256: str) -> Path:
        """Where the blob lies, whether there is one or not. ValueError for what is no hash."""
        if len(sha256) != _NAME_LENGTH or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("not a sha256")
        return self._folder / sha256[:2] / sha256

    def get(self, sha256: str) -> bytes:
        """The content; FileNotFoundError where there is none."""
        return self.path(sha256).read_bytes()

    def renew(self, sha256: str) -> None:
        """Makes the blob new, for somebody who is about to refer to it; FileNotFoundError where there is none."""
        with _gate(self._folder, fcntl.LOCK_SH):
            os.utime(self.path(sha256))

    def clock(self) -> float:
        """The time by which the folder's file system, which may be another machine's, dates what is written now."""
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=DRAFT)
        try:
            return os.fstat(handle).st_mtime
        finally:
            os.close(handle)
            Path(name).unlink()

    def delete_stale(self, sha256: str, before: float) -> int | None:
        """Removes the blob if it was last made new before that moment; its length then, else None.

        For blobs that nothing referred to after `before`.
        """
        path = self.path(sha256)
        with _gate(self._folder, fcntl.LOCK_EX):
            try:
                found = path.stat()
            except FileNotFoundError:
                return None
            if found.st_mtime >= before:
                return None
            path.unlink()
        return found.st_size


@contextmanager
def _gate(folder: Path, how: int) -> Iterator[None]:
    """Held shared by whoever makes a blob new, and alone by whoever removes one; freed when the process dies."""
    handle = os.open(folder / _GATE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
