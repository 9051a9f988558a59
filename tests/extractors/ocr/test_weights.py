"""Model files are found without importing their packages, and only the measured ones are accepted."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from extractors.ocr import weights
from models.errors import EngineError


@pytest.mark.parametrize("wanted", [weights.DETECTION, weights.RECOGNITION], ids=lambda w: w.path)
def test_found_and_whole(wanted: weights.Weights) -> None:
    assert weights.locate(wanted).is_file()


def test_packages_are_not_imported() -> None:
    code = (
        "import sys; from extractors.ocr import weights; weights.locate(weights.DETECTION); "
        "sys.exit('rapidocr' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (replace(weights.DETECTION, package="no_such_package"), "没有安装"),
        (replace(weights.DETECTION, path="models/none.onnx"), "缺少文字识别模型文件"),
        (replace(weights.DETECTION, sha256="0" * 64), "与预期不符"),
    ],
)
def test_anything_else_is_an_engine_error_that_says_what_to_do(wanted: weights.Weights, told: str) -> None:
    with pytest.raises(EngineError, match=told) as caught:
        weights.locate(wanted)
    assert "rapidocr==3.10.0" in str(caught.value)
