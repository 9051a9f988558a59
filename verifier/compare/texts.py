"""Short wording that should be the same: titles, occupations, names of awards, papers and projects."""

from __future__ import annotations

from extractors.values import titles
from verifier.compare.comparison import UNREAD, Comparison, plain, settled
from verifier.compare.differences import all_alike, differences, is_torn, likeness, shown

_QUOTES = "《》〈〉<>「」『』“”"
_LONG = 6
_NEAR = 0.9
_NEAR_TITLE = 0.8


def compare_text(declared: str | None, read: str | None) -> Comparison:
    """`declared` with the wording `read`; a short text is `near` only by look-alikes, a long one also by likeness."""
    found = settled(declared, read)
    if found or declared is None or read is None:
        return found or UNREAD
    mine, theirs = (plain(text).strip(_QUOTES) or plain(text) for text in (declared, read))
    score = likeness(mine, theirs)
    if mine == theirs:
        return Comparison("folded", "统一繁简体和标点后一致", 1.0)
    changed = differences(mine, theirs)
    if len(changed) <= 2 and len(mine) >= 2 and all_alike(changed, "shapes", "variants"):
        return Comparison("lookalike", f"形近字：{shown(changed)}", score)
    shorter, longer = sorted((mine, theirs), key=len)
    if len(longer) >= _LONG and (len(changed) == 1 or score >= _NEAR):
        return Comparison("near", f"个别字不同：{shown(changed)}", score)
    if len(shorter) >= _LONG and shorter in longer:
        return Comparison("near", "一处内容不完整", score)
    if len(longer) >= _LONG and is_torn(mine, theirs):
        return Comparison("near", "一处内容不完整", score)
    return Comparison("different", "内容不同", score)


def compare_title(declared: str | None, read: str | None) -> Comparison:
    """`declared` with the title `read`: 助理工程师 is another title than 工程师, 机械助理工程师 is not."""
    found = compare_text(declared, read)
    if found.answer in ("same", "unreadable") or declared is None or read is None:
        return found
    mine, theirs = titles.parse(declared), titles.parse(read)
    if mine and theirs:
        if mine == theirs:
            return Comparison("alias", "职称名称一致，写法不同", 0.95)
        return Comparison("different", f"职称不同：“{mine}”与“{theirs}”", found.score)
    whole, torn = sorted((plain(declared), plain(read)), key=len, reverse=True)
    if is_torn(whole, torn, 2) and titles.parse(torn) is None:
        return Comparison("near", "职称识读不完整", found.score)
    if (mine or theirs) and found.outcome == "different" and found.score >= _NEAR_TITLE:
        return Comparison("near", "职称个别字不同", found.score)
    return found
