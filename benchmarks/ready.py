"""heyan's own engine, warmed, which notes when its worker was ready: start-up is told apart from reading."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import numpy as np

from extractors.ocr.engine import ENGINES, OcrEngine

FACTORY = "benchmarks.ready:engine"
NOTES = "HEYAN_BENCH_NOTES"


def engine() -> OcrEngine:
    """What a worker of `verify` builds before its first page."""
    made = ENGINES["onnx"]()
    made.read(np.full((320, 480, 3), 255, np.uint8))
    with Path(os.environ[NOTES]).open("a", encoding="utf-8") as notes:
        notes.write(json.dumps([time.monotonic(), time.process_time()]) + "\n")
    return made
