"""How values are printed: dates, numbers in groups, sums of money, lists."""

from __future__ import annotations

import re
from typing import cast

from samples.numbers import DateStyle, grouped, show_date

SEPARATORS = {"comma": "，", "pause": "、", "space": "　", "wide": "；", "narrow": ", "}


def styled(value: str, style: str | None) -> tuple[str, str]:
    """How `value` is printed, and the normal form of what is printed."""
    if not style:
        return (show_date(value) if re.fullmatch(r"\d{4}(-\d\d){1,2}", value) else value), value
    if style in SEPARATORS:
        return value.replace(";", SEPARATORS[style]), value
    if style == "groups":
        return grouped(value), value
    if style == "decimals":
        return f"{value}.0", value
    if style == "wan":
        return f"{int(value) / 10000:.2f}万元", value
    if style == "money":
        return f"{int(value):,}.00", value
    if style.endswith("_m"):
        style, value = style[:-2], value[:7]
    if style == "run":
        return value.replace("-", ""), value
    return show_date(value, cast(DateStyle, style)), value
