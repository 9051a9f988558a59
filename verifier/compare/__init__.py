"""Comparison of declared values with read ones: `compare_*(declared, read) -> Comparison`, never raising."""

from verifier.compare.comparison import Answer, Comparison, Outcome
from verifier.compare.dates import compare_date
from verifier.compare.majors import compare_major
from verifier.compare.names import compare_name
from verifier.compare.numbers import compare_number, compare_patent_number
from verifier.compare.organisations import compare_organisation
from verifier.compare.schools import compare_school
from verifier.compare.texts import compare_text, compare_title

__all__ = [
    "Answer",
    "Comparison",
    "Outcome",
    "compare_date",
    "compare_major",
    "compare_name",
    "compare_number",
    "compare_organisation",
    "compare_patent_number",
    "compare_school",
    "compare_text",
    "compare_title",
]
