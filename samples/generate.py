"""Draws the made-up applicants: `python -m samples.generate [OUT] [--only ID]`.

Every choice of chance is seeded by applicant and file, so that a second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from samples import containers, expectations
from samples.containers import Placed
from samples.content import Dossier, FilePlan
from samples.drawing.fonts import missing_packages
from samples.drawing.sheet import Sheet

# Each offers HALF ("tuned" or "untouched") and DOSSIERS, functions without arguments that make one dossier each.
MODULES = (
    "samples.dossiers.tuned_compliant",
    "samples.dossiers.tuned_schooling",
    "samples.dossiers.tuned_records",
    "samples.dossiers.tuned_routes",
    "samples.dossiers.tuned_claims",
    "samples.dossiers.lingdong_compliant",
    "samples.dossiers.lingdong_schooling",
    "samples.dossiers.lingdong_records",
    "samples.dossiers.cangxi_compliant",
    "samples.dossiers.cangxi_routes",
    "samples.dossiers.cangxi_records",
    "samples.dossiers.haipu_compliant",
    "samples.dossiers.haipu_routes",
    "samples.dossiers.haipu_records",
    "samples.dossiers.quelin_compliant",
    "samples.dossiers.quelin_routes",
    "samples.dossiers.quelin_records",
    "samples.dossiers.songya_applicants",
    "samples.dossiers.jichuan_compliant",
    "samples.dossiers.jichuan_routes",
    "samples.dossiers.jichuan_records",
    "samples.dossiers.tinglan_compliant",
    "samples.dossiers.tinglan_routes",
    "samples.dossiers.tinglan_records",
    "samples.dossiers.baiyan_compliant",
    "samples.dossiers.baiyan_routes",
    "samples.dossiers.baiyan_records",
)
OUT = Path(__file__).parent / "applicants"


def dossiers() -> Iterator[tuple[str, Dossier]]:
    """Half and dossier of every applicant of `MODULES`."""
    for name in MODULES:
        module = importlib.import_module(name)
        makers: tuple[Callable[[], Dossier], ...] = module.DOSSIERS
        for make in makers:
            yield str(module.HALF), make()


def write(dossier: Dossier, half: str, out: Path) -> None:
    """Writes the folder of one applicant anew."""
    folder = out / dossier.id
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files, facts = [], []
    for plan in dossier.files:
        entry, fact = _write_file(folder, dossier, plan)
        files.append(entry)
        facts.append(fact)
    truth: dict[str, Any] = {"schema": "heyan-truth/1", "half": half, "files": files}
    if dossier.families:
        truth["families"] = list(dossier.families)
    truth["findings"] = expectations.findings(dossier, facts)
    _dump(folder / "profile.json", dossier.profile)
    _dump(folder / "truth.json", truth)


def _write_file(folder: Path, dossier: Dossier, plan: FilePlan) -> tuple[dict[str, Any], expectations.FileFacts]:
    rng = dossier.rng(plan.name)
    documents: list[list[Sheet]] = [piece.draw(rng) for piece in plan.pieces]
    sheets = [sheet for document in documents for sheet in document]
    placed = containers.write(folder / plan.name, plan, sheets, rng)
    if plan.damage:
        return {"file": plan.name, "quality": plan.quality, "documents": []}, expectations.FileFacts(
            plan.name, (), frozenset(), False
        )
    entries, page = [], 0
    for document in documents:
        numbers = list(range(page + 1, page + len(document) + 1))
        fields = [_field(f) for number in numbers for f in placed[number - 1]]
        entries.append({"kind": document[0].kind, "pages": numbers, "layout": document[0].layout, "fields": fields})
        page += len(document)
    kinds = tuple(str(entry["kind"]) for entry in entries)
    names = frozenset(f.name for sheet in placed for f in sheet)
    return {"file": plan.name, "quality": plan.quality, "documents": entries}, expectations.FileFacts(
        plan.name, kinds, names, True
    )


def _field(placed: Placed) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": placed.name, "value": folded(placed.value), "page": placed.page}
    if placed.box:
        entry["box"] = [round(v, 1) for v in placed.box]
    return entry


def folded(value: str) -> str:
    """The normal form of a printed value: NFKC, no blanks beside Han characters."""
    return re.sub(r"\s+(?=[^!-~])|(?<=[^!-~])\s+", "", unicodedata.normalize("NFKC", value).strip())


def _dump(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    # A box, a field, a finding stand on one line each, which makes the files a third as long.
    for innermost in (r"\[\s+([-\d.,\s]+?)\s+\]", r"\{\n\s+([^{}]*?)\n\s+\}"):
        text = re.sub(innermost, lambda m: m[0][0] + re.sub(r"\n\s+", " ", m[1]).strip() + m[0][-1], text)
    path.write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="samples.generate", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    parser.add_argument("--only", help="the id of one applicant")
    chosen = parser.parse_args(arguments)
    missing = missing_packages()
    if missing:
        print(f"fonts are missing: apt install {' '.join(missing)}", file=sys.stderr)
        return 2
    for half, dossier in dossiers():
        if chosen.only in (None, dossier.id):
            write(dossier, half, chosen.out)
            print(f"{dossier.id} {half}: {len(dossier.files)} files", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
