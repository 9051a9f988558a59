"""A desk with applications to review: pages drawn for it, read as if by the engine, one of them wrongly."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import uvicorn
from fastapi import FastAPI

from models.document import Document, Field, FileReading
from models.finding import Report
from models.geometry import Box
from models.page import Page, Word
from models.profile import Profile
from tests.verifier.hook.papers import PoolOfNone
from verifier.hook.accounts import create_user
from verifier.hook.desk import make_router
from verifier.hook.settings import HookSettings, settings_from_environment
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.applications import HandedInFile, Submission, add_application
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import Database, open_database
from verifier.hook.storage.progress import finish, set_reading
from verifier.hook.storage.readings import keep_reading
from verifier.pipeline import verify_documents
from verifier.reports.json_report import report_json
from verifier.rulepacks import load_pack

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
PASSWORD = "correct horse battery"
PACK = "shangyu-2023-engineer"
PAGE = (800, 1100)
HOURS_BOX = Box(500, 450, 560, 480)
NAME_BOX = Box(150, 200, 260, 230)
YEAR_BOX = Box(300, 100, 380, 130)
HOURS_FINDING = ("training.declared", "2022")
RESULT_FINDING = ("appraisal.result", "2022")


@dataclass(frozen=True)
class Site:
    """A running desk's parts; `ids` are those of its applications, `machine` their reports, by applicant."""

    settings: HookSettings
    database: Database
    app: FastAPI
    ids: dict[str, str]
    machine: dict[str, Any]


def profile_of(applicant_id: str, name: str) -> Profile:
    return Profile.model_validate(
        {
            "schema": "heyan-profile/1",
            "applicant_id": applicant_id,
            "person": {"name": name, "gender": "男"},
            "employer": {"name": "越州精工机械有限公司"},
            "application": {"route": "normal", "submitted_on": "2023-08-28"},
            "training_hours": [{"year": 2022, "total": 90, "specialized": 60, "public": 18}],
            "appraisals": [{"year": 2022, "result": "合格", "employer": "越州精工机械有限公司"}],
        }
    )


def _field(name: str, value: str, box: Box, confidence: float = 0.97) -> Field:
    return Field(name, value, value, confidence, 1, box)


def documents_of_case(files: tuple[str, str], name: str) -> tuple[Document, ...]:
    """A card whose hours were misread, 90 as 30, and an appraisal table whose result could not be read."""
    card = (
        _field("name", name, NAME_BOX),
        _field("year", "2022", YEAR_BOX),
        _field("total_hours", "30", HOURS_BOX),
        _field("specialized_hours", "60", Box(500, 500, 560, 530)),
        _field("public_hours", "18", Box(500, 550, 560, 580)),
    )
    table = (
        _field("name", name, NAME_BOX),
        _field("year", "2022", YEAR_BOX),
        _field("employer", "越州精工机械有限公司", Box(300, 200, 600, 230)),
    )
    return (
        Document("d1", files[0], (1,), "training_hour_card", 0.98, card, page_sizes=(PAGE,)),
        Document("d2", files[1], (1,), "annual_appraisal", 0.98, table, page_sizes=(PAGE,)),
    )


def reading_of(file: str, sha256: str, text: str) -> FileReading:
    words = (Word(text, NAME_BOX, 0.97), Word("学时登记卡", Box(200, 40, 500, 90), 0.99))
    return FileReading(file, sha256, (Page(1, PAGE, PAGE, "ocr", words, unread=(Box(100, 900, 300, 940),)),))


def _drawn(number: int) -> bytes:
    page = np.full((PAGE[1], PAGE[0], 3), 250 - number, np.uint8)
    for box in (HOURS_BOX, NAME_BOX, YEAR_BOX):
        corner, end = (round(box.x0), round(box.y0)), (round(box.x1), round(box.y1))
        cv2.rectangle(page, corner, end, (60, 40, 30), -1)
    return cv2.imencode(".png", page)[1].tobytes()


def made_site(folder: Path, database_url: str | None = None) -> Site:
    """A desk with two users, 王主任 (admin) and 李审核, and two applicants, the second one hostile."""
    settings = settings_from_environment({"HEYAN_DATA": str(folder)}, database=database_url, jobs=1)
    database = open_database(settings)
    with database.writing() as cx:
        key_id, _ = add_key(cx, "platform", ["submit"])
        create_user(cx, "shell:test", "wang", "王主任", "admin", PASSWORD)
        create_user(cx, "shell:test", "li", "李审核", "reviewer", PASSWORD)
        create_user(cx, "shell:test", "zhao", "赵审核", "reviewer", PASSWORD)
    names = {
        "A001": ("周启航", "学时卡.png", "考核表.png"),
        "A002": (HOSTILE, f"{HOSTILE.replace('/', '')}.png", "b.png"),
    }
    ids, machine = {}, {}
    for number, (applicant_id, (name, *files)) in enumerate(names.items()):
        ids[applicant_id], machine[applicant_id] = _handed_in(
            settings, database, key_id, number, profile_of(applicant_id, name), (files[0], files[1])
        )
    return Site(settings, database, app_of(settings, database), ids, machine)


def app_of(settings: HookSettings, database: Database) -> FastAPI:
    """An app with the desk alone."""
    app = FastAPI()
    app.include_router(make_router(settings, database, PoolOfNone(settings.reading, 1)), prefix="/desk")
    return app


def copied(site: Site, folder: Path) -> Site:
    """The same desk in a folder of its own; `site` is closed."""
    shutil.copytree(site.settings.data, folder)
    settings = settings_from_environment({"HEYAN_DATA": str(folder)}, jobs=1)
    database = open_database(settings)
    return Site(settings, database, app_of(settings, database), site.ids, site.machine)


def _handed_in(
    settings: HookSettings, database: Database, key_id: str, number: int, profile: Profile, names: tuple[str, str]
) -> tuple[str, Any]:
    blobs, pack = BlobStore(settings.blobs), load_pack(PACK)
    kept = [blobs.put([_drawn(2 * number + place)]) for place in range(2)]
    readings = [reading_of(n, blob.sha256, profile.person.name) for n, blob in zip(names, kept, strict=True)]
    machine = verify_documents(profile, readings, documents_of_case(names, profile.person.name), pack)
    files = [HandedInFile(n, blob.sha256, blob.bytes) for n, blob in zip(names, kept, strict=True)]
    with database.writing() as cx:
        data = json.loads(profile.model_dump_json(by_alias=True))
        application_id = add_application(cx, Submission(key_id, None, f"h{number}", data, PACK, files))
        for file, reading in zip(files, readings, strict=True):
            set_reading(cx, application_id, file.name, file.sha256, keep_reading(blobs, reading))
        finish(cx, application_id, 1, report_json(Report(pack.identity, (machine,))))
    return application_id, machine


@contextmanager
def served(site: Site) -> Iterator[str]:
    """The address of the desk, on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(site.app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/desk"
    server.should_exit = True
    thread.join(10)
