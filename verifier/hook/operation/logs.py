"""The log: JSON lines on stderr, ours and those of every library, without personal data."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

from verifier.hook.operation.masking import HIDDEN, known_keys, masked

# Of these the words of a message are known not to hold what people sent; of others only where they come from is told.
_PLAIN = ("uvicorn", "alembic", "verifier")
# They bring handlers of their own, or print as soon as they are imported.
_LOUD = ("dbos", "uvicorn", "uvicorn.error", "uvicorn.access", "alembic", "sqlalchemy", "httpx2", "httpcore2")
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_FRAMES = 5


def start_logging(level: str = "info", stream: TextIO | None = None) -> None:
    """Has everything that is logged in this process written as JSON lines, from `level` on, and nothing else."""
    out = stream or sys.stderr
    least = _LEVELS[level]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _plain_error,
            known_keys,
            masked,
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.WriteLoggerFactory(out),
    )
    logging.lastResort = None
    logging.captureWarnings(True)
    # The helper process of multiprocessing outlives this one for a moment and would add a line that is no JSON.
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker:UserWarning")
    root = logging.getLogger()
    root.handlers[:] = [_Bridge()]
    root.setLevel(max(least, logging.INFO))
    for name in _LOUD:
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]  # DBOS adds one of its own where it finds none
        logger.propagate = True
    logging.getLogger("dbos").setLevel(logging.WARNING)  # one of its INFO lines is an advertisement
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


class _Bridge(logging.Handler):
    """Hands what libraries log to structlog, without the values that they put into their messages."""

    def emit(self, record: logging.LogRecord) -> None:
        about: dict[str, Any] = {"logger": record.name}
        plain = record.name.partition(".")[0] in _PLAIN
        told = _with_numbers(str(record.msg), record.args) if plain else "a library's message"
        error = record.exc_info[1] if record.exc_info else None
        about["where"] = [f"{record.module}:{record.lineno}"]
        if error is not None:
            about |= _about(error)
        level = min(_LEVELS, key=lambda name: abs(_LEVELS[name] - record.levelno))
        structlog.get_logger().log(_LEVELS[level], told, **about)


def _with_numbers(message: str, values: object) -> str:
    """The message with those of its values that are numbers."""
    if not values:
        return message.strip()
    if isinstance(values, dict):
        return message.strip()
    shown = tuple(
        v if isinstance(v, int | float) else HIDDEN for v in (values if isinstance(values, tuple) else (values,))
    )
    try:
        return (message % shown).strip()
    except (TypeError, ValueError):
        return message.strip()


def _plain_error(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Instead of an exception its type and where it came from: its words may be an applicant's."""
    error = line.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    elif isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        line.update(_about(error))
    return line


def _about(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    where = [f"{'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno}" for frame in frames]
    return {"error": type(error).__name__, "where": where}


def _uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    structlog.get_logger().error("uncaught", **_about(error))


def _uncaught_in_thread(about: threading.ExceptHookArgs) -> None:
    if about.exc_value is not None:
        structlog.get_logger().error("uncaught in a thread", **_about(about.exc_value))
