"""Professional titles (职称): 技术员, 助理工程师, 工程师, 高级工程师 and their like in other series.

A title is never read as a shorter one inside it: 助理工程师 is not 工程师.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from extractors.text import HAN, fold_map, raw_span, simplified, squash
from extractors.values.found import Found

RANKS = ("员级", "初级", "中级", "副高级", "正高级")
_DATA = Path(__file__).with_name("data") / "titles.toml"
_POST = re.compile(r"(?:总|首席|主任|主管|见习|助理级|副)$")
_AROUND = ".,;:。、\"'*_-"


@cache
def _data() -> dict[str, Any]:
    with _DATA.open("rb") as file:
        return tomllib.load(file)


@cache
def _fixed() -> dict[str, str]:
    """Fixed names and their ranks; where a name has two ranks, the lower."""
    data = _data()
    ranks: dict[str, str] = {}
    for rank, names in data["fixed"].items():
        for name in names:
            ranks.setdefault(re.sub("（.*", "", name), rank)
    for head in data["heads"]:
        for prefix, rank in data["prefixes"].items():
            ranks.setdefault(prefix + head, rank)
    return ranks


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_fixed(), key=len, reverse=True)
    bodies = "学会|协会|联合会|(?:专业技术)?(?:职务)?(?:任职)?资格评审"  # 机械工程师学会 is nobody's title
    before = "".join(f"(?<!{word})" for word in ("总", "首席", "见习", "助理", "高级"))
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, names))})(?!{bodies})")


def compact(text: str) -> str:
    """`text` folded, simplified, without blanks, 职务, 资格 and brackets behind.

    >>> compact("助 理 工程師 任职资格")
    '助理工程师'
    """
    plain = simplified(squash(text)).strip(_AROUND)
    return re.sub(r"(?:专业技术)?(?:职务)?(?:任职)?(?:资格)?(?:\([^()]*\))?$", "", plain)


def is_valid(text: str) -> bool:
    """Whether `text` is a title of the list, perhaps with a specialty before it; a post (主任工程师) is none."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The title that `text` is, or ends with after a specialty (机械助理工程师), else None.

    >>> parse("助理工程师"), parse("机械工程师"), parse("助工"), parse("工艺工程师岗位"), parse("姓名")
    ('助理工程师', '工程师', '助理工程师', None, None)
    """
    plain = _data()["abbreviations"].get(compact(text), compact(text))
    found = list(_pattern().finditer(plain))
    if not found or found[-1].end() != len(plain):
        return None
    specialty = plain[: found[-1].start()]
    if _POST.search(specialty):
        return None
    return found[-1].group() if not specialty or re.fullmatch(rf"[{HAN}]{{2,8}}", specialty) else None


def rank(title: str) -> str | None:
    """员级, 初级, 中级, 副高级 or 正高级; None for a title that is not on the list."""
    return _fixed().get(compact(title))


def find_all(text: str) -> list[Found[str]]:
    """Titles inside `text`, longest first at each place.

    >>> [f.value for f in find_all("兹聘任沈若岚同志为助理工程师职务")]
    ['助理工程师']
    """
    folded, indices = fold_map(text)
    return [Found(*raw_span(indices, *f.span()), f.group()) for f in _pattern().finditer(simplified(folded))]
