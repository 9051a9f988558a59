"""Parts that a proof must have (cover, contents, page of amounts …), and which of them its documents show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from models.document import Document, Field
from verifier.facts.seen import is_read
from verifier.facts.thresholds import PART, READ

State = Literal["there", "unsure", "absent"]
MARKS = frozenset({"seal", "signature", "photo", "qr_code"})


@dataclass(frozen=True, kw_only=True)
class Required:
    """A part by its Chinese `label`: a page that is one of `parts`, or that bears one of `fields`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    label: str
    parts: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def state_of(part: Required, documents: Iterable[Document]) -> State:
    """Whether `documents` show `part`; a seal cannot be seen on a scan without colour."""
    shown = list(documents)
    signs = [f for d in shown for f in d.fields if _is_sign(part, f)]
    if any(_is_sure(f) for f in signs):
        return "there"
    hidden = "seal" in part.fields and any("grayscale" in d.remarks for d in shown)
    return "unsure" if signs or hidden else "absent"


def sorted_parts(required: Mapping[str, Required], documents: Iterable[Document]) -> dict[State, list[str]]:
    """The labels of `required` by what `documents` show of them."""
    found: dict[State, list[str]] = {"there": [], "unsure": [], "absent": []}
    shown = list(documents)
    for part in required.values():
        found[state_of(part, shown)].append(part.label)
    return found


def _is_sign(part: Required, field: Field) -> bool:
    return field.name in part.fields or (field.name == "part" and field.value in part.parts)


def _is_sure(field: Field) -> bool:
    if field.name == "part":
        return is_read(field) and field.confidence >= PART
    return field.confidence >= READ if field.name in MARKS else is_read(field)
