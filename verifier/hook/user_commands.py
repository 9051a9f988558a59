"""What `heyan user` does."""

from __future__ import annotations

from rich.table import Table

from verifier.hook.accounts import ROLE_NAMES, create_user, set_disabled, set_password, user_called
from verifier.hook.shell import shell_actor, writing
from verifier.hook.storage.users import list_users


def add(database: str | None, login: str, display_name: str, role: str, password: str) -> str:
    """Adds a user; what to tell. HeyanError for values that cannot be."""
    with writing(database) as cx:
        user = create_user(cx, shell_actor(), login, display_name, role, password)
    return f"已添加{ROLE_NAMES[role]}“{user.login}”。"


def renew(database: str | None, login: str, password: str) -> str:
    """Sets a new password; what to tell."""
    with writing(database) as cx:
        user = user_called(cx, login)
        set_password(cx, shell_actor(), user, password)
    return f"已为“{user.login}”另设密码。"


def disable(database: str | None, login: str, undo: bool) -> str:
    """Shuts a user out or, with `undo`, lets them in again; what to tell."""
    with writing(database) as cx:
        user = user_called(cx, login)
        set_disabled(cx, shell_actor(), user, not undo)
    return f"已{'恢复' if undo else '停用'}“{user.login}”。"


def listed(database: str | None) -> Table:
    """The users as a table."""
    table = Table("登录名", "姓名", "角色", "状态")
    with writing(database) as cx:
        for user in list_users(cx):
            state = "已停用" if user.disabled_at else "可用"
            table.add_row(user.login, user.display_name, ROLE_NAMES[user.role], state)
    return table
