"""The companies and schools of applicants T17 and following, and what a dossier of theirs begins with."""

from __future__ import annotations

from typing import Any

from samples.content import Holder, Title
from samples.dossiers.builder import BUREAU, COMMITTEE
from samples.dossiers.cangxi_builder import Case
from samples.numbers import company_code
from samples.records import Appointment, Insurance, Insured

COLLEGE, INSTITUTE, TRADE_SCHOOL = "剡溪工程学院", "剡溪机电职业技术学院", "剡溪机械工业学校"
SCHOOL_CODES = {COLLEGE: "99061", INSTITUTE: "99063"}
HYDRAULIC = "娥江恒砺液压有限公司"
FAN = "舜耕风机制造有限公司"
MOTOR = "百官微电机（浙江）有限公司"
FORK = "凤鸣搬运机械有限公司"
CODES = {name: company_code(801 + i) for i, name in enumerate((HYDRAULIC, FAN, MOTOR, FORK))}
# Cards and appraisal tables have cases enough among the earlier applicants; these hand in what is new.
SILENT = frozenset({"training", "appraisal"})


def case(id_: str, holder: Holder, jobs: list[tuple[str, str, str, str | None]], **options: Any) -> Case:
    return Case(id_, holder, jobs, code=CODES[jobs[-1][0]], silent=SILENT, **options)


def titled(c: Case, specialty: str, obtained: str, issued: str, number: str) -> Title:
    """The certificate of an assistant engineer, declared as it says."""
    c.declare(
        "titles",
        title="助理工程师",
        specialty=specialty,
        obtained_on=obtained,
        certificate_number=number,
        issuer=BUREAU,
    )
    return Title(c.holder, "助理工程师", specialty, obtained, issued, number, COMMITTEE, BUREAU, employer=c.jobs[-1][0])


def appointed(c: Case, start: str, end: str, issued: str, *, declared: str = "") -> Appointment:
    """A letter of appointment; declared with the same start unless `declared` names another."""
    employer = c.jobs[-1][0]
    c.declare("appointments", title="助理工程师", employer=employer, start=declared or start, end=end or None)
    return Appointment(c.holder, "助理工程师", employer, start, end, issued)


def insured(c: Case, *periods: tuple[str, str, str]) -> Insurance:
    return Insurance(c.holder, tuple(Insured(*period) for period in periods), "2023-08-25")
