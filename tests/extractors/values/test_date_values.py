"""Dates: every printed form, and no date out of a torn one."""

import datetime
import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values import date_ranges, dates, numerals
from extractors.values.dates import Incomplete, PartialDate

CHINESE = "〇一二三四五六七八九"


def spelled(number: int) -> str:
    """1-31 the way dates print it: 十, 十一, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, CHINESE[tens] + "十")
    return head + (CHINESE[ones] if ones else "")


FORMS = {
    "iso": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "slashes": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "digits": lambda d: f"{d:%Y%m%d}",
    "words": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "full-width": lambda d: f"{d.year}年{d.month:02}月{d.day:02}日".translate({48 + i: 0xFF10 + i for i in range(10)}),
    "chinese": lambda d: f"{''.join(CHINESE[int(c)] for c in str(d.year))}年{spelled(d.month)}月{spelled(d.day)}日",
    "circles": lambda d: (
        f"{''.join('○一二三四五六七八九'[int(c)] for c in str(d.year))}年{spelled(d.month)}月{spelled(d.day)}日"
    ),
}


@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(datetime.date(1930, 1, 1), datetime.date(2060, 12, 31)))
def test_every_form_round_trips(form: str, day: datetime.date) -> None:
    printed = FORMS[form](day)
    assert dates.compact(printed) == day.isoformat()
    assert dates.is_valid(printed)
    found = dates.find_all(f"生于{printed}，特此")
    assert [f.value.iso() for f in found] == [day.isoformat()]
    assert dates.parse(f"生于{printed}，特此"[found[0].start : found[0].end]) == found[0].value


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("二零一五年六月", "2015-06"),
        ("二O一五年六月三十日", "2015-06-30"),
        ("二0一五年六月卅日", "2015-06-30"),
        ("二〇〇八年元月廿五日", "2008-01-25"),
        ("贰零壹伍年", "2015"),
        ("2021年度", "2021"),
        ("1992.8", "1992-08"),
        ("201506", "2015-06"),
        ("2O14年6月", "2014-06"),
        ("2014年6月2曰", "2014-06-02"),
        ("2023-08-03 10:23:45", "2023-08-03"),
        ("一九九二年八月十五日生", "1992-08-15"),
        ("2014车6月", "2014-06"),
    ],
)
def test_printed_forms(printed: str, iso: str) -> None:
    value = dates.parse(printed)
    assert value is not None
    assert value.iso() == iso
    assert not value.doubtful


@pytest.mark.parametrize("printed", ["二〇-五年六月", "二〇一五年十-月", "二〇一五年+月", "2015年6月30"])
def test_a_guessed_stroke_is_doubtful(printed: str) -> None:
    value = dates.parse(printed)
    assert value is not None
    assert value.doubtful


@pytest.mark.parametrize(
    "torn",
    ["五年六月十日", "年六月三十日", "六月三十日", "三年一月十日", "二一五年六月", "〇一五年", "015.06.30", "一五年"],
)
def test_a_torn_date_is_incomplete(torn: str) -> None:
    value = dates.read(torn)
    assert isinstance(value, Incomplete)
    assert dates.parse(torn) is None
    assert dates.find_all(f"日期{torn}止") == []


@pytest.mark.parametrize(
    ("torn", "guess"),
    [
        ("九七年七月", "1997-07"),
        ("15年6月", "2015-06"),
        ("2015年6月日", "2015-06"),
        ("2014年6", "2014-06"),
        ("97.07.01", "1997-07-01"),
    ],
)
def test_an_incomplete_date_may_carry_a_guess(torn: str, guess: str) -> None:
    value = dates.read(torn)
    assert isinstance(value, Incomplete)
    assert value.guess is not None
    assert value.guess.iso() == guess


@pytest.mark.parametrize(
    "printed",
    [
        "2015年13月",
        "2015年6月31日",
        "2015年2月29日",
        "2915年6月",
        "年月日",
        "元月",
        "96.5",
        "周启航",
        "",
        "20151",
        "2021年12月-日",
    ],
)
def test_what_is_no_date(printed: str) -> None:
    assert dates.read(printed) is None


@given(st.text(st.sampled_from("〇○一二三四五六七八九十O0129年月日.-/ 生于"), max_size=14))
def test_soup_gives_a_date_only_with_four_year_digits(soup: str) -> None:
    value = dates.parse(soup)
    if value:
        assert dates.FIRST_YEAR <= value.year <= dates.LAST_YEAR
        assert dates.parse(value.iso()) == value
    for found in dates.find_all(soup):
        assert dates.parse(soup[found.start : found.end]) == found.value


def test_find_incomplete_reports_the_place() -> None:
    text = "性别男，五年六月 十日生，于二〇一〇年九月至二〇一四年六月"
    found = dates.find_incomplete(text)
    assert [text[f.start : f.end] for f in found] == ["五年六月 十日"]


def test_partial_date_bounds() -> None:
    assert PartialDate(2016, 2).latest() == datetime.date(2016, 2, 29)
    assert PartialDate(2016).earliest() == datetime.date(2016, 1, 1)
    assert PartialDate(2016, 2, 3).precision == "day"
    with pytest.raises(ValueError, match="month"):
        PartialDate(2016, day=3)


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("于2010年9月至2014年6月", "2010-09/2014-06"),
        ("自2020年1月1日起至2022年12月31日止", "2020-01-01/2022-12-31"),
        ("2010.09-2014.06", "2010-09/2014-06"),
        ("2010-09-2014-06", "2010-09/2014-06"),
        ("2010年9月—2014年6月", "2010-09/2014-06"),
        ("201908-202107", "2019-08/2021-07"),
        ("2021.07.12-07.20", "2021-07-12/2021-07-20"),
        ("2014年3月至6月", "2014-03/2014-06"),
        ("2020-2022", "2020/2022"),
        ("自二〇二〇年三月起", "2020-03/"),
        ("2018年1月至今", "2018-01/"),
    ],
)
def test_ranges(printed: str, normal: str) -> None:
    assert date_ranges.compact(printed) == normal
    assert date_ranges.is_valid(printed)


@pytest.mark.parametrize(
    "torn", ["于二〇一〇年九月至年六月", "于〇年九月至二〇一四年六月", "于二〇一〇年九月至六月", "2010.09-"]
)
def test_a_torn_range_is_none(torn: str) -> None:
    assert date_ranges.parse(torn) is None


def test_a_backward_range_is_read_but_not_valid() -> None:
    assert date_ranges.parse("2014.06-2010.09") is not None
    assert not date_ranges.is_valid("2014.06-2010.09")


@given(st.integers(0, 99_999_999))
def test_numerals_count_and_position(number: int) -> None:
    assert numerals.parse(str(number)) == number
    assert numerals.parse("".join(CHINESE[int(c)] for c in str(number))) == number
    assert numerals.parse(f"{number:,}") == number


@given(st.integers(1, 99))
def test_numerals_with_ten(number: int) -> None:
    assert numerals.parse(spelled(number)) == number
    assert numerals.is_valid(spelled(number))


@pytest.mark.parametrize(
    ("text", "number"), [("贰佰零伍", 205), ("两百", 200), ("三万零五十", 30050), ("一亿", 10**8), ("陆拾万", 600_000)]
)
def test_numerals_with_units(text: str, number: int) -> None:
    assert numerals.parse(text) == number


@pytest.mark.parametrize("text", ["十十", "百", "二三十", "十百", "〇十", "万", "1,23", "abc"])
def test_what_is_no_numeral(text: str) -> None:
    assert numerals.parse(text) is None


@pytest.mark.parametrize("module", [dates, date_ranges, numerals])
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2060, 12, 31)), st.data())
def test_lost_characters_never_change_the_year(day: datetime.date, data: st.DataObject) -> None:
    printed = FORMS["chinese"](day)
    lost = data.draw(st.sets(st.integers(0, len(printed) - 1), min_size=1, max_size=3))
    torn = "".join(c for i, c in enumerate(printed) if i not in lost)
    value = dates.parse(torn)
    assert value is None or value.year == day.year
    for found in dates.find_all(f"在本校{torn}校长"):
        assert found.value.year == day.year


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("证书编号:990011201405000123二〇一四年六月二十日", "2014-06-20"),
        ("编号97012 二 ○ 一 四年六月", "2014-06"),
        ("第三2014年6月", "2014-06"),
    ],
)
def test_a_number_glued_to_a_date_is_not_part_of_it(text: str, iso: str) -> None:
    assert [found.value.iso() for found in dates.find_all(text)] == [iso]


def test_a_date_that_goes_on_is_doubtful() -> None:
    assert [f.value.doubtful for f in dates.find_all("二〇一五年六三十日")] == [True]
    assert [f.value.doubtful for f in dates.find_all("于2015年6月至")] == [False]
    assert dates.find_all("二〇一五六月三十日") == []
    assert dates.read("二〇一五六月三十日") == Incomplete("二〇一五六月三十日", PartialDate(2015, 6, 30))


@pytest.mark.parametrize(
    ("read", "iso", "doubtful"),
    [
        ("2Q11.09", "2011-09", True),
        ("20Ω3年7月5日", "2003-07-05", True),
        ("1993,11.02", "1993-11-02", False),
        ("二〇一五十六月二十五日", "2015-06-25", False),  # 年 read as 十: there is no sixteenth month
    ],
)
def test_characters_read_as_their_look_alikes(read: str, iso: str, doubtful: bool) -> None:
    (found,) = dates.find_all(read)
    assert (found.value.iso(), found.value.doubtful) == (iso, doubtful)
    assert dates.parse("二〇一五十二月") is None  # of February, or of December


@pytest.mark.parametrize("text", ["2020年0月23日", "2020年6月0日", "2020.00.23", "2020-06-00"])
def test_a_month_or_day_of_nought_is_misread(text: str) -> None:
    assert dates.parse(text) is None
    assert dates.find_all(text) == []
