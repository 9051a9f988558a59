"""The seam between pages and kinds: what a kind of document must be able to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extractors.layout.view import PageView
from models.document import Field, Kind


@dataclass(frozen=True, slots=True)
class KindScore:
    """Evidence points for a kind: `title` from a heading, `points` in all (about 6 for a clear heading alone).

    `evidence` names the wording that counted, heading first, for logs and tests.
    """

    points: float
    title: float = 0.0
    evidence: tuple[str, ...] = ()


class DocumentKind(Protocol):
    """A kind of document. Both verbs are pure and fast; neither raises for odd pages."""

    @property
    def id(self) -> Kind: ...

    def score(self, view: PageView) -> KindScore:
        """How much the page's wording and structure speak for this kind; negative wording counts against it."""
        ...

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        """The fields found on the pages of one document, in stored pixels; none invented, doubtful ones below 0.5."""
        ...
