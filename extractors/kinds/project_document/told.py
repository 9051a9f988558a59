"""What sentences of a project's papers tell: who takes part, who leads, and what a letter of approval grants to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.candidates import Candidate
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import amounts, names, organisations

_NAME = rf"(?:[{HAN}]{{1,6}}·[{HAN}]{{1,8}}?|[{HAN}]{{2,4}}?)"
_MEMBER = rf"{_NAME}(?:\([^()]{{1,14}}\))?"
_TEAM = re.compile(
    rf"(?:安排|选派|指派|委派|派出|抽调|确定|组织|由|包括|为|是|有|[:])(?:本[公单]司|我[公单]司|技术人员|员工|职工|同志)?"
    rf"(?P<names>{_MEMBER}(?:[、,]{_MEMBER})+)(?:同志)?等?(?:共?[\d一二三四五六七八九十]{{1,2}})?(?:同志|人|名|位)?"
    r"(?:专业|工程)?(?:技术)?(?:人员)?(?:共同|具体|分别)?"
    r"(?=参[加与]|组成|承担|负责|完成|实施|开展|研[发究]|[为作](?:本?项目|课题|主要|团队|研发|骨干))"
)
_MEMBERS = re.compile(
    rf"(?:成员|组员|(?:参[与加]|研[发究制]|开发|技术)人员)(?:分别)?(?:为|是|有|包括|由|:)*(?P<names>{_MEMBER}(?:[、,]{_MEMBER})*)(?:同志)?(?:等(?:同志|人)?)?(?=(?P<more>,)|[。;]|$|组成)"
)
_FORMED = re.compile(
    rf"(?:组成|组建|成立|担任|参[加与]|承担|作为)(?:本|该)?(?:项目|课题|技术|服务|研发|攻关|工作|开发)*(?:小?组|团队|人员|成员|工作)(?:成员|人员)?:"
    rf"(?P<names>{_MEMBER}(?:[、,]{_MEMBER})+)(?:同志)?等?(?:共?[\d一二三四五六七八九十]{{1,2}})?(?:同志|人|名|位)?(?=[,。;](?:其中|由|并)|[。;]|$)"
)
_LEADER = re.compile(
    rf"(?:(?:项目|课题|技术)(?:总)?(?:负责人|主持人|组长)[为是:]?(?P<behind>{_NAME})(?:同志)?(?=[,。;、(]|及|$)"
    rf"|(?:其中|[,。;]?由|[,。;](?!由)|指派|指定|委派|安排|派出?)(?P<before>{_NAME})(?:同志)?(?:[担出]?任|作?为)(?:[本该]?项目|课题)的?(?:组组长|(?:总|技术|现场)?负责人|主持人|经理))"
)
_JUDGES = re.compile(r"专家|评委|评审|评议|鉴定|验收组|验收委员|监理")
_APPROVAL = re.compile(
    rf"关于(?:同意|批准|下达|核准|对|给予|准予|印发)?(?:将)?[\"“《]?(?P<name>[{HAN}A-Za-z0-9()·\-]{{4,40}}?)[\"”》]?(?:等)?"
    r"(?:项目|课题)?(?:予以|准予|列入.{2,14})?立项(?:申请|建设|实施)?的?(?:批复|通知|决定|复函|函|意见)$"
)
_GRANTED = re.compile(
    r"(?:补助|资助|支持|扶持|拨付|安排|核定|拨款|下达)(?:项目|财政|专项|科研|科技)*(?:经费|资金|金额)?(?:共计|共|计|为|人民币|:)*$"
)
_VOUCHED = re.compile(
    rf"(?:职工|员工|工程师|技术员|技术人员|同志|兹证明|兹有)(?P<name>{_NAME})(?:同志)?(?=[(,](?:男|女|身份证|性别|系|于|自|在|同志|作为)|于\d|自\d|在我|在本|参[加与]|承担|主持|负责|作为|担任)"
)
_SPOKEN_OF = re.compile(
    rf"(?:关于|[。;:])(?P<name>{_NAME})同志(?=作为(?:本|该)?(?:项目|课题|主要|技术)|(?:参[加与]|承担|主持|完成)|在(?:本|该|上述)?(?:项目|课题)中)"
)
_SETS_UP = re.compile(
    r"(?:成立|组建|调整|公布).{2,50}(?:项目|课题|攻关|研发|研制|工作|创新)(?:小?组|团队)"
    r"|(?:项目|课题|攻关)(?:小?组)(?:成员|人员)?(?:名单)?的(?:通知|决定)"
)
_CARRIES = re.compile(
    rf"(?:由|对|证明|[,。;])(?P<body>(?![由对经向受兹])(?:(?!(?<!自)由|组织|召开|证明)[{HAN}()]){{4,30}}?(?:公司|厂|研究[院所]|设计院|大学|学院|中心|集团|研究总院|推广站|局|所|院))(?:联合[^。]{{0,30}})?"
    r"(?:共同)?(?:承担|完成|实施|研制|研发|开发|牵头|主持)(?:的|实施|完成|并完成|(?P<stops>[,。;]))"
)
_PROJECT = re.compile(r"项目|课题|任务")
_COSTS = re.compile(r"费|税|款|责任|风险|损失|后果")
_ABOUT = 80  # characters
_CLAUSE = re.compile(r"[^;,。]+[;,。]")
_DOES = re.compile(
    rf"(?:^|其中|由|指派|指定|安排|委派|派)(?!由|其中|指派|指定|安排|委派|派|经|[甲乙]方|成员|组员|人员)(?P<name>{_NAME})(?:同志)?(?:为|任|担任|负责|承担|主持|主要负责|具体负责)"
)
NO_NAMES = frozenset({
    "成员", "组员", "组长", "主任", "主持", "单位", "人员", "姓名", "负责", "总负责", "主要", "具体", "全面", "共同",
    "分别", "同时", "主持人", "负责人", "经理", "主要负责", "全过程", "方案", "项目",
    "如下", "以下", "下列", "名单", "附后", "若干", "不变", "同上", "见附件", "见附表", "见下表",
})  # fmt: skip
_PIECE = re.compile(r"(?:^|(?<=[、,]))[^、,()]+")
_MOST = 0.5
_TEAM_OF_SEVERAL = 2
_ONLY_APPROVED = 0.6


def told_team(view: PageView) -> list[Candidate]:
    """The persons of whom a sentence says that they carry the project out, one each as printed; the leader alone where only he is named."""
    flow = view.flow
    found: dict[str, tuple[int, Candidate]] = {}
    for said in (p for pattern in (_TEAM, _MEMBERS, _FORMED) for p in pattern.finditer(flow.text)):
        about = re.split(r"[。;]", flow.text[max(0, said.start() - 24) : said.start()])[-1]
        if _JUDGES.search(about + flow.text[said.end() : said.end() + 8]):
            continue
        places = [
            (said.start("names") + n.start(), said.start("names") + n.end()) for n in _PIECE.finditer(said["names"])
        ]
        known = sum(1 for start, _ in places if names.has_known_surname(flow.plain[start:])) / len(places)
        if said.groupdict().get("more") and known < 1.0:  # the clause goes on, perhaps in what seems to be a name
            continue
        for place in places if known >= _MOST else ():
            for candidate in _named(view, *place, 0.85 if known == 1.0 else 0.7):
                found.setdefault(candidate.value, (place[0], candidate))
    for said in _LEADER.finditer(flow.text):
        group = "behind" if said["behind"] else "before"
        known = names.has_known_surname(said[group]) or "·" in said[group]
        for candidate in _named(view, *said.span(group), 0.85) if known else ():
            found.setdefault(candidate.value, (said.start(group), candidate))
    for start, candidate in _clauses(view) if len(found) < _TEAM_OF_SEVERAL else ():
        found.setdefault(candidate.value, (start, candidate))
    return [candidate for _, candidate in sorted(found.values(), key=lambda told: told[0])]


def sets_up(view: PageView) -> bool:
    """Whether a letter sets up a project's team, whose head it calls 组长 as others do their judges."""
    head = " ".join(line.text for line in view.lines[:8])
    return _SETS_UP.search(head) is not None and _JUDGES.search(view.flow.text) is None


def bodies(view: PageView) -> Iterator[Candidate]:
    """The bodies that a sentence says carry the project out: `由某公司承担的“…”项目`."""
    for said in _CARRIES.finditer(view.flow.text):
        about = re.split("[。;]", view.flow.text[max(0, said.start() - _ABOUT) : said.start()])[-1]
        if said["stops"] and not (_PROJECT.search(about) and not _COSTS.search(about)):
            continue  # `运输费由…公司承担。`
        body = organisations.parse(view.flow.plain[slice(*said.span("body"))])
        if body is not None and body.name == said["body"]:
            yield Candidate("parties", body.name, view, view.flow.span(*said.span("body")), 0.8, "sentence")
            return


def vouched_for(view: PageView) -> list[Candidate]:
    """The person for whom a letter vouches that he took part: `兹证明我公司职工某某（男，…）参加…项目`."""
    said = _VOUCHED.search(view.flow.text) or _SPOKEN_OF.search(view.flow.text)
    if said is None or not names.has_known_surname(said["name"]):
        return []
    return list(_named(view, *said.span("name"), 0.85))


def _clauses(view: PageView) -> Iterator[tuple[int, Candidate]]:
    """Persons told one a clause: `乙方指派甲为项目负责人；乙负责机械部分；丙负责现场服务`."""
    text = view.flow.text
    run: list[tuple[int, int]] = []
    for clause in _CLAUSE.finditer(text):
        said = _DOES.search(clause.group())
        if said is None or not names.has_known_surname(said["name"]) or _JUDGES.search(clause.group()):
            if len(run) > 1:
                break
            run = [] if clause.group().endswith("。") else run
            continue
        run.append((clause.start() + said.start("name"), clause.start() + said.end("name")))
    for place in run if len(run) > 1 else ():
        for candidate in _named(view, *place, 0.8):
            yield place[0], candidate


def _named(view: PageView, start: int, end: int, quality: float) -> Iterator[Candidate]:
    value = names.parse(view.flow.plain[start:end])
    if value is not None and value not in NO_NAMES:
        yield Candidate("participants", value, view, view.flow.span(start, end), quality, "sentence")


def approval(view: PageView) -> Iterator[Candidate]:
    """A letter of approval: the project in its heading, the unit it is written to, and what is granted."""
    lines = list(view.lines[:8])
    at, headed = next(((i, m) for i, line in enumerate(lines) if (m := _APPROVAL.search(line.text))), (0, None))
    if headed is None:
        return
    name = re.sub(r"(?:项目|课题)$", "", headed["name"])
    span = lines[at].flow.span(headed.start("name"), headed.start("name") + len(name))
    yield Candidate("project_name", span.text, view, span, 0.85, "heading")
    for line in view.lines[at + 1 : at + 4]:
        unit = organisations.parse(line.flow.plain.rstrip(":")) if line.text.endswith(":") else None
        if unit is not None and len(unit.name) >= len(line.text) - 1:
            yield Candidate("parties", unit.name, view, line.flow.span(0, len(line.text) - 1), 0.8, "heading")
            break


def granted(view: PageView) -> Iterator[Candidate]:
    """What an office grants to a project, which is not all that it costs."""
    for hit in amounts.find_all(view.flow.plain):
        if _GRANTED.search(view.flow.text[max(0, hit.start - 16) : hit.start]):
            span = view.flow.span(hit.start, hit.end)
            yield Candidate("amount", amounts.plain(hit.value), view, span, _ONLY_APPROVED, "sentence")
            return
