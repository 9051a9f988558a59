"""One door for every kind of file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from extractors.intake.file_type import FileType, file_type
from extractors.intake.images import count_frames, image_pages
from extractors.intake.limits import check_bytes
from extractors.intake.pdf import count_pdf_pages, pdf_pages
from extractors.intake.raw_page import BadPage, RawPage
from models.errors import Damaged, InputError
from models.settings import Limits, ReadingSettings


def open_pages(path: Path, settings: ReadingSettings, only: range | None = None) -> Iterator[RawPage | BadPage]:
    """The pages of a file in order, one at a time; `only` restricts them to these page numbers (from 1).

    Raises an InputError for a file of which no page can be had; a page that cannot be had in an otherwise good file
    comes as a BadPage.
    """
    kind = _checked_type(path, settings.limits)
    if kind == "pdf":
        yield from pdf_pages(path, settings, only)
    else:
        yield from image_pages(path, kind, settings.limits, only)


def count_pages(path: Path, limits: Limits | None = None) -> int:
    """How many pages a file has, without decoding any; 0 where it cannot be told (reading will say why)."""
    try:
        kind = _checked_type(path, limits or Limits())
        if kind == "pdf":
            return count_pdf_pages(path)
        if kind == "tiff":
            return count_frames(path, limits or Limits())
    except InputError:
        return 0
    return 1


def _checked_type(path: Path, limits: Limits) -> FileType:
    try:
        if path.is_dir():
            raise Damaged("这是文件夹，不是文件。")
        check_bytes(path.stat().st_size, limits)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return file_type(path)
    except OSError as error:
        raise Damaged(f"打不开文件（{error.strerror or error}），请检查文件是否存在、是否有读取权限。") from error
