"""Honours of an applicant's employer, for a branch that is open to those who led the project behind one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from extractors.text import squash
from models.profile import Award, Profile
from verifier.eligibility.branches import Honour
from verifier.eligibility.outcome import FAIL, REVIEW, Outcome

_QUOTES = str.maketrans("", "", "“”\"'‘’《》「」")


def honour_awards(profile: Profile, words: Sequence[str]) -> list[Award]:
    """The declared awards that are one of the honours named by `words`."""
    return [a for a in profile.awards if a.name and names_honour(a.name, words)]


def names_honour(name: str, words: Sequence[str]) -> bool:
    """Whether `name` contains one of `words`, quotation marks aside."""
    plain = squash(name).translate(_QUOTES)
    return any(squash(word).translate(_QUOTES) in plain for word in words)


def honoured(profile: Profile, asked: Honour, review_days: int) -> Outcome:
    """Whether an honour was announced in time. It never passes: who led the project behind it is for a person.

    Nor does it fail where the date is near the window, for the date on a plaque need not be that of the announcement.
    """
    mine = honour_awards(profile, asked.words)
    if not mine:
        return Outcome(REVIEW, ("申报信息中未见单位的相关荣誉项目，请人工核对项目申报书及证明材料",))
    window = f"{asked.since}至{asked.until}"
    names = "、".join(f"{a.name}（{a.date or '发文时间未填写'}）" for a in mine)
    slack = timedelta(days=review_days)
    near = [
        a
        for a in mine
        if a.date is None or (a.date.latest >= asked.since - slack and a.date.earliest <= asked.until + slack)
    ]
    if not near:
        return Outcome(FAIL, (f"单位荣誉{names}的发文时间不在{window}内",))
    within = [a for a in near if a.date and a.date.earliest >= asked.since and a.date.latest <= asked.until]
    note = f"单位荣誉{names}，发文时间应在{window}内"
    return Outcome(REVIEW, (f"{note}{'' if within else '，请核对'}；是否为该项目主要技术负责人须人工确认",))
