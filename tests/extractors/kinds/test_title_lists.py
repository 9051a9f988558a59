"""Notices of titles that name several persons give each person's fields a row."""

from dataclasses import replace

from drawn_tables import Sheet, width_of
from drawn_words import page, reading, table

from extractors.documents import documents_of
from extractors.kinds.classify import classify
from extractors.kinds.title_certificate import TitleCertificate
from extractors.layout.view import PageView
from models.page import Page

HEADER = ["序号", "姓名", "工作单位", "专业", "资格名称"]
FIRST = ["1", "周启航", "越州精工机械有限公司", "机械制造", "工程师"]
SECOND = ["2", "沈若岚", "剡东铸造有限公司", "焊接", "助理工程师"]
BELOW = "云泽市人力资源和社会保障局\n2022年1月24日"


def notice(*people: list[str]) -> Page:
    return table([HEADER, *people], title="关于公布专业技术资格的通知", below=BELOW)


def rows(made: Page) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for field in TitleCertificate().extract([PageView(made)]):
        if field.row is not None:
            assert field.confidence >= 0.5, field
            found.setdefault(field.row, {})[field.name] = field.value
    return [found[row] for row in sorted(found)]


def test_a_row_a_person() -> None:
    first = {"name": "周启航", "employer": "越州精工机械有限公司", "specialty": "机械制造", "title": "工程师"}
    second = {"name": "沈若岚", "employer": "剡东铸造有限公司", "specialty": "焊接", "title": "助理工程师"}
    assert rows(notice(FIRST, SECOND)) == [first, second]


def test_what_stands_outside_the_rows_is_everybodys() -> None:
    shared = {f.name: f.value for f in TitleCertificate().extract([PageView(notice(FIRST, SECOND))]) if f.row is None}
    assert shared["issuer"] == "云泽市人力资源和社会保障局"
    assert not {"name", "title", "employer", "certificate_number"} & set(shared)


def test_one_person_is_no_list() -> None:
    assert rows(notice(FIRST)) == []


def test_a_notice_that_gives_titles_is_one_of_their_papers() -> None:
    said = "经评审，现确认下列2名同志具有任职资格，资格取得时间为2021年9月17日。\n"
    made = table([HEADER, FIRST, SECOND], title="关于公布任职资格人员名单的通知", below=said + BELOW)
    assert classify(PageView(made)).kind == "title_certificate"
    assert {f.value for f in TitleCertificate().extract([PageView(made)]) if f.name == "obtained_on"} == {"2021-09-17"}


def test_a_list_of_those_who_are_to_get_titles_is_none() -> None:
    said = "现将拟确认任职资格人员名单予以公示，公示期为5个工作日。\n"
    made = table([HEADER, FIRST, SECOND], title="关于任职资格人员名单的公示", below=said + BELOW)
    assert classify(PageView(made)).kind == "other"


def test_a_notice_with_its_list_in_an_annex() -> None:
    said = (
        "^^云泽市人力资源和社会保障局文件\n^关于周启航等2名同志具备助理工程师任职资格的通知\n"
        "经评审委员会评审并公示，同意周启航等2名同志具备助理工程师任职资格，任职资格时间自2018年11月20日起算。\n"
        "附件：助理工程师任职资格人员名单\n>2018年12月25日\n云泽市人力资源和社会保障局办公室 2018年12月25日印发"
    )
    annex = table([HEADER, FIRST, SECOND], title="助理工程师任职资格人员名单")
    (document,) = documents_of(reading(page(said), replace(annex, number=2)))
    assert document.kind == "title_certificate"
    assert [f.value for f in document.fields if f.name == "name"] == ["周启航", "沈若岚"]
    assert {f.value for f in document.fields if f.name == "obtained_on"} == {"2018-11-20"}
    assert {f.value for f in document.fields if f.name == "issuer"} == {"云泽市人力资源和社会保障局"}


def test_a_day_in_the_row_below_its_month() -> None:
    said = "^^关于初定专业技术资格的批复\n经审核，同意周启航具备助理工程师专业技术资格，资格取得时间为2017年9月\n30日。\n此复。"
    found = [f for f in TitleCertificate().extract([PageView(page(said))]) if f.name == "obtained_on"]
    assert [f.value for f in found] == ["2017-09-30"]


def test_labels_left_and_values_right_under_a_heading_of_three_rows() -> None:
    sheet = Sheet(width=1200)
    sheet.text(480, 60, "电子职称证书")
    sheet.text(520, 130, "周启航")
    sheet.text(520, 190, "工程师")
    told = (
        ("身份证号", "330699199208150035"),
        ("专业名称", "自动化"),
        ("取得时间", "2021-11-30"),
        ("批准部门", "剡东省人力资源和社会保障厅"),
        ("证书编号", "ZD3320210099"),
    )
    for at, (label, value) in enumerate(told):
        sheet.text(60, 300 + 60 * at, label)
        sheet.text(1100 - width_of(value, 28), 300 + 60 * at, value)
    found = {f.name: f.value for f in TitleCertificate().extract([PageView(sheet.page())])}
    assert (found["specialty"], found["obtained_on"], found["certificate_number"]) == (
        "自动化",
        "2021-11-30",
        "ZD3320210099",
    )


REPLY = (
    "^^云泽市人力资源和社会保障局\n云人社职〔2019〕45号\n^关于认定周启航等3名同志初级专业技术资格的批复\n越州精工机械有限公司：\n"
    "你单位报送的材料收悉。经研究，同意认定下列同志具有助理工程师资格，资格时间从2019年6月20日起算：\n{}\n>2019年7月1日"
)


def test_persons_by_specialty_in_a_reply() -> None:
    made = page(REPLY.format("一、机械工程（2人）：周启航、沈若岚\n二、电气工程：高砚"))
    assert rows(made) == [
        {"name": "周启航", "specialty": "机械工程"},
        {"name": "沈若岚", "specialty": "机械工程"},
        {"name": "高砚", "specialty": "电气工程"},
    ]
    shared = {f.name: f.value for f in TitleCertificate().extract([PageView(made)]) if f.row is None}
    assert (shared["title"], shared["obtained_on"]) == ("助理工程师", "2019-06-20")
    assert shared["issuer"] == "云泽市人力资源和社会保障局"


def test_who_assessed_and_whom_to_ask_are_no_persons_of_the_list() -> None:
    assert rows(page(REPLY.format("评审专家：周启航、沈若岚\n联系人：高砚"))) == []
