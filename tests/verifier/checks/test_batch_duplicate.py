"""batch.duplicate: one scan in many disguises is found, two papers of one form are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from case_builder import pack, profile
from drawn_pages import CARD, HEIGHT, brightened, cropped, drawn, page, read, recompressed, tilted

from models.document import FileReading
from models.finding import Finding
from models.page import Page
from verifier.facts.case import Case
from verifier.near_copies.copies import is_grave
from verifier.near_copies.page_print import PagePrint
from verifier.near_copies.pictures import looked_at


def applicant(number: int, *files: tuple[str, Sequence[Page]]) -> Case:
    """An applicant with these files; the sums of their contents are those of their names."""
    readings = tuple(FileReading(name, f"{number}-{name}", tuple(pages)) for name, pages in files)
    person = {"name": ["ZHOU QIHANG", "SHEN RUOLAN", "QIAN LIFENG"][number]}
    return Case(profile(person=person, applicant_id=f"A00{number}"), (), readings)


def run(*cases: Case) -> dict[tuple[int, str], Finding]:
    check = next(c for c in pack().batch_checks if c.rule.check == "batch.duplicate")
    return {(place, f.subject): f for place, f in check.run_batch(cases)}


def reasons(*cases: Case) -> dict[tuple[int, str], str]:
    return {key: finding.reason for key, finding in run(*cases).items()}


def changed(old: str, new: str, lines: Sequence[str] = CARD) -> tuple[str, ...]:
    assert any(old in line for line in lines)
    return tuple(line.replace(old, new) for line in lines)


@pytest.mark.parametrize("disguise", [read, recompressed, cropped, brightened, tilted])
def test_batch_duplicate_review(disguise: Callable[..., Page]) -> None:
    copy = disguise(*drawn())
    found = run(
        applicant(0, ("a.jpg", [page()])), applicant(1, ("b.pdf", [page(["ANOTHER PAGE"]), replace(copy, number=2)]))
    )
    assert {key: f.reason for key, f in found.items()} == {(0, "a.jpg"): "copy", (1, "b.pdf"): "copy"}
    assert "SHEN RUOLAN（A001）的b.pdf 第2页" in found[0, "a.jpg"].message
    assert "ZHOU QIHANG（A000）的a.jpg 第1页" in found[1, "b.pdf"].message
    assert {f.status.value for f in found.values()} == {"review"}
    assert [e.page for e in found[1, "b.pdf"].evidence] == [2]


SHEN = changed("ZHOU QIHANG", "SHEN RUOLAN", changed("330699199208150035", "330699198807030022"))


@pytest.mark.parametrize(
    "lines",
    [
        changed("2021", "2022"),
        changed("STAFF 2021", "STAFF 2022"),
        changed("18", "12"),
        SHEN,
        changed("99120210045", "99120210046", SHEN),
        changed("ZHOU QIHANG", "ZHOU QIHENG"),
    ],
)
def test_batch_duplicate_pass(lines: tuple[str, ...]) -> None:
    """Papers of one form, that differ in a year, a person, or one digit."""
    cases = (applicant(0, ("a.jpg", [page()])), applicant(1, ("b.jpg", [page(lines)])))
    found = run(*cases)
    assert {f.reason for f in found.values()} == {"unlike"}
    assert {f.status.value for f in found.values()} == {"pass"}


def test_an_empty_form_is_no_copy_of_a_filled_one() -> None:
    empty = tuple(line.split(" ")[0] for line in CARD)
    assert set(reasons(applicant(0, ("a.jpg", [page()])), applicant(1, ("b.jpg", [page(empty)]))).values()) == {
        "unlike"
    }


def test_a_certificate_with_another_name_on_it_but_the_same_number() -> None:
    mine = ("DIPLOMA", *CARD[3:9], "ZHOU QIHANG HAS COMPLETED", "CERTIFICATE 990011201405000123")
    theirs = changed("ZHOU QIHANG", "SHEN RUOLAN", mine)
    found = run(applicant(0, ("a.jpg", [page(mine)])), applicant(1, ("b.jpg", [page(theirs)])))
    assert {f.reason for f in found.values()} == {"altered"}
    assert "本件“ZHOUQIHANGHASCOMPLETED”、对方“SHENRUOLANHASCOMPLETED”" in found[0, "a.jpg"].message


def test_one_applicant_twice() -> None:
    twice = applicant(0, ("a.jpg", [page()]), ("b.jpg", [recompressed(*drawn())]))
    assert set(reasons(twice).values()) == {"copy_own"}
    assert set(reasons(applicant(0, ("a.pdf", [page(), replace(page(), number=2)]))).values()) == {"unlike"}


def test_the_same_file_also_where_nothing_can_be_read() -> None:
    one, two = applicant(0, ("a.pdf", [])), applicant(1, ("b.pdf", []))
    assert set(reasons(one, two).values()) == {"not_compared"}
    same = tuple(replace(c, files=tuple(replace(f, sha256="f" * 64) for f in c.files)) for c in (one, two))
    assert set(reasons(*same).values()) == {"identical"}


def test_fine_print_of_a_form_is_no_copy() -> None:
    """Text without a name, a number or a day may stand on many papers."""
    print_ = ["ANNUAL FEES ARE PAID IN ADVANCE", "THE HOLDER INFORMS THE OFFICE", "CHANGES ARE ENTERED IN THE REGISTER"]
    cases = [applicant(n, ("a.jpg", [page(print_)])) for n in range(2)]
    assert set(reasons(*cases).values()) == {"unlike"}


def test_badly_read_copies_are_still_found() -> None:
    image, words = drawn()
    misread = [replace(w, text=w.text.replace("8", "B"), confidence=0.6) for w in words[:3]] + list(words[3:])
    cases = (applicant(0, ("a.jpg", [page()])), applicant(1, ("b.jpg", [read(image, misread)])))
    assert set(reasons(*cases).values()) == {"copy"}


@pytest.mark.parametrize(
    ("mine", "theirs", "grave"),
    [
        ("负责机器人焊接工作站的调试和维护", "负量机器人焊接工作站的调试和维护", False),
        ("教育部学历证书电子注册备案表", "教育部学力证书电子注册备案表", False),
        ("学时登记卡2021年度", "学时登记卡2022年度", True),
        ("二〇二一年十二月三十日", "二〇二二年十二月三十日", True),
        ("考核等次合格", "考核等次优秀", True),
        ("授予李明同志先进工作者称号", "授予李刚同志先进工作者称号", True),
        ("性别男民族汉", "性别女民族汉", True),
        ("李明", "李刚", True),
    ],
)
def test_what_a_poor_copy_misreads_and_what_it_does_not(mine: str, theirs: str, grave: bool) -> None:
    assert is_grave(mine, theirs, ["李明", "周启航"]) is grave


def test_the_same_words_on_another_sheet_are_no_copy() -> None:
    """The ink decides where the words cannot: here the stamp, the frame and a large drawing differ."""
    image, words = drawn()
    other = image.copy()
    other[HEIGHT // 2 + 500 :] = 245
    for row in range(300, 1100, 18):
        other[row : row + 9, 760:1200] = 20
    cases = (applicant(0, ("a.jpg", [read(image, words)])), applicant(1, ("b.jpg", [read(other, words)])))
    assert set(reasons(*cases).values()) == {"unlike"}


def test_drawings_without_words_are_told_by_their_ink() -> None:
    image, _ = drawn(CARD)
    first, second = read(image, ()), recompressed(image, ())
    other = read(drawn(tuple(reversed(CARD)), shift=40)[0], ())
    found = reasons(
        applicant(0, ("a.jpg", [first])), applicant(1, ("b.jpg", [second])), applicant(2, ("c.jpg", [other]))
    )
    assert found == {(0, "a.jpg"): "copy", (1, "b.jpg"): "copy", (2, "c.jpg"): "unlike"}


def test_a_page_lies_on_itself() -> None:
    ink = PagePrint.of("a.jpg", page()).ink
    assert ink is not None
    look = looked_at(ink, ink, np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))
    assert look.correlation > 0.999
    assert look.differing == 0


def test_without_the_own_files() -> None:
    check = next(c for c in pack().batch_checks if c.rule.check == "batch.duplicate")
    apart = replace(check, within_applicant=False)
    twice = applicant(0, ("a.jpg", [page()]), ("b.jpg", [page()]))
    assert {f.reason for _, f in apart.run_batch([twice])} == {"unlike"}
