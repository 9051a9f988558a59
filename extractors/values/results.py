"""Appraisal results: 优秀, 合格, 基本合格, 不称职 … A word inside a longer one (不合格) is never the result."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from extractors.text import fold_map, raw_span, simplified, squash
from extractors.values.found import Found

_DATA = Path(__file__).with_name("data") / "results.toml"
_AROUND = ".,;:。、\"'*_-()☑√✓■●"
_LABEL = re.compile(r"^(?:年度)?(?:考核)?(?:结果|等次|等级|结论|档次)?(?:为|是|评为|定为|评定为|确定为)?:?")
_GRADE = re.compile(r"(?:等次|等级|档次)$")


@cache
def vocabulary() -> tuple[str, ...]:
    """Every known word, longest first."""
    return _load()[0]


@cache
def _load() -> tuple[tuple[str, ...], frozenset[str]]:
    with _DATA.open("rb") as file:
        data = tomllib.load(file)
    return tuple(sorted(data["results"], key=len, reverse=True)), frozenset(data["only_alone"])


@cache
def _inside() -> re.Pattern[str]:
    words, alone = _load()
    longer = "|".join(re.escape(word) for word in words if word not in alone)
    return re.compile(rf"(?<![不未基本非])(?:{longer})(?!率|品|证|员工|者|率|奖)")


def compact(text: str) -> str:
    """The word where `text` is a result, the folded text otherwise."""
    return parse(text) or squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` is a result."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The result that `text` is, whole, perhaps with its label or a tick, or None.

    >>> parse("优 秀"), parse("考核结果：不合格"), parse("☑称职"), parse("优秀员工"), parse("优秀合格")
    ('优秀', '不合格', '称职', None, None)
    """
    plain = simplified(squash(text)).strip(_AROUND)
    if plain.upper() in vocabulary():
        return plain.upper()
    plain = _LABEL.sub("", plain).strip(_AROUND).upper()
    return next((word for word in (plain, _GRADE.sub("", plain)) if word in vocabulary()), None)


def find_all(text: str) -> list[Found[str]]:
    """Results inside `text`; several may be a list to tick.

    >>> [f.value for f in find_all("工作认真，考核基本合格，并非优秀员工")]
    ['基本合格']
    """
    folded, indices = fold_map(text)
    return [Found(*raw_span(indices, *f.span()), f.group()) for f in _inside().finditer(simplified(folded))]
