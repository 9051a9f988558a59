"""Patents whose labels stand over their values: names over several rows, inventors one a row."""

from dataclasses import replace

from drawn_words import page, reading

from extractors.documents import documents_of
from models.geometry import Box
from models.page import Page, Word

ROWS = (
    (100, "发明名称", "发明人"),
    (140, "一种适用于多规格管件且具有防", "娜仁·图雅"),
    (188, "坠落保护和快速换模功能的焊接", "谌龙"),
    (236, "变位机", "毕力格·巴特尔"),
    (330, "专利号", "申请日"),
    (370, "ZL201919999987.2", "2019-03-25"),
    (460, "专利权人", "授权公告日"),
    (500, "沐川市自来水设备制造公司", "2020-11-03"),
)


def _certificate(rows: tuple[tuple[int, str, str], ...]) -> Page:
    words = [
        Word(text, Box(x, 200 + y, x + 30 * len(text), 230 + y), 1.0)
        for y, *cells in rows
        for x, text in zip((150, 900), cells, strict=True)
        if text
    ]
    head = page("^^发明专利证书")
    return replace(head, words=(*head.words, *words), upright_size=(1654, 2340), stored_size=(1654, 2340))


def test_names_and_inventors_go_on_under_their_labels() -> None:
    (document,) = documents_of(reading(_certificate(ROWS)))
    assert document.kind == "patent_certificate"
    (name,) = document.all("patent_name")
    assert name.value == "一种适用于多规格管件且具有防坠落保护和快速换模功能的焊接变位机"
    (inventors,) = document.all("inventors")
    assert inventors.value == "娜仁·图雅;谌龙;毕力格·巴特尔"
    assert min(name.confidence, inventors.confidence) >= 0.5
    assert [f.value for f in document.all("patentee")] == ["沐川市自来水设备制造公司"]


def test_a_short_row_ends_the_name() -> None:
    rows = (ROWS[0], (140, "焊接变位机", "谌龙"), (188, "附图说明见后页所示内容", ""), *ROWS[4:])
    (document,) = documents_of(reading(_certificate(rows)))
    name = document.all("patent_name")[0]
    assert name.value == "焊接变位机"
    assert [f.value for f in document.all("inventors")] == ["谌龙"]


def test_the_day_of_grant_is_told_at_each_of_its_places() -> None:
    sheet = page("""
^^实用新型专利证书
实用新型名称：一种起重机主梁应变监测装置
发明人：周启航；沈若岚
专利号：ZL202129999981.8
专利申请日：2021年05月13日
专利权人：越州精工机械有限公司
授权公告日：2021年12月21日
局长 申某某
>2021年12月21日
""")
    (document,) = documents_of(reading(sheet))
    days = document.all("granted_on")
    assert [day.value for day in days] == ["2021-12-21", "2021-12-21"]
    assert days[0].box != days[1].box
