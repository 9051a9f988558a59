"""`heyan extract`: kinds and fields of single files, one JSON document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extractors.documents import documents_of
from models.errors import InputError
from verifier.reading.progress import OnPages
from verifier.reading.readings import read_all
from verifier.reading.run_options import RunOptions
from verifier.reports.json_report import document_json, encodable, problem_json


def extract_lines(paths: Sequence[Path], options: RunOptions, on_pages: OnPages) -> Iterator[tuple[str, bool]]:
    """Yields (a line of JSON, whether it is a document) in the order of `paths`: documents first, then problems.

    InputError where a path is no file.
    """
    for path in paths:
        if not path.is_file():
            raise InputError(f"找不到文件：{path}。请检查路径。")
    readings = read_all([(path, path.as_posix()) for path in paths], options, on_pages)
    for reading in readings:
        for document in documents_of(reading):
            yield _line(document_json(document)), True
        for problem in reading.problems:
            yield _line({"problem": problem_json(problem), "file": problem.file}), False


def _line(data: dict[str, Any]) -> str:
    return encodable(json.dumps(data, ensure_ascii=False))
