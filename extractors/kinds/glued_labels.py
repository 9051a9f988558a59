"""Labels that were read as the beginning of their values: 学校名称越州理工大学."""

from __future__ import annotations

from functools import cache

from extractors.kinds.wording import printed_labels

_LEAST_LABEL, _LEAST_REST = 4, 4  # characters


def without_label(name: str, value: str) -> str:
    """`value` of field `name` without a label of that field before it, as printed on any kind of document.

    >>> without_label("employer", "工作单位越州精工机械有限公司"), without_label("employer", "单位印刷厂")
    ('越州精工机械有限公司', '单位印刷厂')
    """
    plain = value.lstrip("(")
    for length in range(min(_longest(name), len(plain) - _LEAST_REST), _LEAST_LABEL - 1, -1):
        if plain[:length] in _labels(name):
            return plain[length:].lstrip("):_")
    return value


@cache
def _labels(name: str) -> frozenset[str]:
    return frozenset(label for label, names in printed_labels().items() if name in names)


@cache
def _longest(name: str) -> int:
    return max(map(len, _labels(name)), default=0)
