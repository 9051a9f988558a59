"""Pictures of the pages, drawn from the stored files, for signed-in users alone; and the desk's scripts and styles."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import structlog
from fastapi import APIRouter, Request
from starlette.responses import FileResponse, Response

from verifier.handed_in import FileSeen, PageSeen
from verifier.hook.desk.opened import Opened, opened
from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.rendering import ASSETS, asset_version
from verifier.hook.desk.visits import Desk, Signed
from verifier.reports.html.page_images import draw, keep, picture_name, seconds_for

_PRIVATE = "private, max-age=0, must-revalidate"
# Few: prechecks wait for the same workers.
_AT_ONCE = 4
_drawing = Lock()
_log = structlog.get_logger()
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
    """Where the picture lies, drawn behind the fences if it is not there yet, with the next ones, which will be asked for."""
    folder = desk.settings.data / "pages"
    path = folder / name
    if not path.is_file():
        folder.mkdir(exist_ok=True, mode=0o700)
        file = next(f for f in found.found.files if any(picture_name(f, page) == name for page in f.pages))
        with _drawing:
            if not path.is_file():
                lacking = [page for page in file.pages if not (folder / picture_name(file, page)).is_file()]
                first = next(n for n, page in enumerate(lacking) if picture_name(file, page) == name)
                together = lacking[first : first + _AT_ONCE]
                # The page alone where they cannot be drawn together: the fault may be another's.
                if not _drawn_together(desk, file, together, folder) and len(together) > 1:
                    _drawn_together(desk, file, together[:1], folder)
    return path


def _drawn_together(desk: Desk, file: FileSeen, pages: list[PageSeen], folder: Path) -> bool:
    reading = desk.settings.reading
    wanted = tuple((page.number, page.turn) for page in pages)
    try:
        pictures = desk.pool.call(draw, (file.path, wanted, reading), seconds_for(wanted, reading))
    except Exception as error:  # a page that cannot be drawn, for whatever reason, is shown as one without picture
        _log.warning("pages not drawn", file=file.sha256, pages=len(pages), error=type(error).__name__)
        return False
    for page in pages:
        if page.number in pictures:
            keep(pictures[page.number], folder / picture_name(file, page))
    return True


def asset(version: str, name: str) -> Response:
    """A script or style sheet; nothing secret, so that the sign-in page has them too."""
    path = ASSETS.get(name)
    if path is None:
        raise not_found()
    current = version == asset_version()
    kept = "public, max-age=31536000, immutable" if current else "no-cache"
    return Response(path.read_bytes(), media_type=_TYPES[path.suffix], headers={"cache-control": kept})
