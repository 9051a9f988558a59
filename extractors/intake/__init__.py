"""Files to page images: type by content, limits before decoding, one page in memory at a time."""

from extractors.intake.file_type import FileType, file_type
from extractors.intake.limits import limits_from_environment
from extractors.intake.opening import count_pages, open_pages
from extractors.intake.raw_page import BadPage, Image, RawPage

__all__ = [
    "BadPage",
    "FileType",
    "Image",
    "RawPage",
    "count_pages",
    "file_type",
    "limits_from_environment",
    "open_pages",
]
