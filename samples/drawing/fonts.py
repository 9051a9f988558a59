"""Typefaces by role: which file draws a role, and which Debian package is missing when none does."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

FALLBACKS = ("serif", "wenkai", "microhei")


class MissingFontError(RuntimeError):
    """No file of a role is installed; the message names the packages."""


@cache
def _table() -> dict[str, dict[str, Any]]:
    with (Path(__file__).parent / "fonts.toml").open("rb") as source:
        return tomllib.load(source)


def font_file(role: str) -> tuple[str, int]:
    """Path and face index of `role`; MissingFontError names the package to install."""
    for path, index, _ in _table()[role]["files"]:
        if Path(path).exists():
            return str(path), int(index)
    packages = " ".join(sorted({entry[2] for entry in _table()[role]["files"]}))
    raise MissingFontError(f"no font for role {role!r}: apt install {packages}")


def missing_packages() -> list[str]:
    """Debian packages without which some role cannot be drawn."""
    missing: set[str] = set()
    for table in _table().values():
        if not any(Path(path).exists() for path, _, _ in table["files"]):
            missing.update(str(package) for _, _, package in table["files"])
    return sorted(missing)


def pdf_role(role: str) -> str:
    """The role whose file stands for `role` in a PDF with a text layer."""
    return str(_table()[role].get("pdf", role))


@cache
def load(role: str, size: int) -> ImageFont.FreeTypeFont:
    """The face of `role` at `size` pixels."""
    path, index = font_file(role)
    return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)


@cache
def has_glyph(role: str, char: str) -> bool:
    """Whether the face draws `char`, told by its picture being other than that of a code point nobody assigns."""
    if char.isspace():
        return True
    font = load(role, 32)
    return bytes(font.getmask(char)) != bytes(font.getmask("\U0010fffe"))


def runs(role: str, text: str) -> Iterator[tuple[str, str]]:
    """`text` cut into (role, part) so that each part's face has all of its characters."""
    current, part = role, ""
    for char in text:
        wanted = next((r for r in (role, *FALLBACKS) if has_glyph(r, char)), role)
        if wanted != current and part:
            yield current, part
            part = ""
        current = wanted
        part += char
    if part:
        yield current, part
