"""The admin's page: who may sign in."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from models.errors import HeyanError
from verifier.hook.accounts import actor_of, create_user, set_disabled, set_password, set_role
from verifier.hook.desk.refusals import bad_form, not_found
from verifier.hook.desk.visits import Admin, AdminPosted, Visit
from verifier.hook.passwords import new_password
from verifier.hook.storage.users import find_user, list_users


def mount(router: APIRouter) -> None:
    """Adds these pages to `router`."""
    router.get("/users")(users_page)
    router.post("/users")(add_user)
    router.post("/users/{user_id}")(change_one)


def users_page(visit: Admin) -> Response:
    """All users."""
    return _page(visit)


def _page(visit: Visit, done: str = "", fault: str = "", login: str = "", password: str = "") -> Response:
    with visit.desk.database.reading() as cx:
        users = list_users(cx)
    status = 422 if fault else 200
    return visit.page("users.html", status, users=users, done=done, fault=fault, login=login, password=password)


def add_user(post: AdminPosted) -> Response:
    """A new user with a password that is shown once."""
    form, password = post.form, new_password()
    login, name = form.line("login", "登录名", 64), form.line("display_name", "姓名", 40)
    try:
        with post.desk.database.writing() as cx:
            user = create_user(cx, actor_of(post.user), login, name, form.raw("role"), password)
    except HeyanError as error:
        return _page(post, fault=str(error))
    return _page(post, done=f"已添加“{user.display_name}”。", login=user.login, password=password)


def change_one(post: AdminPosted, user_id: str) -> Response:
    """Another password or role, or no way in."""
    actor, what = actor_of(post.user), post.form.raw("what")
    password = new_password() if what == "password" else ""
    try:
        with post.desk.database.writing() as cx:
            user = find_user(cx, user_id=user_id)
            if user is None:
                raise not_found()
            if user.id == post.user.id and what != "password":
                raise bad_form("不能停用自己或更改自己的角色，请由另一位管理员操作。")
            if what == "password":
                set_password(cx, actor, user, password)
            elif what in ("disable", "enable"):
                set_disabled(cx, actor, user, what == "disable")
            elif what == "role":
                set_role(cx, actor, user, post.form.raw("role"))
            else:
                raise not_found()
    except HeyanError as error:
        return _page(post, fault=str(error))
    done = {"password": "已另设密码", "disable": "已停用", "enable": "已恢复", "role": "已更改角色"}[what]
    return _page(post, f"{done}：{user.display_name}。", login=user.login if password else "", password=password)
