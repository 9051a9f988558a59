"""What a cell of a roster says, as the profile wants it; a ValueError in Chinese where that cannot be told."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from verifier.roster.sheets import FLAGS, ROUTES, Column

# A spreadsheet keeps fifteen digits of a number; what stood behind them is lost.
DIGITS_KEPT = 15
_PARTS = re.compile(r"[、,，;；]")


def value_of(cell: Any, column: Column) -> Any:
    """The value of an openpyxl cell in `column`; None where it is empty."""
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "f":
        raise ValueError("是公式，请改为填写数值（复制后选择性粘贴为数值）")
    if cell.data_type == "e":
        raise ValueError(f"是错误值 {value}，请重新填写")
    if isinstance(value, dt.datetime | dt.date):
        return _date(value, str(cell.number_format), column)
    if isinstance(value, bool):
        return value if column.holds == "flag" else str(value)
    if isinstance(value, int | float):
        return _number(value, column)
    return _text(str(value).strip(), column)


def _date(value: dt.datetime | dt.date, shape: str, column: Column) -> str:
    """A date as precise as it is shown: a cell that shows year and month has no day, whatever it keeps."""
    if column.holds != "date":
        raise ValueError("被表格软件当作日期，请把单元格设为文本后重新填写")
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shape.lower())
    if "d" in shown:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"


def _number(value: int | float, column: Column) -> Any:
    whole = int(value) if float(value).is_integer() else None
    if column.holds == "number":
        return Decimal(str(value if whole is None else whole))
    if whole is None:
        if column.holds == "date":
            raise ValueError(f"为 {value}，月份写作 2014-06 这样的形式，请把单元格设为文本后重新填写")
        return str(value) if column.holds != "whole" else value
    if column.holds == "whole":
        return whole
    if len(str(abs(whole))) > DIGITS_KEPT:
        raise ValueError("以数字存放，末几位可能已丢失，请把单元格设为文本后重新填写完整")
    return _text(str(whole), column)


def _text(text: str, column: Column) -> Any:
    if column.holds == "route":
        return ROUTES.get(text, text)
    if column.holds == "flag":
        if text not in FLAGS:
            raise ValueError(f"应为 是、否 之一，实际为“{text}”")
        return FLAGS[text]
    if column.holds == "list":
        return [part.strip() for part in _PARTS.split(text) if part.strip()]
    if column.holds in ("whole", "number"):
        try:
            number = Decimal(text)
        except InvalidOperation as error:
            raise ValueError(f"应为数字，实际为“{text}”") from error
        return int(number) if column.holds == "whole" and number == number.to_integral_value() else number
    if column.holds == "date":
        return re.sub(r"^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?$", _dashed, text)
    return text


def _dashed(found: re.Match[str]) -> str:
    return "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)])
