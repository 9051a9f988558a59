"""Is the vocational certificate there, is its level high enough, does it say what was declared?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from extractors.values import skill_levels
from models.document import Document
from models.finding import Evidence, Finding
from models.profile import SkillCertificate
from verifier.checks.application import chosen_route
from verifier.checks.check import AGREEMENT, FAIL, MISSING, NOT_APPLICABLE, REVIEW, Wording, heaviest
from verifier.checks.item_agreement import ItemCheck, Part, owned, part, places
from verifier.compare import Comparison, compare_date, compare_number, compare_text
from verifier.facts.case import Case, kind_is_known
from verifier.facts.seen import see

_SORT = re.compile(r"[(（](?:职业|工种|职业[/、]?工种)[)）]$")


@dataclass(frozen=True, kw_only=True)
class VocationalCertificate(ItemCheck):
    """`vocational.certificate`: of `unsettled` levels a person decides, any but those and `levels` is too low for `route`.

    On other routes no certificate is asked for, but one that is declared and handed in must say what was declared.
    Levels go by the names of extractors.values.skill_levels.
    """

    routes: dict[str, str]
    route: str
    levels: frozenset[str]
    unsettled: frozenset[str] = frozenset()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **AGREEMENT,
        "lacking": Wording(MISSING, ("item",)),
        "none_declared": Wording(MISSING),
        "too_low": Wording(FAIL, ("item", "level")),
        "unsettled_level": Wording(REVIEW, ("item", "level")),
        "unknown_level": Wording(REVIEW, ("item", "level")),
        "maybe_unread": Wording(REVIEW, ("item", "files")),
        "unsure_kind": Wording(REVIEW, ("item",)),
        "not_applicable": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        items = case.profile.skill_certificates
        if chosen_route(case.profile.application.route, self.routes) != self.route:
            yield from self._beside_the_route(case)
        elif not items:
            yield self.finding(
                "skill_certificates", "none_declared", evidence=places(case.of_kind("vocational_certificate"))
            )
        else:
            for i, item in enumerate(items):
                yield heaviest(self._judged(case, i, item))

    def _beside_the_route(self, case: Case) -> Iterator[Finding]:
        shown = [i for i, documents in enumerate(case.skill_certificates) if documents]
        if not shown:
            yield self.finding("skill_certificates", "not_applicable")
        for i in shown:
            item = case.profile.skill_certificates[i]
            yield heaviest(
                self._agreement(case, f"skill_certificates[{i}]", _label(i, item), item, case.skill_certificates[i])
            )

    def _judged(self, case: Case, i: int, item: SkillCertificate) -> Iterator[Finding]:
        subject, label = f"skill_certificates[{i}]", _label(i, item)
        documents = case.skill_certificates[i]
        yield from self._level(subject, label, item, documents)
        if not documents:
            reason = "maybe_unread" if case.unread_files else "lacking"
            files = "、".join(case.unread_files)
            yield self.finding(subject, reason, declared=item.level, item=label, files=files)
            return
        yield from self._agreement(case, subject, label, item, documents)

    def _agreement(
        self, case: Case, subject: str, label: str, item: SkillCertificate, documents: tuple[Document, ...]
    ) -> Iterator[Finding]:
        if not any(kind_is_known(d) for d in documents):
            yield self.finding(subject, "unsure_kind", evidence=places(documents), declared=item.level, item=label)
        undeclared = [
            name
            for name, value in (
                ("职业（工种）", item.occupation),
                ("技能等级", item.level),
                ("发证日期", item.issued_on),
            )
            if value is None
        ]
        if undeclared:
            yield self.undeclared(subject, label, undeclared)
        yield from self.weighed(subject, label, owned(case, _parts(item, documents), documents))

    def _level(
        self, subject: str, label: str, item: SkillCertificate, documents: tuple[Document, ...]
    ) -> Iterator[Finding]:
        """What is to be said of the level as declared, and as surely read from a certificate."""
        seen = [s for d in documents if (s := see(d, "level")).read]
        values: list[tuple[str, bool, tuple[Evidence, ...]]] = [(item.level, True, ())] if item.level else []
        values += [(s.value, s.firm, s.evidence) for s in seen]
        for value, firm, evidence in values:
            level = skill_levels.parse(value)
            if level in self.levels:
                continue
            reason = "unsettled_level" if level in self.unsettled else "too_low" if level and firm else "unknown_level"
            yield self.finding(subject, reason, evidence=evidence, declared=item.level, item=label, level=value)


def _parts(item: SkillCertificate, documents: tuple[Document, ...]) -> list[Part]:
    parts = []
    if item.occupation is not None:
        parts.append(part("职业（工种）", item.occupation, documents, "occupation", compare_occupation))
    if item.level is not None:
        parts.append(part("技能等级", item.level, documents, "level", compare_level))
    if item.certificate_number is not None:
        parts.append(part("证书编号", item.certificate_number, documents, "certificate_number", compare_number))
    if item.issued_on is not None:
        parts.append(part("发证日期", item.issued_on, documents, "issue_date", compare_date))
    return parts


def compare_occupation(declared: str, read: str) -> Comparison:
    """Occupations, with or without the word for what they are."""
    return compare_text(*(_SORT.sub("", text) or text for text in (declared, read)))


def compare_level(declared: str, read: str) -> Comparison:
    """`declared` with the level `read`, by number or by name."""
    mine, theirs = skill_levels.parse(declared), skill_levels.parse(read)
    if mine is None or theirs is None:
        return compare_text(declared, read)
    found = compare_text(mine, theirs)
    return found if found.answer == "same" else replace(found, outcome="different", reason="技能等级不同")


def _label(place: int, item: SkillCertificate) -> str:
    return f"第{place + 1}项职业技能" + (f"（{item.occupation}）" if item.occupation else "")
