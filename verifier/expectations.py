"""What was expected where a profile or a rule pack is wrong, in Chinese, from pydantic's error details."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

_EXPECTED = {
    "partial_date": "应为 ISO 日期（如 2014、2014-06 或 2014-06-20）",
    "string_type": "应为文字（写在引号中）",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "decimal_type": "应为数字",
    "decimal_parsing": "应为数字",
    "finite_number": "应为数字",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "tuple_type": "应为列表（写在方括号中）",
    "list_type": "应为列表（写在方括号中）",
    "frozen_set_type": "应为列表（写在方括号中）",
    "dict_type": "应为一组“名称 = 值”",
    "mapping_type": "应为一组“名称 = 值”",
    "model_type": "应为一个对象（写在花括号中）",
    "model_attributes_type": "应为一个对象（写在花括号中）",
    "dataclass_type": "应为一组“名称 = 值”",
    "date_from_datetime_parsing": "应为日期（如 2023-12-31）",
    "date_type": "应为日期（如 2023-12-31）",
    "date_parsing": "应为日期（如 2023-12-31）",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "不小于"),
    "less_than_equal": ("le", "不大于"),
    "greater_than": ("gt", "大于"),
}
_LONGEST_SHOWN = 40


def field_path(where: Iterable[str | int]) -> str:
    """A place in nested data as a reader writes it: `education[0].end`."""
    path = ""
    for part in where:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f".{part}" if path else part
    return path or "（整个内容）"


def problem_text(error: Mapping[str, Any]) -> str:
    """`error`, one of `ValidationError.errors()`, as a Chinese clause with what was expected and what is there."""
    kind, given = error["type"], error.get("input")
    if kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return "为必填项，未填写。"
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return "不是可用的参数，请检查拼写。"
    if kind == "value_error":
        return f"{error.get('ctx', {}).get('error', error['msg'])}。"
    return f"{_expected(error)}，实际为{shown(given)}。"


def _expected(error: Mapping[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return f"应为 {context['expected'].replace(' or ', '、').replace(', ', '、')} 之一"
    if kind in _BOUNDS:
        key, word = _BOUNDS[kind]
        return f"应{word} {context[key]}"
    if kind in {"too_short", "string_too_short"}:
        return f"应至少有 {context['min_length']} 项"
    return _EXPECTED.get(kind, str(error["msg"]))


def shown(value: object) -> str:
    """A given value as an error message shows it: quoted when text, shortened when long."""
    if isinstance(value, str):
        return f"“{value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + '…'}”"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return f" {text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + '…'}"
