"""计算机软件著作权登记证书: the program, its holders, its registration number and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, choose
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import at_labels, holders, registration, things
from extractors.kinds.signing import issue_date
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import software_registration
from models.document import Field, Kind

_LABELS = (
    ("registration_number", registration),
    ("owner", holders),
    ("registered_on", parsers.date),
)
_BEFORE_REGISTRATION = 0.49  # a day of registration in another year than the number's is misread or another day


@dataclass(frozen=True, slots=True)
class SoftwareCopyrightCertificate:
    """The day of registration mostly stands without a label under the sentence; days of completion and release do not count."""

    id: Kind = "software_copyright_certificate"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        return _consistent(choose(candidate for view in pages for candidate in _candidates(view)))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("software_copyright_certificate").vocabulary)
    found = at_labels(page, _LABELS)
    yield from found
    yield from things(page, "software_name")
    names = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    if "registration_number" not in names:
        for hit in software_registration.find_all(view.flow.plain):
            span = view.flow.span(hit.start, hit.end)
            yield Candidate("registration_number", hit.value.number, view, span, 0.9, "pattern")
    if "registered_on" not in names:
        yield from (replace(c, name="registered_on") for c in issue_date(Study(view), page))


def _consistent(fields: list[Field]) -> list[Field]:
    by_name = {field.name: field for field in fields}
    number, day = by_name.get("registration_number"), by_name.get("registered_on")
    if number is None or day is None or number.value[:4] == day.value[:4]:
        return fields
    unsure = replace(day, confidence=min(day.confidence, _BEFORE_REGISTRATION), notes=(*day.notes, "conflict"))
    return [unsure if field is day else field for field in fields]
