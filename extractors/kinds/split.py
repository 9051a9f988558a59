"""A file's pages cut into documents: by headings, by what goes on, and where one page shows two certificates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.kinds.classify import Verdict, classify
from extractors.kinds.registry import KINDS
from extractors.kinds.wording import headings, load_wording
from extractors.layout.lines import Line, gutter
from extractors.layout.view import PageView
from models.document import Kind
from models.geometry import Box
from models.page import Page

_CLEAR_TITLE, _CLEAR_REST = 3.5, 1.8
_LATER_PAGE = re.compile(r"第([2-9二三四五六七八九]|1[0-9])页|^[-(第]?([2-9]|1\d)/\d{1,2}[)页-]?$|\(续\)|续表|续页")
_HEADING = re.compile(r"(?:证书?|表|状|聘书|报告|卡|证明|合同|保证书|承诺书|总结)$")
_YEARS_REPORT = re.compile(r"[\d〇零一二]{4}年度?.{0,8}(?:述职|总结|小结)(?:报告)?$")
_ONE_NAME = 75
_APPRAISED = re.compile(
    r"被(?:考核|考评|评价|测评|鉴定|评议)(?:人员?|对象|者|员工):?(?![^:]{0,3}(?:意见|签|确认|盖|评))"
)
_ABOVE = 0.35
_ONE_A_PERSON: frozenset[Kind] = frozenset({"graduate_registration_form"})  # a booklet names its owner on many pages
_ONE_PAGE: frozenset[Kind] = frozenset(
    {
        "graduation_certificate",
        "degree_certificate",
        "chsi_registration_form",
        "award_certificate",
        "patent_certificate",
        "software_copyright_certificate",
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """The pages (or the one region of a page) of a document, with the verdict that named it."""

    views: tuple[PageView, ...]
    verdict: Verdict


def split(pages: Sequence[Page]) -> list[Part]:
    """The documents of a file, in page order. A blank page belongs to nothing unless it is all there is."""
    parts: list[Part] = []
    for page in pages:
        if page.quality.blank and not page.words:
            continue
        for view in regions(PageView(page)):
            verdict = classify(view)
            if parts and _judges_report(parts[-1], view, verdict):
                parts[-1] = Part((*parts[-1].views, view), verdict)
            elif parts and _goes_on(parts[-1], view, verdict):
                parts[-1] = Part((*parts[-1].views, view), _better(parts[-1].verdict, verdict))
            else:
                parts.append(Part((view,), verdict))
    if not parts and pages:
        view = PageView(pages[0])
        parts.append(Part((view,), classify(view)))
    return parts


def _better(old: Verdict, new: Verdict) -> Verdict:
    if old.kind in (new.kind, "other"):
        return new if new.confidence > old.confidence and new.kind != "other" else old
    return old


def _goes_on(before: Part, view: PageView, verdict: Verdict) -> bool:
    """Whether `view` continues the document `before`."""
    kind = before.verdict.kind
    if view.region is not None and any(v.page is view.page for v in before.views):
        return False
    if not view.inks:
        return True
    edges = (*view.lines[:2], *view.lines[-2:])
    later = any(_LATER_PAGE.search(ink.text) for line in edges for ink in line.inks)
    same = verdict.kind == kind
    if same and kind == "project_document":
        return _one_project(before, view)
    if verdict.has_heading and not later:
        return same and (_is_cover(before) or (kind not in _ONE_PAGE and _under_same_head(before, view, kind)))
    if same:
        return (
            later or not _own_person(before, view, kind) or (kind in _ONE_A_PERSON and _same_name(before, view, kind))
        )
    if verdict.kind == "other" and verdict.confidence < 0.6:
        return later or kind not in _ONE_PAGE or _is_cover(before)
    return later and verdict.confidence < 0.9


def _under_same_head(before: Part, view: PageView, kind: Kind) -> bool:
    """Whether the page begins as the one before it, heading and table, but names no person anew: a print-out's next page."""
    label, heads = _person_label(kind), [line.text for line in view.lines[:2]]
    known = {line.text for line in before.views[-1].lines}
    named = label.search(before.views[0].flow.text) is not None
    return named and label.search(view.flow.text) is None and len(heads) == 2 and known.issuperset(heads)


def _one_project(before: Part, view: PageView) -> bool:
    """Whether a project's next paper (the acceptance after the contract) is not of another project by its name at a label."""
    names = [_project_name(views) for views in (before.views, (view,))]
    one, other = sorted(names, key=len)
    return not one or one in other or fuzz.ratio(one, other) >= _ONE_NAME


def _project_name(views: Sequence[PageView]) -> str:
    found = [field for field in KINDS["project_document"].extract(views) if field.name == "project_name"]
    return found[0].value if found else ""


def _judges_report(before: Part, view: PageView, verdict: Verdict) -> bool:
    """Whether `view` is the opinion sheet to the one-page report of a year before it: an appraisal that names no person anew."""
    if verdict.kind != "annual_appraisal" or before.verdict.kind not in ("work_summary", "other"):
        return False
    report = before.views[-1]
    heading = any(_YEARS_REPORT.search(line.text) for line in report.lines[:3])
    return len(before.views) == 1 and heading and not _person_label(verdict.kind).search(view.flow.text)


def _is_cover(part: Part) -> bool:
    """A page with little more than its heading: the outside of a booklet."""
    view = part.views[-1]
    rest = part.verdict.score.points - part.verdict.score.title
    return len(part.views) == 1 and len(view.flow.text) <= 60 and rest < 2.0 and len(view.cells) < 6


def _own_person(before: Part, view: PageView, kind: Kind) -> bool:
    """Whether the page starts over with the labels of a person, as the first page of `before` did."""
    label = _person_label(kind)
    if all(label.search(v.flow.text) for v in (before.views[0], view)):
        return True
    return kind == "annual_appraisal" and all(_names_appraised(v) for v in (before.views[0], view))


def _names_appraised(view: PageView) -> bool:
    """Whether the page says above whom it judges (`被考核人：`), not where that person signs."""
    return any(_APPRAISED.search(line.text) for line in view.lines if view.depth(line.box) < _ABOVE)


def _same_name(before: Part, view: PageView, kind: Kind) -> bool:
    """Whether the person that the page names is the one of the document before it."""
    one, other = (
        {f.value for f in KINDS[kind].extract(views) if f.name == "name"} for views in (before.views, (view,))
    )
    return bool(one & other)


def _person_label(kind: Kind) -> re.Pattern[str]:
    labels = load_wording(kind).vocabulary.labels.get("name", ("姓名",))
    # 被考核人 also stands where that person signs.
    names = [re.escape(name) for name in labels if len(name) > 1 and ("姓名" in name or not name.startswith("被"))]
    return re.compile("(?:" + "|".join(names) + ")(?!意见|签|确认|盖|评)")


def regions(whole: PageView) -> list[PageView]:
    """The page as one view, or as two where it unmistakably shows two documents beside or above each other."""
    for cut in _cuts(whole):
        halves = [PageView(whole.page, box) for box in cut]
        if all(_stands_alone(half) for half in halves):
            return halves
    return [whole]


def _cuts(view: PageView) -> Iterator[tuple[Box, Box]]:
    if sum(1 for h in headings(view) if not h.merged and _HEADING.search(h.text)) < 2:
        return
    bounds = view.bounds
    x = gutter(view.inks, bounds)
    if x is not None:
        yield bounds._replace(x1=x), bounds._replace(x0=x)
    for y in _blank_rows(view):
        yield bounds._replace(y1=y), bounds._replace(y0=y)


def _blank_rows(view: PageView) -> list[float]:
    """The middles of the three widest blank strips in the page's middle part."""
    lines: Sequence[Line] = view.lines
    found = []
    for above, below in pairwise(lines):
        room, y = below.box.y0 - above.box.y1, (below.box.y0 + above.box.y1) / 2
        if room > 1.5 * view.glyph and 0.3 < (y - view.bounds.y0) / max(view.bounds.height, 1.0) < 0.7:
            found.append((room, y))
    return [y for _, y in sorted(found, reverse=True)[:3]]


def _stands_alone(half: PageView) -> bool:
    """A document of its own: heading and body both clear."""
    if len(half.inks) < 4:
        return False
    verdict = classify(half)
    title = verdict.score.title
    return (
        verdict.kind != "other"
        and verdict.confidence >= 0.8
        and title >= _CLEAR_TITLE
        and verdict.score.points - title >= _CLEAR_REST
    )
