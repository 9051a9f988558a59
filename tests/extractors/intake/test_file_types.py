from __future__ import annotations

from pathlib import Path

import pytest
from made_files import asymmetric, saved, text_pdf, written, zipped

from extractors.intake import file_type
from models.errors import Damaged, Empty, Unsupported


@pytest.mark.parametrize(
    ("pillow", "expected"),
    [("JPEG", "jpeg"), ("PNG", "png"), ("TIFF", "tiff"), ("WEBP", "webp"), ("BMP", "bmp")],
)
def test_type_by_content_not_by_name(tmp_path: Path, pillow: str, expected: str) -> None:
    assert file_type(saved(tmp_path / "scan.pdf", asymmetric(), format=pillow)) == expected


def test_pdf_under_any_name(tmp_path: Path) -> None:
    assert file_type(text_pdf(tmp_path / "photo.jpg")) == "pdf"


def test_pdf_after_leading_rubbish(tmp_path: Path) -> None:
    data = text_pdf(tmp_path / "a").read_bytes()
    assert file_type(written(tmp_path / "b", b"\r\n\0\0" + b"x" * 300 + b"\n" + data)) == "pdf"
    assert file_type(written(tmp_path / "c", b"mail header\r\n" + data)) == "pdf"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x20ftypisom\0\0\0\0isomavc1", "视频"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "OFD"),
        (zipped("[Content_Types].xml", "word/document.xml"), "DOCX"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "XLSX"),
        (zipped("a.jpg"), "ZIP"),
        (b"PK\x03\x04 cut short", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "DOC"),
        (b"Rar!\x1a\x07\x01\0", "RAR"),
        (b"GIF89a" + b"\0" * 20, "GIF"),
        (b"<!DOCTYPE html><p>quotes %PDF-1.4", "HTML"),
        ("说明：请下载 %PDF 文件".encode("gb18030"), "纯文本"),
        (bytes(range(128, 256)) * 4, "认不出"),
    ],
)
def test_unsupported_types_are_named(tmp_path: Path, data: bytes, name: str) -> None:
    with pytest.raises(Unsupported, match=name) as caught:
        file_type(written(tmp_path / "scan.jpg", data))
    assert "请" in str(caught.value)


def test_empty_file(tmp_path: Path) -> None:
    with pytest.raises(Empty, match="0 字节"):
        file_type(written(tmp_path / "a.pdf", b""))


def test_file_of_zeros(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="全部为零"):
        file_type(written(tmp_path / "a.pdf", b"\0" * 9000))
