"""Where contestants live that cannot share heyan's packages: environments of their own, built on first use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN = Path(sys.executable)
TESSERACT = "tesseract with chi_sim (Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim)"


class Unavailable(Exception):
    """Why a contestant cannot take part here."""


def python_of(name: str) -> Path:
    """The interpreter of `.venv-NAME`, which `make` builds where the package index can be reached; Unavailable otherwise."""
    folder = f".venv-{name}"
    made = subprocess.run(["make", "-s", f"{folder}/.ready"], cwd=ROOT, capture_output=True, text=True, check=False)
    if made.returncode:
        said = (made.stderr.strip() or made.stdout.strip()).splitlines()
        raise Unavailable(f"{folder} could not be built: {said[0] if said else 'no reason given'}")
    return ROOT / folder / "bin" / "python"


def python_with_tesseract() -> Path:
    """Our own interpreter, where the program and its Chinese data are installed; Unavailable otherwise."""
    if not shutil.which("tesseract"):
        raise Unavailable(f"no {TESSERACT}")
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    if "chi_sim" not in (listed.stdout + listed.stderr).split():
        raise Unavailable(f"no {TESSERACT}")
    return OWN
