"""Who is asking: the desk that a request came to, the session it belongs to, the form it carries."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from verifier.hook.desk.forms import Form, read_form
from verifier.hook.desk.refusals import Refused, SignInFirst
from verifier.hook.desk.rendering import asset_version, render
from verifier.hook.desk.throttle import Throttle
from verifier.hook.settings import HookSettings
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database
from verifier.hook.storage.sessions import Session, find_session, needs_touch, touch_session
from verifier.hook.storage.users import User
from verifier.reading.warm_pool import WarmPool

BASE = "/desk"


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page of the desk needs; `pool` draws what strangers handed in."""

    settings: HookSettings
    database: Database
    blobs: BlobStore
    throttle: Throttle
    pool: WarmPool

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.settings.session_idle_minutes)

    @property
    def session_life(self) -> timedelta:
        return timedelta(hours=self.settings.session_hours)

    @property
    def claim_life(self) -> timedelta:
        return timedelta(minutes=self.settings.claim_minutes)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of somebody who is signed in."""

    desk: Desk
    request: Request
    session: Session

    @property
    def user(self) -> User:
        return self.session.user

    def page(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """A page for this user."""
        return render(template, status, **signed_context(self.request, self.session), **context)

    def redirect(self, path: str) -> Response:
        """Go to `path` of the desk, with GET."""
        return RedirectResponse(f"{base_of(self.request)}{path}", 303)


@dataclass(frozen=True, slots=True)
class Post(Visit):
    """A form posted by somebody who is signed in, on a page of ours."""

    form: Form


def base_of(request: Request) -> str:
    """The desk's address on this host, behind whatever proxy."""
    return f"{request.scope.get('root_path', '')}{BASE}"


def signed_context(request: Request, session: Session | None) -> dict[str, Any]:
    """What every template of the desk is given."""
    base = base_of(request)
    return {
        "base": base,
        "root": f"{base}/static/{asset_version()}/",
        "user": session.user if session else None,
        "csrf": session.csrf if session else "",
    }


def is_secure(request: Request) -> bool:
    """Whether cookies may be kept to https."""
    desk: Desk = request.state.desk
    return desk.settings.secure_cookies or request.url.scheme == "https"


def cookie_name(request: Request) -> str:
    """The session cookie; with the prefix that lets no other host of the domain set it."""
    return "__Host-heyan_session" if is_secure(request) else "heyan_session"


def set_cookie(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    """A cookie that scripts cannot read and other sites cannot send; removed with `seconds` 0."""
    response.set_cookie(
        name, value, max_age=seconds, path="/", secure=is_secure(request), httponly=True, samesite="strict"
    )


def session_of(request: Request) -> Session | None:
    """The session that the request belongs to; it is noted now and then that it is in use."""
    desk: Desk = request.state.desk
    token = request.cookies.get(cookie_name(request), "")
    if not token:
        return None
    with desk.database.reading() as cx:
        session = find_session(cx, token, desk.idle)
    if session is not None and needs_touch(session):
        with desk.database.writing() as cx:
            touch_session(cx, session)
    return session


def signed_in(request: Request) -> Visit:
    """The visit; SignInFirst for a stranger."""
    session = session_of(request)
    if session is None:
        raise SignInFirst(quote(_way_back(request), safe=""))
    request.state.session = session
    return Visit(request.state.desk, request, session)


def _way_back(request: Request) -> str:
    """The page to show after sign-in: the one asked for, or the applicant's whose form came too late."""
    if request.method == "GET":
        return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    application_id = request.path_params.get("application_id", "")
    return f"{base_of(request)}/applications/{application_id}" if application_id else ""


def admin_only(visit: Annotated[Visit, Depends(signed_in)]) -> Visit:
    """The visit of an admin."""
    if not visit.user.is_admin:
        raise Refused(403, "没有权限", "这一页仅供管理员使用。")
    return visit


async def posted(request: Request, visit: Annotated[Visit, Depends(signed_in)]) -> Post:
    """The form of a signed-in user; Refused unless a page of this session made it. Strangers' bodies are not read."""
    refuse_other_sites(request)
    form = await read_form(request)
    if not hmac.compare_digest(form.raw("csrf").encode(), visit.session.csrf.encode()):
        raise Refused(403, "未能确认来源", "页面已过期或不是由本系统打开的，操作没有执行。请返回并刷新页面后重试。")
    return Post(visit.desk, request, visit.session, form)


def admin_posted(post: Annotated[Post, Depends(posted)]) -> Post:
    """The form of an admin."""
    admin_only(post)
    return post


def refuse_other_sites(request: Request) -> None:
    """Refuses a form that a page of another site sends, as far as the browser tells."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused(403, "未能确认来源", "这个请求来自其他网站，没有执行。")


def new_token() -> str:
    """A token for a form of somebody who is not signed in yet."""
    return secrets.token_urlsafe(24)


Signed = Annotated[Visit, Depends(signed_in)]
Admin = Annotated[Visit, Depends(admin_only)]
Posted = Annotated[Post, Depends(posted)]
AdminPosted = Annotated[Post, Depends(admin_posted)]
