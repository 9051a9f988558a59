"""A started engine that fails is a fault of the page it was given, not of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.ocr.engine import Image, LineReader, OcrEngine
from models.errors import EngineError, InputError
from models.page import Word
from verifier.reading.exhaustion import speaks_of_memory

if TYPE_CHECKING:
    from extractors.ocr.recognition import Line


class EngineFailed(InputError):
    """The engine, which has been started, could not do this page."""

    code = "internal"


def fault_of(error: EngineError) -> Exception:
    """What the failure of a started engine means: MemoryError, or that it could not do this page."""
    if speaks_of_memory(str(error)):
        return MemoryError()
    return EngineFailed(
        f"文字识别引擎未能处理这一页，请人工核对；重新扫描或转换格式后可再次上传。（{str(error)[:200]}）"
    )


class _Guarded:
    """An engine whose failures are faults of the page."""

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine
        self.name = engine.name
        self.version = engine.version

    def read(self, image: Image) -> list[Word]:
        try:
            return self._engine.read(image)
        except EngineError as error:
            raise fault_of(error) from error


class _GuardedLines(_Guarded):
    """The same for one that reads single lines too."""

    def __init__(self, engine: OcrEngine, lines: LineReader) -> None:
        super().__init__(engine)
        self._lines = lines

    def read_line(self, crop: Image) -> Line:
        try:
            return self._lines.read_line(crop)
        except EngineError as error:
            raise fault_of(error) from error


def guarded(engine: OcrEngine) -> OcrEngine:
    """`engine`, raising MemoryError or EngineFailed where it would raise EngineError; reads lines if `engine` does."""
    return _GuardedLines(engine, engine) if isinstance(engine, LineReader) else _Guarded(engine)
