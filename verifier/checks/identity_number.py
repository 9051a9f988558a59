"""Is the declared ID number right in itself, and do birth date and gender follow from it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from extractors.values import id_number
from models.finding import Finding
from models.profile import Person
from verifier.checks.check import FAIL, MISSING, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case

SUBJECT = "person"
_RESIDENT = re.compile(r"\d{17}[\dX]", re.ASCII)
_RESIDENT_OLD = re.compile(r"\d{15}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class IdentityIdNumber(RuledCheck):
    """`identity.id_number`: of the profile alone. GB 11643-1999; numbers of other papers are left to a person."""

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "right": Wording(PASS),
        "undeclared": Wording(MISSING, ("what",)),
        "other_paper": Wording(REVIEW),
        "fifteen_digits": Wording(REVIEW),
        "wrong_form": Wording(FAIL),
        "wrong_check_digit": Wording(FAIL),
        "birth_date_differs": Wording(FAIL, ("birth_date", "profile_birth_date")),
        "gender_differs": Wording(FAIL, ("gender", "profile_gender")),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        person = case.profile.person
        missing = [
            what
            for what, value in (
                ("身份证号", person.id_number), ("出生日期", person.birth_date), ("性别", person.gender)
            )
            if value is None
        ]  # fmt: skip
        reason, birth_date, gender = self._judged(person)
        if reason == "right" and missing:
            reason = "undeclared"
        yield self.finding(
            SUBJECT,
            reason,
            declared=person.id_number,
            what="、".join(missing),
            birth_date=birth_date,
            gender=gender,
            profile_birth_date=person.birth_date or "",
            profile_gender=person.gender or "",
        )

    def _judged(self, person: Person) -> tuple[str, str, str]:
        """The reason, and the birth date and gender that the number says."""
        if person.id_number is None:
            return "undeclared", "", ""
        number = id_number.compact(person.id_number)
        value = id_number.parse(number)
        if value is None:
            return _malformed(number), "", ""
        born, gender = value.birth_date, value.gender or ""
        if value.masked or born is None:
            return "other_paper", "", gender
        declared = person.birth_date
        reason = "fifteen_digits" if len(number) == 15 else "right"
        if declared is not None and not declared.earliest <= born <= declared.latest:
            reason = "birth_date_differs"
        elif gender and person.gender is not None and person.gender != gender:
            reason = "gender_differs"
        return reason, born.isoformat(), gender


def _malformed(number: str) -> str:
    """Why `number` is no resident's number: another paper's form, a wrong check digit (or date), or neither."""
    if _RESIDENT.fullmatch(number):
        # 9…: the permanent residence card for foreigners of 2023-12 on has its own arithmetic.
        return "other_paper" if number.startswith("9") else "wrong_check_digit"
    if _RESIDENT_OLD.fullmatch(number):
        return "wrong_form"
    return "other_paper" if re.fullmatch(r"[A-Z]{1,3}\d{7,12}[A-Z0-9]?", number, re.ASCII) else "wrong_form"
