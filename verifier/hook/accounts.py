"""Changes to the users of the review desk, each with its row in the audit log, for the desk and the command line alike."""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa

from models.errors import HeyanError
from verifier.hook import audit
from verifier.hook.passwords import hashed
from verifier.hook.storage.sessions import end_sessions_of
from verifier.hook.storage.tables import ROLES, now
from verifier.hook.storage.users import User, active_admins, change_user, find_user, insert_user

ROLE_NAMES = {"reviewer": "审核员", "admin": "管理员"}
_LOGIN = re.compile(r"[\w.@-]{2,64}")
_LONGEST_NAME = 40


def folded_login(login: str) -> str:
    """The one form of a login, whatever width or case it was typed in."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def actor_of(user: User) -> str:
    """The user as the audit log names them."""
    return f"user:{user.id}"


def subject_of(user: User) -> str:
    """The user as something that was changed."""
    return f"user:{user.id}"


def create_user(cx: sa.Connection, actor: str, login: str, display_name: str, role: str, password: str) -> User:
    """A new user. HeyanError, in Chinese, for a login that is taken or values that cannot be."""
    login, display_name = folded_login(login), " ".join(display_name.split())
    if not _LOGIN.fullmatch(login):
        raise HeyanError("登录名应为 2 至 64 个字母、数字、汉字或 . _ - @，请修改。")
    if not 0 < len(display_name) <= _LONGEST_NAME or not display_name.isprintable():
        raise HeyanError(f"姓名应为 1 至 {_LONGEST_NAME} 个字符，请修改。")
    if role not in ROLES:
        raise HeyanError("角色应为 reviewer（审核员）或 admin（管理员）。")
    kept = hashed(password)
    if find_user(cx, login=login) is not None:
        raise HeyanError(f"登录名“{login}”已被使用，请另选一个。")
    user = insert_user(cx, login, display_name, role, kept)
    audit.append(cx, actor, "user.add", subject_of(user), {"role": role})
    return user


def user_called(cx: sa.Connection, login: str) -> User:
    """The user of that login; HeyanError where there is none."""
    user = find_user(cx, login=folded_login(login))
    if user is None:
        raise HeyanError(f"没有登录名为“{login}”的用户。")
    return user


def set_password(cx: sa.Connection, actor: str, user: User, password: str) -> None:
    """A new password; every session of the user ends. HeyanError for one that cannot be."""
    change_user(cx, user.id, password_hash=hashed(password))
    end_sessions_of(cx, user.id)
    audit.append(cx, actor, "user.password", subject_of(user))


def set_disabled(cx: sa.Connection, actor: str, user: User, disabled: bool) -> None:
    """Shuts a user out, at once, or lets them in again. HeyanError for the last admin."""
    if disabled and user.disabled_at is None:
        _keep_an_admin(cx, user)
        change_user(cx, user.id, disabled_at=now())
        end_sessions_of(cx, user.id)
        audit.append(cx, actor, "user.disable", subject_of(user))
    elif not disabled and user.disabled_at is not None:
        change_user(cx, user.id, disabled_at=None)
        audit.append(cx, actor, "user.enable", subject_of(user))


def set_role(cx: sa.Connection, actor: str, user: User, role: str) -> None:
    """Another role; every session of the user ends. HeyanError for the last admin."""
    if role not in ROLES:
        raise HeyanError("角色应为 reviewer（审核员）或 admin（管理员）。")
    if role == user.role:
        return
    _keep_an_admin(cx, user)
    change_user(cx, user.id, role=role)
    end_sessions_of(cx, user.id)
    audit.append(cx, actor, "user.role", subject_of(user), {"role": role})


def _keep_an_admin(cx: sa.Connection, user: User) -> None:
    if user.is_admin and user.disabled_at is None and active_admins(cx) < 2:
        raise HeyanError("这是唯一可用的管理员，请先设立另一位管理员。")
