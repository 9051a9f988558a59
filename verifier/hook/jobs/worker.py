"""A worker: takes a slot, does what is queued, takes over what dead workers leave."""

from __future__ import annotations

import threading

import structlog
from dbos import DBOS, DBOSPortableJSONSerializer

from extractors.cache import ReadingCache
from models.errors import HeyanError
from verifier.hook.jobs import workflows
from verifier.hook.jobs.queue import APPLICATION_WORKFLOW, APPLICATIONS, NAME, PAGES, SHAPE, prepare_jobs
from verifier.hook.jobs.slots import adopt, claim, locks_of, slot_name
from verifier.hook.jobs.work_record import WorkRecord
from verifier.hook.settings import HookSettings
from verifier.hook.storage import progress
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database
from verifier.reading.warm_pool import CachedReader, WarmPool

_ADOPTION_SECONDS = 2.0
_POLLING_SECONDS = 0.1
_APPLICATIONS_AT_ONCE = 8
# The web side's answers, and prechecks above all, go before work that nobody waits for.
_NICENESS = 10
_DEAD = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_log = structlog.get_logger()


class Worker:
    """The work of one process, until the process ends: there is no other end to it.

    `lost` is set when another worker may take this one for dead: the process should end then.
    """

    def __init__(self, settings: HookSettings, database: Database, pool: WarmPool | None = None) -> None:
        self._settings = settings
        self._database = database
        self._pool = pool or WarmPool(settings.reading, settings.jobs, _NICENESS)
        self._locks = locks_of(settings, database)
        self._record = WorkRecord(settings.jobs)
        self.lost = threading.Event()
        self.slot = -1

    def start(self) -> None:
        """Begins to work. HeyanError where that is not possible."""
        prepare_jobs(self._settings, self._database)
        self.slot = claim(self._locks)
        workflows.equip(
            workflows.Workshop(
                self._settings,
                self._database,
                BlobStore(self._settings.blobs),
                self._pool,
                CachedReader(self._pool, ReadingCache(self._settings.readings), self._record.add),
            )
        )
        DBOS(
            config={
                "name": NAME,
                "system_database_url": self._settings.database,
                "system_database_engine": self._database.engine,
                "serializer": DBOSPortableJSONSerializer(),  # the default one is pickle
                "application_version": SHAPE,
                "executor_id": slot_name(self.slot),
                "log_level": "WARNING",  # operation/logs.py keeps the words of errors, which may be an applicant's, out
                "enable_otlp": False,
                "run_migrations": False,
            }
        )
        DBOS.launch()
        DBOS.register_queue(
            APPLICATIONS, worker_concurrency=_APPLICATIONS_AT_ONCE, polling_interval_sec=_POLLING_SECONDS
        )
        DBOS.register_queue(PAGES, worker_concurrency=2 * self._settings.jobs, polling_interval_sec=_POLLING_SECONDS)
        threading.Thread(target=self._watch, name="heyan-slots", daemon=True).start()
        _log.info("worker started", slot=self.slot)

    def _watch(self) -> None:
        while not self.lost.wait(_ADOPTION_SECONDS):
            try:
                if not self._locks.holds(self.slot):
                    _log.error("slot lost", slot=self.slot)
                    self.lost.set()
                    return
                self._adopt()
                self._bury()
                self._record.tell(self._database)
            except Exception as error:  # the database may be away for a while; the next round will tell
                _log.warning("slots not looked after", error=type(error).__name__)

    def _adopt(self) -> None:
        pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        owners = {w.executor_id for w in pending if w.executor_id}
        adopted = adopt(self._locks, self.slot, owners, self._resume)
        if adopted:
            _log.info("took over", jobs=adopted, slot=self.slot)

    def _resume(self, owner: str) -> int:
        """Puts back what `owner` had begun; asked for again here, for now nobody can take the owner's slot."""
        left = DBOS.list_workflows(status="PENDING", executor_id=owner, load_input=False, load_output=False)
        by_queue: dict[str | None, list[str]] = {}
        for one in left:
            by_queue.setdefault(one.queue_name, []).append(one.workflow_id)
        for queue, ids in by_queue.items():
            DBOS.resume_workflows(ids, queue_name=queue)
        return len(left)

    def _bury(self) -> None:
        """Applications whose workflow could not even fail in good order."""
        dead = DBOS.list_workflows(name=APPLICATION_WORKFLOW, status=_DEAD, load_input=False, load_output=False)
        for one in dead:
            _, application_id, run = one.workflow_id.split("/")
            with self._database.writing() as cx:
                if progress.fail(cx, application_id, int(run), "internal"):
                    _log.error("application failed", application=application_id)


def started_worker(settings: HookSettings, database: Database) -> Worker:
    """A worker at work. HeyanError where it cannot start."""
    worker = Worker(settings, database)
    try:
        worker.start()
    except HeyanError:
        raise
    except Exception as error:
        raise HeyanError(f"工作进程无法启动（{type(error).__name__}），请检查数据库和数据目录。") from error
    return worker
