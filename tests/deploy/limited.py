"""Runs a command as a unit's hardening leaves it: `python -m tests.deploy.limited UNIT COMMAND…`.

The unit's system calls, as this machine's systemd expands their names, no new privileges, no memory that is written and
executed, and with READ_ONLY_BUT=PATH a root that cannot be written but there. The rest needs a running systemd.
"""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from pathlib import Path

_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_PR_SET_NO_NEW_PRIVS, _PR_SET_MDWE, _MDWE_REFUSE_EXEC_GAIN = 38, 65, 1


def settings_of(unit: Path) -> list[tuple[str, str]]:
    pairs = (
        line.partition("=") for line in unit.read_text("utf-8").splitlines() if "=" in line and line[0] not in "#;"
    )
    return [(name, value) for name, _, value in pairs]


def expanded(names: list[str]) -> set[str]:
    """Names of system calls; those with @ stand for sets, which may hold further sets."""
    found: set[str] = set()
    for name in names:
        if not name.startswith("@"):
            found.add(name)
            continue
        told = subprocess.run(
            ["systemd-analyze", "--no-pager", "syscall-filter", name], capture_output=True, text=True, check=True
        ).stdout
        found |= expanded([line.strip() for line in told.splitlines()[1:] if line.strip() and line.strip()[0] != "#"])
    return found


def allowed_calls(unit: Path) -> set[str]:
    found: set[str] = set()
    for name, value in settings_of(unit):
        if name == "SystemCallFilter":
            less = value.startswith("~")
            calls = expanded(value.lstrip("~").split())
            found = found - calls if less else found | calls
    return found


def limit_calls(names: set[str]) -> None:
    library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_REFUSE)))
    for name in sorted(names):
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number >= 0:
            assert library.seccomp_rule_add(context, ctypes.c_uint32(_ALLOW), ctypes.c_int(number), 0) == 0, name
    assert library.seccomp_load(context) == 0


def main(unit: str, *command: str) -> None:
    names = allowed_calls(Path(unit))
    values = dict(settings_of(Path(unit)))
    libc = ctypes.CDLL(None, use_errno=True)
    if values["NoNewPrivileges"] == "yes":
        assert libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
    if values["MemoryDenyWriteExecute"] == "yes" and libc.prctl(_PR_SET_MDWE, _MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) != 0:
        print("this kernel cannot refuse memory that is written and executed", file=sys.stderr)
    os.umask(int(values["UMask"], 8))
    limit_calls(names)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(*sys.argv[1:])
