"""Working days by the State Council's yearly orders (国务院办公厅关于部分节假日安排的通知), from the package chinese-calendar."""

from __future__ import annotations

from datetime import date, timedelta

from chinese_calendar import is_workday


def working_days(after: date, until: date) -> int | None:
    """Working days later than `after`, up to and with `until`; None where the orders of a year are not known.

    >>> working_days(date(2023, 9, 13), date(2023, 9, 20)), working_days(date(2023, 9, 28), date(2023, 10, 7))
    (5, 1)
    """
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    try:
        return sum(bool(is_workday(day)) for day in days)
    except NotImplementedError:
        return None
