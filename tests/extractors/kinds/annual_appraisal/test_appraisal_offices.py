"""Appraisals of other offices: prose beside prose, unread labels, votes, formalities, and whose date counts."""

from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet

from extractors.kinds.annual_appraisal.headings import part_of
from extractors.kinds.classify import classify
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Page

REPORT = ["全年完成泵壳体工艺卡93份，设计", "镗孔夹具5套，一次合格率由88%提", "高到96%；解决密封泄漏问题7项。"]
WORDS = ["该同志踏实肯干，所承担的项目均按", "节点完成，质量良好。"]
SAID = "".join(WORDS).replace("，", ",")
TOLD = "".join(REPORT).replace("，", ",").replace("；", ";")


def _sheet() -> Sheet:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表(2021年度)")
    return sheet


def test_two_columns_of_prose_without_rules() -> None:
    sheet = _sheet()
    for x, lines in ((100, ["本年度实绩", *REPORT]), (800, ["考核人评述", *WORDS, "公司审定", OPINION])):
        for row, line in enumerate(lines):
            sheet.text(x, 200 + 50 * row, line)
    assert sorted(sure(sheet.page(), "comment")) == sorted([TOLD, SAID, OPINION.replace("，", ",")])


def test_a_heading_under_both_columns_keeps_its_text() -> None:
    sheet = _sheet()
    for x, lines in ((100, ["考核指标", "任务完成", "学习协作"]), (700, ["年度业绩自述", *REPORT])):
        for row, line in enumerate(lines):
            sheet.text(x, 200 + 50 * row, line)
    sheet.text(100, 420, "直接上级意见")
    sheet.text(100, 470, OPINION + "同意其自评内容并上报。")
    assert len(sure(sheet.page(), "comment")) == 2


def _ticked(label: str) -> Page:
    sheet = _sheet()
    sheet.table(100, 200, [200, 1200], [["姓名", "周启航"]])
    head = [label, "优秀", "良好", "合格", "不合格"]
    sheet.table(100, 400, [200, 300, 300, 300, 300], [head, ["", "", "", "√", ""]])
    return sheet.page()


def test_a_row_of_options_behind_a_label_that_was_not_read_right() -> None:
    assert sure(_ticked("者孝"), "result") == ["合格"]
    assert sure(_ticked("自评"), "result") == []


def test_votes_are_nobody_s_words() -> None:
    sheet = _sheet()
    rows = [
        ["姓名", "周启航"],
        ["群众评议", "应到23人，实到21人；优秀9票，合格12票。"],
        ["主管意见", "优秀6票" + OPINION],
    ]
    sheet.table(100, 200, [300, 1100], rows)
    assert sure(sheet.page(), "comment") == [OPINION.replace("，", ",")]


def test_the_employer_s_date_is_by_its_seal() -> None:
    sheet = _sheet()
    rows = [["单位意见", "同意。(盖章)2021年12月30日"], ["本人意见", "同意。签名:周启航2022年1月4日"]]
    sheet.table(100, 200, [300, 1100], rows)
    page = sheet.page()
    assert sure(page, "signed_on") == ["2021-12-30"]
    assert sorted(f.value for f in read(page)["signed_on"]) == ["2021-12-30", "2022-01-04"]


def test_a_signature_s_date_is_unsure_where_the_seal_s_was_not_read() -> None:
    sheet = _sheet()
    sheet.text(100, 300, "负责人：蒋维2022.12.19")
    sheet.mark("seal", Box(900, 400, 1150, 650))
    (date,) = read(sheet.page())["signed_on"]
    assert date.value == "2022-12-19"
    assert date.confidence < 0.5


def test_the_day_of_filling_in_counts_where_no_other_stands() -> None:
    sheet = _sheet()
    sheet.text(100, 300, "填表日期：2021-12-20")
    assert sure(sheet.page(), "signed_on") == ["2021-12-20"]
    sheet.text(100, 400, "公司盖章 2021-12-28")
    assert sure(sheet.page(), "signed_on") == ["2021-12-28"]


def test_the_rules_of_appraising_are_no_appraisal() -> None:
    sheet = Sheet()
    lines = ["员工年度考核管理办法", "第一条 为规范年度考核工作，制定本办法。"]
    lines += ["第二条 考核等次分为优秀、合格、基本合格、不合格。", "第三条 考核结果作为职称推荐的依据。"]
    for row, line in enumerate(lines):
        sheet.text(200, 100 + 60 * row, line)
    assert classify(PageView(sheet.page())).kind == "other"


def test_prose_of_a_superior_is_no_person_s_heading() -> None:
    assert [part_of(t) for t in ("考核人评述", "公司审定", "审批记录", "考核人")] == [
        "comment",
        "final",
        "other",
        "other",
    ]


def test_an_employer_beside_the_place_for_its_seal_and_at_a_line_s_beginning() -> None:
    sheet = _sheet()
    sheet.table(100, 200, [300, 1100], [["单位（公章）", "越州精工机械有限公司"], ["姓名", "周启航"]])
    assert sure(sheet.page(), "employer") == ["越州精工机械有限公司"]
    sheet = _sheet()
    sheet.text(100, 200, "公司：越州精工机械有限公司")
    sheet.text(100, 300, "姓名：周启航")
    assert sure(sheet.page(), "employer") == ["越州精工机械有限公司"]


def test_a_letter_that_names_the_result_first_and_then_praises() -> None:
    sheet = Sheet()
    lines = ["越州精工机械有限公司文件", "人字(2022)5号", "关于周启航同志2021年度考核结果的通知", "周启航同志："]
    lines += ["根据公司考核办法，经考核领导小组审定，你2021年度考核等次为优秀。", *WORDS, OPINION]
    for row, line in enumerate(lines):
        sheet.text(150, 80 + 60 * row, line)
    assert [value[-12:] for value in sure(sheet.page(), "comment")] == [OPINION.replace("，", ",")[-12:]]
    assert sure(sheet.page(), "result") == ["优秀"]


def test_day_and_time_of_a_print_are_no_signature() -> None:
    sheet = _sheet()
    sheet.text(100, 10, "2023/8/21 09:14")
    sheet.text(100, 300, "归档时间 2022-01-20")
    assert sure(sheet.page(), "signed_on") == ["2022-01-20"]


def test_a_letter_that_speaks_of_one_year_names_post_report_and_result() -> None:
    sheet = Sheet()
    lines = ["证明", "兹证明周启航同志系越州精工机械有限公司工艺工程师。2021年度，完成泵壳体工艺卡93份，设计"]
    lines += [
        "镗孔夹具5套，一次合格率由88%提高到96%；解决密封泄漏问题7项。",
        "经公司年度考核，该同志考核等次为“优秀”。",
        "特此证明。",
    ]
    for row, line in enumerate(lines):
        sheet.text(100, 80 + 60 * row, line)
    page = sheet.page()
    assert sure(page, "position") == ["工艺工程师"]
    assert sure(page, "year") == ["2021"]
    assert sure(page, "result") == ["优秀"]
    assert sure(page, "comment")[0].endswith("7项。")
