"""What the pages are made from: turned pages, differing characters, the ledger, the timeline, pictures on disk."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import cv2
import numpy as np
import pytest

from models.document import Document, Field, FileReading
from models.finding import ApplicantReport, Finding, Status, TimelineStep
from models.geometry import Box
from models.page import Page
from tests.verifier.reports.drawn_report import PAGE, drawn_run
from verifier.handed_in import FileSeen, PageSeen, files_seen, quarter_turns
from verifier.reading.run_options import RunOptions
from verifier.reports.html.applicant_view import subject_name
from verifier.reports.html.difference import Segment, side_by_side
from verifier.reports.html.figures import PageFigure, figures_of
from verifier.reports.html.ledger import ledger_of
from verifier.reports.html.page_images import MOST_WIDE, draw_pages, picture_name
from verifier.reports.html.site import write_html
from verifier.reports.html.timeline import WIDTH, timeline_of

OPTIONS = RunOptions.of("shangyu-2023-engineer", 1, False, "onnx")


@pytest.mark.parametrize(
    ("declared", "read", "left", "right", "places"),
    [
        ("0182", "0128", [("01", False), ("82", True)], [("01", False), ("28", True)], 1),
        ("周启航", "周启航", [("周启航", False)], [("周启航", False)], 0),
        ("越州精工", "越州精密工", [("越州精工", False)], [("越州精", False), ("密", True), ("工", False)], 1),
        ("288", "192(至少)", [("288", True)], [("192(至少)", True)], 1),
        (None, "合格", [], [("合格", False)], 0),
        ("合格", None, [("合格", False)], [], 0),
    ],
)
def test_differing_characters_are_cut_out(
    declared: str | None, read: str | None, left: list[object], right: list[object], places: int
) -> None:
    found = side_by_side(declared, read)
    assert "".join(s.text for s in found.declared) == (declared or "")
    assert "".join(s.text for s in found.read) == (read or "")

    def joined(segments: tuple[Segment, ...]) -> list[tuple[str, bool]]:
        out: list[tuple[str, bool]] = []
        for s in segments:
            if out and out[-1][1] == s.differs:
                out[-1] = (out[-1][0] + s.text, s.differs)
            else:
                out.append((s.text, s.differs))
        return out

    assert (joined(found.declared), joined(found.read), found.places) == (left, right, places)


@pytest.mark.parametrize("turn", range(4))
def test_a_box_on_a_turned_page_stands_where_the_turned_picture_has_it(turn: int) -> None:
    stored = np.zeros((40, 60), np.uint8)
    stored[5:9, 10:30] = 1
    figure = PageFigure("p1", "a.png", 1, "x", (60, 40), turn, ())
    upright = np.rot90(stored, -turn)
    rows, columns = np.nonzero(upright)
    assert figure.upright(Box(10, 5, 30, 9)) == (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    assert figure.upright_size == upright.shape[::-1]


@pytest.mark.parametrize(
    ("to_stored", "turn"),
    [
        ((1, 0, 0, 0, 1, 0, 0, 0, 1), 0),
        ((0.999, 0.03, 2, -0.03, 0.999, 1, 0, 0, 1), 0),
        # Upright x runs down the stored page: it has to be turned back, three quarters clockwise.
        ((0, -1, 100, 1, 0, 0, 0, 0, 1), 3),
        ((-1, 0, 100, 0, -1, 80, 0, 0, 1), 2),
        ((0, 1, 0, -1, 0, 80, 0, 0, 1), 1),
    ],
)
def test_quarter_turns_follow_from_how_the_page_was_turned_for_reading(to_stored: tuple[float, ...], turn: int) -> None:
    page = Page(1, (100, 80), (100, 80), "ocr", to_stored=to_stored, unread=(Box(0, 0, 5, 5),))  # type: ignore[arg-type]
    assert quarter_turns(page) == turn
    seen = files_seen(Path("/x").joinpath, [FileReading("a.png", "ab", (page,))])[0]
    assert (seen.path, seen.pages[0].turn, len(seen.pages[0].unread)) == (Path("/x/a.png"), turn, 1)


def test_pictures_are_scaled_shared_kept_and_cleared_away(tmp_path: Path) -> None:
    run = drawn_run(tmp_path)
    files = run.files[0]
    out = tmp_path / "pages"
    names = draw_pages(files, out, OPTIONS)
    assert names == {picture_name(f, p) for f in files for p in f.pages}
    upright, turned = (cv2.imread(str(out / picture_name(f, f.pages[0]))) for f in files[:2])
    assert upright.shape[:2] == (round(PAGE[1] * MOST_WIDE / PAGE[0]), MOST_WIDE)
    assert turned.shape[0] == MOST_WIDE
    before = {p.name: p.stat().st_mtime_ns for p in out.iterdir()}
    assert draw_pages(files[:1], out, OPTIONS) == {picture_name(files[0], files[0].pages[0])}
    assert [p.name for p in out.iterdir()] == [picture_name(files[0], files[0].pages[0])]
    assert all(p.stat().st_mtime_ns == before[p.name] for p in out.iterdir())


def test_a_file_that_is_gone_leaves_its_page_without_picture(tmp_path: Path) -> None:
    gone = FileSeen("a.png", tmp_path / "a.png", "ab" * 32, (PageSeen(1, (10, 10)),))
    assert draw_pages([gone], tmp_path / "pages", OPTIONS) == frozenset()
    assert figures_of([gone], frozenset(), "../pages")["a.png", 1].src == ""


def test_pages_of_an_earlier_run_are_removed(tmp_path: Path) -> None:
    run = drawn_run(tmp_path)
    pages = tmp_path / "out" / "report-files" / "applicants"
    pages.mkdir(parents=True)
    (pages / "0009.html").write_text("old", "utf-8")
    write_html(run, tmp_path / "out", OPTIONS)
    assert sorted(p.name for p in pages.iterdir()) == ["0001.html", "0002.html"]
    assert "http" not in (tmp_path / "out" / "report.html").read_text("utf-8").replace("http-equiv", "")


def test_the_ledger_takes_each_year_of_a_merged_table_from_its_row() -> None:
    def field(name: str, value: str, row: int | None) -> Field:
        return Field(name, value, value, 0.9, 1, Box(1, 1, 9, 9), row)

    fields = (
        field("year", "2020", 0), field("result", "合格", 0), field("year", "2021", 1), field("result", "优秀", 1),
        field("employer", "越州精工机械有限公司", None),
    )  # fmt: skip
    document = Document("d1", "a.png", (1,), "annual_appraisal", 0.9, fields)
    periods = tuple(
        field(name, value, row)
        for row, values in enumerate((("2020-09", "2021-07"), ("2021-08", "2023-08")))
        for name, value in zip(("start_month", "end_month"), values, strict=True)
    )
    insurance = Document("d2", "b.png", (1,), "social_insurance_record", 0.9, periods)
    findings = (
        Finding("appraisal.each_year", "2020", Status.PASS, "x", "在"),
        Finding("appraisal.each_year", "2021", Status.PASS, "x", "在"),
        Finding("appraisal.each_year", "2022", Status.MISSING, "x", "缺少2022年度考核表"),
        Finding("insurance.coverage", "application", Status.REVIEW, "x", "请人工核对"),
    )
    report = ApplicantReport("A", "甲", Status.MISSING, (document, insurance), findings)
    appraisal, insured, months = ledger_of(report, {})
    results = [[c.value or c.empty for c in row.cells] for row in appraisal.rows]
    assert [r[:3] for r in results[:2]] == [
        ["2020", "越州精工机械有限公司", "合格"],
        ["2021", "越州精工机械有限公司", "优秀"],
    ]
    assert results[0][4] == "未能识读，请看原件"
    assert appraisal.rows[2].cells == ()
    assert appraisal.rows[2].lacking == findings[2]
    assert insured.note == "请人工核对"
    assert [[c.value for c in row.cells][2:] for row in insured.rows] == [
        ["2020-09", "2021-07"],
        ["2021-08", "2023-08"],
    ]
    assert [row.heading for row in months.rows] == ["2020", "2021", "2022", "2023"]
    assert [c.value or c.empty for c in months.rows[0].cells][7:10] == ["不在所示期间", "已缴", "已缴"]
    assert all(c.value == "已缴" for row in months.rows[1:3] for c in row.cells)


def test_the_ledger_shows_a_month_that_no_row_covers() -> None:
    values = (
        ("start_month", "2021-01", 0),
        ("end_month", "2021-03", 0),
        ("start_month", "2021-05", 1),
        ("end_month", "2021-06", 1),
    )
    fields = tuple(Field(name, value, value, 0.9, 1, Box(1, row, 9, row + 1), row) for name, value, row in values)
    insurance = Document("d1", "b.png", (1,), "social_insurance_record", 0.9, fields)
    _, months = ledger_of(ApplicantReport("A", "甲", Status.REVIEW, (insurance,), ()), {})
    assert [c.value or c.empty for c in months.rows[0].cells][:7] == [
        "已缴", "已缴", "已缴", "未见记录", "已缴", "已缴", "不在所示期间",
    ]  # fmt: skip


def test_the_timeline_is_drawn_to_scale() -> None:
    steps = (
        TimelineStep("取得职称", "2020-01-01", "2022-01-01", Decimal("2"), 4, "证书"),
        TimelineStep("毕业", "2016", "2018-07", Decimal("2.5"), None, "证书"),
    )
    line = timeline_of(steps)
    assert line is not None
    # 2016 to 2025: the threshold of the first is reached at the start of 2024.
    assert [bar.x for bar in line.bars] == [pytest.approx(WIDTH * 4 / 9, abs=0.1), 0]
    assert line.bars[0].wanted_x == pytest.approx(WIDTH * 8 / 9, abs=0.1)
    assert line.bars[1].wanted_x is None
    assert timeline_of(()) is None


@pytest.mark.parametrize(
    ("subject", "said"),
    [("2021", "2021年度"), ("education[0]", "第1项学历"), ("application", "申报"), ("扫描[1].jpg", "扫描[1].jpg")],
)
def test_subjects_are_said_in_words(subject: str, said: str) -> None:
    assert subject_name(subject) == said
