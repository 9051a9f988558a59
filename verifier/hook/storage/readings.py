"""The reading that an application was judged by, kept as a blob: a later program may read the same file differently."""

from __future__ import annotations

import gzip
import json

import sqlalchemy as sa
from pydantic import TypeAdapter

from extractors.cache import relabelled
from models.document import FileReading
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.tables import files

_READING = TypeAdapter(FileReading)


def keep_reading(blobs: BlobStore, reading: FileReading) -> str:
    """The sha256 of the blob that holds `reading`, without the file's name: files of the same content share it."""
    data = _READING.dump_python(relabelled(reading, ""), mode="json", exclude_defaults=True)
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return blobs.put([gzip.compress(text.encode(), compresslevel=6, mtime=0)]).sha256


def kept_reading(blobs: BlobStore, sha256: str, name: str) -> FileReading:
    """The reading in blob `sha256`, of a file called `name`."""
    return relabelled(_READING.validate_python(json.loads(gzip.decompress(blobs.get(sha256)))), name)


def readings_of(cx: sa.Connection, blobs: BlobStore, application_id: str) -> list[FileReading]:
    """The readings of an application's files, in their order; files that are not read yet are left out."""
    rows = cx.execute(
        sa.select(files.c.name, files.c.reading)
        .where(files.c.application_id == application_id, files.c.reading.is_not(None))
        .order_by(files.c.place, files.c.name)
    )
    return [kept_reading(blobs, row.reading, row.name) for row in rows]
