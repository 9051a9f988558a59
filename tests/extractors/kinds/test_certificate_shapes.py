"""What certificates of unseen offices taught: lost circles in years, names under seals, one label for two dates."""

from __future__ import annotations

from dataclasses import replace

from drawn_words import page, reading, table, word

from extractors.documents import documents_of
from models.document import Document
from models.page import Page


def only(made: Page) -> Document:
    (document,) = documents_of(reading(made))
    return document


TITLE = """
^^职称证书

持证人单雨霏，女，一九九〇年七月出生，经海川市机电工程专业技术资格初级评审委员会评审，
自{date}起具备焊接工艺专业助理工程师任职资格。

证号：HC2017C0333057
填发日期：二〇一七年十二月二十九日
发证单位：海川市人力资源和社会保障局
"""


def test_specialty_of_a_sentence_is_not_the_committees_nor_the_title() -> None:
    document = only(page(TITLE.format(date="二〇一七年九月二十日")))
    read = {name: document.first(name) for name in ("specialty", "title", "gender", "obtained_on")}
    assert {name: field and field.value for name, field in read.items()} == {
        "specialty": "焊接工艺",
        "title": "助理工程师",
        "gender": "女",
        "obtained_on": "2017-09-20",
    }


def test_a_year_that_lost_its_circle_is_a_guess_and_not_the_date_of_issue() -> None:
    obtained = only(page(TITLE.format(date="二一七年九月二十日"))).first("obtained_on")
    assert obtained is not None
    assert (obtained.value, obtained.confidence < 0.5) == ("2017-09-20", True)


def test_the_management_number_is_no_rival_of_the_certificate_number() -> None:
    rows = [["姓名", "瞿晚棠", "性别", "女"], ["资格名称", "助理工程师", "专业名称", "机械制造"]]
    rows.append(["管理号", "LD5120008807", "证书编号", "LD20151200088"])
    number = only(table(rows, title="专业技术资格证书")).first("certificate_number")
    assert number is not None
    assert (number.value, number.confidence >= 0.5) == ("LD20151200088", True)


APPOINTMENT = """
^稽东传动设备有限公司文件

关于聘任骆清扬同志专业技术职务的通知
兹聘任骆清扬同志为工程师，聘期自2019年1月1日至2021年12月31日。
"""


def test_a_name_under_its_seal_gives_way_to_its_clear_print() -> None:
    made = page(APPOINTMENT)
    sealed = replace(word("稽东传动设有限公司", 900, 800), seal_cover=0.8)
    document = only(replace(made, words=(*made.words, sealed)))
    employer = document.first("employer")
    assert employer is not None
    assert employer.value == "稽东传动设备有限公司"
    assert not [f for f in document.all("employer") if f.value == "稽东传动设有限公司" and f.confidence >= 0.5]


def test_one_label_gives_the_begin_and_the_end_of_a_study() -> None:
    rows = [["学生姓名", "裘喆", "性别", "男"], ["起止年月", "2014年3月-2016\n年7月", "学历层次", "专科起点本科"]]
    rows.append(["所学专业", "电气工程及其自动化", "学制", "二点五年"])
    document = only(table(rows, title="毕业证书", below="成绩合格，准予毕业。"))
    ends = [document.first(name) for name in ("start_date", "end_date")]
    assert [field and field.value for field in ends] == ["2014-03", "2016-07"]


def test_an_award_to_a_long_name() -> None:
    text = "^^荣誉证书\n\n授予阿依努尔·买买提江同志“工业技能标兵”称号\n\n>海川市人民政府\n>二〇二〇年五月一日"
    document = only(page(text))
    name = document.first("name")
    assert name is not None
    assert name.value == "阿依努尔·买买提江"


def test_a_label_over_its_english_caption_stays_level_with_its_value() -> None:
    words = [word("职业技能等级证书", 500, 80, 60)]
    number = "330699198810025515"
    rows = [("姓名", "Name", "祝长庚"), ("证件类型", "ID Type", "居民身份证"), ("证件号码", "ID No.", number)]
    rows += [("职业名称", "Occupation", "钳工"), ("职业技能等级", "Level", "一级/高级技师")]
    for at, (label, caption, value) in enumerate(rows):
        y = 250 + at * 80
        words += [word(label + ":", 150, y), word(caption, 150, y + 32, 24), word(value, 420, y)]
    size = (1600, 1100)
    found = only(Page(1, size, size, "ocr", tuple(words))).first("id_number")
    assert found is not None
    assert found.value == number


def test_a_notice_that_names_certificates_is_none() -> None:
    text = """
    各有关单位：
    现将2023年度中级专业技术职务任职资格评审有关事项通知如下：
    一、申报人员须提交毕业证书、学位证书、助理工程师任职资格证书、聘任证书。
    二、准予毕业且取得助理工程师满四年者可以申报。
    越州市人力资源和社会保障局
    2023年7月19日
    """
    assert only(page(text)).kind == "other"
