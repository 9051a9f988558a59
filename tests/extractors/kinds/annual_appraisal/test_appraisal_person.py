"""Whose appraisal it is told in sentences, headings over columns and by quarter, and scraps that are no cells."""

import pytest
from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet

from extractors.kinds.annual_appraisal.headings import is_post, part_of
from extractors.layout.tables import ruled_grids
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Page

REPORT = "2021年负责磨床主轴工艺改进，完成工艺文件32份，废品率由2.1%降至0.8%，组织技术培训6次，"


def written(*lines: str) -> Page:
    sheet = Sheet()
    for row, line in enumerate(lines):
        sheet.text(120, 80 + 60 * row, line)
    return sheet.page()


@pytest.mark.parametrize("comma", ["，", "·", "。"])
def test_the_person_in_one_sentence_over_two_lines(comma: str) -> None:
    page = written(
        "年度考核材料",
        f"考核年度：2021年。考核对象：周启航{comma}越州精工机械有限公司设备维修技",
        "术员。",
        "主要业绩",
        REPORT,
        "考核意见",
        "本年度技术攻关任务完成情况良好，设计质量稳定。经考核评定，该同志本年度考核结果为：合格。",
    )
    assert (sure(page, "name"), sure(page, "position")) == (["周启航"], ["设备维修技术员"])
    assert (sure(page, "employer"), sure(page, "result")) == (["越州精工机械有限公司"], ["合格"])


@pytest.mark.parametrize(
    "sentence",
    [
        "本年度技术攻关任务完成情况良好，设计质量稳定。",
        "该同志责任心强，工作踏实。",
        "各项任务均能按期完成，服从领导安排的临时工作。",
        "勇于承担责任，任劳任怨，任务完成好。",
    ],
)
def test_pieces_of_praise_are_no_position(sentence: str) -> None:
    page = written("年度考核表（2021年度）", "姓名：周启航", "部门意见", sentence, "考核结果：合格")
    assert "position" not in read(page)


def test_what_ends_as_a_post() -> None:
    posts = ["工艺工程师", "模具设计室主任", "热处理技术负责人", "检验员", "项目经理"]
    assert all(map(is_post, posts))
    assert not any(map(is_post, ["心强", "务完成情况良好", "有限公司"]))


def test_numbered_headings_end_what_stands_before_them() -> None:
    page = written(
        "2021年度员工绩效考核表",
        "被考核人：周启航",
        "一、年度工作述评",
        REPORT,
        "二、主管评语",
        OPINION,
        "三、考核等级优秀 合格 基本合格 不合格",
    )
    found = read(page)
    assert [f.notes for f in found["comment"]] == [(), ("self_report",)]
    assert "result" not in found


def test_headings_over_columns_among_labels() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "技术人员年终考核表")
    head = ["考核年份", "姓名", "部门岗位", "所在企业", "考核结论"]
    row = ["2021", "周启航", "热处理技术负责人", "越州精工机械有限公司", "合格"]
    bottom = sheet.table(40, 160, [200, 200, 340, 460, 260], [head, row])
    sheet.table(40, bottom, [860, 600], [["本年度完成的主要工作", "考核小组意见"], [REPORT[:20], OPINION[:17]]])
    found = read(sheet.page())
    assert [f.value for f in found["result"]] == ["合格"]
    assert [f.value for f in found["position"]] == ["热处理技术负责人"]
    assert OPINION[:17].replace("，", ",") in [f.value for f in found["comment"]]


def test_a_cell_that_holds_heading_and_options_is_no_heading_for_the_cell_below() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    sheet.table(
        100, 200, [1300], [["部门评价：" + OPINION], ["考核等次：优秀 合格 不合格"], ["单位意见：同意考核等次。"]]
    )
    for at, ticked in ((430.0, False), (560.0, True), (690.0, False)):
        sheet.mark("checkbox", Box(at, 325, at + 20, 345), checked=ticked)
    assert [f.value for f in read(sheet.page()).get("comment", [])] == [OPINION.replace("，", ",")]


def test_the_years_grade_stands_in_its_own_column_beside_those_of_the_quarters() -> None:
    rows = [["项目", "一季度", "二季度", "三季度", "四季度", "全年"], ["考核等级", "B", "B", "A", "C", "A"]]
    sheet = Sheet()
    sheet.text(500, 80, "2021年度绩效考核表")
    sheet.table(100, 200, [220] * 6, rows)
    assert sure(sheet.page(), "result") == ["A"]
    sheet = Sheet()
    sheet.text(500, 80, "2021年度绩效考核表")
    sheet.table(100, 200, [220] * 5, [row[:5] for row in rows])
    assert sure(sheet.page(), "result") == []


def test_opinion_and_proposal_under_one_heading() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    rows = [["部门领导评语及建议等次", OPINION + "建议等次：优秀"], ["单位审定等次", "合格"]]
    sheet.table(100, 200, [400, 1000], rows)
    assert sure(sheet.page(), "result") == ["合格"]
    assert sure(sheet.page(), "comment") == [OPINION.replace("，", ",")]


def test_a_letter_that_tells_year_and_result_over_two_lines() -> None:
    page = written(
        "年度考核证明",
        "兹有我单位职工周启航，男，现任电气技术员。该同志在2021",
        "年度考核中被评定为优秀等次。",
        "爱岗敬业，服从安排，技术水平提高较快，完成了年度目标。",
        "越州精工机械有限公司",
        "2021年12月29日",
    )
    assert (sure(page, "year"), sure(page, "result")) == (["2021"], ["优秀"])
    assert sure(page, "signed_on") == ["2021-12-29"]


def test_dates_that_lost_a_numeral_are_for_a_person() -> None:
    page = written("年度考核表（2021年度）", "考核结果：合格", "〇二一年十二月二十日")
    (field,) = read(page)["signed_on"]
    assert field.value == "2021-12-20"
    assert field.confidence < 0.5


def test_persons_in_headings_open_no_report() -> None:
    assert [part_of(t) for t in ("述职人", "被考核人", "述职内容", "年度工作述评")] == [
        "other",
        "other",
        "report",
        "report",
    ]


def test_loops_in_strokes_are_no_cells() -> None:
    sheet = Sheet()
    sheet.text(100, 100, OPINION)
    sheet.cells += [Box(200, 104, 226, 112), Box(200, 114, 226, 122)]
    assert ruled_grids(PageView(sheet.page())) == ()


def test_a_list_of_several_persons_has_a_row_a_person() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "越州精工机械有限公司")
    sheet.text(400, 140, "2021年度员工考核结果汇总表")
    rows = [["序号", "姓名", "岗位", "考核结果"], ["1", "周启航", "工艺员", "合格"], ["2", "沈若岚", "检验员", "优秀"]]
    sheet.table(100, 220, [120, 300, 300, 300], rows)
    found = read(sheet.page())
    assert [(f.value, f.row) for f in (*found["year"], *found["employer"])] == [
        ("2021", None),
        ("越州精工机械有限公司", None),
    ]
    assert [(f.value, f.row) for f in found["name"]] == [("周启航", 0), ("沈若岚", 1)]
    assert [(f.value, f.row) for f in found["position"]] == [("工艺员", 0), ("检验员", 1)]
    assert [(f.value, f.row) for f in found["result"]] == [("合格", 0), ("优秀", 1)]


def test_tables_one_below_the_other_each_with_its_years_report() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "近三年年度考核情况登记表")
    for i, (year, word) in enumerate([("2020", "合格"), ("2021", "优秀"), ("2022", "合格")]):
        rows = [
            ["考核年度", year, "考核等次", word],
            ["工作业绩", (f"{year}年完成工艺文件32份，改进工装6项。", 3), None, None],
        ]
        sheet.table(100, 200 + 200 * i, [250] * 4, rows)
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["result"]] == [("合格", 0), ("优秀", 1), ("合格", 2)]
    assert [(f.value[:4], f.row) for f in found["comment"]] == [("2020", 0), ("2021", 1), ("2022", 2)]


def test_headings_said_once_more_in_english() -> None:
    page = written(
        "2021年度绩效评估报告",
        "姓名 Name 周启航",
        "公司 Company 越州精工机械有限公司",
        "一、员工自评 Self Review",
        REPORT,
        "二、经理评价 Manager Comments",
        OPINION,
        "三、综合评级 Overall Rating",
        "○ 优秀 ● 良好 ○ 合格 ○ 不合格",
    )
    assert (sure(page, "employer"), sure(page, "result")) == (["越州精工机械有限公司"], ["良好"])
    assert sure(page, "comment")[0] == OPINION.replace("，", ",")


def test_a_name_and_date_below_an_opinion_are_none_of_it() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    sheet.table(100, 200, [300, 1000], [["分管领导意见", OPINION + "\n欧阳澄 2021.12.25"]], pitch=120)
    assert sure(sheet.page(), "comment") == [OPINION.replace("，", ",")]


def test_a_department_beside_a_position_is_no_employer() -> None:
    page = written("年度绩效考核表（2021年度）", "姓名：周启航 部门：技术中心 岗位：机械设计师", "考核结果：合格")
    assert sure(page, "employer") == []


def test_a_character_of_the_legal_form_read_twice_is_for_a_person() -> None:
    (field,) = read(written("年度考核表（2021年度）", "单位：越州精工机械有限责任公公司", "考核结果：合格"))["employer"]
    assert field.value == "越州精工机械有限责任公司"
    assert field.confidence < 0.5


def test_a_scrap_of_a_watermark_makes_no_report_doubtful() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    sheet.table(100, 200, [300, 1100], [["个人总结", REPORT + "\n完成新产品试制3项，节约成本26万元。"]], pitch=120)
    sheet.text(900, 255, "生", confidence=0.3, doubtful=True)
    (report,) = sure(sheet.page(), "comment")
    assert "生" not in report


def test_the_shortest_opinion_is_one_sentence() -> None:
    page = written("年度考核表（2021年度）", "姓名：周启航", "主管评语：表现良好。", "考核结果：合格")
    assert sure(page, "comment") == ["表现良好。"]
    page = written("年度考核表（2021年度）", "姓名：周启航", "主管意见：情况属实。", "考核结果：合格")
    assert sure(page, "comment") == []


@pytest.mark.parametrize(
    ("sentence", "position"),
    [
        ("周启航同志现任电气技术员，工作踏实。", ["电气技术员"]),
        ("周启航同志在本公司任工艺工程师。熟悉本岗位业务。", ["工艺工程师"]),
        ("全年担任攻关项目负责人，完成改进6项。", []),
        ("期间担任安全员，参加演练2次。", []),
    ],
)
def test_a_post_told_of_the_person_and_one_of_a_task(sentence: str, position: list[str]) -> None:
    page = written("年度考核表（2021年度）", "部门意见", sentence, "考核结果：合格")
    assert sure(page, "position") == position


@pytest.mark.parametrize("word", ["不合格", "基本合格", "合格", "优秀"])
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_a_verdict_torn_over_two_lines_is_the_whole_word(word: str, cut: int) -> None:
    page = written(
        "年度考核结果通知书",
        "周启航同志：",
        f"经2021年度考核，您在工艺工程师岗位上的考核结果为：{word[:cut]}",
        f"{word[cut:]}。" if word[cut:] else "。",
    )
    assert sure(page, "result") == [word]
    assert sure(page, "position") == ["工艺工程师"]


def test_cells_of_options_each_with_its_own_box_whatever_the_words_heights() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    sheet.table(100, 200, [260] * 5, [["考核结果", "", "", "", ""]], pitch=100)
    for at, word in enumerate(("优秀", "合格", "基本合格", "不合格")):
        sheet.size = 40.0 if word == "合格" else 28.0
        box = sheet.text(370 + 260 * at, 240 - (sheet.size - 28) / 2, word)
        sheet.mark("checkbox", Box(box.x1 + 6, 242, box.x1 + 32, 268), checked=word == "合格")
    assert sure(sheet.page(), "result") == ["合格"]


def test_score_and_grade_in_one_cell() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "绩效考核结果单")
    sheet.table(100, 200, [1300], [["姓名：周启航 考核周期：2021年度"], ["考核得分 80 考核等级 合格"]])
    assert sure(sheet.page(), "result") == ["合格"]


def test_options_below_an_opinion_whose_heading_went_unread() -> None:
    lines = ("2021年度绩效评估表", "姓名：周启航", "经理评价", OPINION, "○ 优秀 ○ 良好 ● 合格 ○ 不合格")
    assert sure(written(*lines), "result") == ["合格"]
    proposed = ("2021年度考核表", "姓名：周启航", "部门意见", OPINION, "建议等次：○优秀 ●合格 ○不合格")
    assert sure(written(*proposed), "result") == []


def test_a_letter_with_person_verdict_and_praise_in_one_paragraph() -> None:
    page = written(
        "工作人员年度考核情况证明",
        "周启航，男，1990年5月生，系越州精工机械有限公司工艺员。2021年",
        "度考核等次为“合格”。主要表现如下：",
        OPINION,
        "特此证明。",
    )
    assert (sure(page, "year"), sure(page, "result")) == (["2021"], ["合格"])
    assert sure(page, "comment") == [OPINION.replace("，", ",")]


def test_the_employer_at_the_left_of_a_head_line() -> None:
    sheet = Sheet()
    sheet.text(100, 80, "越州精工机械有限公司")
    sheet.text(1100, 80, "编号：HR-KH-031")
    sheet.text(500, 160, "年终考核表")
    sheet.text(100, 240, "姓名：周启航 年份：2021")
    assert sure(sheet.page(), "employer") == ["越州精工机械有限公司"]


@pytest.mark.parametrize(("confidence", "known"), [(0.99, ["2021-12-24"]), (0.92, [])])
def test_a_date_under_a_seal_must_be_read_clearly(confidence: float, known: list[str]) -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    sheet.text(100, 160, "考核结果：合格")
    sheet.text(900, 1400, "2021年12月24日", confidence, seal_cover=0.6)
    assert sure(sheet.page(), "signed_on") == known


def test_post_beside_the_department_and_the_last_grade() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核登记表（2021年度）")
    body: list[list[str | tuple[str, int]]] = [
        ["姓名", "周启航", "工作部门及岗位", "工装设计师"],
        ["民主测评", ("优秀 8票 合格 2票 不合格 0票", 3)],
        ["最终评定", ("优秀", 3)],
    ]
    sheet.table(60, 160, [250, 300, 350, 350], body)
    assert sure(sheet.page(), "position") == ["工装设计师"]
    assert sure(sheet.page(), "result") == ["优秀"]
