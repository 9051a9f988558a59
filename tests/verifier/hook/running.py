"""`heyan serve` and `heyan worker` as they run: processes of their own, to be asked over HTTP and to be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from tests.verifier.hook.postgres import free_port
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.settings import settings_from_environment
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.database import open_database

HEYAN = Path(sys.executable).with_name("heyan")
STARTING_SECONDS = 90.0


class Installation:
    """A data folder and a database, with a key for every scope; `environment` is what processes are started with."""

    def __init__(self, data: Path, url: str | None = None, **environment: str) -> None:
        self.environment = {**os.environ, "HEYAN_DATA": str(data), "HEYAN_JOBS": "1", **environment}
        self.settings = settings_from_environment(self.environment, database=url)
        self.environment["HEYAN_DATABASE"] = self.settings.database
        database = open_database(self.settings)
        prepare_jobs(self.settings, database)
        with database.writing() as cx:
            self.key = add_key(cx, "platform", ["submit", "read"])[1]
            self.other_key = add_key(cx, "another platform", ["submit", "read"])[1]
            self.review_key = add_key(cx, "reviewers", ["review"])[1]
        database.close()

    @contextmanager
    def process(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """A `heyan` of these arguments, killed at the end if it still runs."""
        with subprocess.Popen(
            [HEYAN, *arguments], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as running:
            try:
                yield running
            finally:
                if running.poll() is None:
                    running.send_signal(signal.SIGKILL)

    @contextmanager
    def served(self, *options: str, port: int | None = None) -> Iterator[tuple[httpx2.Client, subprocess.Popen[bytes]]]:
        """A client of `heyan serve` with the platform's key, and the process."""
        port = port or free_port()
        with self.process("serve", "--port", str(port), *options) as running, client_of(port, self.key) as client:
            wait_until_ready(client, running)
            yield client, running


def client_of(port: int, key: str) -> httpx2.Client:
    """A client with a key; it goes straight to loopback whatever proxies the environment names."""
    headers = {"Authorization": f"Bearer {key}"}
    return httpx2.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=60, trust_env=False)


def wait_until_ready(client: httpx2.Client, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < end:
        assert running.poll() is None, f"heyan serve ended with {running.returncode}"
        try:
            if client.get("/readyz").status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    raise AssertionError("heyan serve does not answer")


def submit(client: httpx2.Client, profile: str, papers: dict[str, bytes], key: str | None = None, **form: str) -> Any:
    """The answer to a submission."""
    files = [("files", (name, content, "application/pdf")) for name, content in papers.items()]
    headers = {"Idempotency-Key": key} if key else {}
    return client.post("/v1/applications", data={"profile": profile, **form}, files=files, headers=headers)


def finished(client: httpx2.Client, application_id: str, seconds: float = 90.0) -> dict[str, Any]:
    """The state of an application once it is done or failed."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        state: dict[str, Any] = client.get(f"/v1/applications/{application_id}").json()
        if state["state"] in ("done", "failed"):
            return state
        time.sleep(0.1)
    raise AssertionError(f"not finished after {seconds} s: {state}")
