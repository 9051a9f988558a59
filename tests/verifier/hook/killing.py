"""A service that is killed again and again: `python -m tests.verifier.hook.killing PORT KILLS`, run by a test.

Everything is imported and the engine loaded once; each life of the service is a fork that serves and works until it is
killed at a random moment. That is the real service but for the fences round reading, and it lives again in no time.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
from datetime import timedelta
from typing import NoReturn

import uvicorn

from tests.verifier.hook.papers import PoolOfNone
from verifier.hook.api.app import make_app
from verifier.hook.callbacks.delivery import Courier
from verifier.hook.callbacks.secrets import master_of
from verifier.hook.callbacks.sending import Sender
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.jobs.worker import Worker
from verifier.hook.settings import HookSettings, settings_from_environment
from verifier.hook.storage.database import open_database
from verifier.reading import process

SHORTEST_LIFE, LONGEST_LIFE = 0.05, 1.5


def live(settings: HookSettings, port: int) -> NoReturn:
    """One life: it ends when somebody ends it."""
    database = open_database(settings)
    prepare_jobs(settings, database)
    pool = PoolOfNone(settings.reading, 1)
    app = make_app(settings, database, pool)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="critical"))
    threading.Thread(target=server.run, daemon=True).start()
    Worker(settings, database, pool).start()
    # A killed sender is given up for dead sooner than in earnest, so that the test need not wait for it.
    sender = Sender(settings.callback_hosts, settings.allow_private, seconds=2.0)
    courier = Courier(database, sender, master_of(settings), timedelta(seconds=4))
    threading.Thread(target=courier.run, args=(threading.Event(),), daemon=True).start()
    while True:
        time.sleep(60)


def born(settings: HookSettings, port: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            live(settings, port)
        except BaseException as error:
            print(f"a life could not begin: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        finally:
            os._exit(1)
    return child


def main(port: str, kills: str) -> None:
    settings = settings_from_environment()
    process.engine(settings.reading.engine)
    chance = random.Random(int(kills))
    for kill in range(int(kills)):
        child = born(settings, int(port))
        time.sleep(chance.uniform(SHORTEST_LIFE, LONGEST_LIFE))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(3)
        (settings.data / "kills").write_text(str(kill + 1), "utf-8")
    child = born(settings, int(port))
    signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGKILL))
    os.waitpid(child, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
