"""What is timed: each contestant reads one image file. Built inside the worker process that uses it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Read = Callable[[Path], int]


def heyan() -> Read:
    """Everything that heyan does to a file before the rules: upright, seal ink, words, cells, unread ink, kinds, fields."""
    from extractors.documents import documents_of
    from extractors.ocr.engine import ENGINES
    from extractors.reading import read_file
    from models.settings import ReadingSettings

    engine, settings = ENGINES["onnx"](), ReadingSettings()

    def read(path: Path) -> int:
        reading = read_file(path, settings, engine, path.name)
        documents_of(reading)
        return sum(len(page.words) for page in reading.pages)

    return read


def heyan_engine() -> Read:
    """The engine alone on the page as it lies: seal ink, detection, recognition, second looks."""
    import cv2
    import numpy as np

    from extractors.ocr.engine import ENGINES

    engine = ENGINES["onnx"]()
    return lambda path: len(engine.read(np.asarray(cv2.imread(os.fspath(path)), dtype=np.uint8)))


def rapidocr() -> Read:
    """RapidOCR as it comes: its own thresholds, sizes and thread counts."""
    return _rapidocr({})


def rapidocr_one_thread() -> Read:
    """RapidOCR with its own thresholds and sizes, on one thread, so that two processes fill two cores."""
    import cv2

    cv2.setNumThreads(1)
    key = "EngineConfig.onnxruntime"
    return _rapidocr({f"{key}.intra_op_num_threads": 1, f"{key}.inter_op_num_threads": 1})


def _rapidocr(params: dict[str, int]) -> Read:
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical", **params})

    def read(path: Path) -> int:
        return len(getattr(engine(os.fspath(path)), "txts", None) or ())

    return read


class Contestant(NamedTuple):
    """`processes` None: one for each core."""

    name: str
    build: Callable[[], Read]
    processes: int | None


CONTESTANTS = (
    Contestant("rapidocr", rapidocr, 1),
    Contestant("rapidocr, a process per core", rapidocr_one_thread, None),
    Contestant("heyan", heyan, None),
    Contestant("heyan, engine alone", heyan_engine, None),
)
