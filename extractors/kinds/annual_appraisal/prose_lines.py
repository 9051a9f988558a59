"""The prose among the lines of a section: without who signs it, when, the votes counted in it, and what the paper adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.kinds.annual_appraisal.byline import is_byline
from extractors.kinds.annual_appraisal.cells import lists_options
from extractors.layout.table_words import Glyph, Run
from extractors.text import HAN
from extractors.values import organisations

_PARTICULARS = re.compile(rf"(?:[{HAN}()/]{{2,8}}:[^:。,;]{{1,24}}){{2,}}")  # 岗位：工艺员 姓名：某某
_SCRAP = 2
_FAR = 2.0
_LONGEST_SIGNATURE, _APART = 16, 3.0
_LONGEST_REMNANT = 10
_ENDS = ("。", ";", "!", "…")
_VOTES = re.compile(
    r"(?:(?:[应实]到|参加(?:评议|测评|投票|民主测评)?|参评|参评人|总)人?数?:?\d{1,3}人[,;。]?)+|[一-龥]{2,4}:?\d{0,3}票[,、;。]?"
    r"|(?:其中[:,]?)?(?:(?:非常|基本|比较|不太|不|较)?(?:满意|优秀|良好|合格|称职|同意|赞成|胜任|弃权|反对)(?:的|票)?:?\d{1,3}人[,、;。]?)+"
)
_SIGNER_BEHIND = re.compile(
    rf"(?<=[。;])[{HAN}]{{0,6}}(?:审核|审批|负责|评价|考核|考评|评议|鉴定|签字|经办|填表|批准|评定)人[:]?[{HAN}·]{{2,8}}$"
)
_FURNITURE = re.compile(
    r"https?:|www\.|^第\d+页|打印(?:时间|日期|预览|人)|fileid|^测试样本"
    r"|^(?:保存期限|表单编号|版本号|文件编号|流程编号|归档编号|存档编号)"
)
_DAY = r"\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}"
_SIGNED = re.compile(
    r"签[名字章]|盖章|公章|负责人|考核人|^\(?章\)?$|年.{0,3}月.{0,3}日|^\d{4}[.\-/]\d|年月日|日期|经办人|^第\d页|^共\d页|单位:|领导:|^\d{4}年\d{1,2}月(?:\d{1,2}日?)?$"
    rf"|^.{{0,12}}{_DAY}(?:\d{{1,2}}:\d\d(?::\d\d)?)?$|^[{HAN}()]{{0,7}}[人者长任导理管审核字名]:[{HAN}·]{{2,10}}$"
)
_NOTE = re.compile(r"(?:注|备注|说明|填表说明|附注|评分标准|等级说明|等次说明)[:：]")
_BEGINS_SENTENCE = re.compile(r"[,。;:]|\d")


def prose_of(lines: Sequence[Run]) -> tuple[Run, ...]:
    """Those of `lines` that are prose."""
    kept = [_without_votes(_without_signer(_without_stray(legible(line)))) for line in _above_signer(lines)]
    noted = next((at for at, line in enumerate(kept) if _NOTE.match(line.wording)), len(kept))
    kept = [line for line in kept[:noted] if not _FURNITURE.search(line.wording)]
    kept = [line for line in kept if line.glyphs and not (len(line.squashed) <= 30 and _SIGNED.search(line.wording))]
    kept = [line for line in kept if not (len(line.squashed) <= 24 and lists_options(line.wording))]
    kept = [line for line in kept if not _PARTICULARS.fullmatch(line.wording)]
    kept = kept[1:] if kept and is_byline(kept[0].wording) else kept
    while kept and (_is_signature(kept[-1].squashed) or _is_remnant(kept)):
        kept.pop()
    return tuple(_up_to_signature(kept))


def _above_signer(lines: Sequence[Run]) -> Sequence[Run]:
    """`lines` up to where, below the end of a sentence, an organisation signs on a line of its own."""
    for at, (above, line) in enumerate(pairwise(lines), start=1):
        alone = len(line.squashed) >= 6 and organisations.parse(line.squashed) is not None
        if alone and above.wording.endswith(_ENDS):
            return lines[:at]
    return lines


def _is_remnant(lines: Sequence[Run]) -> bool:
    """Whether the last line is a few words that no sentence needs: a button, or the heading of what comes next."""
    if len(lines) < 2 or not lines[-2].wording.endswith(_ENDS):
        return False
    text = lines[-1].wording
    return len(text) <= _LONGEST_REMNANT and _BEGINS_SENTENCE.search(text) is None


def _up_to_signature(lines: Sequence[Run]) -> list[Run]:
    """`lines` up to where, far below the end of a sentence, nothing but short pieces follow: a signature hardly read."""
    for at, (above, line) in enumerate(pairwise(lines), start=1):
        apart = line.box.y0 - above.box.y1 > _APART * min(above.box.height, line.box.height)
        rest = lines[at:]
        sentence = any(t.wording.endswith(("。", ";", ",")) or len(t.squashed) > _LONGEST_SIGNATURE for t in rest)
        if apart and above.wording.endswith("。") and not sentence:
            return list(lines[:at])
    return list(lines)


def legible(run: Run) -> Run:
    """`run` without scraps of a watermark or a stroke between its words, so that they make no long text doubtful."""
    return Run(tuple(g for g in run.glyphs if not g.word.doubtful or len(g.word.text.strip()) > _SCRAP))


def _without_stray(run: Run) -> Run:
    """`run` without a lone letter far behind the end of its sentence: a stroke of a watermark, or of the other side."""
    printed = [g for g in run.glyphs if g.char != " "]
    if len(printed) < 2:
        return run
    *before, last = printed
    if not (last.char.isascii() and last.char.isalpha()) or before[-1].char not in "。;":
        return run
    box = last.word.box
    return run.part(0, len(run.wording) - 1) if box.x0 - before[-1].word.box.x1 > _FAR * box.height else run


def _without_signer(run: Run) -> Run:
    """`run` without who signs behind the end of its last sentence (`…符合规定。审核人单丽君`)."""
    found = _SIGNER_BEHIND.search(run.wording)
    return run.part(0, found.start()) if found else run


def _without_votes(run: Run) -> Run:
    """`run` without the votes that were counted in it (`优秀6票`), which are nobody's words."""
    glyphs, end = list[Glyph](), 0
    for found in _VOTES.finditer(run.wording):
        glyphs += run.part(end, found.start()).glyphs if found.start() > end else ()
        end = found.end()
    if not end:
        return run
    return Run((*glyphs, *(run.part(end, len(run.wording)).glyphs if end < len(run.wording) else ())))


def _is_signature(text: str) -> bool:
    """A lone name or organisation at the end of a paragraph."""
    return (len(text) <= 4 and not re.search(r"[。;,.]$", text)) or organisations.parse(text) is not None
