"""Files named by reference: below an allowed folder, or on an allowed https host. Copied before anything is acknowledged."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
from pydantic import BaseModel, ConfigDict, Field

from verifier.hook.api.problems import ApiProblem
from verifier.hook.settings import HookSettings
from verifier.hook.storage.blobs import Blob, BlobStore

_PIECE = 1 << 18
_TIMEOUT = httpx2.Timeout(20.0, connect=5.0)


class Reference(BaseModel):
    """One file elsewhere: `path` below an allowed folder or `url` on an allowed host, exactly one of both."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=400)
    path: str | None = Field(None, max_length=4000)
    url: str | None = Field(None, max_length=4000)
    sha256: str | None = Field(None, pattern="^[0-9a-f]{64}$")
    role: str | None = Field(None, max_length=100)


def fetched(reference: Reference, settings: HookSettings, blobs: BlobStore) -> Blob:
    """The file, kept. 422 where it may not or cannot be had, 413 where it is too large."""
    if (reference.path is None) == (reference.url is None):
        raise _refused("每个引用应恰好给出 path、url 之一")
    most = settings.reading.limits.max_bytes
    if reference.path is not None:
        source = _of_file(reference.path, settings.file_roots)
    else:
        source = _of_host(reference.url or "", settings.file_hosts)
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
            raise ApiProblem(413, "too_large", f"引用的文件超过上限 {most / 1048576:.4g} MB，请压缩或拆分。")
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


def _of_host(url: str, hosts: tuple[str, ...]) -> Iterator[bytes]:
    """The pieces of what an allowed host answers with; redirects are not followed."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        here = host if parts.port in (None, 443) else f"{host}:{parts.port}"
    except ValueError as error:
        raise _refused("引用的地址不正确") from error
    if parts.scheme != "https" or parts.username is not None or here not in hosts:
        raise _refused("引用的地址应为 https，且主机在允许之列")
    try:
        with (
            httpx2.Client(timeout=_TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream("GET", url, headers={"Accept-Encoding": "identity"}) as answer,
        ):
            if answer.status_code != 200:
                raise _refused(f"引用的地址没有给出文件（状态 {answer.status_code}）")
            yield from answer.iter_bytes(_PIECE)
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
        raise _refused("引用的地址无法访问") from error


def fingerprint(parts: list[bytes]) -> str:
    """One hash over `parts`, each with its length so that none runs into the next."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
