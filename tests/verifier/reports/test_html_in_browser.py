"""report.html in a real Chromium, opened from the disk: filter, sort, go through the checks, see the box, print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from models.finding import Report
from models.geometry import Box
from tests.verifier.reports.browser import chromium, violations
from tests.verifier.reports.drawn_report import HOSTILE, NUMBER_BOX, PAGE, RESULT_BOX, drawn_run
from verifier.reading.run_options import RunOptions
from verifier.reports.html import write_html

OPTIONS = RunOptions.of("shangyu-2023-engineer", 1, False, "onnx")
FIRST = "report-files/applicants/0001.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("报告 #1?")
    run = drawn_run(tmp_path_factory.mktemp("files"))
    return write_html(run, folder, OPTIONS).parent


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page on which any fault, dialog or request to a network fails the test."""
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    opened.on("request", lambda request: None if request.url.startswith("file:") else faults.append(request.url))
    yield opened
    opened.close()
    assert not faults


def opened(page: Any, site: Path, name: str) -> Any:
    page.goto((site / name).as_uri())
    return page


def texts(page: Any, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def test_start_page_lists_filters_and_sorts(page: Any, site: Path) -> None:
    opened(page, site, "report.html")
    names = "#applicants tbody tr:visible th"
    assert texts(page, names) == ["周启航", "沈若岚"]
    assert "✗ 有不符合项" in texts(page, "#applicants tbody tr")[0]
    page.get_by_label("查找").fill("a002")
    assert texts(page, names) == ["沈若岚"]
    assert page.get_by_role("status").inner_text() == "显示 1 人，共 2 人"
    page.get_by_label("查找").fill("任职资格")
    assert texts(page, names) == ["周启航"]
    page.get_by_label("查找").fill("")
    page.get_by_label("有不符合项").uncheck()
    assert texts(page, names) == ["沈若岚"]
    page.get_by_label("有不符合项").check()
    page.get_by_role("button", name="姓名").click()
    assert texts(page, names) == ["沈若岚", "周启航"]
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("姓名")
    page.get_by_role("button", name="不符合").click()
    assert texts(page, names) == ["周启航", "沈若岚"]
    page.get_by_role("link", name="周启航").click()
    assert page.locator("h1").inner_text() == "周启航 A001"


def drawn_box(page: Any) -> Box:
    """The box on the screen led back to stored pixels, by where the page's picture is on the screen."""
    rects = page.evaluate(
        "[...document.querySelectorAll('#drawing image, #drawing rect.evidence')]"
        ".map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })"
    )
    (ix, iy, iw, ih), (x, y, w, h) = rects
    sx, sy = PAGE[0] / iw, PAGE[1] / ih
    return Box((x - ix) * sx, (y - iy) * sy, (x - ix + w) * sx, (y - iy + h) * sy)


def test_a_click_on_a_check_shows_its_box_where_the_evidence_is(page: Any, site: Path) -> None:
    opened(page, site, FIRST)
    check = page.locator("li.check", has_text="证书编号不一致")
    check.locator(".head").click()
    assert check.locator(".head").get_attribute("aria-expanded") == "true"
    for button in (None, "放大", "看框内", "整页"):
        if button:
            page.get_by_role("button", name=button, exact=True).click()
        assert drawn_box(page) == pytest.approx(NUMBER_BOX, abs=2.5)
    picture = page.locator("#drawing image")
    assert page.evaluate("async e => { const i = new Image(); i.src = e; await i.decode(); return i.naturalWidth; }",
                         page.url.rsplit("/", 1)[0] + "/" + picture.get_attribute("href")) == 1400  # fmt: skip
    assert [m.strip() for m in check.locator("mark").all_inner_texts()] == ["17", "71"]
    crop = check.locator("svg.crop")
    assert crop.is_visible()
    frame = crop.locator("rect.frame")
    assert [float(frame.get_attribute(n)) for n in ("x", "y", "width", "height")] == [300, 1500, 560, 60]
    assert "聘任证书、荣誉证书及获奖证书" in check.locator("blockquote").inner_text()


def test_a_page_scanned_on_its_side_is_shown_upright_with_its_box(page: Any, site: Path) -> None:
    opened(page, site, FIRST)
    page.get_by_label("符合", exact=False).nth(1).check()
    page.locator("#ledger button.place").filter(has_text="90").click()
    x, y, w, h = page.evaluate(
        "(() => { const i = document.querySelector('#drawing image').getBoundingClientRect();"
        " const b = document.querySelector('#drawing rect.evidence').getBoundingClientRect();"
        " return [(b.x - i.x) / i.width, (b.y - i.y) / i.height, b.width / i.width, b.height / i.height]; })()"
    )
    # Stored 1600 x 2200, one quarter turn clockwise: a stored (x, y) stands at (2200 - y, x).
    assert (x, y) == pytest.approx(((2200 - 950) / 2200, 1000 / 1600), abs=0.002)
    assert (w, h) == pytest.approx((50 / 2200, 80 / 1600), abs=0.002)


def test_all_of_it_goes_by_keyboard(page: Any, site: Path) -> None:
    opened(page, site, "report.html")
    page.keyboard.press("/")
    page.keyboard.type("周启航")
    assert page.evaluate("document.activeElement.id") == "query"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "A":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("li.check")
    seen = []
    for key in "jjjkjjj":
        page.keyboard.press(key)
        seen.append(page.locator("li.check.current .head b").inner_text())
        # A check without a place on a page leaves no other check's box behind.
        assert page.locator("#drawing rect.evidence").count() == (seen[-1] in ("任职资格", "考核结果"))
    # Clause by clause, the heaviest first; at the end j stays.
    assert seen == ["任职资格", "逐年考核表", "文件可读", "逐年考核表", "文件可读", "考核结果", "考核结果"]
    assert drawn_box(page) == pytest.approx(RESULT_BOX, abs=2.5)
    before = page.locator("#drawing").get_attribute("viewBox")
    page.keyboard.press("z")
    assert page.locator("#drawing").get_attribute("viewBox") != before
    page.keyboard.press("0")
    assert page.locator("#drawing").get_attribute("viewBox") == before
    page.locator("#sheet").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#drawing").get_attribute("viewBox") != before


def test_text_of_scans_is_text(page: Any, site: Path) -> None:
    opened(page, site, FIRST)
    assert HOSTILE in page.locator("li.check", has_text="请对照原件").inner_text()
    assert "考核<script>.png" in texts(page, "#materials")[0]
    assert page.locator("script").count() == 2
    assert "<script>alert" not in (site / FIRST).read_text("utf-8")


def test_what_was_not_read_is_shown_as_such(page: Any, site: Path) -> None:
    opened(page, site, FIRST)
    unread = page.locator("#unread")
    assert "坏.pdf：文件有密码" in unread.inner_text()
    unread.locator("button.place").click()
    box = page.locator("#drawing rect.unread")
    assert [float(box.get_attribute(n)) for n in ("x", "y", "width", "height")] == [200, 1900, 500, 60]
    rows = texts(page, "#ledger tbody tr")
    assert rows[0].split() == ["2020", "○", "缺材料", "缺少2020年度考核表，请补交。"]
    assert rows[1].startswith("2021")
    assert "未能识读，请看原件" in rows[1]
    assert "社保信息由系统自动提取" in page.locator("#ledger").inner_text()


@pytest.mark.parametrize("name", ["report.html", FIRST, "report-files/applicants/0002.html"])
def test_axe_finds_nothing(page: Any, site: Path, name: str) -> None:
    opened(page, site, name)
    assert violations(page) == []
    if name == FIRST:
        for box in page.locator('input[name="status"]').all():
            box.check()
        page.keyboard.press("j")
        assert violations(page) == []


def test_prints_on_a4_with_what_is_open(page: Any, site: Path) -> None:
    opened(page, site, FIRST)
    printed = pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf")
    assert {(round(p.rect.width), round(p.rect.height)) for p in printed} == {(595, 842)}
    text = "".join("".join(p.get_text().split()) for p in printed)
    for wanted in ("周启航", "✗不符合", "证书编号不一致", "3306S20170099071", "逐年台账", "虞人社职〔2023〕3号"):
        assert wanted in text
    assert "看框内" not in text
    assert any(p.get_images() for p in printed)


def test_a_thousand_applicants_open_within_a_second(page: Any, tmp_path: Path) -> None:
    run = drawn_run(tmp_path)
    first = run.report.applicants[0]
    many = tuple(
        replace(first, applicant_id=f"B{n:04d}", documents=(), findings=first.findings[4:6]) for n in range(1000)
    )
    thousand = replace(run, report=Report(run.report.rule_pack, many), files=((),) * 1000)
    start = write_html(thousand, tmp_path / "report", OPTIONS)
    # Time of the page's own thread, so that a busy machine fails nobody.
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(start.as_uri())
    assert page.locator("#applicants tbody tr").count() == 1000
    page.get_by_label("查找").fill("B0777")
    assert page.get_by_role("status").inner_text() == "显示 1 人，共 1000 人"
    taken = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    assert 0 < taken["TaskDuration"] < 1
