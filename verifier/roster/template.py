"""An empty roster: headings, menus, and cells kept as text so that numbers and dates stay as typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

from verifier.roster.sheets import FOLDER, ID, Column, Sheet, roster_sheets

ROWS = 2000
HINTS = {
    "date": "填 2014、2014-06 或 2014-06-20，填到已知的精度",
    "whole": "填整数",
    "number": "填数字",
    "list": "有几项时以顿号分隔",
}
REQUIRED = {(ID,), ("年度",), ("姓名",)}


def _hint(column: Column, sheet: Sheet) -> str:
    if column.heading == ID:
        return "必填，与“申报人”表的编号相同" if sheet.entries else "必填，每人一个，不可重复"
    if column.heading == FOLDER:
        return "该申报人的材料所在文件夹；与编号同名时可不填"
    hint = f"填 {'、'.join(column.choices)} 之一" if column.choices else HINTS.get(column.holds, "")
    return "；".join(part for part in ("必填" if (column.heading,) in REQUIRED else "", hint) if part)


def _write_sheet(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    text = book.add_format({"num_format": "@", "font_name": "微软雅黑", "font_size": 10})
    plain = book.add_format({"font_name": "微软雅黑", "font_size": 10})
    head = book.add_format({"bold": True, "bg_color": "#D9E2EC", "bottom": 1, "font_name": "微软雅黑", "font_size": 10})
    for number, column in enumerate(sheet.columns):
        wide = max(12, 2 * len(column.heading) + 4)
        long = any(word in column.heading for word in ("证号", "编号", "单位", "学校", "代码", "名称", "题目"))
        page.set_column(
            number, number, max(wide, 24) if long else wide, plain if column.holds in ("whole", "number") else text
        )
        page.write_string(0, number, column.heading, head)
        hint = _hint(column, sheet)
        if hint:
            page.write_comment(0, number, hint, {"x_scale": 1.6, "y_scale": 0.7})
        if column.choices:
            page.data_validation(1, number, ROWS, number, {
                "validate": "list", "source": list(column.choices), "error_title": column.heading, "error_message": hint,
            })  # fmt: skip
    page.freeze_panes(1, 1)


def write_template(path: Path) -> Path:
    """Writes an empty roster to `path`; OSError where that cannot be done, or where a file is there already."""
    if path.exists():
        raise FileExistsError(17, "文件已存在", str(path))
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    for sheet in roster_sheets():
        _write_sheet(book, sheet)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error
    return path
