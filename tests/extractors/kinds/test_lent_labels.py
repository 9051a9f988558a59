"""Labels that one kind of document has from another, and those that it must not have."""

from __future__ import annotations

import pytest
from drawn_words import page

from extractors.kinds.degree_certificate import DegreeCertificate
from extractors.kinds.graduation_certificate import GraduationCertificate
from extractors.kinds.training_hour_card.card import TrainingHourCard
from extractors.kinds.wording import lent_labels, load_wording, printed_labels
from extractors.layout.view import PageView


def test_a_label_of_a_person_is_one_on_every_kind() -> None:
    assert "参保单位名称" not in load_wording("training_hour_card").labels["employer"]
    made = page("^^2022年度继续教育学时证明\n姓名：沈若岚\n参保单位名称：越州精工机械有限公司\n总学时：90")
    employer = next(f for f in TrainingHourCard().extract([PageView(made)]) if f.name == "employer")
    assert employer.value == "越州精工机械有限公司"
    assert employer.confidence >= 0.5


def test_what_means_two_things_is_lent_to_no_kind() -> None:
    for name, labels in lent_labels().items():
        assert labels, name
        assert all(printed_labels()[label] == {name} for label in labels)


@pytest.mark.parametrize("kind", ["degree_certificate", "training_hour_card", "patent_certificate"])
def test_a_near_label_of_another_kind_counts_only_where_it_means_the_same(kind: str) -> None:
    vocabulary = load_wording(kind).vocabulary
    for label, names in printed_labels().items():
        near = vocabulary.near(label)
        assert near is None or vocabulary.name_of[near] in names, label
    assert load_wording("training_hour_card").vocabulary.near("打印日朗") == "打印日期"


def test_no_page_without_such_labels_gains_a_field() -> None:
    made = page("^^学士学位证书\n项目名称：高速轴承试验台研制\n承担单位：越州精工机械有限公司")
    assert {f.name for f in DegreeCertificate().extract([PageView(made)])} <= {"degree"}


@pytest.mark.parametrize(("label", "value"), [("发证学校", "越州理工大学"), ("就读学校", "越州工业学院")])
def test_a_label_that_looks_like_a_school_is_none(label: str, value: str) -> None:
    made = page(f"^^普通高等学校毕业证书\n姓名 | 沈若岚\n{label} | {value}\n专业 | 机械工程")
    schools = [f for f in GraduationCertificate().extract([PageView(made)]) if f.name == "school"]
    assert [f.value for f in schools] == [value]
    assert schools[0].confidence >= 0.5
