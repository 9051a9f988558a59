"""What a reviewer does to an application: one transaction with its row in the audit log, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from verifier.hook import audit
from verifier.hook.accounts import actor_of
from verifier.hook.desk.history import Change, changes_since
from verifier.hook.desk.opened import Opened, opened
from verifier.hook.desk.refusals import Refused
from verifier.hook.desk.visits import Post
from verifier.hook.storage.applications import bump_version, locked_application
from verifier.hook.storage.callbacks import REOPENED, RETURNED, REVIEWED, add_callback
from verifier.hook.storage.claims import claim_on, extend_claim, put_claim
from verifier.hook.storage.reviewing import Action, add_action, undo_action
from verifier.hook.storage.tables import applications, now

Write = Callable[[sa.Connection], str]
# What the platform is told of; notes are for colleagues alone.
_EVENTS = {
    "decision": REVIEWED,
    "decision.undo": REVIEWED,
    "correction": REVIEWED,
    "correction.undo": REVIEWED,
    "return": RETURNED,
    "return.undo": REOPENED,
}


def opened_for(post: Post, application_id: str) -> Opened:
    """The application as the reviewer saw it; Refused where it cannot be worked on or is no longer as it was."""
    found = opened(post.desk, application_id)
    if not isinstance(found, Opened):
        raise Refused(409, "正在重新核验", "材料有更新，系统正在重新识别和核验，请稍后再操作。")
    _refuse_anothers(post, found.claim)
    if found.application.version != post.form.number("version"):
        raise _stale(post, found)
    return found


def add(
    post: Post, found: Opened, kind: str, content: Mapping[str, Any], public: Mapping[str, Any] | None = None
) -> int:
    """Writes down an action; the application's new version. `public` goes to the audit log: no personal data."""
    if found.returned is not None:
        raise Refused(409, "已经退回", "这位申报人的材料已退回。如需修改，请先撤销退回。")
    action = Action(kind, "new", post.user.id, now(), None, dict(content))
    verdict = found.with_actions([*found.actions, action]).report.verdict
    return _write(
        post,
        found,
        kind,
        verdict.value,
        lambda cx: add_action(cx, kind, found.application.id, post.user.id, content),
        public or {},
    )


def undo(post: Post, found: Opened, action: Action) -> int:
    """Marks an action as undone; the application's new version."""
    if found.returned is not None and action.kind != "return":
        raise Refused(409, "已经退回", "这位申报人的材料已退回。如需修改，请先撤销退回。")
    moment = now()
    verdict = found.with_actions(
        [replace(a, undone_at=moment) if a.id == action.id else a for a in found.actions]
    ).report.verdict

    def write(cx: sa.Connection) -> str:
        digest = undo_action(cx, action.kind, found.application.id, action.id)
        if digest is None:
            raise _stale(post, found)
        return digest

    return _write(post, found, f"{action.kind}.undo", verdict.value, write, {})


def _write(post: Post, found: Opened, action: str, verdict: str, write: Write, public: Mapping[str, Any]) -> int:
    application_id, version = found.application.id, found.application.version
    with post.desk.database.writing() as cx:
        application = locked_application(cx, application_id)
        claim = claim_on(cx, application_id)
        stale = application is None or application.state != "done" or not bump_version(cx, application_id, version)
        if not stale:
            _refuse_anothers(post, claim)
            digest = write(cx)
            cx.execute(applications.update().where(applications.c.id == application_id).values(verdict=verdict))
            if application is not None and action in _EVENTS:
                add_callback(cx, replace(application, verdict=verdict, version=version + 1), _EVENTS[action])
            if claim is None:
                put_claim(cx, application_id, post.user.id, post.desk.claim_life)
            else:
                extend_claim(cx, application_id, post.desk.claim_life)
            details = {**public, "version": version + 1, "digest": digest}
            audit.append(cx, actor_of(post.user), action, audit.subject_of(application_id), details)
    if stale:
        again = opened_for(post, application_id)
        raise _stale(post, again)
    return version + 1


def _refuse_anothers(post: Post, claim: Any) -> None:
    if claim is not None and claim.user_id != post.user.id:
        raise Refused(
            409,
            "他人正在审核",
            f"这位申报人的材料正由{claim.display_name}审核，您的操作没有保存。请等待其释放，或由管理员接手。",
            template="conflict.html",
            kept=_typed(post),
            changes=(),
            again=None,
        )


def _stale(post: Post, found: Opened) -> Refused:
    """The page that shows what happened meanwhile, with what the reviewer typed so that nothing is lost."""
    with post.desk.database.reading() as cx:
        changes: list[Change] = changes_since(cx, found, post.form.number("version"))
    return Refused(
        409,
        "内容已有变化",
        "您打开页面之后，这位申报人的材料有了新的变化，您的操作没有保存。请先看看有哪些变化，再决定是否继续。",
        template="conflict.html",
        changes=changes,
        kept=_typed(post),
        again=found.application,
    )


_LABELS = {"reason": "理由", "new": "更正为", "text": "备注", "remark": "附言", "status": "认定", "value": "更正为"}
_STATUS = {"pass": "符合", "fail": "不符合"}


def _typed(post: Post) -> list[tuple[str, str]]:
    """What the reviewer filled in, by its label."""
    values = post.form.values
    return [(_LABELS[n], _STATUS.get(v, v) if n == "status" else v) for n, v in values.items() if n in _LABELS and v]
