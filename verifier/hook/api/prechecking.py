"""The route that tells at once whether a file looks like what it is handed in for."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool

from extractors.reading import problem_of
from models.document import FileReading, Kind
from models.errors import EngineError, TooSlow
from verifier.hook.api.access import Submitter
from verifier.hook.api.answers import Precheck
from verifier.hook.api.bodies import Allowance, received_blob, received_form
from verifier.hook.api.problems import ApiProblem, responses
from verifier.hook.api.reception import Reception, ReceptionHere
from verifier.hook.judging import pack_of
from verifier.hook.precheck import Expected, precheck, read_and_precheck
from verifier.hook.storage.blobs import Blob, BlobStore
from verifier.reading.jobs import failure_of

MOST_PAGES = 5
_SECONDS = 30.0
router = APIRouter(prefix="/v1", tags=["precheck"])
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}


@router.post(
    "/precheck",
    responses=responses(413, 503),
    openapi_extra=_BODY,
    summary="上传页上的即时预检",
)
async def post_precheck(
    request: Request,
    caller: Submitter,
    here: ReceptionHere,
    kind: Annotated[Kind | None, Query(description="应为哪种材料")] = None,
    year: Annotated[int | None, Query(ge=1900, le=2999, description="应为哪一年度")] = None,
    name: Annotated[str | None, Query(max_length=100, description="申报人姓名")] = None,
) -> Precheck:
    """这个文件像不像应交的材料：yes、no 或 unsure。只看前 5 页；文件不保存。"""
    del caller
    with here.prechecks.inside():
        folder = here.settings.data / "passing"
        folder.mkdir(exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=folder) as place:
            passing = BlobStore(Path(place))
            path = passing.path((await _received(request, here, passing)).sha256)
            expected = Expected(kind, year, _clean(name))
            with here.metrics.precheck_seconds.time():
                return Precheck.model_validate(await run_in_threadpool(_answer, here, path, expected))


def _clean(name: str | None) -> str | None:
    kept = "".join(c for c in name or "" if c.isprintable()).strip()
    return kept or None


async def _received(request: Request, here: Reception, passing: BlobStore) -> Blob:
    most = here.settings.reading.limits.max_bytes
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        return await received_blob(request, passing, most)
    form = await received_form(request, passing, Allowance(most, most, 1000, 1))
    if len(form.files) != 1:
        raise ApiProblem(422, "form", "请在表单项 file 中给出一个文件。")
    return form.files[0][2]


def _answer(here: Reception, path: Path, expected: Expected) -> dict[str, Any]:
    settings = here.settings
    try:
        args = (path, "file", settings.reading, range(1, MOST_PAGES + 1), expected, settings.rules)
        return here.pool.call(read_and_precheck, args, _SECONDS)
    except EngineError as error:
        raise ApiProblem(503, "engine", "文字识别引擎无法使用，请联系运维人员运行 heyan doctor 检查。") from error
    except Exception as error:
        slow = isinstance(error, TimeoutError)
        meaning = (
            TooSlow("文件过于复杂，未能在时限内识别；正式提交时会再次识别。") if slow else failure_of(error, _SECONDS)
        )
        reading = FileReading("file", path.name, (), (problem_of(meaning, "file", None),))
        return precheck(reading, expected, pack_of(settings.rules))
