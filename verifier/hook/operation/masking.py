"""What may stand in a log line: known keys with values of a known form, and even in those no number of a person, no name.

Two fences, each enough by itself for what the program logs today. Keys that are not listed are dropped, and a value that
does not have its key's form is replaced. Then every text is searched for numbers as long as an ID or telephone number,
however they are spaced or typed, and for Chinese characters, which no message of this program's log has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

HIDDEN = "***"
_WORD = re.compile(r"[A-Za-z_][\w.\-]{0,79}", re.ASCII)
_ID = re.compile(r"(?:app|cb|usr|key|dec|cor|note|ret)_[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_ROUTE = re.compile(r"[/\w.{}:\-]{0,200}", re.ASCII)
_PLACE = re.compile(r"[\w.<>/\-]{1,120}:\d{1,6}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{8,15}(?:Z|\+00:00)")
_HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,255}")
# 11 digits and more: telephone numbers, ID numbers of 15 and 18 with their X, however grouped.
_NUMBER = re.compile(r"\d(?:[ \t\u00a0._\-]{0,2}\d){10,}[Xx]?")
_HAN = re.compile(
    r"[\u2e80-\u2fdf\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af][·•\u2e80-\u9fff\uf900-\ufaff]*"
)
_LONGEST = 300


def _number(value: object) -> bool:
    return isinstance(value, int | float)


def _like(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _all(one: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list | tuple) and all(one(part) for part in value)


# Their form leaves no room for anything else.
_SAFE = frozenset({"timestamp", "file"})
_FORMS: Mapping[str, Callable[[object], bool]] = {
    "event": lambda value: isinstance(value, str),
    "timestamp": _like(_MOMENT),
    **dict.fromkeys(("application", "callback", "key", "user"), _like(_ID)),
    **dict.fromkeys(
        ("level", "logger", "error", "code", "method", "request", "thread", "reason", "state"), _like(_WORD)
    ),
    "file": _like(_HASH),
    "last": lambda value: isinstance(value, bool),
    "route": _like(_ROUTE),
    "where": _all(_like(_PLACE)),
    "host": _like(_HOST),
    **dict.fromkeys(
        ("run", "slot", "jobs", "status", "seconds", "attempt", "attempts", "pages", "port", "count", "process"),
        _number,
    ),
}


def known_keys(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor: keeps what has a listed key and its form, and says how many keys it dropped."""
    kept: dict[str, Any] = {}
    dropped = 0
    for key, value in line.items():
        form = _FORMS.get(key)
        if form is None:
            dropped += 1
        elif value is None or form(value):
            kept[key] = value
        else:
            kept[key] = HIDDEN
    if dropped:
        kept["dropped"] = dropped
    return kept


def masked(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor, the last one before the line is written: searches every text for personal data."""
    return {key: value if key in _SAFE else _searched(value) for key, value in line.items()}


def _searched(value: object) -> object:
    if isinstance(value, str):
        return without_personal_data(value)
    if isinstance(value, list | tuple):
        return [_searched(part) for part in value]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int) and abs(value) >= 10**10:
        return HIDDEN
    return value if isinstance(value, int | float) else HIDDEN


def without_personal_data(text: str) -> str:
    """`text` with long numbers and Chinese characters hidden; our own random ids stay."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST])
    folded = "".join(c for c in folded if c.isprintable())
    pieces, last = [], 0
    for own in _ID.finditer(folded):
        pieces += [_hidden(folded[last : own.start()]), own.group()]
        last = own.end()
    return "".join([*pieces, _hidden(folded[last:])])


def _hidden(text: str) -> str:
    return _HAN.sub(HIDDEN, _NUMBER.sub(HIDDEN, text))
