"""Is the notice meant for this applicant at all: the employer's sort and place, and no title as high as the one applied for?"""

from __future__ import annotations

from extractors.text import squash
from verifier.eligibility.branches import Applicants
from verifier.eligibility.facts import is_one_of
from verifier.eligibility.outcome import PASS, REVIEW, Outcome
from verifier.facts.case import Case
from verifier.facts.seen import see


def meant_for(case: Case, asked: Applicants) -> Outcome:
    """Passes unless something declared, or a title certificate, speaks against it; then a person decides."""
    employer, notes = case.profile.employer, []
    nature = squash(employer.nature or "")
    if any(word in nature for word in asked.other_natures):
        notes.append(f"单位性质申报为“{employer.nature}”，是否属本通知的申报对象请人工确认")
    region = squash(employer.region or "")
    if asked.regions and region and not any(word in region or region in word for word in asked.regions):
        notes.append(f"单位所在地申报为“{employer.region}”，是否属本通知的申报对象请人工确认")
    target = case.profile.application.target_title
    if target and asked.targets and not is_one_of(target, asked.targets):
        notes.append(f"申报的职称为“{target}”，不是本通知评审的“{'、'.join(asked.targets)}”，请核对")
    held = [title.title for title in case.profile.titles if title.title]
    held += [s.value for d in case.title_papers if (s := see(d, "title")).read]
    high = [title for title in held if is_one_of(title, asked.already)]
    if high:
        notes.append(f"已有“{'、'.join(dict.fromkeys(high))}”职称，不低于所申报的职称，能否申报请人工确认")
    return Outcome(REVIEW, tuple(notes)) if notes else Outcome(PASS)
