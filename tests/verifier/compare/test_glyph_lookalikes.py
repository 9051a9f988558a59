"""Characters that look alike in print: the table is whole, and names that differ by one of them are nobody else's."""

from __future__ import annotations

import pytest

from verifier.compare import compare_name
from verifier.compare.lookalikes import are_alike, is_rare


@pytest.mark.parametrize("pair", ["阙阈", "图圈", "蔡察", "谢榭", "晴睛", "傅博", "季李", "薛薜", "岑芩"])
def test_what_recognisers_mistake_is_alike_both_ways(pair: str) -> None:
    assert are_alike(*pair, "glyphs")
    assert are_alike(*pair[::-1], "glyphs")


@pytest.mark.parametrize(
    "pair", ["明强", "云禾", "启明", "伟杰", "建国", "磊鑫", "洋波", "丽芳", "王李", "张陈", "军勇"]
)
def test_names_that_people_tell_apart_are_not(pair: str) -> None:
    assert not are_alike(*pair, "glyphs")


def test_characters_of_names_are_known_and_others_rare() -> None:
    assert not any(map(is_rare, "阙堃喆玥祎旻婠王李张A·"))
    assert all(map(is_rare, "㛃䶮"))


@pytest.mark.parametrize(
    ("declared", "read", "outcome"),
    [
        ("阙知夏", "阈知夏", "lookalike"),
        ("巴图尔", "巴圈尔", "lookalike"),
        ("魏知夏", "巍知夏", "lookalike"),
        ("周㛃航", "周尘航", "near"),
        ("李明", "李强", "different"),
        ("骆青禾", "骆青云", "different"),
        ("周启航", "周启明", "different"),
        ("阙知夏", "沈若岚", "different"),
    ],
)
def test_names(declared: str, read: str, outcome: str) -> None:
    assert compare_name(declared, read).outcome == outcome
