"""Identifiers: a word that says what it is of, and 128 random bits."""

from __future__ import annotations

import secrets


def new_id(word: str) -> str:
    """`app_3f…`: not to be guessed, and safe in a path."""
    return f"{word}_{secrets.token_hex(16)}"
