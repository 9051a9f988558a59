"""荣誉证书, 获奖证书, 奖状: who, for what, by whom, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest

from extractors.kinds import parsers
from extractors.kinds.award_certificate_prizes import HONOUR_ENDS, graded_prize
from extractors.kinds.candidates import CONFLICT_CAP, Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.signing import body_name, issue_date, overlaps, seal_body, signature
from extractors.kinds.study import Study
from extractors.kinds.table_person import SURE_END
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.flow import Flow
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import RULED_FORM, PageView
from extractors.text import HAN, simplified
from extractors.values import names, organisations
from models.document import Field, Kind

_WHO = rf"(?P<name>[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}·]{{2,8}}?)"
_ADDRESSED = (
    (re.compile(rf"(?:授予|表彰|奖给|颁给|颁予)[:]?{_WHO}(?:同志|同学|先生|女士|职工|员工)"), 0.95),
    (
        re.compile(
            rf"{_WHO}(?:同志|同学|先生|女士|老师)"
            r"(?=[:,.、;。]|在|于|荣|被|你|您|为|参|的|获|20|二|$)"
        ),
        0.96,
    ),
    (
        re.compile(
            rf"(?:^|授予|奖给|颁给|颁予)[:]?(?P<name>[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}·]{{2,4}}?)(?=[:,]|\"|在(?:20|二|本|公司|我|全|第|集团|单位|[省市区县])|于20|荣获|被评|获得|\([^()]{{4,30}}\)[:,])"
        ),
        0.9,
    ),
    (
        re.compile(
            rf"(?P<name>[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}·]{{2,4}})(?=[:,]?(?:你|您|在(?:20|二|本|公司|我|全|第|集团|单位|[省市区县])|荣获|被评|于20|获得|工作|表现|:|\([^()]{{4,30}}\)[:,]))"
        ),
        0.85,
    ),
)
_LEAD = re.compile(
    "(?:特?兹有|兹证明|现有|今有|经研究|经评[选审]|谨?向|热烈祝贺|祝贺|恭贺|恭喜|表彰|特?授予|奖给|颁给|兹将)(?=..)"
)
_BEFORE_NAME = ("予", "给", ":", "员工", "职工", "干部", "工人", "教师", "党员", "团员", "会员")
_AWARDS = (
    (re.compile(r"(?:被评为|被认定为|被评选为|被授予|评选为|评为|荣膺|荣列|当选为?)(?P<award>[^,;。:]{2,60})"), 0.95),
    (
        re.compile(
            r"(?:荣获|勇夺|夺得|夺取|斩获|摘得|赢得|捧得|获得(?!者)|喜获|荣立|获(?!奖|得者)):?(?P<award>[^,;。:]{2,60})"
        ),
        0.93,
    ),
    (re.compile(r"(?:特授予|授予|特颁发?):?(?P<award>[^,;。:]{2,60})"), 0.85),
)
_END = re.compile(r"特发|特颁|以资|特此|特予|予以|经研究|颁发|的?荣誉称号|的?称号|证书编号|此证")
_NO_AWARD = re.compile(
    r"^[本我该全](?:公司|单位|集团|企业|厂|局|院|校|所|部|市|区|县|省|行业|系统)的?(?:(?:19|20)\d\d)?(?:年度)?$"
    r"|^[此本该]?(?:奖状|(?:荣誉|获奖|奖励)?证书|奖牌|奖杯|锦旗)$|^以?表彰|在.*(?:中|期间)|(?:成绩|表现|贡献)(?!突出?奖|奖)|工作中|此[证状]|以资|^.{2,4}(?:同志|同学)"
)
_HONOURS = (
    "奖|奖章|标兵|先进个人|先进工作者|先进生产者|优秀员工|优秀职工|能手|模范|先进集体|先进单位|先进班组|优秀团队|优秀班组|文明号|先锋号"
    "|示范岗|突击队|优秀党员|优秀共产党员|优秀工作者|状元|工匠|功勋|红旗手|新秀|之星|优秀[一-龥]{0,6}(?:工程师|技术人员|工作者|管理者|干部|人才)"
)
_RANKED = re.compile(rf"(?P<award>(?!奖(?![{HAN}]))(?:[{HAN}A-Za-z0-9]{{2,20}}?)??(?:{_HONOURS}))(?![{HAN}])")
_GRADED_TITLE = re.compile(
    rf"(?P<award>[{HAN}]{{2,26}}奖[特一二三四五六]等奖?|[{HAN}]{{4,26}}[特一二三四五六]等奖)(?:荣誉|获奖)?证书"
)
_NAMED = re.compile(r"[^,。;:]{4,24}(?:荣誉)?称号|\"[^\",。;:]{2,24}\"")
_QUOTED = re.compile(
    r'(?:您|你|其|他|她|该同志|同志|为)?(?:[本我该]?(?:公司|单位|集团|企业|厂|院|校|所|局))?的?"(?P<award>[^"]{2,24})"'
)
_GIVEN_TO = re.compile(rf'(?P<who>[{HAN}]{{2,4}})(?:同志|同学|先生|女士)?"(?P<award>[^"]{{2,24}})"')
_TEAM = re.compile(
    rf"[{HAN}()A-Z]{{4,36}}?(?:{SURE_END})[{HAN}A-Z]{{0,12}}(?:班组|小组|团队|车间|中心|支部|分会|工会|[部科室队组])"
)
_GIVEN = "[特兹]?授予|奖给|颁给|颁予|致|获奖者"
_GIVEN_PERSON = re.compile(
    rf"(?:{_GIVEN}):?(?P<org>[{HAN}()]{{3,30}}?(?:{SURE_END}))(?P<name>[{HAN}·]{{2,4}})(?:同志|先生|女士|[:,])*"
)
_PLAQUE_WORDS, _SHORT_WORDS = 8, 12
_OF_A_PLAQUE, _OF_FEW_WORDS = 3.5, 2.5
_ADDRESSEE = re.compile(rf"[{HAN}·、]{{2,60}}?(?:等\d{{0,3}}[名位人]?)?(?:同志|同学|先生|女士)(?=..)")
_OWN = re.compile(r"[本我](?:公司|单位|集团|企业|厂|局|院|校|所|部|市|区|县|省|行业|系统)的?(?=..)")
_HEADING = re.compile(r"(?:(?:荣誉|获奖|奖励|表彰)证书?|奖状)(?=[\"《]|\d{4}年)")  # beside the rows, written downwards
_ANOTHER = re.compile(r"年.{1,2}月|有限公司.|人民政府|[市县区省].{0,8}[局厅]")  # of an issuer or date run into it
_LABEL_WORD = re.compile(
    r"感谢|祝贺|恭喜|恭贺|希望|以下|下列|上述|全体|名称|编号|项目|单位|证书|等级|日期|时间|类别|作品|附件|备注|依据|文件|文号|附注|授予|成员|评选|研究|评审|批准"
)
_LIST = re.compile(
    rf"(?P<names>(?:[{HAN}·]{{2,8}}(?:\([^()]{{1,8}}\))?[、,;]){{1,14}}[{HAN}·]{{2,4}}?)(?=$|[:。(]|等|同志|同学|\d)"
)
_TITLED = re.compile(r'(?!.{4}年度?").+"[^"]+"')  # 第三届“越州工匠”: what is before the quotes may be no part of it
_PLACES = "市省县区镇乡"  # no person is called so
_SHORTEST_AWARD = 4  # characters
_QUOTES = "\"'《》“”:"


def award_name(text: str) -> Parsed | None:
    """An award as printed, without quotes and 称号 around it."""
    plain = re.sub(r"(?<=..)(?:的?荣誉称号|的?称号|荣誉)$|(?<=功)[一二三]次$", "", text.strip(",。;.: "))
    if quoted := _QUOTED.fullmatch(plain):
        plain = quoted["award"]
    elif (given := _GIVEN_TO.fullmatch(plain)) and names.parse(given["who"]) and names.has_known_surname(given["who"]):
        plain = given["award"]
    if plain.count('"') != 2 or (plain[0], plain[-1]) == ('"', '"'):  # quotes inside belong to the name
        plain = plain.strip(_QUOTES)
    if (
        not 2 <= len(plain) <= 40
        or re.fullmatch(r"[\d〇一二三四五六七八九零○]+(?:年度?)?", plain)
        or _NO_AWARD.search(simplified(plain))
    ):
        return None
    start = text.find(plain)
    titled = _TITLED.fullmatch(plain)
    odd = len(plain) > 26 or titled or plain.count('"') == 1 or _ANOTHER.search(plain)
    return Parsed(plain, start, start + len(plain), 0.45 if odd else 0.95)


def recipients(text: str) -> Parsed | None:
    """A person's name, or several joined by 、; run together without signs they are not sure."""
    several = _LIST.match(text)
    people = _people(several["names"]) if several else ()
    if several and len(people) > 1:
        return Parsed("、".join(people), *several.span("names"), 0.9)
    parsed = parsers.person(text)
    if parsed and len(parsed.value) > 4 and "·" not in parsed.value and not parsed.value.isascii():
        return parsed._replace(quality=0.45, notes=(*parsed.notes, "doubtful"))
    return parsed


def _people(text: str) -> tuple[str, ...]:
    """The names of a list, empty where one of its parts is none."""
    found = [names.parse(part) for part in re.split(r"[、,;]", re.sub(r"\([^()]*\)", "", text))]
    return tuple(name for name in found if name) if all(found) else ()


_LABELS = (
    ("name", recipients),
    ("award", award_name),
    ("issuer", parsers.organisation),
)


@dataclass(frozen=True, slots=True)
class AwardCertificate:
    """The recipient may be a body (集体), then `name` is its name."""

    id: Kind = "award_certificate"

    def score(self, view: PageView) -> KindScore:
        score = score_wording(view, load_wording(self.id))
        bonus = _OF_A_PLAQUE if _plaque_award(view) else _OF_FEW_WORDS if _is_short_award(view) else 0.0
        return replace(score, points=score.points + bonus)

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        fields = choose(candidate for view in pages for candidate in _candidates(view))
        return [*fields, *(other for view in pages for other in _co_issuers(view, fields))]


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("award_certificate").vocabulary)
    study = Study(view)
    found = [c for name, parse in _LABELS for c in labelled(page, name, parse)]
    yield from found
    yield from _recipient(study)
    awards = list(graded_prize(page, study) or _award(study))
    yield from awards
    issuers = [c for c in found if c.name == "issuer"] or _issuer(page, awards)[:1]
    yield from issuers or seal_body(view, "issuer")
    yield from issue_date(study, page)


def _recipient(study: Study) -> Iterator[Candidate]:
    several = _several(study) or _of_body(study) or _given_person(study)
    if several is not None:
        yield several
        return
    for pattern, quality in _ADDRESSED:
        for match in pattern.finditer(study.flow.text):
            start, end = match.span("name")
            start = _name_start(study, start, end)
            lead = study.flow.text[:start]
            if quality < 0.95 and not (study.flow.is_word_start(start) or lead.endswith(_BEFORE_NAME)):
                continue
            value = names.parse(study.flow.plain[start:end])
            if value and not _LABEL_WORD.search(value) and value[-1] not in _PLACES:
                known = 1.0 if names.has_known_surname(value) else 0.75 if quality >= 0.95 else 0.5
                known = max(known, 0.9) if "·" in value else known
                yield study.candidate("name", value, (start, end), quality * known)
                return
    for ink, offset in zip(study.flow.inks, study.flow.starts, strict=True):
        body = _body(re.sub("(?:同志)?[:,]+$", "", ink.plain)) if ink.plain.endswith(":") else None
        if body:
            yield study.candidate("name", body, (offset, offset + len(body)), 0.85)
            return
    yield from _given_to(study.view) or _above_award(study.view)


def _given_to(view: PageView) -> list[Candidate]:
    """A name that a row has alone behind 授予 or 奖给, or that is the row below it."""
    for before, segment in pairwise((None, *view.segments)):
        assert segment is not None
        given = re.match(f"(?:{_GIVEN}):?", segment.text)
        if given and (body := _body(segment.plain[given.end() :])):
            return [Candidate("name", body, view, segment.span(given.end(), given.end() + len(body)), 0.85, "pattern")]
        found = re.fullmatch(rf"(?:(?P<given>{_GIVEN}):?)?(?P<name>[{HAN}·]{{2,8}})", segment.text)
        if found is None or not (found["given"] or (before and re.fullmatch(f"(?:{_GIVEN}):?", before.text))):
            continue
        name = names.parse(segment.plain[found.start("name") :])
        if name:
            known = 1.0 if names.has_known_surname(name) else 0.6
            return [Candidate("name", name, view, segment.span(*found.span("name")), 0.85 * known, "pattern")]
    return []


def _body(text: str) -> str | None:
    """`text` where it is an organisation, or a part of one (`…公司装配车间`)."""
    plain = simplified(text)
    parsed = organisations.parse(plain)
    return parsed.name if parsed else plain if _TEAM.fullmatch(plain) else None


def _plaque_award(view: PageView) -> Flow | None:
    """On a sheet of few words the one in large letters that names an award, with a body's name beside it."""
    if len(view.inks) > _PLAQUE_WORDS or not any(_body(s.plain) for s in view.segments):
        return None
    large = [s for s in view.segments if s.box(0, len(s.text)).height > 1.3 * view.glyph]
    return next((s for s in large if _RANKED.fullmatch(s.text)), None)


def _is_short_award(view: PageView) -> bool:
    """Whether a sheet of few words, without a table, gives something in the name of a body."""
    gives = re.search(r"授予(?!时间|日期|单位|机构)|颁给|奖给", view.flow.text) is not None
    cells = [c for c in view.cells if c.height > view.glyph]  # not the loops of a seal's characters
    short = len(view.inks) <= _SHORT_WORDS and len(cells) < RULED_FORM
    return gives and short and any(_body(s.plain) for s in view.segments)


def _above_award(view: PageView) -> Iterator[Candidate]:
    """Whose plaque it is: the body above the award where another one signs below."""
    award = _plaque_award(view)
    bodies = [(s, body) for s in view.segments if award and (body := _body(s.plain))]
    if award is None or len(bodies) < 2:
        return
    first, body = bodies[0]
    if first.box(0, 1).cy < award.box(0, 1).cy:
        yield Candidate("name", body, view, first.span(0, len(body)), 0.8, "pattern")


def _several(study: Study) -> Candidate | None:
    """A list of persons at the beginning of a word, as one value."""
    given = [found.end() for found in re.finditer("授予|表彰|奖给", study.flow.text)]
    for start in (*study.flow.starts, *given):
        match = _LIST.match(study.flow.text, start)
        people = _people(match["names"]) if match else ()
        if match and len(people) > 1 and sum(map(names.has_known_surname, people)) > len(people) / 2:
            plain = _people(study.flow.plain[match.start("names") : match.end("names")])
            return study.candidate("name", "、".join(plain or people), match.span("names"), 0.9)
    for segment in study.view.segments:  # a row of names
        people = _people(segment.plain) if "、" in segment.text else ()
        if len(people) > 1 and sum(map(names.has_known_surname, people)) > len(people) / 2:
            span = segment.span(0, len(segment.text))
            return Candidate("name", "、".join(people), study.view, span, 0.85, "sentence")
    return None


def _of_body(study: Study) -> Candidate | None:
    """The person in an address that begins with the employer (`越州精工机械有限公司 海棠：`)."""
    for line in (line for column in study.view.column_lines for line in column):
        text = line.flow.plain.rstrip(":")
        for at in (at for at in line.flow.starts if text != line.flow.plain and 2 <= len(text) - at <= 4):
            value = names.parse(text[at:])
            if value and organisations.parse(text[:at]):
                known = 1.0 if names.has_known_surname(value) else 0.75
                return Candidate("name", value, study.view, line.flow.span(at, len(text)), 0.9 * known, "sentence")
    return None


def _given_person(study: Study) -> Candidate | None:
    """The person whom a row names behind the employer: 授予 越州精工机械有限公司 海棠."""
    for line in (line for column in study.view.column_lines for line in column):
        found = _GIVEN_PERSON.fullmatch(line.text)
        value = names.parse(line.flow.plain[slice(*found.span("name"))]) if found else None
        if found and value and names.has_known_surname(value):
            return Candidate("name", value, study.view, line.flow.span(*found.span("name")), 0.85, "sentence")
    return None


def _name_start(study: Study, start: int, end: int) -> int:
    """Where the name in a match begins: at the last word that gives a name, else where a known family name stands."""
    options = [at for at in range(end - 2, start - 1, -1) if names.parse(study.flow.plain[at:end])]
    words = [at for at in options if study.flow.is_word_start(at)]
    known = [at for at in options if end - at <= 4 and names.has_known_surname(study.flow.plain[at:end])]
    first = (words or known[::-1] or [start])[0]
    lead = _LEAD.match(study.flow.text, first, end)
    return lead.end() if lead and names.parse(study.flow.plain[lead.end() : end]) else first


def _award(study: Study) -> Iterator[Candidate]:
    """What follows 被评为, 荣获 or 授予, to the end of the clause; else a phrase that names an award."""
    flow = study.flow
    if plaque := _plaque_award(study.view):
        yield Candidate("award", plaque.plain, study.view, plaque.span(0, len(plaque.text)), 0.85, "pattern")
        return
    named = cache(lambda: next((c.value for c in _recipient(study) if names.has_known_surname(c.value)), ""))
    for pattern, quality in _AWARDS:
        for match in pattern.finditer(flow.text):
            start, end = match.span("award")
            if person := _ADDRESSEE.match(flow.text, start, end):
                start = person.end()  # the award may be a row of its own below the person
            whole = end
            start, end = _clause(study, start, end)
            for lead in (_HEADING, _ADDRESSEE, _OWN):
                if found := lead.match(flow.text[start:end]):
                    start += found.end()
            if (who := named()) and flow.plain.startswith(who, start) and end - start - len(who) >= _SHORTEST_AWARD:
                start += len(who)
            parsed = award_name(flow.plain[start:end])
            given = parsed and (_is_person(parsed.value) or _GIVEN_PERSON.fullmatch("授予" + parsed.value))
            if parsed and not given and not re.search("公司$", parsed.value):
                place = (start + parsed.start, start + parsed.end)
                sure = quality * min(1.0, parsed.quality / 0.95)
                begun = not flow.is_word_start(start) and end < whole and not _END.match(flow.text, end)
                if begun and not HONOUR_ENDS.search(parsed.value):
                    sure = min(sure, 0.45)  # its row ended there: the words that name the honour may be unread
                yield study.candidate("award", parsed.value, place, sure)
                return
    for segment in study.view.segments:
        if graded := _GRADED_TITLE.fullmatch(segment.text):
            span = segment.span(*graded.span("award"))
            yield Candidate("award", segment.plain[slice(*graded.span("award"))], study.view, span, 0.9, "pattern")
            return
    for segment in study.view.segments:  # on a row of its own
        if (_RANKED.fullmatch(segment.text) or _NAMED.fullmatch(segment.text)) and (
            parsed := award_name(segment.plain)
        ):
            span = segment.span(parsed.start, parsed.end)
            yield Candidate("award", parsed.value, study.view, span, 0.6, "pattern")
            return
    for match in _RANKED.finditer(flow.text):
        yield study.candidate("award", flow.plain[slice(*match.span("award"))], match.span("award"), 0.55)
        return


def _is_person(text: str) -> bool:
    return names.parse(text) is not None and names.has_known_surname(text) and len(text) <= 3


def _clause(study: Study, start: int, end: int) -> tuple[int, int]:
    """The award's own words: up to 称号 or 特发此证, and over a row's end only where that row is full."""
    flow = study.flow
    if stop := _END.search(flow.text, start, end):
        end = stop.start()
    margin = max((ink.box.x1 for ink in flow.inks if len(ink.text) > 8), default=0.0)
    parts = flow.parts(start, end)
    kept = 0
    if not parts:
        return start, end
    for (ink, first, last), (follow, _, _) in zip_longest(parts, parts[1:], fillvalue=parts[-1]):
        kept += last - first
        same_row = abs(follow.box.cy - ink.box.cy) < 0.5 * ink.box.height
        gap = follow.box.x0 - ink.box.x1
        if not (same_row and gap < 1.5 * ink.box.height) and not (
            not same_row and ink.box.x1 > margin - 1.5 * study.view.glyph
        ):
            break
    return start, start + kept


def _issuer(page: LabelledPage, awards: Sequence[Candidate]) -> list[Candidate]:
    """The bodies that sign in the lower part, from top to bottom; not what is given (`浙江省智能工厂`)."""
    claimed = page.claimed("issuer", "issue_date")
    signed = [c for c in signature(page.view, "issuer", body_name, below=0.45) if not overlaps(c.span.box, claimed)]
    signed = [c for c in signed if all(c.value != award.value for award in awards)]
    rows = sorted({round(c.span.box.cy) for c in signed})
    # Bodies that sign beside each other count from left to right, however the sheet lies.
    first = {y: next(r for r in rows if y - r < page.view.glyph) for y in rows}
    return sorted(signed, key=lambda c: (first[round(c.span.box.cy)], c.span.box.x0))


def _co_issuers(view: PageView, fields: Sequence[Field]) -> Iterator[Field]:
    """Those who sign beside the one that was chosen; each of its own, and below the line, for one issuer is asked for."""
    chosen = next((f for f in fields if f.name == "issuer"), None)
    if chosen is None:
        return
    page = LabelledPage(view, load_wording("award_certificate").vocabulary)
    for candidate in _issuer(page, list(_award(Study(view)))):
        for field in choose([candidate]):
            if field.value != chosen.value:
                notes = (*field.notes, "co_issuer")
                yield replace(field, confidence=min(field.confidence, CONFLICT_CAP), notes=notes)
