"""Whose appraisal it is: employer and position at labels, in the sentence that introduces the person, and where one signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractors.kinds.annual_appraisal.byline import bylines
from extractors.kinds.annual_appraisal.cells import left_of, misread_label
from extractors.kinds.annual_appraisal.headings import column_role, is_post, part_of, words
from extractors.kinds.annual_appraisal.sections import glyph_runs
from extractors.kinds.lined_up import lined_up
from extractors.kinds.table_person import SURE_END, Candidate, chosen, read_employers, read_names
from extractors.kinds.wording import load_wording
from extractors.layout.flow import Flow
from extractors.layout.neighbours import LabelledPage, Value
from extractors.layout.tables import ruled_grids
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names, organisations, results, titles
from models.document import Field

_COMRADE = re.compile(
    rf"^(?P<name>[{HAN}]{{2,4}})(?:同志(?=[,:在于自系现工任]|历年|近.年|20\d\d|年度|$)|(?=[,:]?[(]?[男女][),.]))"
)
_WHOLE = rf"(?:{SURE_END}|[站所院处队])(?![{HAN}()]{{0,8}}(?:公司|研究院|研究所|集团)|附属|有限|股份)"
_ORG = rf"(?P<org>[{HAN}()]{{4,36}}?{_WHOLE})"
_IN_POST = re.compile(
    rf"(?:现任|现为|担任|聘任为|系[我本该](?:公司|单位|院|厂|校|局|所|中心)(?:在职|在岗|正式)?(?:职工|员工)?(?!职工|员工)|(?<![责信主委升调兼历继就离在胜担重聘常])任(?![务何意命职期教免性由凭课重]))(?:[我本](?:公司|单位|院|厂|校|局|所|中心))?(?:[{HAN}()]{{2,30}}{_WHOLE})?"
    rf"(?P<position>[{HAN}]{{2,14}}?)(?:职务|岗位|一职|工作|[,。;])"
)
_COMRADE_POST = re.compile(
    rf"(?:同志|先生|女士)[,]?(?:系|为|是|在)(?:[{HAN}()]{{2,30}}{_WHOLE})(?:职工|员工)?(?P<position>[{HAN}]{{2,14}}?)[,。;]"
)
_JOINT = re.compile(rf"{_ORG},?(?P<position>[{HAN}]{{2,14}})")
_CLEAR, _UNLABELLED = 0.72, 0.6
_AT_POST = re.compile(rf"(?:在|从事)(?P<position>[{HAN}]{{2,14}}?)(?:岗位[上工,。]|(?<=[员师工长任理管])工作[,。;])")
_NOW = ("现任", "现为", "聘任为")
_OF_THE_PERSON = re.compile(r"(?:同志|先生|女士|[男女]|[本我](?:公司|单位|院|厂|校|局|所|中心)|公司)[^。;]{0,6}$")
_TASK = re.compile(r"项目|课题|小组|攻关|内审|兼职|培训")
_INTRODUCED = re.compile(
    rf"(?<![{HAN}()])(?:(?P<name>[{HAN}]{{2,4}})(?:同志)?[,、.·;:_-])?(?:现任职?于?|任职于|就职于|供职于|[系为是在])?{_ORG}(?:职工|员工)?"
    rf"(?P<position>[{HAN}]{{1,12}}[.·]?[{HAN}]{{1,8}}?)(?=[,。;.·_()-]|同志|$)"
)
_NO_POSITION = re.compile(r"年|月|日|签|盖章|意见|考核|\d|[:,。;]|公司$")
_POST_AND_MORE = re.compile(
    rf"(?P<post>[{HAN}]{{2,14}})(?:\([^()]{{2,12}}(?:部|科|室|处|车间|班|组|中心|站|所|院|厂)\)?$|\(?20\d\d年?\)?$)"
)
_NAME_AND_POST = re.compile(rf"(?:^|:)(?P<name>[{HAN}]{{2,4}}|[{HAN}]+·[{HAN}]+)\((?P<position>[{HAN}]{{2,14}})\)")
_POST_IN_DEPARTMENT = re.compile(
    rf"[{HAN}]{{1,8}}?(?:部|科|室|处|车间|班组|中心|所|站|队)(?P<post>(?!副?(?:经理|主任|部长|科长|主管|总监|负责人|组长|班长))[{HAN}]{{3,10}})"
)
_GRADE_OF_POST = re.compile(r"^(?:专业技术|管理|工勤)?(?:岗位?)?[一二三四五六七八九十\d]{1,3}[级档]$|时间$|年限$")
_TORN_LABEL = re.compile(  # 岗位(职务) over two rows of its cell
    rf"\((?:职|岗|工)(?P<post>[{HAN}]{{2,12}}?)(?:[务位种]\)?)?"
)
_WORK = frozenset({"从事工作", "现从事工作", "担任工作", "从事何种工作"})
_SECOND_CHOICE = frozenset({"职务", "现任职务", "行政职务", "所任职务", "担任职务"})
_SEALED = re.compile(
    rf"单位(?:全称|名称)?\((?:盖章|公章|章|签章)\):?(?P<org>[{HAN}()]{{3,36}}?(?:{SURE_END}))(?!附属|[{HAN}]{{0,6}}(?:公司|厂|院))"
)
_GLOSSED = re.compile(rf"(?:公司|企业|单位|雇主)[A-Za-z.]{{4,}}:?(?P<org>[{HAN}()]{{4,36}}?{_WHOLE})")
_AT_LINE = re.compile(rf"^(?:公司|企业|单位|厂名)(?:名称)?:(?P<org>[{HAN}()]{{4,36}}?{_WHOLE})")
_BRACKETED_POST = re.compile(rf"\((?:工作)?(?:岗位|职务|职位):(?P<position>[{HAN}]{{2,14}})\)")
_BARRED_NAME = re.compile(
    rf"(?:^|[|])(?:员工|职工|职员|姓名):?(?P<name>[{HAN}]{{2,4}}|[{HAN}]+(?:·[{HAN}]+)+)(?=[|]|$)"
)
_DEPARTMENT_BEHIND = re.compile(
    rf"(?P<org>[{HAN}()]{{3,}}(?:{SURE_END}|[站所院处]))[/、]?(?P<department>[{HAN}0-9]{{1,10}}(?:部|科|室|处|车间|班|组|中心|厂|队|股|系|站|所|分院|分厂))"
)
_UNIT_AND_DEPARTMENT = re.compile(r"单位(?:\(部门\)|[及和、/](?:所在)?部门)")
_AND_BRANCH = re.compile(rf"(?P<org>[{HAN}()（）]{{3,}}(?:{SURE_END}|[站所院处])) [{HAN}0-9]{{2,16}}")
_PART_OF_BODY = re.compile(rf"[{HAN}0-9]{{1,7}}(?:部|科|室|处|车间|班|组|班组|工段)")  # 研发二部: nobody's employer
_LEGAL_FORM = ("有限公司", "有限责任公司")
_INNER_PART = (
    "部",
    "科",
    "室",
    "处",
    "车间",
    "班",
    "组",
    "队",
    "股",
    "中心",
    "厂",
)  # no 分公司, 分厂, 研究院: names of their own
_HEAD_LINES = 6
_SEAL_LABEL = re.compile(r"(?:工作|所在|考核|用人)?单位(?:全称|名称)?\((?:盖章|公章|章|签章)\):?")
_NO_EMPLOYER = re.compile(
    r"兹|证明|同志|^[我本该贵](?:公司|单位|院|厂|校|局|所|中心)|[我本该贵](?:公司|单位|院|厂|校|局|所|中心)$|考核|领导小组|委员会$|姓名|性别|岗位|职务|部门"
)
_LONE_DATE = re.compile(
    r"(?:日期:?)?[12〇二][\d〇零一二三四五六七八九O○]{3}[年.\-/][^,。;:]{2,8}日?(?:\(?(?:盖章|公章|章)\)?)?"
)
_TITLED = re.compile(
    rf"(?P<org>[{HAN}()]{{3,}}(?:{SURE_END}))(?:[^,。;:]{{0,24}}(?:表|书|卡片?|意见|公示|通知|名单|结果|汇总|一览|单|手册|考核|档案)(?:\([^()]{{0,10}}\))?)?$"
)


def employer_of(pages: Sequence[LabelledPage]) -> list[Field]:
    """Whose employee it is: at a label, in a sentence or where the employer signs, else by the form's heading."""
    found = [*read_employers(pages), *_sealed_employers(pages), *_signing_employers(pages)]
    found += [c for name, c in _joint_values(pages) if name == "employer"]
    found += [c for name, c in _introductions(pages) if name == "employer"]
    found = [c for c in found if not results.find_all(c.value) and not _NO_EMPLOYER.search(c.value)]
    found = [c for c in found if re.search(rf"[{HAN}]{{2}}", c.value) and not _PART_OF_BODY.fullmatch(c.value)]
    return chosen("employer", map(_unlabelled, found or _titled_employers(pages)))


def positions(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Positions at labels, 岗位 before 职务; else what the person is said to be (现任…, …公司工艺员)."""
    found = [c for name, c in _joint_values(pages) if name == "position"]
    found += [c for page in pages for c in _bracketed_posts(page.view)]
    for page in pages:
        for value in page.find("position"):
            if "单位" in value.hit.label and _JOINT.fullmatch(value.text):
                continue
            if _in_brackets(value):
                continue  # it may go on on the next line
            text = re.split(r"[|)](?![^(]*\))", value.text.rstrip("。.·,"))[0]
            lead = 0
            if (torn := _TORN_LABEL.fullmatch(text)) and is_post(torn["post"]):
                lead, text = torn.start("post"), torn["post"]
            if (first := _POST_AND_MORE.match(text)) and is_post(first["post"]):
                text = first["post"]
            if 2 <= len(text) <= 24 and not _NO_POSITION.search(text) and not _is_heading(text):
                quality = value.quality * (0.88 if value.hit.label in _SECOND_CHOICE else 1.0)
                if value.quality < _CLEAR and not is_post(text):
                    continue  # 岗位 inside a sentence
                if (text in page.vocabulary.name_of and not is_post(text)) or _GRADE_OF_POST.search(text):
                    continue  # the next label, or its rank where the post stands elsewhere
                found.append(Candidate(text, page.view, value.span(lead, lead + len(text)), quality))
    if found:
        yield from [c for c in found if c.quality > 0.88] or found
        return
    introduced = [c for name, c in _introductions(pages) if name == "position"]
    introduced = introduced or list(_posts_as_work(pages))
    yield from (
        introduced
        or _posts_by_names(pages)
        or _told_positions(pages)
        or _held_posts(pages)
        or _posts_behind_misread_labels(pages)
    )


def _posts_behind_misread_labels(pages: Sequence[LabelledPage]) -> list[Candidate]:
    """The only post among the particulars that stands right of a label that could not be read; no bare title is one."""
    found = [
        Candidate(cell.run.squashed, page.view, cell.run.span, _UNLABELLED)
        for page in pages
        for grid in ruled_grids(page.view)
        for cell in grid.cells
        if 3 < len(cell.text) <= 14 and is_post(cell.text) and titles.rank(cell.text) is None
        if (label := left_of(grid, cell)) is not None and misread_label(label)
    ]
    return found if len(found) == 1 else []


def _posts_as_work(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """A post that stands at 从事工作, where elsewhere the work itself stands."""
    for page in pages:
        for value in page.find("_other"):
            if value.hit.label in _WORK and 2 <= len(value.text) <= 14 and is_post(value.text):
                yield Candidate(value.text, page.view, value.span(), 0.85 * value.quality)


def _in_brackets(value: Value) -> bool:
    """Whether a label stands in a bracket that was opened before it on its line, and is not closed there."""
    before = value.hit.flow.text[: value.hit.start]
    return before.count("(") > before.count(")") and before.endswith("(")


def _bracketed_posts(view: PageView) -> Iterator[Candidate]:
    """`对周启航(岗位:工艺员)的考核`, also over the end of a line; `姓名：周启航（工艺员）`."""
    for line in view.lines[: 2 * _HEAD_LINES]:
        for said in _NAME_AND_POST.finditer(line.text):
            start, end = said.span("position")
            if is_post(said["position"]) and names.parse(said["name"]) is not None:
                yield Candidate(line.flow.plain[start:end], view, line.flow.span(start, end), 0.9)
    for said in _BRACKETED_POST.finditer(view.flow.text):
        start, end = said.span("position")
        yield Candidate(view.flow.plain[start:end], view, view.flow.span(start, end), 0.95)


def _posts_by_names(pages: Sequence[LabelledPage]) -> list[Candidate]:
    """The post that stands with nothing but the person's name on one of the first lines, as under a report's heading."""
    known = {c.value for c in read_names(pages)}
    for line in pages[0].view.lines[:_HEAD_LINES] if pages else ():
        for name in known:
            before, behind = line.text.endswith(name), line.text.startswith(name)
            start, end = (0, len(line.text) - len(name)) if before else (len(name), len(line.text))
            if (before or behind) and re.fullmatch(rf"[{HAN}]{{2,14}}", post := line.text[start:end]) and is_post(post):
                return [Candidate(line.flow.plain[start:end], pages[0].view, line.flow.span(start, end), 0.88)]
    return []


def _joint_values(pages: Sequence[LabelledPage]) -> Iterator[tuple[str, Candidate]]:
    """Employer and position where one label, 单位及职务, is of both."""
    for page in pages:
        for value in page.find("position"):
            found = _JOINT.fullmatch(value.text) if "单位" in value.hit.label else None
            if found is not None and is_post(found["position"]) and organisations.parse(found["org"]) is not None:
                for name, group in (("employer", "org"), ("position", "position")):
                    yield name, Candidate(found[group], page.view, value.span(*found.span(group)), 0.9 * value.quality)


def introduced_names(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """`周启航同志` at the beginning of a line, and the name before an employer and position."""
    for page in pages:
        for line in page.view.lines:
            found = _COMRADE.match(line.text)
            if found and (name := names.parse(line.flow.plain[: found.end("name")])) is not None:
                yield Candidate(name, page.view, line.flow.span(*found.span("name")), 0.93)
            barred = _BARRED_NAME.search(line.text) if "|" in line.text else None
            if barred and (name := names.parse(line.flow.plain[slice(*barred.span("name"))])) is not None:
                yield Candidate(name, page.view, line.flow.span(*barred.span("name")), 0.93)
    yield from (c for name, c in _introductions(pages) if name == "name")


def _held_posts(pages: Sequence[LabelledPage]) -> list[Candidate]:
    """`在工艺工程师岗位上`."""
    for page in pages:
        for said in _AT_POST.finditer(page.view.flow.text):
            if is_post(post := re.split("从事|担任", said["position"])[-1]) and not _TASK.search(said["position"]):
                end = said.end("position")
                start = end - len(post)
                flow = page.view.flow
                return [Candidate(flow.plain[start:end], page.view, flow.span(start, end), 0.8)]
    return []


def _told_positions(pages: Sequence[LabelledPage]) -> list[Candidate]:
    """`现任…`: believed where the words end as a post does, so that no piece of another sentence is one."""
    for page in pages:
        flow = page.view.flow
        for said in (*_COMRADE_POST.finditer(flow.text), *_IN_POST.finditer(flow.text)):
            if not _NO_POSITION.search(said["position"]) and is_post(said["position"]):
                start, end = said.span("position")
                lead = flow.text[max(0, said.start() - 12) : said.start()]
                if (inner := _POST_IN_DEPARTMENT.fullmatch(said["position"])) and is_post(inner["post"]):
                    start = end - len(inner["post"])
                sure = said.re is _COMRADE_POST or said.group().startswith(_NOW) or _OF_THE_PERSON.search(lead)
                quality = 0.85 if sure and not _TASK.search(said["position"]) else 0.45
                return [Candidate(flow.plain[start:end], page.view, flow.span(start, end), quality)]
    return []


def _introductions(pages: Sequence[LabelledPage]) -> Iterator[tuple[str, Candidate]]:
    """Name, employer and position from a sentence before the first heading: `周启航，越州精工机械有限公司工艺员。`"""
    named = {c.value for c in read_names(pages)}
    for page in pages:
        yield from bylines(page.view, named)
        lines = glyph_runs(page.view)
        headed = next((i for i, line in enumerate(lines) if part_of(line.wording) not in (None, "other")), len(lines))
        yield from ((n, c) for n, c in lined_up(page.view, lines[:headed], is_post) if n != "id_number")
        flow = _preamble(page.view)
        for found in _INTRODUCED.finditer(flow.text):
            post = re.sub(r"[.·]", "", found["position"])
            if (
                not is_post(post)
                or _NO_EMPLOYER.search(found["org"])
                or organisations.parse(found["org"]) is None
                or _NO_POSITION.search(post)
                or flow.has_hole(*found.span("org"))
            ):
                continue
            whole = 0.9 if post == found["position"] else 0.75  # a speck in it may stand for a character
            for name, quality in (("employer", 0.9), ("position", whole), ("name", 0.9)):
                start, end = found.span(name if name != "employer" else "org")
                value = flow.plain[start:end] if start >= 0 else ""
                value = names.parse(value) or "" if name == "name" else re.sub(r"[.·]", "", value)
                if value:
                    known = 0.9 if name == "name" and not names.has_known_surname(value) else 1.0
                    known *= 0.5 if name == "name" and _swallows(flow, end) else 1.0
                    yield name, Candidate(value, page.view, flow.span(start, end), quality * known)
            break


def _swallows(flow: Flow, offset: int) -> bool:
    """Whether the mark behind a name is itself so unsure that a character may have been read into it."""
    for ink, start, _ in flow.parts(offset, offset + 1):
        if any(unsure.at == start and unsure.score < _CLEAR for unsure in ink.word.unsure):
            return True
    return False


def _preamble(view: PageView) -> Flow:
    """The running text above the first heading of a report, an opinion or a result."""
    kept = []
    for line in (line for column in view.column_lines for line in column):
        if part_of(line.text) not in (None, "other"):
            break
        if line.text.endswith(words("tails")["title"]) and not re.search(r"[,。;:]", line.text):
            continue  # the form's title is no part of the sentence under it
        kept += [ink for ink in line.inks if len(ink.text) > 1 or not ink.word.doubtful]
    return Flow(kept)


@cache
def _employer_labels() -> str:
    words = sorted(load_wording("annual_appraisal").vocabulary.labels["employer"], key=len, reverse=True)
    return "|".join(map(re.escape, words))


def _unlabelled(employer: Candidate) -> Candidate:
    """`employer` without a label that stands right before the name (`公司 越州精工机械有限公司`).

    A character of its legal form that was read twice (`有限责任公公司`) is taken out, and the rest is for a person.
    """
    label = re.match(
        rf"(?:{_employer_labels()}|位|公司|企业|现任职?于?)(?=[{HAN}()]{{4,}}(?:{SURE_END}|[院所站处]))",
        employer.value,
    )
    plain = employer.value[label.end() :] if label else employer.value
    single = re.sub(r"([有限责任公司])\1", r"\1", plain)
    quality = min(employer.quality, 0.45) if single != plain else employer.quality
    return _without_department(replace(employer, value=single, quality=quality))


def _without_department(employer: Candidate) -> Candidate:
    """`employer` without the department that stands behind it, a blank or the end of a word between."""
    named = _DEPARTMENT_BEHIND.fullmatch(employer.value)
    raw = re.sub(r"[ 　]+", " ", employer.span.raw)
    both = _AND_BRANCH.fullmatch(raw.strip()) if _UNIT_AND_DEPARTMENT.search(employer.view.flow.text) else None
    if both and employer.value.startswith(org := organisations.compact(both["org"])):
        return replace(employer, value=org, quality=0.95 * employer.quality)
    if named is None:
        return employer
    apart = re.search(rf"{re.escape(named['org'][-3:])}[ /、]", raw)
    if any(mark.kind == "seal" and mark.text == employer.value for mark in employer.view.marks):
        return employer  # a works with a seal of its own
    if not apart and not (named["org"].endswith(_LEGAL_FORM) and named["department"].endswith(_INNER_PART)):
        return employer
    return replace(employer, value=named["org"], quality=min(1.0, employer.quality / 0.49 * 0.9, 0.95))


def _sealed_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """The organisation at 单位(盖章), which is else a place for a seal, at 公司 Company and at 公司: where a line begins."""
    for page in pages:
        for line in page.view.lines:
            for found in (m for way in (_SEALED, _GLOSSED, _AT_LINE) for m in way.finditer(line.text)):
                if organisations.parse(found["org"]) is not None:
                    start, end = found.span("org")
                    yield Candidate(line.flow.plain[start:end], page.view, line.flow.span(start, end), 0.93)
        for grid in ruled_grids(page.view):
            for label in grid.cells:
                value = grid.right_of(label) if _SEAL_LABEL.fullmatch(label.text) else None
                named = organisations.parse(value.run.squashed) if value is not None and value.text else None
                if value is not None and named is not None:
                    yield Candidate(organisations.compact(value.run.squashed), page.view, value.run.span, 0.9)


def _is_heading(text: str) -> bool:
    return part_of(text) is not None or column_role(text) is not None


def _signing_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """An organisation alone on a line in the lower half, or over a date: who signs."""
    for page in pages:
        lines = page.view.lines
        for at, line in enumerate(lines):
            below = lines[at + 1].text if at + 1 < len(lines) else ""
            if at < len(lines) // 2 and not _LONE_DATE.fullmatch(below):
                continue
            text = organisations.compact(line.flow.plain)
            if len(text) >= 6 and organisations.parse(text) is not None and len(line.inks) <= 3:
                yield Candidate(text, page.view, line.flow.span(0, len(line.flow.text)), 0.8)


def _titled_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Whose form it is by its heading: an organisation above it or at its beginning."""
    for page in pages[:1]:
        for flow in (flow for line in page.view.lines[:4] for flow in (line.flow, *line.segments)):
            found = _TITLED.match(flow.text) or re.fullmatch(rf"(?P<org>[{HAN}()]{{5,}}[站所院处队心会部])", flow.text)
            if found is None or organisations.parse(found["org"]) is None:
                continue
            inner = re.search(rf"(?:{SURE_END})(?!附属)(?=.*(?:{SURE_END})$)", found["org"][:-2])
            span = flow.span(*found.span("org"))
            yield Candidate(flow.plain[: found.end("org")], page.view, span, 0.45 if inner else 0.85)
            return
