"""The whole of a hand-made applicant through the built-in pack: a clean one passes, a weight decides the verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case_builder import appraisal, complete, encrypted, pack, profile, read_file
from hypothesis import given
from hypothesis import strategies as st

from models.document import Document
from models.finding import ApplicantReport, Status
from verifier.facts.thresholds import FIRM
from verifier.pipeline import verdict, verify_applicant, verify_documents


def report(documents: list[Document]) -> ApplicantReport:
    files = [read_file(name) for name in dict.fromkeys(d.file for d in documents)]
    return verify_documents(profile(), files, documents, pack())


def test_a_complete_applicant_passes() -> None:
    found = report(complete())
    assert found.verdict is Status.PASS
    assert {f.status for f in found.findings} <= {Status.PASS, Status.NOT_APPLICABLE}
    assert [d.id for d in found.documents] == [f"d{n}" for n in range(1, len(complete()) + 1)]
    assert all(e.document in {d.id for d in found.documents} for f in found.findings for e in f.evidence if e.document)


def test_every_message_is_filled() -> None:
    for documents in (complete(), [], complete()[:4]):
        for finding in report(documents).findings:
            assert finding.message.endswith(("。", "）。"))
            assert not set("{}") & set(finding.message), finding
            assert "None" not in finding.message, finding


@pytest.mark.parametrize("place", range(len(complete())))
def test_no_document_can_be_left_out(place: int) -> None:
    documents = complete()
    del documents[place]
    assert report(documents).verdict is Status.MISSING


@pytest.mark.parametrize("place", range(len(complete())))
def test_nothing_passes_on_a_poor_scan(place: int) -> None:
    """Each document in turn is read badly all over: its own checks ask for a person, and none passes or fails on it."""
    documents = complete()
    poor = replace(documents[place], fields=tuple(replace(f, confidence=0.3) for f in documents[place].fields))
    documents[place] = poor
    found = report(documents)
    assert found.verdict is Status.REVIEW
    assert not [f for f in found.findings if f.status in (Status.FAIL, Status.MISSING)]


def test_the_verdict_is_the_heaviest_status() -> None:
    documents = complete()
    documents[4] = appraisal("2020", result="不合格")
    assert report(documents).verdict is Status.FAIL
    assert verdict([]) is Status.REVIEW


def test_an_applicant_whose_only_file_cannot_be_read() -> None:
    found = verify_applicant(profile(), [encrypted()], pack())
    assert found.verdict is Status.REVIEW
    assert [p.code for p in found.problems] == ["encrypted"]
    assert not [f for f in found.findings if f.status in (Status.FAIL, Status.MISSING)]


@given(
    place=st.integers(0, len(complete()) - 1),
    which=st.integers(0, 20),
    text=st.one_of(
        st.sampled_from(
            ["结业", "不合格", "沈若岚", "女", "2019", "2021", "2030", "0", "55", "大专", "330699198807030022"]
        ),
        st.text(min_size=1, max_size=12),
    ),
    confidence=st.floats(0, FIRM, exclude_max=True),
)
def test_no_single_doubtful_reading_is_held_against_anyone(
    place: int, which: int, text: str, confidence: float
) -> None:
    """Whatever one field is misread as, as long as the reading is not firm nothing fails and nothing is called missing."""
    documents = complete()
    fields = list(documents[place].fields)
    changed = which % len(fields)
    fields[changed] = replace(fields[changed], value=text, raw=text, confidence=confidence)
    documents[place] = replace(documents[place], fields=tuple(fields))
    heavy = [f for f in report(documents).findings if f.status in (Status.FAIL, Status.MISSING)]
    assert not heavy


@given(text=st.text(max_size=12), place=st.integers(0, len(complete()) - 1))
def test_no_text_breaks_a_check(text: str, place: int) -> None:
    """A document all of whose fields are read surely as the same nonsense is reported, not stumbled over."""
    documents = complete()
    nonsense = tuple(replace(f, value=text, raw=text) for f in documents[place].fields)
    documents[place] = replace(documents[place], fields=nonsense)
    assert report(documents).verdict is not Status.PASS
