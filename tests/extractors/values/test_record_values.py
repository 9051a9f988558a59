"""Numbers of patents, periodicals, software, vocational certificates and CHSI reports; levels and sums of money."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import issn as stdnum_issn

from extractors.values import (
    amounts,
    chsi_code,
    cn_serial,
    issn,
    patent_number,
    publication_number,
    skill_levels,
    software_registration,
    vocational_number,
)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


@given(st.integers(2003, 2024), st.sampled_from("12389"), digits(7), st.sampled_from(["ZL", "ZL ", "zl", ""]))
def test_patent_number_round_trip(year: int, kind: str, serial: str, prefix: str) -> None:
    body = f"{year}{kind}{serial}"
    check = patent_number.check_digit(body)
    value = patent_number.parse(f"{prefix}{year} {kind} {serial}.{check}")
    assert value is not None
    assert (value.number, value.year, value.type) == (f"ZL{body}.{check}", year, patent_number.TYPES[kind])
    assert patent_number.parse(value.number) == value
    assert patent_number.compact(f"ZL{body}{check}") == value.number


@given(st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_no_patent_number(place: int, shift: int) -> None:
    right = "2021299999061"
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert not patent_number.is_valid(wrong)


@pytest.mark.parametrize(
    "number",
    [
        "ZL201910123456.X",
        "ZL201919999901.6",
        "ZL202029999903.3",
        "ZL202129999906.1",
        "ZL201980999991.X",
        "ZL95115608.X",
    ],
)
def test_known_patent_numbers(number: str) -> None:
    value = patent_number.parse(number)
    assert value is not None
    assert value.number == number


@pytest.mark.parametrize(
    ("read", "number"),
    [
        ("ZL 2O21 2 9999906.1", "ZL202129999906.1"),
        ("ZL 2021 2 9999906.l", "ZL202129999906.1"),
        ("2L 2021 2 9999906.1", "ZL202129999906.1"),
        ("ZL 2O2l 2 9999906.1", None),
        ("ZL 2021 2 9999906.2", None),
    ],
)
def test_patent_number_repair(read: str, number: str | None) -> None:
    value = patent_number.repair(read)
    assert (value.number if value else None) == number


@given(st.sampled_from(["1B", "1C", "2U", "2Y", "3S", "3D", "1A"]), digits(8))
def test_publication_number_round_trip(form: str, serial: str) -> None:
    value = publication_number.parse(f"CN {form[0]}{serial} {form[1]}")
    assert value is not None
    assert value.granted == (form != "1A")
    assert publication_number.parse(value.number) == value


@given(digits(7))
def test_issn_round_trip(body: str) -> None:
    number = f"{body[:4]}-{body[4:]}{stdnum_issn.calc_check_digit(body)}"
    value = issn.parse(f"ISSN：{number}")
    assert value is not None
    assert value.number == number
    assert issn.compact(number.replace("-", "")) == number


@pytest.mark.parametrize("text", ["ISSN 9999-0009", "9999-000", "2021-0045", "ISSN"])
def test_what_is_no_issn(text: str) -> None:
    assert issn.parse(text) is None


@pytest.mark.parametrize("read", ["9999-O008", "9999-00O8", "99g9-0008"])
def test_issn_repair(read: str) -> None:
    assert issn.repair(read) == issn.Issn("9999-0008", repaired=True)


@given(st.sampled_from(["11", "10", "33", "44", "65"]), st.integers(1, 9999), st.sampled_from(["", "/TH", "/G4", "/T"]))
def test_cn_serial_round_trip(region: str, serial: int, shelf: str) -> None:
    number = f"{region}-{serial:04}{shelf}"
    value = cn_serial.parse(f"CN {number}")
    assert value is not None
    assert (value.number, value.region) == (number, region)
    assert [f.value for f in cn_serial.find_all(f"国内统一刊号：CN {number} 邮发代号")] == [value]


@pytest.mark.parametrize("text", ["CN88-1234(HK)", "CN(HK)33-1234", "CN 33-59991/TH", "CN 99-1234", "CN 33-1234(HK)"])
def test_foreign_serials_are_none(text: str) -> None:
    assert cn_serial.parse(text) is None
    assert cn_serial.find_all(text) == []


@given(st.integers(1991, 2024), st.integers(0, 9999999))
def test_software_registration_round_trip(year: int, serial: int) -> None:
    number = f"{year}SR{serial:07}"
    value = software_registration.parse(f"{year} sr {serial:07}")
    assert value is not None
    assert (value.number, value.year) == (number, year)
    assert [f.value for f in software_registration.find_all(f"登记号：{number}。")] == [value]


@given(digits(4), digits(6), st.integers(0, 29), st.integers(1, 5), digits(6), st.sampled_from("YS"))
def test_skill_certificate_number_round_trip(
    head: str, station: str, year: int, level: int, serial: str, letter: str
) -> None:
    number = f"{letter}{head}33{station}{year:02}{level}{serial}"
    value = vocational_number.parse(f"{number[:5]} {number[5:]}")
    assert value is not None
    assert (value.number, value.year, value.form) == (number, 2000 + year, "skill_level")
    assert value.level == skill_levels.parse(f"{level}级")


@given(st.integers(0, 22), digits(7), st.integers(1, 5), digits(5))
def test_qualification_number_round_trip(year: int, middle: str, level: int, serial: str) -> None:
    number = f"{year:02}3{middle}{level}{serial}"
    value = vocational_number.parse(number)
    assert value is not None
    assert (value.form, value.year) == ("qualification", 2000 + year)


def test_two_lookalikes_are_not_repaired() -> None:
    value = vocational_number.repair("Y0OOO33000123212000045")
    assert value is None or not value.repaired


@pytest.mark.parametrize(
    ("text", "verifies", "numbers"),
    [
        ("A7KQ3MZX9R2LWTB5", True, False),
        ("123456789012", True, True),
        ("9999017", False, True),
        ("No.99990173", False, True),
    ],
)
def test_chsi_codes(text: str, verifies: bool, numbers: bool) -> None:
    value = chsi_code.parse(text)
    assert value is not None
    assert (value.verifies, value.numbers_report) == (verifies, numbers)
    assert chsi_code.parse(value.code) == value


@pytest.mark.parametrize("text", ["97-0123", "学信网验证", "A7KQ3MZX9R2LWT"])
def test_what_is_no_chsi_code(text: str) -> None:
    assert not chsi_code.is_valid(text)


@given(
    st.text("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=16, max_size=16).filter(lambda t: any(c.isdigit() for c in t))
)
def test_verification_code_round_trip(code: str) -> None:
    grouped = " ".join(code[i : i + 4] for i in range(0, 16, 4))
    assert chsi_code.compact(f"在线验证码：{grouped.lower()}") == code


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一级/高级技师", "高级技师"),
        ("国家职业资格二级", "技师"),
        ("技师（国家职业资格二级）", "技师"),
        ("叁级", "高级工"),
        ("四级/中级工", "中级工"),
        ("特级技师", "特级技师"),
        ("三级/技师", None),
        ("--", None),
    ],
)
def test_skill_levels(text: str, level: str | None) -> None:
    assert skill_levels.parse(text) == level


@given(st.integers(1, 99_999_999).map(lambda cents: Decimal(cents) / 100))
def test_amount_round_trip(value: Decimal) -> None:
    assert amounts.parse(f"￥{value:,.2f}元") == value
    assert amounts.parse(f"{value}万元") == value * 10_000
    assert amounts.compact(f"{value}元") == amounts.plain(value)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("60.00万元", "600000"),
        ("人民币（大写）：陆拾万元整", "600000"),
        ("壹佰贰拾万零伍佰元整", "1200500"),
        ("￥1,234,567.80", "1234567.8"),
        ("1.5亿元", "150000000"),
        ("86万", "860000"),
        ("600 000", None),
        ("三项", None),
        ("60", None),
    ],
)
def test_amounts(text: str, yuan: str | None) -> None:
    value = amounts.parse(text)
    assert (amounts.plain(value) if value is not None else None) == yuan


@pytest.mark.parametrize(
    "module",
    [
        amounts,
        chsi_code,
        cn_serial,
        issn,
        patent_number,
        publication_number,
        skill_levels,
        software_registration,
        vocational_number,
    ],
)
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
