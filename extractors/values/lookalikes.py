"""Characters that recognisers write for digits (domain knowledge: O/0, I/1, Z/2, S/5, B/8, G/6, T/7, b/6, q/9)."""

from __future__ import annotations

DIGIT_LOOKALIKES: dict[str, str] = {
    **dict.fromkeys("OoQDΟО〇○", "0"),
    **dict.fromkeys("Il|i!", "1"),
    **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("Ss", "5"),
    **dict.fromkeys("Gb", "6"),
    "T": "7",
    "B": "8",
    **dict.fromkeys("qg", "9"),
}
"""What a character most likely is where only a digit can stand."""


def as_digits(text: str) -> str:
    """`text` with each digit look-alike replaced, other characters kept.

    >>> as_digits("99OO1l")
    '990011'
    """
    return "".join(DIGIT_LOOKALIKES.get(c, c) for c in text)
