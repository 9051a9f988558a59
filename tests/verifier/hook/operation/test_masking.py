"""No ID number, telephone number or Chinese name gets through, however it is written; what operators need does."""

from __future__ import annotations

import ast
import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from tests.recordings import ROOT
from tests.verifier.hook.papers import id_number
from verifier.hook.operation.logs import start_logging
from verifier.hook.operation.masking import _FORMS, HIDDEN, without_personal_data

APPLICATION = "app_" + "12345678901234567890123456789012"
around = st.text(st.characters(exclude_categories=["Nd", "Cs"], exclude_characters="Xx"), max_size=20)


@given(around, st.integers(1, 20000), st.sampled_from(["", " ", "-", "  "]), st.booleans(), around)
def test_an_id_number_does_not_get_through(before: str, serial: int, gap: str, wide: bool, after: str) -> None:
    number = id_number(serial)
    written = gap.join((number[:6], number[6:14], number[14:]))
    if wide:
        written = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in written)
    shown = without_personal_data(f"{before}{written}{after}")
    assert number[6:14] not in shown
    assert number[-4:-1] not in shown


@pytest.mark.parametrize(
    "text",
    ["330699920815003", "13800138000", "+86 138-0013-8000", "138 0013 8000", "周启航", "扫描件_周启航.pdf", "买买提·艾力",
     "\U00020bb7野家", "⽅圆", "〇〇七", "33０699 1992-0815\u00a00035"],
)  # fmt: skip
def test_numbers_and_names_are_hidden(text: str) -> None:
    shown = without_personal_data(f"cannot open {text} now")
    assert shown.startswith("cannot open ")
    assert HIDDEN in shown
    assert not any(c.isdigit() or ord(c) > 0x2E7F for c in shown)


@pytest.mark.parametrize(
    "text", [APPLICATION, f"{APPLICATION} of 12 pages", "2026-11-23 10:00", "core:712", "port 8000"]
)
def test_what_operators_need_stays(text: str) -> None:
    assert without_personal_data(text) == text


def test_every_key_that_the_program_logs_is_a_known_one() -> None:
    used = set()
    for path in (ROOT / "verifier" / "hook").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("_log.", "structlog.get_logger().")):
                used |= {key.arg for key in node.keywords}
    assert {"application", "slot", "status"} <= used
    assert used - {None, "exc_info"} <= set(_FORMS)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The service's log; afterwards logging is as it was."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.lastResort)
    config = structlog.get_config()
    import sys
    import threading

    hooks = (sys.excepthook, threading.excepthook)
    others = {name: (logging.getLogger(name).handlers[:], logging.getLogger(name).propagate, logging.getLogger(name).level)
              for name in ("dbos", "uvicorn", "uvicorn.error", "uvicorn.access", "alembic", "sqlalchemy")}  # fmt: skip
    stream = io.StringIO()
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        start_logging("info", stream)
        yield stream
        logging.captureWarnings(False)
    root.handlers[:], level, logging.lastResort = before
    root.setLevel(level)
    for name, (handlers, propagate, own) in others.items():
        logger = logging.getLogger(name)
        logger.handlers[:], logger.propagate = handlers, propagate
        logger.setLevel(own)
    sys.excepthook, threading.excepthook = hooks
    structlog.configure(**config)


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_only_known_keys_and_forms_are_written(log: io.StringIO) -> None:
    structlog.get_logger().info(
        "read", application=APPLICATION, name="Zhou Qihang", file="Zhou.pdf", status="Zhou", run=2
    )
    (line,) = lines(log)
    assert {k: v for k, v in line.items() if k != "timestamp"} == {
        "event": "read", "level": "info", "application": APPLICATION, "status": HIDDEN, "file": HIDDEN, "run": 2, "dropped": 1,
    }  # fmt: skip


def test_errors_are_told_by_type_and_place(log: io.StringIO) -> None:
    try:
        raise ValueError(f"Zhou Qihang {id_number(1)}")
    except ValueError:
        structlog.get_logger().error("failed", exc_info=True)
        logging.getLogger("verifier.desk").exception("a page of %s failed after %d s", "Zhou", 3)
        logging.getLogger("some.library").error(f"cannot open Zhou.pdf of {id_number(1)}", exc_info=True)
    for line in lines(log):
        assert line["error"] == "ValueError"
        assert str(line["where"]).count("test_masking.py:") == 1
    told = [line["event"] for line in lines(log)]
    assert told == ["failed", f"a page of {HIDDEN} failed after 3 s", "a library's message"]
    assert "Zhou" not in log.getvalue()


def test_libraries_and_warnings_write_the_same_lines(log: io.StringIO) -> None:
    import dbos  # noqa: F401  it must not bring a handler of its own back

    for name in ("dbos", "uvicorn.error", "alembic.runtime.migration", "httpx2", "anything.else"):
        logging.getLogger(name).warning("GET https://platform.test/?name=Zhou %s", "Zhou")
    warnings.warn("about Zhou.pdf", UserWarning, stacklevel=1)
    told = lines(log)
    assert len(told) == 6
    assert [line["level"] for line in told] == ["warning"] * 6
    assert sum("Zhou" in json.dumps(line) for line in told) == 2, "only in what the code itself says, never in a value"
