"""标注/: for each applicant one PDF of all files in order, the evidence framed and marked, with bookmarks by clause."""

from __future__ import annotations

import io
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pymupdf
from PIL import Image

from models.finding import ApplicantReport, Status
from models.geometry import Box
from verifier.folder import FolderRun
from verifier.reading.run_options import RunOptions
from verifier.reports.file_names import safe_name
from verifier.reports.html.applicant_view import Clause, Item, clauses_of
from verifier.reports.html.figures import Figures, PageFigure, figures_of
from verifier.reports.html.page_images import draw_pages
from verifier.reports.html.site import PAGES
from verifier.reports.mark_drawing import COLOURS, draw_mark
from verifier.reports.open_items import OPEN, pages_of
from verifier.reports.terminal import LABELS, VERDICTS, inert
from verifier.reports.whole_files import write_whole

FOLDER = "标注"
WIDTH = 595.0
A4 = pymupdf.Rect(0, 0, 595, 842)
TEXT = pymupdf.Rect(50, 50, 545, 792)
QUARTERS = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
JPEG_QUALITY = 70


@dataclass(frozen=True, slots=True)
class _Framed:
    """A box on a page, in stored pixels, and the findings that rest on it."""

    figure: PageFigure
    box: Box
    items: tuple[Item, ...]

    @property
    def status(self) -> Status:
        return max((i.finding.status for i in self.items), key=lambda s: s.weight)


def write_annotated(run: FolderRun, folder: Path, options: RunOptions) -> Path:
    """Writes the PDFs into a folder under `folder`, in place of those of an earlier run; returns that folder's path."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.pdf"):
        old.unlink()
    rules = {rule.check: rule for rule in run.pack.rules}
    taken: set[str] = set()
    with tempfile.TemporaryDirectory() as scratch:
        # The pictures that report.html shows serve here too.
        pages = folder / PAGES if (folder / PAGES).is_dir() else Path(scratch)
        pictures = draw_pages((f for own in run.files for f in own), pages, options)
        for applicant, files in zip(run.report.applicants, run.files, strict=True):
            figures = figures_of(files, pictures, str(pages))
            name = safe_name(f"{applicant.applicant_id} {applicant.name}", taken)
            data = annotated_pdf(applicant, figures, clauses_of(applicant.findings, figures, rules))
            write_whole(target / f"{name}.pdf", data)
    return target


def annotated_pdf(applicant: ApplicantReport, figures: Figures, clauses: Iterable[Clause]) -> bytes:
    """The PDF of one applicant: what is open, then every page with a picture."""
    shown = [c for c in (_without_idle(clause) for clause in clauses) if c.items]
    book = pymupdf.open("pdf", _cover(applicant, shown))
    first = {figure.id: n for n, figure in enumerate((f for f in figures.values() if f.src), start=len(book))}
    framed = _framed(shown)
    for figure in figures.values():
        if figure.src:
            _add_page(book, figure, [f for f in framed if f.figure is figure])
    book.set_toc(_bookmarks(shown, first))
    book.set_metadata({"title": inert(f"{applicant.name} {applicant.applicant_id} 核验标注"), "producer": "heyan"})
    book.subset_fonts()
    data: bytes = book.tobytes(garbage=3, deflate=True)
    return data


def _without_idle(clause: Clause) -> Clause:
    return Clause(clause.name, tuple(i for i in clause.items if i.finding.status is not Status.NOT_APPLICABLE))


def _framed(clauses: Iterable[Clause]) -> list[_Framed]:
    found: dict[tuple[str, Box], list[Item]] = defaultdict(list)
    owner: dict[str, PageFigure] = {}
    for item in (i for clause in clauses for i in clause.items):
        for place in item.places:
            if place.crop is not None:
                owner[place.crop.page.id] = place.crop.page
                found[place.crop.page.id, place.crop.box].append(item)
    return [_Framed(owner[page], box, tuple(items)) for (page, box), items in found.items()]


def _add_page(book: Any, figure: PageFigure, framed: list[_Framed]) -> None:
    wide, high = figure.upright_size
    scale = WIDTH / wide
    page = book.new_page(width=WIDTH, height=high * scale)
    with Image.open(figure.src) as picture:
        turn = QUARTERS[figure.turn]
        upright = picture if turn is None else picture.transpose(turn)
        data = io.BytesIO()
        upright.convert("RGB").save(data, "JPEG", quality=JPEG_QUALITY)
    page.insert_image(page.rect, stream=data.getvalue())
    # The lightest first, so that nothing lies over what is open.
    for one in sorted(framed, key=lambda f: f.status.weight):
        seen = figure.upright(one.box)
        rect = pymupdf.Rect(*(v * scale for v in seen))
        titles = dict.fromkeys(i.title for i in one.items if i.finding.status in OPEN)
        draw_mark(page, rect, one.status, "、".join(titles))


def _bookmarks(clauses: Iterable[Clause], first: dict[str, int]) -> list[list[Any]]:
    """Clauses with their findings, each leading to its first place; what has none leads to the list in front."""
    out: list[list[Any]] = []
    for clause in clauses:
        lines = []
        for item in clause.items:
            pages = [first[p.figure.id] for p in item.places if p.figure is not None and p.figure.id in first]
            sign = LABELS[item.finding.status][0]
            lines.append([2, inert(f"{sign} {item.title} {item.about}"), (pages[0] if pages else 0) + 1])
        out += [[1, inert(clause.name), lines[0][2]], *lines]
    return out


def _cover(applicant: ApplicantReport, clauses: Iterable[Clause]) -> bytes:
    """The list in front: verdict, what is open, what could not be read."""
    said = [
        f"<h1>{_text(applicant.name)}　{_text(applicant.applicant_id)}</h1>",
        f"<p><b>{_text(VERDICTS[applicant.verdict])}</b></p>",
    ]
    for item in (i for clause in clauses for i in clause.items if i.finding.status in OPEN):
        finding = item.finding
        colour = "#{:02x}{:02x}{:02x}".format(*(round(255 * c) for c in COLOURS[finding.status]))
        word = LABELS[finding.status][0][2:]
        places = "；".join(pages_of(finding))
        said.append(
            f'<p><b style="color:{colour}">【{word}】</b><b>{_text(item.title)}</b>（{_text(finding.clause)}）'
            f"{_text(finding.message)}{'<br/>' + _text(places) if places else ''}</p>"
        )
    said += [f"<p><b>【未能读取】</b>{_text(p.file)}：{_text(p.message)}</p>" for p in applicant.problems]
    story = pymupdf.Story("".join(said), user_css="body{font-size:10.5pt} h1{font-size:16pt} p{margin:4pt 0}")
    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    more = True
    while more:
        device = writer.begin_page(A4)
        more, _ = story.place(TEXT)
        story.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()


def _text(text: str) -> str:
    return escape(inert(text))
