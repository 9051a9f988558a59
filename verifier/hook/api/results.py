"""Routes that give out what is known of an application."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from models.errors import InputError
from models.finding import ApplicantReport
from models.finding import Report as WholeReport
from verifier.hook.api.access import Anyone, Reader, visible
from verifier.hook.api.answers import ApplicationState, Report, state_of
from verifier.hook.api.applications import ApplicationId, FileName
from verifier.hook.api.problems import ApiProblem, not_found, responses
from verifier.hook.api.reception import Reception, ReceptionHere
from verifier.hook.page_pictures import Crop, page_picture
from verifier.hook.reviewed import Purged, pack_called, reviewed_report
from verifier.hook.storage.api_keys import ApiKey
from verifier.hook.storage.applications import Application, files_of, machine_report
from verifier.reports.json_report import report_json
from verifier.reports.letter_docx import docx_of
from verifier.reports.letters import letter_of, letter_text

_PICTURE_SECONDS = 60.0
_POLL_SECONDS = "2"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PNG: dict[int | str, dict[str, Any]] = {200: {"content": {"image/png": {}}, "description": "PNG 图片"}}
PageNumber = Annotated[int, Query(ge=1, le=100_000)]
Pixels = Annotated[float, Query(ge=0, le=100_000)]
router = APIRouter(prefix="/v1", tags=["results"])


@router.get("/applications/{application_id}", responses=responses(404), summary="进度与状态")
def get_application(
    caller: Anyone, here: ReceptionHere, application_id: ApplicationId, response: Response
) -> ApplicationState:
    """状态依次为 received、reading、verifying、done；failed 说明原因。未完成时请按 Retry-After 轮询。"""
    application = visible(here, caller, application_id)
    with here.database.reading() as cx:
        files = files_of(cx, application_id)
    if application.state not in ("done", "failed"):
        response.headers["Retry-After"] = _POLL_SECONDS
    return state_of(application, files)


@router.get(
    "/applications/{application_id}/report",
    response_model=Report,
    responses=responses(404, 409),
    summary="核验报告（heyan-report/1）",
)
def get_report(
    caller: Reader, here: ReceptionHere, application_id: ApplicationId, machine: Literal["0", "1"] = "0"
) -> Response:
    """审核人员的更正和认定已计入；machine=1 为机器核验的原始结果。尚未核验完时为 409。"""
    application = _finished(here, caller, application_id)
    if machine == "1":
        with here.database.reading() as cx:
            report = machine_report(cx, application_id)
        if report is None:
            raise not_found()
    else:
        pack = pack_called(application.rule_pack)
        report = report_json(WholeReport(pack.identity, (_reviewed(here, application),)))
    return JSONResponse(report, headers={"X-Version": str(application.version)})


@router.get(
    "/applications/{application_id}/letter",
    responses={
        200: {"content": {"text/plain": {}, _DOCX: {}}, "description": "退回意见"},
        **responses(404, 409),
    },
    response_class=Response,
    summary="退回意见",
)
def get_letter(
    caller: Reader,
    here: ReceptionHere,
    application_id: ApplicationId,
    form: Annotated[Literal["txt", "docx"], Query(alias="format")] = "txt",
) -> Response:
    """按当前报告写给申报人的退回意见，文本或 docx。"""
    application = _finished(here, caller, application_id)
    letter = letter_of(_reviewed(here, application), pack_called(application.rule_pack))
    if form == "txt":
        return Response(letter_text(letter), media_type="text/plain; charset=utf-8")
    return Response(docx_of(letter), media_type=_DOCX)


@router.get(
    "/applications/{application_id}/files/{name}/pages/{page}",
    responses={**_PNG, **responses(404)},
    response_class=Response,
    summary="一页的图片",
)
def get_page(
    request: Request,
    caller: Reader,
    here: ReceptionHere,
    application_id: ApplicationId,
    name: FileName,
    page: int,
    width: Annotated[int | None, Query(ge=16, le=4000)] = None,
) -> Response:
    """文件中存储的样子，未转正；报告中的 box 即以此为准（给出 width 时按比例缩小）。"""
    return _picture(request, here, caller, application_id, name, page, None, width)


@router.get(
    "/applications/{application_id}/files/{name}/pages/{page}/crop",
    responses={**_PNG, **responses(404)},
    response_class=Response,
    summary="一页中的一块",
)
def get_crop(
    request: Request,
    caller: Reader,
    here: ReceptionHere,
    application_id: ApplicationId,
    name: FileName,
    page: int,
    x0: Pixels,
    y0: Pixels,
    x1: Pixels,
    y1: Pixels,
) -> Response:
    """报告中某个 box 的图片。"""
    if x1 <= x0 or y1 <= y0:
        raise ApiProblem(422, "box", "框的右下角应在左上角的右下方，请检查 x0、y0、x1、y1。")
    return _picture(request, here, caller, application_id, name, page, (x0, y0, x1, y1), None)


def _finished(here: Reception, caller: ApiKey, application_id: str) -> Application:
    application = visible(here, caller, application_id)
    if application.state != "done":
        raise ApiProblem(
            409, "not_done", "还没有核验结果，请查询状态，完成后再取。", headers={"Retry-After": _POLL_SECONDS}
        )
    return application


def _reviewed(here: Reception, application: Application) -> ApplicantReport:
    try:
        with here.database.reading() as cx:
            return reviewed_report(cx, here.blobs, application)
    except Purged as error:
        raise not_found() from error


def _picture(
    request: Request,
    here: Reception,
    caller: ApiKey,
    application_id: str,
    name: str,
    page: int,
    crop: Crop | None,
    width: int | None,
) -> Response:
    visible(here, caller, application_id)
    with here.database.reading() as cx:
        file = next((f for f in files_of(cx, application_id) if f.name == name), None)
    if file is None or not 1 <= page <= (file.pages or 1):
        raise not_found("文件或页")
    about = hashlib.sha256(f"{file.sha256} {page} {crop} {width}".encode()).hexdigest()
    headers = {"ETag": f'"{about[:32]}"', "Cache-Control": "private, max-age=0, must-revalidate"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    with here.pictures.inside():
        try:
            args = (here.blobs.path(file.sha256), here.settings.reading, page, crop, width)
            picture = here.pool.call(page_picture, args, _PICTURE_SECONDS)
        except InputError as error:
            raise ApiProblem(404, "unreadable", f"这一页无法打开：{error}") from error
        except TimeoutError as error:
            raise ApiProblem(404, "unreadable", "这一页无法在限定时间内打开。") from error
    if picture is None:
        raise not_found("文件、页或位置")
    return Response(picture, media_type="image/png", headers=headers)
