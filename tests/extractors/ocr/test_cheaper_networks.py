"""The rewritten networks say what the wheel's own say: exactly where sums are only reordered, nearly so in bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.ocr import identity, networks, weights
from extractors.ocr.detection import Detector
from extractors.ocr.model_file import ModelFile
from extractors.ocr.recognition import Line, Recogniser
from extractors.ocr.session import Session, Tensor
from tests.extractors.ocr.drawn_pages import Sheet, scanned

LINES = (
    "证书编号：990011201405000123",
    "二〇一五年六月三十日",
    "越州理工大学 机械设计制造及其自动化",
    "91330604MA2D8K7X3Q",
)


@pytest.fixture(scope="module")
def page() -> NDArray[np.uint8]:
    sheet = Sheet(height=900)
    for row, text in enumerate(LINES):
        sheet = sheet.write(120, 120 + 180 * row, text, 46)
    return scanned(sheet.image())


@pytest.fixture(scope="module")
def crops(page: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    return [np.ascontiguousarray(page[100 + 180 * row : 190 + 180 * row, 100:1100]) for row in range(len(LINES))]


def read_with(bits: bool, crops: list[NDArray[np.uint8]], monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    monkeypatch.setattr(networks, "EIGHT_BITS", bits)
    recogniser = Recogniser(networks.recognition())
    return [recogniser.read(crop) for crop in crops]


def heat_of(session: Session, page: NDArray[np.uint8]) -> Tensor:
    seen: list[Tensor] = []
    run = session.run
    session.run = lambda tensor: seen.append(run(tensor)) or seen[-1]  # type: ignore[method-assign, func-returns-value]
    Detector(session).find(page, 640)
    return seen[0]


@pytest.mark.ocr
def test_reordered_sums_find_the_same_text(page: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "EIGHT_BITS", False)
    before, after = heat_of(Session(weights.locate(weights.DETECTION)), page), heat_of(networks.detection(), page)
    assert before.max() > 0.9
    np.testing.assert_allclose(after, before, atol=1e-3)


@pytest.mark.ocr
@pytest.mark.skipif(not identity.multiplies_bytes(), reason="the processor has no VNNI")
def test_bytes_find_nearly_the_same_text(page: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "EIGHT_BITS", True)
    before, after = heat_of(Session(weights.locate(weights.DETECTION)), page), heat_of(networks.detection(), page)
    differ = (before > 0.2) != (after > 0.2)
    assert np.abs(after - before).max() > 0
    assert differ.sum() < 0.03 * (before > 0.2).sum()


@pytest.mark.ocr
@pytest.mark.skipif(not identity.multiplies_bytes(), reason="the processor has no VNNI")
def test_bytes_read_the_same(crops: list[NDArray[np.uint8]], monkeypatch: pytest.MonkeyPatch) -> None:
    full, bytewise = (read_with(bits, crops, monkeypatch) for bits in (False, True))
    assert [line.text for line in bytewise] == [line.text for line in full]
    assert [line.text.replace(" ", "") for line in full] == [text.replace(" ", "") for text in LINES]
    for one, other in zip(full, bytewise, strict=True):
        assert one.scores != other.scores
        assert abs(one.confidence - other.confidence) < 0.05
        np.testing.assert_allclose(one.centres, other.centres, atol=0.01)


class _Logarithms(Session):
    """The wheel's own network, whose chances are what the recogniser's figures are but for a constant at each step."""

    def run(self, tensor: Tensor) -> Tensor:
        return np.asarray(np.log(super().run(tensor) + 1e-30), np.float32)


@pytest.mark.ocr
def test_scores_are_the_chances_of_the_wheels_own_network(
    crops: list[NDArray[np.uint8]], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Recogniser(_Logarithms(weights.locate(weights.RECOGNITION)))
    for crop, line in zip(crops, read_with(False, crops, monkeypatch), strict=True):
        expected = own.read(crop)
        assert (line.text, line.centres) == (expected.text, expected.centres)
        np.testing.assert_allclose(line.scores, expected.scores, atol=1e-3)


@pytest.mark.parametrize(
    ("flags", "has"),
    [("fpu avx512f avx512_vnni", True), ("fpu avx2 avx_vnni", True), ("fpu avx2 avx512f", False), ("", False)],
)
def test_bytes_only_where_the_processor_multiplies_them(tmp_path: Path, flags: str, has: bool) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text(f"processor\t: 0\nmodel name\t: avx512_vnni\nflags\t\t: {flags}\n")
    assert identity.multiplies_bytes(told) is has
    assert not identity.multiplies_bytes(tmp_path / "none")


def test_a_file_opened_and_closed_is_the_same_network() -> None:
    content = weights.locate(weights.DETECTION).read_bytes()
    model = ModelFile(content)
    assert len(model.content) == len(content)
    names = [step.input[1] for step in model.nodes if step.op == "Conv"]
    first = model.weight(names[0])
    assert first is not None
    assert first.shape == (24, 3, 3, 3)
    model.put_weight(names[0], first + 1)
    again = ModelFile(model.content).weight(names[0])
    assert again is not None
    np.testing.assert_array_equal(again, first + 1)
    assert model.weight("no such weight") is None
