"""Words as a bad reading may give them: documents, fields and findings come of anything, and in time."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from models.document import FileReading
from models.geometry import Box
from models.page import Page, Word
from tests.fuzzing.budget import rounds
from tests.recordings import SAMPLES, recorded
from verifier.applicants import find_applicants
from verifier.pipeline import verify_applicant
from verifier.rulepacks import load_pack

pytestmark = pytest.mark.fuzz
SLOWEST = 20.0
STRANGE = "0OolI1〇○年月日：:（()）<>&\"'=+-@\u202e\u200b\u0000\n　十廿"


def shaken(page: Page, chance: random.Random) -> Page:
    """Words lost, doubled, moved, misread; cells lost."""
    words: list[Word] = []
    how = chance.choice((0.02, 0.1, 0.4))
    for word in page.words:
        if chance.random() >= how:
            words.append(word)
            continue
        match chance.randrange(5):
            case 0:
                continue
            case 1:
                words += [word, word]
            case 2:
                x, y = chance.uniform(-200, 200), chance.uniform(-200, 200)
                box = Box(word.box.x0 + x, word.box.y0 + y, word.box.x1 + x, word.box.y1 + y)
                words.append(replace(word, box=box, edges=tuple(e + (y if word.vertical else x) for e in word.edges)))
            case 3:
                at = chance.randrange(len(word.text)) if word.text else 0
                words.append(replace(word, text=word.text[:at] + chance.choice(STRANGE) + word.text[at + 1 :]))
            case _:
                words.append(replace(word, confidence=chance.random(), doubtful=True, seal_cover=chance.random()))
    chance.random() < 0.3 and chance.shuffle(words)
    cells = tuple(cell for cell in page.cells if chance.random() >= how)
    return replace(page, words=tuple(words), cells=cells)


def test_any_words() -> None:
    pack = load_pack("shangyu-2023-engineer")
    applicants = [a for a in find_applicants(SAMPLES) if not a.path.name.startswith("W")]
    for chance in rounds():
        applicant = chance.choice(applicants)
        readings: list[FileReading] = []
        for name in chance.sample(applicant.files, min(3, len(applicant.files))):
            reading = recorded(applicant.path / name, name)
            readings.append(replace(reading, pages=tuple(shaken(page, chance) for page in reading.pages)))
        begun = time.monotonic()
        report = verify_applicant(applicant.profile, readings, pack)
        assert report.findings
        assert time.monotonic() - begun < SLOWEST
