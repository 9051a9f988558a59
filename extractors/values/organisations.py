"""Names of organisations, cut into what compares: bracket contents, stem, legal form, branch.

What stands in brackets is part of a company's name (`越州精工（浙江）有限公司`), so brackets are unified, never
dropped.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.text import HAN, simplified, squash

_DATA = Path(__file__).with_name("data") / "organisation_forms.toml"
_TAIL = re.compile(r"(?:\((?:盖章|公章|章|印章|签章|盖公章|[校院]?印|[校院]章|签字盖章)\)|[:,;。、.*_\-]|盖章|公章)+$")
_HEAD = re.compile(r"^(?:\((?:盖章|公章|章|印章|签章)\)|[:,;。、.*_\-])+")
_BODY = re.compile(rf"[{HAN}A-Za-z0-9()&·\-+.\"、]{{3,60}}")


@dataclass(frozen=True, slots=True)
class Organisation:
    """`name` in its normal form; `stem` is what stands before `form` (有限公司 …) and `branch` (杭州分公司)."""

    name: str
    stem: str
    form: str
    branch: str


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    with _DATA.open("rb") as file:
        data = tomllib.load(file)
    return {kind: tuple(sorted(words, key=len, reverse=True)) for kind, words in data.items()}


def compact(text: str) -> str:
    """`text` folded, without blanks, (盖章) and stray punctuation around it.

    >>> compact("越州精工〔浙江〕 有限公司（盖章）")
    '越州精工(浙江)有限公司'
    """
    return _HEAD.sub("", _TAIL.sub("", squash(text)))


def is_valid(text: str) -> bool:
    """Whether `text` may be an organisation's name."""
    return parse(text) is not None


def parse(text: str) -> Organisation | None:
    """The name cut into its parts, or None where it does not end as organisations do.

    >>> parse("越州精工机械有限公司杭州分公司")
    Organisation(name='越州精工机械有限公司杭州分公司', stem='越州精工机械', form='有限公司', branch='杭州分公司')
    >>> parse("周启航") is None
    True
    """
    name = compact(text)
    if not _BODY.fullmatch(name) or not re.search(rf"[{HAN}]{{2}}", name):
        return None
    forms = _forms()
    plain = simplified(name)  # of the same length, so that its pieces are those of the name
    main, branch = _cut_branch(plain, forms)
    bracket = found.group() if (found := re.search(r"(?<=.{4})\([^()]+\)$", main)) else ""  # 有限公司(杭州)
    main = main.removesuffix(bracket)
    form = next((f for f in forms["company"] if main.endswith(f) and len(main) > len(f)), "")
    if not form and not branch and not main.endswith(forms["other"]):
        return None
    stem = (main.removesuffix(form) if form else main) + bracket
    return Organisation(name, name[: len(stem)] if plain.startswith(stem) else stem, form, branch)


def _cut_branch(name: str, forms: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    """`name` without and with its branch: what follows the first legal form, if that ends as branches do."""
    if not name.endswith(forms["branch"]):
        return name, ""
    for form in forms["company"]:
        place = name.find(form, 1)
        if place > 0 and place + len(form) < len(name):
            return name[: place + len(form)], name[place + len(form) :]
    ending = next(word for word in forms["branch"] if name.endswith(word))
    return name.removesuffix(ending), ending
