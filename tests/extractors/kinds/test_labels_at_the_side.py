"""A label as tall as the rows beside it, a label at the middle of two rows, a journal's outside laid open."""

from __future__ import annotations

from dataclasses import replace

from drawn_words import halves, page, reading, word

from extractors.documents import documents_of
from models.geometry import Box
from models.page import Page

SIZE = (1600, 1100)


def team_beside_its_label() -> Page:
    words = list(page("^^企业技术创新项目立项书").words)
    cells = [Box(150, 200, 350, 270), Box(350, 200, 1450, 270), Box(150, 270, 350, 550)]
    words += [
        word("项目名称", 165, 218, 26),
        word("减速机箱体轻量化设计", 400, 218, 26),
        word("项目成员", 165, 397, 26),
    ]
    rows = (("姓名", "分工", "签字"), ("沈若岚", "总负责", ""), ("周启航", "结构校核", ""), ("钱立峰", "样机试验", ""))
    for at, row in enumerate(rows):
        y = 270.0 + 70 * at
        for place, entry in enumerate(row):
            x = 350.0 + place * 366
            cells.append(Box(x, y, x + 366, y + 70))
            words += [word(entry, x + 20, y + 18, 26)] if entry else []
    return Page(1, SIZE, SIZE, "ocr", tuple(words), tuple(cells))


def test_a_label_as_tall_as_the_table_beside_it_is_no_column_of_names() -> None:
    (document,) = documents_of(reading(team_beside_its_label()))
    team = document.first("participants")
    assert document.kind == "project_document"
    assert team is not None
    assert team.value == "沈若岚;周启航;钱立峰"
    assert "participants" in {field.value for field in document.all("part")}


def test_two_rows_beside_the_middle_of_their_label() -> None:
    made = page("""
^^国外学历学位认证书（电子版）
认证书编号 | 201599948117731
姓名 | 沈若岚
出生日期 | 1992-12-15

所获学位 | 工学学士
认证结果 | 学位证书真实，予以认证
""")
    birth = next(w for w in made.words if w.text == "1992-12-15")
    label = word("颁发院校", 150, birth.box.y1 + 40)
    x, middle = birth.box.x0, label.box.y0
    rows = (word("西兰登大学", x, middle - 20, 26), word("University of West Landen", x, middle + 22, 26))
    (document,) = documents_of(reading(replace(made, words=(*made.words, label, *rows))))
    school = document.first("school")
    assert school is not None
    assert (school.value, school.confidence >= 0.5) == ("西兰登大学", True)


OUTSIDE = """
主管：越州省工业和信息化厅
主办：越州省装备制造行业协会
国际刊号ISSN 9999-0008
国内刊号CN 33-5999/TH
邮发代号99-99 定价15.00元
编辑部地址：越州市人民路9号
印刷：越州印刷厂 发行：越州邮局
"""
FRONT = """
^^^江南模具
Jiangnan Moulds

2022年3月
"""


def test_a_journal_laid_open_shows_cover_and_identifier() -> None:
    (document,) = documents_of(reading(halves(OUTSIDE, FRONT)))
    assert document.kind == "paper"
    assert {field.value for field in document.all("part")} == {"cover", "identifier"}
    journal = document.first("journal")
    assert journal is not None
    assert journal.value == "江南模具"


def test_a_journals_name_written_downwards_is_not_sure_by_itself() -> None:
    made = page("""
2019年
12
越州省学术期刊集群
半月刊（上）
""")
    name = word("江南模具", 900, 100, 140)
    down = replace(name, box=Box(900, 100, 1040, 660), vertical=True)
    (document,) = documents_of(reading(replace(made, words=(*made.words, down))))
    assert document.kind == "paper"
    assert [field.value for field in document.all("part")] == ["cover"]
    journal = document.first("journal")
    assert journal is None or journal.confidence < 0.5
