"""The route that tells a caller what it was told, and what it was not."""

from __future__ import annotations

from fastapi import APIRouter

from verifier.hook.api.access import Anyone, visible
from verifier.hook.api.answers import Callbacks, CallbackState
from verifier.hook.api.applications import ApplicationId
from verifier.hook.api.problems import responses
from verifier.hook.api.reception import ReceptionHere
from verifier.hook.storage.callbacks import callbacks_of

router = APIRouter(prefix="/v1", tags=["callbacks"])


@router.get("/applications/{application_id}/callbacks", responses=responses(404), summary="回调的送达情况")
def get_callbacks(caller: Anyone, here: ReceptionHere, application_id: ApplicationId) -> Callbacks:
    """这项申报的每个事件：待送、正送、已送达，或已停止重试及原因。回调的签名与重试见 docs/hook.md。"""
    visible(here, caller, application_id)
    with here.database.reading() as cx:
        found = callbacks_of(cx, application_id)
    return Callbacks(
        callbacks=[
            CallbackState(
                id=one.id,
                type=one.event,
                state=one.state,
                attempts=one.attempts,
                next_attempt_at=one.next_at if one.state == "waiting" else None,
                last_error=one.last_error,
                created_at=one.created_at,
                ended_at=one.ended_at,
            )
            for one in found
        ]
    )
