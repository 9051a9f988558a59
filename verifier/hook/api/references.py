"""Files named by reference: below an allowed folder, or on an allowed https host. Copied before anything is acknowledged."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpcore2
from pydantic import BaseModel, ConfigDict, Field

from verifier.hook.api.problems import ApiProblem
from verifier.hook.outgoing.requests import Wire
from verifier.hook.outgoing.targets import LOOKUP_TIMEOUT, TargetRefused, target_of
from verifier.hook.settings import MEGABYTE, HookSettings
from verifier.hook.storage.blobs import Blob, BlobStore

_PIECE = 1 << 18
_LONGEST_URL = 4000
_SECONDS = 300.0
_PAUSE_SECONDS = 20.0
# As it is stored: what comes is kept and held against the sha256 without being decoded.
_HEADERS = {"accept": "*/*", "accept-encoding": "identity", "user-agent": "heyan"}


class Reference(BaseModel):
    """One file elsewhere: `path` below an allowed folder or `url` on an allowed host, exactly one of both."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=400)
    path: str | None = Field(None, max_length=4000)
    url: str | None = Field(None, max_length=_LONGEST_URL)
    sha256: str | None = Field(None, pattern="^[0-9a-f]{64}$")
    role: str | None = Field(None, max_length=100)


def fetched(reference: Reference, settings: HookSettings, blobs: BlobStore) -> Blob:
    """The file, kept. 422 where it may not or cannot be had, 413 where it is too large, 503 where its host is too slow."""
    if (reference.path is None) == (reference.url is None):
        raise _refused("每个引用应恰好给出 path、url 之一")
    most = settings.reading.limits.max_bytes
    path, url = reference.path, reference.url or ""
    source = _of_host(url, settings) if path is None else _of_file(path, settings.file_roots)
    blob = blobs.put(_bounded(source, most))
    if reference.sha256 not in (None, blob.sha256):
        raise _refused(f"文件“{reference.name}”的内容与所给的 sha256 不符")
    return blob


def _refused(reason: str) -> ApiProblem:
    return ApiProblem(422, "reference", f"{reason}，请检查后重新提交。")


def _bounded(source: Iterator[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in source:
        size += len(piece)
        if size > most:
            raise ApiProblem(413, "too_large", f"引用的文件超过上限 {most / MEGABYTE:.4g} MB，请压缩或拆分。")
        yield piece


def _of_file(given: str, roots: tuple[Path, ...]) -> Iterator[bytes]:
    """The pieces of a regular file below one of `roots`, wherever links lead."""
    try:
        path = Path(given).resolve(strict=True)
        if not path.is_absolute() or not any(path.is_relative_to(root) for root in roots):
            raise _refused("引用的文件不在允许的文件夹中")
        # Not through a link that was put there since, and not from a pipe that never ends.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except (OSError, ValueError, RuntimeError) as error:
        raise _refused("引用的文件不存在或无法读取") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _refused("引用的不是普通文件")
    with os.fdopen(handle, "rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _of_host(url: str, settings: HookSettings) -> Iterator[bytes]:
    """The pieces of what an allowed host answers with, at an address that was looked up once and checked."""
    try:
        # Stores name files in Chinese, and sign addresses at length.
        target = target_of(_escaped(url), settings.file_hosts, allow_http=False, longest=_LONGEST_URL)
    except (TargetRefused, UnicodeError) as error:
        raise _refused("引用的地址应为 https，且主机在允许之列") from error
    deadline = time.monotonic() + _SECONDS
    try:
        with Wire(settings.allow_private).asked("GET", target, _HEADERS, deadline, pause=_PAUSE_SECONDS) as answer:
            if answer.status != 200:
                raise _refused(f"引用的地址没有给出文件（状态 {answer.status}）")
            if _encoding(answer.headers) not in (b"", b"identity"):
                raise _refused("引用的地址给出的是压缩编码的内容")
            yield from answer.iter_stream()
    except TargetRefused as refusal:
        if refusal.code == LOOKUP_TIMEOUT:
            raise _late() from refusal
        told = "不能确定" if refusal.code == "host_unknown" else "不允许访问（内网或保留地址）"
        raise _refused(f"引用的主机的地址{told}") from refusal
    except httpcore2.TimeoutException as error:
        raise _late() from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        raise _refused("引用的地址无法访问") from error


def _escaped(url: str) -> str:
    """`url` with what is not ASCII, and blanks, in percent signs; anything else as it is."""
    return "".join(quote(c) if c == " " or not c.isascii() else c for c in url)


def _encoding(headers: list[tuple[bytes, bytes]]) -> bytes:
    return next((value.strip().lower() for name, value in headers if name.lower() == b"content-encoding"), b"")


def _late() -> ApiProblem:
    detail = "引用的文件所在的主机没有及时答复，没有受理；请按 Retry-After 所示的秒数稍候重新提交。"
    return ApiProblem(503, "store_timeout", detail, headers={"Retry-After": "30"})
