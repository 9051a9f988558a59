"""Cells that a stroke of running text made, and cells between which a rule was lost."""

from __future__ import annotations

from dataclasses import replace

from drawn_tables import Sheet

from extractors.layout.neighbours import LabelledPage
from extractors.layout.tables import ruled_grids
from extractors.layout.view import PageView
from extractors.layout.vocabulary import Vocabulary
from models.geometry import Box
from models.page import Page

WORDS = Vocabulary.of({"name": ["姓名"], "gender": ["性别"], "end_date": ["毕业年月"], "start_date": ["入学年月"]})
FORM = [
    ["姓名", "赵文博", "出生日期", "1990.03.08"],
    ["性别", "男", "学制", "四年"],
    ["入学年月", "2008.09", "毕业年月", "2012.07"],
]


def _without_rules(column: int) -> Page:
    """The form, the cells of one column found as one."""
    sheet = Sheet()
    sheet.table(100, 200, [200, 300, 200, 300], FORM)
    whole = [box for at, box in enumerate(sheet.cells) if at % 4 == column]
    joint = Box(whole[0].x0, whole[0].y0, whole[0].x1, whole[-1].y1)
    return replace(sheet.page(), cells=(*(c for c in sheet.cells if c not in whole), joint))


def _values(page: Page, name: str) -> list[str]:
    return [value.text for value in LabelledPage(PageView(page), WORDS).find(name)][:1]


def test_a_column_is_cut_where_the_other_columns_have_their_rules() -> None:
    for column in (0, 1, 3):
        page = _without_rules(column)
        assert len(PageView(page).cells) == 12
        assert [_values(page, n) for n in ("name", "gender", "end_date")] == [["赵文博"], ["男"], ["2012.07"]]


def test_the_lines_of_one_label_stay_together() -> None:
    sheet = Sheet()
    sheet.table(
        100, 200, [200, 300, 600], [[("现任专业\n技术职务", 1, 2), "名称", "工程师"], [None, "时间", "2018.06"]]
    )
    assert len(PageView(sheet.page()).cells) == 5


def test_a_loop_in_running_text_is_no_cell() -> None:
    sheet = Sheet()
    line = "处理核查铸件缺陷七十四批次，挽回损失二十六万元。"
    sheet.table(100, 200, [200, 1000], [["工作总结", f"{line}\n{line}"]], pitch=200)
    text = sheet.words[1].box
    loops = [Box(text.x0 + 100, text.y0 - 20, text.x0 + 160, text.y1 + 5), Box(700, text.y0 - 20, 760, text.y1 + 30)]
    sheet.cells += loops
    page = sheet.page()
    assert not set(loops) & set(PageView(page).cells)
    (grid,) = ruled_grids(PageView(page))
    assert [cell.text for cell in grid.cells] == ["工作总结", 2 * line.replace("，", ",")]


def test_a_cell_that_begins_far_before_a_label_is_no_sure_value_of_it() -> None:
    sheet = Sheet()
    sheet.table(100, 200, [200, 300, 200, 300], [["姓名", "赵文博", "毕业年月", ""], ["简历", ("2005.09-2008.06", 3)]])
    page = LabelledPage(PageView(sheet.page()), WORDS)
    assert [v.quality for v in page.find("end_date") if v.text.startswith("2005")] == [0.45]


def test_columns_of_several_rows_without_any_rules_are_cut() -> None:
    sheet = Sheet()
    sheet.text(300, 80, "年度绩效考核报告")
    rows = [["O1", "25%", "88"], ["O2", "25%", "85"], ["O3", "50%", "90"]]
    sheet.table(100, 200, [100, 200, 200], rows)
    columns = [Box(x, 200, x + wide, 380) for x, wide in ((100, 100), (200, 200), (400, 200))]
    page = replace(sheet.page(), cells=tuple(columns))
    assert len(PageView(page).cells) == 9
    assert len(PageView(replace(page, cells=tuple(columns[:2]))).cells) == 2


def test_a_stroke_of_a_line_of_text_is_no_border() -> None:
    sheet = Sheet()
    sheet.table(100, 200, [100, 1000], [["O1", "主持重型变速箱同步器台架试验，换挡力降低四分之一。"]])
    text = sheet.words[1].box
    x = text.x0 + 10.3 * 28
    page = replace(sheet.page(), cells=(sheet.cells[0], Box(x, 205, 1100, 255)))
    assert PageView(page).cells == (sheet.cells[0],)


def test_wrapped_entries_are_no_rows() -> None:
    sheet = Sheet()
    head = ["节点", "处理人", "操作时间"]
    sheet.table(100, 200, [200, 200, 300], [head, ["发起申\n请", "石立\n群", "2023-01-08\n09:12"]], pitch=100)
    (grid,) = ruled_grids(PageView(sheet.page()))
    assert [cell.text for cell in grid.rows[1]] == ["发起申请", "石立群", "2023-01-0809:12"]
