"""Projects' papers of other offices: one project over pages, sides with their roles in brackets, persons at labels."""

import pytest
from drawn_tables import Sheet
from drawn_words import page, reading

from extractors.documents import documents_of
from extractors.kinds.project_document.document import ProjectDocument
from extractors.kinds.project_document.sides import party
from extractors.kinds.record_parsers import body, holders, persons
from extractors.layout.view import PageView
from models.document import Field

CITY, FACTORY = "东泽市科学技术局", "澜溪市第二农业机械厂"
COVER = f"""
编号：DZKJ2022420
^东泽市科技计划项目
^合同书
项目名称：节能型双级压缩机开发
项目下达单位（甲方）：{CITY}
项目承担单位（乙方）：{FACTORY}
起止年限：2021年4月至2023年3月
{CITY}制 二〇二一年四月
"""
SIGNED = f"""
八、签约各方
项目名称：节能型双级压缩机开发
甲方：{CITY}（盖章）
代表：程立新 | 日期：2021年4月16日
乙方：{FACTORY}（盖章）
代表：娄金水 | 日期：2021年4月16日
"""


def costs() -> Sheet:
    made = Sheet()
    made.text(300, 60, "五、项目经费预算")
    made.text(100, 120, "项目名称：节能型双级压缩机开发")
    body = [["经费来源", "预算（万元）", "备注"], ["市财政拨款", "9.00", ""], ["项目总经费", "45.00", ""]]
    made.table(100, 152, [300, 300, 300], body, pitch=40, centred=False)
    return made


def named(fields: list[Field], name: str) -> list[str]:
    return [f.value for f in fields if f.name == name and f.confidence >= 0.5]


def test_a_name_over_a_table_does_not_run_on_into_it() -> None:
    fields = ProjectDocument().extract([PageView(costs().page())])
    assert named(fields, "project_name") == ["节能型双级压缩机开发"]
    assert named(fields, "amount") == ["450000"]


def test_pages_of_one_project_are_one_document() -> None:
    (document,) = documents_of(reading(page(COVER), costs().page(), page(SIGNED)))
    assert document.kind == "project_document"
    assert {f.page for f in document.all("project_name")} == {1, 2, 3}
    assert {(f.value, f.page) for f in document.all("parties")} == {(f"{CITY};{FACTORY}", page) for page in (1, 3)}


def test_the_month_of_a_cover_is_no_second_day() -> None:
    views = [PageView(made) for made in (page(COVER), page(SIGNED))]
    assert set(named(ProjectDocument().extract(views), "date")) == {"2021-04-16"}


def test_a_side_that_was_not_read_leaves_the_list_unsure() -> None:
    torn = SIGNED.replace(f"{FACTORY}（盖章）", "澜溪市第二农")
    (parties,) = [f for f in ProjectDocument().extract([PageView(page(torn))]) if f.name == "parties"]
    assert "partly_read" in parties.notes
    assert parties.confidence < 0.5


@pytest.mark.parametrize("text", [f"):{CITY}", f"(甲方):{CITY}(盖章)", CITY])
def test_a_side_with_its_role_in_brackets(text: str) -> None:
    found = party(text)
    assert found is not None
    assert found.value == CITY


def test_persons_at_a_label_are_the_page_of_participants() -> None:
    form = page("""
^企业研究开发项目立项书
项目名称：高速电梯曳引机轻量化设计
立项编号：RD202104 | 立项日期：2021年3月10日
项目成员：戚继红、晏清和、苗翠花、马淼
""")
    fields = ProjectDocument().extract([PageView(form)])
    assert named(fields, "participants") == ["戚继红;晏清和;苗翠花;马淼"]
    assert {"cover", "participants"} <= set(named(fields, "part"))


def test_names_with_and_and_with_dots() -> None:
    assert persons("戚继红、晏清和、苗翠花") == ("戚继红;晏清和;苗翠花", 1.0)
    assert persons("戚继红和苗翠花") == ("戚继红;苗翠花", 1.0)
    assert persons("扎西·次仁") == ("扎西·次仁", 0.85)
    assert persons("闻人昶·苗岱") == ("闻人昶;苗岱", 0.45)  # two authors or one name: for a person to decide


def test_a_character_behind_a_body_is_no_sure_part_of_it() -> None:
    for found in (body("越东冲压装备制造有限公司本"), holders("越东冲压装备制造有限公司本")):
        assert found is not None
        assert found.value == "越东冲压装备制造有限公司"
        assert found.quality < 0.5


def test_the_sum_with_its_tax_in_brackets() -> None:
    told = page("^技术服务合同\n第二条 合同总价款（含税）为人民币叁拾捌万元整（¥380,000.00元），分三期支付。")
    assert named(ProjectDocument().extract([PageView(told)]), "amount") == ["380000"]


def test_a_side_read_in_two_ways_is_unsure() -> None:
    views = [PageView(made) for made in (page(COVER), page(SIGNED.replace("东泽市", "东洋市")))]
    (parties,) = [f for f in ProjectDocument().extract(views) if f.name == "parties"]
    assert parties.value.count(";") == 1
    assert parties.confidence < 0.5


def test_a_sentence_names_the_team_and_its_leader() -> None:
    contract = f"""
^技术开发（委托）合同
项目名称：节能型双级压缩机开发
委托方（甲方）：{CITY}
受托方（乙方）：{FACTORY}
二、研究开发经费
合同总金额为人民币95万元，分三期支付。
三、项目组人员
乙方安排靳东来、谌龙、夏侯胜等人参加，其中靳东来为项目负责人。
四、验收
由程立新、娄金水组成的专家组进行验收。
签订日期：2020年3月13日
"""
    (document,) = documents_of(reading(page(contract)))
    assert named(list(document.fields), "participants") == ["靳东来;谌龙;夏侯胜"]
    assert "participants" in {f.value for f in document.all("part") if f.confidence >= 0.8}


def test_a_letter_of_approval_names_project_unit_leader_and_grant() -> None:
    letter = f"""
^{CITY}文件
东科〔2022〕9号
关于同意节能型双级压缩机开发项目立项的批复
{FACTORY}：
你单位报送的立项申请收悉。经研究，同意该项目列入2022年度重点研发计划，
项目负责人靳东来，补助经费15万元。请按要求组织实施。
{CITY}
2022年3月13日
"""
    (document,) = documents_of(reading(page(letter)))
    assert document.kind == "project_document"
    fields = list(document.fields)
    assert named(fields, "project_name") == ["节能型双级压缩机开发"]
    assert named(fields, "parties") == [FACTORY]
    assert named(fields, "participants") == ["靳东来"]
    assert named(fields, "amount") == ["150000"]
    assert named(fields, "sort") == ["立项"]


def test_persons_who_take_part_at_shorter_labels() -> None:
    opinion = """
^项目验收意见书
项目名称 | 节能型双级压缩机开发
完成人员 | 管乐，巫珺，禹堃，牛犇
验收意见 | 专家组一致同意通过验收。
"""
    (document,) = documents_of(reading(page(opinion)))
    assert named(list(document.fields), "participants") == ["管乐;巫珺;禹堃;牛犇"]
