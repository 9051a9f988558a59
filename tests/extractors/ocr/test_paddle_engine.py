"""The engine `paddleocr` reads what the default engine reads; runs in an environment of its own."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractors.ocr import weights
from extractors.ocr.engine import ENGINES, Image, OcrEngine
from models.errors import EngineError
from tests.extractors.ocr.drawn_pages import Sheet, scanned, text_of

INSTALLED = find_spec("paddleocr") is not None


def certificate() -> Image:
    sheet = Sheet().write(380, 60, "毕业证书", 90, "bold", (200, 20, 30)).write(150, 250, "学生周启航，性别男", 46)
    sheet.write(150, 350, "在本校机械设计制造及其自动化专业学习", 46).write(600, 560, "越州理工大学", 46)
    return sheet.write(580, 640, "二〇一四年六月二十日", 42).stamp(720, 600).image()


@pytest.fixture(scope="module")
def paddle(tmp_path_factory: pytest.TempPathFactory) -> OcrEngine:
    if not INSTALLED:
        pytest.skip("paddleocr is not installed: make test-paddleocr")
    from extractors.ocr.paddle import PaddleEngine

    return PaddleEngine(models=Path(tmp_path_factory.mktemp("models")))


@pytest.mark.paddleocr
# The package's own dependencies warn about themselves; that is not ours to mend.
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("rough", [False, True])
def test_same_text_as_the_default_engine(paddle: OcrEngine, engine: OcrEngine, rough: bool) -> None:
    page = scanned(certificate()) if rough else certificate()
    ours, theirs = engine.read(page), paddle.read(page)
    assert text_of(theirs).split() == text_of(ours).split()
    assert "二〇一四年六月二十日" in text_of(theirs)
    for own, other in zip(ours, theirs, strict=True):
        assert own.box.covered_by(other.box.grown(12)) > 0.9
        assert other.seal_cover == pytest.approx(own.seal_cover, abs=0.15)


@pytest.mark.paddleocr
@pytest.mark.filterwarnings("default")
def test_the_paddle_framework_itself_is_not_needed(paddle: OcrEngine) -> None:
    assert weights.RECOGNITION.short in paddle.version
    assert "paddle" not in sys.modules


@pytest.mark.skipif(INSTALLED, reason="paddleocr is installed")
def test_without_the_package_the_error_says_what_to_do() -> None:
    with pytest.raises(EngineError, match="heyan\\[paddleocr\\]"):
        ENGINES["paddleocr"]()
