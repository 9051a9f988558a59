"""Rule packs: TOML that says which checks run, with which arguments, under which clause and in which words.

A pack is checked as a whole when it loads, so that a mistake names the file, the rule and the field before anything is read.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from models.errors import RulePackError
from models.finding import PackIdentity, Status
from models.rule import Rule
from verifier.checks import BATCH_CHECKS, CHECKS
from verifier.checks.check import BatchCheck, Check
from verifier.expectations import field_path, problem_text

BUILT_IN = Path(__file__).with_name("packs")
ALWAYS = frozenset({"declared", "read", "where"})
Text = Annotated[str, Field(min_length=1)]
AnyCheck = TypeVar("AnyCheck", Check, BatchCheck)


@dataclass(frozen=True, slots=True)
class RulePack:
    """The rules of one notice, in the pack's order. `source` says where the notice is published or kept.

    `checks` look at one applicant, `batch_checks` at all of a run.
    """

    id: str
    version: str
    notice: str
    title: str
    source: str
    checks: tuple[Check, ...]
    batch_checks: tuple[BatchCheck, ...] = ()

    @property
    def identity(self) -> PackIdentity:
        return PackIdentity(self.id, self.version, self.notice)

    @property
    def rules(self) -> tuple[Rule, ...]:
        return (*(check.rule for check in self.checks), *(check.rule for check in self.batch_checks))


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _RuleTable(_Table):
    check: Text
    clause: Text
    words: Text
    title: Text
    messages: dict[str, Text] = {}
    statuses: dict[str, Literal["fail", "missing", "review"]] = {}
    arguments: dict[str, Any] = {}


class _PackTable(_Table):
    id: Text
    version: Text
    notice: Text
    title: Text
    source: Text
    messages: dict[str, Text] = {}
    rule: Annotated[tuple[_RuleTable, ...], Field(min_length=1)]


def builtin_packs() -> tuple[str, ...]:
    """The ids of the packs that ship with the program."""
    return tuple(sorted(path.stem for path in BUILT_IN.glob("*.toml")))


def load_pack(id_or_path: str | Path) -> RulePack:
    """The built-in pack of that id, or the pack in that file; RulePackError when it is wrong."""
    path = BUILT_IN / f"{id_or_path}.toml"
    if str(id_or_path) not in builtin_packs():
        path = Path(id_or_path)
    name = path.name
    table = _parsed(name, _toml(path, str(id_or_path)))
    checks: list[Check] = []
    batch_checks: list[BatchCheck] = []
    faults: list[str] = []
    seen: set[str] = set()
    for number, entry in enumerate(table.rule):
        place = f"{name}：rule[{number}]（{entry.check}）"
        try:
            if entry.check in seen:
                raise RulePackError(f"{place} 与前面的规则重复，每项检查只能写一次。")
            seen.add(entry.check)
            if entry.check in BATCH_CHECKS:
                batch_checks.append(_built(place, entry, table.messages, BATCH_CHECKS[entry.check]))
            else:
                checks.append(_built(place, entry, table.messages, _known(place, entry.check)))
        except RulePackError as error:
            faults.append(str(error))
    faults += _idle_messages(name, table, seen)
    if faults:
        raise RulePackError("\n".join(faults))
    return RulePack(
        table.id, table.version, table.notice, table.title, table.source, tuple(checks), tuple(batch_checks)
    )


def _known(place: str, check: str) -> type[Check]:
    if check not in CHECKS:
        known = "、".join((*CHECKS, *BATCH_CHECKS))
        raise RulePackError(f"{place} check 应为已有的检查之一（{known}），实际为“{check}”。")
    return CHECKS[check]


def _toml(path: Path, asked: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        known = "、".join(builtin_packs())
        raise RulePackError(
            f"找不到规则包“{asked}”（{error.strerror}）。内置规则包有：{known}；也可以给出 TOML 文件的路径。"
        ) from error
    except UnicodeDecodeError as error:
        raise RulePackError(
            f"{path.name}：第 {error.start + 1} 字节起不是 UTF-8 文字，请另存为 UTF-8 编码。"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise RulePackError(f"{path.name}：不是正确的 TOML（{error}）。") from error


def _parsed(name: str, data: Mapping[str, Any]) -> _PackTable:
    try:
        return _PackTable.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = list(first["loc"])
        rule = ""
        if len(place) > 1 and place[0] == "rule" and isinstance(place[1], int):
            entry = data["rule"][place[1]]
            rule = f"（{entry.get('check', '未写 check')}）" if isinstance(entry, dict) else ""
        raise RulePackError(f"{name}：{field_path(place)}{rule} {problem_text(first)}") from error


def _built(place: str, entry: _RuleTable, shared: Mapping[str, str], made: type[AnyCheck]) -> AnyCheck:
    """The check of one rule, its messages and arguments proved."""
    messages = {reason: text for reason, text in shared.items() if reason in made.WORDINGS} | entry.messages
    _prove_messages(place, made, messages, entry.messages)
    statuses = _proved_statuses(place, made, entry.statuses)
    rule = Rule(entry.check, entry.clause, entry.words, entry.title, messages, statuses)
    if "rule" in entry.arguments:
        raise RulePackError(f"{place} arguments.rule 不是可用的参数，请检查拼写。")
    try:
        return _adapter(made).validate_python({"rule": rule, **entry.arguments})
    except ValidationError as error:
        where, problem = _first_problem(error, made.__name__)
        raise RulePackError(f"{place} {where} {problem}") from error


def _first_problem(error: ValidationError, name: str) -> tuple[str, str]:
    """Where in the arguments of check class `name` the first mistake is, and what was expected."""
    first = error.errors(include_url=False)[0]
    return field_path(("arguments", *(p for p in first["loc"] if p != name))), problem_text(first)


def _adapter(made: type[AnyCheck]) -> TypeAdapter[AnyCheck]:
    if not dataclasses.is_dataclass(made):
        raise TypeError(f"{made.__name__} is no dataclass")
    return TypeAdapter(made)


def _prove_messages(
    place: str, made: type[Check] | type[BatchCheck], messages: Mapping[str, str], own: Mapping[str, str]
) -> None:
    """Every reason worded, none that the check never gives, no placeholder that it does not fill."""
    for reason, wording in made.WORDINGS.items():
        if reason not in messages:
            raise RulePackError(f"{place} messages.{reason} 为必填项（该情形的结论为 {wording.status}），未填写。")
        allowed = ALWAYS | set(wording.placeholders)
        for placeholder in _placeholders(place, reason, messages[reason]):
            if placeholder not in allowed:
                names = "、".join(f"{{{n}}}" for n in sorted(allowed))
                raise RulePackError(f"{place} messages.{reason} 中的 {{{placeholder}}} 不可用，这里可用的是：{names}。")
    for reason in own:
        if reason not in made.WORDINGS:
            reasons = "、".join(made.WORDINGS)
            raise RulePackError(f"{place} messages.{reason} 不是这项检查会给出的情形，可用的是：{reasons}。")


def _proved_statuses(place: str, made: type[Check] | type[BatchCheck], given: Mapping[str, str]) -> dict[str, Status]:
    """An office may be stricter or milder with what a check objects to, but turn no objection into a pass, nor back."""
    open_to_choice = [r for r, w in made.WORDINGS.items() if w.status not in (Status.PASS, Status.NOT_APPLICABLE)]
    for reason in given:
        if reason not in open_to_choice:
            raise RulePackError(f"{place} statuses.{reason} 不可设定，可设定的情形是：{'、'.join(open_to_choice)}。")
    return {reason: Status(value) for reason, value in given.items()}


def _placeholders(place: str, reason: str, template: str) -> set[str]:
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise RulePackError(f"{place} messages.{reason} 的花括号不成对（{error}）。") from error
    for _, name, spec, conversion in parts:
        if name is not None and (not name.isidentifier() or spec or conversion):
            raise RulePackError(f"{place} messages.{reason} 中的占位符只能是花括号加名称，实际为 {{{name}}}。")
    return {name for _, name, _, _ in parts if name}


def _idle_messages(name: str, table: _PackTable, named: set[str]) -> list[str]:
    """What is wrong with the shared messages: a reason that none of the pack's checks ever gives."""
    made: list[type[Check] | type[BatchCheck]] = [c for id_, c in CHECKS.items() if id_ in named]
    made += [c for id_, c in BATCH_CHECKS.items() if id_ in named]
    given = {reason for check in made for reason in check.WORDINGS}
    idle = (reason for reason in table.messages if reason not in given)
    return [f"{name}：messages.{reason} 不是任何一项检查会给出的情形，请检查拼写。" for reason in idle]
