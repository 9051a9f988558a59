"""A project's name where no label gives it: in quotation marks, or before what its paper's heading says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.kinds.candidates import Candidate
from extractors.layout.view import PageView
from extractors.text import HAN

_QUOTED = re.compile(
    r"[\"“《](?P<name>[^\"“”《》。;:]{4,50})[\"”》](?:等)?(?:一[项案])?(?:的)?"
    r"(?=\((?:合同|项目|编号)|项目|课题|工程|研[发究制]|开发|技术攻关|科技攻关|成果|新产品|合作|事宜|予?以?立项|竣工|进?行?验收|结题|鉴定|任务|投标|招标|中标|标段|采购|已?被?列[入为]|已?(?:经)?批准|的?设计|系统的?设计|\(项目)"
)
_INTRODUCED = re.compile(
    r"(?:项目|课题|工程|成果|产品|课题名称|项目名称|(?:承担|参加|参与|完成|实施|负责|牵头|主持|研制|开发)的)(?:名称)?[:为是]?[\"“《](?P<name>[^\"“”《》。;:]{4,50})[\"”》]"
)
_TENDERED = re.compile(
    rf"(?:递交|提交|参加|投标|参与)的(?P<name>[{HAN}A-Za-z0-9()·\-]{{5,40}}?)(?:项目)?(?:的)?(?:投标|报价|响应|磋商)(?:文件)?(?:,|已|经|被)"
)
_RULES = re.compile(
    r"(?:办法|条例|规定|通知|细则|法|合同书?|协议书?|方案|指南|意见|制度|规范|标准|章程|计划|报告|任务书)$"
)
_ABOUT = re.compile(
    rf"^(?:关于)?(?:对)?(?P<name>[{HAN}A-Za-z0-9()·\-]{{6,40}}?)(?:建设)?(?:项目|课题|工程)?的?(?:科技)?(?:竣工|完工|终期|结题|成果|专家组?|技术|会议|项目)*"
    r"(?:验收|鉴定|评审|结题|立项)(?:报告|意见书?|结论|证书|证明|申请书?|决议|纪要|总结|会)$"
)
_GENERIC = re.compile(
    rf"[{HAN}]{{0,6}}?(?:[省市县区州]|公司)?(?:级|科技|科学|技术|研发|研究|开发|与|和|重点|重大|一般|计划|专项|项目|课题|企业|公司|新产品|新技术|产品|工程|成果|竣工|结题|财政|资金|单位|专家组?"
    r"|[()]|创新|改造|技改|完工|交工|终期|中期|设备|系统|软件|信息化|工业|自主|立项|验收|鉴定|评审|合作|委托|横向|纵向|内部|申报|省级|市级|县级|国家)*"
)
_TOLD = re.compile(
    r"(?:服务|委托|开发|合作|研究|承包|攻关|立项|技改|采购|承接|咨询|检测)(?:的)?项目(?:内容)?:(?P<name>[^;。:,]{4,40})"
)
_SEVERAL = re.compile(
    r"(?:以下|下列|如下|上述)(?:\d|[二两三四五六七八九十])?[个项]?(?:科研|技术|工程|科技|研发|重点|主要)*(?:项目|课题)"
)
_SURE, _HEADED, _ONE_OF_SEVERAL = 0.85, 0.6, 0.45


def named_in_text(view: PageView) -> Iterator[Candidate]:
    """The name most often quoted as a project's, the first of these; else the one that a heading is about."""
    flow = view.flow
    found = [match for pattern in (_QUOTED, _INTRODUCED) for match in pattern.finditer(flow.text)]
    found = sorted((m for m in found if not _RULES.search(m["name"])), key=lambda m: m.start("name"))
    if found:
        often = Counter(match["name"] for match in found)
        several = _SEVERAL.search(flow.text) is not None and len(often) > 1
        best = max(found, key=lambda match: (often[match["name"]], -match.start("name")))
        span = flow.span(*best.span("name"))
        quality = _ONE_OF_SEVERAL if several else _SURE
        yield Candidate("project_name", flow.plain[slice(*best.span("name"))], view, span, quality, "sentence")
        return
    if tendered := _TENDERED.search(flow.text):
        span = flow.span(*tendered.span("name"))
        yield Candidate("project_name", flow.plain[slice(*tendered.span("name"))], view, span, _SURE, "sentence")
        return
    for line in view.lines:
        if told := _TOLD.search(line.text):
            span = line.flow.span(*told.span("name"))
            yield Candidate("project_name", line.flow.plain[slice(*told.span("name"))], view, span, _SURE, "label")
            return
    for line in view.lines[:6]:
        headed = _ABOUT.match(line.text)
        if headed and not _GENERIC.fullmatch(headed["name"]) and not _RULES.search(headed["name"]):
            span = line.flow.span(*headed.span("name"))
            yield Candidate("project_name", span.text, view, span, _HEADED, "heading")
            return
