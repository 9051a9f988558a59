"""The holder's name in large letters on a row of its own, as the electronic certificates of apps head their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.candidates import Candidate
from extractors.layout.lines import glyph_height
from extractors.layout.view import PageView
from extractors.values import names

_UPPER, _LARGE = 0.45, 1.15  # of the written page, and of its usual letters
_SURE = 0.7
_NO_NAME = re.compile(
    r"证书|证件|详情|信息|电子|正本|副本|查询|返回|首页|下载|打印|职称|资格|技能|公告|认定|通过|有效|正常"
)


def lone_names(view: PageView) -> Iterator[Candidate]:
    """The one name that stands so; none where several do."""
    found = []
    for column in view.column_lines:
        for line in column:
            if len(line.segments) != 1 or view.depth(line.box) > _UPPER:
                continue
            if max(map(glyph_height, line.inks)) < _LARGE * view.glyph or _NO_NAME.search(line.text):
                continue
            value = names.parse(line.flow.plain)
            if value is not None and names.has_known_surname(value):
                span = line.flow.span(0, len(line.flow.text))
                found.append(Candidate("name", value, view, span, _SURE, "pattern"))
    yield from found if len(found) == 1 else ()
