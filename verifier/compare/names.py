"""Persons' names: the same person, perhaps the same (a person must look), or another."""

from __future__ import annotations

from extractors.text import simplified
from extractors.values import names
from verifier.compare.comparison import UNREAD, Comparison, settled
from verifier.compare.differences import all_alike, differences, likeness, shown
from verifier.compare.lookalikes import is_rare

UNSURE = 0.8
"""Below this confidence of reading, one differing character is no other person yet."""


def compare_name(
    declared: str | None, read: str | None, *, former: str | None = None, confidence: float = 1.0
) -> Comparison:
    """`declared` with the name `read` on a document; `former` is the declared 曾用名, `confidence` that of the reading.

    Variants, traditional characters, homophones and look-alikes are `near` or `lookalike`, never equal: restored surnames
    (阎/闫, 萧/肖, 傅/付) belong to different people as often as to one.
    """
    found = settled(declared, read)
    if found or declared is None or read is None:
        return found or UNREAD
    mine, theirs = names.compact(declared), names.compact(read)
    if not mine or not theirs:
        return UNREAD
    found = _compared(mine, theirs, confidence)
    if former and found.outcome == "different" and _compared(names.compact(former), theirs, 1.0).outcome == "folded":
        return Comparison("near", "与曾用名一致，需核对更名证明", 0.9)
    return found


def _compared(mine: str, theirs: str, confidence: float) -> Comparison:
    score = likeness(mine, theirs)
    if mine.casefold() == theirs.casefold():
        return Comparison("folded", "统一书写形式后一致", 1.0)
    if mine.isascii() != theirs.isascii():
        return Comparison("near", "一处为外文姓名，无法直接比对", score)
    if mine.isascii():
        return _latin(mine, theirs, score)
    if mine.replace("·", "") == theirs.replace("·", ""):
        return Comparison("near", "仅间隔号不同", 0.95)
    if simplified(mine) == simplified(theirs):
        return Comparison("near", "仅繁简体不同", 0.95)
    return _by_characters(simplified(mine), simplified(theirs), score, confidence)


def _by_characters(mine: str, theirs: str, score: float, confidence: float) -> Comparison:
    shorter, longest = sorted((mine, theirs), key=len)
    if len(shorter) >= 2 and len(longest) > len(shorter) + 1 and shorter in longest:
        return Comparison("near", "姓名前后有多余文字，其余一致", score)
    found = differences(mine, theirs)
    if len(found) == 1 and "□" in found[0]:
        return Comparison("near", "有一个字无法识别，其余一致", score)
    longer = max(len(mine), len(theirs))
    if len(found) >= longer or len(found) > 2:
        return Comparison("different", "姓名不同", score)
    if all_alike(found, "variants"):
        return Comparison("near", f"异体字或姓氏用字不同：{shown(found)}", score)
    if all_alike(found, "shapes", "variants", "glyphs"):
        return Comparison("lookalike", f"形近字：{shown(found)}", score)
    if len(found) == 1:
        if any(is_rare(c) for c in found[0].mine):
            return Comparison("near", f"生僻字，识别不可靠：{shown(found)}", score)
        if found[0].is_gap and longer >= 3:
            return Comparison("near", f"{shown(found)}，其余一致", score)
        if all_alike(found, "homophones"):
            return Comparison("near", f"同音字：{shown(found)}", score)
        if confidence < UNSURE and longer >= 3:
            return Comparison("near", f"一字不同且识别不清：{shown(found)}", score)
    return Comparison("different", f"姓名不同：{shown(found)}", score)


def _latin(mine: str, theirs: str, score: float) -> Comparison:
    words = [sorted(text.casefold().replace(",", " ").replace("-", "").split()) for text in (mine, theirs)]
    if words[0] == words[1] or "".join(words[0]) == "".join(words[1]):
        return Comparison("near", "外文姓名词序或分写不同", score)
    return Comparison("near" if score >= 0.85 else "different", "外文姓名不同", score)
