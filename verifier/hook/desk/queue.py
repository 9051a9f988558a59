"""The queue: applications as the desk lists them, filtered, the oldest first, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from models.finding import Status
from verifier.hook.storage.applications import UNFINISHED
from verifier.hook.storage.tables import applications, claims, corrections, decisions, now, returns, users

PAGE = 25
STATES: Mapping[str, str] = {
    "open": "待审核",
    "returned": "已退回",
    "settled": "无待办",
    "waiting": "识别核验中",
    "failed": "未能处理",
}
CLAIMS: Mapping[str, str] = {"free": "未认领", "mine": "我认领的", "others": "他人认领"}
_OPEN = (Status.FAIL.value, Status.MISSING.value, Status.REVIEW.value)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list; "" for no restriction."""

    query: str = ""
    verdict: str = ""
    state: str = "open"
    claim: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """An application in the list; `open` counts the machine's findings by status, `judged` what people did since."""

    id: str
    applicant_id: str
    name: str
    verdict: Status | None
    state: str
    created_at: datetime
    claimed_by: str | None
    claimed_by_me: bool
    open: Mapping[str, int]
    judged: int
    corrected: int


@dataclass(frozen=True, slots=True)
class Listed:
    rows: Sequence[Row]
    total: int
    page: int
    pages: int


_A = applications.c
_holds = sa.and_(claims.c.application_id == _A.id, claims.c.expires_at > sa.bindparam("moment"))
_is_returned = sa.exists().where(
    returns.c.application_id == _A.id, returns.c.undone_at.is_(None), returns.c.run == _A.run
)


def _restrictions(wanted: Filter, user_id: str) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    for word in wanted.query.split()[:5]:
        pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        found.append(sa.or_(_A.name.ilike(pattern, escape="\\"), _A.applicant_id.ilike(pattern, escape="\\")))
    if wanted.verdict:
        found.append(_A.verdict == wanted.verdict)
    found += _of_state(wanted.state)
    if wanted.claim == "free":
        found.append(claims.c.user_id.is_(None))
    elif wanted.claim == "mine":
        found.append(claims.c.user_id == user_id)
    elif wanted.claim == "others":
        found.append(sa.and_(claims.c.user_id.is_not(None), claims.c.user_id != user_id))
    return found


def _of_state(state: str) -> list[sa.ColumnElement[bool]]:
    found: dict[str, list[sa.ColumnElement[bool]]] = {
        "open": [_A.state == "done", _A.verdict.in_(_OPEN), sa.not_(_is_returned)],
        "returned": [_A.state == "done", _is_returned],
        "settled": [_A.state == "done", _A.verdict.not_in(_OPEN), sa.not_(_is_returned)],
        "waiting": [_A.state.in_(UNFINISHED)],
        "failed": [_A.state == "failed"],
    }
    return found.get(state, [])


def listed(cx: sa.Connection, wanted: Filter, user_id: str) -> Listed:
    """The page of the list that `wanted` names, or the last one there is."""
    source = applications.outerjoin(claims, _holds)
    moment = {"moment": now()}
    restrictions = _restrictions(wanted, user_id)
    total = cx.scalar(sa.select(sa.func.count()).select_from(source).where(*restrictions), moment) or 0
    pages = max(1, -(-total // PAGE))
    page = min(max(1, wanted.page), pages)
    rows = cx.execute(
        sa.select(
            *(_A[n] for n in ("id", "applicant_id", "name", "verdict", "state", "created_at", "report")),
            _is_returned.label("is_returned"),
            claims.c.user_id.label("claimed"),
            users.c.display_name.label("claimed_by"),
        )
        .select_from(source.outerjoin(users, users.c.id == claims.c.user_id))
        .where(*restrictions)
        .order_by(_A.created_at, _A.id)
        .limit(PAGE)
        .offset((page - 1) * PAGE),
        moment,
    ).mappings()
    found = list(rows)
    ids = [row["id"] for row in found]
    judged, corrected = _counts(cx, decisions, ids), _counts(cx, corrections, ids)
    return Listed([_row(dict(r), user_id, judged[r["id"]], corrected[r["id"]]) for r in found], total, page, pages)


def next_free(cx: sa.Connection) -> str | None:
    """The oldest application that waits for a reviewer and that nobody has claimed; nobody else is given it meanwhile."""
    wanted = Filter(claim="free")
    found: str | None = cx.scalar(
        sa.select(_A.id)
        .select_from(applications.outerjoin(claims, _holds))
        .where(*_restrictions(wanted, ""))
        .order_by(_A.created_at, _A.id)
        .limit(1)
        .with_for_update(of=applications, skip_locked=True),
        {"moment": now()},
    )
    return found


def _counts(cx: sa.Connection, table: sa.Table, ids: Sequence[str]) -> Counter[str]:
    rows = cx.execute(
        sa.select(table.c.application_id, sa.func.count())
        .where(table.c.application_id.in_(ids), table.c.undone_at.is_(None))
        .group_by(table.c.application_id)
    )
    return Counter({row[0]: row[1] for row in rows})


def _row(row: Mapping[str, Any], user_id: str, judged: int, corrected: int) -> Row:
    report = row["report"]
    findings = report["applicants"][0]["findings"] if report else []
    return Row(
        row["id"],
        row["applicant_id"],
        row["name"],
        Status(row["verdict"]) if row["verdict"] else None,
        _state(row),
        row["created_at"],
        row["claimed_by"],
        row["claimed"] == user_id,
        Counter(f["status"] for f in findings if f["status"] in _OPEN),
        judged,
        corrected,
    )


def _state(row: Mapping[str, Any]) -> str:
    if row["state"] in UNFINISHED:
        return "waiting"
    if row["state"] == "failed":
        return "failed"
    if row["is_returned"]:
        return "returned"
    return "open" if row["verdict"] in _OPEN else "settled"
