"""What certificates of further offices taught: first and second majors, numbers run together, lost ends, sealed names."""

from __future__ import annotations

from dataclasses import replace

from drawn_words import page, reading, table, word

from extractors.documents import documents_of
from models.document import Document
from models.page import Page


def only(made: Page) -> Document:
    (document,) = documents_of(reading(made))
    return document


def sure(made: Page, *names: str) -> dict[str, str | None]:
    """The values that count as read."""
    document = only(made)
    fields = {name: document.first(name) for name in names}
    return {name: field.value if field and field.confidence >= 0.5 else None for name, field in fields.items()}


MINOR = """
^^辅修学士学位证书

邬子衿（女，1995年2月9日生）修读我校工商管理辅修专业，完成辅修学士学位培养方案规定的学业，
经学位评定委员会审核，授予管理学学士学位。

主修专业：机械电子工程 | 主修学位：工学学士

>剡中工程大学
>二〇一八年六月二十日
"""
DUAL = """
^^双学士学位证书

柏舟，男，二〇〇〇年三月四日生。在获得材料成型及控制工程专业工学学士学位的同时，修完本校
会计学双学士学位专业培养方案规定的课程，经本校学位评定委员会审核，授予管理学学士学位。

>稽山大学
>二〇二二年六月二十日
"""


def test_the_second_major_and_degree_are_the_certificates() -> None:
    read = sure(page(MINOR), "name", "gender", "major", "degree")
    assert read == {"name": "邬子衿", "gender": "女", "major": "工商管理", "degree": "管理学学士"}
    read = sure(page(DUAL), "name", "degree")
    assert read == {"name": "柏舟", "degree": "管理学学士"}


def test_a_school_of_a_region_keeps_the_region_and_a_latin_name_hides_no_name() -> None:
    text = """
    ^^港澳台学历学位认证书
    编号：教留服认港[2021]90555号
    霍思燕（Huo Siyan），性别：女，出生日期：1995年8月8日。
    霍思燕在香港维港理工大学（Victoria Harbour Polytechnic University）修读机械工程课程，
    2019年11月获理学硕士学位。
    >教育部留学服务中心
    """
    assert sure(page(text), "name", "school") == {"name": "霍思燕", "school": "香港维港理工大学"}


def test_a_term_may_end_in_the_row_below_its_label() -> None:
    text = """
    ^^聘书

    毕昇先生：现聘请您担任我公司工程师专业技术职务，聘任时间：2021年8月1日
    —2024年7月31日。

    >西岭精密机床股份有限公司
    >2021年7月31日
    """
    read = sure(page(text), "start_date", "end_date", "issue_date")
    assert read == {"start_date": "2021-08-01", "end_date": "2024-07-31", "issue_date": "2021-07-31"}


def test_occupation_and_level_below_their_label() -> None:
    text = """
    ^^职业资格证书
    姓名 游方舟 | 性别 男
    证书编号 1199006101300066
    职业（工种）及等级
    维修电工 三级／高级技能
    理论知识考试成绩 76
    """
    assert sure(page(text), "occupation", "level") == {"occupation": "维修电工", "level": "高级工"}


def test_digits_glued_behind_an_id_number_are_cut_off() -> None:
    text = """
    ^^中国高等教育学历查询报告
    编号：99110372
    姓名：石敢当 | 性别：男
    身份证号码：330699197212013317 | 1991年9月至1995年7月在云门理工大学学习
    """
    made = page(text)
    glued = [replace(w, text=w.text.replace("330699197212013317", "3306991972120133171")) for w in made.words]
    assert sure(replace(made, words=tuple(glued)), "id_number") == {"id_number": "330699197212013317"}


def test_a_name_under_a_seal_needs_more_than_a_good_score() -> None:
    text = "^^专业技术职务任职资格证书\n姓名：毕昇\n性别：男\n任职资格：工程师\n评审通过时间：2021年6月9日"
    made = page(text)

    def issuer(name: str, *more: str) -> str | None:
        stamped = word(name, 900, 800, confidence=1.0, seal_cover=0.6)
        others = [word(again, 150, 900 + 60 * at) for at, again in enumerate(more)]
        return sure(replace(made, words=(*made.words, stamped, *others)), "issuer")["issuer"]

    assert issuer("西岭省力资源和社会保障厅") is None
    assert issuer("西岭省人力资源和社会保障厅") == "西岭省人力资源和社会保障厅"
    assert issuer("滨州弯市人力资源和社会保障局", "评审地点：滨州湾市机械工程学会") != "滨州弯市人力资源和社会保障局"
    assert issuer("西岭省机械工程学会", "评审组织：西岭省机械工程学会") == "西岭省机械工程学会"
    assert issuer("西岭省机工程学会") is None


def test_a_management_number_beside_a_bare_number_leaves_both_unsure() -> None:
    text = "^^专业技术职务任职资格证书\n管理号：LX202106099001177\n编号：0099217\n姓名：毕昇\n任职资格：工程师"
    found = only(page(text)).all("certificate_number")
    assert {field.value for field in found} == {"LX202106099001177", "0099217"}
    assert all(field.confidence < 0.5 and "conflict" in field.notes for field in found)


def test_a_label_does_not_begin_in_one_word_and_end_in_the_next() -> None:
    text = """
    ^^普通高等学校毕业生登记表
    学校（院）：剡东工学院 | 系（科）：机械系
    姓名：屠呦鸣 | 性别：女
    学校意见：同意毕业
    """
    assert sure(page(text), "school") == {"school": "剡东工学院"}


def test_a_label_that_crosses_its_rule_is_no_part_of_the_value() -> None:
    made = table([["", "滨州湾重工装备有限公司"], ["姓名", "郁金香"], ["资格名称", "助理工程师"]], title="职称证书")
    split = (word("工作单", 760, 218, 26), word("位", 838, 218, 26))
    moved = [replace(w, box=w.box._replace(x0=900, x1=1186)) if w.text.startswith("滨州湾") else w for w in made.words]
    cells = tuple(c._replace(x1=840.0) if c.x0 < 200 else c._replace(x0=840.0) for c in made.cells)
    assert sure(replace(made, words=(*moved, *split), cells=cells), "employer") == {
        "employer": "滨州湾重工装备有限公司"
    }


def test_a_spaced_label_with_one_look_alike_is_still_one() -> None:
    made = page("^^专业技术资格证书\n姓名：毕昇\n资格名称：工程师\n评审通过时间：2021年6月9日")
    spaced = (word("交", 150, 700), word("业：机械设计", 260, 700))
    assert sure(replace(made, words=(*made.words, *spaced)), "specialty") == {"specialty": "机械设计"}
    close = (word("交业：机械设计", 150, 700),)
    assert sure(replace(made, words=(*made.words, *close)), "specialty") == {"specialty": None}


def test_a_party_school_taught_by_letter_is_no_adult_higher_education() -> None:
    text = """
    ^中共岭东省委党校
    ^^毕业证书

    学员鲁正国，男，一九六九年五月生，于二〇〇四年九月至二〇〇六年十二月在本校函授学院经济管理专业
    （本科班）学习，学完全部课程，考试合格，准予毕业。
    >二〇〇六年十二月三十一日
    """
    assert sure(page(text), "school", "programme_type") == {"school": "中共岭东省委党校", "programme_type": None}


def test_a_study_that_began_when_somebody_entered_the_school() -> None:
    text = """
    ^^中等专业学校毕业证书

    学生万里行，一九七九年土二月三日出生，于一九九五年九月入本校机械制造专业学习，学制四年，
    于一九九九年七月毕业，成绩合格，准予毕业。
    >明州市机械工业学校
    >一九九九年七月一日
    """
    document = only(page(text))
    read = sure(page(text), "start_date", "end_date")
    assert read == {"start_date": "1995-09", "end_date": "1999-07"}
    born = document.first("birth_date")
    assert born is not None
    assert (born.value, born.confidence < 0.5) == ("1979-12-03", True)
