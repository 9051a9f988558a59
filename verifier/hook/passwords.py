"""Passwords: argon2id, the same time for a wrong password as for a user who does not exist."""

from __future__ import annotations

import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from models.errors import HeyanError

FEWEST_CHARACTERS = 10
MOST_CHARACTERS = 200
# RFC 9106's second recommendation: 64 MiB and three passes.
HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
# Each hash takes 64 MiB for a moment: strangers must not be able to take it all.
_AT_ONCE = BoundedSemaphore(4)
NOBODY = HASHER.hash(secrets.token_urlsafe(32))


def hashed(password: str) -> str:
    """What is kept of a password; HeyanError for one that is too short or too long."""
    if not FEWEST_CHARACTERS <= len(password) <= MOST_CHARACTERS:
        raise HeyanError(f"密码应为 {FEWEST_CHARACTERS} 至 {MOST_CHARACTERS} 个字符，请重新设定。")
    with _AT_ONCE:
        return HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether `password` is the one kept as `kept`; None, for nobody, takes as long and is never right."""
    with _AT_ONCE:
        try:
            right = HASHER.verify(kept or NOBODY, password[: MOST_CHARACTERS + 1])
        except (VerificationError, InvalidHashError):
            return False
    return right and kept is not None


def is_outdated(kept: str) -> bool:
    """Whether the password should be hashed again, because the cost of a hash was raised."""
    return HASHER.check_needs_rehash(kept)


def new_password() -> str:
    """A password to hand to a user: 96 random bits in groups that can be read aloud."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))
