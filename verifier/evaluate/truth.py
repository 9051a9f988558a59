"""truth.json, schema heyan-truth/1 (docs/architecture.md): what is printed on each file, what a reviewer would say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.document import Kind
from models.errors import InputError
from models.finding import Status

Quality = Literal["clean", "scan", "photo", "text"]
TRUTH_NAME = "truth.json"


class _Truth(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class TruthField(_Truth):
    """A printed value; `box` in stored pixels, tight around it."""

    name: str
    value: str
    page: Annotated[int, Field(ge=1)] = 1
    box: tuple[float, float, float, float] | None = None


class TruthDocument(_Truth):
    """A document in a file."""

    kind: Kind
    pages: tuple[int, ...]
    layout: str = ""
    fields: tuple[TruthField, ...] = ()


class TruthFile(_Truth):
    """A file and what it holds; no documents where it cannot be read."""

    file: str
    quality: Quality = "clean"
    documents: tuple[TruthDocument, ...] = ()


class TruthFinding(_Truth):
    """What a careful reviewer would say of one subject."""

    check: str
    subject: str
    status: Status


FAMILIES = ("file", "document", "identity", "education", "title", "training", "appraisal")


class Truth(_Truth):
    """All that is true of one applicant's folder. `families` of checks (before the dot) are those it speaks about."""

    families: tuple[str, ...] = FAMILIES
    half: Literal["tuned", "untouched"] = "tuned"
    files: tuple[TruthFile, ...] = ()
    findings: tuple[TruthFinding, ...] = ()


def load_truth(path: Path) -> Truth:
    """The truth at `path`; InputError names what is wrong with it."""
    try:
        return Truth.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise InputError(f"{path}：truth.json 无法使用：{error}") from error
