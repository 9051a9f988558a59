"""Appointment papers that name several persons give each person's fields a row."""

import pytest
from drawn_words import page, table

from extractors.kinds.appointment_letter import AppointmentLetter, post
from extractors.layout.view import PageView
from models.page import Page

TABLE = table(
    [
        ["序号", "姓名", "聘任职务", "聘期"],
        ["1", "周启航", "助理工程师", "2020.01-2022.12"],
        ["2", "沈若岚", "工程师", "2020.01-2022.12"],
    ],
    title="关于聘任专业技术职务的通知",
    below="越州精工机械有限公司\n2019年12月30日",
)
LIST = page("""
^关于聘任专业技术职务的通知
各部门：经研究，决定聘任以下同志专业技术职务：
1.周启航 | 助理工程师
2.沈若岚 | 工程师
聘期自2020年1月1日起至2022年12月31日止。
>越州精工机械有限公司
>2019年12月30日
""")
SENTENCE = page("""
^关于聘任周启航等同志专业技术职务的通知
经研究，决定聘任周启航、沈若岚等2位同志为助理工程师职务，聘期自2020年1月1日起至2022年12月31日止。
>越州精工机械有限公司
>2019年12月30日
""")


def rows(made: Page) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for field in AppointmentLetter().extract([PageView(made)]):
        if field.row is not None:
            assert field.confidence >= 0.5, field
            found.setdefault(field.row, {})[field.name] = field.value
    return [found[row] for row in sorted(found)]


def common(made: Page) -> dict[str, str]:
    return {
        f.name: f.value for f in AppointmentLetter().extract([PageView(made)]) if f.row is None and f.confidence >= 0.5
    }


def test_table_of_persons() -> None:
    assert rows(TABLE) == [
        {"name": "周启航", "title": "助理工程师", "start_date": "2020-01", "end_date": "2022-12"},
        {"name": "沈若岚", "title": "工程师", "start_date": "2020-01", "end_date": "2022-12"},
    ]
    assert common(TABLE) == {"employer": "越州精工机械有限公司", "issue_date": "2019-12-30"}


TERM = {"start_date": "2020-01-01", "end_date": "2022-12-31"}


def test_list_of_persons() -> None:
    assert rows(LIST) == [
        {"name": "周启航", "title": "助理工程师", **TERM},
        {"name": "沈若岚", "title": "工程师", **TERM},
    ]
    assert common(LIST)["start_date"] == "2020-01-01"
    assert common(LIST)["end_date"] == "2022-12-31"


def test_persons_in_one_sentence() -> None:
    assert rows(SENTENCE) == [
        {"name": "周启航", "title": "助理工程师", **TERM},
        {"name": "沈若岚", "title": "助理工程师", **TERM},
    ]


def test_each_title_of_a_decision_has_its_persons() -> None:
    made = page("""
^关于聘任专业技术职务的决定
经研究，决定：
聘任周启航、沈若岚同志为工程师；
聘任李明同志为助理工程师。
以上人员聘期三年，自2020年1月1日至2022年12月31日。
>越州精工机械有限公司
>2019年12月30日
""")
    assert rows(made) == [
        {"name": "周启航", "title": "工程师", **TERM},
        {"name": "沈若岚", "title": "工程师", **TERM},
        {"name": "李明", "title": "助理工程师", **TERM},
    ]


def test_the_end_of_a_term_by_other_names() -> None:
    made = table(
        [
            ["序号", "姓名", "聘任职务", "起聘日期", "聘期届满"],
            ["1", "周启航", "助理工程师", "2020.01.01", "2022,12.31"],
            ["2", "沈若岚", "工程师", "2020.01.01", "2022.12.31"],
        ],
        title="关于聘任专业技术职务的通知",
        below="越州精工机械有限公司",
    )
    assert [(row["start_date"], row["end_date"]) for row in rows(made)] == [("2020-01-01", "2022-12-31")] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("助理工程师", "助理工程师"),
        ("机械助理工程师", "助理工程师"),
        ("工艺工程师", "工艺工程师"),
        ("机械工程师职务", "工程师"),
        ("越州精工机械有限公司技术部经理", "技术部经理"),
        ("2021年3月", None),
    ],
)
def test_posts_and_titles(text: str, value: str | None) -> None:
    parsed = post(text)
    assert (parsed.value if parsed else None) == value


def test_clauses_of_one_person_each() -> None:
    made = page("""
^专业技术职务聘任决定
根据公司评聘结果，决定聘任以下人员：
1.周启航，聘任为工程师，聘期自2020年1月1日至2022年12月31日；
2.沈若岚，聘任为助理工程师，聘期自2020年1月1日至2022年12月31日；
>越州精工机械有限公司
>2019年12月30日
""")
    assert rows(made) == [
        {"name": "周启航", "title": "工程师", **TERM},
        {"name": "沈若岚", "title": "助理工程师", **TERM},
    ]


def test_two_persons_a_row() -> None:
    made = table(
        [["姓名", "聘任职务", "姓名", "聘任职务"], ["周启航", "工程师", "沈若岚", "助理工程师"]],
        title="专业技术人员聘任一览表",
        below="越州精工机械有限公司",
    )
    assert rows(made) == [{"name": "周启航", "title": "工程师"}, {"name": "沈若岚", "title": "助理工程师"}]


def test_a_term_that_only_some_clauses_tell_is_nobody_elses() -> None:
    made = page("""
    ^关于聘任滕斌等三位同志专业技术职务的决定
    一、聘任滕斌同志为工程师，聘期自2020年1月1日至2022年12月31日；
    二、聘任骆一同志为助理工程师，聘期自2021年1月1日至2023年12月31日；
    三、聘任郜敏同志为技术员。
    >2019年12月30日
    """)
    assert [(row["name"], row.get("start_date")) for row in rows(made)] == [
        ("滕斌", "2020-01-01"),
        ("骆一", "2021-01-01"),
        ("郜敏", None),
    ]


def test_names_with_titles_in_brackets_are_a_list() -> None:
    made = page("""
    ^聘任通知
    经公司职称聘任委员会评议，聘任：
    滕斌（电气工程师）、骆一（助理工程师）、郜敏（助理工程师），
    聘期从2021年3月1日起至2024年2月29日止。
    """)
    assert [(row["name"], row["title"], row["end_date"]) for row in rows(made)] == [
        ("滕斌", "工程师", "2024-02-29"),
        ("骆一", "助理工程师", "2024-02-29"),
        ("郜敏", "助理工程师", "2024-02-29"),
    ]


def test_of_a_title_held_and_a_post_given_the_post_counts() -> None:
    made = table(
        [
            ["姓名", "资格名称", "聘任职务", "聘任起止时间"],
            ["滕斌", "工程师", "助理工程师", "2019.1-2021.12"],
            ["骆一", "助理工程师", "技术员", "2019.1-2021.12"],
        ],
        title="专业技术职务聘任花名册",
    )
    assert [(row["name"], row["title"]) for row in rows(made)] == [("滕斌", "助理工程师"), ("骆一", "技术员")]


RECORD = table(
    [
        ["聘任专业技术职务", "聘任期限", "类别", "聘任单位(盖章)"],
        ["助理工程师", "2015年1月至\n2017年12月", "聘任", "越州精工机械有限公司"],
        ["工程师", "2018年1月至\n2020年12月", "续聘", "越州精工机械有限公司"],
    ],
    title="专业技术职务聘任证书",
    below="持证人：周启航",
)


def test_terms_of_one_person() -> None:
    assert rows(RECORD) == [
        {"title": "助理工程师", "start_date": "2015-01", "end_date": "2017-12"},
        {"title": "工程师", "start_date": "2018-01", "end_date": "2020-12"},
    ]
    assert common(RECORD) == {"name": "周启航", "employer": "越州精工机械有限公司"}


@pytest.mark.parametrize("head", ["终聘时间", "聘满之时"])
def test_what_stands_on_one_persons_line_is_nobody_elses(head: str) -> None:
    made = table(
        [
            ["序号", "姓名", "聘任职务", "起聘时间", head],
            ["1", "沈若岚", "助理工程师", "2019.01.01", "2021.12.31"],
            ["2", "周启航", "工程师", "2019.01.01", "2023.12.31"],
        ],
        title="专业技术职务聘任名单",
    )
    ends = [row.get("end_date", "") for row in rows(made)]
    assert ends == (["2021-12-31", "2023-12-31"] if head == "终聘时间" else ["", ""])
    assert "end_date" not in common(made)
