"""Where text stands: the PP-OCRv6 text detector with the constants that were measured best on certificate pages."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidocr.ch_ppocr_det.utils import DBPostProcess

from extractors.ocr.engine import Image
from extractors.ocr.session import Session

Quad = NDArray[np.float32]  # 4 x 2: top left, top right, bottom right, bottom left

LONG_SIDE: Final = 1120
STRIDE: Final = 32
# The pages' channels are BGR and these are ImageNet's RGB figures: that is how the model was trained.
MEAN: Final = np.array([0.485, 0.456, 0.406], np.float32) * 255
STD: Final = np.array([0.229, 0.224, 0.225], np.float32) * 255
THRESHOLD: Final = 0.2
# Every value a channel can have, made the network's.
TABLES: Final = ((np.arange(256, dtype=np.float32)[:, None] - MEAN) / STD).T.copy()
BOX_THRESHOLD: Final = 0.45
UNCLIP_RATIO: Final = 1.4
MAX_CANDIDATES: Final = 3000


class Detector:
    """Finds the quadrilaterals of text lines."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._post = DBPostProcess(THRESHOLD, BOX_THRESHOLD, MAX_CANDIDATES, UNCLIP_RATIO, use_dilation=False)

    def find(self, image: Image, long_side: float = LONG_SIDE) -> list[Quad]:
        """The text quadrilaterals in the image's pixels; the image is scaled to a longer side of at most `long_side`.

        Small images are scaled up, at most twice: below some 90 dpi the detector begins to lose lines.
        """
        height, width = image.shape[:2]
        if min(height, width) < 4:
            return []
        scale = min(long_side / max(height, width), 2.0)
        size = (_to_stride(width * scale), _to_stride(height * scale))
        shrinking = scale < 1
        resized = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR if shrinking else cv2.INTER_CUBIC)
        tensor = np.stack([cv2.LUT(plane, table) for plane, table in zip(cv2.split(resized), TABLES, strict=True)])
        heat = self._session.run(np.asarray(tensor[None], dtype=np.float32))
        quads, _ = self._post(heat, (height, width))
        return [np.asarray(quad, np.float32) for quad in quads]


def _to_stride(length: float) -> int:
    return max(STRIDE, round(length / STRIDE) * STRIDE)
