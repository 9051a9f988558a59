"""Taking an application in: everything is on disk and in one transaction before it is acknowledged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from extractors.intake import file_type
from models.errors import InputError, ProfileError, RulePackError
from verifier.hook.api.problems import ApiProblem, not_found, too_many
from verifier.hook.api.reception import Reception
from verifier.hook.judging import pack_of
from verifier.hook.outgoing.targets import TargetRefused, target_of
from verifier.hook.settings import MEGABYTE
from verifier.hook.storage.applications import (
    Application,
    HandedInFile,
    Submission,
    add_application,
    application_of_key,
    count_unfinished,
    files_of,
    find_application,
    locked_application,
    put_file,
)
from verifier.profiles import parse_profile

_BUSY_SECONDS = 30
_CALLBACK = "回调地址应为 https，且主机在允许之列，请联系管理员登记后重新提交。"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A submission as it came: the profile's bytes, the files as kept, the rest as the caller wrote it."""

    key_id: str
    idempotency_key: str | None
    profile: bytes
    files: Sequence[HandedInFile]
    rules: str | None
    callback_url: str | None


def submit(here: Reception, wanted: Wanted) -> tuple[Application, bool]:
    """The application, and whether it was there already. ApiProblem where it cannot be taken in."""
    _check_files(here, wanted.files)
    submission = _submission(here, wanted)
    _renew(here, submission.files)
    try:
        with here.database.writing() as cx:
            known = _known(cx, submission)
            if known is not None:
                return known, True
            if count_unfinished(cx) >= here.settings.limits.waiting:
                raise too_many("queue_full", "等待核验的申报过多，请按 Retry-After 所示的秒数稍候再试。", _BUSY_SECONDS)
            application_id = add_application(cx, submission)
            here.queue.enqueue(cx, application_id, 1)
            return _there(find_application(cx, application_id)), False
    except sa.exc.IntegrityError:
        # The same key came twice at the same moment, and the other was first.
        with here.database.reading() as cx:
            known = _known(cx, submission)
        if known is None:
            raise
        return known, True


def add_file(here: Reception, application_id: str, file: HandedInFile) -> tuple[Application, bool]:
    """The application with `file` in it, and whether that changed anything."""
    counted = replace(file, pages=_pages(here, file))
    _renew(here, [file])
    with here.database.writing() as cx:
        locked = locked_application(cx, application_id)
        if locked is None:
            raise not_found()  # purged while the file came in
        others = [f for f in files_of(cx, application_id) if f.name != file.name]
        _check_sums(here, [*others, counted])
        run = put_file(cx, application_id, counted, again=locked.state == "failed")
        if run is not None:
            here.queue.enqueue(cx, application_id, run)
        return _there(find_application(cx, application_id)), run is not None


def checked_callback(here: Reception, url: str | None) -> str | None:
    """`url` where callbacks may go there; 422 otherwise. Where it leads is checked again when it is called."""
    if not url:
        return None
    try:
        target_of(url, here.settings.callback_hosts, here.settings.allow_private)
    except TargetRefused as refusal:
        raise ApiProblem(422, "callback_url", _CALLBACK, errors=(refusal.code,)) from refusal
    return url


def _submission(here: Reception, wanted: Wanted) -> Submission:
    rules = wanted.rules or here.settings.rules
    if wanted.rules is not None and wanted.rules != here.settings.rules and not _is_builtin(wanted.rules):
        raise ApiProblem(422, "rules", "没有这个规则包，请用内置规则包的编号，或不填。")
    profile = _profile(wanted.profile)
    about = {
        "profile": profile,
        "files": [[f.name, f.sha256, f.role] for f in wanted.files],
        "rules": rules,
        "callback_url": wanted.callback_url,
    }
    body_hash = _body_hash(json.dumps(about, sort_keys=True).encode())
    counted = [replace(file, pages=_pages(here, file)) for file in wanted.files]
    _check_sums(here, counted)
    return Submission(wanted.key_id, wanted.idempotency_key, body_hash, profile, rules, counted, wanted.callback_url)


def _body_hash(content: bytes) -> str:
    # With the length before it, as the hashes that are kept from earlier have it.
    return hashlib.sha256(len(content).to_bytes(8, "big") + content).hexdigest()


def _renew(here: Reception, files: Sequence[HandedInFile]) -> None:
    """Keeps `heyan purge` from the files of a body that came in so slowly that they look forgotten."""
    try:
        for file in files:
            here.blobs.renew(file.sha256)
    except FileNotFoundError as error:
        raise ApiProblem(
            503, "interrupted", "上传过慢，先到的文件已被清理，请重新提交。", headers={"Retry-After": "1"}
        ) from error


def _is_builtin(name: str) -> bool:
    from verifier.rulepacks import builtin_packs

    if name not in builtin_packs():
        return False
    try:
        pack_of(name)
    except RulePackError:
        return False
    return True


def _profile(content: bytes) -> dict[str, Any]:
    """The profile as it was sent, once it is known to be one."""
    try:
        profile = parse_profile(content, "profile")
        data: dict[str, Any] = json.loads(content.decode("utf-8-sig"))
        # What no database and no report can hold: NUL, and halves of characters.
        json.dumps(data, ensure_ascii=False).encode()
        fine = "\0" not in profile.applicant_id + profile.person.name and len(profile.applicant_id) <= 200
    except (ProfileError, UnicodeEncodeError, RecursionError) as error:
        told = tuple(str(error).splitlines()) if isinstance(error, ProfileError) else ()
        raise ApiProblem(
            422, "profile", "申报信息（profile）不符合要求，请按说明改正后重新提交。", errors=told
        ) from error
    if not fine:
        raise ApiProblem(422, "profile", "申报信息（profile）中的编号或姓名含有不能保存的字符，或编号过长。")
    return {**data, "applicant_id": profile.applicant_id, "person": {**data["person"], "name": profile.person.name}}


def _known(cx: sa.Connection, submission: Submission) -> Application | None:
    """What this caller handed in before under the same key; 422 where it was something else."""
    if submission.idempotency_key is None:
        return None
    known = application_of_key(cx, submission.key_id, submission.idempotency_key)
    if known is not None and known.body_hash != submission.body_hash:
        raise ApiProblem(
            422, "idempotency_key_reused", "这个 Idempotency-Key 已用于内容不同的提交，请为新的提交另取一个。"
        )
    return known


def _check_files(here: Reception, files: Sequence[HandedInFile]) -> None:
    most = here.settings.limits.files
    if len(files) > most:
        raise ApiProblem(413, "too_many_files", f"文件数超过上限 {most} 个，请合并后提交。")
    names = [file.name for file in files]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ApiProblem(422, "file_name", f"文件名“{'”“'.join(twice[:5])}”重复，请更名后重新提交。")


def _check_sums(here: Reception, files: Sequence[HandedInFile]) -> None:
    _check_files(here, files)
    limits = here.settings.limits
    if sum(file.bytes for file in files) > limits.bytes_an_application:
        most = limits.bytes_an_application / MEGABYTE
        raise ApiProblem(413, "too_large", f"文件合计超过上限 {most:.4g} MB，请压缩后提交。")
    for file in files:
        if (file.pages or 0) > here.settings.reading.limits.max_pages:
            most = here.settings.reading.limits.max_pages
            raise ApiProblem(
                413, "too_many_pages", f"文件“{file.name}”有 {file.pages} 页，超过上限 {most} 页，请拆分。"
            )
    if sum(file.pages or 1 for file in files) > limits.pages:
        raise ApiProblem(413, "too_many_pages", f"文件合计超过上限 {limits.pages} 页，请只提交需要的页。")


def _pages(here: Reception, file: HandedInFile) -> int:
    """How many pages a file has; opening one that has several is left to a reading worker."""
    path = here.blobs.path(file.sha256)
    try:
        several = file_type(path) in ("pdf", "tiff")
    except (InputError, OSError):
        return 1
    return here.pool.count(path) if several else 1


def _there(application: Application | None) -> Application:
    assert application is not None
    return application
