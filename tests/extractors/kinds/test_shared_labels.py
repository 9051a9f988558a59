"""Labels that share an entry, captions between label and value, and what is read too badly to be sure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_words import LINE, SIZE, page, reading, table, word

from extractors.documents import documents_of
from models.document import Document
from models.page import Page


def only(made: Page) -> Document:
    (document,) = documents_of(reading(made))
    return document


def values(document: Document, *names: str) -> dict[str, str]:
    """The sure values of these fields."""
    found = {name: document.first(name) for name in names}
    return {name: f.value for name, f in found.items() if f is not None and f.confidence >= 0.5}


def test_each_of_several_labels_in_one_entry_has_its_share_of_the_value() -> None:
    rows = [
        ["姓名", "佟若川"],
        ["性别/出生日期", "女/1993-02-27"],
        ["学校名称", "东澜工业职业学院"],
        ["专业/学制", "模具设计与制造/3"],
        ["层次/学历类别", "专科/普通"],
        ["毕(结)业日期", "2014年06月30日"],
        ["毕(结)业", "毕业"],
    ]
    read = values(
        only(table(rows, title="教育部学历证书电子注册备案表")),
        "gender",
        "birth_date",
        "major",
        "level",
        "programme_type",
    )
    assert read == {
        "gender": "女",
        "birth_date": "1993-02-27",
        "major": "模具设计与制造",
        "level": "大专",
        "programme_type": "普通",
    }


GLUED = """
^职称电子证书
姓名：宗政明泽
性别/出生日期：男/1990/12/12
职称名称：助理工程师
取得时间：2018-06-28
"""


def test_a_date_with_strokes_comes_apart_only_where_the_labels_do() -> None:
    assert values(only(page(GLUED)), "gender", "birth_date") == {"gender": "男", "birth_date": "1990-12-12"}


def test_the_english_caption_of_a_label_is_not_its_value() -> None:
    lines = (
        ("职业技能等级证书", 600, 60, 48),
        ("姓名", 200, 200, LINE),
        ("呼延烈", 200, 250, LINE),
        ("职业名称", 200, 330, LINE),
        ("Occupation", 200, 372, 22),
        ("焊工", 200, 410, LINE),
        ("职业技能等级", 200, 480, LINE),
        ("四级/中级工", 200, 525, LINE),
        ("证书编号", 900, 200, LINE),
        ("S000033999790194543703", 900, 250, LINE),
        ("发证日期", 900, 330, LINE),
        ("2019年10月05日", 900, 375, LINE),
    )
    made = Page(1, SIZE, SIZE, "ocr", tuple(word(text, x, y, height) for text, x, y, height in lines))
    assert values(only(made), "occupation", "level", "name") == {
        "occupation": "焊工",
        "level": "中级工",
        "name": "呼延烈",
    }


def test_the_number_of_an_identity_card_is_no_certificate_number() -> None:
    text = """
    ^^职业资格证书
    姓名Name | 佟若川
    身份证号IDNo. | 330699199302271001
    职业（工种） | 模具工
    证书编号 | 1633060002399018
    发证机关 | 东澜市职业技能鉴定中心
    """
    assert [f.value for f in only(page(text)).all("certificate_number")] == ["1633060002399018"]


DIPLOMA = """
^^毕业证书
学生 {name} 性别 男，一九九二年八月十五日生，于二〇一〇年九月至二〇一四年六月在本校机械工程专业
四年制本科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。
校名：东泽理工学院
"""


def read_at(made: Page, text: str, confidence: float) -> Page:
    """`made` with the words that contain `text` read at this confidence."""
    words = tuple(replace(w, confidence=confidence) if text in w.text else w for w in made.words)
    return replace(made, words=words)


@pytest.mark.parametrize(
    ("name", "confidence", "sure"), [("精应龙", 0.94, False), ("精应龙", 0.995, True), ("褚应龙", 0.94, True)]
)
def test_a_family_name_of_no_list_must_be_read_clearly(name: str, confidence: float, sure: bool) -> None:
    field = only(read_at(page(DIPLOMA.format(name=name)), name, confidence)).first("name")
    assert field is not None
    assert (field.value, field.confidence >= 0.5) == (name, sure)


@pytest.mark.parametrize(("confidence", "sure"), [(0.93, False), (0.97, True)])
def test_a_body_hardly_read_must_be_printed_once_more(confidence: float, sure: bool) -> None:
    made = read_at(page(DIPLOMA.format(name="褚应龙")), "东泽", confidence)
    field = only(made).first("school")
    assert field is not None
    assert (field.value, field.confidence >= 0.5) == ("东泽理工学院", sure)


def test_somebody_is_named_in_the_greeting_of_a_certificate() -> None:
    text = """
    ^^专业技术职务任职资格证书
    严亦清：
    经海浦钢铁集团有限公司工程系列中级职称评审委员会2020年12月26日评审通过，你已取得工程师资格。
    >海浦钢铁集团有限公司
    """
    assert values(only(page(text)), "name", "obtained_on") == {"name": "严亦清", "obtained_on": "2020-12-26"}


@pytest.mark.parametrize("label", [360, 386])  # level with the first row, and beside the middle of both
def test_a_verdict_runs_on_into_the_row_below(label: int) -> None:
    lines = (
        ("中国高等教育学历认证报告", 500, 60, 48),
        ("报告编号", 1100, 130, LINE),
        ("9991425", 1250, 130, LINE),
        ("姓名", 150, 220, LINE),
        ("池艳萍", 450, 220, LINE),
        ("证书编号", 150, 290, LINE),
        ("9901119986961", 450, 290, LINE),
        ("认证结论", 150, label, LINE),
        ("经核查，该学历证书所载内容与学校存档一致，予", 450, 360, LINE),
        ("以认证", 450, 412, LINE),
        ("全国高等学校学生信息咨询与就业指导中心", 800, 700, LINE),
    )
    made = Page(1, SIZE, SIZE, "ocr", tuple(word(text, x, y, height) for text, x, y, height in lines))
    assert values(only(made), "conclusion") == {"conclusion": "该学历证书所载内容与学校存档一致,予以认证"}


def test_the_pages_of_a_booklet_with_one_name_are_one_document() -> None:
    cover = page("""
    ^^普通高等学校毕业生登记表
    学校 | 澜溪工业大学
    专业 | 机械设计制造及其自动化
    姓名 | 杭雪梅
    1999年7月填
    """)
    rows = [
        ["姓名", "{name}", "性别", "女"],
        ["出生年月", "1977年7月", "政治面貌", "共青团员"],
        ["入学时间", "1995年9月", "毕业时间", "1999年7月"],
        ["自我鉴定", "四年来努力学习", "学校意见", "同意毕业"],
    ]
    for name, count in (("杭雪梅", 1), ("高听雪", 2)):
        inside = table([[cell.format(name=name) for cell in row] for row in rows])
        assert len(documents_of(reading(cover, inside))) == count


def test_characters_of_labels_set_wide_apart_part_no_page_into_columns() -> None:
    lines = [("毕业生登记表", 500, 100, 60.0), ("1997年7月填", 600, 900, LINE)]
    for at, (label, value) in enumerate(
        (("学校", "澜溪工业大学"), ("系科", "机械工程系"), ("专业", "电气工程及其自动化"), ("姓名", "皮皓月"))
    ):
        y = 400 + 80 * at
        lines += [(label[0], 300, y, LINE), (label[1], 420, y, LINE), (value, 560, y, LINE)]
    made = Page(1, SIZE, SIZE, "ocr", tuple(word(text, x, y, height) for text, x, y, height in lines))
    read = values(only(made), "school", "major", "name")
    assert read == {"school": "澜溪工业大学", "major": "电气工程及其自动化", "name": "皮皓月"}
