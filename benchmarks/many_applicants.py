"""A thousand applicants whose files have been read before: the samples over and over, each time of other people.

A reading is a recorded one in which whatever is the person's own (names, numbers, schools, employers, what superiors wrote)
is replaced, in the words and in the profile alike; else every paper would be a copy of twelve others.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extractors.cache import ReadingCache, ReadingKey, relabelled, settings_key
from extractors.ocr.onnx import OnnxEngine
from extractors.text import squash
from models.document import FileReading
from models.page import Page
from models.settings import ReadingSettings
from tests.recordings import recorded

_OWN = """
name employer id_number position certificate_number school major title issuer verification_code degree award
journal authors patent_number patent_name inventors patentee project_name issn cn software_name owner
registration_number participants parties report_number comment signature specialty
"""
OWN = frozenset(_OWN.split())
LEAST_LETTERS, LEAST_DIGITS = 2, 8
HAN = tuple(chr(code) for code in range(0x4E00, 0x9FA5))


def lay_out(samples: Path, count: int, folder: Path, cache: ReadingCache) -> int:
    """`count` applicants below `folder` with their readings in `cache`; the pages of all."""
    sources = [truth.parent for truth in sorted(samples.glob("*/truth.json"))]
    settings, pages = settings_key(ReadingSettings()), 0
    for number in range(count):
        source = sources[number % len(sources)]
        own = _Own(source, random.Random(number))
        place = folder / f"A{number:04}"
        place.mkdir(parents=True)
        profile = json.loads((source / "profile.json").read_text(encoding="utf-8")) | {"applicant_id": place.name}
        text = own.changed(json.dumps(profile, ensure_ascii=False))
        (place / "profile.json").write_text(text, encoding="utf-8")
        for path in sorted(source.iterdir()):
            if path.suffix == ".json":
                continue
            content = path.read_bytes() + f"\n% {place.name}\n".encode()
            (place / path.name).write_bytes(content)
            sha256 = hashlib.sha256(content).hexdigest()
            reading = own.reading(recorded(path, path.name), sha256)
            pages += len(reading.pages)
            cache.put(ReadingKey(sha256, OnnxEngine.name, OnnxEngine.version, settings), relabelled(reading, ""))
    return pages


class _Own:
    """What is one applicant's own in the samples, and what stands in its place."""

    def __init__(self, source: Path, chance: random.Random) -> None:
        truth = json.loads((source / "truth.json").read_text(encoding="utf-8"))
        values = {part for name, value in _fields(truth) if name in OWN for part in value.split(";")}
        whole = {value for value in values if len(value) <= 30 and len(value) >= LEAST_LETTERS and value != "present"}
        self._chance = chance
        self._others = {value: self._other(value) for value in sorted(whole, key=len, reverse=True)}
        self._prose = "\n".join(squash(value) for value in values if len(value) > 30)

    def changed(self, text: str) -> str:
        for value, other in self._others.items():
            text = text.replace(value, other)
        return text

    def reading(self, reading: FileReading, sha256: str) -> FileReading:
        return replace(reading, sha256=sha256, pages=tuple(self._page(page) for page in reading.pages))

    def _page(self, page: Page) -> Page:
        words = []
        for word in page.words:
            text = self.changed(word.text)
            if len(text) > LEAST_LETTERS and squash(text) in self._prose:
                text = self._other(text)
            words.append(replace(word, text=text))
        return replace(page, words=tuple(words))

    def _other(self, text: str) -> str:
        """Other characters in the place of Han; other digits at the end of a long number."""
        digits = sum(c.isdigit() for c in text)
        kept = max(0, digits - 4) if digits >= LEAST_DIGITS else digits
        other = []
        for c in text:
            if c.isdigit():
                kept -= 1
                other.append(c if kept >= 0 else self._chance.choice("0123456789"))
            else:
                other.append(self._chance.choice(HAN) if "\u4e00" <= c <= "\u9fff" else c)
        return "".join(other)


def _fields(truth: dict[str, list[dict[str, list[dict[str, list[dict[str, str]]]]]]]) -> Iterator[tuple[str, str]]:
    for file in truth["files"]:
        for document in file.get("documents", []):
            for field in document["fields"]:
                yield field["name"], field["value"]
