"""`make record`: reads every sample with the real engine and keeps the words under tests/recorded."""

from __future__ import annotations

import argparse
import gzip
from dataclasses import replace
from pathlib import Path

from models.document import FileReading
from tests.recordings import READING, RECORDED, SAMPLES, place_of, sha256_of
from verifier.applicants import ApplicantFolder, find_applicants
from verifier.evaluate.truth import TRUTH_NAME, load_truth
from verifier.reading.progress import reading_progress
from verifier.reading.readings import read_all
from verifier.reading.run_options import RunOptions


def _without_pictures(reading: FileReading) -> FileReading:
    return replace(reading, pages=tuple(replace(page, thumbnail="") for page in reading.pages))


def _copies(applicant: ApplicantFolder) -> set[Path]:
    """Files that the truth calls copies of another scan; telling them takes their thumbnails."""
    findings = load_truth(applicant.path / TRUTH_NAME).findings
    return {applicant.path / finding.subject for finding in findings if finding.check == "batch.duplicate"}


def main(arguments: list[str] | None = None) -> None:
    """Writes a recording a file and removes those whose sample is gone."""
    parser = argparse.ArgumentParser(prog="tests.record", description=main.__doc__)
    parser.add_argument("only", nargs="*", help="ids of applicants to read; without any, all")
    only = parser.parse_args(arguments).only
    found = find_applicants(SAMPLES)
    paths = [(a.path / name, name) for a in found for name in a.files if not only or a.path.name in only]
    options = RunOptions.of(pack="", jobs=None, no_cache=False, engine="onnx")
    with reading_progress() as progress:
        readings = read_all(paths, options, progress)
    RECORDED.mkdir(exist_ok=True)
    copies = {path for applicant in found for path in _copies(applicant)}
    for (path, _), reading in zip(paths, readings, strict=True):
        kept_reading = reading if path in copies else _without_pictures(reading)
        place_of(reading.sha256).write_bytes(gzip.compress(READING.dump_json(kept_reading), mtime=0))
    kept = {place_of(sha256_of(a.path / name)) for a in found for name in a.files}
    for old in set(RECORDED.glob("*.json.gz")) - kept:
        old.unlink()
    print(
        f"{len(readings)} read; {len(kept)} recordings, {sum(p.stat().st_size for p in kept if p.is_file()) / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
