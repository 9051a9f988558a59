"""Returning an application: the letter to be seen before, and kept after."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from verifier.hook.desk.acting import add, opened_for
from verifier.hook.desk.action_pages import back
from verifier.hook.desk.opened import Opened, application_called, opened
from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.visits import Desk, Posted, Signed
from verifier.reports.file_names import safe_name
from verifier.reports.letter_docx import docx_of
from verifier.reports.letters import Letter, letter_of
from verifier.reports.terminal import inert

LONGEST_REMARK = 1000
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def mount(router: APIRouter) -> None:
    """Adds these pages to `router`."""
    router.get("/applications/{application_id}/return")(return_page)
    router.post("/applications/{application_id}/return")(return_one)
    router.get("/applications/{application_id}/letters/{action_id}")(letter_file)


def return_page(visit: Signed, application_id: str) -> Response:
    """The letter as it would go out."""
    found = opened(visit.desk, application_id)
    if not isinstance(found, Opened):
        return visit.page("waiting.html", application=found)
    report = found.now.report
    waiting = sum(f.status.value == "review" for f in report.findings)
    return visit.page(
        "desk_return.html",
        application=found.application,
        applicant=report,
        letter=letter_of(report, found.found.pack),
        waiting=waiting,
        may_act=found.may_be_changed_by(visit.user.id),
        longest=LONGEST_REMARK,
    )


def return_one(post: Posted, application_id: str) -> Response:
    """Keeps the letter and marks the application as returned."""
    found = opened_for(post, application_id)
    remark = post.form.text("remark", "附言", LONGEST_REMARK, required=False)
    letter = with_remark(letter_of(found.now.report, found.found.pack), remark)
    content = {"letter": keep_letter(post.desk, letter), "run": found.application.run}
    return back(post, found, "return", add(post, found, "return", content), "history")


def with_remark(letter: Letter, remark: str) -> Letter:
    """The letter with the reviewer's own words before the closing ones."""
    lines = tuple(inert(line.strip()) for line in remark.split("\n") if line.strip())
    return replace(letter, closing=(*lines, *letter.closing))


def keep_letter(desk: Desk, letter: Letter) -> str:
    """The blob that holds the letter as docx."""
    return desk.blobs.put([docx_of(letter)]).sha256


def letter_file(visit: Signed, application_id: str, action_id: str) -> Response:
    """A letter as it went out."""
    found = opened(visit.desk, application_id)
    if not isinstance(found, Opened):
        raise not_found()
    action = next((a for a in found.actions if a.kind == "return" and a.id == action_id), None)
    if action is None:
        raise not_found()
    try:
        content = visit.desk.blobs.get(action.content["letter"])
    except FileNotFoundError as error:
        # Purged since it was looked up; a letter that is lost otherwise is a fault.
        with visit.desk.database.reading() as cx:
            application_called(cx, application_id)
        raise error
    name = safe_name(f"退回意见 {found.application.applicant_id} {found.application.name}", set()) + ".docx"
    return Response(
        content,
        media_type=_DOCX,
        headers={
            "content-disposition": f"attachment; filename=\"letter.docx\"; filename*=UTF-8''{quote(name)}",
            "cache-control": "private, no-store",
        },
    )
