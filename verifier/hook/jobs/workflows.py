"""The workflow of an application: read every page, put the files together, judge. Each step may be run again.

Arguments and results are ids, hashes and numbers: what DBOS keeps holds nothing of a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import structlog
from dbos import DBOS, PortableWorkflowError, SetWorkflowID, WorkflowHandle, error

from models.document import FileReading, Problem
from models.errors import Crashed, EngineError, HeyanError, RulePackError, TooSlow
from verifier.hook.jobs.queue import APPLICATION_WORKFLOW, PAGE_WORKFLOW, PAGES
from verifier.hook.judging import judge_again
from verifier.hook.reviewed import laid_over
from verifier.hook.settings import HookSettings
from verifier.hook.storage import progress
from verifier.hook.storage.applications import Application, files_of, find_application
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.callbacks import DONE, FAILED, add_callback
from verifier.hook.storage.database import Database
from verifier.hook.storage.readings import keep_reading, kept_reading
from verifier.hook.storage.reviewing import Action, actions_on
from verifier.reading.jobs import joined
from verifier.reading.warm_pool import CachedReader, WarmPool

JUDGING_SECONDS = 300.0
# A page is read in a process of its own, whose death costs the service nothing: only one page in very many that dies
# with its service so often is itself the cause, and to give up a good one is to call it damaged.
_DEATHS_OF_A_PAGE = 200
_CRASHED = "读取这一页时识别进程反复意外终止，文件可能已损坏；请重新导出或重新扫描后上传。"
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the steps work with; one a process."""

    settings: HookSettings
    database: Database
    blobs: BlobStore
    pool: WarmPool
    reader: CachedReader


_equipment: list[Workshop] = []


def equip(workshop: Workshop) -> None:
    """Sets what the workflows of this process work with."""
    _equipment[:] = [workshop]


def _is_passing(failure: BaseException) -> bool:
    """Whether it may go better in a moment: the database restarts, the disk is full."""
    return isinstance(failure, sa.exc.OperationalError | sa.exc.InterfaceError | OSError)


_retried: dict[str, Any] = {
    "retries_allowed": True,
    "max_attempts": 6,
    "interval_seconds": 1.0,
    "should_retry": _is_passing,
}


@DBOS.workflow(name=APPLICATION_WORKFLOW, max_recovery_attempts=1000)
def application(application_id: str, run: int) -> str:
    """One run over an application; `done`, `failed`, or `superseded` where a newer run has begun."""
    try:
        pages = _plan(application_id, run)
        if pages is None:
            return "superseded"
        handles = []
        for number, (sha256, page) in enumerate(pages):
            with SetWorkflowID(f"{PAGE_WORKFLOW}/{application_id}/{run}/{number}"):
                handles.append(DBOS.enqueue_workflow(PAGES, read_page, sha256, page))
        blobs = [_outcome(handle, application_id, run, done) for done, handle in enumerate(handles, start=1)]
        _gather(application_id, run, [[*page, blob] for page, blob in zip(pages, blobs, strict=True)])
        return _judge(application_id, run)
    except Exception as failure:
        _log.error("application failed", application=application_id, run=run, error=type(failure).__name__)
        return _give_up(application_id, run, failure.code if isinstance(failure, HeyanError) else "internal")


@DBOS.workflow(name=PAGE_WORKFLOW, max_recovery_attempts=_DEATHS_OF_A_PAGE)
def read_page(sha256: str, page: int | None) -> str:
    """The blob with the reading of one page (of the whole file for None)."""
    return _read(sha256, page)


def _outcome(handle: WorkflowHandle[str], application_id: str, run: int, done: int) -> str | None:
    """The page's reading; None where even its worker did not survive it."""
    blob: str | None = None
    try:
        blob = handle.get_result(polling_interval_sec=0.2)
    except error.DBOSAwaitedWorkflowMaxRecoveryAttemptsExceeded:
        _log.warning("page given up", application=application_id, run=run)
    except PortableWorkflowError as failure:
        if failure.name == EngineError.__name__:
            raise EngineError(failure.message) from failure
        raise
    tools = _equipment[0]
    with suppress(sa.exc.DBAPIError), tools.database.writing() as cx:
        progress.set_pages_done(cx, application_id, run, done)
    return blob


@DBOS.step(name="plan", **_retried)
def _plan(application_id: str, run: int) -> list[list[Any]] | None:
    """[sha256, page] of everything that is not read yet; None where the run is not the current one."""
    tools = _equipment[0]
    with tools.database.writing() as cx:
        if not progress.set_state(cx, application_id, run, "reading"):
            return None
        found = files_of(cx, application_id)
        unread = {file.sha256: file.pages or 1 for file in found if file.reading is None}
        pages: list[list[Any]] = []
        for sha256, count in unread.items():
            pages += [[sha256, None]] if count == 1 else [[sha256, page] for page in range(1, count + 1)]
        progress.set_pages(cx, application_id, run, len(pages))
    return pages


@DBOS.step(name="read", **_retried)
def _read(sha256: str, page: int | None) -> str:
    tools = _equipment[0]
    path = tools.blobs.path(sha256)
    if not path.is_file():
        # No fault of the applicant's: the data folder is not there, or not the one that `serve` keeps files in.
        raise FileNotFoundError("no such blob")
    return keep_reading(tools.blobs, tools.reader.read(path, sha256, page))


@DBOS.step(name="gather", **_retried)
def _gather(application_id: str, run: int, pages: Sequence[Sequence[Any]]) -> None:
    """Puts the pages of each file together and writes down which blob is the file's reading."""
    tools = _equipment[0]
    pieces: dict[str, list[FileReading]] = {}
    for sha256, page, blob in pages:
        reading = kept_reading(tools.blobs, blob, "") if blob else _unread(sha256, page)
        pieces.setdefault(sha256, []).append(reading)
    kept = {sha256: keep_reading(tools.blobs, joined(found)) for sha256, found in pieces.items()}
    with tools.database.writing() as cx:
        for file in files_of(cx, application_id):
            if file.sha256 in kept:
                progress.set_reading(cx, application_id, file.name, file.sha256, kept[file.sha256])
        progress.set_state(cx, application_id, run, "verifying")


def _unread(sha256: str, page: int | None) -> FileReading:
    return FileReading("", sha256, (), (Problem("", Crashed.code, _CRASHED, page),))


@DBOS.step(name="judge", **_retried)
def _judge(application_id: str, run: int) -> str:
    """Keeps the report, and what is to be told of it, in one transaction: at most once, however often this is run."""
    tools = _equipment[0]
    with tools.database.reading() as cx:
        about = find_application(cx, application_id)
        found = files_of(cx, application_id)
        actions = actions_on(cx, application_id)  # of earlier runs: nobody can do anything while this one lasts
    if about is None or about.run != run:
        return "superseded"
    readings = [(tools.blobs.path(f.reading), f.name) for f in found if f.reading is not None]
    report, verdict = _judged(tools, about, readings, actions)
    with tools.database.writing() as cx:
        if not progress.finish(cx, application_id, run, report, verdict):
            return "superseded"
        add_callback(cx, replace(about, state="done", verdict=verdict, version=about.version + 1), DONE)
    return "done"


def _judged(
    tools: Workshop, about: Application, readings: list[tuple[Path, str]], actions: Sequence[Action]
) -> tuple[dict[str, Any], str]:
    """The report, and the verdict that counts. Errors are named alone: DBOS keeps their words, which may be an applicant's."""
    given = (dict(about.profile), about.rule_pack, readings, *laid_over(actions))
    try:
        return tools.pool.call(judge_again, given, JUDGING_SECONDS)
    except TimeoutError:
        raise TooSlow("judging took too long") from None
    except (RulePackError, OSError):
        raise
    except Exception as failure:
        raise HeyanError(f"judging ended with {type(failure).__name__}") from None


@DBOS.step(name="give_up", **_retried)
def _give_up(application_id: str, run: int, reason: str) -> str:
    tools = _equipment[0]
    with tools.database.writing() as cx:
        about = find_application(cx, application_id)
        if about is None or not progress.fail(cx, application_id, run, reason):
            return "superseded"
        add_callback(cx, replace(about, state="failed", verdict=None, version=about.version + 1), FAILED)
    return "failed"
