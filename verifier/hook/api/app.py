"""The web application: the API under /v1, the desk under /desk, /docs, and what operators look at."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.openapi.utils import get_openapi
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from verifier.hook.api import applications, callbacks, docs_page, prechecking, problems, results
from verifier.hook.api.access import RateLimiter
from verifier.hook.api.problems import ApiProblem, ProblemDetails, responses
from verifier.hook.api.reception import Reception, ReceptionHere
from verifier.hook.desk import make_router
from verifier.hook.desk.visits import BASE
from verifier.hook.jobs.queue import JobQueue, prepare_jobs
from verifier.hook.operation import metrics_page
from verifier.hook.settings import HookSettings
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database, open_database
from verifier.reading.warm_pool import WarmPool

_DESCRIPTION = "申报平台的核验接口：提交申报信息与文件，查询进度，取回逐条核验的报告。错误一律为 problem+json（RFC 9457），detail 为中文。"
_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


class Health(BaseModel):
    status: str


def make_app(settings: HookSettings, database: Database | None = None, pool: WarmPool | None = None) -> FastAPI:
    """The application over `database` (opened from `settings` where none is given); `pool` reads what callers wait for.

    It does no jobs itself.
    """
    opened = database or open_database(settings)
    if database is None:
        prepare_jobs(settings, opened)
    here = Reception(
        settings,
        opened,
        BlobStore(settings.blobs),
        JobQueue(opened),
        pool or WarmPool(settings.reading, settings.precheck_jobs),
    )

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        # Models load while the first requests come; a precheck that is early waits for them.
        threading.Thread(target=_warm_up, args=(here.pool,), name="heyan-warm-up", daemon=True).start()
        yield
        await run_in_threadpool(here.pool.stop)
        if database is None:
            opened.close()

    app = FastAPI(
        title="heyan 核验",
        version=version("heyan"),
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    app.state.reception = here
    app.state.limiter = RateLimiter(settings.limits.requests_a_minute)
    problems.install(app)
    docs_page.install(app)
    for room in (applications, results, callbacks, prechecking):
        app.include_router(room.router)
    app.include_router(make_router(settings, opened, here.pool), prefix=BASE)
    _add_operation(app)
    app.add_middleware(_Headers)
    metrics_page.install(app, here)
    if settings.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.trusted_proxies))
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _warm_up(pool: WarmPool) -> None:
    try:
        pool.warm_up()
    except Exception:
        return  # /readyz and every precheck tell


def _add_operation(app: FastAPI) -> None:
    @app.get("/healthz", tags=["operation"], summary="进程是否在运行")
    def healthz() -> Health:
        """总是 ok：能答复就是在运行。"""
        return Health(status="ok")

    @app.get("/readyz", tags=["operation"], summary="能否受理请求", responses=responses(503))
    def readyz(here: ReceptionHere) -> Health:
        """数据库可访问、数据目录可写、磁盘有余量时为 ok，否则 503 并说明原因。"""
        faults = here.faults()
        if faults:
            raise ApiProblem(503, "not_ready", "；".join(faults) + "。", headers={"Retry-After": "5"})
        return Health(status="ok")

    @app.get("/", include_in_schema=False)
    def start() -> Response:
        return RedirectResponse(BASE, 303)


class _Headers:
    """Adds `_HEADERS` to every answer that does not say otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        for model in (ProblemDetails, applications.ByReference):
            described = model.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas.update(described.pop("$defs", {}))
            schemas[model.__name__] = described
        app.openapi_schema = made
    return app.openapi_schema
