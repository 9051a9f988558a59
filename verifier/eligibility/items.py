"""The things that a notice lets an applicant choose from (two of five, three of seven): which are there, which may be?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.text import squash
from models.profile import Patent, Work
from verifier.eligibility.branches import (
    AwardAsked,
    Choice,
    Item,
    PapersAsked,
    PatentsAsked,
    PostAsked,
    ProjectAsked,
    SoftwareAsked,
    WorkAsked,
)
from verifier.eligibility.counted import NO_WORK, Setting
from verifier.eligibility.facts import Dated
from verifier.eligibility.outcome import FAIL, PASS, REVIEW, Outcome, best
from verifier.eligibility.periods import Term
from verifier.eligibility.schooling import LEVELS


def chosen(setting: Setting, asked: Choice, items: Sequence[Item], claims: frozenset[str], form: bool) -> Outcome:
    """Whether enough of `items` hold. `claims` are the ids named in the application; `form`: more may stand on a paper form."""
    offered = [item for item in items if item.id in asked.items]
    mine = [item for item in offered if item.id in claims] if asked.claimed else offered
    if asked.claimed and len(mine) < asked.minimum:
        open_yet = form or not mine
        note = f"申报的条件只有{len(mine)}项（{_names(mine)}）" if mine else "未写明符合哪几项条件"
        return Outcome(REVIEW if open_yet else FAIL, (f"{note}，要求{asked.minimum}项以上，请核对",))
    found = [(item, _judged(setting, item, claimed=asked.claimed)) for item in mine]
    sure = [pair for pair in found if pair[1].status is PASS]
    maybe = [pair for pair in found if pair[1].status is REVIEW]
    status = FAIL
    if len(sure) >= asked.minimum and not asked.judged:
        status = PASS
    elif len(sure) + len(maybe) >= asked.minimum:
        status = REVIEW
    shown = [*sure, *maybe, *(pair for pair in found if asked.claimed and pair[1].status is FAIL)]
    words = {PASS: "可认定", REVIEW: "待人工认定", FAIL: "未达到"}
    counts = f"{len(offered)}项条件要求{asked.minimum}项：可认定{len(sure)}项，待人工认定{len(maybe)}项"
    notes = (counts, *(f"{words[o.status]}“{item.label}”（{o.text}）" for item, o in shown))
    steps = tuple(step for _, o in shown for step in o.steps)
    return Outcome(status, notes, steps, tuple(e for _, o in shown for e in o.evidence))


def _names(items: Sequence[Item]) -> str:
    return "、".join(item.label for item in items)


def _judged(setting: Setting, item: Item, *, claimed: bool) -> Outcome:
    """The best of an item's parts. Of a claimed item only counted years may fail; what is not in the profile may be on paper."""
    found = list(_parts(setting, item))
    if not found:
        return Outcome(REVIEW, ("须人工认定",))
    outcome = best(found)
    if claimed and outcome.status is FAIL and item.work is None:
        return replace(outcome, status=REVIEW)
    return outcome


def _parts(setting: Setting, item: Item) -> Iterator[Outcome]:
    for patents in item.patents:
        yield _patents(setting, patents)
    judges: tuple[tuple[object, Callable[..., Outcome]], ...] = (
        (item.software, _software),
        (item.papers, _papers),
        (item.work, _work),
        (item.post, _post),
        (item.project, _project),
        (item.award, _award),
    )
    for asked, judge in judges:
        if asked is not None:
            yield judge(setting, asked)


def _patents(setting: Setting, asked: PatentsAsked) -> Outcome:
    mine = [p for p in setting.case.profile.patents if p.type is None or asked.type in p.type]
    sure = [p for p in mine if _counts(p, asked, setting) and p.type and p.inventor_rank == 1]
    maybe = [
        p for p in mine if p.inventor_rank in (1, None) and (not p.granted_on or p.granted_on.latest >= asked.perhaps)
    ]
    note = f"{asked.type}排名第一的{len(sure)}项，另有待核对的{len(maybe) - len(sure)}项，要求{asked.minimum}项"
    status = PASS if len(sure) >= asked.minimum else REVIEW if len(maybe) >= asked.minimum else FAIL
    return Outcome(status, (note,))


def _counts(patent: Patent, asked: PatentsAsked, setting: Setting) -> bool:
    day = patent.granted_on
    return day is not None and day.earliest >= asked.since and day.latest <= setting.reckoning.cutoff


def _software(setting: Setting, asked: SoftwareAsked) -> Outcome:
    mine = setting.case.profile.software_copyrights
    recent = [s for s in mine if not s.registered_on or s.registered_on.latest >= asked.perhaps]
    note = f"软件著作权{len(recent)}项，著作权人排名须人工确认" if recent else "近年无软件著作权"
    return Outcome(REVIEW if len(recent) >= asked.minimum else FAIL, (note,))


def _papers(setting: Setting, asked: PapersAsked) -> Outcome:
    papers = setting.case.profile.papers
    first = sum(p.author_rank == 1 for p in papers)
    note = f"申报论文{len(papers)}篇，其中第一作者{first}篇，刊物级别须人工确认"
    return Outcome(REVIEW if len(papers) >= asked.minimum else FAIL, (note,))


def _work(setting: Setting, asked: WorkAsked) -> Outcome:
    begun = [w.start for w in setting.case.profile.work if w.start and w.technical is not False]
    if not begun:
        return Outcome(REVIEW, (NO_WORK,))
    terms, _ = setting.work()
    levels = sorted({e.level for e in setting.case.profile.education if e.level}, key=LEVELS.index)
    years = [asked.by_level.get(level, asked.years) for level in levels] or [asked.years]
    first = min(begun, key=lambda day: day.earliest)
    fact = Dated("从事专业技术工作", first, "unshown", "申报信息")
    found = setting.counted(fact, years[0], terms)
    # By a lower education that is held too, fewer years may be asked for: which one counts is not said.
    milder = [setting.counted(fact, n, terms) for n in years[1:] if n < years[0]] if found.status is FAIL else []
    return replace(found, status=REVIEW) if any(o.status is not FAIL for o in milder) else found


def _post(setting: Setting, asked: PostAsked) -> Outcome:
    mine = [w for w in setting.case.profile.work if w.start and _has(w.position, asked.words)]
    if not mine:
        return Outcome(FAIL, ("工作经历中未见此类职务",))
    return best(_held(setting, asked, w) for w in mine)


def _held(setting: Setting, asked: PostAsked, work: Work) -> Outcome:
    """A post that fits by its name and years is still for a person: what the post was in charge of is not in its name."""
    if work.start is None:
        return Outcome(REVIEW, ("未填写任职时间",))
    fact = Dated(f"任{work.position}", work.start, "unshown", "申报信息")
    found = setting.counted(fact, asked.years, [Term(work.start, work.end)])
    return replace(found, status=REVIEW if found.status is PASS else found.status)


def _project(setting: Setting, asked: ProjectAsked) -> Outcome:
    mine = [
        p
        for p in setting.case.profile.projects
        if (p.level is None or _has(p.level, asked.levels)) and (p.role is None or _has(p.role, asked.roles))
    ]
    names = "、".join(p.name or "（未填写名称）" for p in mine)
    return Outcome(REVIEW, (f"项目：{names}，级别与作用须人工确认",)) if mine else Outcome(FAIL, ("未申报此类项目",))


def _award(setting: Setting, asked: AwardAsked) -> Outcome:
    mine = [
        a
        for a in setting.case.profile.awards
        if (not asked.issuers or a.issuer is None or _has(a.issuer, asked.issuers))
        and not _has(a.issuer, asked.not_issuers)
        and (not asked.words or _has(a.name, asked.words))
    ]
    names = "、".join(f"{a.name or '（未填写名称）'}（{a.issuer or '授予单位未填写'}）" for a in mine)
    return Outcome(REVIEW, (f"{names}，是否属于此项须人工确认",)) if mine else Outcome(FAIL, ("未申报此类奖励或称号",))


def _has(text: str | None, words: Sequence[str]) -> bool:
    plain = squash(text or "")
    return any(word in plain for word in words)
