"""Does an appraisal table describe what was done, or is it one sentence of praise?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from extractors.text import HAN, fold
from models.document import Field as DocumentField
from models.finding import Finding
from verifier.checks.appraisal_contents import WITHOUT_TABLE, AppraisalCheck
from verifier.checks.check import PASS, REVIEW, Wording
from verifier.facts.case import Case
from verifier.facts.seen import evidence_of, is_read
from verifier.facts.thresholds import SELF_REPORT
from verifier.facts.yearly import Table

_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
_HAN = re.compile(f"[{HAN}]")
_PERCENT = re.compile(r"\d+(?:\.\d+)?\s*%|百分之[一二三四五六七八九十]+")
_QUOTED = re.compile(r"[“\"《「『][^”\"》」』]{2,40}[”\"》」』]")
_MODEL = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,6}[-/]?\d{2,}[A-Za-z0-9-]*|(?<!\d)\d{2,}[A-Z]{1,4}(?![A-Za-z0-9])")

Threshold = Annotated[int, Field(ge=0)]


@dataclass(frozen=True, kw_only=True)
class AppraisalNarrative(AppraisalCheck):
    """`appraisal.narrative`: one comment of at least `han` Chinese characters that names `items` concrete things.

    Concrete are quantities in `units`, percentages, quoted names, model numbers and the words of `things`, each counted once.
    Nothing here fails: whether a text describes performance is for a person where it is short.
    """

    han: Threshold
    items: Threshold
    units: tuple[str, ...]
    things: tuple[str, ...] = ()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "described": Wording(PASS, ("year", "han", "items")),
        "short": Wording(REVIEW, ("year", "han", "items", "least_han", "least_items")),
        "not_concrete": Wording(REVIEW, ("year", "han", "items", "least_han", "least_items")),
        "unreadable": Wording(REVIEW, ("year",)),
        **WITHOUT_TABLE,
    }

    @cached_property
    def _quantity(self) -> re.Pattern[str]:
        units = "|".join(re.escape(unit) for unit in sorted(self.units, key=len, reverse=True))
        return re.compile(rf"{_NUMBER}\s*(?:多|余|几)?(?:{units})")

    def judged(self, _case: Case, year: int, table: Table) -> Finding:
        seen = table.see("comment")
        readable = [f for f in seen.fields if is_read(f) or _is_own_report(f)]
        if not readable:
            return self.finding(str(year), "unreadable", evidence=seen.evidence, year=year)
        best = max(readable, key=lambda f: (self._enough(f.value), han_characters(f.value)))
        han, items = han_characters(best.value), len(self.concrete(best.value))
        reason = "described" if self._enough(best.value) else "short" if han < self.han else "not_concrete"
        return self.finding(
            str(year),
            reason,
            evidence=[evidence_of(seen.document, best)],
            read=best.value,
            year=year,
            han=han,
            items=items,
            least_han=self.han,
            least_items=self.items,
        )

    def _enough(self, text: str) -> bool:
        return han_characters(text) >= self.han and len(self.concrete(text)) >= self.items

    def concrete(self, text: str) -> frozenset[str]:
        """The concrete things that `text` names."""
        folded = fold(text)
        found = {m.group() for pattern in (self._quantity, _PERCENT, _QUOTED, _MODEL) for m in pattern.finditer(folded)}
        return frozenset(found | {thing for thing in self.things if thing in folded})


def _is_own_report(field: DocumentField) -> bool:
    """Whether `field` is the applicant's report, which is told apart from the leader's comment by a note."""
    return "self_report" in field.notes and field.confidence >= SELF_REPORT


def han_characters(text: str) -> int:
    return len(_HAN.findall(text))
