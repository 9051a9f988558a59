"""What an operator may set. Times in seconds, sizes in bytes or pixels, named by unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EngineName = Literal["onnx", "paddleocr"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Environment: HEYAN_MAX_BYTES, HEYAN_MAX_PAGES, HEYAN_MAX_PIXELS, HEYAN_MAX_SECONDS."""

    max_bytes: int = 100 * 1024 * 1024
    max_pages: int = 200
    max_pixels: int = 120_000_000
    max_seconds_per_file: float = 600.0
    max_seconds_per_page: float = 60.0


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How files are read; all of it is part of the cache key except `limits`."""

    engine: EngineName = "onnx"
    render_dpi: float = 200.0
    limits: Limits = field(default_factory=Limits)
