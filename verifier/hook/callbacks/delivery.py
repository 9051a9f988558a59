"""Delivering what waits: each callback by one worker at a time, again and again until it arrives or the schedule ends.

A worker that dies while it sends leaves the callback to the next one after a lease: a receiver may get it twice, with the
same `webhook-id`. Callbacks of one application may overtake each other; `version` in their data tells which is newer.
"""

from __future__ import annotations

import json
import random
import threading
import time
from dataclasses import dataclass
from datetime import timedelta

import structlog

from verifier.hook.callbacks.secrets import Master, master_of
from verifier.hook.callbacks.sending import SECONDS, Outcome, Sender
from verifier.hook.callbacks.signing import signed_headers
from verifier.hook.callbacks.turns import MOST_AT_ONCE, Turns
from verifier.hook.settings import HookSettings
from verifier.hook.storage.callbacks import GONE
from verifier.hook.storage.database import Database
from verifier.hook.storage.deliveries import Claimed, claim_due, settle
from verifier.hook.storage.tables import now

# Seconds to wait after the first, second … failed attempt, as the specification proposes: a little over three days in all.
SCHEDULE = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
_JITTER = 0.2
_LONGEST_PAUSE = 86_400.0
# An attempt ends long before: no second sender begins while one that is alive is still at it.
LEASE = timedelta(seconds=4 * SECONDS)
_IDLE_SECONDS = 1.0
_log = structlog.get_logger()


@dataclass(frozen=True)
class Courier:
    """What delivers: to where `sender` may send, signed with secrets made from `master`."""

    database: Database
    sender: Sender
    master: Master
    lease: timedelta = LEASE

    def deliver_due(self, most: int = 100) -> int:
        """How many callbacks were tried, one after another: those that are due, `most` at the most."""
        for tried in range(most):
            began = time.monotonic()
            claimed = claim_due(self.database, self.lease)
            if claimed is None:
                return tried
            self.deliver(claimed, began)
        return most

    def deliver(self, claimed: Claimed, began: float) -> Outcome:
        """One attempt, and what came of it, which is written down. `began` is the moment before it was claimed."""
        # From the claim on: a process that was asleep meanwhile finds no time left and sends nothing.
        outcome = self._sent(claimed, began + self.sender.seconds)
        pause = None if outcome.failure == GONE else pause_after(claimed.attempt, outcome.retry_after)
        settled = settle(self.database, claimed, outcome.failure, pause)
        if outcome.failure is not None and settled:
            told = _log.error if pause is None else _log.warning
            told(
                "callback failed",
                callback=claimed.id,
                attempt=claimed.attempt,
                error=outcome.failure,
                last=pause is None,
            )
        return outcome

    def _sent(self, claimed: Claimed, deadline: float) -> Outcome:
        body = json.dumps(claimed.body, ensure_ascii=False, separators=(",", ":"))
        secrets = self.master.valid(claimed.key_id, claimed.secret_number, claimed.old_secret_until, claimed.at)
        headers = signed_headers(secrets, claimed.id, now(), body)
        return self.sender.post(claimed.url, body.encode(), headers, deadline)

    def run(self, stopping: threading.Event) -> None:
        """Delivers until `stopping` is set; several at a time, each in a thread that ends with the process."""
        places, turns = threading.Semaphore(MOST_AT_ONCE), Turns()

        def deliver(claimed: Claimed, began: float) -> None:
            silent = None
            try:
                silent = self.deliver(claimed, began).is_silence
            except Exception as error:  # the database may be away: the lease ends, and it is sent again
                _log.warning("callback not settled", callback=claimed.id, error=type(error).__name__)
            finally:
                turns.end(claimed.host, silent)
                places.release()

        while not stopping.is_set():
            if not places.acquire(timeout=_IDLE_SECONDS):
                continue
            began = time.monotonic()
            claimed = self._claimed(turns.full_hosts())
            if claimed is None:
                places.release()
                stopping.wait(_IDLE_SECONDS)
                continue
            turns.begin(claimed.host)
            threading.Thread(target=deliver, args=(claimed, began), name="heyan-callback", daemon=True).start()

    def _claimed(self, full_hosts: list[str]) -> Claimed | None:
        try:
            return claim_due(self.database, self.lease, full_hosts)
        except Exception as error:  # the database may be away for a while
            _log.warning("callbacks not looked after", error=type(error).__name__)
            return None


def pause_after(attempt: int, retry_after: float | None = None) -> timedelta | None:
    """How long to wait after failed attempt number `attempt`, a little by chance; None where it was the last.

    At least the `retry_after` seconds that the receiver asked for, up to a day.
    """
    if attempt > len(SCHEDULE):
        return None
    pause = max(float(SCHEDULE[attempt - 1]), min(retry_after or 0.0, _LONGEST_PAUSE))
    return timedelta(seconds=pause * (1 + random.uniform(0, _JITTER)))


def start_delivering(settings: HookSettings, database: Database) -> threading.Event:
    """Delivers in the background until the event that is returned is set; nothing is started where no host is listed.

    HeyanError where the master secret cannot be used.
    """
    stopping = threading.Event()
    if settings.callback_hosts:
        courier = Courier(database, Sender(settings.callback_hosts, settings.allow_private), master_of(settings))
        threading.Thread(target=courier.run, args=(stopping,), name="heyan-callbacks", daemon=True).start()
    return stopping
