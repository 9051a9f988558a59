"""What `heyan serve` and `heyan worker` run until they are told to stop."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import NoReturn

import structlog
import uvicorn

from models.errors import HeyanError
from verifier.hook.api.app import make_app
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.jobs.worker import started_worker
from verifier.hook.settings import HookSettings
from verifier.hook.storage.database import open_database

_GLANCE_SECONDS = 0.2
_FINISHING_SECONDS = 5


def work(settings: HookSettings) -> NoReturn:
    """Works until SIGINT or SIGTERM. HeyanError where it cannot start."""
    told = threading.Event()
    # DBOS must never see a KeyboardInterrupt: the handlers only tell.
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: told.set())
    _log_to_stderr()
    worker = started_worker(settings, open_database(settings))
    while not (told.wait(_GLANCE_SECONDS) or worker.lost.is_set()):
        pass
    worker.stop()


def serve(settings: HookSettings, host: str, port: int, works: bool) -> NoReturn:
    """Answers until SIGINT or SIGTERM, and does the jobs too where it `works`. HeyanError where it cannot start."""
    _log_to_stderr()
    database = open_database(settings)
    prepare_jobs(settings, database)
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(settings, database),
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=_FINISHING_SECONDS,
            server_header=False,
            proxy_headers=False,
        )
    )
    worker = started_worker(settings, database) if works else None
    if worker is not None:
        threading.Thread(target=_end_with, args=(worker.lost, server), daemon=True).start()
    server.run()
    if not server.started:
        raise HeyanError(f"无法在 {host}:{port} 上提供服务，端口可能已被占用。")
    if worker is not None:
        worker.stop()
    sys.stderr.flush()
    os._exit(0)


def _end_with(lost: threading.Event, server: uvicorn.Server) -> None:
    lost.wait()
    server.should_exit = True


def _log_to_stderr() -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
