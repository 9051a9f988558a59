"""/metrics, and who may see it."""

from __future__ import annotations

import ipaddress

from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from verifier.hook.api.problems import ApiProblem
from verifier.hook.api.reception import Reception
from verifier.hook.operation.metrics import Installation
from verifier.hook.operation.requests import Observed
from verifier.hook.storage.api_keys import find_key

_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host")


def install(app: FastAPI, here: Reception) -> None:
    """Has every request of `app` observed and adds /metrics."""
    here.metrics.register(Installation(here.settings, here.database))
    app.add_middleware(Observed, metrics=here.metrics)

    @app.get("/metrics", include_in_schema=False)
    def metrics(request: Request) -> Response:
        if here.settings.metrics == "off":
            raise ApiProblem(404, "http_404", "没有这个地址，请对照 /docs 检查路径。")
        if not (_from_this_machine(request, here.settings.metrics) or _by_key(request, here)):
            raise ApiProblem(
                403, "forbidden", "监控数据仅供本机读取；从其他机器读取需要带 metrics 权限的密钥（heyan key add）。"
            )
        return Response(here.metrics.text(), media_type=CONTENT_TYPE_LATEST)


def _from_this_machine(request: Request, who: str) -> bool:
    """Whether a program on this machine asks for itself: a proxy on this machine asks for others, and says so."""
    if who != "loopback" or request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _by_key(request: Request, here: Reception) -> bool:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key:
        return False
    with here.database.reading() as cx:
        found = find_key(cx, key.strip())
    return found is not None and "metrics" in found.scopes
