"""Writes report.html and report-files/ beside it. Every text of a scan is escaped and freed of control characters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from models.finding import Status
from verifier.folder import FolderRun
from verifier.reading.run_options import RunOptions
from verifier.reports.html.applicant_view import most_pressing, view_of
from verifier.reports.html.figures import figures_of
from verifier.reports.html.page_images import draw_pages
from verifier.reports.open_items import kind_names, status_counts
from verifier.reports.terminal import LABELS, VERDICTS, inert
from verifier.reports.whole_files import write_whole

HERE = Path(__file__).parent
FILES = "report-files"
PAGES = f"{FILES}/pages"
ASSETS = ("report.css", "start.js", "applicant.js", "viewer.js")


def _clean(value: Any) -> Any:
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def environment(further: Path | None = None) -> Environment:
    """Templates of the report and, by their names before those, in the folder `further`; what they show is made inert."""
    made = Environment(
        loader=FileSystemLoader([*([further] if further else []), HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"LABELS": {s: LABELS[s][0] for s in Status}, "VERDICTS": VERDICTS, "STATUSES": tuple(Status)}
    return made


def _replace(path: Path, text: str) -> None:
    write_whole(path, text.encode())


def write_html(run: FolderRun, folder: Path, options: RunOptions) -> Path:
    """Writes the report into `folder`, the start page last; returns its path. OSError where that cannot be done."""
    files = folder / FILES
    (files / "applicants").mkdir(parents=True, exist_ok=True)
    for name in ASSETS:
        write_whole(files / name, (HERE / "assets" / name).read_bytes())
    pictures = draw_pages((f for own in run.files for f in own), folder / PAGES, options)
    templates = environment()
    names = _write_applicants(run, files / "applicants", pictures, templates)
    rules = {rule.check: rule for rule in run.pack.rules}
    rows = [
        (applicant, status_counts(applicant), most_pressing(applicant, rules), f"{FILES}/applicants/{name}")
        for applicant, name in zip(run.report.applicants, names, strict=True)
    ]
    target = folder / "report.html"
    _replace(target, templates.get_template("start.html").render(pack=run.pack, rows=rows, files=FILES))
    return target


def _write_applicants(run: FolderRun, folder: Path, pictures: frozenset[str], templates: Environment) -> Sequence[str]:
    """A page for each applicant, by number; pages of an earlier run are removed. The pages' names."""
    rules = {rule.check: rule for rule in run.pack.rules}
    kinds = kind_names(run.pack)
    template = templates.get_template("applicant.html")
    applicants = run.report.applicants
    names = [f"{number:04d}.html" for number in range(1, len(applicants) + 1)]
    for place, (applicant, files) in enumerate(zip(applicants, run.files, strict=True)):
        view = view_of(applicant, figures_of(files, pictures, "../pages"), rules, kinds)
        neighbours = {
            "previous": names[place - 1] if place else None,
            "next": names[place + 1] if place + 1 < len(names) else None,
        }
        text = template.render(
            view=view, applicant=applicant, counts=status_counts(applicant), pack=run.pack, root="../", **neighbours
        )
        _replace(folder / names[place], text)
    for old in folder.glob("*.html"):
        if old.name not in names:
            old.unlink()
    return names
