"""Files kept by the sha256 of their content, under a folder: written whole or not at all, and on the disk when told so."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_NAME_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Blob:
    """What was kept: the sha256 of the content in hexadecimal, and its length."""

    sha256: str
    bytes: int


class Draft:
    """A blob on its way in; `finish` keeps it, `discard` drops it. One of both must be called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        handle, name = tempfile.mkstemp(dir=folder, prefix=".draft-")
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
                os.fsync(self._file.fileno())
            name = self._digest.hexdigest()
            target = self._folder / name[:2] / name
            if not target.parent.exists():
                target.parent.mkdir(exist_ok=True)
                _sync(self._folder)
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

    def delete(self, sha256: str) -> None:
        """Removes the blob. Whoever calls this has made sure that nothing refers to it."""
        self.path(sha256).unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
