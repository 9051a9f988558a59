"""Folding of read text: one spelling for what print and OCR spell in many ways, with the way back to the raw text.

`fold` is for reading values, `squash` for finding anchors, `simplified` for comparing fixed wording. None of them
changes what is stored as `raw`. NFKC leaves all but two of the CJK Radicals Supplement alone, hence the map of our own;
recognisers write ☑ into wide gaps between Han characters (`姓☑名`), hence its removal there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

# As many texts as a page has: each kind of table and list asks for them anew.
_A_PAGE = 512
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Han characters and 〇, as the inside of a regular expression's character class."""

_RADICALS = dict(
    zip(
        "⺁⺄⺅⺇⺈⺊⺌⺍⺎⺗⺘⺜⺞⺠⺡⺣⺤⺨⺩⺪⺫⺬⺭⺮⺯⺰⺳⺶⺷⺸⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙亻几刀卜小小兀心扌日歺民氵灬爪犭王疋罒示礻竹糸纟网羊羊羊月臼艹艹艹虎衤覀西见角讠贝车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟",
        strict=True,
    )
)
_UNIFIED = {
    **_RADICALS,
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f", ""),
    **dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣－─━", "-"),
    **dict.fromkeys("~～〜∼˜", "~"),
    **dict.fromkeys("“”„‟″〝〞〟「」『』＂", '"'),
    **dict.fromkeys("‘’‚‛′＇", "'"),
    **dict.fromkeys("（〔【〖［❨﹝", "("),
    **dict.fromkeys("）〕】〗］❩﹞", ")"),
    "[": "(",
    "]": ")",
    "〈": "《",
    "〉": "》",
    **dict.fromkeys("•・‧∙⋅･", "·"),
    **dict.fromkeys("⭕◯⚪", "○"),
    **dict(zip("カロニエトタハ", "力口二工卜夕八", strict=True)),  # kana that recognisers take for Han characters
}


class _Folding(dict[int, str]):
    """A `str.translate` table that works out each character once."""

    def __missing__(self, code: int) -> str:
        raw = chr(code)
        folded = _UNIFIED.get(raw)
        if folded is None:
            folded = "".join(_UNIFIED.get(c, c) for c in unicodedata.normalize("NFKC", raw))
        self[code] = folded
        return folded


class _Simplifying(dict[int, str]):
    """A `str.translate` table between traditional and simplified characters, filled from OpenCC as they come up."""

    def __init__(self, way: str) -> None:
        super().__init__()
        self.way = way

    def __missing__(self, code: int) -> str:
        raw = chr(code)
        found = _opencc(self.way).convert(raw) if code >= 0x3400 else raw
        self[code] = found if len(found) == 1 else raw
        return self[code]


# Standard characters of today (通用规范汉字表, 2013) that OpenCC takes for traditional ones.
_STANDARD = frozenset("昇陞甯脩氾於乾徵祕麴頫")
_FOLDING = _Folding()
_SIMPLIFYING = _Simplifying("t2s")
_COMPLICATING = _Simplifying("s2t")
_CONTEXT = re.compile(
    rf"(?P<noise>(?<=[{HAN}])[\s☑]+(?=[{HAN}]))"
    r"|(?P<zeros>(?<=[〇一二三四五六七八九])\s*○[\s○]*(?=\s*[〇一二三四五六七八九年]))"
)


@cache
def _opencc(way: str) -> Any:  # the package has no types
    import opencc

    return opencc.OpenCC(way)


def fold(text: str) -> str:
    """`text` with one width, one form of bracket, dash and quote, and no blanks or ☑ between Han characters.

    >>> fold("姓　　名：周 启 航（男）")
    '姓名:周启航(男)'
    >>> fold("二○一五年六⽉、⻓江")
    '二〇一五年六月、长江'
    """
    return _CONTEXT.sub(_settle, text.translate(_FOLDING))


def _settle(found: re.Match[str]) -> str:
    return "〇" * found.group().count("○") if found.lastgroup == "zeros" else ""


@lru_cache(_A_PAGE)
def fold_map(text: str) -> tuple[str, tuple[int, ...]]:
    """`fold(text)` and, for each of its characters, the index in `text` that it came from; see `raw_span`.

    >>> fold_map("姓 名：㎡")
    ('姓名:m2', (0, 2, 3, 4, 4))
    """
    wide = [(c, i) for i, raw in enumerate(text) for c in _FOLDING[ord(raw)]]
    folded = "".join(c for c, _ in wide)
    kept: list[tuple[str, int]] = []
    end = 0
    for found in _CONTEXT.finditer(folded):
        kept.extend(wide[end : found.start()])
        if found.lastgroup == "zeros":
            kept.extend(("〇", i) for c, i in wide[found.start() : found.end()] if c == "○")
        end = found.end()
    kept.extend(wide[end:])
    return "".join(c for c, _ in kept), tuple(i for _, i in kept)


def squash(text: str) -> str:
    """`fold(text)` without any white space, for finding anchors and labels.

    >>> squash("毕 业 证 书 No. 12")
    '毕业证书No.12'
    """
    return "".join(fold(text).split())


@lru_cache(_A_PAGE)
def squash_map(text: str) -> tuple[str, tuple[int, ...]]:
    """`squash(text)` with the index in `text` of each character."""
    folded, indices = fold_map(text)
    kept = [(c, i) for c, i in zip(folded, indices, strict=True) if not c.isspace()]
    return "".join(c for c, _ in kept), tuple(i for _, i in kept)


def raw_span(indices: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
    """The slice of the raw text behind `folded[start:end]`; ValueError where that is empty.

    >>> text = "姓 名：周 启航"
    >>> folded, indices = fold_map(text)
    >>> first, last = raw_span(indices, 3, 6)
    >>> text[first:last]
    '周 启航'
    """
    if not 0 <= start < end <= len(indices):
        raise ValueError(f"no characters in {start}:{end} of {len(indices)}")
    return indices[start], indices[end - 1] + 1


def simplified(text: str) -> str:
    """`text` with each traditional character replaced by its simplified one; for wording, never for a person's name.

    >>> simplified("畢業證書")
    '毕业证书'
    """
    return text.translate(_SIMPLIFYING)


def standard(text: str) -> str:
    """As `simplified`, but characters stay that are standard today: those in names of bodies and places.

    >>> standard("浙江德昇機械"), simplified("浙江德昇機械")
    ('浙江德昇机械', '浙江德升机械')
    """
    return "".join(c if c in _STANDARD else s for c, s in zip(text, simplified(text), strict=True))


def short_forms(text: str) -> str:
    """`text` with such traditional characters simplified as have one simplified form and are that form's only other one.

    >>> short_forms("佘曉峰"), short_forms("甯昇")
    ('佘晓峰', '甯昇')
    """
    short = simplified(text)
    return "".join(s if s.translate(_COMPLICATING) == c else c for c, s in zip(text, short, strict=True))


def is_simplified_print(text: str) -> bool:
    """Whether `text` is printed in simplified characters, so that single traditional ones in it were misread.

    >>> is_simplified_print("学员应于毕业时将学位证书编号报系里备案"), is_simplified_print("學員應於畢業時")
    (True, False)
    """
    short = sum(c != t for c, t in zip(text, text.translate(_COMPLICATING), strict=True))
    full = sum(c != s for c, s in zip(text, simplified(text), strict=True))
    return short >= 4 and full <= 0.8 * short


def is_han(text: str) -> bool:
    """Whether `text` consists of Han characters only, at least one."""
    return re.fullmatch(rf"[{HAN}]+", text) is not None
