"""The PDFs of these tests are made by the builders of the intake tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "intake"))
