"""What one worker has read, told to the database now and then: whoever asks for metrics sees all workers there."""

from __future__ import annotations

import threading
import time

from verifier.hook.storage.database import Database
from verifier.hook.storage.ids import new_id
from verifier.hook.storage.tables import now
from verifier.hook.storage.workers import tell

_EVERY_SECONDS = 10.0


class WorkRecord:
    """Counts the pages that a worker reads, from any thread."""

    def __init__(self, jobs: int) -> None:
        self._id = new_id("wrk")
        self._started = now()
        self._jobs = jobs
        self._lock = threading.Lock()
        self._pages = 0
        self._seconds = 0.0
        self._told_at = float("-inf")

    def add(self, pages: int, seconds: float) -> None:
        """So many pages were read, which took a reading process so long."""
        with self._lock:
            self._pages += pages
            self._seconds += seconds

    def tell(self, database: Database) -> None:
        """Writes it down, if that was not done just now."""
        if time.monotonic() - self._told_at < _EVERY_SECONDS:
            return
        with self._lock:
            pages, seconds = self._pages, self._seconds
        with database.writing() as cx:
            tell(cx, self._id, self._started, self._jobs, pages, seconds)
        self._told_at = time.monotonic()
