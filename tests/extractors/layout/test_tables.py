"""Tables come back as they were drawn: ruled and unruled, skewed, with merged and with lost cells."""

import pytest
from drawn_tables import Sheet

from extractors.layout.table_columns import aligned_grids, blocks_of
from extractors.layout.tables import Grid, ruled_grids
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Word

ROLES = {
    "序号": "index",
    "培训内容": "course",
    "科目类别": "type",
    "学时": "hours",
    "公需": "public",
    "专业": "special",
    "合计": "total",
}
ROLES |= {"学时公需": "public", "学时专业": "special", "学时合计": "total", "培训机构": "place"}
COURSES = [
    ["序号", "培训内容", "培训机构", "科目类别", "学时"],
    ["1", "数字经济与\n创新驱动", "市平台", "一般公需", "18"],
    ["2", "机械工程材料新技术", "越州理工大学", "专业", "42"],
    ["3", "数控加工工艺", "市机械学会", "专业", "24.5"],
]
WIDTHS = [80, 420, 320, 200, 120]


def texts(grid: Grid) -> list[list[str]]:
    return [[c.text for c in row] for row in grid.rows]


@pytest.mark.parametrize("degrees", [0.0, 1.5, -2.0])
def test_ruled_cells_keep_their_text(degrees: float) -> None:
    sheet = Sheet()
    sheet.table(100, 300, WIDTHS, COURSES)
    (grid,) = ruled_grids(PageView(sheet.page(degrees=degrees)))
    assert texts(grid) == [[e.replace("\n", "") for e in row] for row in COURSES]


@pytest.mark.parametrize("degrees", [0.0, 1.5, -2.0])
def test_unruled_columns_are_found_under_their_headers(degrees: float) -> None:
    sheet = Sheet()
    sheet.text(100, 100, "继续教育学时登记卡")
    sheet.table(100, 300, WIDTHS, [[e.replace("\n", "") for e in row] for row in COURSES], ruled=False, centred=False)
    (grid,) = aligned_grids(PageView(sheet.page(degrees=degrees)), ROLES.get)
    assert texts(grid) == [[e.replace("\n", "") for e in row] for row in COURSES]


def test_cells_lost_on_a_photograph_are_filled_in() -> None:
    sheet = Sheet()
    sheet.table(100, 300, WIDTHS, COURSES)
    (grid,) = ruled_grids(PageView(sheet.page(without_cells=(8, 13, 14, 17))))
    assert texts(grid) == [[e.replace("\n", "") for e in row] for row in COURSES]


def test_a_word_over_a_border_is_cut_there() -> None:
    sheet = Sheet()
    sheet.table(100, 300, [200, 200, 200], [["科目类别", "学时", "序号"], ["", "", ""], ["专业", "4", "3"]])
    sheet.text(182, 376, "一般公需18")
    (grid,) = ruled_grids(PageView(sheet.page()))
    assert texts(grid)[1] == ["一般公需", "18", ""]


def test_a_merged_header_gives_each_column_its_role() -> None:
    rows = [
        [("序号", 1, 2), ("培训内容", 1, 2), ("学时", 3)],
        [None, None, "公需", "专业", "合计"],
        ["1", "数控加工工艺", "", "24", "24"],
        [("合计", 2), "18", "66", "84"],
    ]
    sheet = Sheet()
    sheet.table(100, 300, [80, 420, 120, 120, 120], rows)
    (grid,) = ruled_grids(PageView(sheet.page()))
    (block,) = blocks_of(grid, ROLES.get)
    assert block.roles == {0: "index", 1: "course", 2: "public", 3: "special", 4: "total"}
    assert [[c.text for c in row] for row in block.rows] == [
        ["1", "数控加工工艺", "", "24", "24"],
        ["合计", "18", "66", "84"],
    ]


def test_a_merged_type_belongs_to_all_its_rows() -> None:
    rows = [
        ["科目类别", "培训内容", "学时"],
        [("公需", 1, 2), "甲课程", "10"],
        [None, "乙课程", "8"],
        ["专业", "丙课程", "66"],
    ]
    sheet = Sheet()
    sheet.table(100, 300, [200, 420, 120], rows)
    (block,) = blocks_of(ruled_grids(PageView(sheet.page()))[0], ROLES.get)
    found = [(block.cell(row, 0), block.cell(row, 2)) for row in block.rows]
    assert [(a and a.text, b and b.text) for a, b in found] == [("公需", "10"), ("公需", "8"), ("专业", "66")]


def test_a_table_goes_on_without_its_header() -> None:
    first, second = Sheet(), Sheet()
    first.table(100, 300, WIDTHS, COURSES)
    second.table(100, 100, WIDTHS, [["4", "知识产权保护", "市平台", "行业公需", "6"]])
    before = blocks_of(ruled_grids(PageView(first.page()))[0], ROLES.get)[-1]
    grid = ruled_grids(PageView(second.page(2)))[0]
    assert blocks_of(grid, ROLES.get) == []
    (block,) = blocks_of(grid, ROLES.get, before)
    assert block.roles == before.roles
    assert block.rows[0][4].text == "6"


def test_header_labels_glued_together_are_parted() -> None:
    sheet = Sheet()
    sheet.text(100, 300, "序号")
    sheet.text(240, 300, "培训内容")
    sheet.text(700, 300, "科目类别学时")
    sheet.text(100, 360, "1")
    sheet.text(220, 360, "数控加工工艺")
    edges = (740.0, 768.0, 800.0, 832.0, 850.0)
    sheet.words.append(Word("专业24", Box(740, 360, 850, 388), 0.98, edges))
    (grid,) = aligned_grids(PageView(sheet.page()), ROLES.get)
    assert texts(grid) == [["序号", "培训内容", "科目类别", "学时"], ["1", "数控加工工艺", "专业", "24"]]


def test_a_frame_round_the_page_is_no_cell() -> None:
    sheet = Sheet()
    sheet.cells.append(Box(50, 50, 1500, 2000))
    sheet.table(100, 300, WIDTHS, COURSES)
    (grid,) = ruled_grids(PageView(sheet.page()))
    assert len(grid.cells) == 20


def test_vertical_text_is_read_down_its_cell() -> None:
    sheet = Sheet()
    sheet.table(100, 300, [60, 400], [["", "内容甲"], ["", "内容乙"], ["", "内容丙"]], pitch=300)
    sheet.words.append(Word("本人述职", Box(116, 330, 144, 470), 0.97, vertical=True))
    (grid,) = ruled_grids(PageView(sheet.page()))
    assert grid.rows[0][0].text == "本人述职"
    right = grid.right_of(grid.rows[0][0])
    assert right is not None
    assert right.text == "内容甲"


def test_strokes_of_a_bold_header_part_no_columns() -> None:
    sheet = Sheet()
    rows = [["起始年月", "参保单位"], ["202207", "星河机械厂"], ["202107", "星河机械厂"], ["202007", "星河机械厂"]]
    sheet.table(100, 300, [400, 400], rows)
    for at in range(2):
        cell = sheet.cells[at]
        middle = cell.cx + 3
        sheet.cells.append(Box(middle, cell.y0, cell.x1, cell.y1))
        sheet.cells[at] = Box(cell.x0, cell.y0, middle, cell.y1)
    (grid,) = ruled_grids(PageView(sheet.page()))
    assert texts(grid) == rows


def test_a_rule_between_words_read_as_one_still_parts_them() -> None:
    sheet = Sheet()
    sheet.table(100, 300, [200, 200, 200], [["", "", ""], [("星河机械厂", 3)], [("设备管理科", 3)]])
    sheet.text(160, 316, "性别  出生年月")
    (grid,) = ruled_grids(PageView(sheet.page()))
    assert len(grid.rows[0]) == 3
