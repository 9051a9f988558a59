"""Is the certificate of a declared title there, and does it say the same?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from models.document import Document
from models.finding import Finding
from models.profile import Title
from verifier.checks.check import FAIL, MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.compare import compare_date, compare_number, compare_title
from verifier.facts.agreement import Agreement, Compare, agreement, together
from verifier.facts.case import Case, kind_is_known
from verifier.facts.seen import evidence_of, see


@dataclass(frozen=True, kw_only=True)
class TitleCertificate(RuledCheck):
    """`title.certificate`: for the present title; with `present_only` earlier ones need none."""

    present_only: bool = True

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "there": Wording(PASS, ("item",)),
        "unsure_kind": Wording(REVIEW, ("item",)),
        "maybe_unread": Wording(REVIEW, ("item", "files")),
        "lacking": Wording(MISSING, ("item",)),
        "earlier_title": Wording(NOT_APPLICABLE, ("item",)),
        "no_title": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        titles = case.profile.titles
        if not titles:
            yield self.finding("titles", "no_title")
        present = _present(titles)
        for i, item in enumerate(titles):
            documents = case.titles[i]
            reason = "there" if documents else "lacking"
            if documents and not any(kind_is_known(d) and d.id not in case.disputed for d in documents):
                reason = "unsure_kind"
            elif not documents and self.present_only and i != present:
                reason = "earlier_title"
            elif not documents and case.unread_files:
                reason = "maybe_unread"
            yield self.finding(
                title_subject(i),
                reason,
                evidence=[evidence_of(d) for d in documents],
                declared=item.title,
                item=title_label(i, item),
                files="、".join(case.unread_files),
            )


@dataclass(frozen=True, kw_only=True)
class TitleMatch(RuledCheck):
    """`title.match`: title, date obtained and number, each as far as declared; title and date must be declared."""

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "same": Wording(PASS, ("item", "labels")),
        "near": Wording(REVIEW, ("item", "labels", "why")),
        "doubtful": Wording(REVIEW, ("item", "labels", "why")),
        "conflict": Wording(REVIEW, ("item", "labels")),
        "unreadable": Wording(REVIEW, ("item", "labels")),
        "different": Wording(FAIL, ("item", "labels", "why")),
        "undeclared": Wording(MISSING, ("item", "labels")),
        "no_document": Wording(NOT_APPLICABLE, ("item",)),
        "no_title": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        if not case.profile.titles:
            yield self.finding("titles", "no_title")
        for i, item in enumerate(case.profile.titles):
            documents = case.titles[i]
            if documents:
                yield heaviest(self._parts(case, i, item, documents))
            else:
                yield self.finding(title_subject(i), "no_document", declared=item.title, item=title_label(i, item))

    def _parts(self, case: Case, i: int, item: Title, documents: tuple[Document, ...]) -> Iterator[Finding]:
        parts: tuple[tuple[str, str, str | None, Compare], ...] = (
            ("title", "资格名称", item.title, compare_title),
            ("obtained_on", "取得资格时间", item.obtained_on, compare_date),
            ("certificate_number", "证书编号", item.certificate_number, compare_number),
        )
        agreed: list[tuple[str, Agreement]] = []
        for name, label, declared, compare in parts:
            if declared is None and name != "certificate_number":
                yield self._told(i, item, "undeclared", [label])
            if declared is not None:
                found = together([agreement(see(d, name), declared, compare) for d in documents])
                agreed.append((label, case.doubting(found, documents)))
        for reason in ("different", "conflict", "doubtful", "near", "unreadable"):
            concerned = [(label, a) for label, a in agreed if _reason(a) == reason]
            if concerned:
                yield self._told(i, item, reason, [label for label, _ in concerned], [a for _, a in concerned])
        if agreed and all(_reason(a) == "same" for _, a in agreed):
            yield self._told(i, item, "same", [label for label, _ in agreed], [a for _, a in agreed])

    def _told(
        self, i: int, item: Title, reason: str, labels: list[str], agreed: list[Agreement] | None = None
    ) -> Finding:
        found = agreed or []
        return self.finding(
            title_subject(i),
            reason,
            evidence=[e for a in found for s in a.seen for e in s.evidence],
            declared="、".join(a.declared for a in found) or None,
            read="、".join(a.read for a in found if a.read) or None,
            item=title_label(i, item),
            labels="、".join(labels),
            why="；".join(dict.fromkeys(a.why for a in found if a.why)),
        )


def title_subject(place: int) -> str:
    return f"titles[{place}]"


def title_label(place: int, item: Title) -> str:
    """How a message names a declared title: 第1项职称（助理工程师）."""
    return f"第{place + 1}项职称" + (f"（{item.title}）" if item.title else "")


def _present(titles: tuple[Title, ...]) -> int | None:
    """The place of the title obtained last; of undated ones the first in the profile."""
    if not titles:
        return None
    return max(range(len(titles)), key=lambda i: (str(titles[i].obtained_on or ""), -i))


def _reason(found: Agreement) -> str:
    return {"alias": "same", "absent": "unreadable"}.get(found.answer, found.answer)
