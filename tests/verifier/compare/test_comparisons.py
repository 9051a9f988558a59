"""Every comparison, every outcome, with the reason a reviewer reads."""

import doctest
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.values.dates import PartialDate
from verifier.compare import (
    Comparison,
    compare_date,
    compare_major,
    compare_name,
    compare_number,
    compare_organisation,
    compare_patent_number,
    compare_school,
    compare_text,
    compare_title,
    dates,
    differences,
    majors,
    numbers,
    schools,
)
from verifier.compare.differences import differences as differing

Compare = Callable[[str, str], Comparison]
ALL: list[Compare] = [
    compare_date,
    compare_major,
    compare_name,
    compare_number,
    compare_organisation,
    compare_patent_number,
    compare_school,
    compare_text,
    compare_title,
]

CASES: dict[Compare, list[tuple[str, str, str]]] = {
    compare_name: [
        ("周启航", "周启航", "equal"),
        ("周启航", "周 启 航 同志", "folded"),
        ("阿依·古丽", "阿依・古丽", "folded"),
        ("阿依·古丽", "阿依古丽", "near"),
        ("周启航", "周启杭", "lookalike"),
        ("张伟", "张玮", "lookalike"),
        ("萧然", "肖然", "near"),
        ("周启航", "周啟航", "near"),
        ("周启航", "周起航", "near"),
        ("周启航", "周\ue123航", "near"),
        ("周启航", "周启", "near"),
        ("周启航", "ZHOU QIHANG", "near"),
        ("ZHOU QIHANG", "Qihang Zhou", "near"),
        ("周启航", "周启航（曾用名周航）", "near"),
        ("周启航", "周启航性别男", "near"),
        ("周启航", "沈若岚", "different"),
        ("周启航", "周启明", "different"),
        ("张伟", "张强", "different"),
        ("周启航", "□□□", "unreadable"),
        ("周启航", "", "unreadable"),
    ],
    compare_organisation: [
        ("越州精工机械有限公司", "越州精工机械有限公司", "equal"),
        ("越州精工（浙江）有限公司", "越州精工〔浙江〕 有限公司（盖章）", "folded"),
        ("越州精工機械有限公司", "越州精工机械有限公司", "folded"),
        ("越州精工机械有限公司", "越州精工机械有限责任公司", "alias"),
        ("越州精工机械有限公司", "越州精工机械有限公司技术部", "alias"),
        ("浙江省越州精工机械有限公司", "浙江越州精工机械有限公司", "alias"),
        ("绍兴市上虞区人力资源和社会保障局", "上虞区人力资源和社会保障局", "alias"),
        ("绍兴市上虞区民政局", "绍兴市上虞县民政局", "alias"),
        ("越州精工机械有限公司", "越州精工机械股份有限公司", "near"),
        ("越州精工机械有限公司", "越州精工机械有限公司杭州分公司", "near"),
        ("越州精工机械有限公司", "越州精工机械集团有限公司", "near"),
        ("越州精工机械有限公司", "浙江越州精工机械有限公司", "near"),
        ("越州精工机械有限公司", "越州精工", "near"),
        ("越州精工机械有限公司", "越州精工机械有限公", "near"),
        ("越州精工机械有限公司", "越州精工机诫有限公司", "lookalike"),
        ("越州精工机械有限公司", "稽山智能装备股份有限公司", "different"),
        ("越州精工有限公司", "越州宏达有限公司", "different"),
        ("嵩坝精密模具（浙江）有限公司", "青密模具(浙江)有限公司", "near"),
        ("绍兴砚墨轴承有限公司", "绍兴碳量轴承有限公司", "near"),
        ("越州精工机械有限公司", "越州海纳阀门有限公司", "different"),
        ("越州精工机械有限公司", "＿＿", "unreadable"),
    ],
    compare_school: [
        ("越州理工大学", "越州理", "near"),
        ("越州大学理工学院", "越州大学", "near"),
        ("越州理工大学", "越州", "different"),
        ("越州理工大学", "越州理工大学", "equal"),
        ("越州理工大学", "越州理工大學（章）", "folded"),
        ("浙江理工大学", "浙江丝绸工学院", "alias"),
        ("浙江工程学院", "浙江理工大学", "alias"),
        ("越州理工大学", "越州理工大字", "lookalike"),
        ("浙江大学", "浙江大学城市学院", "near"),
        ("越州理工大学", "越州理工学院", "near"),
        ("浙江工业大学", "浙江工大学", "near"),
        ("浙江工业大学", "浙江工商大学", "different"),
        ("江苏理工学院", "江苏理工大学", "different"),
        ("越州理工大学", "稽山职业技术学院", "different"),
        ("越州理工大学", " ", "unreadable"),
    ],
    compare_major: [
        ("机械工程", "机械工程", "equal"),
        ("机械工程", "机械工程专业（网络教育）", "folded"),
        ("机械设计制造及其自动化", "机械设计制造与自动化", "alias"),
        ("机械工程（数控方向）", "机械工程", "alias"),
        ("机械工程", "机械工程及自动化", "alias"),
        ("机械设计制造及其自动化", "机械电子工程", "near"),
        ("机械设计制造及其自动化", "机械设计制造及其自动", "near"),
        ("市场营销", "松崖工业学院", "near"),
        ("机械电子工程", "该生已完成规定的学业", "near"),
        ("机电一体化技术", "机电一体化技求", "near"),
        ("机械设计制造及其自动化", "机诫设计制造及其自动化", "lookalike"),
        ("机械工程", "工商管理", "different"),
        ("电气工程", "电子工程", "different"),
        ("机械工程", "", "unreadable"),
    ],
    compare_date: [
        ("2014-06", "2014-06", "equal"),
        ("2014-06", "2014年6月", "folded"),
        ("2014-06", "2014-06-20", "folded"),
        ("2014", "二〇一四年六月", "folded"),
        ("2014-06-20", "2014-06-30", "different"),
        ("2014-06", "2014-07", "different"),
        ("2014-06", "2015", "different"),
        ("2014-06", "二〇一四年十-月", "near"),
        ("2014-06", "四年六月", "unreadable"),
        ("2014-06", "", "unreadable"),
    ],
    compare_number: [
        ("990011201405000123", "990011201405000123", "equal"),
        ("990011201405000123", "9900 1120 1405 000123", "folded"),
        ("Z330604-2016t0099", "Z3306042016T0099", "folded"),
        ("330699199208150035", "330699********0035", "alias"),
        ("330699199208150035", "330699920815003", "alias"),
        ("990011201405000123", "99OO11201405000l23", "lookalike"),
        ("990011201405000123", "990011201405000128", "near"),
        ("990011201405000123", "99001120140500123", "near"),
        ("330699199208150035", "330699********0022", "different"),
        ("330699199208150035", "330699****0035", "near"),
        ("330699199208150035", "3****************5", "near"),
        ("990011201405000123", "990031200806001234", "different"),
        ("330699199208150035", "330699930815003", "different"),
        ("990011201405000123", "---", "unreadable"),
        ("证书编号：海职证202005113", "海职证202005113", "folded"),
        ("No.海职证202005113", "海职证202005113", "folded"),
        ("编99字202005113", "字202005113", "different"),
        ("990011201405000123", "9900112014", "near"),  # the line's end was not read
        ("990011201405000123", "99001", "different"),
    ],
    compare_patent_number: [
        ("ZL202129999906.1", "ZL202129999906.1", "equal"),
        ("202129999906.1", "ZL202129999906.1", "folded"),
        ("ZL 2021 2 9999906.1", "ZL2021299999061", "folded"),
        ("ZL202129999906.1", "ZL202129999916.1", "near"),
        ("ZL202129999906.1", "ZL202019999903.2", "different"),
        ("专利号：202129999906.1", "ZL202129999906.1", "folded"),
        ("", "ZL202129999906.1", "unreadable"),
    ],
    compare_text: [
        ("先进工作者", "先进工作者", "equal"),
        ("先进工作者", "先進工作者。", "folded"),
        ("《先进工作者》", "先进工作者", "folded"),
        ("《》", "先进工作者", "different"),
        ("浙江省智能工厂", "浙江省", "near"),
        ("浙江省智能工厂", "智能工", "different"),
        ("钳工", "钳土", "lookalike"),
        ("高精度轴承磨削工艺及装备", "高精度轴承磨削工艺装备", "near"),
        ("高精度轴承磨削工艺及装备", "轴承磨削工艺及装备", "near"),
        ("男", "女", "different"),
        ("钳工", "电工", "different"),
        ("钳工", "", "unreadable"),
    ],
    compare_title: [
        ("助理工程师", "助理工程师", "equal"),
        ("助理工程师", "助 理 工 程 师", "folded"),
        ("助理工程师", "机械助理工程师", "alias"),
        ("助理工程师", "助理工程帅", "lookalike"),
        ("助理工程师", "助理工程沛", "near"),
        ("助理工程师", "助理", "near"),
        ("高级工程师", "高级", "near"),
        ("助理工程师", "技术员", "different"),
        ("助理工程师", "助工", "alias"),
        ("助理工程师", "工程师（机械）", "different"),
        ("工程师", "工程师（机械）", "alias"),
        ("助理工程师", "工程师", "different"),
        ("助理工程师", "助理经济师", "different"),
        ("助理工程师", "", "unreadable"),
    ],
}


@pytest.mark.parametrize(
    ("compare", "declared", "read", "outcome"),
    [(compare, *case) for compare, cases in CASES.items() for case in cases],
)
def test_outcomes(compare: Compare, declared: str, read: str, outcome: str) -> None:
    found = compare(declared, read)
    assert found.outcome == outcome, found
    assert found.reason
    assert 0 <= found.score <= 1


@pytest.mark.parametrize("compare", ALL)
def test_every_outcome_but_unused_ones_has_a_case(compare: Compare) -> None:
    seen = {outcome for _, _, outcome in CASES[compare]}
    assert {"equal", "folded", "different", "unreadable"} <= seen


WORDS = st.text(
    "周启航杭沈若岚机械诫制造工程有限责任公司大学院浙江省绍兴市上虞区0O1l2345年月-· （）分", min_size=1, max_size=14
)


@pytest.mark.parametrize("compare", ALL)
@settings(deadline=None)
@given(WORDS, WORDS)
def test_comparing_never_raises_and_is_symmetric(compare: Compare, one: str, two: str) -> None:
    there, back = compare(one, two), compare(two, one)
    assert there.outcome == back.outcome
    assert there.score == pytest.approx(back.score)
    assert there.answer in ("same", "alias", "near", "different", "unreadable")


@pytest.mark.parametrize("compare", ALL)
@settings(deadline=None)
@given(WORDS)
def test_a_text_is_the_same_as_itself(compare: Compare, text: str) -> None:
    assert compare(text, text).answer in ("same", "unreadable")


@pytest.mark.parametrize("compare", ALL)
def test_nothing_declared_or_read(compare: Callable[[str | None, str | None], Comparison]) -> None:
    assert compare(None, "周启航").outcome == "unreadable"
    assert compare("周启航", None).outcome == "unreadable"


def test_an_unclear_reading_of_one_character_is_no_other_person() -> None:
    assert compare_name("周启航", "周启明").outcome == "different"
    assert compare_name("周启航", "周启明", confidence=0.5).outcome == "near"
    assert compare_name("周启航", "沈若岚", confidence=0.5).outcome == "different"


def test_the_former_name_is_for_a_person_to_look_at() -> None:
    assert compare_name("周启航", "周大勇", former="周大勇").outcome == "near"
    assert compare_name("周启航", "李大勇", former="周大勇").outcome == "different"


@pytest.mark.parametrize(
    ("read", "declared_code", "read_code", "outcome"),
    [
        ("稽山智能装备股份有限公司", "91330699999900011C", "9133069999990001 1C", "alias"),
        ("越州精工机械有限公司", "91330699999900011C", "9133069999990002X4", "near"),
        ("稽山智能装备股份有限公司", "91330699999900011C", "9133069999990002X4", "different"),
        ("越州精工机械有限公司", "91330699999900011C", "91330699999900011D", "equal"),
    ],
)
def test_credit_codes_decide_where_valid(read: str, declared_code: str, read_code: str, outcome: str) -> None:
    found = compare_organisation("越州精工机械有限公司", read, declared_code=declared_code, read_code=read_code)
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("declared", "read", "issued", "outcome"),
    [
        ("浙江理工大学", "浙江工程学院", "2003-06-20", "alias"),
        ("浙江理工大学", "浙江工程学院", "2010-06-20", "near"),
        ("浙江理工大学", "浙江理工大学", "2002-06-20", "near"),
        ("浙江理工大学", "浙江理工大学", "2004-06-20", "equal"),
        ("浙江大学", "浙江大学", "1990-06", "equal"),
        ("浙江大学", "杭州大学", PartialDate(1996, 6), "alias"),
    ],
)
def test_a_school_had_its_name_when_the_certificate_was_issued(
    declared: str, read: str, issued: str | PartialDate, outcome: str
) -> None:
    assert compare_school(declared, read, issued=issued).outcome == outcome


def test_the_table_of_schools_is_sound() -> None:
    table = schools.renames()
    assert len({(r.former, r.name) for r in table}) == len(table)
    assert all(1950 < r.since < 2030 and r.former != r.name for r in table)
    assert all(r.former not in schools._successors(r.former) for r in table)


@given(WORDS, WORDS)
def test_differences_lead_from_one_to_the_other(one: str, two: str) -> None:
    found = differing(one, two)
    assert len(found) <= max(len(one), len(two))
    assert (found == ()) == (one == two)
    assert len(two) - len(one) == sum(len(d.theirs) - len(d.mine) for d in found)


@pytest.mark.parametrize("module", [dates, differences, majors, numbers, schools])
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
