"""Recorded words → documents → findings → figures, for every sample, without running the OCR engine."""

from __future__ import annotations

import json
import time

import pytest
from rapidfuzz.distance import Indel

from tests.recordings import SAMPLES, recorded
from verifier.applicants import ApplicantFolder, find_applicants
from verifier.evaluate.run import Evaluation
from verifier.evaluate.truth import TRUTH_NAME, load_truth
from verifier.pipeline import case_of, verify_applicant, verify_cases
from verifier.reading.progress import quiet
from verifier.reading.readings import read_all
from verifier.reading.run_options import RunOptions
from verifier.reports.json_report import applicant_json
from verifier.rulepacks import load_pack

PACK = "shangyu-2023-engineer"
# Shares that must not fall again, a little under what `heyan evaluate samples/applicants` prints today (docs/accuracy.md).
FIELDS_EXACT = {
    "tuned": {"text": 0.99, "clean": 0.985, "scan": 0.97, "photo": 0.92},
    "untouched": {"text": 0.985, "clean": 0.985, "scan": 0.95, "photo": 0.85},
}
CONFIDENT_WRONG = {"tuned": 0.005, "untouched": 0.018}


@pytest.fixture(scope="module")
def applicants() -> list[ApplicantFolder]:
    return find_applicants(SAMPLES)


@pytest.fixture(scope="module")
def evaluation(applicants: list[ApplicantFolder]) -> Evaluation:
    pack = load_pack(PACK)
    result = Evaluation()
    cases = [case_of(a.profile, [recorded(a.path / name, name) for name in a.files]) for a in applicants]
    for applicant, report in zip(applicants, verify_cases(cases, pack), strict=True):
        result.add(load_truth(applicant.path / TRUTH_NAME), report)
    return result


def test_kinds_are_told_apart(evaluation: Evaluation) -> None:
    counts = evaluation.fields.values()
    assert sum(c.right_kind for c in counts) >= 0.99 * sum(c.documents for c in counts)


@pytest.mark.parametrize(("half", "quality"), [(h, q) for h, qs in FIELDS_EXACT.items() for q in qs])
def test_fields_are_read(evaluation: Evaluation, half: str, quality: str) -> None:
    counts = evaluation.fields[half, quality]
    assert counts.exact >= FIELDS_EXACT[half][quality] * counts.printed, "\n".join(counts.faults)


@pytest.mark.parametrize("half", CONFIDENT_WRONG)
def test_confident_values_are_right(evaluation: Evaluation, half: str) -> None:
    counts = [c for (h, _), c in evaluation.fields.items() if h == half]
    faults = "\n".join(f for c in counts for f in c.faults)
    assert sum(c.confident_wrong for c in counts) <= CONFIDENT_WRONG[half] * sum(c.given for c in counts), faults


def test_values_stand_where_the_truth_has_them(evaluation: Evaluation) -> None:
    counts = evaluation.fields.values()
    assert sum(c.boxed for c in counts) >= 0.96 * sum(c.boxes for c in counts)


def test_nothing_passes_that_should_not(evaluation: Evaluation) -> None:
    faults = [f for c in evaluation.findings.values() for f in c.faults if "FALSE PASS" in f]
    assert faults == []


def test_hardly_anybody_is_accused_wrongly(evaluation: Evaluation) -> None:
    counts = evaluation.findings.values()
    faults = [f for c in counts for f in c.faults if "FALSE FAIL" in f]
    assert len(faults) < 0.005 * sum(c.listed for c in counts), "\n".join(faults)


def test_everything_right_of_the_words_is_fast(applicants: list[ApplicantFolder]) -> None:
    pack = load_pack(PACK)
    applicant = max(applicants, key=lambda a: len(a.files))
    readings = [recorded(applicant.path / name, name) for name in applicant.files]
    verify_applicant(applicant.profile, readings, pack)
    started = time.process_time()
    verify_applicant(applicant.profile, readings, pack)
    pages = sum(len(r.pages) for r in readings)
    assert (time.process_time() - started) / pages < 0.2


def test_the_same_words_give_the_same_report(applicants: list[ApplicantFolder]) -> None:
    pack = load_pack(PACK)
    applicant = applicants[0]
    readings = [recorded(applicant.path / name, name) for name in applicant.files]
    reports = [applicant_json(verify_applicant(applicant.profile, readings, pack)) for _ in range(2)]
    assert json.dumps(reports[0]) == json.dumps(reports[1])


@pytest.mark.ocr
def test_the_engine_still_reads_what_was_recorded() -> None:
    files = [("T01", "scan_01.jpg"), ("T02", "DSC00018.jpg"), ("T01", "xs2023.png")]
    paths = [(SAMPLES / applicant / name, name) for applicant, name in files]
    options = RunOptions.of(pack=PACK, jobs=2, no_cache=True, engine="onnx")
    for (path, name), reading in zip(paths, read_all(paths, options, quiet), strict=True):
        now, then = (sorted(w.text for p in r.pages for w in p.words) for r in (reading, recorded(path, name)))
        assert Indel.normalized_similarity("".join(now), "".join(then)) > 0.98, name
