"""What seals say: the name along the ring, the use below the star, lines in ovals and frames; nothing where it is not legible."""

from __future__ import annotations

from functools import cache

import pytest
from mark_pages import KAI, SANS, SONG, bgr, blank, photo, scan
from PIL import Image, ImageDraw, ImageFont
from seal_drawings import BLUE, RED, SERIF, Design, press, print_lines, seal_ink

from extractors.marks.marks import find_marks
from extractors.ocr.onnx import OnnxEngine
from models.geometry import Box
from models.page import Mark, Word

pytestmark = pytest.mark.ocr
COMPANY = "越州精工机械有限公司"
OFFICE = "绍兴市上虞区人力资源和社会保障局"


@cache
def engine() -> OnnxEngine:
    return OnnxEngine()


def seals(image: Image.Image, quality: str = "clean", words: tuple[Word, ...] = ()) -> list[Mark]:
    page = bgr(image)
    if quality != "clean":
        page = scan(page, 3, blur=0.7, noise=5, quality=60) if quality == "scan" else photo(page, 3)
    return [mark for mark in find_marks(page, read=engine().read_line, words=words).marks if mark.kind == "seal"]


def stamped(design: Design, *, printed: bool = False, at: tuple[float, float] = (620, 900)) -> Image.Image:
    image = blank(1240, 1754)
    if printed:
        print_lines(image, 2, size=28, pitch=2.5)
    press(image, seal_ink(design), *at, design, seed=4)
    return image


DESIGNS = (
    Design(name=COMPANY),
    Design(name=COMPANY, radius=(75, 75), face=SANS, turn=20),
    Design(name=OFFICE, radius=(150, 150), face=SONG, turn=-25),
    Design(name="浙江大学", spread=150, face=KAI, double=True),
    Design(name=COMPANY, number="3306040012345", strength=0.5),
    Design(name=OFFICE, colour=BLUE, radius=(140, 140)),
    Design(name="诸暨市人民医院", spread=230),
)


@pytest.mark.parametrize("quality", ["clean", "scan"])
def test_the_name_along_the_ring(quality: str) -> None:
    """Most are legible, and what is not legible says nothing."""
    found = [(seals(stamped(design), quality)[0].text, design.name) for design in DESIGNS]
    assert all(text in (None, name) for text, name in found)
    assert sum(text == name for text, name in found) >= len(DESIGNS) - 2


def test_a_seal_over_print() -> None:
    (seal,) = seals(stamped(Design(name=COMPANY, radius=(140, 140)), printed=True))
    assert seal.text == COMPANY


@pytest.mark.parametrize("line", ["合同专用章", "人事专用章", "业务专用章(2)"])
def test_the_use_below_the_star(line: str) -> None:
    (seal,) = seals(stamped(Design(name=COMPANY, radius=(150, 150), line=line, spread=210, turn=12)))
    assert seal.text == f"{COMPANY} {line}"


def test_an_oval_seal() -> None:
    design = Design(name=COMPANY, radius=(160, 115), double=True, star=False, line="发票专用章", spread=220)
    (seal,) = seals(stamped(design), "scan")
    assert seal.text == f"{COMPANY} 发票专用章"


def test_a_name_that_the_page_has_in_print_needs_less() -> None:
    printed = (Word(OFFICE, Box(0, 0, 100, 20), 0.99),)
    more = []
    for radius in (86, 89, 92, 95, 98):
        image = stamped(Design(name=OFFICE, radius=(radius, radius), strength=0.7, face=KAI), printed=True)
        (alone,), (known,) = seals(image, "scan"), seals(image, "scan", printed)
        assert {alone.text, known.text} <= {None, OFFICE}
        assert known.text or not alone.text
        more.append(bool(known.text) and not alone.text)
    assert any(more)


@pytest.mark.parametrize("radius", [32, 40])
def test_what_is_too_small_says_nothing(radius: float) -> None:
    assert {seal.text for seal in seals(stamped(Design(name=OFFICE, radius=(radius, radius))), "photo")} <= {None}


@pytest.mark.parametrize("x", [1240 - 60, 1240 - 80])
def test_a_seal_cut_at_the_edge_is_never_misread(x: float) -> None:
    found = seals(stamped(Design(name=COMPANY, radius=(150, 150)), at=(x, 900)))
    assert {seal.text for seal in found} <= {None, COMPANY}


def framed(lines: tuple[str, ...], oval: bool, colour: tuple[int, int, int] = RED) -> Image.Image:
    image = blank(1240, 1754)
    draw, letters = ImageDraw.Draw(image), ImageFont.truetype(SERIF, 34)
    box = (400, 800, 860, 930) if not oval else (370, 790, 890, 960)
    (draw.ellipse if oval else draw.rectangle)(box, outline=colour, width=5)
    for i, line in enumerate(lines):
        y = (box[1] + box[3]) / 2 + (i - (len(lines) - 1) / 2) * 46
        draw.text((630, y), line, colour, letters, anchor="mm")
    return image


@pytest.mark.parametrize("oval", [False, True])
@pytest.mark.parametrize("quality", ["clean", "scan"])
def test_lines_in_a_frame(oval: bool, quality: str) -> None:
    (seal,) = seals(framed(("海浦市教育管理办公室", "学时登记专用章"), oval), quality)
    assert seal.text == "海浦市教育管理办公室 学时登记专用章"


def test_a_red_box_that_is_printed_is_no_seal() -> None:
    assert seals(framed(("请于规定日期之前办理", "逾期不予受理"), oval=False)) == []
