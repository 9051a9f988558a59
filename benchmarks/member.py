"""One process of a contestant, run by the contestant's own Python: `python -P member.py NAME THREADS [FOLDER]`.

Asked by lines of JSON on stdin, answering by lines of JSON on stdout: a path is read (answer: its lines with their boxes),
null asks for the CPU seconds so far and the peak memory in MB. Imports nothing of the project at its top, because other
environments run it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Text with its box: left, top, right, bottom in the image's pixels.
Lines = list[tuple[str, float, float, float, float]]
Read = Callable[[str], Lines]


def rapidocr(threads: int, _folder: str) -> Read:
    """RapidOCR with its own thresholds and sizes; `threads` 0 leaves those to it as well."""
    import cv2
    from rapidocr import RapidOCR

    params: dict[str, int | str] = {"Global.log_level": "critical"}
    if threads:
        cv2.setNumThreads(threads)
        key = "EngineConfig.onnxruntime"
        params |= {f"{key}.intra_op_num_threads": threads, f"{key}.inter_op_num_threads": threads}
    engine = RapidOCR(params=params)

    def read(path: str) -> Lines:
        found = engine(path)
        return [] if found.txts is None else [_line(*one) for one in zip(found.txts, found.boxes, strict=True)]

    return read


def paddleocr(threads: int, folder: str) -> Read:
    """PaddleOCR on ONNX Runtime with the weights of the `rapidocr` wheel and its own sizes, no extra models."""
    import cv2

    from extractors.ocr.paddle import DETECTION_NAME, RECOGNITION_NAME, build_models

    cv2.setNumThreads(threads)
    models = Path(folder)
    build_models(models)
    os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
    os.environ["PADDLE_PDX_CACHE_HOME"] = str(models / "cache")
    from paddleocr import PaddleOCR

    engine = PaddleOCR(
        engine="onnxruntime",
        device="cpu",
        engine_config={"intra_op_num_threads": threads, "inter_op_num_threads": 1},
        text_detection_model_name=DETECTION_NAME,
        text_detection_model_dir=str(models / DETECTION_NAME),
        text_recognition_model_name=RECOGNITION_NAME,
        text_recognition_model_dir=str(models / RECOGNITION_NAME),
        use_doc_orientation_classify=False,
        use_doc_unwarping=False,
        use_textline_orientation=False,
    )

    def read(path: str) -> Lines:
        found = engine.predict(path)[0].json["res"]
        return [_line(*one) for one in zip(found["rec_texts"], found["rec_polys"], strict=True)]

    return read


def faster_paddle(size: str) -> Callable[[int, str], Read]:
    """faster-paddle with the weights of one size; `threads` 0 leaves their number to it."""

    def start(threads: int, _folder: str) -> Read:
        from faster_paddle import OcrEngine

        engine = OcrEngine(model_size=size, threads=threads or None)

        def read(path: str) -> Lines:
            found = engine.ocr(Path(path).read_bytes())["bounds"].values()
            return [(one["text"], *one["topLeftCoord"], *one["bottomRightCoord"]) for one in found]

        return read

    return start


def tesseract(threads: int, _folder: str) -> Read:
    """Tesseract's command line, simplified Chinese, one call a page."""
    os.environ["OMP_THREAD_LIMIT"] = str(threads)

    def read(path: str) -> Lines:
        command = ["tesseract", path, "-", "-l", "chi_sim", "tsv"]
        told = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
        rows = csv.DictReader(io.StringIO(told.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
        found = []
        for row in rows:
            if row["text"] and row["text"].strip():
                left, top = float(row["left"]), float(row["top"])
                found.append((row["text"], left, top, left + float(row["width"]), top + float(row["height"])))
        return found

    return read


def floor(_threads: int, folder: str) -> Read:
    """Both networks on what they were given when heyan read the pages, and nothing else."""
    from benchmarks.forward_passes import replayed

    return replayed(Path(folder))


READERS: dict[str, Callable[[int, str], Read]] = {
    "rapidocr": rapidocr,
    "paddleocr": paddleocr,
    "faster-paddle-small": faster_paddle("small"),
    "faster-paddle-tiny": faster_paddle("tiny"),
    "tesseract": tesseract,
    "floor": floor,
}


def _line(text: str, polygon: Any) -> tuple[str, float, float, float, float]:
    xs, ys = [float(p[0]) for p in polygon], [float(p[1]) for p in polygon]
    return text, min(xs), min(ys), max(xs), max(ys)


def main() -> None:
    name, threads, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    # What packages print goes to stderr; the answers keep stdout to themselves.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    read = READERS[name](threads, folder)
    print(json.dumps("ready"), file=answers, flush=True)
    for line in sys.stdin:
        path = json.loads(line)
        answer: object = _used() if path is None else read(path)
        print(json.dumps(answer, ensure_ascii=False), file=answers, flush=True)


def _used() -> tuple[float, float]:
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    return time.process_time() + below.ru_utime + below.ru_stime, (own.ru_maxrss + below.ru_maxrss) / 1024


if __name__ == "__main__":
    main()
