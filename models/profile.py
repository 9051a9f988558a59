"""What an applicant declares: `profile.json`, schema heyan-profile/1.

Every list may be empty or absent and every value unknown (null, blank or absent) but for the few that the rest
hangs on: the applicant's id and name, and the year of a year's entry. Keys that are not of the schema are no error.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from models.dates import PartialDate

Level = Literal["博士研究生", "硕士研究生", "本科", "大专", "中专", "高中"]
Relevance = Literal["对口", "相近", "不对口"]
Gender = Literal["男", "女"]
Hours = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
Year = Annotated[int, Field(ge=1900, le=2999)]
Count = Annotated[int, Field(ge=0)]


class Declared(BaseModel):
    """A group of declared values; immutable, blanks count as not declared."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        """Leave out what is null or blank, so that a field without a value takes its default."""
        if not isinstance(data, dict):
            return data
        return {k: v for k, v in data.items() if v is not None and not (isinstance(v, str) and not v.strip())}


class Person(Declared):
    name: str
    former_name: str | None = None
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    id_number: str | None = None


class Employer(Declared):
    name: str | None = None
    uscc: str | None = None
    nature: str | None = None
    region: str | None = None


class Publicity(Declared):
    start: PartialDate | None = None
    end: PartialDate | None = None


class Application(Declared):
    """The choice made; `route` is any text here, for a wrong choice is a finding and no broken profile."""

    route: str | None = None
    subfield: str | None = None
    target_title: str | None = None
    specialty: str | None = None
    exceptional_items: tuple[str, ...] = ()
    submitted_on: PartialDate | None = None
    employer_submitted_on: PartialDate | None = None
    publicity: Publicity = Publicity()
    pledge_signed: StrictBool | None = None
    summary_submitted: StrictBool | None = None


class Education(Declared):
    level: Level | None = None
    degree: str | None = None
    school: str | None = None
    major: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    certificate_number: str | None = None
    degree_certificate_number: str | None = None
    auto_extracted: StrictBool = False
    overseas: StrictBool = False
    relevance: Relevance | None = None


class Work(Declared):
    employer: str | None = None
    position: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    technical: StrictBool | None = None


class Title(Declared):
    title: str | None = None
    specialty: str | None = None
    obtained_on: PartialDate | None = None
    certificate_number: str | None = None
    issuer: str | None = None


class Appointment(Declared):
    title: str | None = None
    employer: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


class SkillCertificate(Declared):
    occupation: str | None = None
    level: str | None = None
    certificate_number: str | None = None
    issued_on: PartialDate | None = None


class TrainingYear(Declared):
    """Hours of one year; what is not declared is None, not zero."""

    year: Year
    total: Hours | None = None
    specialized: Hours | None = None
    public: Hours | None = None


class Appraisal(Declared):
    year: Year
    result: str | None = None
    employer: str | None = None


class Award(Declared):
    name: str | None = None
    issuer: str | None = None
    date: PartialDate | None = None
    collective: StrictBool | None = None


class Paper(Declared):
    title: str | None = None
    journal: str | None = None
    issn: str | None = None
    cn: str | None = None
    date: PartialDate | None = None
    author_rank: Count | None = None


class Project(Declared):
    name: str | None = None
    role: str | None = None
    level: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    amount_yuan: Annotated[Decimal, Field(allow_inf_nan=False)] | None = None


class Patent(Declared):
    type: str | None = None
    number: str | None = None
    name: str | None = None
    inventor_rank: Count | None = None
    granted_on: PartialDate | None = None


class SoftwareCopyright(Declared):
    number: str | None = None
    name: str | None = None
    registered_on: PartialDate | None = None


class SocialInsurance(Declared):
    employer: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


class Profile(Declared):
    """One applicant's declarations. `warnings` (Chinese) names the keys that were not understood."""

    schema_id: Literal["heyan-profile/1"] = Field(alias="schema")
    applicant_id: str
    person: Person
    employer: Employer = Employer()
    application: Application = Application()
    education: tuple[Education, ...] = ()
    work: tuple[Work, ...] = ()
    titles: tuple[Title, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    skill_certificates: tuple[SkillCertificate, ...] = ()
    training_hours: tuple[TrainingYear, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    awards: tuple[Award, ...] = ()
    papers: tuple[Paper, ...] = ()
    projects: tuple[Project, ...] = ()
    patents: tuple[Patent, ...] = ()
    software_copyrights: tuple[SoftwareCopyright, ...] = ()
    social_insurance: tuple[SocialInsurance, ...] = ()
    social_insurance_auto_extracted: StrictBool = False
    warnings: tuple[str, ...] = Field(default=(), exclude=True)
