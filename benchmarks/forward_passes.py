"""The floor: what the two networks alone take for the pages, on exactly the tensors that heyan gives them."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.pages import Sample

SESSIONS = "sessions.pickle"


def record(pages: list[Sample], folder: Path) -> None:
    """Reads the pages once, in a process of its own, and keeps in `folder` what its networks were given."""
    process = multiprocessing.get_context("spawn").Process(target=_record, args=(pages, folder))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit("the pages could not be read for the floor")


def _record(pages: list[Sample], folder: Path) -> None:
    from extractors.ocr import weights
    from extractors.ocr.engine import ENGINES
    from extractors.ocr.session import Session
    from extractors.reading import read_file
    from models.settings import ReadingSettings

    built: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
    numbers: dict[int, int] = {}
    given: list[tuple[int, Any]] = []
    build, run = Session.__init__, Session.run

    def note_build(self: Session, *args: Any, **kwargs: Any) -> None:
        numbers[id(self)] = len(built)
        built.append((args, kwargs))
        build(self, *args, **kwargs)

    def note_run(self: Session, tensor: Any, *args: Any) -> Any:
        if weights.locate(weights.ORIENTATION) not in built[numbers[id(self)]][0]:
            given.append((numbers[id(self)], tensor.copy()))
        return run(self, tensor, *args)

    Session.__init__, Session.run = note_build, note_run  # type: ignore[method-assign,assignment]
    engine = ENGINES["onnx"]()
    for page in pages:
        given.clear()
        read_file(page.file, ReadingSettings(), engine, page.file.name)
        (folder / f"{page.image.name}.pickle").write_bytes(pickle.dumps(given))
    (folder / SESSIONS).write_bytes(pickle.dumps(built))


def replayed(folder: Path) -> Callable[[str], list[Any]]:
    """A reader that runs what was recorded of a page; everything is in memory before the first."""
    from extractors.ocr.memory import keep_freed_memory
    from extractors.ocr.session import Session

    keep_freed_memory()
    sessions = [Session(*args, **kwargs) for args, kwargs in pickle.loads((folder / SESSIONS).read_bytes())]
    given = {path.stem: pickle.loads(path.read_bytes()) for path in folder.glob("*.*.pickle")}

    def read(path: str) -> list[Any]:
        for number, tensor in given[Path(path).name]:
            sessions[number].run(tensor)
        return []

    return read
