"""The sentence of a graduation or degree certificate, read piece by piece so that a lost piece spoils no other.

`学生周启航，性别男，一九九二年八月十五日生，于…至…在本校机械设计制造及其自动化专业四年制本科学习，…`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.kinds.candidates import Candidate
from extractors.layout.dated import DatedText, DateHit, TornHit
from extractors.layout.flow import Flow, Ink, Span
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names, schools

_SENTENCE = 12  # characters at least in the row that a greeting stands above
HOLE = 0.5  # something between the words of a value may be missing
TORN = 0.45  # the guess at a date that has lost a character
_STARTS = re.compile(r"[起]?[,.]?(?:(?:注册)?入[学校](?!时间|日期|年月)|考[入取]|进入|入[本我该][校院]|录取)")
_ENDS = re.compile(
    r"[,.]?(?:(?:准予|批准|正式|按期)?(?:毕业|结业|肄业)(?!时间|日期|年月|证|院校|学校|[生后])|[学修读][完满毕]|完成|(?:学业|修业|学习)?[期届]满|离校|学习结束)"
)
_UNTIL = re.compile(r"[,;。、]?[至到]$")
_N = rf"[{HAN}]"
_NAME = rf"(?P<name>{_N}{{2,4}}?|{_N}{{1,8}}?·{_N}{{1,8}}?)"
_AFTER_NAME = (
    r"(?=[,.、;:。_·]{0,2}(?:\"|\(?(?:性别?|别)?[:]?[男女](?:[,.、;。)性]|$|[1-9一二]|出?生于)|性别|系(?!统)|现年|同志|同学|生于|身份证|\("
    r"|[12一二][0-9九〇零○])|[,.、])"
)
_LEAD_IN = re.compile("兹(?:有|证明|确认|批准)|学生|学员|研究生|考生|毕业生|该生|申请人|持证人|经[核审]?查")
_OTHERWISE = re.compile("(?:国籍|民族|籍贯|地区|导师|专业|证件类[型别])[:]$")
_THEN_GENDER = r"性别[:]?[男女]|[,.、·][男女][,.、·]|\((?:性别[:]?)?[男女][,.、)]"
_NAME_PATTERNS = (
    (
        re.compile(
            rf"(?:学生|学员|考生|研究生(?!培养|课程|教育|学[位历]|毕业|院|部)|硕士生|博士生|毕业生|本科生|专科生)(?:姓名)?[:_]*{_NAME}{_AFTER_NAME}"
        ),
        0.99,
    ),
    (
        re.compile(rf"(?:兹证明|兹有|证明|授予|兹确认|确认|兹批准)[:_]*{_NAME}{_AFTER_NAME.removesuffix('|[,.、])')})"),
        0.95,
    ),
    (re.compile(rf"(?P<name>{_N}{{2,4}}|{_N}{{1,8}}·{_N}{{1,8}})[,.、·]?(?={_THEN_GENDER})"), 0.95),
    (
        re.compile(
            rf"(?P<name>{_N}{{2,4}}|{_N}{{1,8}}·{_N}{{1,8}})_*(?=\((?:身份证(?:件?号码?)?|证件号码?|公民身份号码):?[0-9X*]{{8,18}}\))"
        ),
        0.95,
    ),
    (re.compile(rf"(?P<name>{_N}{{2,4}})(?=系{_N}{{2,12}}人[,，.])"), 0.95),
    (re.compile(rf"(?P<name>{_N}{{2,4}})(?=[男女][,.]?(?:公民)?身份(?:证|号))"), 0.9),
    (re.compile(rf"(?:持证人|(?:证书)?持有[人者]|获得者|资格人)[:_]*(?P<name>{_N}{{2,4}}?)(?=[于自在经从,])"), 0.9),
    (re.compile(rf"(?P<name>{_N}{{2,4}})(?=[男女][,.]?(?:[12][09]\d\d年|[一二][九〇零○]))"), 0.9),
    (re.compile(rf"(?P<name>{_N}{{2,4}})(?=同志|同学)"), 0.85),
    (  # what stands between, 男 or 女, went unread
        re.compile(
            rf"(?P<name>{_N}{{2,4}}|{_N}{{1,8}}·{_N}{{1,8}})[,]?(?=(?:[12][09]\d\d|[一二][九〇零○]..)年[^,。年]{{2,9}}出?生(?:[,。于]|$))"
        ),
        0.85,
    ),
)
_GENDERS = (
    (re.compile(r"性别[:_]*(?P<gender>[男女])"), 0.99),
    (re.compile(r"(?<=[,.、;。(·])(?P<gender>[男女])(?=[,.、;。)·])"), 0.95),
    (re.compile(rf"(?<={_N})[,.、]?(?P<gender>[男女])(?=[,.、]?(?:[12][09]\d\d年|[一二][九〇零○]|出?生于))"), 0.9),
    (re.compile(r"(?:性[^:,质格]|[^:,个特级类差区分]别)[:]?(?P<gender>[男女])(?![生士子性方])"), 0.8),  # 性别 misread
)
_BORN = re.compile(r"[,.]?(?:出?生|出世)(?![产物态命活源])")
_BEFORE_BORN = re.compile(r"(?:生于|出生(?:日期|年月日?)?[:于]?)$")
_SUBJECT = re.compile(
    r"(?P<second>辅修|第二|双学[士位](?:学?位)?)专业|学科[(、]?专业\)?"
    r"|(?<!主修)专业(?!学校|技术(?!专业)|证书|学位|知识|人员|[:：]|名称|[为是系])|学科(?=已|完成|通过|学习|[,，]|[硕博]士)"
    r"|(?:研究)?领域(?=(?:工程|专业)?(?:学位)?(?:[硕博]士|专业学位|研究生|的?课程|学习|已|完成))"
)
_FIELD_OF_STUDY = re.compile(rf"[(,](?P<major>[{HAN}]{{2,16}}?)(?:专业)?领域[),]")
_NAMED_SUBJECT = re.compile(rf"专业(?:名称)?[:为是系](?P<major>[{HAN}()、]{{2,24}}?)(?:专业)?(?=[,。;])")
_YOURS = tuple(one + body for one in "你贵我本该" for body in ("单位", "公司", "厂", "院", "所", "校"))
_BEFORE_NAMES = (
    "学生",
    "学员",
    "考生",
    "毕业生",
    "证明",
    "授予",
    "研究生",
    "兹有",
    "持证人",
    "持有人",
    "持有者",
    "获得者",
    *_YOURS,
)
_TORN_OWN = re.compile(r"[本我该][A-Za-z0-9.,·|]{1,2}[校院](?=..)")
_OWN = r"本校|我校|本院|我院|本大学|该校|该院"
_ANCHOR = re.compile(
    rf"{_OWN}|参加|通过了?|完成了?(?!本科|教学|学业|规定|培养)|就读|攻读|修读|[修学读]完(?!成)|所学|主修|(?:大学|学院|学校|中学|党校|分校)(?![{HAN}]{{0,3}}部)|在(?!职)|系(?!统|列)"
)
_LEADING = re.compile(
    r"^(?:\([^()]{1,8}\)|(?:高等教育)?自学考试|普通|全日制|成人|[一二三四五六两2-6]年(?:半)?制?|高等教育(?<=[通人]高等教育)|(?:网络|远程|继续|开放)教育|本科|专科|(?:函授|业余|脱产|夜大学?)(?:形式)?学习|函授|业余|脱产|夜大学?|学习(?!科学)|的|[:_])+(?=..)"
)
_SUFFIX = re.compile(r"\((?:网络教育|远程教育|函授|业余|脱产|专升本|专科起点|独立本科段|成人教育|本科|专科)\)$")
_EVENING = re.compile(
    r"大学(?:继续|成人|网络|远程|开放|函授)(?:与?[继续成人网络远程职业]{2,4})?教育学院$"
)  # a part of any university
_SCHOOL = rf"(?P<school>[{HAN}()]{{2,20}}?(?:大学(?:[{HAN}]{{2,6}}学院)?|学院|专科学校|学校|中学|党校))"
_IN_SCHOOL = re.compile(
    rf"(?:在|考入|就读于|毕业于|通过|经){_SCHOOL}(?=学位(?:评定)?委员会|[{HAN}()]{{0,24}}?(?:专业|领域|学科|系|学习|完成|研究生|网络|修))"
)


class Study:
    """What the running text of a page says of a person's study."""

    def __init__(self, view: PageView, flow: Flow | None = None) -> None:
        self.view = view
        self.flow = flow or view.flow
        self.dated = DatedText(self.flow)

    def candidate(self, name: str, value: str, place: tuple[int, int], quality: float, *notes: str) -> Candidate:
        if self.flow.has_hole(*place) or (
            name == "major" and self.flow.has_hole(place[0] - 1, place[1] + 1, widest=4.5)
        ):
            quality, notes = quality * HOLE, (*notes, "doubtful")
        return Candidate(name, value, self.view, self.flow.span(*place), quality, "sentence", notes)

    def with_day(self, found: Candidate) -> Candidate:
        """`found`, a month at a label, with the day that stands in the next row."""
        for hit in self.dated.dates if len(found.value) == 7 and found.view is self.view else ():
            over = self.flow.box(hit.start, hit.end).intersection(found.span.box)
            if (
                over is not None
                and over.area > 0.5 * found.span.box.area
                and hit.value.iso().startswith(found.value + "-")
            ):
                return replace(found, value=hit.value.iso(), span=self.flow.span(hit.start, hit.end))
        return found

    def person(self) -> Iterator[Candidate]:
        """Name and gender."""
        named = next((c for pattern in _NAME_PATTERNS for c in self._names(*pattern)), None)
        named = named or self._name_between() or self._greeted()
        if named is not None:
            yield named
        for pattern, quality in _GENDERS:
            if match := pattern.search(self.flow.text):
                yield self.candidate("gender", match["gender"], match.span("gender"), quality)
                return

    def _names(self, pattern: re.Pattern[str], quality: float) -> Iterator[Candidate]:
        """Names by one pattern; but for the surest one they must begin where a word or clause does."""
        for match in pattern.finditer(self.flow.text):
            first, end = match.span("name")
            if lead := _LEAD_IN.match(self.flow.text, first, end - 1):
                first = lead.end()
            for start in range(first, end - 1):
                value = names.parse(self.flow.plain[start:end])
                if value and (quality > 0.98 or self._opens(start)):
                    known = 1.0 if names.has_known_surname(value) else 0.85
                    yield self.candidate("name", value, (start, end), quality * known)
                    break

    def _opens(self, offset: int) -> bool:
        text = self.flow.text
        if _OTHERWISE.search(text, 0, offset):  # 国籍:越南, 性别:女
            return False
        if offset == 0 or self.flow.is_word_start(offset) or text[offset - 1] in ",.;:。、_":
            return True
        return text[:offset].endswith(_BEFORE_NAMES)

    def _name_between(self) -> Candidate | None:
        """A name written above or below the line between 学生 and 性别."""
        match = re.search(r"(?:学生|研究生|学员|兹证明)[,.:_]*(?=性别)", self.flow.text)
        if match is None:
            return None
        left, right = self.flow.box(*match.span()), self.flow.box(match.end(), match.end() + 2)
        for ink in self.view.inks:
            near = abs(ink.box.cy - left.cy) < 1.3 * self.view.glyph and left.x0 < ink.box.cx < right.x1
            if near and (value := names.parse(ink.plain)):
                return Candidate("name", value, self.view, _whole(ink), 0.8, "sentence")
        return None

    def _greeted(self) -> Candidate | None:
        """A name with a colon and nothing else on a row above the text: who is spoken to."""
        for segment, follow in pairwise(self.view.segments):
            found = re.fullmatch(rf"(?P<name>{_N}{{2,4}}?)(?:先生|女士|同志|同学|[/])*[:]", segment.text)
            value = names.parse(segment.plain[slice(*found.span("name"))]) if found else None
            if found and value and names.has_known_surname(value) and len(follow.text) >= _SENTENCE:
                return Candidate("name", value, self.view, segment.span(*found.span("name")), 0.85, "sentence")
        return None

    def birth(self) -> DateHit | None:
        """The date that 生 follows or 出生 precedes."""
        for hit in self.dated.dates:
            before = self.flow.text[max(0, hit.start - 8) : hit.start].rstrip(":_,")
            if _BORN.match(self.flow.text, hit.end) or _BEFORE_BORN.search(before):
                return hit
        return None

    def birth_date(self) -> Iterator[Candidate]:
        hit = self.birth()
        if hit is not None:
            quality = (0.99 if hit.value.day else 0.85) * (0.5 if hit.value.doubtful else 1.0)
            yield self.candidate("birth_date", hit.value.iso(), (hit.start, hit.end), quality)
            return
        for torn in self.dated.torn:
            if _BORN.match(self.flow.text, torn.end) and torn.value.guess:
                place = (torn.start, torn.end)
                yield self.candidate("birth_date", torn.value.guess.iso(), place, 0.3, "doubtful")

    def period(self) -> Iterator[Candidate]:
        """When the study began and ended."""
        text = self.flow.text
        for hit in self.dated.ranges:
            before, after = text[max(0, hit.start - 2) : hit.start], text[hit.end : hit.end + 4]
            clear = bool(re.search(r"[于自从由在]$", before) or re.match(r"止?[,.]?(?:期间)?[,.]?[在参于]", after))
            quality = 0.99 if clear else 0.8
            doubt = 0.5 if hit.value.start.doubtful or (hit.value.end and hit.value.end.doubtful) else 1.0
            vague = 0.5 if hit.value.start.month is None else 1.0  # a month has been lost
            yield self.candidate("start_date", hit.value.start.iso(), hit.first, quality * doubt * vague)
            if hit.value.end is not None:
                vague = 0.5 if hit.value.end.month is None else 1.0
                yield self.candidate("end_date", hit.value.end.iso(), hit.last, quality * doubt * vague)
            else:  # 自…起在…修业，至…学满
                yield from (c for _, c in self._study_dates() if c.name == "end_date")
            return
        torn = list(self._torn_period())
        yield from torn or (candidate for _, candidate in self._study_dates())

    def _study_dates(self) -> Iterator[tuple[DateHit | TornHit, Candidate]]:
        """Dates that say each by itself when the study began or ended (…年九月入学, …年六月学业期满), torn ones as guesses."""
        text = self.flow.text
        begun = False
        hits: list[DateHit | TornHit] = sorted((*self.dated.dates, *self.dated.torn), key=lambda hit: hit.start)
        for hit in hits:
            torn = isinstance(hit, TornHit)
            value = hit.value.guess if isinstance(hit, TornHit) else hit.value
            if value is None:
                continue
            before, after = text[: hit.start], text[hit.end :]
            opens = re.search(r"[于自从由]$", before) is not None
            if _STARTS.match(after) or (opens and re.match(r"起(?!草)", after)):
                name, quality = "start_date", 0.95
            elif _ENDS.match(after):
                name, quality = "end_date", 0.9
            elif _UNTIL.search(before) and (begun or re.match(r"[,.]?(?:因|止|离校|退学)", after)):
                name, quality = "end_date", 0.85
            elif opens and re.match(r"(?:起)?[至到]", after):
                name, quality = "start_date", 0.7
            else:
                continue
            begun = begun or name == "start_date"
            quality = min(quality, TORN) if torn else quality * (0.5 if value.doubtful or value.month is None else 1.0)
            notes = ("doubtful",) if torn else ()
            yield hit, self.candidate(name, value.iso(), (hit.start, hit.end), quality, *notes)

    def _torn_period(self) -> Iterator[Candidate]:
        """A from-to of which one date has lost a character: both, and the torn one as a guess."""
        dates: list[DateHit | TornHit] = sorted((*self.dated.dates, *self.dated.torn), key=lambda hit: hit.start)
        for first, last in pairwise(dates):
            if not re.fullmatch(r"(?:起|开始)?[,.]?[至到~-]", self.flow.text[first.end : last.start]):
                continue
            for name, hit in (("start_date", first), ("end_date", last)):
                guess = hit.value.guess if isinstance(hit, TornHit) else hit.value
                if guess is not None:
                    torn = isinstance(hit, TornHit)
                    notes = ("doubtful",) if torn else ()
                    yield self.candidate(name, guess.iso(), (hit.start, hit.end), TORN if torn else 0.9, *notes)
            return

    def used_dates(self) -> list[tuple[int, int]]:
        """The places of birth and study dates, which are no dates of issue."""
        birth = self.birth()
        used = [(hit.start, hit.end) for hit in (*self.dated.ranges, *(hit for hit, _ in self._study_dates()))]
        return [*used, (birth.start, birth.end)] if birth else used

    def major(self) -> Iterator[Candidate]:
        """The words before 专业, back to the school, a department or the start of the clause."""
        matches = sorted(_SUBJECT.finditer(self.flow.text), key=lambda match: not match["second"])
        for match in matches:  # a second degree names the first one's major too
            place = self._major_before(match.start())
            if place is None:
                continue
            start, end, clear = place
            yield self.candidate("major", self.flow.plain[start:end], (start, end), 0.98 if clear else 0.7)
            return
        for match in (*_NAMED_SUBJECT.finditer(self.flow.text), *_FIELD_OF_STUDY.finditer(self.flow.text)):
            yield self.candidate("major", self.flow.plain[slice(*match.span("major"))], match.span("major"), 0.8)
            return

    def _major_before(self, end: int) -> tuple[int, int, bool] | None:
        text = self.flow.text
        start = self._clause_start(end)
        clear = False
        for anchor in _ANCHOR.finditer(text, start, end):
            if end - anchor.end() >= 2:
                start, clear = anchor.end(), True
        if lead := _LEADING.match(text[start:end]):
            start += lead.end()
        if torn := _TORN_OWN.match(text, start, end):  # ink between the rows was read into 本校
            start, clear = torn.end(), False
        while start < end and text[start] in ")、":  # the end of brackets that stood behind the school
            start += 1
        if start >= end:  # the page begins with 专业
            return None
        last, first, _ = self.flow.parts(end - 1, end)[0]
        if end - start > 2 and not first and len(last.text) == 1 and last.text.isascii() and last.word.confidence < 0.8:
            end -= 1  # a scrap from beside the rows
        while suffix := _SUFFIX.search(text[start:end]):
            end = start + suffix.start()
        while end > start and text[end - 1] in "(、":
            end -= 1
        value = text[start:end]
        if (
            not 2 <= len(value) <= 30
            or not re.fullmatch(rf"[{HAN}()、A-Za-z/·-]+", value)
            or re.search(r"年|月|[男女]生|^[本我该][校院]|教学计划|规定的|全部课", value)
        ):
            return None
        return start, end, clear

    def _clause_start(self, end: int) -> int:
        cuts = [self.flow.text.rfind(c, max(0, end - 60), end) for c in ",。;:"]
        return max(max(cuts) + 1, end - 60, 0)

    def school(self) -> Iterator[Candidate]:
        """A school named in the sentence (在越州理工大学…专业)."""
        for match in _IN_SCHOOL.finditer(self.flow.text):
            value = schools.parse(self.flow.plain[slice(*match.span("school"))])
            if value and not re.match(_OWN, value):
                start, end = match.span("school")
                college = re.fullmatch(r"(?P<university>.{2,12}大学).{2,}学院", value)
                if college is None or self.flow.plain.count(value) > 1:
                    yield self.candidate("school", value, (start, end), 0.95)
                elif self.flow.plain.count(college["university"]) > 1 or _EVENING.search(
                    value
                ):  # it is named alone elsewhere
                    yield self.candidate(
                        "school", college["university"], (start, start + college.end("university")), 0.9
                    )
                else:  # a college of its own, or a faculty
                    yield self.candidate("school", value, (start, end), 0.6)
                return


def _whole(ink: Ink) -> Span:
    return Flow([ink]).span(0, len(ink.text))
