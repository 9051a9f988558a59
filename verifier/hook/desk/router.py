"""The desk as a router, to be included under /desk."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from verifier.hook.desk import (
    action_pages,
    applicant_pages,
    letter_pages,
    picture_pages,
    queue_pages,
    sign_in,
    user_pages,
)
from verifier.hook.desk.answering import route_class
from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.throttle import Throttle
from verifier.hook.desk.visits import Desk, Signed
from verifier.hook.settings import HookSettings
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database
from verifier.reading.warm_pool import WarmPool


def make_router(settings: HookSettings, database: Database, pool: WarmPool) -> APIRouter:
    """Every page of the desk, with pictures drawn by `pool`. Include it with the prefix of `visits.BASE`."""
    desk = Desk(settings, database, BlobStore(settings.blobs), Throttle(settings.limits.signin_tries), pool)
    router = APIRouter(route_class=route_class(desk), include_in_schema=False)
    for pages in (sign_in, queue_pages, applicant_pages, action_pages, letter_pages, picture_pages, user_pages):
        pages.mount(router)
    router.get("/{rest:path}")(nowhere)
    return router


def nowhere(_visit: Signed) -> Response:
    """There is no such page, and strangers learn not even that."""
    raise not_found()
