"""Pages from templates: those of the HTML report, and the desk's own before them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.responses import HTMLResponse

from verifier.hook.accounts import ROLE_NAMES
from verifier.hook.storage import callbacks
from verifier.reports.html.site import HERE as REPORT
from verifier.reports.html.site import environment

HERE = Path(__file__).parent
ASSETS: Mapping[str, Path] = {
    "report.css": REPORT / "assets" / "report.css",
    "viewer.js": REPORT / "assets" / "viewer.js",
    "applicant.js": REPORT / "assets" / "applicant.js",
    "desk.css": HERE / "static" / "desk.css",
    "desk.js": HERE / "static" / "desk.js",
    "icon.svg": HERE / "static" / "icon.svg",
    "queue.js": HERE / "static" / "queue.js",
}
EVENT_NAMES: Mapping[str, str] = {
    callbacks.DONE: "核验完成",
    callbacks.FAILED: "核验未能完成",
    callbacks.REVIEWED: "审核人员认定或更正",
    callbacks.RETURNED: "退回",
    callbacks.REOPENED: "撤销退回",
}
_CHINA = timezone(timedelta(hours=8))


def render(template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """The page made from `template`; what it shows is escaped and freed of control characters."""
    return HTMLResponse(templates().get_template(template).render(**context), status)


@cache
def templates() -> Environment:
    """The desk's templates before the report's."""
    made = environment(HERE / "templates")
    made.filters |= {"moment": moment, "clock": clock}
    made.globals |= {"ROLE_NAMES": ROLE_NAMES, "EVENTS": EVENT_NAMES}
    return made


def moment(value: datetime) -> str:
    """A moment as a person in China reads it."""
    return value.astimezone(_CHINA).strftime("%Y-%m-%d %H:%M")


def clock(value: datetime) -> str:
    """The time of day alone."""
    return value.astimezone(_CHINA).strftime("%H:%M")


@cache
def asset_version() -> str:
    """Changes when a script or style sheet does, so that no browser keeps an old one."""
    digest = hashlib.sha256()
    for path in ASSETS.values():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
