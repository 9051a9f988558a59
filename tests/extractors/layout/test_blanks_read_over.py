"""Blanks between names that were read over are found by the places of the characters."""

from itertools import accumulate

from extractors.kinds.record_parsers import persons, persons_in
from extractors.layout.flow import Flow, Ink
from extractors.layout.gaps import raw_with_gaps
from models.geometry import Box
from models.page import Word


def _flow(text: str, widths: list[int]) -> Flow:
    edges = tuple(float(x) for x in accumulate(widths, initial=100))
    return Flow([Ink(Word(text, Box(edges[0], 300, edges[-1], 330), 1.0, edges))])


def test_names_apart_by_their_places() -> None:
    one = _flow("牛犇靳东来古力娜扎尔·白合提", [30, 45, 47, 32, 47, 47, 30, 30, 32, 32, 30, 32, 32, 27])
    assert raw_with_gaps(one, 0, len(one.text)) == "牛犇 靳东来 古力娜扎尔·白合提"
    two = _flow("艾力·艾山车喆纪小棠", [30, 32, 30, 30, 48, 48, 46, 46, 32, 26])
    assert raw_with_gaps(two, 0, len(two.text)) == "艾力·艾山 车喆 纪小棠"
    found = persons_in(two, 0, len(two.text))
    assert found is not None
    assert found[0] == "艾力·艾山;车喆;纪小棠"
    assert found[1] >= 0.8


def test_even_characters_stay_together() -> None:
    even = _flow("艾力·艾山车喆纪小棠", [30, 31, 30, 32, 30, 31, 30, 32, 31, 30])
    assert raw_with_gaps(even, 0, len(even.text)) == even.plain
    found = persons_in(even, 0, len(even.text))
    assert found is None or found[1] < 0.5


def test_one_wider_character_of_machine_set_text_stands_before_a_blank() -> None:
    exact = _flow("夏侯昊天贺兰舟鲁知微", [33, 33, 33, 42, 33, 33, 42, 33, 33, 33])
    assert raw_with_gaps(exact, 0, len(exact.text)) == "夏侯昊天 贺兰舟 鲁知微"
    found = persons_in(exact, 0, len(exact.text))
    assert found is not None
    assert found[0] == "夏侯昊天;贺兰舟;鲁知微"
    read = _flow("夏侯昊天贺兰舟鲁知微", [30, 34, 31, 40, 36, 33, 39, 35, 32, 29])  # places of a scan are no measures
    assert raw_with_gaps(read, 0, len(read.text)) == read.plain


def test_names_run_together_with_a_dotted_one_are_unsure() -> None:
    for text in ("牛犇靳东来古力娜扎尔·白合提", "敖嘎·苏和糜芳芳"):
        found = persons(text)
        assert found is not None
        assert found[1] < 0.5
    assert persons("古力娜扎尔·白合提") == ("古力娜扎尔·白合提", 1.0)
