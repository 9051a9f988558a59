"""Request bodies, piece by piece: files go straight to disk, and too much of anything ends at the limit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header

from verifier.hook.api.file_names import checked_name, decoded_name
from verifier.hook.api.problems import ApiProblem
from verifier.hook.settings import MEGABYTE
from verifier.hook.storage.blobs import Blob, BlobStore, Draft

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

_MOST_HEADERS = 16
_MOST_HEADER_BYTES = 8192
_ENVELOPE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one body may hold, in bytes and in number."""

    bytes_in_all: int
    bytes_a_file: int
    bytes_a_value: int
    files: int
    values: int = 20


@dataclass(slots=True)
class Form:
    """A form as it was received: values by name, files by the field's name, in order."""

    values: dict[str, bytes] = field(default_factory=dict)
    files: list[tuple[str, str, Blob]] = field(default_factory=list)


def too_large(what: str, most: int) -> ApiProblem:
    """413."""
    return ApiProblem(413, "too_large", f"{what}超过上限 {most / MEGABYTE:.4g} MB，请压缩或拆分后重新上传。")


async def pieces(request: Request, most: int, what: str = "请求内容") -> AsyncIterator[bytes]:
    """The body, no more than `most` bytes of it; 413 before the first byte where its length is told."""
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > most:
        raise too_large(what, most)
    received = 0
    async for piece in request.stream():
        received += len(piece)
        if received > most:
            raise too_large(what, most)
        yield piece


async def received_blob(request: Request, blobs: BlobStore, most: int) -> Blob:
    """The whole body as one blob."""
    draft = blobs.draft()
    try:
        async for piece in pieces(request, most, "文件"):
            await run_in_threadpool(draft.write, piece)
    except BaseException:
        draft.discard()
        raise
    return await run_in_threadpool(draft.finish)


async def received_bytes(request: Request, most: int) -> bytes:
    """The whole body, in memory."""
    return b"".join([piece async for piece in pieces(request, most)])


async def received_form(request: Request, blobs: BlobStore, allowance: Allowance) -> Form:
    """A multipart/form-data body; its files are blobs when this returns."""
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise ApiProblem(415, "content_type", "请以 multipart/form-data（带 boundary）提交。")
    receiver = _Receiver(blobs, allowance)
    try:
        parser = MultipartParser(options[b"boundary"], receiver.callbacks())
        async for piece in pieces(request, allowance.bytes_in_all + _ENVELOPE):
            await run_in_threadpool(parser.write, piece)
        await run_in_threadpool(parser.finalize)
        if not receiver.ended:
            raise FormParserError("the form breaks off")
    except FormParserError as error:
        raise ApiProblem(400, "broken_form", "表单内容不完整或格式不正确，请重新提交。") from error
    finally:
        receiver.discard()
    return receiver.form


class _Receiver:
    """What the parser calls while it goes through the body."""

    def __init__(self, blobs: BlobStore, allowance: Allowance) -> None:
        self.form = Form()
        self.ended = False
        self._blobs = blobs
        self._allowance = allowance
        self._headers: dict[bytes, bytes] = {}
        self._name = self._value = b""
        self._field = ""
        self._file: str | None = None
        self._draft: Draft | None = None
        self._buffer = bytearray()

    def callbacks(self) -> MultipartCallbacks:
        return {
            "on_part_begin": self._part_begins,
            "on_header_field": self._header_name,
            "on_header_value": self._header_value,
            "on_header_end": self._header_ends,
            "on_headers_finished": self._headers_end,
            "on_part_data": self._data,
            "on_part_end": self._part_ends,
            "on_end": self._ends,
        }

    def discard(self) -> None:
        if self._draft is not None:
            self._draft.discard()
            self._draft = None

    def _part_begins(self) -> None:
        self._headers = {}
        self._name = self._value = b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]
        self._bound()

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]
        self._bound()

    def _bound(self) -> None:
        if len(self._name) + len(self._value) > _MOST_HEADER_BYTES or len(self._headers) > _MOST_HEADERS:
            raise FormParserError("a part with too much of a header")

    def _header_ends(self) -> None:
        self._headers[self._name.strip().lower()] = self._value.strip()
        self._name = self._value = b""

    def _headers_end(self) -> None:
        kind, options = parse_options_header(self._headers.get(b"content-disposition"))
        if kind != b"form-data" or b"name" not in options:
            raise FormParserError("a part without a name")
        self._field = options[b"name"].decode("utf-8", "replace")
        self._file = checked_name(decoded_name(options[b"filename"])) if b"filename" in options else None
        if self._file is not None:
            if len(self.form.files) >= self._allowance.files:
                raise ApiProblem(413, "too_many_files", f"文件数超过上限 {self._allowance.files} 个，请合并后提交。")
            self._draft = self._blobs.draft()
        elif len(self.form.values) >= self._allowance.values or self._field in self.form.values:
            raise ApiProblem(400, "broken_form", f"表单项过多，或“{self._field[:40]}”出现了两次。")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._draft is None:
            self._buffer += data[start:end]
            if len(self._buffer) > self._allowance.bytes_a_value:
                raise too_large(f"表单项“{self._field[:40]}”", self._allowance.bytes_a_value)
            return
        self._draft.write(data[start:end])
        if self._draft.bytes > self._allowance.bytes_a_file:
            raise too_large(f"文件“{self._file}”", self._allowance.bytes_a_file)

    def _part_ends(self) -> None:
        if self._draft is not None and self._file is not None:
            draft, self._draft = self._draft, None
            self.form.files.append((self._field, self._file, draft.finish()))
        else:
            self.form.values[self._field] = bytes(self._buffer)
            self._buffer.clear()

    def _ends(self) -> None:
        self.ended = True
