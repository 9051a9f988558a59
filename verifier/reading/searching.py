"""What runs inside a worker process that looks for documents in readings, behind the fences of those that read files."""

from __future__ import annotations

import gc
import logging
from collections.abc import Sequence

from extractors.documents import documents_of
from models.document import Document, FileReading
from verifier.reading.confinement import bound_address_space, bound_data, confine


def start(_counters: Sequence[int]) -> None:
    """Prepare a fresh worker: everything that it needs has been imported with this module."""
    logging.disable(logging.CRITICAL)  # where an extractor fails, whoever asked tries again and says so
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)  # hardly anything that is kept here comes to be garbage
    bound_address_space()
    confine()
    bound_data()


def search(readings: Sequence[FileReading]) -> list[tuple[Document, ...]]:
    """The documents of each of `readings`."""
    return [documents_of(reading) for reading in readings]
