"""What a page's print as a whole says of a value read on it: where much was read unsurely, sure values deceive too.

On 1,200 pages of samples and of samples spoilt by blur, shaking and coarsening, on those where a fifth of the characters
stand in words that scored under `SURE`, one in eight names with a sure score of its own was wrong (elsewhere one in two hundred);
where two fifths do, one in five of the other values too. Since unsure characters are read twice, which makes the right
ones surer, words under 0.92 are what those under 0.9 were (names: 3 of 9 wrong, elsewhere 7 of 683).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.layout.sureness import DOUBTED, NAMES
from models.document import Field
from models.page import Page

SURE = 0.92
HARD, HARDLY = 0.2, 0.4
_FEW = 80  # characters of a page from which a share says nothing: one watermark read badly is much on a cover


def unsure_share(page: Page) -> float:
    """The share, 0-1, of the page's characters that stand in words read with less than `SURE`; 0 for text layers and scraps."""
    if page.source != "ocr":
        return 0.0
    counts = [(len(word.text), word.confidence < SURE) for word in page.words]
    of_all = sum(count for count, _ in counts)
    return sum(count for count, unsure in counts if unsure) / of_all if of_all > _FEW else 0.0


def doubted_where_illegible(fields: Iterable[Field], pages: Sequence[Page]) -> list[Field]:
    """`fields` with names, and at worst all values, too unsure to count as read where their page is hard to read."""
    shares = {page.number: unsure_share(page) for page in pages}
    return [_doubted(field, shares.get(field.page, 0.0)) for field in fields]


def _doubted(field: Field, share: float) -> Field:
    if field.confidence <= DOUBTED or share < (HARD if field.name in NAMES else HARDLY):
        return field
    return replace(field, confidence=DOUBTED)
