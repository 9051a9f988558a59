"""Labels set wide apart whose characters the engine read downwards are put back into their rows."""

from extractors.layout.unstacked import unstack
from models.geometry import Box
from models.page import Word

PITCH = 40.0


def down(text: str, x: float, y: float, pitch: float = PITCH) -> Word:
    edges = (*(y + at * pitch for at in range(len(text))), y + (len(text) - 1) * pitch + 28)
    return Word(text, Box(x, y, x + 30, edges[-1]), 1.0, edges=edges, vertical=True)


def across(text: str, x: float, y: float) -> Word:
    return Word(text, Box(x, y, x + 26 * len(text), y + 28), 1.0)


VALUES = [across("周启航", 300, 0), across("男", 300, PITCH), across("1992年8月", 300, 2 * PITCH)]


def test_characters_in_rows_with_values_behind_them_are_cut() -> None:
    words = [down("姓性出", 0, 0), down("名别生", 180, 0), *VALUES]
    cut = unstack(words)
    assert {w.text for w in cut} == {*"姓性出名别生", "周启航", "男", "1992年8月"}
    assert not any(w.vertical for w in cut)
    born = next(w for w in cut if w.text == "出")
    assert abs(born.box.cy - VALUES[2].box.cy) < 5


def test_vertical_print_stays_whole() -> None:
    heading = down("个人情况", 0, 0, 27)
    assert heading in unstack([heading, *VALUES])


def test_a_column_with_nothing_beside_its_characters_stays_whole() -> None:
    loose = down("姓性出", 0, 0)
    assert loose in unstack([loose, *VALUES])
