"""Which of the declared educations a branch is meant for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from models.profile import Education, Level, Relevance
from verifier.compare import compare_major
from verifier.eligibility.branches import Schooling
from verifier.eligibility.facts import Dated, graduated, level_doubt
from verifier.eligibility.outcome import FAIL, PASS, REVIEW, Outcome
from verifier.facts.case import Case
from verifier.facts.seen import see

LEVELS: tuple[Level, ...] = get_args(Level)
"""Highest first, as the profile's levels are listed."""
UNRELATED = "不对口"


class Schooled(NamedTuple):
    """A declared education, when it was finished, whether its major is of another field, and whether it serves."""

    graduation: Dated | None
    unrelated: bool | None
    outcome: Outcome


def schooled(
    case: Case, asked: Schooling, majors: Mapping[Relevance, tuple[str, ...]], refused: frozenset[str]
) -> list[Schooled]:
    """Each education that `asked` may mean; none bears where all are of other levels."""
    items = case.profile.education
    if not items:
        return [Schooled(None, None, Outcome(REVIEW, ("未申报学历，请补填",)))]
    highest = min((LEVELS.index(i.level) for i in items if i.level), default=None)
    found = []
    for place, item in enumerate(items):
        if asked.highest and highest is not None and (item.level is None or LEVELS.index(item.level) != highest):
            continue
        by_level = item.level in asked.levels
        by_degree = bool(item.degree) and any(word in (item.degree or "") for word in asked.degrees)
        if by_level or by_degree or item.level in asked.unsettled:
            found.append(_judged(case, place, asked, majors, refused, by_degree=by_degree and not by_level))
    if found:
        return found
    level = LEVELS[highest] if highest is not None else "（未填写）"
    return [Schooled(None, None, Outcome(FAIL, (f"最高学历为{level}，不属本项",), bears=False))]


def _judged(
    case: Case,
    place: int,
    asked: Schooling,
    majors: Mapping[Relevance, tuple[str, ...]],
    refused: frozenset[str],
    *,
    by_degree: bool,
) -> Schooled:
    item = case.profile.education[place]
    day = graduated(case, place, by_degree=by_degree)
    name = (item.degree if by_degree else item.level) or ""
    notes = [note for note in (level_doubt(case, place, item), day.doubt if day else "未申报毕业时间") if note]
    if not by_degree and item.level in asked.unsettled and item.level not in asked.levels:
        notes.insert(0, f"{item.level}是否属本项所指学历，通知有两种理解")
    not_graduated = _not_graduated(case, place, refused)
    status = REVIEW if notes else PASS
    if not_graduated is not None:
        status = FAIL if not_graduated else REVIEW
        notes.insert(0, f"{name}学历所交证书的结论不是毕业")
    told = f"{name}（{item.school or '学校未填写'}，{item.major or '专业未填写'}）"
    evidence = day.evidence if day else ()
    return Schooled(day, is_unrelated(item, majors), Outcome(status, (*notes, told), evidence=evidence))


def _not_graduated(case: Case, place: int, refused: frozenset[str]) -> bool | None:
    """True where a certificate surely says another conclusion than graduation, False where one may, else None."""
    seen = [see(d, "conclusion") for d in case.education[place]]
    against = [s for s in seen if s.read and s.value in refused]
    others = [s for s in seen if s.read and s.value not in refused]
    if not against:
        return False if any(s.state == "conflicting" and refused & set(s.values) for s in seen) else None
    return all(s.firm for s in against) and not others


def is_unrelated(item: Education, majors: Mapping[Relevance, tuple[str, ...]]) -> bool | None:
    """Whether the major is of another field; None where nobody says, or the office's table says so and the applicant does not.

    What an applicant declares to his disadvantage is believed.
    """
    if item.relevance == UNRELATED:
        return True
    listed = {relevance for relevance, names in majors.items() if item.major and _named(item.major, names)}
    said = {relevance == UNRELATED for relevance in (*listed, item.relevance) if relevance}
    return next(iter(said)) if len(said) == 1 else None


def _named(major: str, names: Iterable[str]) -> bool:
    return any(compare_major(name, major).answer in ("same", "alias") for name in names)
