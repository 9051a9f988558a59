"""The long set: every sample read by the real engine, without any cache, to the same figures as on the recorded words."""

from __future__ import annotations

import pytest

from tests.recordings import SAMPLES
from tests.test_golden_chain import FIELDS_EXACT, PACK
from verifier.evaluate.run import evaluate_folder
from verifier.reading.run_options import RunOptions

# Another processor rounds otherwise, so that a borderline character may be read differently.
MARGIN = 0.02


@pytest.mark.slow
@pytest.mark.ocr
def test_every_sample_through_the_real_engine() -> None:
    evaluation = evaluate_folder(SAMPLES, RunOptions.of(pack=PACK, jobs=None, no_cache=True, engine="onnx"))
    false_passes = [f for c in evaluation.findings.values() for f in c.faults if "FALSE PASS" in f]
    assert false_passes == []
    all_counts = evaluation.fields.values()
    assert sum(c.right_kind for c in all_counts) >= 0.99 * sum(c.documents for c in all_counts)
    for half, qualities in FIELDS_EXACT.items():
        for quality, share in qualities.items():
            counts = evaluation.fields[half, quality]
            assert counts.exact >= (share - MARGIN) * counts.printed, f"{half} {quality}: {counts.faults}"
