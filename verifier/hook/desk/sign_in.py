"""Sign-in, sign-out, and a new password."""

from __future__ import annotations

import hmac

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from verifier.hook import audit
from verifier.hook.accounts import actor_of, folded_login, set_password
from verifier.hook.desk.forms import Form, read_form
from verifier.hook.desk.refusals import Refused, bad_form
from verifier.hook.desk.rendering import render
from verifier.hook.desk.visits import (
    Desk,
    Posted,
    Signed,
    base_of,
    cookie_name,
    new_token,
    refuse_other_sites,
    session_of,
    set_cookie,
    signed_context,
)
from verifier.hook.passwords import hashed, is_outdated, matches
from verifier.hook.storage.sessions import end_session, start_session
from verifier.hook.storage.users import User, change_user, find_user, password_hash_of

FORM_COOKIE = "heyan_sign_in"
_WRONG = "登录名或密码不正确，请重新输入。"
_FORM_SECONDS = 3600


def mount(router: APIRouter) -> None:
    """Adds these pages to `router`."""
    router.get("/sign-in")(sign_in_page)
    router.post("/sign-in")(sign_in)
    router.post("/sign-out")(sign_out)
    router.get("/password")(password_page)
    router.post("/password")(change_password)


def sign_in_page(request: Request, next: str = "") -> Response:
    """The form; straight on for who is signed in."""
    if session_of(request) is not None:
        return RedirectResponse(_target(request, next), 303)
    return _form(request, next)


async def sign_in(request: Request) -> Response:
    """A new session for the right password; the token that a browser came with is never taken over."""
    refuse_other_sites(request)
    form = await read_form(request)
    kept = request.cookies.get(FORM_COOKIE, "")
    if not kept or not hmac.compare_digest(kept.encode(), form.raw("token").encode()):
        return _form(request, form.raw("next"), "页面已过期，请重新输入。", 403)
    return await run_in_threadpool(_sign_in, request, form)


def _sign_in(request: Request, form: Form) -> Response:
    desk: Desk = request.state.desk
    login = folded_login(form.raw("login"))[:200]
    address = request.client.host if request.client else ""
    wait = desk.throttle.wait(login, address)
    if wait:
        response = _form(request, form.raw("next"), f"尝试次数过多，请约 {wait // 60 + 1} 分钟后再试。", 429)
        response.headers["retry-after"] = str(wait)
        return response
    user = _right_user(desk, login, form.raw("password"))
    if user is None:
        desk.throttle.failed(login, address)
        return _form(request, form.raw("next"), _WRONG, 401)
    earlier = session_of(request)
    with desk.database.writing() as cx:
        if earlier is not None:
            end_session(cx, earlier)
        token = start_session(cx, user.id, desk.session_life)
        audit.append(cx, actor_of(user), "sign-in", actor_of(user))
    response = RedirectResponse(_target(request, form.raw("next")), 303)
    set_cookie(request, response, cookie_name(request), token, round(desk.session_life.total_seconds()))
    set_cookie(request, response, FORM_COOKIE, "", 0)
    return response


def _right_user(desk: Desk, login: str, password: str) -> User | None:
    """The user, if the password is right and the user not disabled; it takes as long for anybody."""
    with desk.database.reading() as cx:
        user = find_user(cx, login=login)
        kept = password_hash_of(cx, user.id) if user else None
    right = matches(kept, password)
    if user is None or kept is None or not right or user.disabled_at is not None:
        return None
    if is_outdated(kept):
        again = hashed(password)
        with desk.database.writing() as cx:
            change_user(cx, user.id, password_hash=again)
    return user


def _form(request: Request, target: str, fault: str = "", status: int = 200) -> Response:
    token = new_token()
    context = signed_context(request, None)
    response = render("sign_in.html", status, **context, token=token, target=target[:500], fault=fault)
    set_cookie(request, response, FORM_COOKIE, token, _FORM_SECONDS)
    return response


def _target(request: Request, wanted: str) -> str:
    """The page of the desk to go to: no address of another host gets through."""
    base = base_of(request)
    inside = wanted.startswith(f"{base}/") and wanted.isascii() and wanted.isprintable()
    if not inside or "\\" in wanted or "//" in wanted or len(wanted) > 500:
        return f"{base}/"
    return wanted


def sign_out(post: Posted) -> Response:
    """Ends this session."""
    with post.desk.database.writing() as cx:
        end_session(cx, post.session)
        audit.append(cx, actor_of(post.user), "sign-out", actor_of(post.user))
    response = post.redirect("/sign-in")
    set_cookie(post.request, response, cookie_name(post.request), "", 0)
    return response


def password_page(visit: Signed) -> Response:
    """The form for a new password."""
    return visit.page("password.html")


def change_password(post: Posted) -> Response:
    """A new password for who knows the old one; all sessions end, and a new one begins."""
    desk = post.desk
    login, address = post.user.login, post.request.client.host if post.request.client else ""
    if desk.throttle.wait(login, address):
        raise Refused(429, "请稍候", "尝试次数过多，请约 15 分钟后再试。")
    if post.form.raw("new") != post.form.raw("again"):
        raise bad_form("两次输入的新密码不一致，请返回重新输入。")
    if _right_user(desk, login, post.form.raw("old")) is None:
        desk.throttle.failed(login, address)
        raise bad_form("原密码不正确，请返回重新输入。")
    with desk.database.writing() as cx:
        set_password(cx, actor_of(post.user), post.user, post.form.raw("new"))
        token = start_session(cx, post.user.id, desk.session_life)
    response = post.redirect("/?done=password")
    set_cookie(post.request, response, cookie_name(post.request), token, round(desk.session_life.total_seconds()))
    return response
