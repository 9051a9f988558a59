"""Signatures by the Standard Webhooks specification (v1, HMAC-SHA256)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from standardwebhooks import Webhook


def signed_headers(secrets: Sequence[str], message: str, moment: datetime, body: str) -> dict[str, str]:
    """The headers of one attempt at `moment`, which is aware and in UTC.

    `message` stays the same over all attempts: receivers know a repetition by it. There is one signature for each of
    `secrets`, so that an old one still holds while receivers learn the new one.
    """
    return {
        "content-type": "application/json",
        "user-agent": "heyan",
        "webhook-id": message,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(message, moment, body) for secret in secrets),
    }
