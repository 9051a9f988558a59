"""Label synonyms as data, matched in folded text with allowance for one misread character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from extractors.text import simplified, squash

FUZZY_LENGTH = 4  # labels shorter than this must match exactly
_DECISIVE = frozenset("毕结肄")  # never taken for one another


@dataclass(frozen=True)
class Vocabulary:
    """Field name to label synonyms. Names that begin with `_` are labels that only end another label's value."""

    labels: Mapping[str, tuple[str, ...]]
    printed: Mapping[str, frozenset[str]] = field(default_factory=dict)  # labels of all kinds, with their names there

    @staticmethod
    def of(*tables: Mapping[str, Iterable[str]]) -> Vocabulary:
        """The union of tables of synonyms, folded as page text is."""
        merged: dict[str, list[str]] = {}
        for table in tables:
            for name, synonyms in table.items():
                merged.setdefault(name, []).extend(simplified(squash(s)) for s in synonyms)
        return Vocabulary({name: tuple(dict.fromkeys(words)) for name, words in merged.items()})

    @cached_property
    def name_of(self) -> dict[str, str]:
        return {word: name for name, words in reversed(list(self.labels.items())) for word in words}

    def find_all(self, text: str) -> Iterator[tuple[int, str]]:
        """The longest label at each place of `text`, with its place: labels may overlap."""
        for start in range(len(text)):
            if (label := self.longest_at(text, start)) is not None:
                yield start, label

    def longest_at(self, text: str, start: int, end: int | None = None) -> str | None:
        """The longest label that begins at text[start], not reaching over `end`, or None."""
        for beginning in (text[start : start + 2], text[start : start + 1]):
            for label in self._by_beginning.get(beginning, ()):
                if text.startswith(label, start, len(text) if end is None else end):
                    return label
        return None

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """Labels by their first two characters, longest first."""
        found: dict[str, list[str]] = {}
        for label in sorted(self.name_of, key=len, reverse=True):
            found.setdefault(label[:2], []).append(label)
        return found

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What labels may begin with, of at least two characters, when the rest stands on another row."""
        return frozenset(word[:end] for word in self.name_of for end in range(2, len(word)))

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for word in self.name_of:
            if len(word) >= FUZZY_LENGTH:
                found.setdefault(len(word), []).append(word)
        return found

    def near(self, text: str) -> str | None:
        """The one label that `text` is but for a misread, lost or added character; None where none or several are.

        What is a label of another kind of document is no misread one, but may well mean the same.
        """
        alike = [
            word for length in (len(text) - 1, len(text), len(text) + 1) for word in self._by_length.get(length, ())
        ]
        close = process.extract(text, alike, scorer=Levenshtein.distance, score_cutoff=1, limit=None)
        found = {word for word, *_ in close if not _swaps_decisive(word, text)}
        if text in self.printed:
            found = {word for word in found if self.name_of[word] in self.printed[text]}
        names = {self.name_of[word] for word in found}
        return min(found, key=lambda w: (Levenshtein.distance(w, text), w)) if len(names) == 1 else None


def _swaps_decisive(word: str, text: str) -> bool:
    return {c for c in word if c in _DECISIVE} != {c for c in text if c in _DECISIVE}
