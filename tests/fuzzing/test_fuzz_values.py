"""Any text through every grammar of values: no error, no endless search, places within the text."""

from __future__ import annotations

import importlib
import pkgutil
import random
import time
from types import ModuleType

import pytest

import extractors.values
from tests.fuzzing.budget import rounds

pytestmark = pytest.mark.fuzz
PIECES = (
    *"0123456789XxOoIl.,-—/~至 年月日元万亿一二三四五六七八九十〇零百千廿卅两壹贰叁()（）〔〕[]第号编：:\n\t\u3000",
    *(
        "2021",
        "19991301",
        "330682",
        "2021年",
        "元月",
        "CN",
        "ZL",
        "ISSN",
        "学时",
        "合格",
        "助理工程师",
        "本科",
        "身份证",
        "大学",
    ),
    *(
        "\u0000",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "ﬁ",
        "㈠",
        "①",
        "½",
        "\u0301",
        "\u202e",
    ),
)
SLOWEST = 2.0


def grammars() -> list[ModuleType]:
    """Every module of values that parses."""
    names = [m.name for m in pkgutil.iter_modules(extractors.values.__path__)]
    modules = [importlib.import_module(f"extractors.values.{name}") for name in names]
    return [m for m in modules if hasattr(m, "parse")]


def any_text(chance: random.Random) -> str:
    """Pieces of values, one of them sometimes many times over."""
    some = chance.sample(PIECES, chance.randint(1, 6))
    text = "".join(chance.choice(some) for _ in range(chance.choice((1, 3, 8, 20, 60))))
    return text * chance.choice((1, 1, 1, 2, 200)) if chance.random() < 0.3 else text


def test_grammars() -> None:
    found = grammars()
    assert len(found) > 20
    for chance in rounds():
        text = any_text(chance)
        for grammar in found:
            begun = time.process_time()
            value = grammar.parse(text)
            valid = grammar.is_valid(text) if hasattr(grammar, "is_valid") else None
            assert valid is not True or value is not None, (grammar.__name__, text)
            for hit in grammar.find_all(text) if hasattr(grammar, "find_all") else ():
                assert 0 <= hit.start < hit.end <= len(text), (grammar.__name__, text, hit)
            assert time.process_time() - begun < SLOWEST, (grammar.__name__, text[:80], len(text))
