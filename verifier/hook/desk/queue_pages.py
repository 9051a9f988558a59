"""The page of the queue, and claims on what is in it."""

from __future__ import annotations

from urllib.parse import urlencode

import sqlalchemy as sa
from fastapi import APIRouter
from starlette.responses import Response

from models.finding import Status
from verifier.hook import audit
from verifier.hook.accounts import actor_of
from verifier.hook.desk.opened import locked_application_called
from verifier.hook.desk.queue import CLAIMS, STATES, Filter, listed, next_free
from verifier.hook.desk.refusals import Refused
from verifier.hook.desk.visits import Posted, Signed, Visit
from verifier.hook.storage.claims import claim_on, drop_claim, put_claim

_DONE = {"password": "密码已更改。", "released": "已释放认领。", "empty": "目前没有待认领的申报材料。"}


def mount(router: APIRouter) -> None:
    """Adds these pages to `router`."""
    router.get("/")(queue_page)
    router.post("/next")(claim_next)
    router.post("/applications/{application_id}/claim")(claim)
    router.post("/applications/{application_id}/release")(release)


def queue_page(
    visit: Signed, q: str = "", verdict: str = "", state: str = "open", claim: str = "", page: str = "1", done: str = ""
) -> Response:
    """The list, filtered by what the address says."""
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
    wanted = Filter(
        q.replace("\x00", "")[:100],
        verdict if verdict in [s.value for s in Status] else "",
        state if state in STATES or state == "all" else "open",
        claim if claim in CLAIMS else "",
        number,
    )
    with visit.desk.database.reading() as cx:
        found = listed(cx, wanted, visit.user.id)

    def link(to: int) -> str:
        return "?" + urlencode({"q": wanted.query, "verdict": wanted.verdict, "state": wanted.state,
                                "claim": wanted.claim, "page": to})  # fmt: skip

    return visit.page(
        "queue.html", found=found, wanted=wanted, link=link, states=STATES, claims=CLAIMS, done=_DONE.get(done, "")
    )


def claim_next(post: Posted) -> Response:
    """Claims the oldest application that is free, and opens it."""
    with post.desk.database.writing() as cx:
        application_id = next_free(cx)
        # On PostgreSQL somebody may have claimed it between the question and the lock: then the next question knows.
        while application_id is not None and claim_on(cx, application_id) is not None:
            application_id = next_free(cx)
        if application_id is not None:
            _claim(cx, post, application_id, "claim")
    return post.redirect(f"/applications/{application_id}" if application_id else "/?done=empty")


def claim(post: Posted, application_id: str) -> Response:
    """Claims an application that is free; an admin may take it over from somebody else."""
    with post.desk.database.writing() as cx:
        locked_application_called(cx, application_id)
        held = claim_on(cx, application_id)
        if held is not None and held.user_id != post.user.id and not post.user.is_admin:
            raise Refused(409, "他人正在审核", f"这位申报人的材料正由{held.display_name}审核，暂不能认领。")
        _claim(cx, post, application_id, "claim.take" if held and held.user_id != post.user.id else "claim")
    return post.redirect(f"/applications/{application_id}")


def _claim(cx: sa.Connection, post: Visit, application_id: str, action: str) -> None:
    put_claim(cx, application_id, post.user.id, post.desk.claim_life)
    audit.append(cx, actor_of(post.user), action, audit.subject_of(application_id))


def release(post: Posted, application_id: str) -> Response:
    """Gives up one's own claim."""
    with post.desk.database.writing() as cx:
        locked_application_called(cx, application_id)
        held = claim_on(cx, application_id)
        if held is not None and held.user_id == post.user.id:
            drop_claim(cx, application_id)
            audit.append(cx, actor_of(post.user), "release", audit.subject_of(application_id))
    return post.redirect("/?done=released")
