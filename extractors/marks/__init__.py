"""What stands on a page besides text."""

from extractors.marks.cells import find_cells

__all__ = ["find_cells"]
