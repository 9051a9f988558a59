"""What the API answers with, as its OpenAPI document describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from urllib.parse import quote

from pydantic import BaseModel, Field

from verifier.hook.storage.applications import Application, HandedInFile

State = Literal["received", "reading", "verifying", "done", "failed"]
_FAILURES = {
    "engine": "文字识别引擎无法使用，请联系运维人员运行 heyan doctor 检查；修复后重新提交任一文件即可继续。",
    "rule_pack": "规则包无法使用，请联系运维人员检查；修复后重新提交任一文件即可继续。",
    "too_slow": "核验超过时限，请减少或拆分文件后重新提交。",
}
_FAILED = "核验未能完成，请重新提交任一文件以再试一次；如仍不行，请联系运维人员。"


class Failure(BaseModel):
    code: str
    detail: str


class FileState(BaseModel):
    name: str
    sha256: str
    bytes: int
    pages: int | None
    role: str | None
    read: bool = Field(description="是否已识别完")


class ApplicationState(BaseModel):
    """An application as the caller sees it."""

    id: str
    applicant_id: str
    state: State
    version: int = Field(description="每有变化加一：新文件、核验完成、审核操作")
    run: int = Field(description="第几次核验；补交文件后加一")
    pages: int = Field(description="本次需识别的页数")
    pages_done: int
    verdict: str | None = Field(description="结论，已计入审核人员的更正和认定")
    failure: Failure | None
    files: list[FileState]
    rules: str
    created_at: datetime
    updated_at: datetime
    links: dict[str, str]


class Accepted(BaseModel):
    """What stands durably when this is answered."""

    id: str
    state: State
    run: int
    links: dict[str, str]


class CallbackState(BaseModel):
    """One event, and whether the caller has been told of it."""

    id: str = Field(description="即 webhook-id，重发时不变")
    type: str
    state: Literal["waiting", "sending", "delivered", "given_up"]
    attempts: int
    next_attempt_at: datetime | None
    last_error: str | None = Field(description="上次未送达的原因代码，如 http_500、timeout、host_unknown")
    created_at: datetime
    ended_at: datetime | None = Field(description="送达或停止重试的时间")


class Callbacks(BaseModel):
    callbacks: list[CallbackState]


class Point(BaseModel):
    about: Literal["kind", "year", "name"]
    answer: Literal["yes", "no", "unsure"]
    message: str


class Precheck(BaseModel):
    """Whether a file looks like what it is handed in for."""

    answer: Literal["yes", "no", "unsure"]
    pages_read: int
    points: list[Point]
    documents: list[dict[str, Any]] = Field(description="与 report.json 的 documents 相同")
    findings: list[dict[str, Any]] = Field(description="单个文件即可判断的检查，格式与 report.json 的 findings 相同")
    problems: list[dict[str, Any]]


class Report(BaseModel):
    """heyan-report/1 with one applicant; see docs."""

    schema_: str = Field(alias="schema")
    rule_pack: dict[str, Any]
    applicants: list[dict[str, Any]]


def address(application_id: str) -> str:
    """Where an application is found."""
    return f"/v1/applications/{application_id}"


def links(application_id: str) -> dict[str, str]:
    """Addresses of an application and what belongs to it."""
    here = address(application_id)
    return {"self": here, **{name: f"{here}/{name}" for name in ("report", "letter", "callbacks")}}


def page_address(application_id: str, file: str, page: int) -> str:
    """Where the picture of a page is found."""
    return f"{address(application_id)}/files/{quote(file, safe='')}/pages/{page}"


def state_of(application: Application, files: list[HandedInFile]) -> ApplicationState:
    """The application as the caller sees it."""
    failure = application.failure
    return ApplicationState(
        id=application.id,
        applicant_id=application.applicant_id,
        state=application.state,
        version=application.version,
        run=application.run,
        pages=application.pages,
        pages_done=application.pages_done,
        verdict=application.verdict if application.state == "done" else None,
        failure=Failure(code=failure, detail=_FAILURES.get(failure, _FAILED)) if failure else None,
        files=[
            FileState(
                name=f.name, sha256=f.sha256, bytes=f.bytes, pages=f.pages, role=f.role, read=f.reading is not None
            )
            for f in files
        ],
        rules=application.rule_pack,
        created_at=application.created_at,
        updated_at=application.updated_at,
        links=links(application.id),
    )
