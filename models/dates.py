"""A date as precise as it is known: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Precision = Literal["year", "month", "day"]
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class PartialDate(str):
    """An ISO date, `2014`, `2014-06` or `2014-06-20`; ValueError for anything else, so also for a 31 June.

    It stays the text it was written as; two of unequal precision are told apart by `earliest` and `latest`.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> PartialDate:
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        date(year or 0, month or 1, day or 1)
        return super().__new__(cls, text)

    @classmethod
    def of(cls, text: str) -> PartialDate | None:
        """The date that `text` is, None where it is none."""
        try:
            return cls(text)
        except ValueError:
            return None

    @property
    def precision(self) -> Precision:
        lengths: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return lengths[len(self)]

    @property
    def year(self) -> int:
        return int(self[:4])

    @property
    def month(self) -> int | None:
        return int(self[5:7]) if len(self) >= 7 else None

    @property
    def day(self) -> int | None:
        return int(self[8:10]) if len(self) == 10 else None

    @property
    def earliest(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._validated, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _validated(cls, text: str) -> PartialDate:
        try:
            return cls(text)
        except ValueError as error:
            raise PydanticCustomError("partial_date", "应为 ISO 日期（如 2014、2014-06 或 2014-06-20）") from error
