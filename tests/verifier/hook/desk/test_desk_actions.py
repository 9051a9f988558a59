"""Decide, correct, note, return, undo, claims: as forms, without scripts, one transaction with its row in the log each."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from datetime import timedelta

import docx
import pytest
import sqlalchemy as sa

from models.finding import Finding
from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import HOSTILE, HOURS_FINDING, RESULT_FINDING, Site
from verifier.hook.audit_report import audited
from verifier.hook.reviewed import reviewed_report
from verifier.hook.storage.applications import find_application, start_run
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.tables import applications, audit, claims, now
from verifier.reports.html.applicant_view import item_id

SignIn = Callable[[str], Reviewer]


def page_of(site: Site, applicant: str = "A001") -> str:
    return f"/applications/{site.ids[applicant]}"


def item_of(site: Site, key: tuple[str, str]) -> str:
    return item_id(next(f for f in site.machine["A001"].findings if (f.check, f.subject) == key))


def standing(site: Site, key: tuple[str, str]) -> Finding:
    with site.database.reading() as cx:
        application = find_application(cx, site.ids["A001"])
        assert application is not None
        report = reviewed_report(cx, BlobStore(site.settings.blobs), application)
    return next(f for f in report.findings if (f.check, f.subject) == key)


def actions_told(site: Site) -> list[str]:
    with site.database.reading() as cx:
        assert audited(cx).sound
        subject = f"application:{site.ids['A001']}"
        return list(
            cx.execute(sa.select(audit.c.action).where(audit.c.subject == subject).order_by(audit.c.seq)).scalars()
        )


def decide(who: Reviewer, site: Site, page: str, status: str = "pass", reason: str = "已核对原件") -> str:
    action = f"{page_of(site)}/decide"
    values = {"status": status, "reason": reason}
    return who.follow(who.fill(page, action, values, item=item_of(site, HOURS_FINDING)))


def undo_latest(who: Reviewer, site: Site, page: str) -> str:
    history = page[page.index('id="history"') :]
    return who.follow(who.fill(history, f"{page_of(site)}/undo", {}))


def correct_link(site: Site, page: str, key: tuple[str, str], field: str) -> str:
    """Where to put right the field, or "&" for the document, that a finding stands on."""
    place = page.index(f'id="{item_of(site, key)}"')
    found = re.search(rf'<a class="correct" href="([^"]+field={field}[^"]*)"', page[place:])
    assert found is not None
    return html.unescape(found[1]).removeprefix("/desk")


def test_decide_and_undo(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    page = decide(li, site, li.get(page_of(site)))
    assert "认定已保存" in page
    assert "已核对原件" in page
    assert standing(site, HOURS_FINDING).status == "pass"
    page = undo_latest(li, site, page)
    assert "已撤销" in page
    assert standing(site, HOURS_FINDING).status == "review"
    assert actions_told(site) == ["decision", "decision.undo"]


def test_a_decision_needs_a_reason_and_a_choice(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    form = li.form(li.get(page_of(site)), f"{page_of(site)}/decide", item=item_of(site, HOURS_FINDING))
    for wrong in ({"status": "pass", "reason": "  "}, {"reason": "x"}, {"status": "missing", "reason": "x"}):
        li.send(f"{page_of(site)}/decide", form | wrong, 422)
    assert (
        "最多 300 个字" in li.send(f"{page_of(site)}/decide", form | {"status": "pass", "reason": "长" * 301}, 422).text
    )
    missing = next(f for f in site.machine["A001"].findings if f.status == "missing")
    li.send(f"{page_of(site)}/decide", form | {"item": item_id(missing), "status": "pass", "reason": "x"}, 422)
    assert actions_told(site) == []


def test_a_correction_judges_again_and_shows_what_changed(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    address = correct_link(site, li.get(page_of(site)), HOURS_FINDING, "total_hours")
    form = li.get(address)
    assert "更正：总学时" in form
    page = li.follow(li.fill(form, f"{page_of(site)}/correct", {"value": "９０学时"}))
    assert "更正已保存，已重新核验" in page
    assert "“30” 更正为 “90”" in page
    assert "刚刚变化" in page
    assert standing(site, HOURS_FINDING).status == "pass"
    page = undo_latest(li, site, page)
    assert standing(site, HOURS_FINDING).status == "review"
    assert "更正" in page


def test_what_was_not_read_is_put_in(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    address = correct_link(site, li.get(page_of(site)), RESULT_FINDING, "&")
    form = li.get(address.replace("field=", "field=result%5B%2B%5D"))
    assert "补录：考核结果" in form
    li.fill(form, f"{page_of(site)}/correct", {"value": "合 格"})
    assert standing(site, RESULT_FINDING).status == "pass"


def test_a_doubtful_reading_is_confirmed_once(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    form = li.get(correct_link(site, li.get(page_of(site)), HOURS_FINDING, "total_hours"))
    page = li.follow(li.fill(form, f"{page_of(site)}/correct", {"value": "30"}))
    assert "“30”确认无误" in page
    form = li.get(correct_link(site, page, HOURS_FINDING, "total_hours"))
    assert '<span class="by-hand">人工</span>' in form
    li.send(f"{page_of(site)}/correct", li.form(form, f"{page_of(site)}/correct") | {"value": "30"}, 422)


def test_a_document_gets_another_kind(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    address = correct_link(site, li.get(page_of(site)), HOURS_FINDING, "total_hours")
    form, action = li.get(address), f"{page_of(site)}/correct"
    for value, status in (("nonsense", 404), ("training_hour_card", 422)):
        li.send(action, li.form(form, action, field="kind[0]") | {"value": value}, status)
    page = li.follow(li.fill(form, action, {"value": "annual_appraisal"}, field="kind[0]"))
    assert "学时卡.png 第1页 材料种类：“年度学时登记卡” 更正为 “年度考核表”" in page
    undo_latest(li, site, page)
    assert standing(site, HOURS_FINDING).status == "review"


def test_values_that_cannot_be_are_refused(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    form = li.get(correct_link(site, li.get(page_of(site)), HOURS_FINDING, "total_hours"))
    values = li.form(form, f"{page_of(site)}/correct")
    assert "应为学时数" in li.send(f"{page_of(site)}/correct", values | {"value": "很多"}, 422).text
    li.send(f"{page_of(site)}/correct", values | {"value": "90", "field": "password[0]"}, 404)
    li.send(f"{page_of(site)}/correct", values | {"value": "90", "document": "d0"}, 404)
    assert actions_told(site) == []


def test_notes_stay_inside(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    page = li.follow(li.fill(li.get(page_of(site)), f"{page_of(site)}/note", {"text": f"第一行\r\n{HOSTILE}"}))
    assert "第一行" in page
    assert HOSTILE not in page
    assert "第一行" not in li.get(f"{page_of(site)}/return")
    assert "已撤销" in undo_latest(li, site, page)


def test_return_keeps_the_letter_and_closes_until_undone(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    page = decide(li, site, li.get(page_of(site)), "fail", "总学时与学时卡不一致")
    preview = li.get(f"{page_of(site)}/return")
    assert "缺少2020年度考核表" in preview
    page = li.follow(li.fill(preview, f"{page_of(site)}/return", {"remark": "请于下周五前办理。"}))
    assert "已退回" in page
    assert f"{page_of(site)}/note" not in page
    found = re.search(r'href="/desk([^"]+/letters/\w+)"', page)
    assert found is not None
    answer = li.client.get(f"/desk{found[1]}")
    said = "\n".join(p.text for p in docx.Document(io.BytesIO(answer.content)).paragraphs)
    for wanted in ("周启航同志：", "缺少2020年度考核表", "总学时与学时卡不一致", "请于下周五前办理。"):
        assert wanted in said
    assert "attachment" in answer.headers["content-disposition"]
    csrf = {"csrf": li.form(page, "/sign-out")["csrf"], "version": "4", "text": "x"}
    li.send(f"{page_of(site)}/note", csrf, 409)
    page = undo_latest(li, site, page)
    assert f"{page_of(site)}/note" in page
    assert actions_told(site) == ["decision", "return", "return.undo"]


def test_what_is_handed_in_again_after_a_return_is_to_be_reviewed_again(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    li.fill(li.get(f"{page_of(site)}/return"), f"{page_of(site)}/return", {})
    assert "A001" not in li.get("/")
    assert "A001" in li.get("/?state=returned")
    with site.database.writing() as cx:
        start_run(cx, site.ids["A001"])
        cx.execute(applications.update().values(state="done"))
    assert "A001" in li.get("/")
    page = li.get(page_of(site))
    assert f"{page_of(site)}/note" in page
    assert "下载退回意见" in page
    assert 'class="quiet undo"' not in page


def test_two_reviewers_never_overwrite_each_other(site: Site, reviewer: SignIn) -> None:
    li, zhao = reviewer("li"), reviewer("zhao")
    old = zhao.get(page_of(site))
    page = decide(li, site, li.get(page_of(site)))
    values = {"status": "fail", "reason": "我认为不符合"}
    decision = f"{page_of(site)}/decide"
    answer = zhao.form(old, decision, item=item_of(site, HOURS_FINDING)) | values
    refused = zhao.send(decision, answer, 409).text
    assert "正由李审核审核" in refused
    li.fill(page, f"{page_of(site)}/release", {})
    refused = zhao.send(decision, answer, 409).text
    for wanted in ("内容已有变化", "李审核", "认定：", "认定符合，已核对原件", "我认为不符合"):
        assert wanted in refused
    assert standing(site, HOURS_FINDING).status == "pass"
    assert actions_told(site) == ["decision", "release"]


def test_the_same_form_sent_twice_counts_once(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    form = li.form(li.get(page_of(site)), f"{page_of(site)}/note") | {"text": "一次"}
    li.send(f"{page_of(site)}/note", form)
    li.send(f"{page_of(site)}/note", form, 409)
    assert actions_told(site) == ["note"]


def test_a_new_run_of_the_machine_stops_actions_and_decisions_survive_it(site: Site, reviewer: SignIn) -> None:
    li = reviewer("li")
    page = decide(li, site, li.get(page_of(site)))
    form = li.form(page, f"{page_of(site)}/note") | {"text": "x"}
    with site.database.writing() as cx:
        start_run(cx, site.ids["A001"])
    assert "正在识别和核验" in li.get(page_of(site))
    assert "正在重新核验" in li.send(f"{page_of(site)}/note", form, 409).text
    with site.database.writing() as cx:
        cx.execute(applications.update().values(state="done"))
    assert "已重新识别和核验" in li.send(f"{page_of(site)}/note", form, 409).text
    assert standing(site, HOURS_FINDING).status == "pass"


def test_claims(site: Site, reviewer: SignIn) -> None:
    li, zhao, wang = reviewer("li"), reviewer("zhao"), reviewer("wang")
    csrf = {who: {"csrf": who.form(who.get("/"), "/next")["csrf"]} for who in (li, zhao, wang)}
    claim, release = f"{page_of(site)}/claim", f"{page_of(site)}/release"
    assert li.send("/next", csrf[li]).headers["location"] == f"/desk{page_of(site)}"
    assert "由您审核" in li.get(page_of(site))
    zhao.send(claim, csrf[zhao], 409)
    zhao.send(release, csrf[zhao])
    assert "李审核 正在审核" in zhao.get(page_of(site))
    assert page_of(site, "A002") in zhao.send("/next", csrf[zhao]).headers["location"]
    wang.send(claim, csrf[wang])
    assert "王主任 正在审核" in li.get(page_of(site))
    with site.database.writing() as cx:
        cx.execute(claims.update().values(expires_at=now() - timedelta(seconds=1)))
    li.send(claim, csrf[li])
    li.send(release, csrf[li])
    assert actions_told(site) == ["claim", "claim.take", "claim", "release"]


def test_the_queue_filters_and_searches(reviewer: SignIn) -> None:
    li = reviewer("li")
    assert li.get("/").index("A001") < li.get("/").index("A002")
    for query, names in (
        ("q=周启", "A001"),
        ("q=a002", "A002"),
        ("q=%25", ""),
        ("state=failed", ""),
        ("claim=mine", ""),
        ("verdict=missing&q=A001", "A001"),
        ("page=99", "A001A002"),
        ("page=-1&state=x&claim=x&verdict=x", "A001A002"),
    ):
        page = li.get(f"/?{query}")
        assert "".join(re.findall(r'class="id">(A00\d)<', page)) == names, query
    assert HOSTILE not in li.get("/")


@pytest.mark.parametrize("applicant", ["A001", "A002"])
def test_pictures_are_for_signed_in_users_and_their_application_alone(
    site: Site, reviewer: SignIn, applicant: str
) -> None:
    li = reviewer("li")
    page = li.get(page_of(site, applicant))
    assert HOSTILE not in page
    names = sorted(set(re.findall(r'data-src="/desk([^"]+\.webp)"', page)))
    assert len(names) == 2
    answer = li.client.get(f"/desk{names[0]}")
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["cache-control"].startswith("private")
    again = li.client.get(f"/desk{names[0]}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    other = "A002" if applicant == "A001" else "A001"
    li.get(names[0].replace(site.ids[applicant], site.ids[other]), 404)
    li.client.cookies.clear()
    assert li.client.get(f"/desk{names[0]}").status_code == 303


def test_a_long_queue_comes_in_pages(site: Site, reviewer: SignIn) -> None:
    with site.database.writing() as cx:
        row = dict(cx.execute(sa.select(applications)).mappings().first() or {})
        for number in range(30):
            copy = {"id": f"app_{number}", "applicant_id": f"N{number:02d}", "created_at": now()}
            cx.execute(applications.insert().values(row | copy))
    li = reviewer("li")
    first, second = (re.findall(r'class="id">(\w+)<', li.get(f"/?page={n}")) for n in (1, 2))
    assert [*first, *second] == ["A001", "A002", *(f"N{n:02d}" for n in range(30))]
    assert len(first) == 25
    assert "第 2 页，共 2 页" in li.get("/?page=2&q=")
