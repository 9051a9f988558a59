"""Who reports, on the line under a report's heading: `某某公司 电气室 周海涛（电气工程师）`, `——某某公司 工艺员 周启航`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from extractors.kinds.annual_appraisal.headings import is_post
from extractors.kinds.table_person import SURE_END, Candidate
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names, organisations

_HEAD_LINES = 6
_DEPARTMENT = r"(?:部|科|室|处|车间|班|班组|组|中心|厂|所|站|队|分公司|事业部)"
_BYLINE = re.compile(
    rf"(?:[-—_(]|汇报人:|报告人:|述职人:)*(?P<employer>[{HAN}()]{{4,36}}?(?:{SURE_END})(?![{HAN}()]{{0,8}}公司|有限|股份|附属))"
    rf"(?:[,、/|·]?[{HAN}]{{1,10}}?{_DEPARTMENT})?[,、/|·]?(?P<rest>[{HAN}·、,()]{{2,22}}?)\)*"
)
_POST = rf"(?P<position>[{HAN}]{{2,14}})"
_NAME_FIRST = re.compile(rf"(?P<name>[{HAN}]{{2,4}})\({_POST}\)?")


def bylines(view: PageView, known: Collection[str]) -> Iterator[tuple[str, Candidate]]:
    """Employer and position of such a line among the first ones, where the person's name in it is `known` from elsewhere."""
    for line in view.lines[:_HEAD_LINES]:
        whole = _BYLINE.fullmatch(line.text)
        if whole is None or organisations.parse(whole["employer"]) is None:
            continue
        found = next((m for name in known for m in _orders(line.text, whole, name) if is_post(m["position"])), None)
        spans = {"employer": whole.span("employer")} if found or whole["rest"] in known else {}
        if found is not None:
            spans["position"] = found.span("position")
        for name, (start, end) in spans.items():
            yield name, Candidate(line.flow.plain[start:end], view, line.flow.span(start, end), 0.9)
        if spans:
            return


def _orders(text: str, whole: re.Match[str], name: str) -> Iterator[re.Match[str]]:
    """The name before its post, in brackets or not, or behind it."""
    for order in (rf"{re.escape(name)}[,、(]?{_POST}\)?", rf"{_POST}[,、(]?{re.escape(name)}\)?"):
        if (found := re.compile(order).fullmatch(text, whole.start("rest"), whole.end("rest"))) is not None:
            yield found


def is_byline(text: str) -> bool:
    """Whether a line says only who reports: an employer, and behind it a name and a post."""
    if (whole := _BYLINE.fullmatch(text)) is None:
        return False
    rest = whole["rest"]
    if (told := _NAME_FIRST.search(rest)) is not None and names.parse(told["name"]) is not None:
        return True
    if names.parse(rest) is not None and names.has_known_surname(rest):
        return True
    return any(is_post(rest[:-k]) and names.has_known_surname(rest[-k:]) for k in (2, 3, 4))
