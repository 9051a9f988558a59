"""Report files that are whole or not there: a disk that fills up must leave no half of one."""

from __future__ import annotations

import os
import threading
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` in the place of `path`. OSError where that cannot be done; what was there stays then."""
    # Threads of a service may draw the same page at once.
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.draft")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
