"""Hours of several years told in one breath: `2021、2022年度分别完成90、92学时，其中公需科目分别为24、20学时`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.training_hour_card.amounts import Claim
from extractors.kinds.training_hour_card.words import hour_label
from extractors.layout.table_words import Run
from extractors.layout.view import PageView
from extractors.values import years
from extractors.values.hours import parse

_JOIN = r"(?:[、,和及与;]|以及)"
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_UNIT = r"个?(?:学时|学分|课时)"
_LISTED = re.compile(
    rf"(?P<before>[^、,。;:\d分]{{0,12}})分别(?:是|为|有|达)?(?P<behind>[^、,。;:\d]{{0,14}}?)"
    rf"(?P<list>{_NUMBER}(?:{_UNIT})?(?:{_JOIN}{_NUMBER}(?:{_UNIT})?)+)(?<=[时分])"
)
_LABEL = r"[一-龥]{2,8}"
_BY_LABEL = re.compile(  # 学时(专业/公需/合计):66/24/90
    rf"(?P<labels>{_LABEL}(?:[/、]{_LABEL})+)(?:学时数?)?\)?(?:学时数?)?(?:[:|¦]|分别|依次|为|是){{0,3}}"
    rf"(?P<list>{_NUMBER}(?:{_UNIT})?(?:[/、|]{_NUMBER}(?:{_UNIT})?)+)(?![/\d])"
)


def side_by_side(view: PageView, run: Run) -> Iterator[tuple[Claim, int, int]]:
    """Amounts behind as many labels, and where in the run's text labels and amounts stand: `专业/公需/合计：66/24/90`."""
    for found in _BY_LABEL.finditer(run.wording):
        labels = re.split("[/、]", found["labels"])
        amounts = list(re.finditer(_NUMBER, found["list"]))
        meanings = [hour_label(label) for label in labels]
        if len(labels) != len(amounts) or not all(m and m.subject and not m.required for m in meanings):
            continue
        for meaning, number in zip(meanings, amounts, strict=True):
            value, start = parse(number.group()), found.start("list") + number.start()
            if value is not None and meaning is not None and meaning.subject is not None:
                span = run.part(start, start + len(number.group())).span
                yield Claim(meaning.subject, value, None, view, span, 0.97, told=True), *found.span()


def respective(view: PageView, run: Run) -> Iterator[tuple[Claim, int, int]]:
    """Each year's amount of such a list, and where in the run's text the list stands."""
    at = [i for i, char in enumerate(run.wording) if char not in "|¦"]  # a sentence goes on over the ends of lines
    text = "".join(run.wording[i] for i in at)
    for found in _LISTED.finditer(text):
        named = [f.value for f in years.find_all(text[: found.start("list")]) if len(f.value) > 1]
        amounts = list(re.finditer(_NUMBER, found["list"]))
        subject = _subject(found["before"]) or _subject(found["behind"])
        if not named or len(named[-1]) != len(amounts) or subject is None:
            continue
        first, last = at[found.start("list")], at[found.end("list") - 1] + 1
        for year, number in zip(named[-1], amounts, strict=True):
            value = parse(number.group())
            start, end = (found.start("list") + place for place in number.span())
            if value is not None:
                span = run.part(at[start], at[end - 1] + 1).span
                yield Claim(subject, value, year, view, span, 0.97), first, last


def _subject(text: str) -> str | None:
    """The subject of the longest label that ends `text`; 完成继续教育 or nothing but 学时 is all of the hours."""
    for first in range(len(text)):
        meaning = hour_label(text[first:])
        if meaning is not None and not meaning.required:
            return meaning.subject or "total"
    return "total" if re.search(r"(?:完成|取得|获得|修满|参加)[一-龥]{0,8}$", text) else None
