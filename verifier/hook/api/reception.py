"""What the routes of the API work with; one a process, kept in the app's state."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

import sqlalchemy as sa
from fastapi import Depends, Request

from verifier.hook.api.problems import too_many
from verifier.hook.jobs.queue import JobQueue
from verifier.hook.operation.metrics import Metrics
from verifier.hook.settings import HookSettings
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database
from verifier.reading.warm_pool import WarmPool


class Turnstile:
    """Lets so many in at a time and sends the others away with 429."""

    def __init__(self, places: int, code: str, detail: str) -> None:
        self._places = threading.BoundedSemaphore(places)
        self._code = code
        self._detail = detail

    @contextmanager
    def inside(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise too_many(self._code, self._detail, 2)
        try:
            yield
        finally:
            self._places.release()


@dataclass(frozen=True)
class Reception:
    """`pool` reads what callers wait for: prechecks, page images, page counts."""

    settings: HookSettings
    database: Database
    blobs: BlobStore
    queue: JobQueue
    pool: WarmPool
    metrics: Metrics = field(default_factory=Metrics)
    uploads: Turnstile = field(init=False)
    prechecks: Turnstile = field(init=False)
    pictures: Turnstile = field(init=False)

    def __post_init__(self) -> None:
        limits = self.settings.limits
        busy = "同时进行的{}过多，请稍候再试。"
        for name, places, word in (
            ("uploads", limits.uploads, "上传"),
            ("prechecks", limits.prechecks, "预检"),
            ("pictures", limits.pictures, "图片请求"),
        ):
            object.__setattr__(self, name, Turnstile(places, f"too_many_{name}", busy.format(word)))

    def faults(self) -> list[str]:
        """Why requests cannot be served now; empty where they can."""
        found = []
        try:
            with self.database.reading() as cx:
                cx.execute(sa.select(1))
        except sa.exc.SQLAlchemyError:
            found.append("数据库无法访问")
        try:
            self.blobs.draft().discard()
            if shutil.disk_usage(self.settings.data).free < self.settings.limits.bytes_an_application:
                found.append("数据目录所在磁盘空间不足")
        except OSError:
            found.append("数据目录不可写")
        return found


def _reception(request: Request) -> Reception:
    found: Reception = request.app.state.reception
    return found


ReceptionHere = Annotated[Reception, Depends(_reception)]
