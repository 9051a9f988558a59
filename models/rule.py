"""One rule of a notice, as a rule pack words it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.finding import Status


@dataclass(frozen=True, slots=True)
class Rule:
    """`words` quotes the notice; `title` names in Chinese what is looked at; `messages` are templates by reason.

    `statuses` holds those that the office gives to a reason in place of the check's own.
    """

    check: str
    clause: str
    words: str
    title: str
    messages: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, Status] = field(default_factory=dict)
