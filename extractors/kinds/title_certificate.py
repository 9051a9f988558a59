"""专业技术职务任职资格证书 and its electronic kin: labels and values, at times a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.lone_name import lone_names
from extractors.kinds.signing import body_name, overlaps, seal_body, signature
from extractors.kinds.study import Study
from extractors.kinds.table_person import SURE_END
from extractors.kinds.title_certificate_lists import listed_rows
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import id_number, organisations, titles
from models.document import Field, Kind

DATE_OF_ISSUE_ONLY = 0.45  # tenure never starts at the date of issue, so that date alone decides nothing
_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("birth_date", parsers.date),
    ("id_number", parsers.identity),
    ("employer", parsers.organisation),
    ("title", parsers.title),
    ("specialty", parsers.specialty),
    ("obtained_on", parsers.date),
    ("issuer", parsers.organisation),
    ("certificate_number", parsers.title_certificate_number),
)
_OF_ONE = {
    "name",
    "gender",
    "birth_date",
    "id_number",
    "certificate_number",
    "employer",
}  # of none outside a list's rows
_BY = "(?:初|认|评|审|核|考核认|考核评)"
_HOLDS = re.compile(
    rf"(?:具备|具有|取得|获得|授予|确认|{_BY}定|评审|考评|聘|晋升|评|(?<=同志)的)(?:了|其|该同志)?(?:为|获得|取得|具备|具有)?(?:[{HAN}]{{0,12}}?专业(?!技术))?"
    rf"(?P<title>[{HAN}]{{2,14}}?)(?:\((?P<specialty>[{HAN}、]{{2,16}}?)(?:专业)?\))?"
    r"(?=(?:专业)?(?:技术)?(?:职务)?(?:任职)?资格|专业技术职务|职称|[,。])"
)
_WORKS = re.compile(
    rf"(?<!所)(?:现?在|就职于|任职于|供职于)(?P<employer>[{HAN}()]{{4,36}}?(?:{SURE_END}))(?=从事|工作|任职|担任|任|,)"
    rf"|(?<![{HAN}])(?P<employer3>[{HAN}()]{{4,36}}?(?:{SURE_END})):(?=[你贵](?:单位|公司|厂|院|集团|所|校))"
    rf"|(?:[,;)]|(?:同志|先生|女士))(?:现)?(?:系|为|是)(?P<employer4>[{HAN}()]{{4,36}}?(?:{SURE_END}))的?(?:在[岗职编])?(?:正式)?(?:职工|员工|干部|工作人员|技术人员)"
    rf"|(?:出生|生)[,;、](?P<employer2>[{HAN}()]{{4,36}}?(?:{SURE_END}))(?=[,;)])"
)
_SPECIALTY = re.compile(
    rf"(?P<specialty>[{HAN}]{{2,16}}?)专业(?!技术)(?![{HAN}]{{0,12}}评(?:审|委))(?=[{HAN}]{{0,8}}?(?:师|员|资格))"
)
_FIELD = re.compile(rf"[{HAN}]{{2,}}(?:工程|自动化|制造|技术|设计|管理|工艺)")
_LONGEST_PREFIX = 4
_GRANTS = re.compile(  # what a notice says that gives titles, not only tells who passed
    r"(?:资格|职称)(?:取得|获得|起算)(?:时间|日期)|(?:取得|获得)(?:资格|职称|任职资格)?时间|(?:资格|职称)证书(?:编)?号|资格名称"
    r"|(?:确认|授予|同意|核准|批准)[^,。;]{0,24}(?:具有|具备|取得|获得|为)?[^,。;]{0,24}(?:任职)?(?:资格|职称)"
)
_NOT_YET = re.compile(r"聘任职务|受聘|聘期|公示期|拟(?:授予|取得|评|确认|通过)|公示如下|异议")
_OF_A_NOTICE = 9.0
_LISTED_ELSEWHERE = re.compile(r"附件?[:0-9一二1-3.、]{0,4}[^。;]{0,60}?(?:名单|花名册|一览表|名册)")
_WORKED_IN = re.compile(rf"从事(?P<specialty>[{HAN}]{{2,16}}?)专业(?:技术)?(?:工作|岗位)")
_LONE_GENDER = re.compile(r"(?:性|性?别)?[:]?(?P<gender>[男女])")
_ASSESSORS = ("评审委员会", "评委会", "评审组")  # they pass, an authority issues
_ID_LENGTH = 18
_ISSUED_BY = re.compile(
    rf"由(?P<issuer>[{HAN}()]{{4,36}}?(?:部|厅|局|办公室|委员会|人民政府|协会|学会|{SURE_END}))(?:统一)?(?:批准)?(?:颁发|核发|签发|制发|印发|授予)"
)
_PAPER_OF = re.compile(rf"(?P<issuer>[{HAN}()]{{4,36}}?(?:部|厅|局|办公室|委员会|人民政府))(?P<paper>文件)?")
_PAPER_NUMBER = re.compile(r"[〔(\[【]20\d\d[〕)\]】]\d{1,4}号")
_FROM = ("于", "自", "在", "从")
_SINCE = re.compile(r"(?:资格|职称)(?:取得|获得|起算|生效)?(?:时间|日期)?[,]?(?:从|自|为|起算于|[:])$")
_PASSED_OUTRIGHT = re.compile(
    rf"起?[,.]?(?:批准|核准|评审|{_BY}定|审定)(?:会议)?(?:通过|[,.]?.{{0,16}}(?:具备|具有|取得|获得)|[,.][^。]{{2,140}}?已?(?:具备|具有|取得|获得)|为|,?合格)"
)
_PASSED = re.compile(
    r"起?[,.]?(?:经.{2,60}?)?(?:评审|评定|认定|考核|考试|审定|确认|批准)?(?:通过|合格|取得|获得|具备?|具有|认定|初定|评定|晋升|被?授予)"
)


@dataclass(frozen=True, slots=True)
class TitleCertificate:
    """The date of obtaining is that of its own label or sentence; the date of issue never stands in with confidence."""

    id: Kind = "title_certificate"

    def score(self, view: PageView) -> KindScore:
        score = score_wording(view, load_wording(self.id))
        text = view.flow.text
        if _GRANTS.search(text) is None or _NOT_YET.search(text):
            return score
        if not _LISTED_ELSEWHERE.search(text) and not listed_rows([view]):
            return score
        return replace(score, points=max(score.points, _OF_A_NOTICE), evidence=(*score.evidence, "persons"))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        rows = listed_rows(pages)
        listed = {field.name for field in rows} | (_OF_ONE if rows else set())
        single = choose(candidate for view in pages for candidate in _candidates(view))
        return [*rows, *(field for field in single if field.name not in listed)]


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("title_certificate").vocabulary)
    study = Study(view)
    found = [study.with_day(candidate) for name, parse in _LABELS for candidate in labelled(page, name, parse)]
    if not any(c.name == "certificate_number" for c in found) or not _certificate_label(page):
        number = parsers.title_certificate_number  # a bare 编号 beside a 管理号: either may be the one declared
        found += labelled(page, "certificate_number", number, label="_management_number")
    if not any(c.name == "obtained_on" for c in found):  # approved later than obtained, where both are told
        found += labelled(page, "obtained_on", parsers.date, label="_approved")
    if not any(c.name == "obtained_on" for c in found):
        bare = labelled(page, "obtained_on", parsers.date, label="_time")
        found += [replace(candidate, quality=0.8 * candidate.quality) for candidate in bare]
    if not any(c.name == "specialty" for c in found):  # what was studied, where no label tells what was assessed
        found += labelled(page, "specialty", parsers.specialty, label="_studied")
    names = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    yield from found
    said = [person for person in study.person() if person.name not in names]
    yield from said
    if not names & {"name"} and not any(person.name == "name" for person in said):
        yield from lone_names(view)
    if "gender" not in {candidate.name for candidate in (*found, *said)}:
        yield from _gender_alone(view)
    if "birth_date" not in names:
        yield from study.birth_date()
    if "id_number" not in names:
        yield from _identity(page)
    if "title" not in names:
        yield from _title(study)
    if "employer" not in names:
        yield from _employer(study)
    if "specialty" not in names:
        yield from _specialty(study)
    if "obtained_on" not in names:
        yield from _obtained(page, study)
    if "issuer" not in names:
        claimed = page.claimed("issuer")
        signed = [c for c in signature(view, "issuer", body_name) if not overlaps(c.span.box, claimed)]
        yield from _issuer(study)
        for candidate in signed[-1:]:
            assessed = candidate.value.endswith(_ASSESSORS) or "issuer" in {c.name for c in found}
            yield replace(candidate, quality=candidate.quality * (0.5 if assessed else 0.9))
        if not signed and not any(c.name == "issuer" for c in found):
            yield from seal_body(view, "issuer")


def _certificate_label(page: LabelledPage) -> bool:
    """Whether a label says that its number is the certificate's."""
    return any(hit.name == "certificate_number" and "证" in hit.label for hit in page.hits)


def _identity(page: LabelledPage) -> Iterator[Candidate]:
    """An ID number that is no other label's value; one of fifteen digits may be any number."""
    claimed = page.claimed("id_number")
    for segment in (*page.view.segments, page.view.flow):  # a number may run on into the next row
        for found in id_number.find_all(segment.plain):
            span = segment.span(found.start, found.end)
            if not overlaps(span.box, claimed):
                quality = 0.9 if found.end - found.start >= _ID_LENGTH else 0.45
                yield Candidate("id_number", found.value.number, page.view, span, quality, "pattern")


def _gender_alone(view: PageView) -> Iterator[Candidate]:
    """男 or 女 on its own, its label lost or torn; of both printed none is marked."""
    alone = [(segment, sign) for segment in view.segments if (sign := _LONE_GENDER.fullmatch(segment.text))]
    if len({sign["gender"] for _, sign in alone}) == 1:
        segment, sign = alone[0]
        yield Candidate("gender", sign["gender"], view, segment.span(*sign.span("gender")), 0.6, "pattern")


def _issuer(study: Study) -> Iterator[Candidate]:
    """Who issues it, in a sentence: 本证书由…颁发; or whose paper it is by its head: …局文件, or the name above a paper's number."""
    for match in _ISSUED_BY.finditer(study.flow.text):
        if body := organisations.parse(study.flow.plain[slice(*match.span("issuer"))]):
            yield study.candidate("issuer", body.name, match.span("issuer"), 0.9)
            return
    for segment in study.view.segments[:6]:
        head = _PAPER_OF.fullmatch(segment.plain)
        told = head is not None and (head["paper"] or _PAPER_NUMBER.search(study.flow.text))
        if head is not None and told and (body := organisations.parse(head["issuer"])):
            span = segment.span(*head.span("issuer"))
            yield Candidate("issuer", body.name, study.view, span, 0.8, "heading")
            return


def _employer(study: Study) -> Iterator[Candidate]:
    """Where the holder works, in a sentence: 现在…公司从事技术工作."""
    for match in _WORKS.finditer(study.flow.text):
        start, end = match.span(match.lastgroup or "employer")
        if match["employer3"]:  # addressed in a row of its own, behind the paper's number
            start = max((at for at in study.flow.starts if start <= at < end - 4), default=start)
        span = (start, end)
        if body := organisations.parse(study.flow.plain[slice(*span)]):
            yield study.candidate("employer", body.name, span, 0.9)
            return


def _title(study: Study) -> Iterator[Candidate]:
    """The title in a sentence (具备助理工程师任职资格), or a word that is a title and nothing else."""
    for match in _HOLDS.finditer(study.flow.text):
        start, end = match.span("title")
        printed = titles.compact(study.flow.plain[start:end])
        value = titles.parse(printed)
        before = printed[: -len(value)] if value and printed.endswith(value) else ""
        if value and _FIELD.fullmatch(before):  # 机械工程助理工程师: what was assessed, and the title
            yield study.candidate("specialty", before, (start, start + len(before)), 0.8)
        elif value and before and len(before) <= _LONGEST_PREFIX:
            value = printed
        if value:
            yield study.candidate("title", value, (end - len(value), end), 0.9)
            if match["specialty"] and (parsed := parsers.specialty(match["specialty"])):
                yield study.candidate("specialty", parsed.value, match.span("specialty"), 0.9 * parsed.quality)
            return
    for segment in study.view.segments:
        value = titles.parse(segment.plain)
        if value and titles.compact(segment.plain) == value:
            span = segment.span(0, len(segment.text))
            yield Candidate("title", value, study.view, span, 0.65, "pattern")


def _specialty(study: Study) -> Iterator[Candidate]:
    for match in _SPECIALTY.finditer(study.flow.text):
        lead = re.match(r"(?:.*(?:具备|具有|取得|获得|授予|从事|确认|系列))?", match["specialty"])
        start = match.start("specialty") + (lead.end() if lead else 0)
        if match.end("specialty") - start >= 2:
            place = (start, match.end("specialty"))
            clear = bool(lead and lead.end())
            yield study.candidate("specialty", study.flow.plain[slice(*place)], place, 0.9 if clear else 0.6)
            return
    if (worked := _WORKED_IN.search(study.flow.text)) is not None:
        place = worked.span("specialty")
        yield study.candidate("specialty", study.flow.plain[slice(*place)], place, 0.6)


def _obtained(page: LabelledPage, study: Study) -> Iterator[Candidate]:
    """The date in a sentence (于…年…月…日经…评审通过); else the date of issue, for a person to see."""
    text = study.flow.text
    birth = study.birth()
    issue = labelled(page, "obtained_on", parsers.date, label="_issue_date")
    taken = [candidate.span.box for candidate in issue]
    loose = []
    for torn in study.dated.torn:
        begins = text[max(0, torn.start - 1) : torn.start] in _FROM
        if begins and torn.value.guess and _PASSED.match(text, torn.end):
            place = (torn.start, torn.end)
            yield study.candidate("obtained_on", torn.value.guess.iso(), place, DATE_OF_ISSUE_ONLY, "doubtful")
            return
    for hit in study.dated.dates:
        if birth is not None and hit.start == birth.start:
            continue
        box = study.flow.box(hit.start, hit.end)
        if any(box.covered_by(other.grown(2)) > 0.6 for other in taken):
            continue
        place = (hit.start, hit.end)
        begins = text[max(0, hit.start - 1) : hit.start] in _FROM
        if begins and _PASSED.match(text, hit.end):
            yield study.candidate("obtained_on", hit.value.iso(), place, 0.9 if hit.value.month else 0.45)
            return
        if _PASSED_OUTRIGHT.match(text, hit.end) or _SINCE.search(text, 0, hit.start):
            yield study.candidate("obtained_on", hit.value.iso(), place, 0.85 if hit.value.month else 0.45)
            return
        loose.append(study.candidate("obtained_on", hit.value.iso(), place, DATE_OF_ISSUE_ONLY, "doubtful"))
    for candidate in issue or loose[-1:]:
        yield replace(candidate, quality=min(candidate.quality, DATE_OF_ISSUE_ONLY), notes=("doubtful",))
