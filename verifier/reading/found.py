"""The documents in what a run has read: kept from run to run, and looked for side by side where many are to be found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from extractors.cache import ReadingCache, ReadingKey, settings_key
from extractors.document_cache import DocumentCache
from extractors.documents import FAILED, documents_of
from models.document import Document, FileReading
from verifier.reading import process, searching
from verifier.reading.pool import Task, WorkerPool
from verifier.reading.run_options import RunOptions

Documents = tuple[Document, ...]
Search = Callable[[Sequence[FileReading]], list[Documents]]

WORTHWHILE_PAGES = 300
"""From so many pages on; starting a process takes as long as to look through 50."""
_PAGES_AT_ONCE = 60
_STARTING_SECONDS = 60.0
_SECONDS_A_PAGE = 5.0


def documents_in(readings: Sequence[FileReading], options: RunOptions) -> list[Documents]:
    """The documents of each of `readings`, which `read_all` made with the same `options`."""
    if not options.use_cache:
        found = dict(searched(readings, options.jobs))
        return [found[place] for place in range(len(readings))]
    engine, version = process.identity(options.settings.engine)
    about = settings_key(options.settings)
    cache = DocumentCache(ReadingCache())
    keys = [ReadingKey(reading.sha256, engine, version, about) for reading in readings]
    known = [cache.known(key, reading) for key, reading in zip(keys, readings, strict=True)]
    new = [place for place, documents in enumerate(known) if documents is None]
    made = {}
    for at, documents in searched([readings[place] for place in new], options.jobs):
        place = new[at]
        made[place] = documents
        cache.keep(keys[place], readings[place], documents)
    return [made[place] if documents is None else documents for place, documents in enumerate(known)]


def searched(
    readings: Sequence[FileReading], workers: int, search: Search = searching.search
) -> Iterator[tuple[int, Documents]]:
    """The place of each of `readings` with its documents, in any order; by `workers` processes where that is worth it.

    What a process does not do, because it dies, takes too long or an extractor fails in it, this one does: the
    documents are the same however they were found.
    """
    left = dict(enumerate(readings))
    if workers > 1 and sum(len(reading.pages) for reading in readings) >= WORTHWHILE_PAGES:
        with suppress(OSError):  # no process could be started
            for places, found in _side_by_side(readings, workers, search):
                for place, documents in zip(places, found, strict=True):
                    if all(document.kind_confidence > FAILED for document in documents):
                        del left[place]
                        yield place, documents
    for place, reading in left.items():
        yield place, documents_of(reading)


def _side_by_side(
    readings: Sequence[FileReading], workers: int, search: Search
) -> Iterator[tuple[range, list[Documents]]]:
    """Runs of places with what was found there, without those that no process finished."""
    parts = list(_parts(readings))
    tasks = {}
    for part in parts:
        given = [readings[place] for place in part]
        seconds = _STARTING_SECONDS + _SECONDS_A_PAGE * sum(len(reading.pages) for reading in given)
        tasks[part] = Task(search, (given,), seconds)
    with WorkerPool(min(workers, len(parts)), 0, searching.start) as pool:
        for part, found in pool.run(tasks):
            if not isinstance(found, Exception):
                yield part, found


def _parts(readings: Sequence[FileReading]) -> Iterator[range]:
    """Neighbours of about `_PAGES_AT_ONCE` pages together."""
    first = pages = 0
    for place, reading in enumerate(readings):
        pages += len(reading.pages)
        if pages >= _PAGES_AT_ONCE:
            yield range(first, place + 1)
            first, pages = place + 1, 0
    if first < len(readings):
        yield range(first, len(readings))
