"""Numbers: what is right is read, what is wrong is not, and repair is told."""

import datetime
import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric
from stdnum.cn import uscc as stdnum_uscc

from extractors.values import (
    certificate_number,
    degree_number,
    hours,
    id_number,
    lookalikes,
    title_number,
    uscc,
    years,
)

DIGITS = st.text("0123456789", min_size=3, max_size=3)


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2010, 1, 1)), DIGITS)
def test_id_number_round_trip(born: datetime.date, serial: str) -> None:
    body = f"330699{born:%Y%m%d}{serial}"
    number = body + ric.calc_check_digit(body + "0")
    value = id_number.parse(f"{number[:6]} {number[6:14]}-{number[14:].lower()}")
    assert value is not None
    assert (value.number, value.birth_date) == (number, born)
    assert value.gender == ("男" if int(serial[2]) % 2 else "女")
    old = id_number.parse(f"330699{born:%y%m%d}{serial}") if 1930 <= born.year < 2000 else None
    assert old is None or old.agrees_with(value)


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_never_valid(place: int, shift: int) -> None:
    right = "330699199208150035"
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert not id_number.is_valid(wrong)


def test_id_numbers_that_stdnum_refuses_are_right() -> None:
    assert id_number.is_valid("330682185006158819")


@pytest.mark.parametrize(
    "read", ["33O699199208150035", "33069919920B150035", "33069919920815003S", "3306991992o8150035"]
)
def test_one_lookalike_is_repaired_and_told(read: str) -> None:
    value = id_number.repair(read)
    assert value is not None
    assert value.number == "330699199208150035"
    assert value.repaired
    assert id_number.parse(read) is None


@pytest.mark.parametrize(
    "read", ["33O6991992O8150035", "330699199208150036", "33069919920815003", "3306991992081500K5", "周启航"]
)
def test_what_is_not_repaired(read: str) -> None:
    assert id_number.repair(read) is None


def test_masked_numbers_agree_but_are_not_checked() -> None:
    value = id_number.parse("330699********0035")
    full = id_number.parse("330699199208150035")
    other = id_number.parse("330699198807030022")
    assert value is not None
    assert full is not None
    assert other is not None
    assert value.masked
    assert value.gender == "男"
    assert not id_number.is_valid("330699********0035")
    assert value.agrees_with(full)
    assert not value.agrees_with(other)


def test_id_numbers_in_text() -> None:
    text = "姓名 周启航 身份证号：330699199208150035，编号 1330699199208150035"
    assert [text[f.start : f.end] for f in id_number.find_all(text)] == ["330699199208150035"]


@pytest.mark.parametrize(
    "code",
    ["91330699999900011C", "9133069999990002X4", "11330699999900038C", "123306999999000464", "N2330699MF99999006"],
)
def test_credit_codes(code: str) -> None:
    assert uscc.is_valid(code)
    assert uscc.is_valid(f" {code[:8]} {code[8:].lower()}")
    assert not uscc.is_valid(code[:-1] + ("1" if code[-1] != "1" else "2"))


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
def test_credit_code_repair_gives_the_code_back(organisation: str) -> None:
    body = f"91330699{organisation}"
    code = body + stdnum_uscc.calc_check_digit(body)
    assert uscc.is_valid(code)
    misread = code.replace("2", "Z").replace("5", "S").replace("0", "O").replace("1", "I")
    value = uscc.repair(misread)
    assert value is not None
    assert value.code == code
    assert value.repaired == (misread != code)


def test_credit_code_v() -> None:
    body = "91330699U99900011"
    code = body + stdnum_uscc.calc_check_digit(body)
    value = uscc.repair(code.replace("U", "V"))
    assert value is not None
    assert value.code == code
    assert uscc.repair("周启航") is None


@pytest.mark.parametrize(
    ("number", "form", "level", "programmes", "year"),
    [
        ("990011201405000123", "registered", "本科", ("普通",), 2014),
        ("9900 1120 1405 0001 23", "registered", "本科", ("普通",), 2014),
        ("990025201605000456", "registered", "本科", ("成人",), 2016),
        ("990031200806001234", "registered", "大专", ("普通",), 2008),
        ("99001120010500123", "registered", "本科", ("普通",), 2001),
        ("990047201505112233", "registered", "本科", ("网络",), 2015),
        ("511615201505112233", "registered", "本科", ("成人", "开放"), 2015),
        ("65330604151123457", "self_taught", "本科", ("自考",), None),
        ("97-0123", "legacy", None, (), None),
        ("990014201405000123", "legacy", None, (), None),
        ("99001120140500012", "registered", "本科", ("普通",), 2014),
    ],
)
def test_certificate_numbers(
    number: str, form: str, level: str | None, programmes: tuple[str, ...], year: int | None
) -> None:
    value = certificate_number.parse(number)
    assert value is not None
    assert (value.form, value.level, value.programmes, value.year) == (form, level, programmes, year)
    assert certificate_number.is_valid(number) == (form != "legacy")


@given(st.integers(0, 999_999), st.integers(2003, 2030), st.sampled_from("157"), st.sampled_from(["05", "06"]))
def test_certificate_number_round_trip(serial: int, year: int, kind: str, level: str) -> None:
    number = f"99001{kind}{year}{level}{serial:06}"
    value = certificate_number.repair(number.replace("0", "O").replace("1", "l"))
    assert value is not None
    assert (value.number, value.year, value.repaired) == (number, year, True)
    text = f"证书编号：{number[:9]} {number[9:]} 校长"
    found = certificate_number.find_all(text)
    assert [f.value.number for f in found] == [number]


def test_an_id_number_may_look_like_a_certificate_number_only_by_form() -> None:
    assert not certificate_number.is_valid("330699199208150035")


@pytest.mark.parametrize(
    ("number", "form", "level"),
    [
        ("9900142014000123", "digits", "学士"),
        ("C9900242007000045", "lettered", "学士"),
        ("9900142007S00012", "lettered", "学士"),
        ("C9900142007Z00031", "lettered", "学士"),
        ("Z9900132012000088", "lettered", "硕士"),
        ("Z9900132017000088", "legacy", None),
        ("9900172014000123", "legacy", None),
    ],
)
def test_degree_numbers(number: str, form: str, level: str | None) -> None:
    value = degree_number.parse(number)
    assert value is not None
    assert (value.form, value.level) == (form, level)
    assert degree_number.is_valid(number) == (form != "legacy")


def test_degree_number_repair() -> None:
    value = degree_number.repair("99OO142014OOO123")
    assert value is not None
    assert (value.number, value.repaired) == ("9900142014000123", True)
    assert degree_number.parse("工学学士") is None


def test_title_numbers() -> None:
    assert title_number.compact("Z3306042016T0099") == "Z3306042016T0099"
    assert title_number.is_valid("浙中职字第 2016-0012 号")
    assert not title_number.is_valid("工程师")


@given(st.decimals(0, 9999, places=2))
def test_hours_round_trip(value: Decimal) -> None:
    printed = hours.plain(value)
    assert hours.parse(f"{printed}学时") == value
    assert hours.compact(f" {value} 课时") == printed


@pytest.mark.parametrize(
    ("text", "normal"), [("九十", "90"), ("共计９６学时", "96"), ("96.0", "96"), ("一百二十学时", "120")]
)
def test_hours(text: str, normal: str) -> None:
    assert hours.compact(text) == normal
    assert hours.is_valid(text)


@pytest.mark.parametrize("text", ["9O", "9 6", "-6", "", "十十", "10000", "2021年", "96学时(含公需)"])
def test_unclear_hours_are_none(text: str) -> None:
    assert hours.parse(text) is None


@given(st.integers(1950, 2090), st.integers(0, 8))
def test_years_round_trip(first: int, more: int) -> None:
    expected = tuple(range(first, first + more + 1))
    assert years.parse(f"{first}-{first + more}年度" if more else f"{first}年") == expected
    assert years.parse("、".join(map(str, expected))) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("专业技术人员年度考核表（2021年度）", [(2021,)]),
        ("年度考核表（2021）年度", [(2021,)]),
        ("近三年（2020-2022）年度考核表", [(2020, 2021, 2022)]),
        ("二○二一年度 考核登记", [(2021,)]),
        ("2021年3月负责", []),
        ("二一年度", []),
        ("YZ-2000型", []),
    ],
)
def test_years_in_text(text: str, values: list[tuple[int, ...]]) -> None:
    assert [found.value for found in years.find_all(text)] == values


@pytest.mark.parametrize("text", ["21年度", "二一年度", "2022-2020年", "1990-2022年", "年度"])
def test_what_names_no_years(text: str) -> None:
    assert years.parse(text) is None
    assert years.compact(text)


def test_recent_years() -> None:
    assert years.recent("近3年合并考核") == 3
    assert years.recent("最近两年") == 2


@pytest.mark.parametrize(
    "module", [certificate_number, degree_number, hours, id_number, lookalikes, title_number, uscc, years]
)
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_labels_and_gaps_around_numbers() -> None:
    assert certificate_number.compact("证书编号：990011201405000123") == "990011201405000123"
    assert certificate_number.compact("No.990011201405000123") == "990011201405000123"
    text = "身份证号 330699 19920815 0035 周启航"
    assert [found.value.number for found in id_number.find_all(text)] == ["330699199208150035"]
