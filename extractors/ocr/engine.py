"""The seam between pages and whichever OCR engine reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from models.page import Word

if TYPE_CHECKING:
    from extractors.ocr.recognition import Line

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


@runtime_checkable
class LineReader(Protocol):
    """An engine that also reads a line cut out by others; what asks for it does without where it is lacking."""

    def read_line(self, crop: Image) -> Line:
        """The text of `crop` (BGR), a single line whose characters run from left to right."""
        ...


def line_reader(engine: OcrEngine) -> Callable[[Image], Line] | None:
    """How `engine` reads a single line, None where it cannot."""
    return engine.read_line if isinstance(engine, LineReader) else None


def _onnx() -> OcrEngine:
    from extractors.ocr.onnx import OnnxEngine

    return OnnxEngine()


def _paddleocr() -> OcrEngine:
    from extractors.ocr.paddle import PaddleEngine

    return PaddleEngine()


# Imported on demand: `paddleocr` is an extra, and no engine should cost a run anything that reads text layers only.
ENGINES: dict[str, Callable[[], OcrEngine]] = {"onnx": _onnx, "paddleocr": _paddleocr}
