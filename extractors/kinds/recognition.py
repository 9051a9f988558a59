"""What an office says of a certificate that it looked into: the clause with its verdict, a refusal before an approval."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.candidates import Candidate
from extractors.kinds.study import Study

_REFUSED = re.compile(
    r"不予(?:以)?认证|不能(?:予以)?认证|无法(?:予以)?认证|不一致|不相符|不属实|不真实|无法核实|未能?(?:查到|核实|查询到)|查无|系伪造"
)
_APPROVED = re.compile(
    r"核[查实对]结果一致|信息一致|相一致|情况属实|\(属实\)|属实|真实有效|真实可靠|表明其具有[^。]{2,24}|予以认证"
)
_GENERAL = re.compile(
    r"^(?:注|说明|备注|声明)?[:]?(?:\d[.、])?(?:如|若|凡|如果|本报告|认证书|本认证书)|查询|有疑问|为准"
)
_ENDS = "。;\n"


def verdict(study: Study) -> Iterator[Candidate]:
    """The first clause that decides, as printed; general remarks on the paper's use decide nothing."""
    text = study.flow.text
    for pattern, quality in ((_REFUSED, 0.95), (_APPROVED, 0.95)):
        for found in pattern.finditer(text):
            start, end = _clause(text, found.start(), found.end())
            if _GENERAL.search(text[_sentence(text, found.start()) : end]):
                continue
            yield study.candidate("conclusion", study.flow.plain[start:end], (start, end), quality)
            return


def _sentence(text: str, at: int) -> int:
    return max(text.rfind(c, 0, at) for c in _ENDS) + 1


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a verdict: from the last comma or colon, not farther than 40 characters, to the next stop."""
    cuts = [text.rfind(c, max(0, start - 40), start) for c in ",。;:"]
    begin = max(cuts) + 1 if max(cuts) >= 0 else max(start - 20, 0)
    stop = re.search(r"[,。;]|$", text[end:])
    return begin, min(end + (stop.start() if stop else 0), end + 12)
