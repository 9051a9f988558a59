"""A value found inside a longer text."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """`value` stands at `text[start:end]` of the raw text that was searched."""

    start: int
    end: int
    value: T
