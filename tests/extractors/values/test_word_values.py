"""Names and words: the value itself, never a label, never a shorter word inside it."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values import degrees, genders, levels, names, organisations, programme, results, schools, titles

GIVEN = st.text("启航若岚立峰建国一鸣伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华", min_size=1, max_size=2)


@given(st.sampled_from(sorted(names.surnames())), GIVEN, st.sampled_from(["", " ", "　", "☑"]))
def test_names_survive_spacing_and_address(surname: str, given_name: str, gap: str) -> None:
    name = surname + given_name
    assert names.parse(gap.join(name)) == name
    assert names.compact(f"{name} 同志：") == name
    assert names.has_known_surname(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("阿依・古丽", "阿依·古丽"),
        ("阿依．古丽", "阿依·古丽"),
        ("买买提江·吐尔逊", "买买提江·吐尔逊"),
        ("王□国", "王□国"),
        ("李先生", "李先生"),
        ("张喆", "张喆"),
        ("ZHOU Qihang", "ZHOU Qihang"),
    ],
)
def test_names(text: str, name: str) -> None:
    if text == "李先生":  # one character would remain
        assert names.compact(text) == "李先生"
    else:
        assert names.parse(text) == name


@pytest.mark.parametrize(
    "text",
    ["性别", "出生年月", "机械工程", "周", "姓名", "周启航性别男", "□□", "12", "", "越州理工大学", "男", "自动控制"],
)
def test_what_is_no_name(text: str) -> None:
    assert not names.is_valid(text)


@pytest.mark.parametrize(
    ("text", "gender"), [("男", "男"), ("性 别：女", "女"), ("Male", "男"), ("男女", None), ("", None)]
)
def test_genders(text: str, gender: str | None) -> None:
    assert genders.parse(text) == gender
    assert genders.is_valid(text) == (gender is not None)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("四年制本科", "本科"),
        ("专科起点二年半制本科学习", "本科"),
        ("函授专科起点三年制本科", "本科"),
        ("专升本", "本科"),
        ("本科（专科起点）", "本科"),
        ("高中起点专科", "大专"),
        ("高升专", "大专"),
        ("专科（高职）", "大专"),
        ("大学专科", "大专"),
        ("第二学士学位", "本科"),
        ("硕士研究生", "硕士研究生"),
        ("博士研究生", "博士研究生"),
        ("中等专业学校", "中专"),
        ("高中", "高中"),
        ("研究生", None),
        ("机械工程", None),
        ("本科起点硕士研究生", "硕士研究生"),
    ],
)
def test_levels(text: str, level: str | None) -> None:
    assert levels.parse(text) == level
    assert levels.is_valid(text) == (level is not None)
    assert level is None or level in levels.LEVELS


@pytest.mark.parametrize("level", levels.LEVELS)
def test_the_contracts_levels_are_fixed_points(level: str) -> None:
    assert levels.compact(level) == level


@pytest.mark.parametrize("kind", programme.PROGRAMMES)
def test_the_contracts_programmes_are_fixed_points(kind: str) -> None:
    assert programme.compact(kind) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("普通高等学校毕业证书", "普通"),
        ("普通高等学校 机械设计制造及其自动化（网络教育）专业", "网络"),
        ("函授", "成人"),
        ("高等教育自学考试", "自考"),
        ("越州开放大学", "开放"),
        ("网络工程专业四年制", None),
    ],
)
def test_programmes(text: str, kind: str | None) -> None:
    assert programme.parse(text) == kind


@pytest.mark.parametrize(
    ("text", "name", "rank", "professional"),
    [
        ("工学学士", "工学学士", "学士", False),
        ("工学学士学位", "工学学士", "学士", False),
        ("工程硕士专业学位", "工程硕士", "硕士", True),
        ("管理学硕士", "管理学硕士", "硕士", False),
        ("学士", "学士", "学士", False),
        ("工學碩士", "工学硕士", "硕士", False),
    ],
)
def test_degrees(text: str, name: str, rank: str, professional: bool) -> None:
    value = degrees.parse(text)
    assert value is not None
    assert (value.name, value.rank, value.professional) == (name, rank, professional)


def test_degrees_in_text() -> None:
    text = "符合《中华人民共和国学位条例》的规定，授予工 学学士学位。"
    assert [text[f.start : f.end] for f in degrees.find_all(text)] == ["工 学学士学位"]
    assert degrees.parse("学士学位证书") is None


@pytest.mark.parametrize(
    ("text", "stem", "form", "branch"),
    [
        ("越州精工机械有限公司（盖章）", "越州精工机械", "有限公司", ""),
        ("稽山智能装备股份有限公司", "稽山智能装备", "股份有限公司", ""),
        ("越州精工〔浙江〕有限责任公司", "越州精工(浙江)", "有限责任公司", ""),
        ("越州精工机械有限公司杭州分公司", "越州精工机械", "有限公司", "杭州分公司"),
        ("绍兴市上虞区人力资源和社会保障局", "绍兴市上虞区人力资源和社会保障局", "", ""),
        ("越州机床厂", "越州机床", "厂", ""),
    ],
)
def test_organisations(text: str, stem: str, form: str, branch: str) -> None:
    value = organisations.parse(text)
    assert value is not None
    assert (value.stem, value.form, value.branch) == (stem, form, branch)


@pytest.mark.parametrize("text", ["周启航", "工艺工程师", "2021年度", "优秀", ""])
def test_what_is_no_organisation(text: str) -> None:
    assert not organisations.is_valid(text)


@pytest.mark.parametrize(
    "name",
    [
        "越州理工大学",
        "稽山职业技术学院",
        "浙江大学城市学院",
        "越州高等专科学校",
        "越州工业学校",
        "中国石油大学(华东)",
        "哈尔滨工业大学威海分校",
    ],
)
def test_schools(name: str) -> None:
    assert schools.parse(f" {name} ") == name


@pytest.mark.parametrize("text", ["本校", "学校", "机械工程", "周启航", ""])
def test_what_is_no_school(text: str) -> None:
    assert not schools.is_valid(text)


@pytest.mark.parametrize(
    ("text", "title", "rank"),
    [
        ("助理工程师", "助理工程师", "初级"),
        ("工程师（中级）", "工程师", "中级"),
        ("高级工程师", "高级工程师", "副高级"),
        ("正高级工程师", "正高级工程师", "正高级"),
        ("机械助理工程师", "助理工程师", "初级"),
        ("技术员", "技术员", "员级"),
        ("助理经济师任职资格", "助理经济师", "初级"),
    ],
)
def test_titles(text: str, title: str, rank: str) -> None:
    assert titles.parse(text) == title
    assert titles.rank(title) == rank
    assert rank in titles.RANKS


def test_titles_in_text() -> None:
    text = "浙江省机械工程师学会推荐沈若岚为助理 工程师"
    assert [text[f.start : f.end] for f in titles.find_all(text)] == ["助理 工程师"]
    assert titles.rank("董事长") is None


@pytest.mark.parametrize("word", results.vocabulary())
def test_every_result_is_a_fixed_point(word: str) -> None:
    assert results.compact(word) == word
    assert results.parse(f"考核等次：{word}") == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("考核不合格", ["不合格"]),
        ("考核结果基本称职。", ["基本称职"]),
        ("□优秀 ☑合格 □基本合格", ["优秀", "合格", "基本合格"]),
        ("被评为优秀员工，产品合格率99%", []),
    ],
)
def test_results_in_text(text: str, found: list[str]) -> None:
    assert [f.value for f in results.find_all(text)] == found


@pytest.mark.parametrize(
    "module", [degrees, genders, levels, names, organisations, programme, results, schools, titles]
)
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_a_result_may_be_called_a_grade() -> None:
    assert results.parse("评定为合格等次") == "合格"
    assert results.parse("等次") is None


def test_a_name_run_together_with_the_gender_is_none() -> None:
    assert names.parse("周启航男") is None
    assert names.parse("周胜男") == "周胜男"


@pytest.mark.parametrize("text", ["总工程师", "副总工程师", "首席工程师", "主任工程师", "工程师技术"])
def test_a_post_is_no_title(text: str) -> None:
    assert titles.parse(text) is None


def test_a_specialty_in_brackets_belongs_to_no_title() -> None:
    assert titles.parse("工程师（机械制造）") == "工程师"
    assert titles.find_all("公司总工程师") == []


def test_a_bracket_at_the_end_of_an_organisation_is_part_of_it() -> None:
    value = organisations.parse("中国石油大学（华东）")
    assert value is not None
    assert value.stem == "中国石油大学(华东)"
    limited = organisations.parse("越州精工有限公司（杭州）")
    assert limited is not None
    assert (limited.stem, limited.form) == ("越州精工(杭州)", "有限公司")


@pytest.mark.parametrize("text", ["汉族", "群众", "检验员", "车间主任", "质检部", "董事长", "钳工", "中级", "任职机构"])
def test_words_of_forms_are_no_names(text: str) -> None:
    assert not names.is_valid(text)
