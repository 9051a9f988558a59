"""What the desk answers instead of doing what it was asked for; each becomes a page in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """Not done. `title` and `message` are shown, `context` goes to `template`."""

    def __init__(
        self,
        status: int,
        title: str,
        message: str,
        *,
        template: str = "refused.html",
        headers: Mapping[str, str] | None = None,
        **context: Any,
    ) -> None:
        super().__init__(title)
        self.status = status
        self.template = template
        self.headers = dict(headers or {})
        self.context = {"title": title, "message": message, **context}


class SignInFirst(Exception):
    """Nobody is signed in; `target` is the page to come back to, "" for none."""

    def __init__(self, target: str = "") -> None:
        super().__init__("sign in first")
        self.target = target


def not_found() -> Refused:
    """There is no such thing, or none that is to be seen."""
    return Refused(404, "没有找到", "没有这个页面或这位申报人的材料，可能已被清理，也可能是地址有误。")


def bad_form(message: str) -> Refused:
    """The form cannot be used as it was filled in."""
    return Refused(422, "未能保存", message)
