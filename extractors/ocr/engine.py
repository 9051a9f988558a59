"""The seam between pages and whichever OCR engine reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.page import Word

Image = NDArray[np.uint8]


class OcrEngine(Protocol):
    """Reads a page. `version` changes whenever the output could: readings are kept under it."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def read(self, image: Image) -> list[Word]:
        """The words of an upright page (BGR, height x width x 3) in its own pixels, roughly in reading order.

        Nothing that was detected and gave text is left out: a reading under the acceptance score is kept as `doubtful`.
        """
        ...


def _onnx() -> OcrEngine:
    from extractors.ocr.onnx import OnnxEngine

    return OnnxEngine()


def _paddleocr() -> OcrEngine:
    from extractors.ocr.paddle import PaddleEngine

    return PaddleEngine()


# Imported on demand: `paddleocr` is an extra, and no engine should cost a run anything that reads text layers only.
ENGINES: dict[str, Callable[[], OcrEngine]] = {"onnx": _onnx, "paddleocr": _paddleocr}
