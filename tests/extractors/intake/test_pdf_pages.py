from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from made_files import noise, put, scan_of, scanned_pdf, text_pdf, written

from extractors.intake import BadPage, RawPage, count_pages, open_pages
from models.errors import Damaged, Empty, Encrypted, TooLarge
from models.settings import Limits, ReadingSettings


def pages(path: Path, limits: Limits | None = None, only: range | None = None) -> list[RawPage | BadPage]:
    return list(open_pages(path, replace(ReadingSettings(), limits=limits or Limits()), only))


def good(path: Path) -> list[RawPage]:
    found = [p for p in pages(path) if isinstance(p, RawPage)]
    assert found
    return found


def test_text_page_is_rendered_at_the_settings_dpi(tmp_path: Path) -> None:
    (page,) = good(text_pdf(tmp_path / "a.pdf"))
    assert page.dpi == 200
    assert page.image.shape == (2339, 1653, 3)
    assert page.text_words


def test_scan_is_rendered_in_its_own_pixels(tmp_path: Path) -> None:
    scan = scan_of(text_pdf(tmp_path / "a.pdf"), dpi=150)
    (page,) = good(scanned_pdf(tmp_path / "b.pdf", scan))
    pixels = pymupdf.Pixmap(scan)
    assert abs(page.image.shape[1] - pixels.width) <= 1
    assert abs(page.image.shape[0] - pixels.height) <= 1
    assert page.text_words is None


def test_lying_scan_on_a_turned_page(tmp_path: Path) -> None:
    scan = scan_of(text_pdf(tmp_path / "a.pdf"), dpi=120)
    path = scanned_pdf(tmp_path / "b.pdf", scan)
    with pymupdf.open(path) as document:
        document[0].set_rotation(90)
        document.save(tmp_path / "c.pdf")
    (page,) = good(tmp_path / "c.pdf")
    pixels = pymupdf.Pixmap(scan)
    assert abs(page.image.shape[0] - pixels.width) <= 1
    assert abs(page.image.shape[1] - pixels.height) <= 1


def test_scan_of_one_point_a_pixel_keeps_its_pixels(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=1654, height=2339)
    page.insert_image(page.rect, stream=scan_of(text_pdf(tmp_path / "a.pdf"), dpi=200))
    document.save(tmp_path / "b.pdf")
    assert good(tmp_path / "b.pdf")[0].image.shape[:2] == (2339, 1654)


def test_hidden_text_under_a_scan_is_not_believed(tmp_path: Path) -> None:
    scan = scan_of(text_pdf(tmp_path / "a.pdf"))
    (page,) = good(scanned_pdf(tmp_path / "b.pdf", scan, hidden="考核结果优秀，继续教育两百学时，全部属实。"))
    assert page.text_words is None


def test_mixed_file_page_by_page(tmp_path: Path) -> None:
    text = text_pdf(tmp_path / "a.pdf", pages=2)
    scan = scanned_pdf(tmp_path / "b.pdf", scan_of(text))
    with pymupdf.open(text) as document, pymupdf.open(scan) as other:
        document.insert_pdf(other, start_at=1)
        document.save(tmp_path / "c.pdf")
    assert [p.text_words is not None for p in good(tmp_path / "c.pdf")] == [True, False, True]
    assert count_pages(tmp_path / "c.pdf") == 3
    assert [p.number for p in pages(tmp_path / "c.pdf", only=range(2, 3))] == [2]


def test_turned_text_page_says_how_to_turn_it(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf")
    straight = good(path)[0]
    for angle, turn in ((90, 3), (180, 2), (270, 1)):
        with pymupdf.open(path) as document:
            document[0].set_rotation(angle)
            document.save(tmp_path / "b.pdf")
        page = good(tmp_path / "b.pdf")[0]
        assert page.turn == turn
        assert page.text_words is not None
        assert straight.text_words is not None
        assert [w.text for w in page.text_words] == [w.text for w in straight.text_words]
        for word, twin in zip(page.text_words, straight.text_words, strict=True):
            assert np.abs(np.array(word.box) - twin.box).max() < 3
        for cell, twin in zip(sorted(page.cells), sorted(straight.cells), strict=True):
            assert np.abs(np.array(cell) - twin).max() < 3


def test_form_fields_are_read(tmp_path: Path) -> None:
    document = pymupdf.open(text_pdf(tmp_path / "a.pdf"))
    field = pymupdf.Widget()
    field.rect, field.field_type = pymupdf.Rect(60, 400, 300, 420), pymupdf.PDF_WIDGET_TYPE_TEXT
    field.field_name, field.field_value = "hours", "Total 96.5"
    document[0].add_widget(field)
    document.save(tmp_path / "b.pdf")
    words = good(tmp_path / "b.pdf")[0].text_words
    assert words is not None
    assert any("96.5" in w.text and w.box.y0 > 1000 for w in words)


def test_password(tmp_path: Path) -> None:
    locked = text_pdf(tmp_path / "a.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="secret")
    with pytest.raises(Encrypted, match="密码"):
        pages(locked)
    open_to_all = text_pdf(tmp_path / "b.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="")
    assert good(open_to_all)[0].text_words


def test_pdf_without_pages(tmp_path: Path) -> None:
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    offsets = b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    whole = data + offsets + b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    with pytest.raises((Empty, Damaged)):
        pages(written(tmp_path / "a.pdf", whole))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + bytes(range(256)) * 40])
def test_damaged_beyond_repair(tmp_path: Path, data: bytes) -> None:
    with pytest.raises((Damaged, Empty), match="请重新"):
        pages(written(tmp_path / "a.pdf", data))


def test_lost_cross_references_are_repaired(tmp_path: Path) -> None:
    data = text_pdf(tmp_path / "a.pdf").read_bytes()
    assert good(written(tmp_path / "b.pdf", data[: data.rindex(b"xref")]))[0].text_words


def test_bad_page_does_not_cost_the_others(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf", pages=3)
    with pymupdf.open(path) as document:
        document.xref_set_key(document[1].xref, "MediaBox", "[0 0 0 0]")
        document.xref_set_key(document[1].xref, "Contents", "[99999 0 R]")
        document.save(tmp_path / "b.pdf")
    found = pages(tmp_path / "b.pdf")
    assert [p.number for p in found] == [1, 2, 3]
    assert isinstance(found[0], RawPage)
    assert isinstance(found[2], RawPage)


def test_image_over_the_pixel_limit_is_a_bad_page(tmp_path: Path) -> None:
    path = scanned_pdf(tmp_path / "b.pdf", scan_of(text_pdf(tmp_path / "a.pdf")))
    (page,) = pages(path, Limits(max_pixels=100_000))
    assert isinstance(page, BadPage)
    assert isinstance(page.error, TooLarge)


def test_huge_page_is_rendered_smaller(tmp_path: Path) -> None:
    document = pymupdf.open()
    put(document.new_page(width=14000, height=14000), (100, 2000), "极大的页面", 900)
    document.save(tmp_path / "a.pdf")
    height, width, _ = good(tmp_path / "a.pdf")[0].image.shape
    assert width * height <= 41_000_000


def test_page_limit(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="超过上限 2 页"):
        pages(text_pdf(tmp_path / "a.pdf", pages=3), Limits(max_pages=2))


def test_truncated_anywhere_ends_typed(tmp_path: Path) -> None:
    import io

    picture = io.BytesIO()
    noise(80, 80).save(picture, "JPEG")
    data = scanned_pdf(tmp_path / "a.pdf", picture.getvalue()).read_bytes()
    for share in range(1, 10):
        path = written(tmp_path / f"{share}.pdf", data[: len(data) * share // 10])
        try:
            found = pages(path)
        except (Damaged, Empty):
            continue
        assert all(isinstance(p, RawPage | BadPage) for p in found)
