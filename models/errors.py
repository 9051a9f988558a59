"""What could not be done. Findings are data; these are for a file, engine, pack or profile that cannot be used."""

from __future__ import annotations

from typing import ClassVar


class HeyanError(Exception):
    """The root. `code` is stable; the message (Chinese) tells the user what to do next."""

    code: ClassVar[str] = "error"


class InputError(HeyanError):
    """A file that was handed in cannot be used."""

    code: ClassVar[str] = "unreadable"


class Encrypted(InputError):
    code: ClassVar[str] = "encrypted"


class Empty(InputError):
    code: ClassVar[str] = "empty"


class Unsupported(InputError):
    code: ClassVar[str] = "unsupported"


class Damaged(InputError):
    code: ClassVar[str] = "damaged"


class TooLarge(InputError):
    """Over a limit of bytes, pages or pixels."""

    code: ClassVar[str] = "too_large"


class TooSlow(InputError):
    """Over the time limit."""

    code: ClassVar[str] = "too_slow"


class Crashed(InputError):
    """The process that read the file died."""

    code: ClassVar[str] = "crashed"


class EngineError(HeyanError):
    """The OCR engine or its weights cannot be used."""

    code: ClassVar[str] = "engine"


class RulePackError(HeyanError):
    """A rule pack is wrong: names the file, the rule and what was expected."""

    code: ClassVar[str] = "rule_pack"


class ProfileError(HeyanError):
    """A profile is wrong: names the file, the field and what was expected."""

    code: ClassVar[str] = "profile"
