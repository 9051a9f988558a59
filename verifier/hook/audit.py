"""The audit log: append-only, each row bound to the one before it by its hash.

A row says who did what to which subject and when, but holds no personal data: it is never purged. What a reviewer wrote
is in a table of its own and bound to the log by a digest. The chain shows a row that was changed, taken out or moved.
Rows cut off at the end leave a sound chain; who notes the `head` now and then, outside the database, sees that too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from verifier.hook.storage.database import lock
from verifier.hook.storage.tables import audit, now

BEGINNING = "0" * 64
PURGE = "purge"
"""The action of removing applications; `applications` in its details are their ids."""
APPLICATION = "application:"
"""What the subject of a row about an application begins with."""
_LOCK = 0x4EA0_0A0D
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of the log; `seq` 0 where there is none."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold: the row's number and, in Chinese, what is wrong."""

    seq: int
    message: str


def subject_of(application_id: str) -> str:
    """An application as the log names it."""
    return APPLICATION + application_id


def append(cx: sa.Connection, actor: str, action: str, subject: str, details: Mapping[str, Any] | None = None) -> Head:
    """Adds a row within the transaction of `cx`, which holds the log until it ends: lock rows of other tables before."""
    lock(cx, _LOCK)
    last = head(cx)
    row = {
        "seq": last.seq + 1,
        "at": now().isoformat(timespec="milliseconds"),
        "actor": actor,
        "action": action,
        "subject": subject,
        "details": dict(details or {}),
        "previous_hash": last.hash,
    }
    made = Head(last.seq + 1, hash_of(row))
    cx.execute(audit.insert().values(**row, hash=made.hash))
    return made


def head(cx: sa.Connection) -> Head:
    """The end of the log."""
    row = cx.execute(sa.select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    return Head(row.seq, row.hash) if row else Head(0, BEGINNING)


def hash_of(row: Mapping[str, Any]) -> str:
    """The hash of a row as it should be: over everything but the hash itself."""
    return digest_of({name: row[name] for name in row if name != "hash"})


def digest_of(content: Mapping[str, Any]) -> str:
    """A hash of plain data that does not depend on the order of its keys."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def verify(cx: sa.Connection, known: Head | None = None) -> list[Break]:
    """Every place where the chain does not hold, in order; empty for a sound log.

    `known` is a head noted earlier, which must still stand in the log.
    """
    breaks = []
    expected, previous = 1, BEGINNING
    seen_known = known is None or known.seq == 0
    for row in _rows(cx):
        seq = row["seq"]
        if seq != expected:
            lost = f"第{expected}条" if seq == expected + 1 else f"第{expected}至{seq - 1}条"
            breaks.append(Break(expected, f"{lost}记录已被删除。"))
        elif row["previous_hash"] != previous:
            breaks.append(Break(seq, f"第{seq}条记录与前一条不衔接，前后记录可能被改动或调换。"))
        if row["hash"] != hash_of(row):
            breaks.append(Break(seq, f"第{seq}条记录的内容已被改动。"))
        if known is not None and seq == known.seq:
            seen_known = True
            if row["hash"] != known.hash:
                breaks.append(Break(seq, f"第{seq}条记录与此前记下的校验值不同，记录可能被整体重写。"))
        expected, previous = seq + 1, row["hash"]
    if known is not None and not seen_known:
        breaks.append(
            Break(expected, f"记录止于第{expected - 1}条，此前记下的第{known.seq}条已不存在，末尾的记录已被删除。")
        )
    return breaks


def _rows(cx: sa.Connection) -> Iterator[dict[str, Any]]:
    """The rows in order, read in portions, so that a long log needs no more memory than a short one."""
    after = None
    while True:
        query = sa.select(audit).order_by(audit.c.seq).limit(_AT_ONCE)
        rows = cx.execute(query if after is None else query.where(audit.c.seq > after)).mappings().all()
        yield from (dict(row) for row in rows)
        if len(rows) < _AT_ONCE:
            return
        after = rows[-1]["seq"]
