"""Pictures of the pages, drawn from the stored files, for signed-in users alone; and the desk's scripts and styles."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, Response

from verifier.hook.desk.opened import Opened, opened
from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.rendering import ASSETS, asset_version
from verifier.hook.desk.visits import Desk, Signed
from verifier.reports.html.page_images import draw_missing, picture_name

_PRIVATE = "private, max-age=0, must-revalidate"
_drawing = Lock()
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def mount(router: APIRouter) -> None:
    """Adds these addresses to `router`."""
    router.get("/applications/{application_id}/pages/{name}")(picture)
    router.get("/static/{version}/{name}")(asset)


def picture(visit: Signed, request: Request, application_id: str, name: str) -> Response:
    """A page of this application as a picture; drawn when it is first asked for."""
    found = opened(visit.desk, application_id)
    if not isinstance(found, Opened):
        raise not_found()
    names = {picture_name(file, page) for file in found.found.files for page in file.pages}
    if name not in names:
        raise not_found()
    headers = {"cache-control": _PRIVATE, "etag": f'"{name}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    path = drawn(visit.desk, found, name)
    if not path.is_file():
        raise not_found()
    return FileResponse(path, media_type="image/webp", headers=headers)


def drawn(desk: Desk, found: Opened, name: str) -> Path:
    """Where the picture lies; all that the application lacks are drawn at once, for they will be asked for."""
    folder = desk.settings.data / "pages"
    path = folder / name
    if not path.is_file():
        with _drawing:
            if not path.is_file():
                draw_missing(found.found.files, folder, desk.settings.reading, desk.settings.jobs)
    return path


def asset(version: str, name: str) -> Response:
    """A script or style sheet; nothing secret, so that the sign-in page has them too."""
    path = ASSETS.get(name)
    if path is None:
        raise not_found()
    current = version == asset_version()
    kept = "public, max-age=31536000, immutable" if current else "no-cache"
    return Response(path.read_bytes(), media_type=_TYPES[path.suffix], headers={"cache-control": kept})
