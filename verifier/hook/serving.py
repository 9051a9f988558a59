"""What `heyan serve` and `heyan worker` run until they are told to stop."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from typing import NoReturn

import structlog
import uvicorn

from verifier.hook.api.app import make_app
from verifier.hook.callbacks.delivery import start_delivering
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.jobs.worker import started_worker
from verifier.hook.operation.logs import start_logging
from verifier.hook.settings import HookSettings
from verifier.hook.storage.database import open_database

_GLANCE_SECONDS = 0.2
_FINISHING_SECONDS = 5


def work(settings: HookSettings) -> NoReturn:
    """Works until SIGINT or SIGTERM. HeyanError where it cannot start."""
    told = _Told()
    _prepare(settings)
    database = open_database(settings)
    start_delivering(settings, database)
    worker = started_worker(settings, database)
    while not (told.wait(_GLANCE_SECONDS) or worker.lost.is_set()):
        pass
    _end(1 if worker.lost.is_set() else told.status)


def serve(settings: HookSettings, host: str, port: int, works: bool) -> NoReturn:
    """Answers until SIGINT or SIGTERM, and does the jobs too where it `works`. HeyanError where it cannot start."""
    told = _Told()
    _prepare(settings)
    database = open_database(settings)
    prepare_jobs(settings, database)
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(settings, database),
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=_FINISHING_SECONDS,
            server_header=False,
            proxy_headers=False,
        )
    )
    if works:
        start_delivering(settings, database)
    worker = started_worker(settings, database) if works else None
    if worker is not None:
        threading.Thread(target=_end_with, args=(worker.lost, server), daemon=True).start()
    with suppress(SystemExit):  # how uvicorn says that the port is taken
        server.run()
    if not server.started:
        print(f"无法在 {host}:{port} 上提供服务，端口可能已被占用。", file=sys.stderr)
        _end(2)
    _end(1 if worker is not None and worker.lost.is_set() else told.status)


def _prepare(settings: HookSettings) -> None:
    """What this process writes is for its own account alone, and its log holds nothing of a person."""
    os.umask(0o077)
    start_logging(settings.log_level)
    with suppress(OSError):
        if settings.data.stat().st_mode & 0o077:
            structlog.get_logger().warning("the data folder is open to other accounts of this machine")


class _Told:
    """Whether a signal told the process to stop: its handlers do nothing else, for no library may be interrupted."""

    def __init__(self) -> None:
        self.status = 0
        self._event = threading.Event()
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, self._tell)
        self.wait = self._event.wait

    def _tell(self, number: int, _frame: object) -> None:
        self.status = 130 if number == signal.SIGINT else 0
        self._event.set()


def _end(status: int) -> NoReturn:
    """Ends the process with what it is doing: whoever comes next goes on with it.

    A tidy end would be worse: pages whose workers are taken away would count as unreadable, and threads of DBOS that wait
    for something cannot be ended.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _end_with(lost: threading.Event, server: uvicorn.Server) -> None:
    lost.wait()
    server.should_exit = True
