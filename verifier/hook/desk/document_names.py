"""The names of documents in addresses of the desk."""

from __future__ import annotations

import hashlib

from models.document import Document
from models.finding import ApplicantReport
from verifier.hook.effective import keyed


def short_name(key: str) -> str:
    """The document of that key in an address: no file name, which may be a person's."""
    return "d" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def short_names(report: ApplicantReport) -> dict[str, str]:
    """The short names of the documents by their ids."""
    return {document.id: short_name(key) for key, document in keyed(report.documents).items()}


def document_called(report: ApplicantReport, short: str) -> tuple[str, Document] | None:
    """The document of that short name with its key."""
    return next(((key, d) for key, d in keyed(report.documents).items() if short_name(key) == short), None)
