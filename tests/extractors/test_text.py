"""Folding keeps what was said and forgets how it was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import text as module
from extractors.text import fold, fold_map, is_han, raw_span, simplified, squash, squash_map

SOUP = st.text(
    st.sampled_from("周启航 　☑○◯〇二一年月☑（）〔〕-—～“”ＡＢ１２㎡①⻓⼯\u200b\ufeff\n学學abc:：，。"), max_size=30
)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("姓☑名", "姓名"),
        ("姓 ☑ 名", "姓名"),
        ("☑合格", "☑合格"),
        ("考核等次：☑ 优秀", "考核等次:☑ 优秀"),
        ("２０２１ 年度", "2021 年度"),
        ("越州精工〔浙江〕有限公司", "越州精工(浙江)有限公司"),
        ("⻄安⻓城⻋辆⼯程", "西安长城车辆工程"),
        ("二○○三年一月", "二〇〇三年一月"),
        ("二 ◯ 一 五年", "二〇一五年"),
        ("○合格 ○不合格", "○合格 ○不合格"),
        ("2010年9月—2014年6月", "2010年9月-2014年6月"),
        ("周\u200b启\ufeff航", "周启航"),
        ("阿依•古丽", "阿依·古丽"),
        ("Deep  Learning", "Deep  Learning"),
        ("丁カ", "丁力"),
    ],
)
def test_fold(raw: str, folded: str) -> None:
    assert fold(raw) == folded


@given(SOUP)
def test_fold_map_agrees_with_fold_and_points_back(raw: str) -> None:
    folded, indices = fold_map(raw)
    assert folded == fold(raw)
    assert len(indices) == len(folded)
    assert list(indices) == sorted(indices)
    assert all(0 <= i < len(raw) for i in indices)


@given(SOUP)
def test_fold_is_idempotent(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)


@given(SOUP)
def test_squash_map_agrees_with_squash(raw: str) -> None:
    squashed, indices = squash_map(raw)
    assert squashed == squash(raw)
    assert len(indices) == len(squashed)


@given(st.text(max_size=20))
def test_any_text_can_be_folded(raw: str) -> None:
    assert fold_map(raw)[0] == fold(raw)


def test_raw_span_refuses_nothing() -> None:
    with pytest.raises(ValueError, match="no characters"):
        raw_span((0, 1), 1, 1)


@pytest.mark.parametrize(("raw", "plain"), [("畢業證書", "毕业证书"), ("專業技術", "专业技术"), ("abc 学", "abc 学")])
def test_simplified(raw: str, plain: str) -> None:
    assert simplified(raw) == plain


def test_is_han() -> None:
    assert is_han("周启航")
    assert is_han("二〇")
    assert not is_han("周1")
    assert not is_han("")


def test_doctests() -> None:
    import doctest

    assert doctest.testmod(module).failed == 0
