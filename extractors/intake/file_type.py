"""What a file is, told by its content alone: names and extensions are no evidence."""

from __future__ import annotations

import re
import tomllib
import zipfile
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

from models.errors import Damaged, Empty, Unsupported

FileType = Literal["jpeg", "png", "tiff", "webp", "bmp", "pdf"]
HEAD_BYTES = 4096
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)  # the sizes that its versions have
_SUPPORTED = "JPEG、PNG、TIFF、WebP、BMP 图片和 PDF"
_HTML = re.compile(rb"\s*(<!doctype\s+html|<html|<head|<body|<script|<meta)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml", re.IGNORECASE)
# ISO 32000 annex H: readers accept the header anywhere in the first 1024 bytes.
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
_PDF = re.compile(rb"%(PDF|!PS-Adobe-\d\.\d PDF)-|%PDF")


class _Known(NamedTuple):
    name: str
    advice: str
    offset: int = 0
    magic: bytes = b""
    inside: str = ""


def file_type(path: Path) -> FileType:
    """The type of `path`; Empty, Damaged or Unsupported (named, with advice) when it is none that can be read."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise Empty("文件是空的（0 字节），请重新扫描或重新上传。")
    found = _readable(head)
    if found:
        return found
    known = _named(head, path)
    if known:
        raise Unsupported(f"这是{known.name}，暂不支持；{known.advice}。")
    if not head.strip(b"\0"):
        raise Damaged("文件内容全部为零，多半是传输中断所致，请重新上传。")
    if _PDF.search(head[:1024]):
        return "pdf"
    raise Unsupported(f"认不出这个文件的类型，它可能已损坏；请改交{_SUPPORTED}。")


def _readable(head: bytes) -> FileType | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "tiff"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if (
        head[:2] == b"BM"
        and len(head) > 18
        and int.from_bytes(head[14:18], "little") in (12, 16, 40, 52, 56, 64, 108, 124)
    ):
        return "bmp"
    start = _PDF.search(head[:1024])
    # A page of HTML or plain text may quote "%PDF"; after a header that is meant, objects follow.
    if start and (start.start() < 8 or not _is_text(head[: start.start()]) or _OBJECT.search(head, start.start())):
        return "pdf"
    return None


def _named(head: bytes, path: Path) -> _Known | None:
    binary, packed = _known()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        inside = _packed_names(path)
        return next(k for k in packed if any(name.startswith(k.inside) for name in inside) or not k.inside)
    for row in binary:
        if head[row.offset :].startswith(row.magic):
            return row
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return _Known("网页文件（HTML）", "请在浏览器中打印为 PDF 后重新上传")
    if _XML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return _Known("XML 文件", "请改交 PDF 或 JPEG 图片")
    if _is_text(head):
        return _Known("纯文本文件", "请改交 PDF 或 JPEG 图片")
    return None


def _packed_names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as packed:
            return [name.lstrip("/") for name in packed.namelist()[:5000]]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def _is_text(head: bytes) -> bool:
    """Whether bytes read as prose in one of the encodings used here; control characters speak against it."""
    for encoding in ("utf-8", "gb18030", "utf-16"):
        if encoding == "utf-16" and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        for cut in range(4):  # the head may end inside a character
            try:
                text = head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return sum(c < " " and c not in "\t\r\n\f" for c in text) <= len(text) // 200
    return False


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[_Known, ...], tuple[_Known, ...]]:
    table = tomllib.loads(files("extractors.intake").joinpath("file_types.toml").read_text("utf-8"))
    binary = tuple(
        _Known(row["name"], row["advice"], offset=row["offset"], magic=bytes.fromhex(magic))
        for row in table["binary"]
        for magic in row["magic"]
    )
    return binary, tuple(_Known(row["name"], row["advice"], inside=row["inside"]) for row in table["packed"])
