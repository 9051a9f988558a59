"""Who is at work on an application. A claim ends by itself, so that nobody's holiday blocks an applicant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from verifier.hook.storage.tables import claims, now, users


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that holds."""

    application_id: str
    user_id: str
    display_name: str
    since: datetime
    expires_at: datetime


def claim_on(cx: sa.Connection, application_id: str) -> Claim | None:
    """The claim on an application, None where there is none or it has run out."""
    row = cx.execute(
        sa.select(claims, users.c.display_name)
        .join(users, users.c.id == claims.c.user_id)
        .where(claims.c.application_id == application_id, claims.c.expires_at > now(), users.c.disabled_at.is_(None))
    ).first()
    return None if row is None else Claim(**row._mapping)


def put_claim(cx: sa.Connection, application_id: str, user_id: str, life: timedelta) -> None:
    """Gives the application to the user, whoever had it."""
    moment = now()
    drop_claim(cx, application_id)
    cx.execute(
        claims.insert().values(application_id=application_id, user_id=user_id, since=moment, expires_at=moment + life)
    )


def extend_claim(cx: sa.Connection, application_id: str, life: timedelta) -> None:
    """Lets the claim run `life` from now."""
    cx.execute(claims.update().where(claims.c.application_id == application_id).values(expires_at=now() + life))


def drop_claim(cx: sa.Connection, application_id: str) -> None:
    """Frees the application."""
    cx.execute(claims.delete().where(claims.c.application_id == application_id))
