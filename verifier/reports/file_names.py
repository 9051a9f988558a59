"""Names for files that carry an applicant's id and name, safe on every file system."""

from __future__ import annotations

import unicodedata

# What Windows file systems refuse, and names that it reserves.
_REFUSED = frozenset('<>:"/\\|?*')
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
MOST_BYTES = 120


def safe_name(text: str, taken: set[str]) -> str:
    """`text` as a file name without ending, unlike any in `taken` (to which it is added) even without regard to case."""
    kept = "".join("_" if c in _REFUSED or unicodedata.category(c)[0] == "C" else c for c in text)
    kept = kept.encode("utf-8")[:MOST_BYTES].decode("utf-8", errors="ignore").strip(" .") or "_"
    if kept.split(".")[0].lower() in _RESERVED:
        kept = f"_{kept}"
    name, number = kept, 1
    while name.casefold() in taken:
        number += 1
        name = f"{kept}_{number}"
    taken.add(name.casefold())
    return name
