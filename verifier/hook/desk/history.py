"""What was done to an application, in words: the history on its page, and what changed since a reviewer opened it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from models.finding import ApplicantReport, Finding, Status
from verifier.hook.audit import subject_of
from verifier.hook.desk.opened import Opened
from verifier.hook.effective import KIND, field_name
from verifier.hook.fields import field_label
from verifier.hook.storage.reviewing import Action, digest_of_action
from verifier.hook.storage.tables import audit
from verifier.reports.html.applicant_view import item_id, subject_name
from verifier.reports.open_items import kind_names, titles_of

ACTION_NAMES = {"decision": "认定", "correction": "更正", "note": "备注", "return": "退回"}
_JUDGED = {"pass": "符合", "fail": "不符合"}
_CLAIMS = {"claim": "认领了这位申报人", "release": "释放了认领", "claim.take": "接手了这位申报人"}


@dataclass(frozen=True, slots=True)
class Told:
    """An action in words. `anchor` is the item of the page that it is about, "" for none."""

    action: Action
    who: str
    kind: str
    what: str
    words: str
    anchor: str
    idle: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened since."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A finding that is not as it was; `before` or `after` is None where there was or is none."""

    title: str
    about: str
    before: Status | None
    after: Status | None
    message: str
    anchor: str


def told(found: Opened) -> list[Told]:
    """Every action, the latest first."""
    idle = found.now.idle
    return [
        Told(
            action,
            found.names.get(action.user_id, "已删除的用户"),
            ACTION_NAMES[action.kind],
            *_in_words(action, found),
            action.stands and action.id in idle,
        )
        for action in reversed(found.actions)
    ]


def _in_words(action: Action, found: Opened) -> tuple[str, str, str]:
    """What was done, the reviewer's own words, and the item that it is about."""
    content = action.content
    if action.kind == "decision":
        title = titles_of(found.found.pack).get(content["check"], content["check"])
        what = f"{title} {subject_name(content['subject'])}：认定{_JUDGED[content['status']]}"
        return what, content["reason"], _anchor(content["check"], content["subject"])
    if action.kind == "correction":
        what = f"{_place(content['document'])} {field_label(field_name(content['field']))}：{_step(content, found)}"
        return what, "", ""
    if action.kind == "note":
        return "", content["text"], ""
    return "已生成退回意见", "", ""


def _step(content: Mapping[str, Any], found: Opened) -> str:
    """What became of a field's value."""
    old, new = content["old"], content["new"]
    if content["field"] == KIND:
        kinds = kind_names(found.found.pack)
        old, new = kinds.get(old, "其他材料"), kinds.get(new, "其他材料")
    if old == new:
        return f"“{new}”确认无误"
    was = f"“{old}”" if old is not None else "未识读"
    return f"{was} 更正为 “{new}”" if new is not None else f"{was} 材料上没有这一项"


def _place(key: str) -> str:
    file, _, pages = key.rpartition("#")
    return f"{file} 第{pages}页"


def _anchor(check: str, subject: str) -> str:
    return item_id(Finding(check, subject, Status.REVIEW, "", ""))


def changes_since(cx: sa.Connection, found: Opened, version: int) -> list[Change]:
    """What happened to the application after `version`, the earliest first."""
    words = _words_by_digest(found)
    rows = cx.execute(
        sa.select(audit).where(audit.c.subject == subject_of(found.application.id)).order_by(audit.c.seq)
    ).mappings()
    changes = [
        Change(
            datetime.fromisoformat(row["at"]),
            found.names.get(row["actor"].partition(":")[2], "系统"),
            _change(row["action"], words.get(row["details"].get("digest", ""), "")),
        )
        for row in rows
        if row["details"].get("version", 0) > version
    ]
    if len(changes) < found.application.version - version:
        changes.append(Change(found.application.updated_at, "系统", "材料有更新，已重新识别和核验"))
    return changes


def _change(action: str, words: str) -> str:
    if action in _CLAIMS:
        return _CLAIMS[action]
    kind, _, undone = action.partition(".")
    return (
        f"{'撤销了' if undone else ''}{ACTION_NAMES.get(kind, kind)}：{words}"
        if words
        else ACTION_NAMES.get(kind, kind)
    )


def _words_by_digest(found: Opened) -> Mapping[str, str]:
    words = {}
    for action in found.actions:
        row = {"id": action.id, "application_id": found.application.id, "user_id": action.user_id, "at": action.at}
        what, said, _ = _in_words(action, found)
        words[digest_of_action(action.kind, {**row, **action.content})] = "，".join(t for t in (what, said) if t)
    return words


def moved(found: Opened) -> list[Moved]:
    """The findings that the last thing done has changed."""
    return differences(found.before_last.report, found.now.report, titles_of(found.found.pack))


def differences(before: ApplicantReport, after: ApplicantReport, titles: Mapping[str, str]) -> list[Moved]:
    """The findings that are not the same in two reports."""
    old = {(f.check, f.subject): f for f in before.findings}
    new = {(f.check, f.subject): f for f in after.findings}
    out = []
    for key in {**new, **old}:
        one, other = old.get(key), new.get(key)
        if one is not None and other is not None and (one.status, one.message) == (other.status, other.message):
            continue
        shown = other or one
        assert shown is not None
        out.append(
            Moved(
                titles.get(key[0], key[0]),
                subject_name(key[1]),
                one.status if one else None,
                other.status if other else None,
                other.message if other else "不再有这一项。",
                item_id(shown) if other else "",
            )
        )
    return out
