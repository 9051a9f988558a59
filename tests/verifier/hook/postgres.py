"""A PostgreSQL of one's own: Debian's programs, a fresh cluster in a temporary folder, on loopback alone."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql/bin", "/opt/homebrew/bin")
# The tests kill our own processes, never the machine: the server need not wait for the disk.
_OPTIONS = "-c listen_addresses=127.0.0.1 -c shared_buffers=32MB -c max_connections=120 -c fsync=off"


def _programs() -> Path | None:
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    return next((p.parent for place in _PLACES for p in sorted(Path(place).glob("**/pg_ctl"), reverse=True)), None)


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Cluster:
    """A running server; `database()` makes an empty database and gives its URL."""

    def __init__(self, programs: Path, folder: Path, port: int) -> None:
        self._programs = programs
        self._folder = folder
        self.port = port
        self._made = 0

    def database(self) -> str:
        self._made += 1
        name = f"heyan_{self._made}"
        self.run(
            "psql", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-d", "postgres", "-c", f"CREATE DATABASE {name}"
        )
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        self.run("pg_ctl", "-D", str(self._folder / "data"), "-l", str(self._folder / "log"), "-w", "-o",
                 f"{_OPTIONS} -c unix_socket_directories={self._folder} -p {self.port}", "start")  # fmt: skip

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "-D", str(self._folder / "data"), "-m", mode, "-w", "stop")

    def run(self, program: str, *arguments: str) -> None:
        # The server refuses to run as root; its Debian package brings the user.
        user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PGUSER": "postgres"}
        subprocess.run([self._programs / program, *arguments], check=True, capture_output=True, timeout=60,
                       cwd=self._folder, env=environment, **user)  # type: ignore[call-overload]  # fmt: skip


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A server for the time of the tests; they are skipped where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="heyan-pg-"))
    try:
        if os.geteuid() == 0:
            try:
                owner = pwd.getpwnam("postgres")
            except KeyError:
                pytest.skip("there is no user postgres to run the server as")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        server = Cluster(programs, folder, free_port())
        server.run("initdb", "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
