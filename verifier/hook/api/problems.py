"""Errors as application/problem+json (RFC 9457): a stable code, and a Chinese detail that says what to do."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from verifier.expectations import field_path

_TYPE = "urn:heyan:problem:"
_TITLES = {
    400: "请求无法理解",
    401: "未通过身份验证",
    403: "没有权限",
    404: "没有找到",
    405: "不支持的方法",
    409: "与现状冲突",
    413: "内容过大",
    415: "不支持的内容类型",
    422: "内容不符合要求",
    429: "请求过多",
    500: "服务内部错误",
    503: "服务暂不可用",
}
_DETAILS = {
    404: "没有这个地址，请对照 /docs 检查路径。",
    405: "这个地址不支持该请求方法，请对照 /docs 检查。",
    500: "服务内部出错，请稍后重试；如仍不行，请联系运维人员并提供时间。",
}
_log = structlog.get_logger()


class ProblemDetails(BaseModel):
    """What every error answers with."""

    type: str = Field(description="urn:heyan:problem:代码，代码固定不变")
    title: str
    status: int
    detail: str = Field(description="原因与办理方式（中文）")
    errors: list[str] = Field(default=[], description="逐项说明，如有")


class ApiProblem(Exception):
    """Raised anywhere below a route; `code` is stable, `detail` Chinese."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        errors: tuple[str, ...] = (),
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.headers = dict(headers or {})
        self.errors = errors


_FULL = ApiProblem(
    503,
    "no_space",
    "数据目录所在磁盘空间不足，没有受理；请稍后重试，或联系运维人员清理磁盘。",
    headers={"Retry-After": "60"},
)


def too_many(code: str, detail: str, seconds: int) -> ApiProblem:
    """429 with Retry-After."""
    return ApiProblem(429, code, detail, headers={"Retry-After": str(max(seconds, 1))})


def not_found(what: str = "申报") -> ApiProblem:
    """404; also where there is one that this caller may not see."""
    return ApiProblem(404, "not_found", f"没有找到这项{what}，请检查编号。")


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors of a route, for the OpenAPI document."""
    return {
        status: {
            "description": _TITLES[status],
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
        }
        for status in (400, 401, 403, 422, 429, 500, *statuses)
    }


def answer(problem: ApiProblem) -> JSONResponse:
    """The problem as a response."""
    content = ProblemDetails(
        type=_TYPE + problem.code,
        title=_TITLES.get(problem.status, "请求未能完成"),
        status=problem.status,
        detail=_sendable(problem.detail),
        errors=[_sendable(told) for told in problem.errors],
    )
    return JSONResponse(
        content.model_dump(exclude_defaults=True),
        status_code=problem.status,
        headers=problem.headers,
        media_type="application/problem+json",
    )


def _sendable(text: str) -> str:
    """Without halves of characters, which a caller may have sent and nobody can send back."""
    return text.encode("utf-8", "replace").decode()


def _of_validation(error: RequestValidationError) -> ApiProblem:
    # What was sent is not repeated: it may be personal, or not even text.
    told = tuple(f"{field_path(tuple(e['loc'])[1:])}：{e['type']}" for e in error.errors())
    return ApiProblem(422, "invalid", "请求参数不符合要求，请对照 /docs 检查。", errors=told)


def _is_out_of_space(error: BaseException) -> bool:
    """Whether nothing can be kept now, in files (ENOSPC, EDQUOT) or in the database (its own words, SQLite's and PostgreSQL's)."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return isinstance(error, sa.exc.OperationalError) and any(
        told in str(error.orig) for told in ("disk is full", "No space left")
    )


def install(app: FastAPI) -> None:
    """Has every error of `app` answered as problem+json."""

    @app.exception_handler(ApiProblem)
    async def _problem(_request: Request, error: ApiProblem) -> JSONResponse:
        return answer(error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        return answer(_of_validation(error))

    @app.exception_handler(HTTPException)
    async def _http(_request: Request, error: HTTPException) -> JSONResponse:
        detail = _DETAILS.get(error.status_code, "请求未能完成，请对照 /docs 检查。")
        return answer(ApiProblem(error.status_code, f"http_{error.status_code}", detail, headers=error.headers))

    @app.exception_handler(OSError)
    @app.exception_handler(sa.exc.OperationalError)
    @app.exception_handler(Exception)
    async def _unexpected(request: Request, error: Exception) -> JSONResponse:
        if _is_out_of_space(error):
            return answer(_FULL)
        route = getattr(request.scope.get("route"), "path", "")
        _log.error("request failed", method=request.method, route=route, exc_info=error)
        return answer(ApiProblem(500, "internal", _DETAILS[500]))
