"""What a rule pack may ask for in a branch of a route. Every part that is given must hold; one of a route's branches suffices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from models.profile import Level

Years = Annotated[int, Field(ge=0, le=60)]
Number = Annotated[int, Field(ge=1)]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A table of a rule pack: keys that it does not know are mistakes."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, kw_only=True)
class Applicants(Part):
    """Whom the notice is for, by every route. What is against it is for a person; what is not declared is not.

    `other_natures` are words of employers of another sort, `regions` the places of its employers, `targets` the titles that
    may be applied for, `already` those whose holders need not apply.
    """

    other_natures: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    already: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Schooling(Part):
    """An education of one of `levels`, or with a degree that names one of `degrees`; of `unsettled` levels a person decides.

    `highest`: the highest education must be such, so that nobody qualifies by a lower one.
    """

    levels: frozenset[Level] = frozenset()
    degrees: tuple[str, ...] = ()
    unsettled: frozenset[Level] = frozenset()
    highest: bool = False


@dataclass(frozen=True, kw_only=True)
class Tenure(Part):
    """`years` in one of the check's titles, counted both from its award and from the appointment to it.

    With `below` so many years are too many: another branch or route is meant for them.
    """

    years: Years
    below: Years | None = None


@dataclass(frozen=True, kw_only=True)
class Practice(Part):
    """`years` of professional work after graduation, `unrelated_more` where the major is not of the field.

    Meant for employers whose declared nature contains one of `natures`.
    """

    years: Years
    unrelated_more: Years = 0
    natures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Skill(Part):
    """A vocational certificate of one of `levels`, `years` of work since; of `unsettled` levels a person decides.

    Where `trades` are given, so it is of an occupation that contains none of these words.
    """

    levels: frozenset[str]
    years: Years
    unsettled: frozenset[str] = frozenset()
    trades: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Honour(Part):
    """An honour of the employer's, named by one of `words` and announced between `since` and `until`."""

    words: tuple[str, ...]
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class Choice(Part):
    """At least `minimum` of `items`, by id. `claimed`: only those that the application names count.

    `judged`: even then a person decides, since the words of the notice leave open what else must hold.
    """

    minimum: Number
    items: tuple[str, ...]
    claimed: bool = False
    judged: bool = True


@dataclass(frozen=True, kw_only=True)
class Branch(Part):
    """One way to qualify within a route. `untitled`: meant for those without any of the check's titles.

    `group`: the letter by which an application claims it, where a route has several groups of branches.
    """

    route: str
    label: str
    group: str | None = None
    schooling: Schooling | None = None
    tenure: Tenure | None = None
    untitled: bool = False
    practice: Practice | None = None
    skill: Skill | None = None
    honour: Honour | None = None
    choice: Choice | None = None


@dataclass(frozen=True, kw_only=True)
class PatentsAsked(Part):
    """At least `minimum` patents of type `type`, the applicant named first, granted since `since`.

    Of those granted since `perhaps` a person decides, for the notice's years may be counted so too.
    """

    type: str
    minimum: Number
    since: date
    perhaps: date


@dataclass(frozen=True, kw_only=True)
class SoftwareAsked(Part):
    """At least `minimum` software copyrights; whose name comes first is not printed on them, so a person decides."""

    minimum: Number
    perhaps: date


@dataclass(frozen=True, kw_only=True)
class PapersAsked(Part):
    """At least `minimum` papers; the standing of a periodical is for a person."""

    minimum: Number


@dataclass(frozen=True, kw_only=True)
class WorkAsked(Part):
    """`years` of professional work; `by_level` where the highest education sets another number."""

    years: Years
    by_level: dict[Level, Years] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PostAsked(Part):
    """`years` in a post whose name contains one of `words`."""

    words: tuple[str, ...]
    years: Years


@dataclass(frozen=True, kw_only=True)
class ProjectAsked(Part):
    """A project of one of `levels` (words in its level) in a role that contains one of `roles`."""

    levels: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AwardAsked(Part):
    """An award whose issuer contains one of `issuers` and none of `not_issuers`, its name one of `words` where they are given."""

    issuers: tuple[str, ...] = ()
    not_issuers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Item(Part):
    """One of the things to choose from. Any one of its parts suffices; an item without parts is all for a person.

    `names` are further ways of naming it in an application.
    """

    id: str
    label: str
    names: tuple[str, ...] = ()
    patents: tuple[PatentsAsked, ...] = ()
    software: SoftwareAsked | None = None
    papers: PapersAsked | None = None
    work: WorkAsked | None = None
    post: PostAsked | None = None
    project: ProjectAsked | None = None
    award: AwardAsked | None = None
