"""The documents in what a run has read: kept from run to run, and looked for side by side where many are to be found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain

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
PAGES_AHEAD = 100
_PAGES_AT_ONCE = 60
_STARTING_SECONDS = 60.0
_SECONDS_A_PAGE = 5.0


class Ahead:
    """The documents of a run's first pages, looked for as they are read: meanwhile this process has nothing else to do.

    Where more are to come they are better looked through side by side.
    """

    def __init__(self) -> None:
        self._found: dict[int, tuple[FileReading, Documents]] = {}
        self._pages = 0

    def look(self, reading: FileReading) -> None:
        """Find the documents in `reading`, which is kept, unless there have been too many pages."""
        self._pages += len(reading.pages)
        if self._pages <= PAGES_AHEAD:
            self._found[id(reading)] = reading, documents_of(reading)

    def in_these(self, readings: Sequence[FileReading]) -> dict[int, Documents]:
        """The place of each of `readings` that was looked through, the very object, with its documents."""
        places = ((place, self._found.get(id(reading))) for place, reading in enumerate(readings))
        return {place: found[1] for place, found in places if found}


def documents_in(readings: Sequence[FileReading], options: RunOptions, ahead: Ahead | None = None) -> list[Documents]:
    """The documents of each of `readings`, which `read_all` made with the same `options`."""
    found = ahead.in_these(readings) if ahead else {}
    if not options.use_cache:
        found.update(_rest(readings, dict(found), options))
        return [found[place] for place in range(len(readings))]
    engine, version = process.identity(options.settings.engine)
    about = settings_key(options.settings)
    cache = DocumentCache(ReadingCache())
    keys = [ReadingKey(reading.sha256, engine, version, about) for reading in readings]
    known = [cache.known(key, reading) for key, reading in zip(keys, readings, strict=True)]
    done = {place: documents for place, documents in enumerate(known) if documents is not None}
    for place, documents in chain(found.items(), _rest(readings, {**found, **done}, options)):
        if place not in done:
            done[place] = documents
            cache.keep(keys[place], readings[place], documents)
    return [done[place] for place in range(len(readings))]


def _rest(
    readings: Sequence[FileReading], done: Mapping[int, Documents], options: RunOptions
) -> Iterator[tuple[int, Documents]]:
    """The places that are not `done` with their documents, as they are found."""
    new = [place for place in range(len(readings)) if place not in done]
    for at, documents in searched([readings[place] for place in new], options.jobs):
        yield new[at], documents


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
