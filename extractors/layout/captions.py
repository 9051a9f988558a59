"""English captions under Chinese labels (`姓名` over `Full Name`): taken away, and the label set level with its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.geometry import Box
from models.page import Word

_WORDS = (
    "fullname name sex gender dateofbirth birthdate nationality professionalfield professionaltype profession speciality "
    "specialty professionallevel level qualification qualificationtitle qualificationlevel title titleofqualification "
    "professionaltitle approvaldate dateofapproval conferraldate dateofconferral conferringdate issuedby issuedon "
    "issuingauthority issuedate issuingdate dateofissue fileno certificateno no idno idnumber employer workunit company "
    "photo signatureofthebearer series category approvedby authority major degree university college evaluationcommittee"
)
_NEAR, _SMALLER = 1.2, 0.85  # of a label's height: how far below it a caption begins, and how high it is at most
_CAPTIONS = frozenset(_WORDS.split())


def without_captions(words: Sequence[Word]) -> list[Word]:
    """`words` without such captions; a label above one is moved down to the middle of both, where its value stands."""
    captions = [w for w in words if _is_caption(w)]
    if len(captions) < 3:  # a few English words are no bilingual form
        return list(words)
    captions += [w for w in words if w not in captions and any(_small_print(w, label) for label in words)]
    kept = []
    for word in words:
        if word in captions:
            continue
        below = next((c for c in captions if _under(c, word)), None)
        if below is not None and not any(_level(word, w) for w in words if w not in captions):
            shift = (below.box.y1 - word.box.y1) / 2
            box = Box(word.box.x0, word.box.y0 + shift, word.box.x1, word.box.y1 + shift)
            kept.append(replace(word, box=box))
        else:
            kept.append(word)
    return kept


def _level(label: Word, word: Word) -> bool:
    """Whether `word` begins behind `label` on its very row: then the value stands beside the label, not between both."""
    behind = label.box.x1 < word.box.x0 < label.box.x1 + 8 * label.box.height
    return behind and abs(word.box.cy - label.box.cy) < 0.15 * label.box.height


def _is_caption(word: Word) -> bool:
    return re.sub(r"[^a-z]", "", word.text.lower()) in _CAPTIONS and not re.search(r"[^\x00-\x7f]|\d", word.text)


def _small_print(word: Word, label: Word) -> bool:
    """Whether `word` is Latin letters in smaller print right under `label`."""
    latin = re.fullmatch(r"[A-Za-z][A-Za-z .,()&/'-]{2,40}", word.text.strip()) is not None
    return latin and word.box.height < _SMALLER * label.box.height and _under(word, label)


def _under(caption: Word, label: Word) -> bool:
    """Whether `caption` stands right under `label`, which is short, and begins or ends where it does."""
    gap = caption.box.y0 - label.box.y1
    height = label.box.height
    return (
        not label.text.isascii()
        and len(label.text) <= 8
        and -0.5 * height < gap < _NEAR * height
        and abs(caption.box.x0 - label.box.x0) < 1.2 * height
    )
