from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from made_files import put, text_pdf

from extractors.intake import RawPage, open_pages
from extractors.textlayer.glyphs import Glyph
from extractors.textlayer.runs import words_of
from models.geometry import Box
from models.settings import ReadingSettings


def page_of(document: pymupdf.Document, path: Path) -> RawPage:
    document.save(path)
    (page,) = open_pages(path, ReadingSettings())
    assert isinstance(page, RawPage)
    return page


def texts(page: RawPage) -> list[str]:
    assert page.text_words is not None
    return [w.text for w in page.text_words]


def test_columns_and_cells_stay_apart(tmp_path: Path) -> None:
    page = page_of(pymupdf.open(text_pdf(tmp_path / "a.pdf")), tmp_path / "b.pdf")
    assert {"姓名", "周启航", "考核结果", "合格", "左栏文字", "右栏文字"} <= set(texts(page))
    assert len(page.cells) == 8


def test_each_character_has_its_place(tmp_path: Path) -> None:
    page = page_of(pymupdf.open(text_pdf(tmp_path / "a.pdf")), tmp_path / "b.pdf")
    assert page.text_words
    for word in page.text_words:
        assert len(word.edges) == len(word.text) + 1
        assert list(word.edges) == sorted(word.edges)
        assert word.confidence == 1.0
    name = next(w for w in page.text_words if w.text == "周启航")
    x, y = 174 * 200 / 72, 150 * 200 / 72
    assert name.box.x0 == pytest.approx(x, abs=3)
    assert name.box.y0 < y < name.box.y1
    assert page.image[round(name.box.y0) : round(name.box.y1), round(name.box.x0) : round(name.box.x1)].min() < 80


def test_white_and_hidden_text_is_not_read(tmp_path: Path) -> None:
    document = pymupdf.open(text_pdf(tmp_path / "a.pdf"))
    put(document[0], (60, 500), "白", color=(1, 1, 1))
    put(document[0], (60, 600), "隐藏", render_mode=3)
    found = "".join(texts(page_of(document, tmp_path / "b.pdf")))
    assert "白" not in found
    assert "隐藏" not in found


def test_mostly_white_text_is_distrusted(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    put(page, (60, 100), "看得见的一行文字在这里")
    put(page, (60, 200), "看不见的一行文字在这里，比看得见的还要长", color=(1, 1, 1))
    assert page_of(document, tmp_path / "b.pdf").text_words is None


@pytest.mark.parametrize(
    "text",
    [
        "\ue123\ue124\ue125\ue126\ue127\ue128\ue129\ue12a\ue12b\ue12c",
        "ÖÐ¹úÈËÃñ¹²ºÍ¹ú½ÌÓý²¿Ñ§Àú",
        "只有几字",
        "",
    ],
)
def test_implausible_text_is_distrusted(tmp_path: Path, text: str) -> None:
    document = pymupdf.open()
    page = document.new_page()
    if text:
        page.insert_text((60, 100), text, fontname="china-s" if ord(text[0]) > 255 else "helv")
    assert page_of(document, tmp_path / "b.pdf").text_words is None


def test_text_that_leaves_most_ink_unexplained_is_distrusted(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    put(page, (60, 100), "少量真正的文字在这里")
    outlines = page.new_shape()
    for row in range(20):
        for column in range(30):
            x, y = 60 + 15 * column, 200 + 20 * row
            outlines.draw_line((x, y), (x + 8, y + 9))
            outlines.draw_line((x + 8, y), (x, y + 9))
    outlines.finish()
    outlines.commit()
    assert page_of(document, tmp_path / "b.pdf").text_words is None


def test_pasted_picture_is_told(tmp_path: Path) -> None:
    document = pymupdf.open(text_pdf(tmp_path / "a.pdf"))
    stamp = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 50, 50))
    stamp.clear_with(120)
    document[0].insert_image(pymupdf.Rect(100, 500, 200, 600), pixmap=stamp)
    page = page_of(document, tmp_path / "b.pdf")
    assert page.text_words
    (picture,) = page.pictures
    assert picture.x0 == pytest.approx(100 * 200 / 72, abs=2)


def glyph(char: str, x: float, y: float = 100, size: float = 20, vertical: bool = False) -> Glyph:
    middle = x + size / 2 if vertical else y
    return Glyph(char, x, y - size, x + size, y, size, middle, vertical)


def test_gap_wider_than_a_character_parts_words() -> None:
    words = words_of([glyph("姓", 0), glyph("名", 40), glyph("张", 100), glyph("三", 120)])
    assert [w.text for w in words] == ["姓 名", "张三"]


def test_ruling_parts_words_however_close() -> None:
    cells = [Box(-5, 70, 21, 110), Box(21, 70, 60, 110)]
    assert [w.text for w in words_of([glyph("男", 0), glyph("汉", 22)], cells)] == ["男", "汉"]


def test_fake_bold_is_read_once() -> None:
    assert [w.text for w in words_of([glyph("合", 0), glyph("合", 1), glyph("格", 20), glyph("格", 21)])] == ["合格"]


def test_slightly_uneven_line_is_one_line() -> None:
    assert [w.text for w in words_of([glyph("合", 0, 100), glyph("格", 20, 103)])] == ["合格"]


def test_vertical_text() -> None:
    column = [glyph(c, 0, 20 + 22 * i, vertical=True) for i, c in enumerate("考核意见")]
    (word,) = words_of(column)
    assert word.text == "考核意见"
    assert word.vertical
    assert word.edges[0] == 0
    assert len(word.edges) == 5
