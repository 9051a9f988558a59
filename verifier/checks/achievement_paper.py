"""Papers: cover, serial numbers, contents and text, all of the declared paper and by the applicant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from extractors.values import cn_serial, issn
from models.document import Document
from models.finding import Finding
from models.profile import Paper
from verifier.checks.achievement_parts import IN_PARTS, PartsCheck
from verifier.checks.check import REVIEW, Wording
from verifier.checks.item_agreement import Part, part, places
from verifier.compare import Comparison, compare_date, compare_number, compare_text
from verifier.compare.comparison import plain
from verifier.facts.achievements import labelled
from verifier.facts.agreement import together
from verifier.facts.case import Case
from verifier.facts.listed_persons import rank_agreement
from verifier.facts.seen import see


@dataclass(frozen=True, kw_only=True)
class AchievementPaper(PartsCheck):
    """`achievement.paper`: the parts; title, journal, ISSN, CN, date, place among the authors.

    Numbers that no periodical can have, or a paper without a CN, are signs of a journal that does not count: for a person.
    """

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **IN_PARTS,
        "odd_number": Wording(REVIEW, ("item", "label")),
        "no_cn": Wording(REVIEW, ("item",)),
    }
    GROUP: ClassVar[str] = "papers"

    def key(self, case: Case, place: int, /) -> str | None:
        title = case.profile.papers[place].title
        return plain(title) if title else None

    def labels(self, case: Case, /) -> list[str]:
        return [labelled("论文", i, paper.title) for i, paper in enumerate(case.profile.papers)]

    def documents(self, case: Case, /) -> tuple[tuple[Document, ...], ...]:
        return case.papers

    def judged(
        self, case: Case, place: int, subject: str, label: str, documents: tuple[Document, ...], /
    ) -> Iterator[Finding]:
        item = case.profile.papers[place]
        yield from self.parts_found(case, subject, label, documents)
        if item.title is None:
            yield self.undeclared(subject, label, ["论文题目"])
        parts: list[Part] = []
        if item.title is not None:
            parts.append(part("题目", item.title, documents, "title", compare_text))
        if item.journal is not None:
            parts.append(part("刊名", item.journal, documents, "journal", compare_journal))
        if item.issn is not None:
            parts.append(part("ISSN", item.issn, documents, "issn", compare_issn))
        if item.cn is not None:
            parts.append(part("CN", item.cn, documents, "cn", compare_cn))
        if item.date is not None:
            parts.append(part("发表时间", item.date, documents, "date", compare_date))
        authors = [rank_agreement(see(d, "authors"), case.profile.person, item.author_rank) for d in documents]
        shown = [a for a in authors if a.answer != "absent"]
        parts.append(Part("作者排名", together(shown or authors[:1])))
        yield from self.weighed(subject, label, parts)
        yield from self._numbers(subject, label, item, documents)

    def _numbers(self, subject: str, label: str, item: Paper, documents: tuple[Document, ...]) -> Iterator[Finding]:
        printed = {name: [s for d in documents if (s := see(d, name)).state != "absent"] for name in ("issn", "cn")}
        for name, valid in (("issn", issn.is_valid), ("cn", is_periodical)):
            read = [s for s in printed[name] if s.read]
            told = [n for n in (getattr(item, name), *(s.value for s in read)) if n is not None]
            if wrong := [n for n in told if not valid(n)]:
                evidence = [e for s in read for e in s.evidence] or places(documents)
                yield self.finding(
                    subject, "odd_number", evidence=evidence, declared=getattr(item, name),
                    read=wrong[0], item=label, label=name.upper(),
                )  # fmt: skip
        if item.cn is None and not printed["cn"]:
            yield self.finding(subject, "no_cn", evidence=places(documents), read=None, item=label)


def is_periodical(number: str) -> bool:
    """Whether `number` is a CN of a printed periodical."""
    value = cn_serial.parse(number)
    return value is not None and value.sort == "periodical"


def compare_journal(declared: str, read: str) -> Comparison:
    """Names of journals, with or without 《》 and 杂志."""
    return compare_text(_bare(declared), _bare(read))


def compare_issn(declared: str, read: str) -> Comparison:
    """ISSNs, with or without that word in front."""
    return compare_number(issn.compact(declared), issn.compact(read))


def compare_cn(declared: str, read: str) -> Comparison:
    """CN numbers; the class behind the stroke is often left out."""
    mine, theirs = cn_serial.compact(declared), cn_serial.compact(read)
    if not all("/" in n for n in (mine, theirs)):
        mine, theirs = (n.split("/")[0] for n in (mine, theirs))
    return compare_number(mine, theirs)


def _bare(journal: str) -> str:
    return journal.removesuffix("杂志").strip('《》<>"“” ') or journal
