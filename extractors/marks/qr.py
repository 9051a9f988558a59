"""Two-dimensional codes, decoded but never followed."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from models.geometry import Box
from models.page import Mark

Bgr = NDArray[np.uint8]
WORK_SIDE = 1800
FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix])


def find_qr_codes(image: Bgr) -> list[Mark]:
    """QR and Data Matrix codes with their payload as `text`; addresses in them are not fetched."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    scale = min(1.0, WORK_SIDE / max(grey.shape))
    if scale < 1:
        grey = cv2.resize(
            grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
        )
    marks = []
    for code in zxingcpp.read_barcodes(grey, formats=FORMATS, try_rotate=False, try_downscale=True):
        corners = code.position
        points = [corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left]
        xs, ys = [p.x / scale for p in points], [p.y / scale for p in points]
        marks.append(Mark("qr_code", Box(min(xs), min(ys), max(xs), max(ys)), 1.0, code.text))
    return marks
