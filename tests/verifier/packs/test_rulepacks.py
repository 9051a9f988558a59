"""Rule packs: the built-in one quotes its notice, and a wrong one says where and what was expected."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import RulePackError
from models.finding import Status
from verifier.checks import BATCH_CHECKS, CHECKS
from verifier.checks.training_sums import TrainingTotal
from verifier.rulepacks import BUILT_IN, builtin_packs, load_pack

PACK = "shangyu-2023-engineer"
TEXT = (BUILT_IN / f"{PACK}.toml").read_text("utf-8")


def test_the_built_in_pack_holds_every_check() -> None:
    pack = load_pack(PACK)
    assert PACK in builtin_packs()
    assert [rule.check for rule in pack.rules] == [c.rule.check for c in (*pack.checks, *pack.batch_checks)]
    assert {rule.check for rule in pack.rules} == {*CHECKS, *BATCH_CHECKS}
    assert (pack.identity.id, pack.identity.notice) == (PACK, "虞人社职〔2023〕3号")


def test_clauses_are_the_contracts() -> None:
    clauses = {rule.check: rule.clause for rule in load_pack(PACK).rules}
    assert clauses["training.total"] == "一(二)4"
    assert clauses["appraisal.each_year"] == "附件3第9条"
    assert clauses["appraisal.result"] == "附件1二(三)"
    assert clauses["education.material"] == "三(三) 附件3第3条"


def test_a_pack_from_a_path(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(TEXT.replace("minimum = 270", "minimum = 240\nminimum_a_year = 80"), "utf-8")
    check = next(c for c in load_pack(path).checks if isinstance(c, TrainingTotal))
    assert (check.minimum, check.minimum_a_year, check.years) == (Decimal(240), Decimal(80), (2021, 2022, 2023))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("minimum = 270", "", "（training.total） arguments minimum 与 minimum_a_year 应至少填写一项"),
        ("minimum = 270", "minimum = -1", "（training.total） arguments.minimum 应不小于 0，实际为 -1"),
        ("minimum = 270", "minimum = true", "arguments.minimum 应为数字，实际为 true"),
        ("minimum = 270", "minimun = 270", "arguments.minimun 不是可用的参数"),
        ("minimum = 270", "minimum = 270\nrule = 1", "arguments.rule 不是可用的参数"),
        ('check = "training.total"', 'check = "training.totals"', "check 应为已有的检查之一"),
        ('check = "training.total"', 'check = "training.public"', "（training.public） 与前面的规则重复"),
        ("years = [2020, 2021, 2022]", 'years = "2020"', "（appraisal.each_year） arguments.years 应为列表"),
        (
            'with_degree = ["degree_certificate"]',
            'with_degree = ["degree"]',
            "arguments.branches[0].with_degree[0] 应为",
        ),
        ("unsettled = true", "unsetled = true", "arguments.branches[5].unsetled 不是可用的参数"),
        ("{label}合计{sum}学时，不少于", "{label}合计{total}学时，不少于", "messages.enough 中的 {total} 不可用"),
        ('lacking = "缺少{year}', 'lacking = "缺少{year.real}', "messages.lacking 中的占位符只能是花括号加名称"),
        ('lacking = "缺少{year}', 'lacking = "缺少{year', "messages.lacking 的花括号不成对"),
        ('merged = "一份', 'marged = "一份', "（appraisal.single_year） messages.merged 为必填项"),
        ('merged = "一份', 'marged = "x"\nmerged = "一份', "messages.marged 不是这项检查会给出的情形"),
        ('alias = "{item}', 'aliias = "x"\nalias = "{item}', "messages.aliias 不是任何一项检查会给出的情形"),
        ('merged = "review"', 'merged = "pass"', ".statuses.merged（appraisal.single_year） 应为"),
        ('merged = "review"', 'single = "review"', "statuses.single 不可设定，可设定的情形是：merged"),
        ('clause = "三(二)"', "", "rule[0].clause（file.readable） 为必填项"),
        ('version = "1"', "version = 1", "version 应为文字（写在引号中），实际为 1"),
        ('version = "1"', 'version = "1"\nauthor = "x"', "author 不是可用的参数"),
        ('id = "', "id = ", "不是正确的 TOML"),
    ],
)
def test_a_bad_pack_says_what_is_wrong(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in TEXT
    path = tmp_path / "ours.toml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    with pytest.raises(RulePackError) as caught:
        load_pack(path)
    assert str(caught.value).startswith("ours.toml：")
    assert expected in str(caught.value)


def test_every_mistake_of_a_pack_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(TEXT.replace("minimum = 270", "minimum = -1").replace("minimum = 54", "minimum = true"), "utf-8")
    with pytest.raises(RulePackError) as caught:
        load_pack(path)
    told = str(caught.value).splitlines()
    assert [("training.total" in told[0]), ("training.public" in told[1])] == [True, True]


def test_no_such_pack() -> None:
    with pytest.raises(RulePackError, match=r"内置规则包有：.*shangyu-2023-engineer"):
        load_pack("shaoxing")


def test_an_empty_pack(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("", "utf-8")
    with pytest.raises(RulePackError, match=r"empty\.toml：id 为必填项"):
        load_pack(path)


def test_every_objection_is_worded_politely_and_says_what_to_do() -> None:
    """A demand (`fail`, `missing`) goes to the applicant, so it asks for something."""
    asks = ("请", "不能", "须", "未达到")
    pack = load_pack(PACK)
    for check in (*pack.checks, *pack.batch_checks):
        for reason, wording in check.WORDINGS.items():
            if wording.status in (Status.FAIL, Status.MISSING):
                assert any(word in check.rule.messages[reason] for word in asks), (check.rule.check, reason)
