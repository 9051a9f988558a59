"""What a reviewer does, as posted forms: decide, correct, note, undo."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from models.document import KINDS, Document
from verifier.hook.desk.acting import add, opened_for, undo
from verifier.hook.desk.applicant_pages import is_open
from verifier.hook.desk.document_names import document_called
from verifier.hook.desk.opened import Opened
from verifier.hook.desk.refusals import bad_form, not_found
from verifier.hook.desk.visits import Post, Posted
from verifier.hook.effective import CORRECTED, KIND, NEW, field_key, field_name, fingerprint
from verifier.hook.fields import LONGEST, fields_of, normal_form
from verifier.reports.html.applicant_view import item_id

LONGEST_REASON = 300
LONGEST_NOTE = 2000


def mount(router: APIRouter) -> None:
    """Adds these forms to `router`."""
    router.post("/applications/{application_id}/decide")(decide)
    router.post("/applications/{application_id}/correct")(correct)
    router.post("/applications/{application_id}/note")(note)
    router.post("/applications/{application_id}/undo")(undo_one)


def back(post: Post, found: Opened, done: str, version: int, anchor: str = "") -> Response:
    """To the applicant's page, which tells what was done."""
    query = urlencode({"done": done, "changed": version})
    return post.redirect(f"/applications/{found.application.id}?{query}" + (f"#{anchor}" if anchor else ""))


def decide(post: Posted, application_id: str) -> Response:
    """A person's word on a finding that the machine leaves open."""
    form = post.form
    found = opened_for(post, application_id)
    status = form.raw("status")
    if status not in ("pass", "fail"):
        raise bad_form("请选择“符合”或“不符合”。")
    reason = form.line("reason", "理由", LONGEST_REASON)
    finding = next(
        (f for f in found.now.corrected.findings if is_open(f) and item_id(f) == form.raw("item")),
        None,
    )
    if finding is None:
        raise bad_form("这一项已不是待人工核对的事项，请刷新页面。")
    content = {
        "check": finding.check,
        "subject": finding.subject,
        "status": status,
        "reason": reason,
        "about": fingerprint(finding),
    }
    version = add(post, found, "decision", content, {"check": finding.check, "status": status})
    return back(post, found, "decide", version, item_id(finding))


def correct(post: Posted, application_id: str) -> Response:
    """A field put right, or confirmed as it was read; the checks run again at once."""
    form = post.form
    found = opened_for(post, application_id)
    content = _correction(post, found)
    version = add(post, found, "correction", content, {"field": field_name(content["field"])})
    item = form.raw("item")
    return back(post, found, "correct", version, item if item.isalnum() else "")


def _correction(post: Post, found: Opened) -> dict[str, Any]:
    report = found.now.report
    field = post.form.raw("field")
    called = document_called(report, post.form.raw("document"))
    if called is None:
        raise not_found()
    key, document = called
    if field == KIND:
        return {"document": key, "field": KIND, "old": document.kind, "new": _another_kind(post, document)}
    values = {field_key(document, n): f.value for n, f in enumerate(document.fields)}
    settled = {field_key(document, n) for n, f in enumerate(document.fields) if CORRECTED in f.notes}
    known = {f"{name}[{NEW}]" for name, _ in fields_of(document)}
    if field not in values and field not in known:
        raise not_found()
    old = values.get(field)
    if post.form.raw("absent"):
        if old is None:
            raise bad_form("这一项本来就没有读到，无需删除。")
        return {"document": key, "field": field, "old": old, "new": None}
    typed = post.form.text("value", "更正后的值", LONGEST)
    new = normal_form(field_name(field), typed, document.kind)
    if new == old and field in settled:
        raise bad_form("这一项已经确认过，内容没有变化。")
    return {"document": key, "field": field, "old": old, "new": new}


def _another_kind(post: Post, document: Document) -> str:
    """The kind that the form names."""
    kind = post.form.raw("value")
    if kind not in KINDS:
        raise not_found()
    if kind == document.kind:
        raise bad_form("材料种类没有变化，无需保存。")
    return kind


def note(post: Posted, application_id: str) -> Response:
    """A note for colleagues; it changes no finding and does not get into the letter."""
    found = opened_for(post, application_id)
    text = post.form.text("text", "备注", LONGEST_NOTE)
    return back(post, found, "note", add(post, found, "note", {"text": text}), "history")


def undo_one(post: Posted, application_id: str) -> Response:
    """Takes back a decision, correction, note or return."""
    found = opened_for(post, application_id)
    action = next((a for a in found.actions if a.id == post.form.raw("action") and a.stands), None)
    if action is None:
        raise not_found()
    return back(post, found, "undo", undo(post, found, action), "history")
