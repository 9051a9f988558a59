"""Who calls, what the caller may do, and how often. No route declares a body, so this comes before a byte of it is read."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.concurrency import run_in_threadpool
from fastapi.security import APIKeyHeader, HTTPBearer
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from verifier.hook.api.problems import ApiProblem, not_found, too_many
from verifier.hook.api.reception import Reception, ReceptionHere
from verifier.hook.storage.api_keys import ApiKey, find_key
from verifier.hook.storage.applications import Application, find_application

_WORDS = {"submit": "提交", "read": "读取", "review": "审核"}
_bearer = HTTPBearer(auto_error=False, description="API 密钥，由 heyan key add 生成")
_header = APIKeyHeader(name="X-API-Key", auto_error=False, description="同一密钥的另一种写法")


class RateLimiter:
    """So many requests a minute of one key, counted in this process."""

    def __init__(self, a_minute: int) -> None:
        self._item = RateLimitItemPerMinute(a_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def count(self, who: str) -> None:
        """Counts a request; 429 when it is one too many."""
        if not self._limiter.hit(self._item, who):
            wait = self._limiter.get_window_stats(self._item, who).reset_time - time.time()
            raise too_many("rate_limited", "请求过于频繁，请按 Retry-After 所示的秒数稍候再试。", int(wait) + 1)


async def _caller(
    request: Request,
    here: ReceptionHere,
    bearer: Annotated[object, Security(_bearer)],
    header: Annotated[str | None, Security(_header)],
) -> ApiKey:
    key = getattr(bearer, "credentials", None) or header
    limiter: RateLimiter = request.app.state.limiter
    found = await run_in_threadpool(_known, here, key) if key else None
    if found is None:
        limiter.count(f"address {request.client.host if request.client else ''}")
        raise ApiProblem(
            401,
            "unauthorized",
            "缺少 API 密钥，或密钥无效、已停用。请在 Authorization: Bearer 或 X-API-Key 中提供有效的密钥。",
            headers={"WWW-Authenticate": "Bearer"},
        )
    limiter.count(found.id)
    return found


def _known(here: Reception, key: str) -> ApiKey | None:
    with here.database.reading() as cx:
        return find_key(cx, key)


Caller = Annotated[ApiKey, Depends(_caller)]


def _need(caller: ApiKey, *scopes: str) -> ApiKey:
    if not caller.scopes & set(scopes):
        wanted = "或".join(f"“{_WORDS[scope]}”（{scope}）" for scope in scopes)
        raise ApiProblem(403, "forbidden", f"这个密钥没有{wanted}权限，请联系管理员。")
    return caller


def _submitter(caller: Caller) -> ApiKey:
    return _need(caller, "submit")


def _reader(caller: Caller) -> ApiKey:
    return _need(caller, "read", "review")


def _anyone(caller: Caller) -> ApiKey:
    return _need(caller, "submit", "read", "review")


Anyone = Annotated[ApiKey, Depends(_anyone)]
Submitter = Annotated[ApiKey, Depends(_submitter)]
Reader = Annotated[ApiKey, Depends(_reader)]


def may_see(caller: ApiKey, application: Application | None) -> Application:
    """The application, where it is the caller's own or the caller reviews; 404 otherwise."""
    if application is None or (application.key_id != caller.id and "review" not in caller.scopes):
        raise not_found()
    return application


def visible(here: Reception, caller: ApiKey, application_id: str) -> Application:
    """The application `application_id`; 404 where there is none that the caller may see."""
    with here.database.reading() as cx:
        return may_see(caller, find_application(cx, application_id))
