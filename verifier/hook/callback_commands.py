"""What `heyan callback` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.errors import HeyanError
from verifier.hook import audit
from verifier.hook.shell import opened, shell_actor, writing
from verifier.hook.storage.callbacks import DELIVERED, GIVEN_UP, SENDING, WAITING, list_callbacks, resend

_WORDS = {WAITING: "待送", SENDING: "正在发送", DELIVERED: "已送达", GIVEN_UP: "已停止重试"}
_MOST = 1000


def listed(database: str | None, everything: bool) -> Iterator[str]:
    """A line for each callback that did not get through so far, or of all, the latest first."""
    with opened(database) as own, own.reading() as cx:
        found = list_callbacks(cx, tuple(_WORDS) if everything else (GIVEN_UP, WAITING, SENDING), _MOST)
    for one in found:
        told = [one.id, _WORDS[one.state], one.event, one.application_id, one.host, f"产生于 {one.created_at:%F %T}"]
        told += [f"已试 {one.attempts} 次"] if one.attempts else []
        told += [one.last_error] if one.last_error else []
        told += [f"将于 {one.next_at:%F %T} 再试"] if one.next_at and one.state == WAITING else []
        yield "  ".join(told)


def sent_again(database: str | None, ids: Sequence[str], failed: bool) -> str:
    """What to tell. HeyanError where nothing was named, or one of `ids` cannot be sent again."""
    if bool(ids) == failed:
        raise HeyanError("请给出回调编号，或用 --failed 重发全部已停止重试的回调；编号可用 heyan callback list 查看。")
    with writing(database) as cx:
        found = resend(cx, None if failed else ids)
        lacking = sorted(set(ids) - set(found))
        if lacking:
            raise HeyanError(f"没有编号为“{'”“'.join(lacking)}”的回调，或正在发送，没有重发任何回调。")
        for one in sorted(found):
            audit.append(cx, shell_actor(), "callback.resend", one)
    return f"{len(found)} 个回调将立即重发。"
