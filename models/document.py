"""Files and the documents found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from models.geometry import Box
from models.page import Page

Kind = Literal[
    "graduation_certificate",
    "degree_certificate",
    "graduate_registration_form",
    "chsi_registration_form",
    "chsi_verification_report",
    "overseas_degree_recognition",
    "title_certificate",
    "appointment_letter",
    "vocational_certificate",
    "training_hour_card",
    "annual_appraisal",
    "award_certificate",
    "social_insurance_record",
    "patent_certificate",
    "software_copyright_certificate",
    "paper",
    "project_document",
    "exceptional_promotion_form",
    "work_summary",
    "review_form",
    "authenticity_pledge",
    "other",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, or one page of it, could not be read: a stable `code` and a Chinese message that says what to do."""

    file: str
    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file, read: its content hash, its pages, and what went wrong. Independent of kinds, rules and profile."""

    file: str
    sha256: str
    pages: tuple[Page, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A value found on a page. `value` is normalised, `raw` as read; `box` in stored pixels of page `page`.

    `row` groups the fields of one table row (a year of a merged appraisal table, a period of an insurance record).
    `notes` says what a reviewer should know of this reading: `repaired`, `under_seal`, `doubtful`, `conflict`,
    `unclear` (one character of a name may be another), or what kind of value it is (docs/architecture.md): `open_end`, `unpaid`,
    `earlier`, `filled_in`, `formality`, `irregular`.
    """

    name: str
    value: str
    raw: str
    confidence: float
    page: int
    box: Box
    row: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its kind, its pages in `file`, its fields. `remarks` are stable codes about the whole document.

    `page_sizes` are the stored widths and heights, in pixels, of `pages`: what the fields' boxes are measured in.

    Remarks in use: `grayscale` (no colour, so a red seal cannot be seen), `unread_ink` (text that could not be read),
    `low_quality`, `not_graduation` (a 进修/培训/学籍 paper in a certificate's dress), `secondary_school`,
    `several_years`, `kind_uncertain`.
    """

    id: str
    file: str
    pages: tuple[int, ...]
    kind: Kind
    kind_confidence: float
    fields: tuple[Field, ...] = ()
    remarks: tuple[str, ...] = ()
    page_sizes: tuple[tuple[int, int], ...] = ()

    def all(self, name: str) -> tuple[Field, ...]:
        """Every field called `name`, in reading order."""
        return tuple(f for f in self.fields if f.name == name)

    def first(self, name: str) -> Field | None:
        """The most confident field called `name`, or None."""
        return max(self.all(name), key=lambda f: f.confidence, default=None)
