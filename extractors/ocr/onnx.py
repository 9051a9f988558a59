"""The default engine: PP-OCRv6 small on ONNX Runtime, seal ink taken away before reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractors.ocr import weights
from extractors.ocr.detection import Detector, Quad
from extractors.ocr.engine import Image
from extractors.ocr.lines import crop_of, in_reading_order, word_of
from extractors.ocr.recognition import Recogniser
from extractors.ocr.reread import fill_gaps
from extractors.ocr.seal_ink import CleanPage, remove_seal_ink, seal_cover
from extractors.ocr.session import Session
from models.page import Word

REVISION: Final = 1


class OnnxEngine:
    """Reads pages with the weights of the `rapidocr` wheel, on `threads` threads."""

    name: Final = "onnx"
    version: Final = f"{REVISION}+{weights.DETECTION.short}+{weights.RECOGNITION.short}"

    def __init__(self, threads: int = 1) -> None:
        self._detector = Detector(Session(weights.locate(weights.DETECTION), threads))
        self._recogniser = Recogniser(Session(weights.locate(weights.RECOGNITION), threads))

    def read(self, image: Image) -> list[Word]:
        page = remove_seal_ink(image)
        words = [self._word(page, quad) for quad in self._detector.find(page.image)]
        return in_reading_order([word for word in words if word is not None])

    def _word(self, page: CleanPage, quad: Quad) -> Word | None:
        crop = crop_of(page.image, quad)
        line, gaps = fill_gaps(self._recogniser, crop.image, self._recogniser.read(crop.image))
        word = word_of(line, quad, crop.vertical, whole=not gaps)
        return replace(word, seal_cover=seal_cover(page, word.box)) if word else None
