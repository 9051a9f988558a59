"""What a made-up document says, before anybody lays it out. Values are normal forms (docs/architecture.md)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from samples.drawing.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Holder:
    """The person a document is about; `number` is the citizen number."""

    name: str
    gender: str
    birth: str
    number: str

    @property
    def masked(self) -> str:
        """The citizen number as electronic certificates show it."""
        return self.number[:6] + "********" + self.number[-4:]


@dataclass(frozen=True, slots=True)
class Graduation:
    """A school's certificate. `form` is the study form's word (函授, 业余 …), `base` 专科起点 where it is printed."""

    holder: Holder
    school: str
    major: str
    level: str
    start: str
    end: str
    issued: str
    number: str
    programme: str = "普通"
    conclusion: str = "毕业"
    form: str = ""
    base: str = ""
    years: str = "四"
    president: str = "吴远山"


@dataclass(frozen=True, slots=True)
class Degree:
    holder: Holder
    school: str
    major: str
    degree: str
    issued: str
    number: str
    president: str = "吴远山"
    population: str = "普通高等教育本科毕业生"
    english: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    holder: Holder
    title: str
    specialty: str
    obtained: str
    issued: str
    number: str
    committee: str
    issuer: str
    employer: str = ""
    method: str = "评审"


@dataclass(frozen=True, slots=True)
class Course:
    name: str
    organiser: str
    start: str
    end: str
    subject: str
    hours: str


@dataclass(frozen=True, slots=True)
class Hours:
    """A card of hours; `public` counts what the card calls 公需."""

    holder: Holder
    employer: str
    year: str
    total: str
    specialised: str
    public: str
    printed: str
    courses: tuple[Course, ...] = ()


@dataclass(frozen=True, slots=True)
class Yearly:
    """One year of an appraisal; `seal` is whose seal stands on it, empty for none."""

    year: str
    employer: str
    position: str
    result: str
    report: str
    comment: str
    signed: str
    seal: str


@dataclass(frozen=True, slots=True)
class Appraisal:
    holder: Holder
    years: tuple[Yearly, ...]
    title: str = "助理工程师"
    leader: str = "李国栋"


@dataclass(frozen=True, slots=True)
class Award:
    holder: Holder
    award: str
    issuer: str
    issued: str
    occasion: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Any other paper: a heading, lines, who seals it."""

    holder: Holder
    heading: str = ""
    lines: tuple[str, ...] = ()
    seal: str = ""
    dated: str = ""


class Held(Protocol):
    """Anything else that a document says of its holder (samples.records)."""

    @property
    def holder(self) -> Holder: ...


Content = Graduation | Degree | Title | Hours | Appraisal | Award | Paper | Held
Layout = Callable[..., list[Sheet]]


@dataclass(frozen=True, slots=True)
class Piece:
    """One document to draw: what it says and the layout that draws it, called as layout(content, rng).

    `part` is the one sheet of several that goes into this file, where a document runs over files.
    """

    content: Content
    layout: Layout
    part: int | None = None

    def draw(self, rng: random.Random) -> list[Sheet]:
        """The sheets that go into the file."""
        sheets = self.layout(self.content, rng)
        return sheets if self.part is None else [sheets[self.part]]


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file of an applicant: pieces in order and how the sheets become a file.

    `quality` clean, scan, photo or text; `container` the file's ending decides; `turn` quarter turns clockwise; `exif` stores
    the turn in EXIF only; `skew` degrees where not left to chance; `damage` encrypted, truncated or empty; `packed` stores
    the seals of a PDF in few strengths of their ink; `effort` of WebP to store small, from 0 to 6; `width` of a photo held
    upright in pixels, 0 for the usual one; `flat` stores a PNG or WebP without loss in the few even colours that a
    scanner's compact mode leaves, and the pages of a grey PDF in black and white as a copier does; `light` sets the text of
    a PDF in the face whose characters take least room.
    """

    name: str
    pieces: tuple[Piece, ...]
    quality: str = "scan"
    turn: int = 0
    exif: bool = False
    skew: float | None = None
    dpi: int = 150
    grey: bool = False
    jpeg: int | None = None
    damage: str = ""
    mixed: bool = False
    packed: bool = False
    effort: int = 4
    width: int = 0
    flat: bool = False
    light: bool = False


@dataclass
class Dossier:
    """An applicant: the profile as contract section 3 has it, the files, and findings that differ from plain passing.

    `families` names the check families that the findings speak about, where they are others than by default.
    """

    id: str
    profile: dict[str, object]
    files: list[FilePlan]
    findings: dict[tuple[str, str], str] = field(default_factory=dict)
    note: str = ""
    families: tuple[str, ...] = ()

    def rng(self, salt: str) -> random.Random:
        """Random choices that depend on the applicant and `salt` alone."""
        return random.Random(f"{self.id}/{salt}")
