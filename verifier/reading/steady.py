"""Time limits of workers by a clock that nobody sets.

pebble measures its tasks by the wall clock: set forward, it would end every file on its way as too slow; set back, a file
that hangs would hang for as long as the clock went back.
"""

from __future__ import annotations

import time
from types import ModuleType, SimpleNamespace
from typing import Any, cast

from pebble.pool import base_pool
from pebble.pool import process as process_pool

_STEADY = cast(ModuleType, SimpleNamespace(time=time.monotonic, sleep=time.sleep))


def steady_limits() -> None:
    """Lets pebble's pools of this process ask the monotonic clock, for good."""
    for module in (base_pool, process_pool):
        cast(Any, module).time = _STEADY
