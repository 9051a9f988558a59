"""Fences round a worker process, because files come from strangers: no network, no programs, no writing, bounded memory.

On Linux a seccomp filter refuses sockets (all but local ones) and new programs, Landlock refuses every change of the
file system, and resource limits bound memory, open files and the length of a written file. Each fence that the kernel
does not offer is left out; `heyan doctor` names those that stand. Sources: seccomp(2), landlock(7), setrlimit(2).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Callable
from pathlib import Path

DATA_BYTES = 832 * 1024**2  # what a worker may hold besides what it held when the fences went up
ADDRESS_BYTES = 8 * 1024**3
OPEN_FILES = 256
WRITTEN_BYTES = 64 * 1024**2

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _SECCOMP_MODE_FILTER = 22, 38, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
# BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_RET|K
_LOAD, _EQUALS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_AF_UNIX = 1
_X32 = 0x40000000  # x86-64 answers to a second set of numbers from here on
# AUDIT_ARCH_… and numbers of system calls there: socket, then execve execveat ptrace process_vm_readv process_vm_writev
# io_uring_setup (which could open sockets past the filter).
_SOCKET_AND_PROGRAMS = {
    "x86_64": (0xC000003E, 41, (59, 322, 101, 310, 311, 425)),
    "aarch64": (0xC00000B7, 198, (221, 281, 117, 270, 271, 425)),
}
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446
# WRITE_FILE REMOVE_DIR REMOVE_FILE MAKE_CHAR MAKE_DIR MAKE_REG MAKE_SOCK MAKE_FIFO MAKE_BLOCK MAKE_SYM, then REFER, TRUNCATE
_CHANGES_BY_VERSION = ((1, 0x1FF2), (2, 0x2000), (3, 0x4000))


def confine() -> tuple[str, ...]:
    """Put up every fence that this kernel offers, for good; the names of those that stand, in Chinese."""
    if sys.platform != "linux":
        return ()
    fences: tuple[tuple[str, Callable[[], None]], ...] = (
        ("内存与文件上限", _bound_resources),
        ("禁止改动文件", _refuse_changes),
        ("禁止联网与启动程序", _refuse_sockets_and_programs),
    )
    standing = []
    for name, put_up in fences:
        try:
            put_up()
        except (OSError, ValueError, KeyError):
            continue
        standing.append(name)
    return tuple(standing)


def bound_address_space() -> None:
    """An image that unpacks to more than this ends as a MemoryError here, not as a machine out of memory."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_at_most(ADDRESS_BYTES, hard), hard))


def _bound_resources() -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, WRITTEN_BYTES),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (_at_most(most, hard), hard))


def bound_data() -> None:
    """Bound what the process may hold from here on; call it when the engine is loaded."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (_at_most(data_held() + DATA_BYTES, hard), hard))


def data_held() -> int:
    """Bytes of private writable memory, as RLIMIT_DATA counts them (VmData in proc(5))."""
    with Path("/proc/self/status").open(encoding="ascii") as status:
        held = next(line for line in status if line.startswith("VmData:"))
    return int(held.split()[1]) * 1024


def _at_most(most: int, hard: int) -> int:
    return most if hard < 0 else min(most, hard)


def _refuse_changes() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    if version < 1:
        raise OSError(ctypes.get_errno(), "landlock")
    changes = sum(bits for since, bits in _CHANGES_BY_VERSION if version >= since)
    attributes = ctypes.create_string_buffer(struct.pack("<Q", changes), 8)
    ruleset = _checked(libc.syscall(_LANDLOCK_CREATE, attributes, ctypes.c_size_t(8), ctypes.c_uint(0)))
    try:
        _no_new_privileges(libc)
        _checked(libc.syscall(_LANDLOCK_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint(0)))
    finally:
        os.close(ruleset)


def _refuse_sockets_and_programs() -> None:
    architecture, socket, programs = _SOCKET_AND_PROGRAMS[platform.machine()]
    libc = ctypes.CDLL(None, use_errno=True)
    program = _filter(architecture, socket, programs)
    code = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))

    _no_new_privileges(libc)
    filled = Program(len(program) // 8, ctypes.addressof(code))
    _checked(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(filled), 0, 0))


def _filter(architecture: int, socket: int, programs: tuple[int, ...]) -> bytes:
    """The BPF program: a foreign architecture is refused, so are `programs`, and `socket` but for AF_UNIX."""
    refuse = 7 + len(programs)  # index of the instruction that refuses; the next allows
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUALS, 0, refuse - 2, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, refuse - 4, 0, _X32),
        *((_EQUALS, refuse - 5 - i, 0, number) for i, number in enumerate(programs)),
        (_EQUALS, 0, 3, socket),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUALS, 1, 0, _AF_UNIX),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def _no_new_privileges(libc: ctypes.CDLL) -> None:
    _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
