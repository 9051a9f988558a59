"""Years that a branch asks for: since a title, since graduation, since a vocational certificate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.values import skill_levels
from models.finding import Status, TimelineStep
from verifier.eligibility.branches import Practice, Skill, Tenure
from verifier.eligibility.facts import Dated, appointed, certified, held_titles, is_one_of, obtained, work_terms
from verifier.eligibility.outcome import FAIL, PASS, REVIEW, Outcome, all_of, best
from verifier.eligibility.periods import Reckoning, Span, Term
from verifier.facts.case import Case
from verifier.facts.rows import of_person
from verifier.facts.seen import see

NO_WORK = "未申报工作经历，无法核对实际从事专业工作的时间"


@dataclass(frozen=True, slots=True)
class Setting:
    """One applicant, how years are counted, and the titles that a notice's years in office refer to."""

    case: Case
    reckoning: Reckoning
    titles: tuple[str, ...]

    def counted(self, fact: Dated, years: int, terms: Sequence[Term] | None) -> Outcome:
        """Whether `years` have passed since `fact` within `terms`; a date that cannot be relied on never passes."""
        span = self.reckoning.span(fact.day, years, terms)
        status = span.status
        if fact.bound is not None and status is PASS:
            # The day itself is only declared: what the documents prove must suffice too.
            status = REVIEW if self.reckoning.span(fact.bound, years, terms).status is not PASS else PASS
        if fact.trust == "conflict" or (fact.doubt and status is PASS):
            status = REVIEW
        notes = (self._told(fact, span, years), *filter(None, [fact.doubt]))
        step = TimelineStep(f"自{fact.label}", fact.day, str(self.reckoning.cutoff), span.years, years, fact.source)
        return Outcome(status, notes, (step,), fact.evidence)

    def _told(self, fact: Dated, span: Span, years: int) -> str:
        idle = f"，已扣除未工作{span.idle}天（按最不利计）" if span.idle else ""
        margin = f"余{span.margin}天" if span.margin >= 0 else f"差{-span.margin}天"
        precise = {"day": "", "month": "按月末起算，", "year": "按年末起算，"}[fact.day.precision]
        return (
            f"自{fact.label}{fact.day}（{fact.source}）至{self.reckoning.cutoff}计{span.years}年{idle}，"
            f"要求{years}年，{precise}{span.due}满{years}年，{margin}"
        )

    def work(self, *, technical: bool = True) -> tuple[list[Term] | None, list[Outcome]]:
        """The terms of work, None where none is declared; and what is to be said of that."""
        if not self.case.profile.work:
            return None, [Outcome(REVIEW, (NO_WORK,))]
        return work_terms(self.case, technical=technical), []


def tenure(setting: Setting, asked: Tenure, graduation: Dated | None) -> Outcome:
    """Years in a title: by the award and by the appointment. Where the two ways of counting disagree a person decides."""
    places = held_titles(setting.case, setting.titles)
    names = "、".join(setting.titles)
    if not places:
        return Outcome(FAIL, (f"未申报{names}职称",), bears=False)
    return best(_in_title(setting, asked, graduation, place) for place in places)


def _in_title(setting: Setting, asked: Tenure, graduation: Dated | None, place: int) -> Outcome:
    award = obtained(setting.case, place)
    first, terms = appointed(setting.case, setting.titles)
    work, doubts = setting.work()
    if award is None:
        return Outcome(REVIEW, ("未申报取得资格的时间，请补填",))
    readings = [setting.counted(award, asked.years, work)]
    if graduation is not None and graduation.day.earliest > award.day.latest:
        later = replace(graduation, label=f"{graduation.label}（晚于取得资格）")
        readings.append(setting.counted(later, asked.years, work))
    elif graduation is not None and graduation.bound is not None and graduation.bound.latest > award.day.latest:
        readings.append(setting.counted(graduation, asked.years, work))
    lacking: tuple[str, ...] = ()
    if first is None:
        lacking = ("未申报聘任时间，任职年限无法核对（聘任证书）",)
    else:
        readings.append(setting.counted(first, asked.years, terms))
    statuses = {o.status for o in readings}
    status = next(iter(statuses)) if len(statuses) == 1 else REVIEW
    told = all_of(readings)
    if len(statuses) > 1:
        lacking = ("按取得资格与按聘任（或毕业）起算的结论不同", *lacking)
    if status is PASS and (lacking or doubts):
        status = REVIEW
    found = replace(told, status=status, notes=(*lacking, *(n for o in doubts for n in o.notes), *told.notes))
    return _not_beyond(setting, asked, award, work, found)


def _not_beyond(setting: Setting, asked: Tenure, award: Dated, work: list[Term] | None, found: Outcome) -> Outcome:
    """A branch for fewer than `below` years is not meant for whoever has more: not worse off, but in the wrong place."""
    if asked.below is None or found.status is FAIL:
        return found
    if setting.reckoning.span(award.day, asked.below, work).status is FAIL:
        return found
    return replace(
        found, status=REVIEW, notes=(f"已满或可能已满{asked.below}年，请核对是否应按其他条件或类型申报", *found.notes)
    )


def untitled(setting: Setting) -> Outcome:
    """No title is held: a branch for those without one is doubtful for whoever has one, declared or in a document."""
    names, name = "、".join(setting.titles), setting.case.profile.person.name
    if held_titles(setting.case, setting.titles):
        return Outcome(REVIEW, (f"本项写明适用于没有{names}职称者，申报人已有该职称，能否适用请人工确认",))
    papers = [see(d, "title") for d in setting.case.title_papers]
    if any(not s.read or is_one_of(s.value, setting.titles) for s in papers):
        return Outcome(REVIEW, (f"交有任职资格证书而未申报{names}职称，请核对",), evidence=papers[0].evidence)
    letters = [see(of_person(d, name), "title") for d in setting.case.own_of_kind("appointment_letter")]
    told = [s for s in letters if s.read and is_one_of(s.value, setting.titles)]
    declared = any(a.title and is_one_of(a.title, setting.titles) for a in setting.case.profile.appointments)
    if told or declared:
        evidence = tuple(e for s in told for e in s.evidence)
        return Outcome(REVIEW, (f"有聘任{names}的申报或材料而未申报该职称，请核对",), evidence=evidence)
    return Outcome(PASS, (f"未申报{names}职称",))


def practice(setting: Setting, asked: Practice, graduation: Dated | None, unrelated: bool | None) -> Outcome:
    """Years of work after graduation. `unrelated`: the major is of another field; None where that is not known."""
    found = [_nature(setting, asked)]
    work, doubts = setting.work()
    found += doubts
    if graduation is None:
        return all_of([*found, Outcome(REVIEW, ("未申报毕业时间，请补填",))])
    near = setting.counted(graduation, asked.years, work)
    far = setting.counted(graduation, asked.years + asked.unrelated_more, work)
    if unrelated is None and asked.unrelated_more:
        status = near.status if near.status is far.status else REVIEW
        note = f"专业是否对口未能确定，两种年限均列出（不对口增加{asked.unrelated_more}年）"
        both = all_of([near, far])
        return all_of([*found, replace(both, status=status, notes=(note, *near.notes, *far.notes))])
    more = (f"专业不对口，年限增加{asked.unrelated_more}年",) if unrelated and asked.unrelated_more else ()
    counted = far if unrelated else near
    return all_of([*found, replace(counted, notes=(*more, *counted.notes))])


def _nature(setting: Setting, asked: Practice) -> Outcome:
    nature = setting.case.profile.employer.nature
    if not asked.natures or (nature and any(word in nature for word in asked.natures)):
        return Outcome(PASS)
    return Outcome(REVIEW, (f"单位性质申报为“{nature}”，请人工确认" if nature else "未申报单位性质，请人工确认",))


def skill(setting: Setting, asked: Skill) -> Outcome:
    """Years of work since a vocational certificate of a sufficient level, in a trade of the field."""
    items = setting.case.profile.skill_certificates
    if not items:
        return Outcome(REVIEW, ("未申报职业资格或职业技能等级，请补填",))
    return best(_since_certificate(setting, asked, i) for i in range(len(items)))


def _since_certificate(setting: Setting, asked: Skill, place: int) -> Outcome:
    levels = skill_levels_of(setting.case, place)
    level = "、".join(levels) or "（未填写）"
    if any(name in asked.levels for name in levels):
        status: Status = PASS if len(levels) == 1 else REVIEW
        note = f"技能等级“{level}”" if status is PASS else f"技能等级申报与证书不同（{level}）"
    else:
        unsettled = not levels or any(name in asked.unsettled for name in levels)
        status = REVIEW if unsettled else FAIL
        note = f"技能等级“{level}”" + ("是否符合“技师”的要求有两种理解" if levels and unsettled else "未达到要求")
    issued = certified(setting.case, place)
    if issued is None:
        return Outcome(FAIL if status is FAIL else REVIEW, (note, "未申报发证日期，请补填"))
    work, doubts = setting.work(technical=False)
    return all_of(
        [Outcome(status, (note,)), *_trade(setting, asked, place), *doubts, setting.counted(issued, asked.years, work)]
    )


def _trade(setting: Setting, asked: Skill, place: int) -> Iterator[Outcome]:
    """An objection where the occupation, declared or read, is of none of the trades asked for."""
    read = [see(d, "occupation") for d in setting.case.skill_certificates[place]]
    named = [setting.case.profile.skill_certificates[place].occupation, *(s.value for s in read if s.read)]
    strange = [n for n in dict.fromkeys(named) if n and not any(word in n for word in asked.trades)]
    if asked.trades and strange:
        yield Outcome(REVIEW, (f"职业（工种）“{'、'.join(strange)}”与申报专业是否相关请人工确认",))


def skill_levels_of(case: Case, place: int) -> tuple[str, ...]:
    """The declared level and every other that its certificates show, by their names."""
    declared = case.profile.skill_certificates[place].level
    read = [see(d, "level") for d in case.skill_certificates[place]]
    values = [declared, *(v for s in read if s.state in ("read", "conflicting") for v in s.values)]
    return tuple(dict.fromkeys(skill_levels.parse(v) or v for v in values if v))
