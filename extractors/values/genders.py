"""Gender as printed: 男, 女, 男性, M, F."""

from __future__ import annotations

from typing import Literal

from extractors.text import squash

Gender = Literal["男", "女"]
_FORMS: dict[str, Gender] = {
    **dict.fromkeys(("男", "男性", "男士", "男生", "m", "male"), "男"),
    **dict.fromkeys(("女", "女性", "女士", "女生", "f", "female"), "女"),
}


def compact(text: str) -> str:
    """男 or 女 where `text` says so, the folded text otherwise."""
    return parse(text) or squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` is a gender."""
    return parse(text) is not None


def parse(text: str) -> Gender | None:
    """男, 女 or None; a leading 性别 is allowed, both together are none.

    >>> parse("性 别：女"), parse("男"), parse("男 女")
    ('女', '男', None)
    """
    return _FORMS.get(squash(text).strip(".,;:。、()").removeprefix("性别").lstrip(":").lower())
