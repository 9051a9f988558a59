"""How the web side hands an application to the workers: in the same transaction that accepts it."""

from __future__ import annotations

import fcntl
from collections.abc import Sequence

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions, WorkflowStatus

from verifier.hook.settings import HookSettings
from verifier.hook.storage.database import Database

NAME = "heyan-hook"
# Changes when the steps of a workflow do: workers leave the work of another shape alone.
SHAPE = "heyan-1"
APPLICATIONS = "applications"
# Parents and children on one queue would wait for each other for ever.
PAGES = "pages"
APPLICATION_WORKFLOW = "application"
PAGE_WORKFLOW = "page"
_MIGRATION_LOCK = 0x4EA0_0002


def workflow_id(application_id: str, run: int) -> str:
    """The id of the workflow that does a run: starting it twice starts it once."""
    return f"application/{application_id}/{run}"


def prepare_jobs(settings: HookSettings, database: Database) -> None:
    """Makes or updates the tables of DBOS; processes that start together take turns."""
    if database.is_sqlite:
        with (settings.data / "migration.lock").open("w") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            DBOS.migrate(settings.database)
    else:
        # Held by the session, not by a transaction: DBOS makes indexes that wait for every open transaction to end.
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as cx:
            cx.execute(sa.select(sa.func.pg_advisory_lock(_MIGRATION_LOCK)))
            try:
                DBOS.migrate(settings.database)
            finally:
                cx.execute(sa.select(sa.func.pg_advisory_unlock(_MIGRATION_LOCK)))


class JobQueue:
    """Enqueues work; does none."""

    def __init__(self, database: Database) -> None:
        self._client = DBOSClient(
            system_database_engine=database.engine,
            serializer=DBOSPortableJSONSerializer(),
            application_name=NAME,
        )

    def enqueue(self, cx: sa.Connection, application_id: str, run: int) -> None:
        """Has run `run` done once `cx` commits."""
        options: EnqueueOptions = {
            "workflow_name": APPLICATION_WORKFLOW,
            "queue_name": APPLICATIONS,
            "workflow_id": workflow_id(application_id, run),
            "app_version": SHAPE,
        }
        self._client.enqueue_in_transaction(cx, options, application_id, run)

    def forget(self, application_ids: Sequence[str]) -> int:
        """Drops all that DBOS keeps of these applications, before they are removed; how many workflows that were."""
        found = self._of(application_ids, load_output=False)
        self._client.delete_workflows([one.workflow_id for one in found])
        return len(found)

    def page_blobs(self, application_ids: Sequence[str]) -> set[str]:
        """The blobs with readings of single pages that these applications have so far, whatever run they are of."""
        return {one.output for one in self._of(application_ids) if one.name == PAGE_WORKFLOW and one.output}

    def _of(self, application_ids: Sequence[str], load_output: bool = True) -> list[WorkflowStatus]:
        prefixes = [f"{name}/{one}/" for one in application_ids for name in (APPLICATION_WORKFLOW, PAGE_WORKFLOW)]
        if not prefixes:
            return []
        return self._client.list_workflows(workflow_id_prefix=prefixes, load_input=False, load_output=load_output)

    def close(self) -> None:
        self._client.destroy()
