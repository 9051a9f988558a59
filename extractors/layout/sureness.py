"""How sure a value is by the engine's own scores of its characters.

In a date or a number one misread character shows, for the value breaks a rule; in a name it gives another name. Of 1,368
names read on the samples, those whose least sure character scored under 0.65 were wrong in 14 of 36 cases, under 0.9 in
8 of 92, above in 7 of 1,175; of 2,250 other values hardly one was wrong at any score. Prose is as sure as most of its
characters: of 171 opinions on scans and photos, five of the six with over a tenth of their characters under 0.65 were
wrong, and one of the others.
"""

from __future__ import annotations

from extractors.layout.flow import MISREAD, Span

UNCLEAR = 0.9
MOST_MISREAD = 0.1  # of prose
# A figure scores lower than this where two readings contradict each other: of 26 dates and numbers one was wrong, so
# that they count as read, but are held against nobody.
CONTRADICTED = 0.5
UNPROVEN = 0.75
DOUBTED = 0.49  # too unsure to count as read
NAMES = frozenset(
    {
        "authors",
        "award",
        "employer",
        "inventors",
        "issuer",
        "journal",
        "major",
        "name",
        "owner",
        "participants",
        "parties",
        "patent_name",
        "patentee",
        "position",
        "project_name",
        "school",
        "software_name",
        "specialty",
    }
)


def sureness(field: str, span: Span, quality: float = 1.0) -> float:
    """The confidence 0-1 of a value of `field` at `span`: that of the reading times `quality`, capped where a character is in doubt."""
    return max(0.0, min(_cap(field, span), span.confidence * quality))


def _cap(field: str, span: Span) -> float:
    if field in NAMES:
        return DOUBTED if span.least < MISREAD else 1.0
    if field == "comment":
        return DOUBTED if span.misread > MOST_MISREAD else 1.0
    return UNPROVEN if span.least < CONTRADICTED else 1.0


def is_unclear(field: str, span: Span) -> bool:
    """Whether one character of the name at `span` may be another, so that a small difference proves nothing."""
    return field in NAMES and span.least < UNCLEAR
