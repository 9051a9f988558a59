"""Persons told with what each does: `1、甲（项目负责人）2、乙（工艺设计）`, `甲：结构设计` a row, `1)甲，项目经理；2)乙，…`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds.candidates import Candidate
from extractors.layout.flow import Flow
from extractors.layout.labels import LabelHit
from extractors.layout.neighbours import LabelledPage
from extractors.text import HAN
from extractors.values import names

_NAME = rf"(?P<name>[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}?){{1,3}}|[{HAN}]{{2,4}}?)"
_TITLE = (
    "(?:(?:正?高级|助理|副?主任|中级)?(?:工程师|技师|技术员|经济师|会计师|研究员|实验师|讲师|政工师)"
    "|(?:副?教授|[高助]工|技工|博士|硕士)(?!程))"
)
_ENTRY = re.compile(
    rf"(?P<number>[(]?(?P<n>\d{{1,2}})[.、)]+)?(?P<who>(?:项目|课题|技术)?(?:总?负责人|组长|主持人|成员)[:])?{_NAME}(?:同志)?(?P<sign>[(:,、\-—]|(?={_TITLE})|$)"
)
_TITLED = re.compile(_TITLE)
_NUMBER = re.compile(r"(?<!\d)(?<![.\d]\d)[(]?(?P<n>\d{1,2})[.、)]+(?!\d)")
_ENDS = ";。"
_JUDGES = re.compile(r"专家|评委|评审(?:组|人员|委员)|鉴定(?:组|委员)|验收组(?!织)|验收(?:委员|人员)|监理|附件|资料")
_ABOUT = 24
_KNOWN, _UNKNOWN = 0.85, 0.45
_LEAST, _MOST_ROWS = 2, 12
_NUMBERED = 3  # characters of a number with its sign


@dataclass(frozen=True, slots=True)
class _Person:
    """A name in the flow, the sign that follows it, and the number before it."""

    name: str
    start: int
    end: int
    sign: str
    number: int | None


def with_duties(page: LabelledPage) -> list[Candidate]:
    """The persons of the first such list on the page, one each: at a label of the team, else in a numbered list."""
    for hit in page.hits:
        if hit.name == "participants":
            for value in page.values(hit):
                found = _listed(value.flow, value.start, value.end)
                if len(found) >= _LEAST and _consecutive(found):
                    return [_candidate(page, value.flow, person) for person in found]
            for under in _rows_under(page, hit):
                found = _listed(under, 0, len(under.text))
                if len(found) >= _LEAST:
                    return [_candidate(page, under, person) for person in found]
    return [_candidate(page, page.view.flow, person) for person in _numbered(page.view.flow)]


def _rows_under(page: LabelledPage, hit: LabelHit) -> Iterator[Flow]:
    """The row under a heading of the team with nothing behind it; then those below each other up to the next label."""
    rows = [line for column in page.view.column_lines for line in column]
    if hit.line < 0 or hit.cell is not None or hit.end != len(hit.flow.text.rstrip(":")):
        return
    labelled = {other.line for other in page.hits}
    under = rows[hit.line + 1 : hit.line + 1 + _MOST_ROWS]
    last = next((at for at, _ in enumerate(under) if hit.line + 1 + at in labelled), len(under))
    if under:
        yield under[0].flow
        yield Flow(ink for row in under[:last] for ink in row.inks)


def _candidate(page: LabelledPage, flow: Flow, person: _Person) -> Candidate:
    known = names.has_known_surname(person.name) or "·" in person.name
    quality = _KNOWN if known else _UNKNOWN
    return Candidate("participants", person.name, page.view, flow.span(person.start, person.end), quality, "list")


def _consecutive(people: Sequence[_Person]) -> bool:
    """Whether the numbers before the names, where there are any, lack none: others may stand in another column."""
    numbers = [person.number for person in people if person.number is not None]
    return not numbers or numbers == list(range(1, len(numbers) + 1))


def _listed(flow: Flow, start: int, end: int) -> list[_Person]:
    """Where every entry begins a word or a clause and its name is followed by the same sign."""
    places = [start, *(at for at in flow.starts if start < at < end)]
    places += [at + 1 for at in range(start, end - 1) if flow.text[at] in _ENDS]
    places += [found.start() for found in _NUMBER.finditer(flow.text, start, end)]
    people = [person for at in sorted(set(places)) if (person := _person(flow, at, end)) is not None]
    if not people:
        return []
    first = people[0]
    alike = [p for p in people if (p.number is None) == (first.number is None) and (p.sign == first.sign or p.number)]
    return _once(alike) if first.sign not in ("", "、") or first.number is not None else []


def _person(flow: Flow, at: int, end: int) -> _Person | None:
    found = _ENTRY.match(flow.text, at, end)
    if found is None:  # a number and a name, and nothing else in their word
        found = _ENTRY.match(
            flow.text, at, min((start for start in flow.starts if start > at + _NUMBERED), default=end)
        )
    name = names.parse(flow.plain[slice(*found.span("name"))]) if found else None
    if found is None or name is None:
        return None
    number = int(found["n"]) if found["n"] else None
    return _Person(name, *found.span("name"), found["sign"], number)


def _numbered(flow: Flow) -> list[_Person]:
    """Entries numbered from 1 on, each of which begins with a name; not a list of judges or of papers."""
    run: list[_Person] = []
    for found in _NUMBER.finditer(flow.text):
        if int(found["n"]) == 1:
            if _is_team(run):
                break
            run = []
        if int(found["n"]) != len(run) + 1 or (not run and _JUDGES.search(_before(flow, found.start()))):
            continue
        person = _person(flow, found.start(), len(flow.text))
        if person is not None and (person.sign not in ("", "、") or _alone(flow, person)):
            run.append(person)
    return _once(run) if _is_team(run) else []


def _alone(flow: Flow, person: _Person) -> bool:
    """Whether a number and a name are a word by themselves, as in `1.甲　2.乙` over several columns, or a title follows."""
    ends = person.end == len(flow.text) or flow.is_word_start(person.end) or _TITLED.match(flow.text, person.end)
    return bool(ends) and (names.has_known_surname(person.name) or "·" in person.name)


def _is_team(run: Sequence[_Person]) -> bool:
    known = [p for p in run if names.has_known_surname(p.name) or "·" in p.name]
    return len(run) >= _LEAST and 2 * len(known) > len(run)


def _before(flow: Flow, at: int) -> str:
    return flow.text[max(0, at - _ABOUT) : at]


def _once(people: Sequence[_Person]) -> list[_Person]:
    return list(_each_once(people))


def _each_once(people: Sequence[_Person]) -> Iterator[_Person]:
    seen: set[str] = set()
    for person in people:
        if person.name not in seen:
            seen.add(person.name)
            yield person
