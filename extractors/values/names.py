"""Persons' names: 2-4 Han characters, longer minority names with or without ·, Latin names of foreigners.

A character that could not be read (□, ?, private use) is kept as □, so that a comparison can treat it as a wildcard.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from extractors.text import HAN, fold, simplified

_DATA = Path(__file__).with_name("data")
_DOTS = re.compile(r"(?<=[^\x00-\x7f])\s*[·.．•∘]\s*(?=[^\x00-\x7f])")
_UNREADABLE = re.compile("[?■▢▯�\ue000-\uf8ff]")
_PARTICLES = re.compile(r"(?:同志|先生|女士|同学|小姐)$")
_PLAIN = re.compile(rf"[{HAN}□]{{2,4}}")
_DOTTED = re.compile(rf"[{HAN}□]{{1,12}}(?:·[{HAN}□]{{1,12}}){{1,4}}")
_LONG = re.compile(rf"[{HAN}]{{5,15}}")
_POST = re.compile(r"[部厂局所处科室员长师组站会]$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'\-.]*(?:[ ,]+[A-Za-z][A-Za-z'\-.]*){1,4}")


@cache
def surnames() -> frozenset[str]:
    """Known family names, compound ones too; rare ones are missing, so an unknown one proves nothing."""
    words = _words("surnames.txt")
    return frozenset(word for word in words if len(word) == 2) | {c for word in words if len(word) > 2 for c in word}


@cache
def _not_names() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words("not_names.txt"))))


def _words(file: str) -> list[str]:
    lines = (_DATA / file).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def compact(text: str) -> str:
    """`text` folded, without 同志 and the like and blanks, with one sort of dot, and □ for the unreadable.

    >>> compact("沈　若 岚 同志"), compact("阿依・古丽"), compact("王\ue123国")
    ('沈若岚', '阿依·古丽', '王□国')
    """
    plain = _UNREADABLE.sub("□", fold(text).strip(" \t\n,;:。、()\"'*_-"))
    if not plain.isascii():
        plain = _DOTS.sub("·", "".join(plain.split()))
    plain = plain.strip("·.")
    stripped = _PARTICLES.sub("", plain)
    return stripped if len(stripped) > 1 else plain


def is_valid(text: str) -> bool:
    """Whether `text` may be a person's name."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The name in its normal form, or None where it cannot be one: a label, a word, one character.

    >>> parse("周 启 航"), parse("性别"), parse("机械设计"), parse("欧阳修远"), parse("ZHOU Qihang")
    ('周启航', None, None, '欧阳修远', 'ZHOU Qihang')
    """
    name = compact(text)
    if name.isascii():
        return name if _LATIN.fullmatch(name) else None
    if _not_names().search(name) or name.count("□") > 1:
        return None
    if len(name) == 4 and _PLAIN.fullmatch(name):
        if name[-1] in "男女":  # a name of three and the gender, run together
            return None
        return name if name[0] in surnames() or name[:2] in surnames() or "□" in name[:2] else None
    if _POST.search(name) and not has_known_surname(name):
        return None
    return name if any(form.fullmatch(name) for form in (_PLAIN, _DOTTED, _LONG)) else None


def unmixed(name: str) -> str:
    """`name`, read on a page in simplified print, with its family name in simplified characters; given names keep theirs.

    >>> unmixed("鮮于柯"), unmixed("陳昇"), unmixed("周昇")
    ('鲜于柯', '陈昇', '周昇')
    """
    for length in (2, 1):
        family = simplified(name[:length])
        if family in surnames() and len(name) > length:
            return name if name[:length] in surnames() else family + name[length:]
    return name


def has_known_surname(name: str) -> bool:
    """Whether `name` begins with a family name of the list; for choosing between candidates, not for refusing."""
    return name[:2] in surnames() or name[:1] in surnames()
