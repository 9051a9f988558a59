"""Which reports a run writes, by name: `--format`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from verifier.folder import FolderRun
from verifier.reading.run_options import RunOptions

Writer = Callable[[FolderRun, Path, RunOptions], Path]


def _json(run: FolderRun, folder: Path, _options: RunOptions) -> Path:
    from verifier.reports.json_report import write_report

    return write_report(run.report, folder)


def _html(run: FolderRun, folder: Path, options: RunOptions) -> Path:
    from verifier.reports.html import write_html

    return write_html(run, folder, options)


def _xlsx(run: FolderRun, folder: Path, _options: RunOptions) -> Path:
    from verifier.reports.workbook import write_workbook

    return write_workbook(run.report, run.pack, folder)


def _letter(run: FolderRun, folder: Path, _options: RunOptions) -> Path:
    from verifier.reports.letters import write_letters

    return write_letters(run.report, run.pack, folder)


def _annotated(run: FolderRun, folder: Path, options: RunOptions) -> Path:
    from verifier.reports.annotated import write_annotated

    return write_annotated(run, folder, options)


WRITERS: Mapping[str, Writer] = {
    "json": _json,
    "html": _html,
    "xlsx": _xlsx,
    "letter": _letter,
    "annotated": _annotated,
}


def write_reports(run: FolderRun, folder: Path, formats: Sequence[str], options: RunOptions) -> list[Path]:
    """Writes those of `formats` that are files into `folder`; the paths. OSError where one cannot be written.

    html comes before annotated, which uses its pictures.
    """
    return [write(run, folder, options) for name, write in WRITERS.items() if name in formats]
