"""The annotated PDF: every page in order, frames where the evidence is, bookmarks by clause."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pymupdf
import pytest

from models.geometry import Box
from tests.verifier.reports.drawn_report import HOURS_BOX, NUMBER_BOX, PAGE, RESULT_BOX, drawn_run
from verifier.reading.run_options import RunOptions
from verifier.reports.annotated import write_annotated
from verifier.reports.mark_drawing import COLOURS

OPTIONS = RunOptions.of("shangyu-2023-engineer", 1, False, "onnx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    (out / "标注").mkdir()
    (out / "标注" / "A009 旧.pdf").write_bytes(b"old")
    return write_annotated(drawn_run(tmp_path_factory.mktemp("files")), out, OPTIONS)


@pytest.fixture
def book(folder: Path) -> Any:
    return pymupdf.open(folder / "A001 周启航.pdf")


def frames(page: Any) -> list[Any]:
    """The rectangles drawn on a page without a ground."""
    return [d["rect"] for d in page.get_drawings() if d["fill"] is None and d["items"][0][0] == "re"]


def in_points(box: Box, scale: float) -> list[float]:
    return [value * scale for value in box]


def test_one_pdf_an_applicant_in_place_of_earlier_ones(folder: Path) -> None:
    assert sorted(p.name for p in folder.iterdir()) == ["=A002 沈若岚.pdf", "A001 周启航.pdf"]
    assert not (folder.parent / "report-files").exists()


def test_the_list_in_front_tells_what_is_open_and_what_was_not_read(book: Any) -> None:
    assert len(book) == 3
    said = "".join(book[0].get_text().split())
    for wanted in (
        "周启航",
        "有不符合项",
        "【不符合】任职资格",
        "缺少2020年度考核表",
        "坏.pdf：文件有密码",
        "<script>alert(1)</script>",
    ):
        assert wanted in said
    assert "已提交" not in said


def test_frames_stand_where_the_evidence_is(book: Any) -> None:
    scale = 595 / PAGE[0]
    found = frames(book[1])
    for box in (NUMBER_BOX, RESULT_BOX):
        assert any(list(r) == pytest.approx(in_points(box, scale), abs=1.2) for r in found)
    assert "任职资格" in book[1].get_text()


def test_a_page_on_its_side_is_upright_and_its_frame_holds_the_ink(book: Any) -> None:
    # Stored 1600 x 2200, one quarter turn clockwise.
    scale = 595 / PAGE[1]
    turned = Box(PAGE[1] - HOURS_BOX.y1, HOURS_BOX.x0, PAGE[1] - HOURS_BOX.y0, HOURS_BOX.x1)
    assert [r for r in frames(book[2]) if list(r) == pytest.approx(in_points(turned, scale), abs=1.2)]
    shot = book[2].get_pixmap(dpi=72)
    pixels = np.frombuffer(shot.samples, np.uint8).reshape(shot.height, shot.width, shot.n)
    x, y = round((turned.x0 + turned.x1) / 2 * scale), round((turned.y0 + turned.y1) / 2 * scale)
    assert pixels[y, x].max() < 120


def test_bookmarks_go_by_clause_to_the_page_of_the_evidence(book: Any) -> None:
    toc = book.get_toc()
    assert toc[0][1] == "附件3第4条"
    assert [2, "✗ 不符合 任职资格 第1项职称", 2] in toc
    assert [2, "○ 缺材料 逐年考核表 2020年度", 1] in toc
    assert any(title.startswith("✓ 符合 申报学时") and page == 3 for _, title, page in toc)
    assert not any("不适用" in title for _, title, _ in toc)


def test_no_two_statuses_look_alike() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS)
