"""What stands on a page besides text."""

from extractors.marks.cells import find_cells
from extractors.marks.marks import Marks, find_marks
from extractors.marks.seals import find_seals

__all__ = ["Marks", "find_cells", "find_marks", "find_seals"]
