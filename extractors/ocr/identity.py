"""What the default engine is called and which version of it reads here, told without loading it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from extractors.ocr import weights

NAME: Final = "onnx"
REVISION: Final = 12
_VNNI: Final = {"avx512_vnni", "avx_vnni"}


def multiplies_bytes(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the processor has instructions (VNNI) that multiply bytes and add the products up without overflow.

    Without them eight bits are no faster, and the runtime's sums of bytes may overflow.
    """
    try:
        text = cpuinfo.read_text("ascii", "replace")
    except OSError:
        return False
    flags = next((line for line in text.splitlines() if line.startswith("flags")), "")
    return bool(_VNNI & set(flags.split()))


# `HEYAN_OCR_BITS=32` asks for readings that are the same on every processor, at 1.4 times the cost.
EIGHT_BITS: Final = os.environ.get("HEYAN_OCR_BITS", "8") != "32" and multiplies_bytes()
VERSION: Final = f"{REVISION}+{weights.DETECTION.short}+{weights.RECOGNITION.short}{'+8' if EIGHT_BITS else ''}"
