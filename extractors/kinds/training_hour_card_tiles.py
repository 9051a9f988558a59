"""Amounts on tiles, as web pages show them: a large number with its label below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.training_hour_card_amounts import Claim
from extractors.kinds.training_hour_card_words import amount, hour_label
from extractors.layout.flow import Ink
from extractors.layout.table_words import Run, glyphs_of
from extractors.layout.view import PageView


def read_tiles(view: PageView) -> Iterator[Claim]:
    """Amounts right above a label of hours, where each is nearest to the other; for pages that say nothing else."""
    numbers = [(ink, run) for ink in view.inks if (run := _run(ink)).wording and amount(run.wording) is not None]
    labels = [(ink, meaning) for ink in view.inks if (meaning := hour_label(_label(_run(ink).wording))) is not None]
    for ink, meaning in labels:
        above = [n for n in numbers if _stands_on(n[0], ink)]
        below = [n for n in numbers if _stands_on(ink, n[0])]
        value = amount(above[0][1].wording) if len(above) == 1 and not below else None
        if meaning.subject is not None and not meaning.required and value is not None:
            yield Claim(meaning.subject, value, None, view, above[0][1].span, 0.9)


def _label(text: str) -> str:
    """`text` without a remark in brackets at its end, which may say how many hours are due."""
    return re.sub(r"\([^()]*\)$", "", text)


def _run(ink: Ink) -> Run:
    return Run(tuple(glyphs_of(ink.word)))


def _stands_on(upper: Ink, lower: Ink) -> bool:
    """Whether `lower` is right below `upper`, centred to it."""
    gap = lower.box.y0 - upper.box.y1
    height = max(upper.box.height, lower.box.height)
    return -0.4 * height < gap < 1.5 * height and abs(upper.box.cx - lower.box.cx) < 1.2 * height
