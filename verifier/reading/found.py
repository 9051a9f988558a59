"""The documents in what a run has read, kept from run to run."""

from __future__ import annotations

from collections.abc import Callable

from extractors.cache import ReadingCache, ReadingKey, settings_key
from extractors.document_cache import DocumentCache
from extractors.documents import documents_of
from models.document import Document, FileReading
from verifier.reading import process
from verifier.reading.run_options import RunOptions


def finder(options: RunOptions) -> Callable[[FileReading], tuple[Document, ...]]:
    """What gives the documents of a reading that `read_all` made with the same `options`."""
    if not options.use_cache:
        return documents_of
    engine, version = process.identity(options.settings.engine)
    about = settings_key(options.settings)
    cache = DocumentCache(ReadingCache())

    def find(reading: FileReading) -> tuple[Document, ...]:
        return cache.documents_of(ReadingKey(reading.sha256, engine, version, about), reading)

    return find
