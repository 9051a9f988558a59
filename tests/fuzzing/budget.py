"""How long a fuzzing test goes on, and how it is fed."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator

# `make fuzz` shares its minutes among the tests; a few seconds each otherwise.
SECONDS = 60 * float(os.environ.get("HEYAN_FUZZ_MINUTES", "1")) / 5
SEED = int(os.environ.get("HEYAN_FUZZ_SEED", str(time.time_ns() % 1_000_000)))


def rounds(seconds: float = SECONDS) -> Iterator[random.Random]:
    """A generator of chance for each round until the time is up; what fails names its seed."""
    end, number = time.monotonic() + seconds, SEED
    while time.monotonic() < end:
        number += 1
        chance = random.Random(number)
        try:
            yield chance
        except GeneratorExit:
            print(f"HEYAN_FUZZ_SEED={number - 1}")
            raise


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, lost, doubled or moved."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not changed:
            break
        at = chance.randrange(len(changed))
        length = min(chance.choice((1, 1, 2, 4, 64, 1024)), len(changed) - at)
        match chance.randrange(6):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at : at + length] = chance.randbytes(length)
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                changed[at : at + length] = chance.choice((b"\x00", b"\xff", b"9", b"-1", b"/")) * length
            case _:
                del changed[at:]
    return bytes(changed)
