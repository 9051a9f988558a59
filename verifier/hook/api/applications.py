"""Routes that take applications in."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from verifier.expectations import field_path, problem_text
from verifier.hook.api.access import Submitter, visible
from verifier.hook.api.answers import Accepted, address, links
from verifier.hook.api.bodies import Allowance, received_blob, received_bytes, received_form
from verifier.hook.api.file_names import checked_name
from verifier.hook.api.problems import ApiProblem, responses
from verifier.hook.api.reception import Reception, ReceptionHere
from verifier.hook.api.references import Reference, fetched
from verifier.hook.api.submitting import Wanted, add_file, checked_callback, submit
from verifier.hook.storage.applications import Application, HandedInFile

ApplicationId = Annotated[str, Path(pattern="^app_[0-9a-f]{32}$", description="提交时得到的编号")]
IdempotencyKey = Annotated[
    str | None,
    Header(
        pattern=r"^[\x21-\x7e]{1,200}$",
        description="重试时带上同一个值：内容相同得到同一编号，内容不同则为 422",
    ),
]
FileName = Annotated[str, Path(min_length=1, max_length=200, description="文件名，不含路径")]
router = APIRouter(prefix="/v1", tags=["applications"])
_REFERENCES = TypeAdapter(list[Reference])


class ByReference(BaseModel):
    """The JSON form of a submission: every file by reference."""

    model_config = ConfigDict(extra="forbid")

    profile: dict[str, Any] = Field(description="heyan-profile/1")
    files: list[Reference] = []
    callback_url: str | None = None
    rules: str | None = Field(None, description="内置规则包编号，默认为服务的设置")


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["profile"],
                    "properties": {
                        "profile": {"type": "string", "description": "heyan-profile/1 的 JSON 文本"},
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "references": {
                            "type": "string",
                            "description": "按引用提交的文件：JSON 数组，元素同 Reference",
                        },
                        "callback_url": {"type": "string"},
                        "rules": {"type": "string"},
                    },
                }
            },
            "application/json": {"schema": {"$ref": "#/components/schemas/ByReference"}},
        },
    }
}
_ANY_BYTES = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post(
    "/applications",
    status_code=202,
    response_model=Accepted,
    responses=responses(413, 415, 503),
    openapi_extra=_BODY,
    summary="提交一份申报",
)
async def post_application(
    request: Request, response: Response, caller: Submitter, here: ReceptionHere, idempotency_key: IdempotencyKey = None
) -> Accepted:
    """接收申报信息和文件，写入磁盘和数据库后才答复 202；核验随后进行，结果见 Location。"""
    with here.uploads.inside():
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json":
            wanted = await _by_reference(request, here, caller.id, idempotency_key)
        else:
            wanted = await _with_files(request, here, caller.id, idempotency_key)
        application, known = await run_in_threadpool(submit, here, wanted)
    if known:
        response.headers["Idempotency-Replayed"] = "true"
    return _accepted(application, response)


@router.put(
    "/applications/{application_id}/files/{name}",
    status_code=202,
    response_model=Accepted,
    responses={**responses(404, 413, 503), 200: {"description": "同名同内容的文件已在，没有变化", "model": Accepted}},
    openapi_extra=_ANY_BYTES,
    summary="补交或更换一个文件",
)
async def put_file(
    request: Request,
    response: Response,
    caller: Submitter,
    here: ReceptionHere,
    application_id: ApplicationId,
    name: FileName,
) -> Accepted:
    """请求内容即文件内容。内容有变则重新核验（202），已识别的文件不再识别；没有变化则为 200。"""
    checked = checked_name(name)
    await run_in_threadpool(visible, here, caller, application_id)
    with here.uploads.inside():
        blob = await received_blob(request, here.blobs, here.settings.reading.limits.max_bytes)
        file = HandedInFile(checked, blob.sha256, blob.bytes)
        application, changed = await run_in_threadpool(add_file, here, application_id, file)
    if not changed:
        response.status_code = 200
    return _accepted(application, response)


def _accepted(application: Application, response: Response) -> Accepted:
    response.headers["Location"] = address(application.id)
    return Accepted(
        id=application.id,
        state=application.state,
        run=application.run,
        links=links(application.id),
    )


async def _with_files(request: Request, here: Reception, key_id: str, idempotency_key: str | None) -> Wanted:
    limits = here.settings.limits
    allowance = Allowance(
        bytes_in_all=limits.bytes_an_application + limits.profile_bytes,
        bytes_a_file=here.settings.reading.limits.max_bytes,
        bytes_a_value=limits.profile_bytes,
        files=limits.files,
    )
    form = await received_form(request, here.blobs, allowance)
    unknown = [name for name in form.values if name not in ("profile", "references", "callback_url", "rules")]
    wrong = [name for name, _, _ in form.files if name not in ("files", "file", "profile")]
    if unknown or wrong:
        raise ApiProblem(
            422, "form", "表单只应有 profile、files、references、callback_url、rules 各项，请检查后重新提交。"
        )
    profiles = [blob for name, _, blob in form.files if name == "profile"]
    content = form.values.get("profile")
    if content is None and len(profiles) == 1 and profiles[0].bytes <= limits.profile_bytes:
        content = here.blobs.get(profiles[0].sha256)
    if content is None:
        raise ApiProblem(422, "profile", "缺少申报信息，请在表单项 profile 中给出 heyan-profile/1 的 JSON。")
    files = [HandedInFile(name, blob.sha256, blob.bytes) for field, name, blob in form.files if field != "profile"]
    references = _references(form.values.get("references", b"[]"))
    files += await _fetched(here, references)
    return Wanted(
        key_id,
        idempotency_key,
        content,
        files,
        _text(form.values.get("rules")),
        checked_callback(here, _text(form.values.get("callback_url"))),
    )


async def _by_reference(request: Request, here: Reception, key_id: str, idempotency_key: str | None) -> Wanted:
    content = await received_bytes(request, here.settings.limits.profile_bytes)
    try:
        body = ByReference.model_validate_json(content)
        profile = json.dumps(body.profile).encode()
    except (ValidationError, ValueError) as error:
        raise _invalid(error) from error
    return Wanted(
        key_id,
        idempotency_key,
        profile,
        await _fetched(here, body.files),
        body.rules,
        checked_callback(here, body.callback_url),
    )


def _references(content: bytes) -> list[Reference]:
    try:
        return _REFERENCES.validate_json(content)
    except (ValidationError, ValueError) as error:
        raise _invalid(error) from error


def _invalid(error: Exception) -> ApiProblem:
    told: tuple[str, ...] = ()
    if isinstance(error, ValidationError):
        details = error.errors(include_url=False, include_input=False, include_context=False)
        told = tuple(f"{field_path(e['loc'])} {problem_text(e)}" for e in details[:5])
    return ApiProblem(422, "body", "提交的内容不符合要求，请按说明改正后重新提交。", errors=told)


async def _fetched(here: Reception, references: list[Reference]) -> list[HandedInFile]:
    if len(references) > here.settings.limits.files:
        raise ApiProblem(413, "too_many_files", f"文件数超过上限 {here.settings.limits.files} 个，请合并后提交。")
    found = []
    for reference in references:
        name = checked_name(reference.name)
        blob = await run_in_threadpool(fetched, reference, here.settings, here.blobs)
        found.append(HandedInFile(name, blob.sha256, blob.bytes, reference.role))
    return found


def _text(value: bytes | None) -> str | None:
    try:
        return value.decode() if value else None
    except UnicodeDecodeError as error:
        raise ApiProblem(422, "form", "表单项应为 UTF-8 文字，请检查后重新提交。") from error
