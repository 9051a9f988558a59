"""Paths that every library can open: MuPDF refuses names that are not UTF-8, as archives leave them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def openable(path: Path) -> Iterator[Path]:
    """`path`, or another way to the same file where its name is no text."""
    try:
        os.fspath(path).encode()
    except UnicodeEncodeError:
        pass
    else:
        yield path
        return
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield path  # whoever opens it says why that cannot be done
        return
    try:
        yield Path(f"/dev/fd/{handle}")
    finally:
        os.close(handle)
