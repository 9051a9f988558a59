"""Prizes whose grade stands at a label of its own (奖励等级: 二等奖)."""

from __future__ import annotations

import re

from extractors.kinds.candidates import Candidate, Parsed, labelled
from extractors.kinds.study import Study
from extractors.layout.neighbours import LabelledPage
from extractors.text import HAN

_PRIZE_OF = re.compile(
    rf"(?:为表彰|表彰|为奖励)(?:在.{{2,20}}中)?(?P<award>[{HAN}]{{2,30}}?奖)(?:的?获得者|获奖者|获奖人员|的?获得单位)"
)
_PRIZE_HEADING = re.compile(rf"(?:\d{{4}}年度?)?(?P<award>[{HAN}]{{4,30}}奖)(?:(?:获奖|荣誉|奖励)?证书)?")
HONOUR_ENDS = re.compile(  # as the words end by which honours are called
    r"(?:[奖者人手员师星功兵家匠号岗队军才金银铜名]|模范|集体|班组|团队|单位|[特一二三四五]等|[甲乙]等|优秀|先进|新秀|红旗|支部|个人|状元)[\"》”)]*$"
)


def graded_prize(page: LabelledPage, study: Study) -> list[Candidate]:
    """A prize told in the sentence (为表彰…奖获得者) or by the heading, with the grade that its label tells."""
    grades = labelled(page, "award", _grade, label="_level")
    if not grades:
        return []
    if (prize := _PRIZE_OF.search(study.flow.text)) is not None:
        award = study.flow.plain[slice(*prize.span("award"))] + grades[0].value
        return [study.candidate("award", award, prize.span("award"), 0.9 * grades[0].quality)]
    for segment in study.view.segments:
        headed = _PRIZE_HEADING.fullmatch(segment.text)
        if headed is not None and study.view.depth(segment.box(0, len(segment.text))) < 0.35:
            span = segment.span(*headed.span("award"))
            award = segment.plain[slice(*headed.span("award"))] + grades[0].value
            return [Candidate("award", award, study.view, span, 0.85 * grades[0].quality, "heading")]
    return []


def _grade(text: str) -> Parsed | None:
    found = re.match(r"[特一二三四五六]等(?:奖)?|[金银铜]奖|优秀奖|优胜奖", text)
    if found is None:
        return None
    return Parsed(found.group() + "奖" * found.group().endswith("等"), 0, found.end())
