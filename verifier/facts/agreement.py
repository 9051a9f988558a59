"""Does what was read agree with what was declared? One careful answer for every field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from extractors.text import is_han, squash
from models.document import Field
from verifier.compare import Comparison
from verifier.facts.seen import Seen, is_firm, is_read
from verifier.facts.thresholds import READ

LONG_NUMBER = 12
"""From so many digits on, no misreading comes out as the declared number by chance."""

LONG_NAMES = ((8, 0.35), (6, 0.45))
"""Han characters, and the confidence from which a name of so many under a seal is believed if it is the declared one."""

Answer = Literal["same", "alias", "near", "different", "doubtful", "conflict", "unreadable", "absent"]
Compare = Callable[[str, str], Comparison]
_ORDER: tuple[Answer, ...] = (
    "different", "conflict", "doubtful", "near", "unreadable", "absent", "alias", "same"
)  # fmt: skip
_DECIDED = {"same": "same", "alias": "same", "near": "near", "different": "different", "unreadable": "near"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """One document's answer. `why` is the comparison's reason in Chinese, `read` the value that decided.

    `different` was read firmly; `doubtful` differs but was not read well enough to say so. `conflict`: this document, or the
    documents together, say several things. `likely`: not read well enough, but what was made out agrees.
    """

    answer: Answer
    declared: str
    read: str
    why: str
    seen: tuple[Seen, ...]
    likely: bool = False


def agreement(seen: Seen, declared: str, compare: Compare) -> Agreement:
    """How the readings in `seen` agree with `declared`."""
    if seen.state == "absent":
        return Agreement("absent", declared, "", "", (seen,))
    if seen.state == "unsure":
        guess = compare(declared, seen.value)
        proved = _proves_itself(seen.fields[0], declared) or _shows_through(seen.fields[0], declared)
        answer: Answer = "same" if proved else "unreadable"
        why = guess.reason if proved else ""
        return Agreement(answer, declared, seen.value, why, (seen,), guess.answer in ("same", "alias"))
    compared = [(f, compare(declared, f.value)) for f in seen.fields if is_read(f)]
    field, comparison = compared[0]
    answers = {_DECIDED[c.answer] for _, c in compared}
    why = comparison.reason
    if len(answers) > 1:
        return Agreement("conflict", declared, "／".join(seen.values), why, (seen,))
    answer = comparison.answer
    if answer == "different" and not any(is_firm(f) for f, _ in compared):
        answer = "doubtful"
    return Agreement(answer, declared, field.value, why, (seen,))


def _proves_itself(field: Field, declared: str) -> bool:
    """A long number that is doubted for its form alone, and yet the declared one, was read right: no chance does that."""
    long = sum(c.isdigit() for c in field.value) >= LONG_NUMBER
    return long and field.confidence >= READ and squash(field.value).upper() == squash(declared).upper()


def _shows_through(field: Field, declared: str) -> bool:
    """A long name that is doubted for the seal over it alone, and yet the declared one to the character, was read right."""
    han = sum(is_han(c) for c in field.value)
    enough = any(han >= length and field.confidence >= least for length, least in LONG_NAMES)
    under_ink = "under_seal" in field.notes and set(field.notes) <= {"under_seal", "doubtful"}
    return under_ink and enough and squash(field.value) == squash(declared)


def heavier(one: Agreement, other: Agreement) -> Agreement:
    """The answer that matters more to a reviewer."""
    return min(one, other, key=lambda a: _ORDER.index(a.answer))


def together(main: Iterable[Agreement], side: Iterable[Agreement] = ()) -> Agreement:
    """The answers of several documents, at least one of them `main`, as one.

    A difference in a `main` document decides, unless another document agrees with the declaration: then they contradict each
    other. `side` documents never tell a difference, only a conflict, and nobody minds what they do not show.
    """
    first, second = list(main), [a for a in side if a.answer not in ("absent", "unreadable")]
    seen = [a for a in (*first, *second) if a.answer != "absent"]
    if any(a.answer in ("same", "alias") for a in first):
        seen = [a for a in seen if not (a.answer == "unreadable" and a.likely)]
    if not seen:
        return first[0]
    worst = min(seen, key=lambda a: _ORDER.index(a.answer))
    agreeing = any(a.answer in ("same", "alias") for a in seen)
    differing = [a for a in seen if a.answer == "different"]
    if differing and (agreeing or not any(a in first for a in differing)):
        values = "／".join(dict.fromkeys(a.read for a in seen if a.read))
        return Agreement("conflict", worst.declared, values, worst.why, tuple(s for a in seen for s in a.seen))
    return worst


def compare_exact(declared: str, read: str) -> Comparison:
    """For values of a fixed vocabulary: the same, or different."""
    same = squash(declared) == squash(read)
    return Comparison("equal", "完全一致", 1.0) if same else Comparison("different", "内容不同", 0.0)
