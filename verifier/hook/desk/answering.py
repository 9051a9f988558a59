"""Every answer of the desk: refusals as pages, and headers that let a browser run and show nothing but ours."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from models.errors import HeyanError
from verifier.hook.desk.refusals import Refused, SignInFirst, not_found
from verifier.hook.desk.rendering import render
from verifier.hook.desk.visits import Desk, base_of, is_secure, signed_context

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not no-referrer: browsers would then leave out where a posted form comes from.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_log = logging.getLogger(__name__)
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def route_class(desk: Desk) -> type[APIRoute]:
    """The class of the desk's routes: each knows its desk and answers as `answered` does."""

    class DeskRoute(APIRoute):
        def get_route_handler(self) -> Handler:
            handle = super().get_route_handler()

            async def guarded(request: Request) -> Response:
                request.state.desk = desk
                return with_headers(request, await answered(request, handle))

            return guarded

    return DeskRoute


async def answered(request: Request, handle: Handler) -> Response:
    """What `handle` answers; refusals as pages."""
    try:
        return await handle(request)
    except SignInFirst as first:
        query = f"?next={first.target}" if first.target else ""
        return RedirectResponse(f"{base_of(request)}/sign-in{query}", 303)
    except Refused as refused:
        return refusal(request, refused)
    except HeyanError as error:
        return refusal(request, Refused(422, "未能完成", str(error)))
    except RequestValidationError:
        return refusal(request, not_found())
    except HTTPException as error:
        return refusal(request, Refused(error.status_code, "未能完成", "请求无法处理，请返回后重试。"))
    except Exception:
        _log.exception("a page of the desk failed")
        return refusal(request, Refused(500, "出现故障", "系统出现故障，操作可能没有完成。请刷新页面查看后重试。"))


def refusal(request: Request, refused: Refused) -> Response:
    """The page of a refusal, in the dress of who is signed in."""
    context = signed_context(request, getattr(request.state, "session", None))
    response = render(refused.template, refused.status, **context, **refused.context)
    response.headers.update(refused.headers)
    return response


def with_headers(request: Request, response: Response) -> Response:
    """`response` with the headers of every answer; nothing is kept by browsers unless it says otherwise."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    response.headers.setdefault("cache-control", "no-store")
    if is_secure(request):
        response.headers["strict-transport-security"] = "max-age=31536000"
    return response
