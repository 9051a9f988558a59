"""The two networks of the engine, made from the weights of the wheel for the processor at hand."""

from __future__ import annotations

from typing import Final

from extractors.ocr import weights
from extractors.ocr.cheaper import fill_channels, gate_once, in_eight_bits, without_softmax
from extractors.ocr.identity import EIGHT_BITS
from extractors.ocr.model_file import ModelFile
from extractors.ocr.session import Session

# Layers with fewer inputs or outputs than this stay as they are: small products gain nothing, and first layers decide.
DETECTION_LEAST: Final = 96
RECOGNITION_LEAST: Final = 192
# Of a layer that looks at a whole value at once (its means go in) the numbers differ more than this.
MOST_UNEVEN: Final = 2
CLASSES: Final = 10_000


def detection(threads: int = 1) -> Session:
    """Gives the chance of text for each pixel of a page."""
    model = ModelFile(weights.locate(weights.DETECTION).read_bytes())
    fill_channels(model)
    gate_once(model)
    if EIGHT_BITS:
        in_eight_bits(model, lambda inputs, outputs: _is_large(inputs, outputs, DETECTION_LEAST))
    return Session(model.content, threads, "detection")


def recognition(threads: int = 1) -> Session:
    """Gives for each step along a line a figure for each character, the chance of it before it is normalised."""
    model = ModelFile(weights.locate(weights.RECOGNITION).read_bytes())
    without_softmax(model)
    if EIGHT_BITS:
        in_eight_bits(model, lambda inputs, outputs: _is_large(inputs, outputs, RECOGNITION_LEAST) or outputs > CLASSES)
    return Session(model.content, threads, "recognition")


def _is_large(inputs: int, outputs: int, least: int) -> bool:
    return least <= min(inputs, outputs) and max(inputs, outputs) <= MOST_UNEVEN * min(inputs, outputs)
