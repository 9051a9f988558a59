"""Every request, counted and logged: by its route, never by its address, which may name a file or a person."""

from __future__ import annotations

import secrets
import string
import time

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verifier.hook.operation.metrics import Metrics

_QUIET = frozenset({"/healthz", "/readyz", "/metrics", "/desk/static/{version}/{name}"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
NO_ROUTE = "none"
_log = structlog.get_logger()


class Observed:
    """Wraps the whole application. Answers carry X-Request-Id, by which their lines in the log are found."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = "".join(secrets.choice(string.ascii_lowercase) for _ in range(16))
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = name
            await send(message)

        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=name):
            try:
                await self._app(scope, receive, sending)
            finally:
                self._tell(scope, status, time.perf_counter() - began)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        # FastAPI keeps the path with the prefixes of the routers around it beside the route.
        whole = scope.get("fastapi", {}).get("effective_route_context")
        route = getattr(whole or scope.get("route"), "path", NO_ROUTE)
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        if route not in _QUIET or status >= 500:
            _log.info("request", method=method, route=route, status=status, seconds=round(seconds, 4))
