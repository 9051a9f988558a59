"""What is told of a year in prose: particulars, the year's work, the evaluators' words and the verdict, told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.kinds.annual_appraisal.sections import Section
from extractors.layout.table_words import Run, joined, shear
from extractors.text import HAN
from extractors.values import results

_VERDICT_TAIL = re.compile(
    r"(?:经[^。]{0,20})?(?:综合|研究|同意|年度|评定|考核|故|确定|为)[^。]{0,16}(?:结果|等次|等级|评为|定为|考核|评定)[^。]{0,14}。?$"
)
_NAMED_GRADE = re.compile(r"(?<=[。;])[^。;,]{0,12}(?:等次|等级|档次|结果|结论|等第|评级)[为是:]+[^。;,]{1,6}。?$")
_PROCEDURE = re.compile(
    r"(?:根据|按照|依据|经|在|现|故|综上|综合|同意|因此|该同志|该员工|20\d\d年|本年度|年度考核)[^。]*(?:[评确核审认]定|评为|定为|考核为|结果|等次|等级|考核)"
)
_PARTICULARS = re.compile(
    rf"[{HAN}·]{{2,12}}(?:同志)?[,:]?(?:\((?:男|女)\)|(?:男|女)[,.]|系|现任|现为|在本|在我|于\d{{4}}年|同志[,:]?任|(?<![责主信委])任(?![务何意书职教凭重]))[^。]{{0,80}}。"
)
_TOLD = re.compile(r"本人|我|\d")
_ONLY_AGREED = re.compile(
    r"(?:审核|审批|审定|核准|复核|审查)(?:通过|同意|无误)[^。]{0,20}。?|(?:以上|上述|所述|所报)?(?:情况|内容|材料)?(?:均)?(?:同意|情况属实|属实|无异议|通过|已阅|特此)[^。]{0,20}。?"
)
_FURTHER = re.compile(
    r"(?:对[^。]{0,12})?如有(?:不同意见|异议|疑问)|如对[^。]{0,20}异议|(?:若|如果)[^。]{0,16}异议|可自[^。]{2,24}之日起|特此(?:通知|证明|说明|告知|函告|公示|函复)"
)
_GROUNDS = re.compile(
    r"(?:根据|按照|依据|遵照)[^。]{4,80}(?:规定|办法|条例|精神|要求|通知|细则|方案)》?[^。]{0,24}[,。]?"
)
_VERDICT_FIRST = re.compile(
    r"(?:经|在|(?:该..|其|您)在?)?(?:20\d\d年度?|本年度)[^。]{0,10}考核[^。]{0,20}。(?:[^。,]{0,10}如下:)?"
)
_ANNOUNCED = re.compile(
    r"(?:(?:现|兹|特)[^。;:]{4,60}|(?:该同志|该员工|该职工|其)?[^。;:,]{0,16}(?:表现|情况|评价|工作|业绩)[^。;:,]{0,6})如下:"
)
_FORMAL = re.compile(
    r"同意|属实|程序|考核|考评|评议|测评|[评确审核]定|等次|等级|无异议|公示|研究|讨论|上报|意见|盖章|公章|根据|按照|经|领导签|负责人|\d{4}|[年月]\d|备案|存档|归档"
)
_RECOMMENDS = re.compile(r"(?:建议|推荐|拟)[^,。;]{0,4}(?:[评确核审]?定?为|考核)")
LEAST_PRAISE = 6
LEAST_OPINION = 8
LEAST_SENTENCE = 5  # `表现良好。`
LEAST_REPORT = 10


def opinion(run: Run) -> Run | None:
    """An opinion's text without its verdict; None where it only agrees or names the result."""
    run = _without_verdict(_praise(run))
    text = run.wording
    least = LEAST_SENTENCE if text.endswith("。") else LEAST_OPINION
    if len(text) < least or _ONLY_AGREED.fullmatch(text):
        return None
    return run


def _without_verdict(run: Run) -> Run:
    """`run` without a sentence at its end that says the year's result."""
    text = run.wording
    if (named := _NAMED_GRADE.search(text)) and named.start() >= LEAST_SENTENCE and results.find_all(named.group()):
        run = run.part(0, named.start())
        text = run.wording
    last = text.rstrip("。").rfind("。") + 1
    sentence = text[last:]
    if last >= LEAST_OPINION and _PROCEDURE.match(sentence) and results.find_all(sentence):
        return run.part(0, last)
    if _RECOMMENDS.match(sentence):
        return run  # what a superior recommends is part of the opinion
    tail = _VERDICT_TAIL.search(text, last)
    if tail and "," in tail.group() and not results.find_all(tail.group()):
        tail = None  # `同意推荐的等次,望继续加强学习`
    rest = run.part(0, tail.start()) if tail and tail.start() >= LEAST_OPINION else run
    return Run() if _GROUNDS.fullmatch(rest.wording) else rest


def only_agrees(text: str) -> bool:
    """Whether an opinion says nothing but that somebody agrees (`同意。`, `情况属实`)."""
    return _ONLY_AGREED.fullmatch(text) is not None


def judges(run: Run) -> bool:
    """Whether an opinion says something of the person's work, and not only how the appraisal came about.

    >>> from models.geometry import Box
    >>> from models.page import Word
    >>> from extractors.layout.table_words import glyphs_of
    >>> told = ("考核程序规范,结果属实。", "工作主动,同意考核组意见。", "该同志技术过硬,善于钻研。")
    >>> [judges(Run(tuple(glyphs_of(Word(text, Box(0, 0, 300, 20), 1.0))))) for text in told]
    [False, False, True]
    """
    if not re.search("[,。;]", run.wording):
        return False  # a scrap beside a seal
    clauses = re.split(r"[,。;:]", run.wording)
    plain = [re.sub(r"^(?:该同志|该员工|该职工)", "", clause) for clause in clauses if not _FORMAL.search(clause)]
    return sum(len(re.findall(f"[{HAN}]", clause)) for clause in plain) >= LEAST_PRAISE


def tells_procedure(run: Run) -> bool:
    """Whether an opinion that does not judge is still prose: a sentence that is no mere consent and names no result."""
    text = run.wording
    return (
        "。" in text
        and ":" not in text[:10]
        and len(text) >= LEAST_REPORT
        and not text.startswith("同意")
        and not results.find_all(text)
    )


def _praise(run: Run) -> Run:
    """`run` without what is told before (the result) and after (特此证明, how to object) in a letter."""
    if further := _FURTHER.search(run.wording):
        if further.start() < LEAST_SENTENCE:
            return Run()
        run = run.part(0, further.start())
    first = _VERDICT_FIRST.match(run.wording)
    if first and results.find_all(first.group()) and len(run.wording) - first.end() >= LEAST_OPINION:
        return run.part(first.end(), len(run.wording))
    end = run.wording.find("。") + 1
    sentence = run.wording[:end]
    if _PROCEDURE.match(sentence) and results.find_all(sentence) and len(run.wording) - end >= LEAST_OPINION:
        return run.part(end, len(run.wording))
    return run


def without_particulars(run: Run) -> Run:
    """`run` without a first sentence that says who the person is, and one that says the year's result."""
    found = _PARTICULARS.match(run.wording)
    if (
        found
        and not re.search(r"完成|负责|主持|承担", found.group())
        and len(run.wording) - found.end() >= LEAST_OPINION
    ):
        run = run.part(found.end(), len(run.wording))
    if announced := _ANNOUNCED.match(run.wording):
        run = run.part(announced.end(), len(run.wording))
    return _praise(run)


def told(section: Section) -> Iterator[tuple[str, Run]]:
    """A section's prose as `report` and `comment`: a statement in prose has both, one paragraph after another."""
    lines = section.prose
    if section.part == "final" or not lines:
        yield section.part, joined(lines)
        return
    pieces = [run for run in map(_stripped, _paragraphs(section, lines)) if run is not None]
    kinds = ["report" if _TOLD.search(run.wording) else "comment" for run in pieces]
    both = "report" in kinds and "comment" in kinds
    # Only a statement that begins with the person, or has no heading of its own, holds the words of both.
    stated = not section.heading or section.heading.endswith(("鉴定", "证明", "考核意见")) or _introduced(lines)
    if not (both and stated):
        whole = without_particulars(joined(lines))
        yield section.part, _without_verdict(whole) if section.part == "report" and not section.heading else whole
        return
    for kind in ("report", "comment"):
        parts = [g for run, k in zip(pieces, kinds, strict=True) if k == kind for g in run.glyphs]
        yield kind, Run(tuple(parts))


def _introduced(lines: Sequence[Run]) -> bool:
    return _PARTICULARS.match(joined(lines).wording) is not None


def _stripped(run: Run) -> Run | None:
    """A paragraph without particulars and verdict; None where nothing is left."""
    text = run.wording
    if re.fullmatch(r"\(?[\d〇零一二三四五六七八九]{4}年?度?\)?", text):
        return None
    if (found := _PARTICULARS.fullmatch(text)) and not re.search(r"完成|主持|承担", found.group()):
        return None
    if _PROCEDURE.match(text) and results.find_all(text) and "。" not in text.rstrip("。"):
        return None
    return opinion(without_particulars(run))


def _paragraphs(section: Section, lines: Sequence[Run]) -> list[Run]:
    """Lines put together up to one that ends early with a full stop, or before one that is indented."""
    boxes = [shear(line.box, section.view.slope) for line in lines]
    left, right = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
    found: list[list[Run]] = []
    ended = True
    for line, box in zip(lines, boxes, strict=True):
        indented = box.x0 - left > 1.2 * box.height and found and found[-1][-1].wording.endswith("。")
        if ended or indented:
            found.append([])
        found[-1].append(line)
        short = right - box.x1 > 2.2 * box.height
        ended = short and (line.wording.endswith(("。", ";")) or len(line.wording) <= 12)
    return [joined(piece) for piece in found]
