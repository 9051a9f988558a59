"""What Prometheus is told: of this process from memory, of the whole installation from the database.

Each `serve` process counts the requests that it answers; whatever several machines share is asked of the database when
somebody looks, so that every process tells the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.registry import Collector

from models.finding import Status
from verifier.hook.settings import HookSettings
from verifier.hook.storage.applications import UNFINISHED
from verifier.hook.storage.callbacks import WAITING, count_callbacks
from verifier.hook.storage.database import Database
from verifier.hook.storage.tables import STATES, applications, callbacks, now
from verifier.hook.storage.workers import worked

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The metrics of one process; further rooms `register` collectors of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "heyan_requests", "Requests answered by this process", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "heyan_request_seconds",
            "Seconds to the end of the answer",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.precheck_seconds = Histogram(
            "heyan_precheck_seconds",
            "Seconds of a precheck once its file has come in",
            buckets=_SECONDS,
            registry=self.registry,
        )
        ProcessCollector(registry=self.registry)

    def register(self, collector: Collector) -> None:
        """Has `collector` asked at every look."""
        self.registry.register(collector)

    def text(self) -> bytes:
        """All of it, in Prometheus's text format."""
        return generate_latest(self.registry)


class Installation(Collector):
    """What the database and the data folder tell."""

    def __init__(self, settings: HookSettings, database: Database) -> None:
        self._settings = settings
        self._database = database

    def describe(self) -> list[Metric]:
        """Nothing, so that registering does not ask the database."""
        return []

    def collect(self) -> Iterator[Metric]:
        up = True
        try:
            with self._database.reading() as cx:
                yield from [*_of_applications(cx), *_of_callbacks(cx), *_of_workers(cx)]
        except sa.exc.SQLAlchemyError:
            up = False
        yield GaugeMetricFamily("heyan_database_up", "Whether the database answers", float(up))
        try:
            free = shutil.disk_usage(self._settings.data).free
        except OSError:
            return
        yield GaugeMetricFamily("heyan_data_free_bytes", "Room left on the disk of the data folder", free)


def _by_label(name: str, about: str, label: str, counted: dict[str, Any]) -> Metric:
    family = GaugeMetricFamily(name, about, labels=[label])
    for value, count in counted.items():
        family.add_metric([value], count)
    return family


def _counted(cx: sa.Connection, column: sa.Column[Any], *restrictions: sa.ColumnElement[bool]) -> dict[str, int]:
    found = cx.execute(sa.select(column, sa.func.count()).where(*restrictions).group_by(column))
    return {str(value): count for value, count in found}


def _age(moment: Any) -> float:
    return max((now() - moment).total_seconds(), 0.0) if moment is not None else 0.0


def _of_applications(cx: sa.Connection) -> Iterator[Metric]:
    states = dict.fromkeys(STATES, 0) | _counted(cx, applications.c.state)
    yield _by_label("heyan_applications", "Applications by state", "state", states)
    verdicts = dict.fromkeys((s.value for s in Status), 0)
    verdicts |= _counted(
        cx, applications.c.verdict, applications.c.state == "done", applications.c.verdict.is_not(None)
    )
    yield _by_label("heyan_verdicts", "Finished applications by the verdict that counts", "verdict", verdicts)
    waiting = sum(states[state] for state in UNFINISHED)
    yield GaugeMetricFamily("heyan_queue_length", "Applications that are not finished", waiting)
    oldest = cx.scalar(sa.select(sa.func.min(applications.c.updated_at)).where(applications.c.state.in_(UNFINISHED)))
    yield GaugeMetricFamily("heyan_queue_oldest_seconds", "Longest time without a new state in the queue", _age(oldest))


def _of_callbacks(cx: sa.Connection) -> Iterator[Metric]:
    yield _by_label("heyan_callbacks", "Callbacks by state", "state", dict(count_callbacks(cx)))
    oldest = cx.scalar(sa.select(sa.func.min(callbacks.c.created_at)).where(callbacks.c.state == WAITING))
    yield GaugeMetricFamily("heyan_callbacks_oldest_seconds", "Age of the oldest callback that waits", _age(oldest))


def _of_workers(cx: sa.Connection) -> Iterator[Metric]:
    found = worked(cx)
    yield GaugeMetricFamily("heyan_workers", "Workers that are alive, on all machines", found.alive)
    yield GaugeMetricFamily("heyan_worker_processes", "Reading processes of the workers that are alive", found.jobs)
    yield SummaryMetricFamily("heyan_page_seconds", "Pages read, and seconds of reading", found.pages, found.seconds)
