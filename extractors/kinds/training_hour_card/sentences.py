"""Amounts that stand behind a label on a line or in running text of an hour card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.kinds.training_hour_card.amounts import Claim, Hours
from extractors.kinds.training_hour_card.respective import respective, side_by_side
from extractors.kinds.training_hour_card.rows import (
    BEYOND,
    THIS_YEAR,
    pairs_in,
    subject_in,
)
from extractors.kinds.training_hour_card.words import (
    AMOUNT,
    hour_label,
    number_of,
    tells_all,
    years_in,
)
from extractors.layout.table_columns import pieces_of
from extractors.layout.table_words import Glyph, Run, glyphs_of, lines_of, runs_across
from extractors.layout.view import PageView
from models.geometry import Box

_REQUIRED = re.compile(r"不少于|不低于|至少|应[完修当]|要求|规定|标准|须|(?<!公)需|结转|剩余|尚缺|上一?年")
_DUTY = re.compile(r"每年度?[^。¦]{0,16}?(?:应|须|不少于|不得少于|不低于|需)|应当?(?:完成|修满|达到|取得|参加|接受|修)")
_FULFILLED = re.compile(r"(?:完成|修满|达到|取得)了?[^,。;]{0,12}?(?:规定|要求)的?(?:学时|学分)?")
_BY_NOW = re.compile(r"实际|已|累计|取得|获得|完成了|该同志|本人")
_REPORTED, _FOUND = re.compile(r"申报|自报|自评|填报|申请"), re.compile(r"审核|审定|核定|认定|确认|核实")
_CLAUSE = re.compile(r"[,;。、|¦]")
_DONE = re.compile(r"(?:[修学]满|完成|取得|获得|实际|登记)了?(?:继续教育)?(?:学习|培训)?$")
_COUNTED = re.compile(r"[,、)》](?:[共合总累小]?计|共)$")
_SUBJECT = re.compile(r"公需(?:科目|课程?)|专业(?:科目|课程?)")
_STUDIED = re.compile(rf"({_SUBJECT.pattern})(?:《[^》]*》|[^,。;、]){{0,24}}(?:培训|学习|考试|研修|课程)")
_OPENED = re.compile(r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.,]+)?(?P<label>[^:,。;¦|]{2,10})(?:方面)?:")
_CORRECTED = re.compile(  # 公需科目申报26学时,认定24学时
    r"(?:^|[,;。、|¦:中])(?P<label>[公专通一行选][一-龥]{1,6}?)(?:共|已)?(?:申报|申请|自报|填报)了?"
    r"\d{1,3}(?:\.\d)?(?:学时|学分|课时),?(?:经|实际)?(?:审核|核定|认定|审定|核准|确认|通过|审核认定|审核确认)为?$"
)
_DUE_THEN_DONE = re.compile(  # 专业科目应完成60学时,实际完成66学时
    r"(?:^|[,;。、|¦:(])(?P<label>[公专通一行选][一-龥]{1,6}?)(?:应|需|要求|规定|标准|目标)[一-龥]{0,4}\d{1,3}(?:\.\d)?(?:学时|学分|课时)[,、;(]?"
    r"(?:实际|已|共|现)(?:完成|修满|获得|取得|修|学)?了?$"
)
_ADDED = re.compile(r"(?:\([^()\d]{1,8}\))?[+＋]\d")  # 合计:24(公需)+66(专业)=90
_OTHER_UNIT = re.compile(r"/\d|[\d.\-:%年月日度号名次门项期届周岁个元万条页人天场张份册篇位]")
_OF_YEAR = re.compile(r"(?<![0-9])20\d\d年度?[:为]?$")
_IN_HOURS = re.compile(r"(?:学时|学分|课时)(?:总?数|合计|总计|总和)?$")
_OPEN = re.compile(r"\([^)]+$")
_OPENERS = frozenset("|¦,;。、:()·.*=+-/★☆●○■□◆◇▲△▪•※√✓☑>")
_BARE_SUMS = ("共", "计", "共计")
_VERBS = ("修满", "完成", "取得", "获得", "达到", "学满", "共计")
_ALL = "all"
_WIDE, _LONG = 2.2, 20
_CLOSED = re.compile(r":(?:[¦|]|$)")  # a semicolon at a line's end, misread
_OF_DUE = re.compile(r"/\d{1,3}(?:\.\d)?(?:学时|学分|课时)")  # 24/18学时: done of what is due
_CONVERTED = re.compile(r"(?:可?(?:折合|折算|换算|折)成?为?|=|等于|计)\d")  # 1学分折合3学时
_IN_HOURS_THEN = re.compile(
    r"[(,](?:可?(?:折合|折算|换算|相当于))成?为?(?P<number>\d{1,3}(?:\.\d{1,2})?)个?(?:学时|课时)"
)
_CONVERTING = re.compile(r"(?:学时|学分|课时|天|日)[(,]?可?(?:折合|折算|换算|折|=|等于|计)成?为?$")
_JUDGED = re.compile(  # 公需科目：合格（30学时）、公需科目：已完成30学时
    r":?(?:合格|达标|通过|已?完成|符合要求)\($|(?:经?(?:成绩|考试|考核|学习|培训))?(?:合格|通过|达标)[,(]?(?:计|记|获得|取得)$|[:|](?:已经?|实际|共)?(?:完成|修满|获得?|取得|修|学|登记|认定)了?$"
)
_NO_SUBJECT_BEFORE = ("所学", "从事", "申报", "评审", "技术", "非", "本", "学", "事")


def read_sentences(hours: Hours, view: PageView, region: Box | None = None, of_year: int | None = None) -> None:
    """Amounts behind a label on a line or in running text, outside of what tables explained; those in `region` are `of_year`."""
    inks = [ink for ink in view.inks if region is None or region.contains(ink.box.cx, ink.box.cy)]
    glyphs = [g for ink in inks if runs_across(ink.word) for g in glyphs_of(ink.word) if hours.is_free(g)]
    lines = lines_of(glyphs, view.slope)
    long = [line for line in lines if line.box.width > _LONG * view.glyph] or lines
    edge = max((line.box.x1 for line in long), default=0.0) if region is None else region.x1
    run = _flowing(lines, view.glyph, edge)
    text = run.wording
    told = [*respective(view, run), *side_by_side(view, run)]
    hours.claims.extend(claim for claim, _, _ in told)
    for found in AMOUNT.finditer(text):
        if any(first <= found.start() < last for _, first, last in told):
            continue
        start, end = found.span("number" if found["number"] else "han")
        unit, value = bool(found["unit"] or found["units"]), number_of(found)
        of_due = _OF_DUE.match(text, found.end()) is not None
        closed = unit and _CLOSED.match(text, found.end()) is not None
        if (
            _OTHER_UNIT.match(text, found.end())
            and not of_due
            and not closed
            and not _is_piece(text, start, found.end())
        ):
            continue
        unit = unit or of_due
        bare_year = unit and _OF_YEAR.search(text, max(0, start - 8), start) is not None
        if not bare_year and _goes_on_from(text, start):
            continue
        if _CONVERTED.match(text, found.end()) or _CONVERTING.search(text, max(0, start - 6), start):
            continue
        subject = _of_topic(text, start) if bare_year else _before(text, start, unit)
        subject = subject or (_behind(text, found.end()) if unit else None)
        if subject == "total" and _ADDED.match(text, found.end()):
            continue
        if subject is None or value is None or text[found.end() : found.end() + 2] in ("以上", "以下", "以内"):
            continue
        clause = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
        told_due = _REQUIRED.search(_FULFILLED.sub("", text[max(clause, start - 24) : start]))
        if told_due or _on_beyond(text, start) or _on_duty(text, start):
            continue
        sentence = text.rfind("。", 0, start) + 1
        years = [y for _, _, y in years_in(text[max(sentence, start - 70) : start])]
        year, own = years[-1] if years else None, _of_applicant(text[sentence:start])
        value, start, end = _in_hours(text, found, value, start, end)
        span, own = run.part(start, end).span, own or subject == _ALL
        subject = "total" if subject == _ALL else subject
        hours.claims.append(Claim(subject, value, of_year or year, view, span, 0.97, minor=own, told=of_year is None))
    if region is not None:
        hours.use(run)


def _in_hours(text: str, found: re.Match[str], value: Decimal, start: int, end: int) -> tuple[Decimal, int, int]:
    """The amount and its place, of credits what they count in hours: `8学分(折合24学时)`; 1学分 tells the rate."""
    then = _IN_HOURS_THEN.match(text, found.end()) if value != 1 else None
    return (Decimal(then["number"]), *then.span("number")) if then is not None else (value, start, end)


def _of_applicant(text: str) -> bool:
    """Whether a sentence tells what the applicant reports, which somebody may have corrected (`本人申报…，审核认定…`)."""
    reported, found = (max((m.start() for m in p.finditer(text)), default=-1) for p in (_REPORTED, _FOUND))
    return reported > found


def _on_duty(text: str, start: int) -> bool:
    """Whether the sentence up to `start` says what everybody has to do (`每年应完成90学时，其中专业科目60学时`)."""
    begin = text.rfind("。", 0, start) + 1
    duties = list(_DUTY.finditer(text, begin, start))
    return bool(duties) and not _BY_NOW.search(text, duties[-1].end(), start)


def _on_beyond(text: str, start: int) -> bool:
    """Whether the line or sentence up to `start` speaks last of several years together (`三年累计：…`)."""
    begin = max(text.rfind("¦", 0, start), text.rfind("。", 0, start)) + 1
    beyond = [m.start() for m in BEYOND.finditer(text, begin, start)]
    this = [m.start() for m in THIS_YEAR.finditer(text, begin, start)]
    since = text[beyond[-1] : start] if beyond else ""
    if any(years_in(since)) and not re.search(r"[至到~—-]", since):
        return False  # 近三年学时:2021年96学时、2022年…
    return bool(beyond) and (not this or this[-1] < beyond[-1])


def _flowing(lines: Sequence[Run], glyph: float, edge: float) -> Run:
    """Lines as one run with `|` at gaps and `¦` at line ends, except where a line full up to `edge` runs on into the next."""
    glyphs: list[Glyph] = []
    reach = 1.5 * glyph
    for line in lines:
        for piece in pieces_of(line):
            if glyphs:
                last = glyphs[-1]
                gap = (
                    last.box.x1 < edge - 3 * glyph
                    or piece.box.cy < last.box.y1
                    or piece.box.y0 - last.box.y1 > reach
                    or last.char.isdigit()
                    or piece.glyphs[0].char.isdigit()
                )
                if gap:
                    glyphs.append(Glyph("|" if piece.box.cy < last.box.y1 else "¦", last.box, last.word))
            glyphs.extend(piece.glyphs)
        alike = line.box.height < 1.3 * glyph and line.box.width > _LONG * glyph
        reach = (_WIDE if alike else 1.5) * glyph  # a letter's rows may stand wide apart
    return Run(tuple(glyphs))


def _before(text: str, start: int, has_unit: bool) -> str | None:
    """The subject of the longest hour label that ends where the amount begins.

    A bare number beyond a gap belongs to a label only on a line of nothing but labels and amounts.
    """
    end = start
    while end > 0 and (text[end - 1] in "|¦:为是有" or (has_unit and _is_speck(text, end - 1))):
        end -= 1
    told = end
    if has_unit and (judged := _JUDGED.search(text, max(0, end - 12), end)):
        end = judged.start()
    if (
        has_unit
        and (counted := _COUNTED.search(text, max(0, end - 5), end))
        and (own := _listed(text, counted.start()))
    ):
        return own
    for first in range(max(0, end - (40 if text[end - 1 : end].isascii() else 16)), end):  # with its English behind it
        label = text[first:end]
        if label[0] in "、/()" or label[0].isdigit() or _OPEN.search(label) or re.search("[|¦:]", label):
            continue
        if (meaning := hour_label(label)) is None:
            continue
        if meaning.required:
            return None
        if meaning.subject is None:
            whole = has_unit and text[end:start].startswith(":")
            if has_unit and not whole and (own := _of_course(text, end)):
                return own
            return "total" if whole else _ALL if tells_all(label) else None
        ahead = text[max(0, first - 2) : first]
        opens = not ahead or ahead[-1] in _OPENERS or ahead[-1].isdigit() or ahead[-1] in "时分"
        apart = text[end:start].strip(":为是有") and not has_unit
        if apart and not _is_paired(text, first, label, start):
            return None
        if has_unit and label in _BARE_SUMS and ahead[-1:] in ",、" and (own := _of_its_course(text, first, start)):
            return own
        if opens or ahead.endswith(_VERBS) or (has_unit and not ahead.endswith(_NO_SUBJECT_BEFORE)):
            return meaning.subject
        return None
    return _unlabelled(text, end, told) if has_unit else None


def _unlabelled(text: str, end: int, told: int) -> str | None:
    """The subject of an amount with its unit that no label is right before; `told`: where the amount, `end`: where its clause begins."""
    corrected = (pattern.search(text, max(0, end - 36), end) for pattern in (_CORRECTED, _DUE_THEN_DONE))
    if reported := next(filter(None, corrected), None):
        meaning = hour_label(reported["label"])
        return meaning.subject if meaning is not None and not meaning.required else None
    if not _DONE.search(text, max(0, told - 14), told):
        return None
    return _of_paragraph(text, told) or _of_course(text, told) or "total"


def _of_topic(text: str, start: int) -> str | None:
    """Of what a list of years tells the hours (`公需科目:2021年30学时、2022年24学时`); of all where it names no subject."""
    begin = max(text.rfind(sign, 0, start) for sign in "。;") + 1
    named = {m.group()[:2] for m in _SUBJECT.finditer(re.sub(r"\([^()]*\)", "", text[begin:start].replace("¦", "")))}
    if len(named) > 1:
        return None
    return "total" if not named else "specialized" if named == {"专业"} else "public"


def _of_course(text: str, end: int) -> str | None:
    """The one subject that a sentence says was studied, before an amount of no subject: `参加公需科目培训,学满30学时`."""
    if re.search(r"(?:累计|总计|合计|共计|[总共])[^,。;]{0,6}$", text[max(0, end - 10) : end]):
        return None
    begin = max(text.rfind(sign, 0, end) for sign in "。;") + 1
    sentence = text[begin:end].replace("¦", "")
    told = AMOUNT.search(sentence)
    subjects = {m.group(1)[:2] for m in _STUDIED.finditer(sentence)}
    named = {m.group()[:2] for m in _SUBJECT.finditer(sentence)}
    if (told is not None and told["unit"]) or len(subjects) != 1 or named != subjects:
        return None
    return "specialized" if subjects == {"专业"} else "public"


def _of_its_course(text: str, end: int, start: int) -> str | None:
    """The subject of the one course that a bare sum counts (`参加专业科目培训,共66学时`), unless it goes on to tell its parts."""
    rest = re.split("[。;]", text[start : start + 60])[0]
    return None if "其中" in rest or len(AMOUNT.findall(rest)) > 1 else _of_course(text, end)


def _is_piece(text: str, start: int, end: int) -> bool:
    """Whether 个 behind the number counts what its label named: `学时90个`."""
    return re.match("个(?:[,;。、)|¦]|$)", text[end:]) is not None and _IN_HOURS.search(text[:start]) is not None


def _is_paired(text: str, first: int, label: str, start: int) -> bool:
    """Whether a bare number beyond a gap is its label's: on a line of such pairs, or alone behind a label that says 学时."""
    end = _line_end(text, start)
    if pairs_in(text[text.rfind("¦", 0, first) + 1 : end].replace("|", "")):
        return True
    alone = re.match(r"[\d.]+(?:$|[¦,;。、)]|\|(?![\d|]))", text[start:]) is not None
    return alone and _IN_HOURS.search(label) is not None


def _of_paragraph(text: str, end: int) -> str | None:
    """The subject that begins the clause before `end`, with a colon: `一、专业科目:参加技术培训3项,登记`."""
    begin = max(text.rfind(sign, 0, end) for sign in "。;¦") + 1
    opened = _OPENED.match(text, begin, end)
    meaning = hour_label(opened["label"]) if opened is not None else None
    return meaning.subject if meaning is not None and not meaning.required else None


def _listed(text: str, end: int) -> str | None:
    """The subject that begins the clause, of which nothing but courses were told: `公需科目:《…》、《…》,计24学时`."""
    begin = max(text.rfind(sign, 0, end) for sign in "。;¦") + 1
    told = any(found["unit"] or found["units"] for found in AMOUNT.finditer(text, begin, end))
    return None if told else _of_paragraph(text, end)


def _goes_on_from(text: str, start: int) -> bool:
    """Whether the number at `start` goes on from what stands before it: `2021.03`, `第3`, `A12`."""
    before = text[start - 1] if start else ""
    latin = before.isascii() and before.isalpha()
    return bool(before) and (latin or (before in "0123456789.-/第年月" and not _is_speck(text, start - 1)))


def _is_speck(text: str, at: int) -> bool:
    """A point or stroke behind a label, where a colon or nothing should be."""
    return text[at] in ".·," and at > 0 and re.match(r"[\u4e00-\u9fff|¦]", text[at - 1]) is not None


def _line_end(text: str, start: int) -> int:
    end = text.find("¦", start)
    return len(text) if end < 0 else end


def _behind(text: str, end: int) -> str | None:
    """The subject in `66学时为专业课`, `18学时(一般公需)`."""
    found = re.match(r"(?:\(|为|的|是|属于?)(?P<label>[^,;:。|¦()\d]{2,8})(?=[),;。|¦]|$)", text[end:])
    return subject_in(found["label"]) if found else None
