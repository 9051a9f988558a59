"""Fences round a worker: what a file may not make it do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.reading.confinement import confine

ATTEMPTS = """
import json, os, socket, subprocess, sys
from verifier.reading.confinement import bound_data, confine

def outcome(attempt):
    try:
        attempt()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"

standing = confine()
bound_data()
target = sys.argv[1]
print(json.dumps([standing, {
    "connect": outcome(lambda: socket.create_connection(("127.0.0.1", 9), 1)),
    "datagrams": outcome(lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)),
    "program": outcome(lambda: subprocess.run(["true"])),
    "new file": outcome(lambda: open(target + ".new", "w")),
    "overwrite": outcome(lambda: open(target, "r+b")),
    "remove": outcome(lambda: os.unlink(target)),
    "rename": outcome(lambda: os.rename(target, target + ".new")),
    "memory": outcome(lambda: bytearray(2**31)),
    "read": outcome(lambda: open(target).read()),
    "local socket": outcome(lambda: socket.socketpair()),
}]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the fences are Linux's")
def test_a_confined_process_can_read_and_hardly_anything_else(tmp_path: Path) -> None:
    target = tmp_path / "scan.jpg"
    target.write_text("scan")
    command = [sys.executable, "-W", "error", "-c", ATTEMPTS, str(target)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    standing, outcomes = json.loads(said)
    expected = dict.fromkeys(outcomes, "done") | {"memory": "MemoryError"}
    if "禁止改动文件" in standing:
        expected |= dict.fromkeys(("new file", "overwrite", "remove", "rename"), "PermissionError")
    if "禁止联网与启动程序" in standing:
        expected |= dict.fromkeys(("connect", "datagrams", "program"), "PermissionError")
    else:
        expected |= {"connect": "ConnectionRefusedError"}
    if "禁止改动文件" not in standing:
        pytest.skip(f"this kernel offers only {standing}")
    assert outcomes == expected
    assert target.read_text() == "scan"


def test_elsewhere_there_are_no_fences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert confine() == ()
