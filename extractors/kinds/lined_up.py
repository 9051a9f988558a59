"""A person's particulars side by side on a line of their own, told by what they are: `周启航  某某公司  3306…`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extractors.kinds.table_person import SURE_END, Candidate
from extractors.layout.table_columns import pieces_of
from extractors.layout.table_words import Run
from extractors.layout.view import PageView
from extractors.values import id_number, names, organisations

_LONGEST_POST = 14


def lined_up(
    view: PageView, lines: Sequence[Run], is_post: Callable[[str], bool] | None = None
) -> Iterator[tuple[str, Candidate]]:
    """Field names with what stands for them on such of `lines` as hold a name and nothing but particulars.

    Two of them are less sure than three: an official may sign beside an office's name.
    """
    for line in lines:
        pieces = pieces_of(line)
        found = {_sort_of(piece.squashed, is_post): piece for piece in pieces}
        if len(found) != len(pieces) or "" in found or "name" not in found or len(found) < 2:
            continue
        for name, piece in found.items():
            yield name, Candidate(_plain(name, piece.squashed), view, piece.span, 0.8 if len(found) > 2 else 0.6)


def _sort_of(text: str, is_post: Callable[[str], bool] | None) -> str:
    """`employer`, `position`, `name` or `id_number` by what a text is, "" where it is none of them."""
    if id_number.parse(text) is not None:
        return "id_number"
    if organisations.parse(text) is not None and re.search(rf"(?:{SURE_END})$", text):
        return "employer"
    if is_post is not None and is_post(text) and 2 < len(text) <= _LONGEST_POST:
        return "position"
    return "name" if names.parse(text) is not None and names.has_known_surname(text) else ""


def _plain(name: str, text: str) -> str:
    number = id_number.parse(text) if name == "id_number" else None
    return number.number if number is not None else text
