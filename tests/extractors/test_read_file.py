"""Whole files read end to end; what goes wrong becomes a problem."""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np
import pymupdf
import pytest
from numpy.typing import NDArray

from extractors.ocr.engine import ENGINES, OcrEngine
from extractors.reading import read_file
from models.document import FileReading
from models.errors import EngineError
from models.page import Word
from models.settings import Limits, ReadingSettings

sys.path.insert(0, str(Path(__file__).parent / "intake"))
from made_files import put, scan_of, scanned_pdf, text_pdf

SETTINGS = ReadingSettings()


class Failing:
    """Raises whatever it is given, on every page."""

    name = "failing"
    version = "1"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, image: NDArray[np.uint8]) -> list[Word]:
        assert image.ndim == 3
        raise self.error


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    return ENGINES["onnx"]()


def scan_file(tmp_path: Path) -> Path:
    return scanned_pdf(tmp_path / "scan.pdf", scan_of(text_pdf(tmp_path / "text.pdf")))


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyError("x"), "internal"), (MemoryError(), "too_large"), (OSError(5, "io"), "damaged")],
)
def test_what_a_page_raises_becomes_its_problem(tmp_path: Path, error: Exception, code: str) -> None:
    found = read_file(scan_file(tmp_path), SETTINGS, Failing(error), "scan.pdf")
    assert [(p.file, p.code, p.page) for p in found.problems] == [("scan.pdf", code, 1)]
    assert found.pages == ()
    assert len(found.sha256) == 64


def test_an_unusable_engine_is_no_problem_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        read_file(scan_file(tmp_path), SETTINGS, Failing(EngineError("坏了")), "scan.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a picture", b"\xff\xd8\xff\xe0 cut"])
def test_a_bad_file_is_a_problem_with_advice(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(data)
    found = read_file(path, SETTINGS, Failing(KeyError("never asked")), "x.jpg")
    (problem,) = found.problems
    assert problem.code in {"empty", "damaged", "unsupported"}
    assert "请" in problem.message


def test_missing_file(tmp_path: Path) -> None:
    found = read_file(tmp_path / "gone.pdf", SETTINGS, Failing(KeyError("never asked")), "gone.pdf")
    assert [p.code for p in found.problems] == ["damaged"]
    assert found.sha256 == ""


def test_blank_pages_are_not_shown_to_the_engine(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page()
    document.new_page()
    document.save(tmp_path / "blank.pdf")
    done: list[int] = []
    found = read_file(tmp_path / "blank.pdf", SETTINGS, Failing(KeyError("asked")), "blank.pdf", done.append)
    assert [(p.number, p.quality.blank, p.words) for p in found.pages] == [(1, True, ()), (2, True, ())]
    assert found.problems == ()
    assert done == [1, 2]


def test_time_runs_out_between_pages(tmp_path: Path) -> None:
    settings = ReadingSettings(limits=Limits(max_seconds_per_file=0.000001))
    document = pymupdf.open()
    for _ in range(3):
        document.new_page()
    document.save(tmp_path / "blank.pdf")
    found = read_file(tmp_path / "blank.pdf", settings, Failing(KeyError("asked")), "blank.pdf")
    assert len(found.pages) == 1
    assert [p.code for p in found.problems] == ["too_slow"]
    assert "第 2 页" in found.problems[0].message


def texts(found: FileReading, page: int = 0) -> str:
    return "".join(word.text.replace(" ", "") for word in found.pages[page].words)


@pytest.mark.ocr
def test_scan_is_read_with_the_real_engine(tmp_path: Path, engine: OcrEngine) -> None:
    found = read_file(scan_file(tmp_path), SETTINGS, engine, "scan.pdf")
    (page,) = found.pages
    assert page.source == "ocr"
    assert "周启航" in texts(found)
    assert "96.5学时" in texts(found)
    assert len(page.cells) == 8
    word = next(w for w in page.words if "周启航" in w.text)
    box = page.stored_box(word.box)
    left, baseline = 174 * 150 / 72, 150 * 150 / 72
    assert abs(box.x0 - left) < 8
    assert box.y0 < baseline - 5 < box.y1


@pytest.mark.ocr
def test_boxes_of_a_huge_photo_are_in_its_own_pixels(tmp_path: Path, engine: OcrEngine) -> None:
    scan = cv2.imdecode(np.frombuffer(scan_of(text_pdf(tmp_path / "a.pdf")), np.uint8), cv2.IMREAD_COLOR)
    times = 4.0
    cv2.imwrite(str(tmp_path / "huge.jpg"), cv2.resize(scan, None, fx=times, fy=times))
    (page,) = read_file(tmp_path / "huge.jpg", SETTINGS, engine, "huge.jpg").pages
    assert page.stored_size == (scan.shape[1] * 4, scan.shape[0] * 4)
    word = next(w for w in page.words if "周启航" in w.text)
    box = page.stored_box(word.box)
    assert abs(box.x0 - 174 * times * 150 / 72) < 40
    assert box.y0 < 145 * times * 150 / 72 < box.y1


@pytest.mark.ocr
def test_same_page_twice_is_read_once(tmp_path: Path, engine: OcrEngine) -> None:
    with pymupdf.open(scan_file(tmp_path)) as document:
        document.fullcopy_page(0)
        document.save(tmp_path / "twice.pdf")
    calls: list[int] = []

    class Counting:
        name, version = engine.name, engine.version

        def read(self, image: NDArray[np.uint8]) -> list[Word]:
            calls.append(1)
            return engine.read(image)

    once = read_file(tmp_path / "scan.pdf", SETTINGS, Counting(), "a")
    asked = len(calls)
    twice = read_file(tmp_path / "twice.pdf", SETTINGS, Counting(), "b")
    assert len(calls) == 2 * asked
    assert [p.words for p in twice.pages] == [once.pages[0].words] * 2
    assert [p.number for p in twice.pages] == [1, 2]


@pytest.mark.ocr
def test_text_layer_is_taken_with_what_a_pasted_picture_says(tmp_path: Path, engine: OcrEngine) -> None:
    patch = pymupdf.open()
    put(patch.new_page(width=200, height=40), (10, 28), "粘贴的文字二〇二二", 18)
    document = pymupdf.open(text_pdf(tmp_path / "a.pdf"))
    document[0].insert_image(pymupdf.Rect(60, 500, 260, 540), stream=patch[0].get_pixmap(dpi=200).tobytes("png"))
    document.save(tmp_path / "b.pdf")
    found = read_file(tmp_path / "b.pdf", SETTINGS, engine, "b.pdf")
    assert found.pages[0].source == "text_layer"
    assert "周启航" in texts(found)
    assert "粘贴的文字" in texts(found)


@pytest.mark.ocr
def test_text_layer_that_lies_is_replaced_by_ocr(tmp_path: Path, engine: OcrEngine) -> None:
    """Digits and letters whose font maps them to other Han characters: well-formed, and not what is printed."""
    data = text_pdf(tmp_path / "a.pdf").read_bytes()
    document = pymupdf.open(stream=data)
    for font in {font[0] for font in document[0].get_fonts()}:
        document.xref_set_key(font, "ToUnicode", f"{_wrong_map(document)} 0 R")
    document.save(tmp_path / "b.pdf")
    found = read_file(tmp_path / "b.pdf", SETTINGS, engine, "b.pdf")
    assert found.pages[0].source == "ocr"
    assert "周启航" in texts(found)


def _wrong_map(document: pymupdf.Document) -> int:
    """A character table that takes every code to the characters from 一 on."""
    xref = document.get_new_xref()
    document.update_object(xref, "<<>>")
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        "1 beginbfrange <0000> <FFFF> <4E00> endbfrange\nendcmap end end"
    )
    document.update_stream(xref, table.encode())
    return int(xref)
