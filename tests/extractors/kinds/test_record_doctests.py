"""Examples in the docstrings of the records' parsers hold."""

import doctest

import pytest

from extractors.kinds import exceptional_promotion_form, overseas_degree_recognition, record_parsers


@pytest.mark.parametrize("module", [exceptional_promotion_form, overseas_degree_recognition, record_parsers])
def test_doctests(module: object) -> None:
    found = doctest.testmod(module)  # type: ignore[arg-type]
    assert found.attempted > 0
    assert found.failed == 0
