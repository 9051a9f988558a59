"""The yearly appraisal form (年度考核表): public institutions' and enterprises' forms, sentences, several years in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.annual_appraisal_prose import LEAST_REPORT, opinion, told
from extractors.kinds.annual_appraisal_results import in_section, in_sentences, options_in
from extractors.kinds.annual_appraisal_sections import Section, column_role, glyph_runs, part_of, sections_of
from extractors.kinds.annual_appraisal_years import YearRow, stated_years, year_candidates, year_rows
from extractors.kinds.kind import KindScore
from extractors.kinds.table_person import SURE_END, Candidate, chosen, read_employers, read_names
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import dates, names, organisations, results
from extractors.values.found import Found
from models.document import Field, Kind

_COMRADE = re.compile(rf"^(?P<name>[{HAN}]{{2,4}})(?:同志(?=[,:在于自系现工任]|$)|(?=[,:]?[(]?[男女][),.]))")
_IN_POST = re.compile(
    rf"(?:现任|现为|担任|任)(?:[我本](?:公司|单位|院|厂|校|局|所|中心))?(?:[{HAN}()]{{2,30}}(?:{SURE_END}))?(?P<position>[{HAN}]{{2,14}}?)(?:职务|岗位|一职|工作|[,。;])"
)
_NO_POSITION = re.compile(r"年|月|日|签|盖章|意见|考核|\d|[:,。;]|公司$")
_SECOND_CHOICE = frozenset({"职务", "现任职务", "行政职务", "所任职务", "担任职务"})
_SPECKLED = re.compile(r"20\d\d\.?年\.?\d{1,2}\.?月\.?\d{1,2}\.?日")
_OWN = re.compile(r"自|本人|个人")
_SEALED = re.compile(
    rf"单位(?:全称|名称)?\((?:盖章|公章|章|签章)\):?(?P<org>[{HAN}()]{{3,36}}?(?:{SURE_END}))(?!附属|[{HAN}]{{0,6}}(?:公司|厂|院))"
)
_TITLED = re.compile(
    rf"(?P<org>[{HAN}()]{{3,}}(?:{SURE_END}))(?:[^,。;:]{{0,24}}(?:表|书|卡片?|意见)(?:\([^()]{{0,10}}\))?)?$"
)


@dataclass(frozen=True, slots=True)
class AnnualAppraisal:
    """Reads one year, or every year with a `row` each where several are merged.

    `comment` is the evaluators' text; the person's own report is a second `comment` with the note `self_report`.
    """

    id: Kind = "annual_appraisal"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        vocabulary = load_wording(self.id).vocabulary
        labelled = [LabelledPage(view, vocabulary) for view in pages]
        sections = sections_of(pages)
        rows = year_rows(pages, sections, stated_years(labelled))
        fields = chosen("name", [*read_names(labelled), *_comrades(pages)])
        if rows:
            fields += _of_rows(labelled, rows)
        else:
            fields += _of_one_year(labelled, sections)
        return [*fields, *_signed(labelled, sections)]


def _of_one_year(pages: Sequence[LabelledPage], sections: Sequence[Section]) -> list[Field]:
    fields = [*_employer(pages), *chosen("position", _positions(pages))]
    found = list(year_candidates(pages, sections))
    ranges = [(named, c) for named, c in found if len(named) > 1]
    if ranges and max(c.weight for _, c in ranges) >= max((c.weight for n, c in found if len(n) == 1), default=0.0):
        named, best = max(ranges, key=lambda pair: pair[1].weight)
        fields += [best.view.field("year", str(y), best.span, best.quality, row) for row, y in enumerate(named)]
    else:
        fields += chosen("year", (c for named, c in found if len(named) == 1))
    views = [page.view for page in pages]
    return [*fields, *_result(views, sections), *_comments(sections)]


def _employer(pages: Sequence[LabelledPage]) -> list[Field]:
    """Whose employee it is: at a label or where the employer signs, else by the form's heading."""
    found = [*read_employers(pages), *_sealed_employers(pages), *_signing_employers(pages)]
    return chosen("employer", (_unlabelled(c) for c in found or _titled_employers(pages)))


def _unlabelled(employer: Candidate) -> Candidate:
    """`employer` without a label that stands right before the name (`公司 越州精工机械有限公司`)."""
    label = re.match(rf"(?:工作单位|单位名称|公司名称|单位|公司|企业)(?=[{HAN}()]{{4,}}(?:{SURE_END}))", employer.value)
    return replace(employer, value=employer.value[label.end() :]) if label else employer


def _of_rows(pages: Sequence[LabelledPage], rows: Sequence[YearRow]) -> list[Field]:
    """Every year's own fields; what stands once for all years carries no row."""
    fields: list[Field] = []
    for row, entry in enumerate(rows):
        for name in ("year", "employer", "position", "result", "comment"):
            fields += chosen(name, [entry.fields[name]] if name in entry.fields else [], row)
        if "report" in entry.fields:
            notes = ("self_report",) if "comment" in entry.fields else ()
            fields += chosen("comment", [replace(entry.fields["report"], notes=notes)], row)
    given = {name for entry in rows for name in entry.fields}
    if "employer" not in given:
        fields += _employer(pages)
    if "position" not in given:
        fields += chosen("position", _positions(pages))
    return fields


def _comrades(pages: Sequence[PageView]) -> Iterator[Candidate]:
    """`周启航同志` at the beginning of a line."""
    for view in pages:
        for line in view.lines:
            found = _COMRADE.match(line.text)
            if found and (name := names.parse(line.flow.plain[: found.end("name")])) is not None:
                yield Candidate(name, view, line.flow.span(*found.span("name")), 0.93)


def _positions(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Positions at labels, 岗位 before 职务; else what the person is said to be (现任…)."""
    found = []
    for page in pages:
        for value in page.find("position"):
            if 2 <= len(value.text) <= 24 and not _NO_POSITION.search(value.text) and not _is_heading(value.text):
                quality = value.quality * (0.88 if value.hit.label in _SECOND_CHOICE else 1.0)
                found.append(Candidate(value.text, page.view, value.span(), quality))
    if found:
        yield from [c for c in found if c.quality > 0.88] or found
        return
    for page in pages:
        flow = page.view.flow
        said = _IN_POST.search(flow.text)
        if said and not _NO_POSITION.search(said["position"]):
            start, end = said.span("position")
            yield Candidate(flow.plain[start:end], page.view, flow.span(start, end), 0.85)
            return


def _sealed_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """The organisation at 单位(盖章), which is else a place for a seal."""
    for page in pages:
        for line in page.view.lines:
            for found in _SEALED.finditer(line.text):
                if organisations.parse(found["org"]) is not None:
                    start, end = found.span("org")
                    yield Candidate(line.flow.plain[start:end], page.view, line.flow.span(start, end), 0.93)


def _is_heading(text: str) -> bool:
    return part_of(text) is not None or column_role(text) is not None


def _signing_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """An organisation alone on a line in the lower half: who signs."""
    for page in pages:
        for line in page.view.lines[len(page.view.lines) // 2 :]:
            text = organisations.compact(line.flow.plain)
            if len(text) >= 6 and organisations.parse(text) is not None and len(line.inks) <= 2:
                yield Candidate(text, page.view, line.flow.span(0, len(line.flow.text)), 0.8)


def _titled_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Whose form it is by its heading: an organisation above it or at its beginning."""
    for page in pages[:1]:
        for line in page.view.lines[:4]:
            found = _TITLED.match(line.text)
            if found is None or organisations.parse(found["org"]) is None:
                continue
            inner = re.search(rf"(?:{SURE_END})(?!附属)(?=.*(?:{SURE_END})$)", found["org"][:-2])
            span = line.flow.span(*found.span("org"))
            yield Candidate(line.flow.plain[: found.end("org")], page.view, span, 0.45 if inner else 0.85)
            return


def _result(views: Sequence[PageView], sections: Sequence[Section]) -> list[Field]:
    """The employer's result; proposals only where nothing else is said, and then doubtful."""
    by_part = {
        part: [s for s in sections if s.part == part]
        for part in ("result", "final", "comment", "proposal", "report", "options")
    }
    stated = [c for s in by_part["result"] if (c := in_section(s)) is not None]
    final = [c for s in by_part["final"] if (c := _opinion(s)) is not None]
    if stated or final:
        return chosen("result", [*stated, *(replace(c, quality=0.97 * c.quality) for c in final)])
    said = [c for s in by_part["comment"] for c in in_sentences(s.run, s.view)]
    reports = [s.region for s in by_part["report"]]
    for view in views:
        for line in glyph_runs(view):
            if not any(line.box.covered_by(r) > 0.6 for r in reports):
                said += list(in_sentences(line, view))
    if said:
        return chosen("result", [max(said, key=lambda c: c.weight), *(c for c in said if c.value != said[0].value)])
    return chosen("result", _proposals(by_part))


def _proposals(by_part: dict[str, list[Section]]) -> Iterator[Candidate]:
    """What others than the employer chose: believed where the employer agrees or no other choice is; never one's own."""
    alone = len(by_part["options"]) == 1 and not by_part["proposal"]
    agreed = any("同意" in s.run.wording for s in by_part["final"]) and not by_part["options"]
    for section in (*by_part["proposal"], *by_part["options"]):
        found = in_section(section)
        if found is not None:
            own = _OWN.search(section.heading) or section.part == "options"
            alone = alone and not _OWN.search(section.heading)
            limit = 0.85 if section.part == "options" and alone else 0.7 if agreed and not own else 0.4
            yield replace(found, quality=min(found.quality, limit), notes=("proposal",))


def _opinion(section: Section) -> Candidate | None:
    """A verdict in the employer's opinion, options to choose from in it, or an opinion that is nothing but a result."""
    listed = tuple(line for line in section.lines if len({o.word for o in options_in([line])}) > 2)
    if listed:
        return in_section(replace(section, lines=listed))
    verdicts = list(in_sentences(section.run, section.view))
    if verdicts:
        return max(verdicts, key=lambda c: c.weight)
    first = section.lines[0]
    opens = results.parse(re.split("[,。;(]", first.wording)[0]) is not None or len(options_in([first])) > 2
    return in_section(replace(section, lines=(first,))) if opens and len(first.squashed) <= 30 else None


def _comments(sections: Sequence[Section]) -> list[Field]:
    pieces = [(s, part, run) for s in sections if s.part in ("comment", "final", "report") for part, run in told(s)]
    opinions = [(s, part, kept) for s, part, run in pieces if part != "report" and run and (kept := opinion(run))]
    ranked = sorted(opinions, key=lambda piece: (piece[1] == "comment", len(piece[2].squashed)), reverse=True)
    fields = []
    if ranked:
        section, _, run = ranked[0]
        others = [r for _, part, r in ranked[1:] if part == "comment" and len(r.squashed) > 0.7 * len(run.squashed)]
        fields.append(section.view.field("comment", run.squashed, run.span, 0.7 if others else 0.95))
    for section, part, run in pieces:
        if part == "report" and len(run.squashed) >= LEAST_REPORT:
            fields.append(section.view.field("comment", run.squashed, run.span, 0.95, notes=("self_report",)))
    return fields


def _signed(pages: Sequence[LabelledPage], sections: Sequence[Section]) -> list[Field]:
    """The latest full date outside of the narrative, and of the person's particulars."""
    found = []
    for page in pages:
        told = [s.region for s in sections if s.view is page.view and s.part == "report" and len(s.run.squashed) > 60]
        for line in page.view.lines:
            if any(line.box.covered_by(region) > 0.6 for region in told):
                continue
            for spot in _dates_in(line.flow.plain):
                around = line.flow.text[max(0, spot.start - 10) : spot.start]
                if re.search(r"\d日?[至~到—一-]$", around):
                    continue  # the end of a period
                if spot.value.precision != "day" or re.search(r"出生|入职|参加工作|任职|生于|至|自", around):
                    continue
                if re.match(r"[至~到—]|[-一][\d(]", line.flow.text[spot.end :]):
                    continue
                span = line.flow.span(spot.start, spot.end)
                quality = 0.5 if spot.value.doubtful else 0.96
                found.append((spot.value.earliest(), Candidate(spot.value.iso(), page.view, span, quality)))
    if not found:
        return []
    latest = max(day for day, _ in found)
    last = found[-1][0]
    factor = 1.0 if last == latest else 0.7
    return chosen("signed_on", (replace(c, quality=c.quality * factor) for day, c in found if day == latest))


def _dates_in(text: str) -> list[Found[dates.PartialDate]]:
    """Dates in a line, also those with a speck read as a point before 月 or 日."""
    found = dates.find_all(text)
    for speck in _SPECKLED.finditer(text):
        value = dates.parse(speck.group().replace(".", ""))
        if value is not None and not any(
            f.start < speck.end() and speck.start() < f.end and f.value.day for f in found
        ):
            found.append(Found(speck.start(), speck.end(), value))
    return found
