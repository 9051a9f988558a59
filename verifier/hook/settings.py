"""What the operator of the hook sets: HEYAN_* in the environment, and the options of `heyan serve` and `heyan worker`."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from extractors.intake import limits_from_environment
from models.errors import HeyanError
from models.settings import ReadingSettings

DEFAULT_PACK = "shangyu-2023-engineer"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class HookLimits:
    """What a caller may ask for. Over a size: 413; too much at once: 429 with Retry-After.

    `bytes_a_file` and `pages_a_file` are those of `models.settings.Limits`. `waiting` counts the applications that are not
    done yet, of all callers; `uploads` the bodies that one process takes in at the same time.
    """

    bytes_an_application: int = 300 * MEGABYTE
    files: int = 100
    pages: int = 400
    profile_bytes: int = MEGABYTE
    requests_a_minute: int = 600
    waiting: int = 5000
    uploads: int = 16
    prechecks: int = 4
    pictures: int = 8
    signin_tries: int = 10


@dataclass(frozen=True, slots=True)
class HookSettings:
    """Everything that the hook is run with; the same values for `serve` and every `worker` of one installation.

    `database` is an SQLAlchemy URL. `file_roots` are folders and `file_hosts` https hosts that files may be named from,
    `callback_hosts` (`host` or `host:port`) where callbacks may go; `allow_private` lets the listed hosts be private
    addresses; `callback_master` is what the secrets of callbacks are made from, "" for the one in the data folder.
    `secure_cookies` is for a hook behind https; `trusted_proxies` are addresses and networks that may say, in
    X-Forwarded-For and X-Forwarded-Proto, whom they speak for.
    """

    data: Path
    database: str
    rules: str = DEFAULT_PACK
    jobs: int = 1
    precheck_jobs: int = 1
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    limits: HookLimits = field(default_factory=HookLimits)
    file_roots: tuple[Path, ...] = ()
    file_hosts: tuple[str, ...] = ()
    callback_hosts: tuple[str, ...] = ()
    allow_private: bool = False
    callback_master: str = field(default="", repr=False)
    session_hours: float = 12.0
    session_idle_minutes: float = 60.0
    claim_minutes: float = 30.0
    secure_cookies: bool = False
    metrics: str = "loopback"
    log_level: str = "info"
    trusted_proxies: tuple[str, ...] = ()

    @property
    def blobs(self) -> Path:
        """Where files are kept, by the hash of their content."""
        return self.data / "blobs"

    @property
    def readings(self) -> Path:
        """Where readings are kept, as `extractors.cache.ReadingCache` writes them."""
        return self.data / "readings"

    @property
    def is_sqlite(self) -> bool:
        return self.database.startswith("sqlite")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _networks(text: str) -> tuple[str, ...]:
    return tuple(str(ipaddress.ip_network(part)) for part in _listed(text))


def _folders(text: str) -> tuple[Path, ...]:
    return tuple(Path(part).resolve() for part in _listed(text))


def _yes(text: str) -> bool:
    if text.lower() in ("1", "true", "yes", "on"):
        return True
    if text.lower() in ("0", "false", "no", "off"):
        return False
    raise ValueError


def _positive(number: Callable[[str], float]) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = number(text)
        if not 0 < value < float("inf"):
            raise ValueError
        return value

    return read


def _one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in words:
            raise ValueError
        return text.lower()

    return read


VARIABLES: dict[str, tuple[str, Callable[[str], Any], str]] = {
    "HEYAN_RULES": ("rules", str, "规则包编号或路径"),
    "HEYAN_JOBS": ("jobs", _positive(int), "正整数"),
    "HEYAN_PRECHECK_JOBS": ("precheck_jobs", _positive(int), "正整数"),
    "HEYAN_FILE_ROOTS": ("file_roots", _folders, "以逗号分隔的文件夹"),
    "HEYAN_FILE_HOSTS": ("file_hosts", _listed, "以逗号分隔的主机名"),
    "HEYAN_CALLBACK_HOSTS": ("callback_hosts", _listed, "以逗号分隔的主机名"),
    "HEYAN_ALLOW_PRIVATE": ("allow_private", _yes, "1 或 0"),
    "HEYAN_CALLBACK_MASTER": ("callback_master", str, "base64"),
    "HEYAN_SESSION_HOURS": ("session_hours", _positive(float), "正数"),
    "HEYAN_SESSION_IDLE_MINUTES": ("session_idle_minutes", _positive(float), "正数"),
    "HEYAN_CLAIM_MINUTES": ("claim_minutes", _positive(float), "正数"),
    "HEYAN_METRICS": ("metrics", _one_of("loopback", "key", "off"), "loopback、key 或 off"),
    "HEYAN_LOG_LEVEL": ("log_level", _one_of("debug", "info", "warning", "error"), "debug、info、warning 或 error"),
    "HEYAN_SECURE_COOKIES": ("secure_cookies", _yes, "1 或 0"),
    "HEYAN_TRUSTED_PROXIES": ("trusted_proxies", _networks, "以逗号分隔的 IP 地址或网段"),
}


def settings_from_environment(
    environment: Mapping[str, str] | None = None, database: str | None = None, **options: Any
) -> HookSettings:
    """The settings as the environment gives them; `options` that are not None go before it.

    HEYAN_DATA, HEYAN_DATABASE, those of `VARIABLES`, the reading limits HEYAN_MAX_* and HEYAN_LIMIT_<NAME> for each of
    HookLimits. HeyanError names a variable that cannot be used.
    """
    given = os.environ if environment is None else environment
    data = Path(given.get("HEYAN_DATA", "").strip() or platformdirs.user_state_dir("heyan")).absolute()
    url = database or given.get("HEYAN_DATABASE", "").strip() or f"sqlite:///{data / 'heyan.db'}"
    settings = HookSettings(
        data=data,
        database=_dialect(url),
        jobs=_cores(),
        reading=ReadingSettings(limits=limits_from_environment(given)),
        limits=_limits(given),
    )
    values = {
        name: _value(variable, given[variable].strip(), read, wanted)
        for variable, (name, read, wanted) in VARIABLES.items()
        if given.get(variable, "").strip()
    }
    values |= {name: value for name, value in options.items() if value is not None}
    return replace(settings, **values)


def _limits(given: Mapping[str, str]) -> HookLimits:
    values = {}
    for one in fields(HookLimits):
        variable = f"HEYAN_LIMIT_{one.name.upper()}"
        text = given.get(variable, "").strip()
        if text:
            values[one.name] = _value(variable, text, _positive(int), "正整数")
    return replace(HookLimits(), **values)


def _value(variable: str, text: str, read: Callable[[str], Any], wanted: str) -> Any:
    try:
        return read(text)
    except ValueError as error:
        raise HeyanError(f"环境变量 {variable} 应为{wanted}，现为“{text}”，请改正后重新运行。") from error


def _dialect(url: str) -> str:
    """The URL with the driver that is installed; HeyanError for a database that is not supported."""
    scheme, mark, rest = url.partition("://")
    if mark and scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return f"postgresql+psycopg://{rest}"
    if mark and scheme == "sqlite" and rest not in ("", "/", "/:memory:"):
        return url
    raise HeyanError("数据库地址应为 sqlite:///文件路径 或 postgresql://用户:密码@主机:端口/库名，请改正后重新运行。")
