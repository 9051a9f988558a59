"""What `heyan audit` looks at: the chain, and whether what reviewers wrote is still what the log was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from models.errors import HeyanError
from verifier.hook.audit import APPLICATION, PURGE, Break, Head, head, subject_of, verify
from verifier.hook.shell import opened
from verifier.hook.storage.reviewing import ACTIONS, digest_of_action
from verifier.hook.storage.tables import applications, audit

_IN_PORTIONS = {"yield_per": 1000}


@dataclass(frozen=True, slots=True)
class Audited:
    """The state of the log: its end, where the chain breaks, and rows of reviewers that the log does not bear out."""

    head: Head
    breaks: tuple[Break, ...]
    unsupported: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.breaks and not self.unsupported


def audited(cx: sa.Connection, known: Head | None = None) -> Audited:
    """Goes through the whole log; `known` is a head noted earlier."""
    return Audited(head(cx), tuple(verify(cx, known)), tuple(_unsupported(cx)))


def told(database: str | None, known: str | None) -> tuple[list[str], bool]:
    """What `heyan audit` prints, and whether all is sound. HeyanError for a `known` that is not SEQ:HASH."""
    noted = _noted(known) if known else None
    with opened(database) as own, own.reading() as cx:
        found = audited(cx, noted)
    lines = [*(b.message for b in found.breaks), *found.unsupported]
    if found.sound:
        lines.append(f"审计记录共 {found.head.seq} 条，完整无误。")
    return [*lines, f"末条：{found.head.seq}:{found.head.hash}"], found.sound


def _noted(text: str) -> Head:
    seq, _, value = text.strip().partition(":")
    if not seq.isdecimal() or len(value) != 64:
        raise HeyanError("--known 应为“条数:校验值”，即 heyan audit 此前打印的“末条”，请改正。")
    return Head(int(seq), value)


def _unsupported(cx: sa.Connection) -> Iterator[str]:
    """Decisions, corrections, notes and returns that were changed, undone or put in past the log."""
    told: dict[str, str] = {}
    kept = {subject_of(one) for one in cx.execute(sa.select(applications.c.id)).scalars()}
    # Of an application that was purged nothing is left but the log, which says so.
    purged: set[str] = set()
    vanished: dict[str, int] = {}
    lacking: dict[str, tuple[int, str]] = {}
    for entry in cx.execute(sa.select(audit).order_by(audit.c.seq), execution_options=_IN_PORTIONS).mappings():
        if entry["action"] == PURGE:
            purged |= {subject_of(one) for one in entry["details"]["applications"]}
        elif entry["subject"].startswith(APPLICATION) and entry["subject"] not in kept:
            vanished[entry["subject"]] = entry["seq"]
        digest = entry["details"].get("digest")
        if digest:
            told[digest] = entry["action"]
            if entry["subject"] in kept:
                lacking.setdefault(digest, (entry["seq"], entry["subject"]))
    for kind, table in ACTIONS.items():
        for row in cx.execute(sa.select(table).order_by(table.c.at)).mappings():
            digest = digest_of_action(kind, dict(row))
            lacking.pop(digest, None)
            action = told.get(digest)
            undone = action == f"{kind}.undo"
            if action is None:
                yield f"{kind} 表中的 {row['id']} 与审计记录不符，内容已被改动，或不是经审核台写入的。"
            elif undone != (row["undone_at"] is not None):
                yield f"{kind} 表中的 {row['id']} 的撤销状态与审计记录不符。"
    for seq, subject in sorted(lacking.values()):
        if subject not in purged:
            yield f"审计记录第{seq}条所记的内容已不在数据库中，可能已被删除或改动。"
    for subject, seq in vanished.items():
        if subject not in purged:
            yield f"审计记录第{seq}条所记的申报 {subject.partition(':')[2]} 已不在数据库中，也没有清理它的记录。"
