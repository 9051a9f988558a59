"""Patents and software copyrights: is the certificate there, and does it say what was declared?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from extractors.values import patent_number, software_registration
from models.dates import PartialDate
from models.document import Document
from models.finding import Finding
from models.profile import Patent
from verifier.checks.achievement_item import ACHIEVEMENT, AchievementCheck
from verifier.checks.check import FAIL, REVIEW, Wording
from verifier.checks.item_agreement import Part, part, places
from verifier.compare import (
    Comparison,
    compare_date,
    compare_name,
    compare_number,
    compare_organisation,
    compare_patent_number,
    compare_text,
)
from verifier.compare.numbers import without_label
from verifier.facts.achievements import labelled
from verifier.facts.agreement import compare_exact, together
from verifier.facts.case import Case
from verifier.facts.listed_persons import names_in, rank_agreement
from verifier.facts.seen import see


@dataclass(frozen=True, kw_only=True)
class AchievementPatent(AchievementCheck):
    """`achievement.patent`: number with its check digit, sort, name, the applicant's place among the inventors, grant."""

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **ACHIEVEMENT,
        "wrong_number": Wording(FAIL, ("item",)),
        "odd_number": Wording(REVIEW, ("item",)),
        "kind_differs": Wording(REVIEW, ("item", "coded")),
        "granted_early": Wording(REVIEW, ("item", "day", "filed")),
    }
    GROUP: ClassVar[str] = "patents"

    def key(self, case: Case, place: int, /) -> str | None:
        number = case.profile.patents[place].number
        return patent_number.compact(number) if number else None

    def labels(self, case: Case, /) -> list[str]:
        return [labelled("专利", i, p.name or p.number) for i, p in enumerate(case.profile.patents)]

    def documents(self, case: Case, /) -> tuple[tuple[Document, ...], ...]:
        return case.patents

    def judged(
        self, case: Case, place: int, subject: str, label: str, documents: tuple[Document, ...], /
    ) -> Iterator[Finding]:
        item = case.profile.patents[place]
        parts: list[Part] = []
        if item.number is None:
            yield self.undeclared(subject, label, ["专利号"])
        else:
            parts.append(part("专利号", item.number, documents, "patent_number", compare_patent_number))
            yield from self._number(subject, label, item.number, item.type, parts[0], documents)
        if item.type is not None:
            parts.append(part("专利类型", item.type, documents, "patent_type", compare_patent_type))
        if item.name is not None:
            parts.append(part("专利名称", item.name, documents, "patent_name", compare_text))
        if item.granted_on is not None:
            parts.append(part("授权公告日", item.granted_on, documents, "granted_on", compare_date))
        yield from self._granted(subject, label, item, documents)
        inventors = [rank_agreement(see(d, "inventors"), case.profile.person, item.inventor_rank) for d in documents]
        shown = [a for a in inventors if a.answer != "absent"]
        parts.append(Part("发明人排名", together(shown or inventors[:1])))
        yield from self.weighed(subject, label, parts)

    def _granted(self, subject: str, label: str, item: Patent, documents: tuple[Document, ...]) -> Iterator[Finding]:
        """No patent is granted before it was applied for, by the certificate or by the year in its number."""
        shown = [see(d, "granted_on") for d in documents]
        granted = [item.granted_on, *(PartialDate.of(s.value) for s in shown if s.read)]
        value = patent_number.parse(item.number or "")
        filed = [PartialDate(str(value.year))] if value else []
        seen = [see(d, "applied_on") for d in documents]
        filed += [day for s in seen if s.read and (day := PartialDate.of(s.value))]
        early = [(day, other) for day in granted if day for other in filed if day.latest < other.earliest]
        if early:
            evidence = [e for s in (*shown, *seen) if s.read for e in s.evidence] or places(documents)
            yield self.finding(
                subject, "granted_early", evidence=evidence, declared=item.granted_on, item=label,
                day=early[0][0], filed=early[0][1],
            )  # fmt: skip

    def _number(
        self, subject: str, label: str, number: str, declared_type: str | None, said: Part,
        documents: tuple[Document, ...],
    ) -> Iterator[Finding]:  # fmt: skip
        """Is the declared number one that can exist? What the certificate prints too is for a person."""
        value = patent_number.parse(number)
        if value is None:
            printed = said.found.answer in ("same", "alias", "near")
            reason = "odd_number" if printed else "wrong_number"
            yield self.finding(subject, reason, evidence=places(documents), declared=number, item=label)
        elif declared_type and compare_patent_type(declared_type, value.type).answer == "different":
            yield self.finding(
                subject, "kind_differs", evidence=places(documents), declared=declared_type, item=label,
                coded=value.type,
            )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AchievementSoftware(AchievementCheck):
    """`achievement.software`: registration number, name, day, and that the applicant or an employer of theirs owns it."""

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **ACHIEVEMENT,
        "wrong_number": Wording(FAIL, ("item",)),
        "odd_number": Wording(REVIEW, ("item",)),
        "other_owner": Wording(REVIEW, ("item",)),
    }
    GROUP: ClassVar[str] = "software_copyrights"

    def key(self, case: Case, place: int, /) -> str | None:
        number = case.profile.software_copyrights[place].number
        return software_registration.compact(without_label(number)) if number else None

    def labels(self, case: Case, /) -> list[str]:
        return [labelled("软件著作权", i, s.name or s.number) for i, s in enumerate(case.profile.software_copyrights)]

    def documents(self, case: Case, /) -> tuple[tuple[Document, ...], ...]:
        return case.software

    def judged(
        self, case: Case, place: int, subject: str, label: str, documents: tuple[Document, ...], /
    ) -> Iterator[Finding]:
        item = case.profile.software_copyrights[place]
        parts: list[Part] = []
        if item.number is None:
            yield self.undeclared(subject, label, ["登记号"])
        else:
            parts.append(part("登记号", item.number, documents, "registration_number", compare_number))
            if not software_registration.is_valid(without_label(item.number)):
                printed = parts[0].found.answer in ("same", "alias", "near")
                reason = "odd_number" if printed else "wrong_number"
                yield self.finding(subject, reason, evidence=places(documents), declared=item.number, item=label)
        if item.name is not None:
            parts.append(part("软件名称", item.name, documents, "software_name", compare_text))
        if item.registered_on is not None:
            parts.append(part("登记日期", item.registered_on, documents, "registered_on", compare_date))
        owners = [s for d in documents if (s := see(d, "owner")).state != "absent"]
        if not owners:
            parts.append(part("著作权人", case.profile.person.name, documents, "owner", compare_name))
        yield from self.weighed(subject, label, parts)
        if owners and not any(_is_ours(case, name) for s in owners for v in s.values for name in names_in(v)):
            yield self.finding(
                subject, "other_owner", evidence=[e for s in owners for e in s.evidence],
                read=owners[0].value or None, item=label,
            )  # fmt: skip


def compare_patent_type(declared: str, read: str) -> Comparison:
    """发明 and 发明专利 are one."""
    return compare_exact(
        declared.removesuffix("专利").removesuffix("新型"), read.removesuffix("专利").removesuffix("新型")
    )


def employers_of(case: Case) -> tuple[str, ...]:
    """Every employer that the profile names."""
    profile = case.profile
    return tuple(dict.fromkeys(n for n in (profile.employer.name, *(w.employer for w in profile.work)) if n))


def _is_ours(case: Case, owner: str) -> bool:
    person = compare_name(case.profile.person.name, owner).answer
    return person in ("same", "alias") or any(
        compare_organisation(name, owner).answer in ("same", "alias") for name in employers_of(case)
    )
