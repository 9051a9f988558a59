"""Reading profile.json, with errors that name the file, the field and what was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from models.errors import ProfileError
from models.profile import Profile
from verifier.expectations import field_path, problem_text

SCHEMA = "heyan-profile/1"
_SHOWN_ERRORS = 5


def load_profile(path: Path) -> Profile:
    """The profile in `path`; ProfileError when it cannot be used. Unknown keys become `Profile.warnings`."""
    name = f"{path.parent.name}/{path.name}" if path.parent.name else path.name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ProfileError(f"{name}：无法读取（{error.strerror}）。请检查文件是否存在、是否有读取权限。") from error
    return parse_profile(content, name)


def parse_profile(content: bytes, name: str) -> Profile:
    """As `load_profile`, of a file's content; `name` is what errors call it."""
    data = _json_object(content, name)
    if data.get("schema") != SCHEMA:
        shown = json.dumps(data.get("schema"), ensure_ascii=False, default=str)
        raise ProfileError(f"{name}：schema 应为“{SCHEMA}”，实际为{shown}。")
    warnings = tuple(f"{name}：{where} 不是本格式的字段，已忽略。" for where in _unknown(data, Profile, ()))
    data.pop("warnings", None)
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        raise ProfileError(_told(name, error)) from error
    return profile.model_copy(update={"warnings": warnings})


def _told(name: str, error: ValidationError) -> str:
    details = error.errors(include_url=False)
    lines = [f"{name}：{field_path(e['loc'])} {problem_text(e)}" for e in details[:_SHOWN_ERRORS]]
    if len(details) > _SHOWN_ERRORS:
        lines.append(f"{name}：另有 {len(details) - _SHOWN_ERRORS} 处错误。")
    return "\n".join(lines)


def _json_object(content: bytes, name: str) -> dict[str, Any]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProfileError(f"{name}：第 {error.start + 1} 字节起不是 UTF-8 文字，请另存为 UTF-8 编码。") from error
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_no_duplicates)
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 列"
        raise ProfileError(f"{name}：{where}不是正确的 JSON（{error.msg}）。") from error
    except (ValueError, RecursionError) as error:
        reason = "嵌套过深" if isinstance(error, RecursionError) else str(error)
        raise ProfileError(f"{name}：{reason}。") from error
    if not isinstance(data, dict):
        raise ProfileError(f"{name}：应为一个 JSON 对象（以花括号开头），实际不是。")
    return data


def _no_constant(text: str) -> Any:
    raise ValueError(f"数值不能是 {text}")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"字段“{key}”在同一对象中出现了两次，请只保留一处")
        found[key] = value
    return found


def _unknown(data: object, model: type[BaseModel], where: tuple[str | int, ...]) -> Iterator[str]:
    """The paths of the keys in `data` that `model` does not know, at any depth."""
    if not isinstance(data, dict):
        return
    known = {f.alias or n: f for n, f in model.model_fields.items() if n != "warnings"}
    for key, value in data.items():
        if key not in known:
            yield field_path((*where, key))
            continue
        inner = _model_in(known[key].annotation)
        if inner is not None and isinstance(value, list):
            for i, entry in enumerate(value):
                yield from _unknown(entry, inner, (*where, key, i))
        elif inner is not None:
            yield from _unknown(value, inner, (*where, key))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that `annotation` is, or holds in a tuple or an optional."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _model_in(a)) is not None), None)
