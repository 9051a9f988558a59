"""What the documents of work, skill and achievement say, before anybody lays them out. Values are normal forms."""

from __future__ import annotations

from dataclasses import dataclass

from samples.content import Holder


@dataclass(frozen=True, slots=True)
class Appointment:
    """An employer's letter; `end` empty for an open term, `others` are appointed by the same paper."""

    holder: Holder
    title: str
    employer: str
    start: str
    end: str
    issued: str
    specialty: str = "机械"
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Vocation:
    """A vocational certificate; `level` is the level's name, `grade` its number as printed (二级)."""

    holder: Holder
    occupation: str
    level: str
    grade: str
    number: str
    issued: str
    issuer: str


@dataclass(frozen=True, slots=True)
class Insured:
    employer: str
    start: str
    end: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Insurance:
    """Months as `2020-09`; `kind` as printed in each row or the heading."""

    holder: Holder
    periods: tuple[Insured, ...]
    printed: str
    agency: str = "绍兴市上虞区社会保险事业管理服务中心"
    kind: str = "企业职工基本养老保险"
    account: str = "9900001234"


@dataclass(frozen=True, slots=True)
class Patent:
    sort: str
    name: str
    number: str
    inventors: tuple[str, ...]
    patentee: str
    applied: str
    granted: str
    serial: str
    publication: str


@dataclass(frozen=True, slots=True)
class Software:
    number: str
    name: str
    owner: str
    registered: str
    serial: str
    finished: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A paper in an issue of a periodical; `issue` as printed on the cover, `page` of its beginning."""

    title: str
    authors: tuple[str, ...]
    journal: str
    issn: str
    cn: str
    date: str
    issue: str
    page: int
    employer: str
    sponsor: str = "越州市机械工程学会"


@dataclass(frozen=True, slots=True)
class Project:
    """`team` are name, title and duty; `amount` yuan; `sides` the parties, the sponsor first."""

    name: str
    number: str
    sides: tuple[str, str]
    amount: str
    team: tuple[tuple[str, str, str], ...]
    start: str
    end: str
    signed: str
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class Promotion:
    """附件4; `items` the normal form of what `reason` names; `seals` those who stamped it."""

    holder: Holder
    employer: str
    post: str
    years: str
    schooled: str
    title: str
    appointed: str
    reason: str
    items: str
    seals: tuple[str, ...]
    dated: str = "2023-08-18"


@dataclass(frozen=True, slots=True)
class Statement:
    """A paper without fields of its own: summary, pledge, review form."""

    holder: Holder
    employer: str
    dated: str
    text: tuple[str, ...] = ()
    seal: str = ""
    seals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schooling:
    """What a registration form of graduates, a verification report or a recognition says of one education."""

    holder: Holder
    school: str
    major: str
    level: str
    start: str
    end: str
    number: str
    dated: str
    conclusion: str = ""
    degree: str = ""
    report: str = ""
    country: str = ""
