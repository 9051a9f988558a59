"""A kind that is recognised by its wording and whose fields are not read yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.kinds.kind import KindScore
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.view import PageView
from models.document import Field, Kind


@dataclass(frozen=True, slots=True)
class WordedKind:
    """Scores by `<id>.toml`, extracts nothing."""

    id: Kind

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:  # noqa: ARG002
        return []
