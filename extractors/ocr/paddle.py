"""The engine `paddleocr`: the package itself, run offline on the very weights that the default engine uses."""

from __future__ import annotations

import importlib
import os
import shutil
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any, Final

import numpy as np
import platformdirs

from extractors.ocr import detection, weights
from extractors.ocr.engine import Image
from extractors.ocr.lines import ACCEPTED, TALL, in_reading_order
from extractors.ocr.seal_ink import remove_seal_ink, seal_cover
from extractors.ocr.session import Session
from models.errors import EngineError
from models.geometry import Box
from models.page import Word

REVISION: Final = 2
DETECTION_NAME: Final = "PP-OCRv6_small_det"
RECOGNITION_NAME: Final = "PP-OCRv6_small_rec"


class PaddleEngine:
    """Reads pages with PaddleOCR 3.7 on ONNX Runtime; needs the extra `heyan[paddleocr]`.

    `models` is where the folders that PaddleOCR expects are built (default: the user's cache folder). The weights and
    the detector's constants are those of the default engine; give other folders there for larger models. Words carry no
    character edges: the package does not report them.
    """

    name: Final = "paddleocr"

    def __init__(self, models: Path | None = None, device: str = "cpu") -> None:
        try:
            self._package = package_version("paddleocr")
        except PackageNotFoundError as error:
            raise EngineError(
                "没有安装 paddleocr；请在单独的环境中安装 heyan[paddleocr]，或使用默认引擎 --engine onnx。"
            ) from error
        folder = models or Path(platformdirs.user_cache_dir("heyan")) / "paddleocr"
        build_models(folder)
        self._ocr = _start(folder, device)

    @property
    def version(self) -> str:
        return f"{REVISION}+{self._package}+{weights.DETECTION.short}+{weights.RECOGNITION.short}"

    def read(self, image: Image) -> list[Word]:
        clean = remove_seal_ink(image)
        result = self._ocr.predict(clean.image)[0].json["res"]
        words = []
        for text, score, polygon in zip(result["rec_texts"], result["rec_scores"], result["rec_polys"], strict=True):
            if not text.strip():
                continue
            points = np.asarray(polygon, dtype=np.float64)
            box = Box(*(float(v) for v in (*points.min(axis=0), *points.max(axis=0))))
            words.append(
                Word(
                    text=text.strip(),
                    box=box,
                    confidence=float(score),
                    vertical=box.height >= TALL * max(1.0, box.width),
                    doubtful=float(score) < ACCEPTED,
                    seal_cover=seal_cover(clean, box),
                )
            )
        return in_reading_order(words)


def build_models(folder: Path) -> None:
    """Lay out `folder` as PaddleOCR expects: a directory per model with `inference.onnx` and `inference.yml`.

    The weights come from the installed `rapidocr` wheel; the alphabet stands in the recogniser's own metadata.
    """
    yaml: Any = importlib.import_module("yaml")  # comes with PaddleX
    found, read = folder / DETECTION_NAME, folder / RECOGNITION_NAME
    source = weights.locate(weights.RECOGNITION)
    # Only "\n" separates: the alphabet holds other characters that str.splitlines would cut at.
    alphabet = Session(source).metadata("character").split("\n")
    for target, path, settings in (
        (found, weights.locate(weights.DETECTION), _detection_settings()),
        (read, source, _recognition_settings(alphabet)),
    ):
        target.mkdir(parents=True, exist_ok=True)
        _replace(target / "inference.onnx", path.read_bytes())
        _replace(target / "inference.yml", yaml.safe_dump(settings, allow_unicode=True).encode())


def _replace(path: Path, content: bytes) -> None:
    """Write whole or not at all: several workers may build the same folder at once."""
    if path.is_file() and path.read_bytes() == content:
        return
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(content)
    shutil.move(part, path)


def _start(folder: Path, device: str) -> Any:
    """The PaddleOCR pipeline. Every model has a name and a directory: one without a directory would be downloaded."""
    os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
    os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(folder / "cache"))
    try:
        from paddleocr import PaddleOCR

        return PaddleOCR(
            engine="onnxruntime",
            device=device,
            engine_config={"intra_op_num_threads": 1, "inter_op_num_threads": 1, "enable_cpu_mem_arena": False},
            text_detection_model_name=DETECTION_NAME,
            text_detection_model_dir=str(folder / DETECTION_NAME),
            text_recognition_model_name=RECOGNITION_NAME,
            text_recognition_model_dir=str(folder / RECOGNITION_NAME),
            use_doc_orientation_classify=False,
            use_doc_unwarping=False,
            use_textline_orientation=False,
            text_det_limit_side_len=detection.LONG_SIDE,
            text_det_limit_type="max",
            text_recognition_batch_size=1,
            text_rec_score_thresh=0.0,
        )
    except Exception as error:  # the package raises whatever its parts raise
        raise EngineError(f"无法启动 paddleocr 引擎：{error}；请检查单独环境的安装，或使用默认引擎。") from error


def _detection_settings() -> dict[str, Any]:
    return {
        "Global": {"model_name": DETECTION_NAME},
        "PreProcess": {
            "transform_ops": [
                {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
                {"DetResizeForTest": None},
                {
                    "NormalizeImage": {
                        "mean": [0.485, 0.456, 0.406],
                        "std": [0.229, 0.224, 0.225],
                        "scale": "1./255.",
                        "order": "hwc",
                    }
                },
                {"ToCHWImage": None},
                {"KeepKeys": {"keep_keys": ["image", "shape"]}},
            ]
        },
        "PostProcess": {
            "name": "DBPostProcess",
            "thresh": detection.THRESHOLD,
            "box_thresh": detection.BOX_THRESHOLD,
            "max_candidates": detection.MAX_CANDIDATES,
            "unclip_ratio": detection.UNCLIP_RATIO,
        },
    }


def _recognition_settings(alphabet: list[str]) -> dict[str, Any]:
    return {
        "Global": {"model_name": RECOGNITION_NAME},
        "PreProcess": {
            "transform_ops": [
                {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
                {"RecResizeImg": {"image_shape": [3, 48, 320]}},
                {"KeepKeys": {"keep_keys": ["image"]}},
            ]
        },
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": alphabet},
    }
