"""One engine for all tests of this folder: loading the weights takes longer than a page."""

from __future__ import annotations

import pytest

from extractors.ocr.engine import ENGINES, OcrEngine


@pytest.fixture(scope="session")
def engine() -> OcrEngine:
    return ENGINES["onnx"]()
