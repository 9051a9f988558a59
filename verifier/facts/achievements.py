"""Declared achievements of all sorts in one list: what each is called, when it was made, and its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.dates import PartialDate
from models.document import Document
from verifier.facts.case import Case
from verifier.facts.seen import Seen, is_read, judged, see

_ACCEPTED = "验收"
"""The sort of a project's paper whose day tells when the project was done; contracts and books tell its beginning."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """`date_fields` are those of its documents that print the day on which it was made; `date_label` names it in Chinese.

    `running`: begun on the declared day, and not said to be finished. `accepted`: only pages of its acceptance print the day.
    """

    subject: str
    label: str
    declared: PartialDate | None
    date_label: str
    date_fields: tuple[str, ...]
    documents: tuple[Document, ...]
    running: bool = False
    accepted: bool = False

    def dates(self) -> Iterator[tuple[Seen, PartialDate]]:
        """What its documents were read to say of the day."""
        for document in self.documents:
            for name in self.date_fields:
                seen = _on_acceptance(document, name) if self.accepted else see(document, name)
                read = PartialDate.of(seen.value) if seen.read else None
                if read is not None:
                    yield seen, read


def achievements_of(case: Case) -> tuple[Achievement, ...]:
    """Every declared achievement: papers, projects, patents, awards, software. A project counts by its end."""
    declared = case.profile
    made: list[Achievement] = []
    for i, paper in enumerate(declared.papers):
        made.append(_made("papers", i, "论文", paper.title, paper.date, ("发表时间", "date"), case.papers))
    for i, project in enumerate(declared.projects):
        ended = project.end or project.start
        one = _made("projects", i, "项目", project.name, ended, ("完成时间", "date"), case.projects)
        made.append(replace(one, running=project.end is None, accepted=True))
    for i, patent in enumerate(declared.patents):
        on = ("授权公告日", "granted_on")
        made.append(_made("patents", i, "专利", patent.name or patent.number, patent.granted_on, on, case.patents))
    for i, award in enumerate(declared.awards):
        made.append(_made("awards", i, "奖励", award.name, award.date, ("授予时间", "issue_date"), case.awards))
    for i, software in enumerate(declared.software_copyrights):
        on, name = ("登记日期", "registered_on"), software.name or software.number
        made.append(_made("software_copyrights", i, "软件著作权", name, software.registered_on, on, case.software))
    return tuple(made)


def labelled(sort: str, place: int, name: str | None) -> str:
    """How a message names a declared achievement: 第1项专利（一种夹具）."""
    return f"第{place + 1}项{sort}" + (f"（{name}）" if name else "")


def _made(
    group: str,
    place: int,
    sort: str,
    name: str | None,
    declared: PartialDate | None,
    dated: tuple[str, ...],
    documents: tuple[tuple[Document, ...], ...],
) -> Achievement:
    label, *fields = dated
    return Achievement(
        f"{group}[{place}]", labelled(sort, place, name), declared, label, tuple(fields), documents[place]
    )


def _on_acceptance(document: Document, name: str) -> Seen:
    """Field `name` of the pages of `document` that begin with an acceptance's heading, up to the next heading."""
    heads = {f.page: f.value for f in document.all("sort") if is_read(f)}
    mine = [f for f in document.all(name) if heads.get(max((p for p in heads if p <= f.page), default=0)) == _ACCEPTED]
    return judged(document, name, mine)


def several(names: Iterable[str]) -> str:
    """Names as a message lists them."""
    return "、".join(dict.fromkeys(names))
