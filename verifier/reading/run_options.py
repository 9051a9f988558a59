"""What one run was asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass

from extractors.intake import limits_from_environment
from models.settings import EngineName, ReadingSettings


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to read and judge: the rule pack, how many worker processes, whether to use the cache."""

    pack: str
    settings: ReadingSettings
    jobs: int
    use_cache: bool

    @classmethod
    def of(cls, pack: str, jobs: int | None, no_cache: bool, engine: EngineName) -> RunOptions:
        """The options as the command line gives them; `jobs` None means the cores that this process may use."""
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return cls(pack, ReadingSettings(engine=engine, limits=limits_from_environment()), jobs or cores, not no_cache)
