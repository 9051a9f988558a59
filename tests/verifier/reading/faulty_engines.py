"""Engines that misbehave on purpose: what the paper's shade asks for happens to the process that reads it."""

from __future__ import annotations

import os
import time

import cv2
import numpy as np
from numpy.typing import NDArray

from models.errors import EngineError
from models.geometry import Box
from models.page import Word
from verifier.reading import exhaustion

FINE, CRASHES, HANGS, RAISES, EATS_MEMORY, LACKS_MEMORY = 250, 240, 230, 220, 210, 200
ODD_SHAPE, OPENCV_LACKS_MEMORY, FITS_A_FRESH_WORKER = 190, 180, 170
_done: list[int] = []


class ByShade:
    """Reads one word, unless the page's shade (its median grey) is one of the bad ones."""

    name = "by-shade"
    version = "1"

    def read(self, image: NDArray[np.uint8]) -> list[Word]:
        shade = int(np.median(image))
        if shade == CRASHES:
            os._exit(11)
        if shade == HANGS:
            print("hanging", os.getpid(), flush=True)
            time.sleep(1000)
        if shade == RAISES:
            raise KeyError("lost")
        if shade == EATS_MEMORY:
            raise MemoryError
        if shade == LACKS_MEMORY:
            raise EngineError("文字识别模型运行失败：Failed to allocate memory for requested buffer of size 4096")
        if shade == ODD_SHAPE:
            raise EngineError("文字识别模型运行失败：Non-zero status code returned while running Conv node")
        if shade == OPENCV_LACKS_MEMORY:
            raise cv2.error("OpenCV(5.0.0) alloc.cpp:73: error: (-4:Insufficient memory) Failed to allocate 4096 bytes")
        if shade == FITS_A_FRESH_WORKER and _done:
            raise EngineError("文字识别模型运行失败：std::bad_alloc")
        _done.append(shade)
        return [Word(f"shade {shade}", Box(1.04, 2, 30, 20), 0.912345, (1.04, 10, 30))]


class Unusable:
    """Cannot be started."""

    name = "unusable"
    version = "1"

    def __init__(self) -> None:
        raise EngineError("没有权重文件。")


def process_that_is_fresh() -> int:
    """The process that this ran in; one that has done so before leaves the task to another."""
    if _done:
        exhaustion.leave()
    _done.append(0)
    return os.getpid()


def leaves() -> None:
    """No process is fresh enough."""
    exhaustion.leave()
