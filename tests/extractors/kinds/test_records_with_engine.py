"""One drawn page of each kind of record, read by the real engine."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from drawn_words import halves, page, table
from PIL import Image, ImageDraw

from extractors.documents import documents_of
from extractors.ocr.engine import ENGINES, OcrEngine
from extractors.reading import read_file
from models.page import Page
from models.settings import ReadingSettings
from samples.drawing import fonts

HERE = Path(__file__).parent
CHOSEN = {
    "appointment": ("sentence", "form"),
    "application": ("annex_four", "pledge", "summary_plain", "review_form_cover"),
    "paper": ("cover", "body"),
    "patent": ("invention",),
    "project": ("development_contract", "team_page"),
    "software": ("usual",),
    "verification": ("sentence", "foreign_degree", "graduate_form_lines"),
    "vocational": ("skill_level",),
}
SHEETS: list[dict[str, Any]] = [
    sheet
    for file, names in CHOSEN.items()
    for sheet in tomllib.loads((HERE / f"{file}_sheets.toml").read_text("utf-8"))["sheet"]
    if sheet["name"] in names
]


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    return ENGINES["onnx"]()


def drawn(sheet: dict[str, Any]) -> Page:
    if "rows" in sheet:
        return table(sheet["rows"], title=sheet.get("title", ""), below=sheet.get("below", ""))
    return halves(sheet["left"], sheet["right"]) if "left" in sheet else page(sheet["text"])


def printed(made: Page) -> Image.Image:
    """The page's words and cells in ink."""
    image = Image.new("RGB", made.upright_size, (252, 252, 250))
    draw = ImageDraw.Draw(image)
    for cell in made.cells:
        draw.rectangle(cell, outline=(40, 40, 40), width=2)
    for word in made.words:
        font = fonts.load("serif", int(0.93 * word.box.height))
        draw.text((word.box.x0, word.box.y0), word.text, font=font, fill=(25, 25, 30))
    return image


@pytest.mark.ocr
@pytest.mark.parametrize("sheet", SHEETS, ids=[f"{s['kind']}-{s['name']}" for s in SHEETS])
def test_drawn_page_is_read(sheet: dict[str, Any], tmp_path: Path, engine: OcrEngine) -> None:
    printed(drawn(sheet)).save(tmp_path / "page.png")
    (document,) = documents_of(read_file(tmp_path / "page.png", ReadingSettings(), engine, "page.png"))
    assert document.kind == sheet["kind"]
    sure = {(f.name, f.value) for f in document.fields if f.confidence >= 0.5}
    assert {*sheet.get("fields", {}).items()} <= sure
