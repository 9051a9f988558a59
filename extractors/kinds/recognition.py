"""What an office says of a certificate that it looked into: the clauses with its verdict, a refusal before an approval."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extractors.kinds.candidates import Candidate
from extractors.kinds.study import Study
from extractors.layout.flow import Flow
from extractors.layout.lines import follows_closely
from extractors.layout.neighbours import LabelledPage
from extractors.text import simplified

_REFUSED = re.compile(
    r"不予(?:以)?认证|不能(?:予以)?认证|无法(?:予以)?认证|不(?:相)?一致|不相?符|不属实|不真实|无法(?:核实|证实)|未能?(?:查到|核实|查询到|证实)|查无|系伪造|不予承认"
)
_APPROVED = re.compile(
    r"核[查实对]结果一致|(?:信息|内容)真实|(?:信息|内容|记载|记录)[^,。;]{0,8}(?:一致|相符)|相一致|情况属实|\(属实\)|属实|真实有效|真实可靠|真实无误"
    r"|表明[^,。;]{0,10}具有[^。]{2,24}|具有(?:国家)?(?:承认的|认可的)?(?:相应|同等|对应|相当)的?(?:学[历位]|法律|同等)*的?(?:效力|水平|资格)|(?:予以|准予)(?:认证|承认|认可)|(?:学历|学位|证书)真实|(?:承认|认可)的?(?:学历|学位)|获得[^,。;]{0,6}认可"
)
_GENERAL = re.compile(
    r"^(?:注|说明|备注|声明)?[:]?(?:\d[.、])?(?:如|若|凡|如果|本报告|认证书|本认证书)|(?<!经)查询|有疑问|为准"
)
_JUDGING = re.compile(
    r"一致|相符|属实|(?:政府|官方|教育部|主管部门)[^,]{0,8}(?:认可|承认|批准|注册|认定)|真实|有效|无误|认证|认可|承认|具有|具备|符合|正规|合法|相应|可作为|内容|记载|核[实查对]|查证|表明"
)
_LOOKED_INTO = re.compile(r"经[^,]{0,16}?(?:核[实查对]|查证|查|审核|确认|鉴定|认证)$")
_TOLD = re.compile(r"所持|\d|编号|生于|出生|毕业于|学习|攻读")
_JUDGED = re.compile(
    r"(?:该|上述|此)?(?:(?:[毕结肄]业|学历|学位)证书|(?<!业)(?<!学历)(?<!学位)证书|学历(?!证)|学位(?!证))"
)
_SUBJECT = re.compile(r"(?:证书|文凭|学位|学历)$")
_PREDICATE = re.compile("表明|证明|(?:学[位历]|证书|其)?(?:真实|属实|有效)|予以|准予")
_NEAR = 12  # characters between what is judged and the judging words
_ASIDE = re.compile(r"(?:声明|说明|备注|注|附注|出具日期|报告日期|日期|经办人|受理机构|认证机构|联系电话)[:]")
_ADVICE = re.compile(r",(?:请|建议|如需|如有|可向|特此|此复)")  # what follows from the verdict is none of it
_ENDS = "。;\n"
_MISREAD = 0.45
_BETWEEN_ROWS = 0.25
_PITCH = 2.6  # in characters: no farther apart are rows of one paragraph
_INDENT = 2.5  # in characters: how far apart rows of one paragraph may begin


def verdict(study: Study, page: LabelledPage | None = None) -> Iterator[Candidate]:
    """The clauses that decide, as printed; general remarks on the paper's use decide nothing.

    `page` gives the labels (认证结论) at which a statement begins.
    """
    study = _labels_first(study, page)
    text = study.flow.text
    starts = _statement_starts(study, page)
    for pattern, quality in ((_REFUSED, 0.95), (_APPROVED, 0.95)):
        for found in pattern.finditer(text):
            begin = _sentence(text, found.start(), starts)
            start, end = _statement(text, _ends(study.flow), begin, found.start(), found.end())
            if _GENERAL.search(text[begin:end]):
                continue
            value = study.flow.plain[start:end]
            if study.view.simplified_print and simplified(value) != value:  # misread, as the words around them may be
                yield study.candidate("conclusion", simplified(value), (start, end), _MISREAD, "doubtful")
            else:
                yield study.candidate("conclusion", value, (start, end), quality)
            return


def _labels_first(study: Study, page: LabelledPage | None) -> Study:
    """The study with a verdict's label that stands beside the middle of two rows put before both."""
    labels = {hit.flow.text[hit.start : hit.end] for hit in page.hits if hit.name == "_verdict"} if page else set()
    inks = list(study.flow.inks)
    for at in range(1, len(inks) - 1):
        before, label, after = inks[at - 1 : at + 2]
        beside = label.text.rstrip(":") in labels and label.box.x1 < before.box.x0
        aligned = abs(before.box.x0 - after.box.x0) < _INDENT * before.box.height
        apart = _BETWEEN_ROWS * before.box.height  # a label on the row of either stands where it should
        between = before.box.cy + apart < label.box.cy < after.box.cy - apart
        if beside and aligned and between and after.box.cy - before.box.cy < _PITCH * before.box.height:
            inks[at - 1 : at + 1] = [label, before]
    return Study(study.view, Flow(inks)) if inks != list(study.flow.inks) else study


def _statement_starts(study: Study, page: LabelledPage | None) -> list[int]:
    """Where in the flow a label for a verdict ends and what it says begins."""
    hits = [] if page is None else [hit for hit in page.hits if hit.name == "_verdict"]
    words = {hit.flow.text[hit.start : hit.end] for hit in hits}
    return [found.end() for word in words for found in re.finditer(re.escape(word), study.flow.text)]


def _sentence(text: str, at: int, starts: list[int]) -> int:
    """Where the sentence around `at` begins: behind a stop, a colon or a label."""
    cuts = [text.rfind(c, 0, at) + 1 for c in (*_ENDS, ":")]
    return max(*cuts, *(s for s in starts if s <= at), 0)


def _ends(flow: Flow) -> tuple[list[int], list[int]]:
    """Where words end that do not run on into a row right below them, and where what follows is another paragraph."""
    ends, paragraphs = [], []
    for offset, (ink, follow) in zip(flow.starts, zip_longest(flow.inks, flow.inks[1:]), strict=True):
        if follow is not None and follows_closely(ink, follow):
            continue
        pitch = follow.box.cy - ink.box.cy if follow is not None else 0.0
        aligned = follow is not None and abs(follow.box.x0 - ink.box.x0) < _INDENT * ink.box.height
        if not (aligned and 0.8 * ink.box.height < pitch < _PITCH * ink.box.height):
            ends.append(offset + len(ink.text))
        if pitch < -0.8 * ink.box.height or pitch > _PITCH * ink.box.height:
            paragraphs.append(offset + len(ink.text))
    return ends, paragraphs


def _statement(
    text: str, ends: tuple[Sequence[int], Sequence[int]], begin: int, start: int, end: int
) -> tuple[int, int]:
    """The clauses of the sentence that judge, around the deciding words: those before them that tell facts stay out."""
    first = max(begin, text.rfind(",", begin, start) + 1)
    while first > begin:
        earlier = max(begin, text.rfind(",", begin, first - 1) + 1)
        clause = text[earlier : first - 1]
        subject = _SUBJECT.search(clause) is not None and _PREDICATE.match(text, first) is not None
        if _LOOKED_INTO.search(clause) or _TOLD.search(clause) or not (subject or _JUDGING.search(clause)):
            break
        first = earlier
    while text[first : first + 1] in ":,":
        first += 1
    if _TOLD.search(text, first, start):  # …所持某校颁发的编号为…的毕业证书真实有效: from what is judged on
        judged = [found.start() for found in _JUDGED.finditer(text, first, end) if found.start() <= start]
        first = judged[-1] if judged and start - judged[-1] < _NEAR else first
    stop = re.search(r"[。;]|$", text[end : end + 40])
    closed = bool(stop and stop.group())
    last = end + (stop.start() if stop and closed else len(text[end : end + 40]))
    words, paragraphs = ends
    later = [
        at for at in (paragraphs if closed else words) if at >= end
    ]  # where no stop closes the sentence, its word does
    last = min(last, *later) if closed and later else min(later, default=last)
    if aside := _ASIDE.search(text, end, last):  # the next entry, where no stop closed this one
        last = aside.start()
    while (comma := text.rfind(",", end, last)) >= 0 and (
        _ADVICE.match(text, comma) or not _JUDGING.search(text[comma:last])
    ):
        last = comma
    return first, last
