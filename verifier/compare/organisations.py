"""Organisations: legal forms, places in front, departments and branches behind.

有限公司 and 有限责任公司 are one form (公司法); 股份有限公司 is another company's form after 改制, which papers must show; a
branch or group is never the company itself.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from extractors.text import HAN
from extractors.values import organisations, uscc
from verifier.compare.comparison import UNREAD, Comparison, plain, settled
from verifier.compare.differences import all_alike, differences, likeness, shown

_LIMITED = ("有限公司", "有限责任公司")
_DEPARTMENT = re.compile(rf"[{HAN}]{{1,8}}(?:部|部门|车间|科|室|处|班|组|中心|工段|课)")
_ADMINISTRATIVE = re.compile(rf"^((?:[{HAN}]{{2,8}}?(?:省|自治区|市|区|县))+)(?=[{HAN}(]{{2}})")
_MAYBE_ONE_STEM = 6


@cache
def _province() -> re.Pattern[str]:
    lines = (Path(__file__).with_name("data") / "provinces.txt").read_text(encoding="utf-8").splitlines()
    names = [name for line in lines if not line.startswith("#") for name in line.split()]
    return re.compile(rf"^({'|'.join(names)})(?:省|市|(?:[壮回]族|维吾尔)?自治区)")


def compare_organisation(
    declared: str | None, read: str | None, *, declared_code: str | None = None, read_code: str | None = None
) -> Comparison:
    """`declared` with the organisation `read`; where both credit codes are valid and equal, the names may differ."""
    found = settled(declared, read)
    codes = [code.code if code else None for code in (uscc.parse(declared_code or ""), uscc.parse(read_code or ""))]
    if None not in codes and (found is None or found.answer == "same"):
        same_code, same_name = codes[0] == codes[1], found is not None
        if same_code and not same_name:
            return Comparison("alias", "统一社会信用代码一致，名称写法不同", 0.98)
        if same_name and not same_code:
            return Comparison("near", "名称一致，统一社会信用代码不同", 0.9)
    if found or declared is None or read is None:
        return found or UNREAD
    mine, theirs = plain(organisations.compact(declared)), plain(organisations.compact(read))
    return _compared(mine, theirs) if mine and theirs else UNREAD


def _compared(mine: str, theirs: str) -> Comparison:
    score = likeness(mine, theirs)
    if mine == theirs:
        return Comparison("folded", "统一书写形式后一致", 1.0)
    if _without_places(mine) == _without_places(theirs):
        return Comparison("alias", "仅行政区划写法不同", 0.97)
    return _by_form(mine, theirs, score) or _by_place(mine, theirs, score) or _by_characters(mine, theirs, score)


def _by_form(mine: str, theirs: str, score: float) -> Comparison | None:
    """What legal forms, branches and departments decide."""
    shorter, longer = sorted((mine, theirs), key=len)
    one, two = organisations.parse(mine), organisations.parse(theirs)
    if one and two and _without_places(one.stem) == _without_places(two.stem):
        if bool(one.branch) != bool(two.branch) or one.branch != two.branch:
            return Comparison("near", "总公司与分支机构名称，不能视为同一单位", score)
        if one.form in _LIMITED and two.form in _LIMITED:
            return Comparison("alias", "“有限公司”与“有限责任公司”视为同一名称", 0.98)
        if "股份有限公司" in (one.form, two.form):
            return Comparison("near", "公司形式不同，可能为改制前后名称", score)
        return Comparison("near", "单位名称主体相同，组织形式不同", score)
    if one and two and {_without_group(one.stem)} == {_without_group(two.stem)}:
        return Comparison("near", "集团与成员公司名称，不能视为同一单位", score)
    inner = organisations.parse(shorter)
    if longer.startswith(shorter) and inner and inner.form and _DEPARTMENT.fullmatch(longer[len(shorter) :]):
        return Comparison("alias", "含内设部门名称，单位一致", 0.96)
    return None


def _by_place(mine: str, theirs: str, score: float) -> Comparison | None:
    """A name with and without the higher places: the same office, perhaps another company."""
    shorter, longer = sorted((_without_places(mine), _without_places(theirs)), key=len)
    if len(shorter) < 4 or not longer.endswith(shorter):
        return None
    company = organisations.parse(shorter)
    if company and company.form:
        return Comparison("near", "名称前的地名不同，需核对是否同一单位", score)
    places = longer.removesuffix(shorter)
    full = mine if len(mine) > len(theirs) else theirs
    if places and _ADMINISTRATIVE.match(full):
        return Comparison("alias", "仅省略上级行政区划", 0.96)
    return Comparison("near", "名称前部有缺省", score)


def _by_characters(mine: str, theirs: str, score: float) -> Comparison:
    found = differences(mine, theirs)
    if len(found) <= 2 and all_alike(found, "shapes", "variants"):
        return Comparison("lookalike", f"形近字：{shown(found)}", score)
    shorter, longer = sorted((mine, theirs), key=len)
    if len(found) == 1 and (found[0].is_gap or "□" in found[0]):
        return Comparison("near", f"{shown(found)}，其余一致", score)
    stems = [parsed.stem if (parsed := organisations.parse(name)) else name for name in (mine, theirs)]
    if len(found) == 1 and min(map(len, stems)) >= _MAYBE_ONE_STEM:
        return Comparison("near", f"一字不同：{shown(found)}", score)
    if len(shorter) >= 4 and (longer.startswith(shorter) or shorter in longer):
        return Comparison("near", "一处为简称或名称不全", score)
    short_stem, long_stem = sorted(stems, key=len)
    if len(short_stem) >= 4 and long_stem.startswith(short_stem):
        return Comparison("near", "可能为简称", score)
    company = any((parsed := organisations.parse(name)) and parsed.form for name in (mine, theirs))
    if company and len(short_stem) >= _MAYBE_ONE_STEM and 3 * len(found) <= len(long_stem):
        return Comparison("near", f"个别字不同：{shown(found)}", score)
    return Comparison("different", "单位名称不同", score)


def _without_places(name: str) -> str:
    """`name` without the words 省, 市, 区, 县 in the places that it begins with."""
    name = _province().sub(r"\1", name)
    found = _ADMINISTRATIVE.match(name)
    if not found:
        return name
    return re.sub(rf"(?<=[{HAN}]{{2}})(?:省|自治区|市|区|县)", "", found.group()) + name[found.end() :]


def _without_group(stem: str) -> str:
    return _without_places(stem).removesuffix("(集团)").removesuffix("集团").replace("(集团)", "")
