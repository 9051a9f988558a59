"""Kinds of insurance by their names."""

from __future__ import annotations

import re

from extractors.kinds.candidates import Parsed

PENSION = re.compile(
    r"(?:(?:企业职工|城镇企业职工|城镇职工|机关事业单位(?:工作人员)?|职工|城乡居民(?:社会)?)?(?:基本)?养老保险)"
)
_NAME = re.compile(r"养老|医疗|失业|工伤|生育")
_BOX = re.compile(r"[☑☒√✓✔■□☐]")


def ticked_pension(text: str) -> Parsed | None:
    """Of several kinds to tick the pension that is ticked, else the first that has no empty box before it, not sure.

    >>> ticked_pension("☑企业职工基本养老保险☑失业保险□机关事业单位养老保险").value, ticked_pension("养老保险")
    ('企业职工基本养老保险', None)
    """
    signs = list(_BOX.finditer(text))
    if not signs and len(_NAME.findall(text)) < 2:
        return None
    for found in PENSION.finditer(text):
        before = [sign.group() for sign in signs if sign.end() <= found.start()][-1:]
        if before and before[0] in "□☐":
            continue
        return Parsed(found.group(), *found.span(), 0.9 if before else 0.45)
    return None
