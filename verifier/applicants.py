"""Which applicants lie under a folder, and which files each handed in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from models.errors import InputError, ProfileError
from models.profile import Profile
from verifier.evaluate.truth import TRUTH_NAME
from verifier.profiles import load_profile
from verifier.roster import Entry, load_roster

PROFILE_NAME = "profile.json"
NOT_HANDED_IN = frozenset({PROFILE_NAME, TRUTH_NAME, "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class ApplicantFolder:
    """One applicant: the profile and the files below its folder, by their names relative to it.

    `on_disk` has the names of those files that are called otherwise on the disk, because they are not UTF-8 there.
    """

    path: Path
    profile: Profile
    files: tuple[str, ...]
    on_disk: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path, profile: Profile, names: Iterable[str]) -> ApplicantFolder:
        """The applicant with files of these `names` on the disk."""
        on_disk: dict[str, str] = {}
        for name in names:
            said = _sayable(name)
            while said in on_disk:
                said += "_"
            on_disk[said] = name
        return cls(path, profile, tuple(on_disk), {said: name for said, name in on_disk.items() if said != name})

    def place(self, file: str) -> Path:
        """Where the file lies that reports call `file`."""
        return self.path / self.on_disk.get(file, file)


def _sayable(name: str) -> str:
    """`name` as text; parts that are not UTF-8 come from archives packed under Chinese Windows, in GB 18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "/".join(_decoded(os.fsencode(part)) for part in name.split("/"))
    return name


def _decoded(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("gb18030", errors="replace")


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files_below(path)
        elif path.name not in NOT_HANDED_IN:
            yield path


def _profile_folders(folder: Path) -> Iterator[Path]:
    if (folder / PROFILE_NAME).is_file():
        yield folder
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
            yield from _profile_folders(path)


def find_applicants(folder: Path, roster: Path | None = None) -> list[ApplicantFolder]:
    """Every applicant under `folder` (which may itself be one), by path; those of `roster`, a workbook, where one is given.

    Raises InputError where the folder cannot be read or holds no applicant, ProfileError naming every unusable profile.
    """
    if not folder.is_dir():
        raise InputError(f"找不到文件夹：{folder}。请检查路径。")
    if roster is not None:
        return _applicants_of(roster, folder)
    try:
        places = list(_profile_folders(folder))
        listings = [tuple(p.relative_to(place).as_posix() for p in _files_below(place)) for place in places]
    except OSError as error:
        raise InputError(f"无法读取文件夹 {error.filename or folder}：{error.strerror}。请检查权限。") from error
    if not places:
        raise InputError(f"{folder} 下没有申报人：每位申报人的文件夹中应有 {PROFILE_NAME}。")
    found: list[ApplicantFolder] = []
    faults: list[str] = []
    owner: dict[str, Path] = {}
    for place, files in zip(places, listings, strict=True):
        try:
            profile = load_profile(place / PROFILE_NAME)
        except ProfileError as error:
            faults.append(str(error))
            continue
        other = owner.setdefault(profile.applicant_id, place)
        if other != place:
            faults.append(f"{place / PROFILE_NAME}：applicant_id “{profile.applicant_id}” 与 {other} 重复。")
        found.append(ApplicantFolder.of(place, profile, files))
    if faults:
        raise ProfileError("\n".join(faults))
    return found


def _applicants_of(roster: Path, folder: Path) -> list[ApplicantFolder]:
    """The applicants of a roster, each with the folder that it names; no folder is left out without a word."""
    entries = load_roster(roster)
    found: list[ApplicantFolder] = []
    faults = []
    owner: dict[Path, Entry] = {}
    for entry in entries:
        place = folder / entry.folder
        if Path(entry.folder).is_absolute() or ".." in Path(entry.folder).parts or not place.is_dir():
            faults.append(
                f"{roster.name}：{entry.place} 在 {folder} 下没有文件夹“{entry.folder}”，请检查编号或“文件夹”列。"
            )
            continue
        if place in owner:
            faults.append(f"{roster.name}：{entry.place} 的文件夹“{entry.folder}”与{owner[place].place}重复。")
            continue
        owner[place] = entry
        found.append(ApplicantFolder.of(place, entry.profile, _listed(place)))
    if not faults:
        faults += [
            f"{roster.name}：{folder} 下的“{name}”在名册中没有对应的申报人，请补入名册或移出。"
            for name in _listed(folder)
            if not any((folder / name).is_relative_to(place) for place in owner) and folder / name != roster
        ]
    if faults:
        raise ProfileError("\n".join(faults))
    return sorted(found, key=lambda applicant: applicant.path)


def _listed(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(path.relative_to(folder).as_posix() for path in _files_below(folder))
    except OSError as error:
        raise InputError(f"无法读取文件夹 {error.filename or folder}：{error.strerror}。请检查权限。") from error
