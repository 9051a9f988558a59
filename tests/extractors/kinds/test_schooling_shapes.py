"""What schooling papers of unseen offices taught: labels over two rows, lost circles in years, remarks behind a verdict."""

from __future__ import annotations

from drawn_words import page, reading, word

from extractors.documents import documents_of
from models.document import Document, Field
from models.geometry import Box
from models.page import Page, Word


def only(made: Page) -> Document:
    (document,) = documents_of(reading(made))
    return document


def value(field: Field | None) -> tuple[str, bool] | None:
    """What was read and whether it is sure."""
    return (field.value, field.confidence >= 0.5) if field else None


def form(*entries: tuple[str, float, float]) -> Page:
    """A registration form without rules: words with their places."""
    words: list[Word] = [word("教育部学历证书电子注册备案表", 400, 60, 44)]
    words += [word(text, x, y, 28) for text, x, y in entries]
    return Page(1, (1600, 1100), (1600, 1100), "ocr", tuple(words))


def test_a_label_over_two_rows_has_its_value_beside_its_middle() -> None:
    made = form(
        ("姓名", 100, 200), ("瞿晚棠", 300, 200), ("性别", 700, 200), ("女", 900, 200),
        ("毕（结）业", 100, 270), ("2012年06月25日", 300, 290), ("学制", 700, 290), ("4年", 900, 290), ("日期", 100, 310),
        ("学校名称", 100, 380), ("澄岬大学", 300, 380), ("毕（结）业", 700, 380), ("毕业", 900, 380),
        ("证书编号", 100, 450), ("990231201205958602", 300, 450),
    )  # fmt: skip
    document = only(made)
    assert value(document.first("end_date")) == ("2012-06-25", True)
    assert value(document.first("conclusion")) == ("毕业", True)


def test_two_rows_of_a_table_are_no_label_together() -> None:
    made = form(
        ("专业", 100, 200), ("机械工程", 300, 200), ("名称", 100, 260), ("越州", 300, 260),
        ("姓名", 100, 320), ("瞿晚棠", 300, 320), ("学校名称", 100, 380), ("澄岬大学", 300, 380),
        ("证书编号", 100, 450), ("990231201205958602", 300, 450),
    )  # fmt: skip
    assert value(only(made).first("major")) == ("机械工程", True)


OLD = """
^^毕业证书

学生令狐鸿图，性别男，一九八四年十二月生。于二三年九月入本校机电一体化技术专业（三年制专科）学习，
至二六年六月学习期满，成绩及格，准予毕业。
>砚湖机电职业技术学院
>二〇〇六年六月二十日
"""


def test_years_that_lost_their_circles_are_guesses() -> None:
    document = only(page(OLD))
    assert value(document.first("start_date")) == ("2003-09", False)
    assert value(document.first("end_date")) == ("2006-06", False)
    assert value(document.first("issue_date")) == ("2006-06-20", True)


def test_a_verdict_ends_where_the_next_entry_begins() -> None:
    words = [word("中国高等教育学历认证报告", 400, 60, 44)]
    words += [word("认证结果", 100, 400, 28), word("经核查，证书内容真实，予以认证", 300, 400, 28)]
    words += [word("声明：本报告仅对上述学历证书内容进行认证，不涉及纸张。", 100, 460, 28)]
    words += [word("姓名：欧阳雯", 100, 200, 28), word("证书编号：990225201605952871", 100, 260, 28)]
    document = only(Page(1, (1600, 1100), (1600, 1100), "ocr", tuple(words)))
    assert value(document.first("conclusion")) == ("证书内容真实,予以认证", True)


def test_a_form_without_labels_needs_its_dates_in_order() -> None:
    entries = [
        "欧阳雯",
        "女",
        "2014年03月01日",
        "1989年08月05日",
        "2017年01月19日",
        "砚湖机电职业技术学院",
        "990315201706905135",
    ]
    document = only(form(*((text, 600, 200 + 70 * at) for at, text in enumerate(entries))))
    assert value(document.first("name")) == ("欧阳雯", True)
    assert {name: document.first(name) for name in ("birth_date", "start_date", "end_date")} == dict.fromkeys(
        ("birth_date", "start_date", "end_date")
    )


def test_a_school_signed_between_its_heading_and_the_name_of_the_certificate() -> None:
    made = page(
        "^溯南工程大学\n^^普通高等学校毕业证书\n荆楚瑶 女 1997年08月29日生\n于2015年09月至2019年06月在我校机械电子工程专业学习，准予毕业。"
    )
    assert value(only(made).first("school")) == ("溯南工程大学", True)


def test_a_number_of_eight_digits_at_its_label_may_look_like_a_date() -> None:
    made = page("^^毕业证书\n学生时惠安，男，1980年6月15日生，准予毕业。\n>1999年7月6日\n证书登记号：19990612")
    document = only(made)
    assert value(document.first("certificate_number")) == ("19990612", True)
    assert value(document.first("issue_date")) == ("1999-07-06", True)


def test_a_latin_name_keeps_its_blanks_and_its_country_is_no_name() -> None:
    made = page(
        "^^学士学位证书\n学位获得者：NGUYEN VAN ANH　国籍：越南　性别：女\n授予学位：经济学学士\n授予单位：澄岬大学"
    )
    assert [f.value for f in only(made).all("name")] == ["NGUYEN VAN ANH"]


def test_a_report_may_bear_its_number_without_a_label() -> None:
    made = page(
        ">9999666\n^^中国高等教育学历认证报告\n经核查，边疆（男，1983年8月18日出生）所持毕业证书真实有效。\n>2015年3月2日"
    )
    assert value(only(made).first("report_number")) == ("9999666", True)


def test_a_verdict_in_the_sentence_that_tells_facts_is_what_it_judges_and_how() -> None:
    made = page(
        "^^中国高等教育学历认证报告\n经核查，边疆（男，1983年8月18日出生）所持澄岬大学2005年7月颁发的毕业证书真实有效。\n>2015年3月2日"
    )
    assert value(only(made).first("conclusion")) == ("毕业证书真实有效", True)


def test_single_characters_set_wide_apart_stand_on_one_row_though_their_boxes_overlap() -> None:
    words = [word("普通高等学校毕业生登记表", 300, 60, 44), word("姓名", 100, 200), word("杭雪梅", 400, 200)]
    words += [
        Word("专", Box(100, 290, 176, 332), 0.98),
        Word("业", Box(158, 296, 196, 330), 0.98),
        word("机械设计制造及其自动化", 400, 298),
    ]
    document = only(Page(1, (1600, 1100), (1600, 1100), "ocr", tuple(words)))
    assert value(document.first("major")) == ("机械设计制造及其自动化", True)
