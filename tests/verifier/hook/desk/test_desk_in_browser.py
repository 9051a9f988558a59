"""The desk in a real Chromium, by keyboard: sign in, claim, decide, correct, note, return, undo, two people at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from models.geometry import Box
from tests.verifier.hook.desk.desk_site import HOSTILE, HOURS_BOX, PAGE, PASSWORD, Site, copied, served
from tests.verifier.reports.browser import chromium, violations
from verifier.hook.audit_report import audited

SignIn = Callable[..., Any]
HOURS = "2022年度登记卡的专业课学时与公需课学时之和大于总学时"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def busy(first_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """One desk for all tests of this module, with its address."""
    made = copied(first_site, tmp_path_factory.mktemp("busy") / "data")
    with served(made) as address:
        yield made, address
    made.database.close()


@pytest.fixture
def person(browser: Any, busy: tuple[Site, str]) -> Iterator[SignIn]:
    """Signs somebody in, in a browser of their own; any fault on a page or request elsewhere fails the test."""
    faults: list[str] = []
    contexts = []

    def told(message: Any) -> None:
        # The browser notes pages that answer 404 or 409, as some here should; everything else is a fault.
        if message.type in ("error", "warning") and not re.search("status of 40[49]", message.text):
            faults.append(message.text)

    def sign_in(login: str, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", told)
        page.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
        page.on("request", lambda r: None if r.url.startswith(busy[1]) else faults.append(r.url))
        page.goto(f"{busy[1]}/")
        page.get_by_label("登录名").fill(login)
        page.get_by_label("密码").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("#queue")
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert not faults


def applicant(page: Any, busy: tuple[Site, str], applicant_id: str = "A001") -> Any:
    page.goto(f"{busy[1]}/applications/{busy[0].ids[applicant_id]}")
    return page


def go_to(page: Any, text: str) -> Any:
    """Presses j until the check that says `text` is open."""
    for _ in range(60):
        page.keyboard.press("j")
        current = page.locator("li.check.current")
        if text in current.inner_text():
            return current
    raise AssertionError(text)


def undo_last(page: Any) -> None:
    page.keyboard.press("u")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已撤销。")


def test_claim_decide_undo_and_correct_by_keyboard_alone(person: SignIn) -> None:
    page = person("li")
    page.keyboard.press("g")
    page.wait_for_selector("text=由您审核")
    assert page.locator("h1").inner_text() == "周启航 A001"

    current = go_to(page, HOURS)
    assert current.locator(":checked").count() == 0
    page.keyboard.press("p")
    page.keyboard.type("已核对原件，总学时为90")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=认定已保存。")
    current = page.locator("li.check.current")
    assert "✓ 符合" in current.inner_text()
    assert "刚刚变化" in current.inner_text()
    undo_last(page)

    go_to(page, HOURS)
    page.keyboard.press("c")
    page.wait_for_selector("text=更正：总学时")
    x, y, w, h = page.evaluate(
        "(() => { const i = document.querySelector('#drawing image').getBoundingClientRect();"
        " const b = document.querySelector('#drawing rect.evidence').getBoundingClientRect();"
        " return [(b.x - i.x) / i.width, (b.y - i.y) / i.height, b.width / i.width, b.height / i.height]; })()"
    )
    shown = Box(x * PAGE[0], y * PAGE[1], (x + w) * PAGE[0], (y + h) * PAGE[1])
    assert shown == pytest.approx(HOURS_BOX, abs=3)
    page.keyboard.type("90")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=更正已保存，已重新核验。")
    assert "? 待人工 → ✓ 符合" in page.locator("#done").inner_text()

    assert violations(page) == []
    undo_last(page)


def test_note_return_and_undo(person: SignIn, busy: tuple[Site, str]) -> None:
    page = applicant(person("li"), busy)
    page.keyboard.press("n")
    page.keyboard.type("电话核实过")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=备注已保存。")
    undo_last(page)
    page.get_by_role("link", name="退回…").click()
    page.get_by_label("附言").fill("请尽快补交。")
    page.get_by_role("button", name="退回并生成退回意见").click()
    page.wait_for_selector("text=已退回，退回意见已生成。")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载退回意见").click()
    assert download.value.suggested_filename == "退回意见 A001 周启航.docx"
    undo_last(page)
    page.get_by_role("button", name="释放").click()
    page.wait_for_selector("text=已释放认领。")
    with busy[0].database.reading() as cx:
        assert audited(cx).sound


def test_two_people_at_once(person: SignIn, busy: tuple[Site, str]) -> None:
    li, zhao = person("li"), person("zhao")
    applicant(li, busy)
    applicant(zhao, busy)
    go_to(li, HOURS)
    li.keyboard.press("p")
    li.keyboard.type("甲的理由")
    li.keyboard.press("Enter")
    li.wait_for_selector("text=认定已保存。")
    li.get_by_role("button", name="释放").click()
    li.wait_for_selector("text=已释放认领。")
    go_to(zhao, HOURS)
    zhao.keyboard.press("f")
    zhao.keyboard.type("乙的理由")
    zhao.keyboard.press("Enter")
    zhao.wait_for_selector("text=内容已有变化")
    said = zhao.locator("main").inner_text()
    for wanted in ("李审核", "认定符合，甲的理由", "乙的理由", "不符合"):
        assert wanted in said
    assert violations(zhao) == []
    zhao.get_by_role("link", name="查看最新内容").click()
    undo = zhao.locator("#history .undo").first
    undo.click()
    zhao.wait_for_selector("text=已撤销。")
    zhao.get_by_role("button", name="释放").click()
    zhao.wait_for_selector("text=已释放认领。")


@pytest.mark.parametrize("width", [1440, 1024])
def test_every_page_is_accessible_and_keeps_to_the_policy(person: SignIn, busy: tuple[Site, str], width: int) -> None:
    page = person("wang")
    page.set_viewport_size({"width": width, "height": 800})
    base = f"/applications/{busy[0].ids['A001']}"
    for path in ("/?state=all", "/users", "/password", base, f"{base}/return", "/applications/none"):
        page.goto(f"{busy[1]}{path}")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        assert page.evaluate("document.querySelectorAll('[style], style, script:not([src])').length") == 0, path


def test_hostile_words_of_scans_and_profiles_stay_words(person: SignIn, busy: tuple[Site, str]) -> None:
    page = applicant(person("li"), busy, "A002")
    assert HOSTILE in page.locator("h1").inner_text()
    page.get_by_label("备注").fill(HOSTILE)
    page.get_by_role("button", name="保存备注").click()
    page.wait_for_selector("text=备注已保存。")
    page.locator("#materials a").first.click()
    page.wait_for_selector("text=读到的内容")
    page.get_by_role("link", name="更正姓名").click()
    page.wait_for_selector("text=更正：姓名")
    assert page.locator("#value").input_value() == HOSTILE
    assert page.locator("img").count() == 0
    assert page.locator("script:not([src])").count() == 0


def test_help_opens_by_key_and_escape_leaves_a_field(person: SignIn, busy: tuple[Site, str]) -> None:
    page = applicant(person("li"), busy)
    page.keyboard.press("p")
    assert page.locator("#told").inner_text() == "请先用 j 或 k 选中一项。"
    page.keyboard.press("?")
    assert page.get_by_text("认定符合、不符合（再填理由，回车保存）").is_visible()
    go_to(page, HOURS)
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    assert HOURS not in page.locator("li.check.current").inner_text()


def test_all_works_without_scripts(person: SignIn, busy: tuple[Site, str]) -> None:
    page = applicant(person("wang", java_script_enabled=False), busy)
    check = page.locator("li.check", has_text=HOURS)
    check.get_by_label("不符合").check()
    check.get_by_label("理由").fill("没有脚本")
    check.get_by_role("button", name="保存认定").click()
    assert page.get_by_text("认定已保存。").is_visible()
    page.locator("#history .undo").first.click()
    assert page.get_by_text("已撤销。").is_visible()
    page.get_by_role("button", name="释放").click()
