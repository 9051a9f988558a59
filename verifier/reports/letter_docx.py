"""A letter as docx, in the dress of official Chinese letters: 小标宋-like title, 仿宋 body, A4."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.run import Run

if TYPE_CHECKING:
    from verifier.reports.letters import Letter

TITLE_FONT, BODY_FONT, BODY_SIZE = "宋体", "仿宋", 14


def _dressed(run: Run, font: str, size: float, bold: bool = False) -> None:
    run.font.name = font
    run.font.size = Pt(size)
    run.font.bold = bold
    # Word keeps a font of its own for Han characters; `font.name` sets that of Latin text alone.
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _paragraph(document: Document, text: str, *, label: str = "", bold: bool = False, indent: bool = True) -> None:
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.space_after = Pt(0)
    shape.line_spacing = 1.4
    if indent:
        shape.first_line_indent = Pt(2 * BODY_SIZE)
    if label:
        _dressed(paragraph.add_run(f"{label}："), BODY_FONT, BODY_SIZE, bold=True)
    _dressed(paragraph.add_run(text), BODY_FONT, BODY_SIZE, bold)
    if bold:
        shape.space_before = Pt(8)
        shape.keep_with_next = True


def docx_of(letter: Letter) -> bytes:
    """`letter` as the content of a docx file."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(2.8), Cm(2.6), Cm(3), Cm(2.5)
    document.core_properties.title = letter.title
    document.core_properties.author = ""
    head = document.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.paragraph_format.space_after = Pt(18)
    _dressed(head.add_run(letter.title), TITLE_FONT, 20, bold=True)
    _paragraph(document, letter.salutation, indent=False)
    _paragraph(document, letter.opening)
    for number, demand in enumerate(letter.demands, start=1):
        _paragraph(document, f"{number}. {demand.heading}", bold=True, indent=False)
        for label, text in demand.lines:
            _paragraph(document, text, label=label)
    for number, line in enumerate(letter.closing):
        _paragraph(document, line)
        if number == 0:
            document.paragraphs[-1].paragraph_format.space_before = Pt(8)
    for line in ("审核单位：____________", "______年____月____日"):
        end = document.add_paragraph()
        end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        end.paragraph_format.space_before = Pt(14)
        _dressed(end.add_run(line), BODY_FONT, BODY_SIZE)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
