"""教育部学历证书电子注册备案表: labels and values, ruled or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import conclusion, parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.chsi_registration_form_order import unlabelled
from extractors.kinds.kind import KindScore
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from models.document import Field, Kind

_VALID_UNTIL = re.compile(
    r"有效期?(?:截止|终止)?(?:日期|时间)?(?:至|到|为|:|止于)+$|(?:验证|有效)[^。;]{0,16}截[至止](?:日期|时间|到|至|为|:)*$"
)
_BY_FORM = 0.8
_UNCLEAR = 0.4  # what a label gives with less confidence may also be told by its place
_CODE = re.compile(r"[0-9A-Z]{18}|[0-9A-Z]{16}|[0-9A-Z]{12}", re.ASCII)


def verification_code(text: str) -> Parsed | None:
    """A code of 12, 16 or 18 letters and digits; printed in groups at times."""
    match = re.match(r"[0-9A-Za-z\-/|.,'·]+", text)
    if match is None:
        return None
    plain = re.sub(r"[^0-9A-Za-z]", "", match.group()).upper()
    if _CODE.fullmatch(plain):
        return Parsed(plain, 0, match.end(), 1.0 if re.fullmatch(r"[0-9A-Za-z\-]+", match.group()) else 0.7)
    return Parsed(plain, 0, match.end(), 0.4, ("doubtful",)) if 10 <= len(plain) <= 20 else None


_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("birth_date", parsers.date),
    ("school", parsers.school),
    ("major", parsers.major),
    ("level", parsers.level),
    ("programme_type", parsers.programme_type),
    ("start_date", parsers.date),
    ("end_date", parsers.date),
    ("certificate_number", parsers.graduation_number),
    ("conclusion", conclusion.parse),
    ("verification_code", verification_code),
    ("valid_until", parsers.last_date),
)


@dataclass(frozen=True, slots=True)
class ChsiRegistrationForm:
    """Everything stands at a label."""

    id: Kind = "chsi_registration_form"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        return choose(c for view in pages for c in _candidates(view))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("chsi_registration_form").vocabulary)
    found = [candidate for name, parse in _LABELS for candidate in labelled(page, name, parse)]
    yield from found
    yield from unlabelled(view, {c.name for c in found if c.confidence >= _UNCLEAR})
    if not any(c.name == "programme_type" for c in found):  # 学习形式 tells it too: 普通全日制, 函授, 网络教育
        for formed in labelled(page, "programme_type", parsers.programme_type, label="_form"):
            yield replace(formed, quality=_BY_FORM * formed.quality)
    if not any(c.name == "valid_until" for c in found):
        study = Study(view)
        for hit in study.dated.dates:
            if _VALID_UNTIL.search(study.flow.text[: hit.start]):
                yield study.candidate("valid_until", hit.value.iso(), (hit.start, hit.end), 0.9)
    if not any(candidate.name == "conclusion" for candidate in found):
        for segment in view.segments:  # the word on its own, whose label was not read
            parsed = conclusion.parse(segment.text)
            if parsed and segment.text == parsed.value:
                yield Candidate(
                    "conclusion", parsed.value, view, segment.span(parsed.start, parsed.end), 0.6, "pattern"
                )
