"""Which characters look alike: writes `verifier/compare/data/glyph_lookalikes.txt` from pictures and from misreadings.

Two sources. Pictures: every character is drawn in a sans, a serif and a regular-script face, blurred as a scan blurs it, the
face's mean character taken off, and two characters are as alike as their pictures correlate (mean of the faces). Misreadings:
the shipped recogniser reads each character once in two faces, small, blurred and noisy, and what it takes it for is like it.

`python -m benchmarks.lookalike_glyphs` (about three minutes on one core; fonts as of `samples/fonts`). Characters: GB 2312-80
and those of the surname list and of GIVEN_NAMES, which people bear though they are not in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from extractors.ocr import networks
from extractors.ocr.recognition import Recogniser
from extractors.values.names import surnames

TARGET = Path("verifier/compare/data/glyph_lookalikes.txt")
NOTO = "/usr/share/fonts/opentype/noto/Noto{}CJK-Regular.ttc"
FACES = (
    (NOTO.format("Sans"), 2),
    (NOTO.format("Serif"), 2),
    ("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0),
)
GIVEN_NAMES = (
    "堃喆昇玥珺祎赟旻翀昉婠琇鋆垚犇骉淼珮璟瑄玙珩琤璘瑧璠甯祐禛翚翾苡茜菡葳薏蘅衎諹讷贇赟隽霈靓颀飏骁骐骢麒龑姮嫣婳昳晞暐杺栩"
    "桉梓棽榕槿沄沺泓洺浛浠涵湉滢漪潆炘烜煊熠燚燊玎玓珅珈珑珞琎琰瑀瑗瑭璇璎昶晟晔暄曦朤弢怿惇懿忻恺峤峻崟嵘彧徵"
)
SIZE, MARGIN, BLUR = 32, 4, 1.2
COMMON = 3755
"""So many characters are of level 1 of GB 2312; the recogniser knows the others less well and mistakes them more freely."""
CLOSE, NEAREST = 0.55, 12
RARE_CLOSE, RARE_NEAREST = 0.45, 16
LINE, SHRUNK, NOISE = 8, (0.36, 0.5), 10.0


def main() -> None:
    characters = alphabet()
    alike = {c: set(near) for c, near in by_picture(characters)}
    for printed, read in misreadings(characters):
        if read in alike:
            alike[printed].add(read)
    lines = [f"{c} {''.join(sorted(near))}\n" for c, near in alike.items()]
    head = (
        "# Written by benchmarks/lookalike_glyphs.py: a character, then those it may be taken for. Not to be edited.\n"
    )
    TARGET.write_text(head + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} characters, {sum(map(len, alike.values()))} likenesses")


def alphabet() -> list[str]:
    """GB 2312 in its order, level 1 first, then what only names use."""
    own = [bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    more = "".join(sorted(surnames())) + GIVEN_NAMES
    return list(dict.fromkeys([*filter(None, own), *more]))


def by_picture(characters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each character with those that its pictures resemble."""
    likeness = np.mean([_correlations(characters, face) for face in FACES], axis=0)
    np.fill_diagonal(likeness, -1.0)
    for at, character in enumerate(characters):
        least, most = (CLOSE, NEAREST) if at < COMMON else (RARE_CLOSE, RARE_NEAREST)
        nearest = np.argsort(-likeness[at])[:most]
        yield character, "".join(characters[i] for i in nearest if likeness[at, i] > least)


def _correlations(characters: Sequence[str], face: tuple[str, int]) -> NDArray[np.float32]:
    font = ImageFont.truetype(face[0], SIZE, index=face[1])
    pictures = np.stack([_picture(character, font) for character in characters])
    pictures -= pictures.mean(axis=0)
    pictures /= np.maximum(np.linalg.norm(pictures, axis=1, keepdims=True), 1e-6)
    return np.asarray(pictures @ pictures.T, np.float32)


def _picture(character: str, font: ImageFont.FreeTypeFont) -> NDArray[np.float32]:
    side = SIZE + 2 * MARGIN
    sheet = Image.new("L", (side, side))
    pen = ImageDraw.Draw(sheet)
    x0, y0, x1, y1 = pen.textbbox((0, 0), character, font=font)
    pen.text(((side - x1 + x0) / 2 - x0, (side - y1 + y0) / 2 - y0), character, fill=255, font=font)
    blurred = cv2.GaussianBlur(np.asarray(sheet, np.float32), (0, 0), BLUR)
    blurred -= blurred.mean()
    return np.asarray(blurred / max(float(np.linalg.norm(blurred)), 1e-6), np.float32).ravel()


def misreadings(characters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is printed and what the recogniser takes it for, where they differ."""
    recogniser, chance = Recogniser(networks.recognition()), random.Random(1)
    for path, index in FACES[1:]:
        font = ImageFont.truetype(path, 40, index=index)
        order = list(characters)
        chance.shuffle(order)
        for at in range(0, len(order), LINE):
            printed = order[at : at + LINE]
            read = recogniser.read(_worn(printed, font, chance)).text
            if len(read) == len(printed):
                yield from ((p, r) for p, r in zip(printed, read, strict=True) if p != r)


def _worn(printed: Sequence[str], font: ImageFont.FreeTypeFont, chance: random.Random) -> NDArray[np.uint8]:
    """The characters in a line, far apart, as a poor scan of small print has them (BGR)."""
    sheet = Image.new("L", (56 * len(printed) + 20, 64), 255)
    pen = ImageDraw.Draw(sheet)
    for at, character in enumerate(printed):
        pen.text((12 + 56 * at, 4), character, fill=30, font=font)
    share = chance.uniform(*SHRUNK)
    small = sheet.resize((int(sheet.width * share), int(sheet.height * share)), Image.Resampling.BILINEAR)
    grey = np.asarray(small.filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 0.9))), np.float64)
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(0, NOISE, grey.shape)
    return np.repeat(np.clip(grey + noise, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


if __name__ == "__main__":
    main()
