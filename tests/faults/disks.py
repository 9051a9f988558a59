"""Small and read-only disks. They need the right to mount, which a container may lack: tests skip there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """`place` as a disk of its own, of that size."""
    place.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "heyan-test", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


@contextmanager
def read_only(place: Path) -> Iterator[Path]:
    """`place`, a disk already, without the right to change anything."""
    _mount("-o", "remount,ro", str(place))
    try:
        yield place
    finally:
        _mount("-o", "remount,rw", str(place))


def fill(place: Path, left: int = 0) -> None:
    """Leaves that many bytes free."""
    spare = shutil.disk_usage(place).free - left
    if spare > 0:
        (place / "ballast").write_bytes(b"\0" * spare)


def _mount(*arguments: str) -> None:
    if shutil.which("mount") is None:
        pytest.skip("no mount")
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"may not mount: {done.stderr.strip()}")
