"""Appraisal forms of many shapes: the result is the one chosen or said, never an option of a list."""

from collections.abc import Sequence

import pytest
from appraisal_fields import OPINION, read
from drawn_tables import Sheet

from extractors.kinds.annual_appraisal.headings import part_of
from models.geometry import Box
from models.page import Page

REPORT = [
    "一年来负责磨床主轴工艺改进，完成工艺文件32份，主持热变形补偿项目，废品率由",
    "2.1%降至0.8%，申请实用新型专利1项，按期完成全部任务，并带教新员工两名。",
]


def sure(*pages: Page) -> dict[str, list[str]]:
    found = {name: [f.value for f in fields if f.confidence >= 0.5] for name, fields in read(*pages).items()}
    return {name: values for name, values in found.items() if values}


def form(result: str = "", employer_says: str = "同意。") -> Sheet:
    """A ruled form; the result's cell spans x 300-1500, y 900-960."""
    sheet = Sheet()
    sheet.text(500, 80, "专业技术人员年度考核表(2021年度)")
    sheet.table(
        100,
        200,
        [200, 400, 200, 600],
        [["姓名", "周启航", "岗位", "工艺工程师"], ["单位", ("越州精工机械有限公司", 3)]],
    )
    sheet.table(
        100, 320, [200, 1200], [["本人述职", "\n".join(REPORT)], ["主管意见", OPINION]], pitch=290, centred=False
    )
    sheet.table(100, 900, [200, 1200], [["考核等次", result]])
    sheet.table(100, 960, [200, 1200], [["单位意见", f"{employer_says}\n\n(盖章)\n2021年12月30日"]], pitch=240)
    return sheet


def test_ruled_form() -> None:
    found = sure(form("合格").page())
    assert found == {
        "name": ["周启航"],
        "employer": ["越州精工机械有限公司"],
        "position": ["工艺工程师"],
        "year": ["2021"],
        "result": ["合格"],
        "comment": [OPINION.replace("，", ","), "".join(REPORT).replace("，", ",")],
        "signed_on": ["2021-12-30"],
    }


@pytest.mark.parametrize("word", ["优秀", "称职", "基本合格", "不合格", "基本称职", "不称职"])
def test_words_are_read_whole(word: str) -> None:
    assert sure(form(word).page())["result"] == [word]


def options(sheet: Sheet, words: Sequence[str], ticked: Sequence[str], before: bool = True) -> None:
    x = 340.0
    for word in words:
        size = 26.0
        if before:
            sheet.mark("checkbox", Box(x, 916, x + size, 942), checked=word in ticked)
            x = sheet.text(x + 32, 915, word).x1 + 60
        else:
            x = sheet.text(x, 915, word).x1 + 6
            sheet.mark("checkbox", Box(x, 916, x + size, 942), checked=word in ticked)
            x += size + 60


SCALE = ("优秀", "合格", "基本合格", "不合格")


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("word", SCALE)
def test_ticked_box(word: str, before: bool) -> None:
    sheet = form()
    options(sheet, SCALE, [word], before)
    assert sure(sheet.page())["result"] == [word]


@pytest.mark.parametrize("ticked", [[], ["优秀", "合格"]])
def test_no_choice_or_two_choices_give_no_result(ticked: list[str]) -> None:
    sheet = form()
    options(sheet, SCALE, ticked)
    assert "result" not in sure(sheet.page())


@pytest.mark.parametrize(
    "text",
    ["优秀 合格 基本合格 不合格", "优秀、合格、基本合格、不合格", "□优秀 □合格 □基本合格 □不合格", "优秀/合格/不合格"],
)
def test_an_option_list_is_no_result(text: str) -> None:
    assert "result" not in sure(form(text).page())


def test_boxes_read_as_characters() -> None:
    assert sure(form("优秀□ 合格☑ 基本合格□ 不合格□").page())["result"] == ["合格"]


def test_a_tick_beside_or_below_an_option() -> None:
    assert sure(form("优秀 合格√ 基本合格 不合格").page())["result"] == ["合格"]
    sheet = Sheet()
    sheet.text(500, 80, "2021年度考核登记表")
    rows = [["考核结果", "优秀", "合格", "基本合格", "不合格"], ["", "", "", "√", ""]]
    sheet.table(100, 200, [200] * 5, rows)
    assert sure(sheet.page())["result"] == ["基本合格"]


def test_a_sign_read_into_a_gap_is_no_tick() -> None:
    assert "result" not in sure(form("优秀☑合格 基本合格 不合格").page())
    assert "result" not in sure(form("优秀 ☑ 合格 基本合格 不合格").page())


def test_own_and_departments_grades_are_not_the_result() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度考核登记表")
    sheet.table(100, 200, [300, 900], [["自评等次", "优秀"], ["部门建议等次", "优秀"], ["单位考核等次", "合格"]])
    assert sure(sheet.page())["result"] == ["合格"]
    alone = Sheet()
    alone.text(500, 80, "2021年度考核登记表")
    alone.table(100, 200, [300, 900], [["自评等次", "优秀"], ["部门建议等次", "优秀"]])
    assert "result" not in sure(alone.page())


@pytest.mark.parametrize("word", SCALE)
def test_circled_option(word: str) -> None:
    sheet = form()
    x = 340.0
    for option in SCALE:
        box = sheet.text(x, 915, option)
        if option == word:
            sheet.mark("ring", box.grown(8), checked=True)
        x = box.x1 + 70
    assert sure(sheet.page())["result"] == [word]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("经研究，2021年度考核结果为合格。", "合格"),
        ("同意评定为优秀等次。", "优秀"),
        ("考核等次：基本合格", "基本合格"),
        ("经考核领导小组评议，确定为不合格等次。", "不合格"),
        ("同意评为合格", "合格"),
        ("年度考核称职。", "称职"),
    ],
)
def test_result_in_the_employers_opinion(sentence: str, word: str) -> None:
    assert sure(form("", sentence).page())["result"] == [word]


@pytest.mark.parametrize(
    "sentence", ["产品合格率达到99%，被评为优秀员工。", "建议评为优秀或合格。", "图纸合格，同意。"]
)
def test_no_result_in_other_sentences(sentence: str) -> None:
    assert "result" not in sure(form("", sentence).page())


def test_the_employers_result_goes_before_the_proposal() -> None:
    sheet = form("合格")
    sheet.table(100, 1300, [200, 1200], [["部门建议等次", "优秀"]])
    assert sure(sheet.page())["result"] == ["合格"]


def test_unread_ink_before_the_word_makes_it_doubtful() -> None:
    sheet = form()
    box = sheet.text(700, 915, "合格")
    sheet.unread.append(Box(box.x0 - 50, box.y0, box.x0 - 4, box.y1))
    (result,) = read(sheet.page())["result"]
    assert result.confidence < 0.5
    assert "doubtful" in result.notes


def test_free_form_of_an_enterprise() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2022年度员工考核表")
    sheet.text(100, 160, "姓名：周启航")
    sheet.text(500, 160, "岗位：车间主任")
    sheet.text(100, 220, "所在单位：越州精工机械有限公司")
    sheet.text(100, 300, "一、个人年度工作总结")
    for i, line in enumerate(REPORT):
        sheet.text(100, 350 + 50 * i, line)
    sheet.text(100, 480, "二、部门考核意见")
    sheet.text(100, 530, OPINION)
    sheet.text(900, 600, "部门负责人：李国栋")
    sheet.text(100, 680, "三、公司考核意见：优秀")
    sheet.text(900, 800, "2022年12月28日")
    found = sure(sheet.page())
    assert found["position"] == ["车间主任"]
    assert found["result"] == ["优秀"]
    assert found["year"] == ["2022"]
    assert found["comment"] == [OPINION.replace("，", ","), "".join(REPORT).replace("，", ",")]


def test_letter() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "二〇二一年度考核鉴定")
    sheet.text(160, 200, "周启航同志，现任工艺工程师。" + REPORT[0][:25])
    sheet.text(100, 250, REPORT[0][25:] + REPORT[1])
    sheet.text(100, 330, "考核意见：" + OPINION + "经研究，年度考核结果为合格。")
    sheet.text(900, 500, "越州精工机械有限公司")
    sheet.text(900, 560, "二〇二一年十二月三十日")
    found = sure(sheet.page())
    assert found["name"] == ["周启航"]
    assert found["position"] == ["工艺工程师"]
    assert found["employer"] == ["越州精工机械有限公司"]
    assert found["year"] == ["2021"]
    assert found["result"] == ["合格"]
    assert found["signed_on"] == ["2021-12-30"]
    assert OPINION.replace("，", ",") in found["comment"]


ROWS = [
    ["年度", "考核结果", "岗位", "评语"],
    ["2020", "合格", "机械设计员", "工作认真。"],
    ["2021", "优秀", "工艺工程师", "成绩突出。"],
    ["2022", "基本合格", "工艺工程师", "尚需努力。"],
]


@pytest.mark.parametrize("ruled", [True, False])
def test_three_years_in_rows(ruled: bool) -> None:
    sheet = Sheet()
    sheet.text(400, 80, "近三年(2020-2022)年度考核表")
    sheet.text(100, 160, "姓名：周启航")
    sheet.text(500, 160, "单位：越州精工机械有限公司")
    sheet.table(100, 260, [170, 200, 250, 460], ROWS, ruled=ruled)
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["year"]] == [("2020", 0), ("2021", 1), ("2022", 2)]
    assert [(f.value, f.row) for f in found["result"]] == [("合格", 0), ("优秀", 1), ("基本合格", 2)]
    assert [f.row for f in found["comment"]] == [0, 1, 2]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]


def test_three_years_in_columns() -> None:
    sheet = Sheet()
    sheet.table(
        100, 260, [200, 200, 200, 200], [["年度", "2020年", "2021年", "2022年"], ["考核等次", "合格", "优秀", "合格"]]
    )
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["year"]] == [("2020", 0), ("2021", 1), ("2022", 2)]
    assert [f.value for f in found["result"]] == ["合格", "优秀", "合格"]


def test_three_years_in_pairs() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "年度考核情况表")
    sheet.table(100, 200, [200, 900], [["考核结果", "2020合格 2021优秀 2022合格"], ["单位意见", "情况属实。"]])
    found = read(sheet.page())
    assert [f.value for f in found["year"]] == ["2020", "2021", "2022"]
    assert [f.value for f in found["result"]] == ["合格", "优秀", "合格"]


def test_range_without_rows() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2020-2022年度考核登记表")
    sheet.table(100, 200, [200, 900], [["考核结果", "合格"], ["单位意见", "同意。"]])
    assert sure(sheet.page())["year"] == ["2020", "2021", "2022"]


def test_narrative_years_are_not_the_forms() -> None:
    sheet = form("合格")
    sheet.text(320, 560, "2019年度考核优秀，2018年度参加技术比武，2017年度考核合格。")
    found = sure(sheet.page())
    assert found["year"] == ["2021"]
    assert found["result"] == ["合格"]


def test_assessment_period_gives_the_year() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "员工绩效考核表")
    sheet.text(100, 160, "考核期间：2021年1月1日至2021年12月31日")
    assert sure(sheet.page())["year"] == ["2021"]


def test_headings() -> None:
    texts = (
        "单位考核等次",
        "部门建议等次",
        "主管领导评语和考核等次建议",
        "本年度主要工作及业绩：",
        "2021年度考核表",
        "姓名",
    )
    assert [part_of(t) for t in texts] == ["result", "proposal", "comment", "report", None, None]
