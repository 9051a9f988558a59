"""The yearly appraisal form (年度考核表): public institutions' and enterprises' forms, sentences, several years in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.annual_appraisal.dates import signing_dates
from extractors.kinds.annual_appraisal.lists import listed_persons
from extractors.kinds.annual_appraisal.person import employer_of, introduced_names, positions
from extractors.kinds.annual_appraisal.prose import LEAST_REPORT, judges, opinion, tells_procedure, told
from extractors.kinds.annual_appraisal.results import (
    in_section,
    in_sentences,
    options_in,
    told_in_report,
    verdict_lost,
)
from extractors.kinds.annual_appraisal.sections import Section, glyph_runs, sections_of
from extractors.kinds.annual_appraisal.ticked_columns import beside_labels, ticked_rows
from extractors.kinds.annual_appraisal.years import YearRow, stated_years, year_candidates, year_rows
from extractors.kinds.kind import KindScore
from extractors.kinds.table_person import Candidate, chosen, read_names
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.table_words import Run, joined
from extractors.layout.view import PageView
from extractors.values import results
from models.document import Field, Kind

_FORMAL = 0.45  # how an appraisal came about is prose to some and none to others
_GRADED = ("result", "proposal")
_OPINION = re.compile(r"评语|意见|评价|鉴定|评议")
_VERDICT_OPENS = re.compile(r"(?:结果|等次|等级|结论|评定|确定|评)[为是]?:?[一-龥]{0,3}$")
_OWN = re.compile(r"自|本人|个人")


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
        if people := listed_persons(pages):
            return [*people, *_of_all(labelled, people), *signing_dates(pages, ())]
        rows = year_rows(pages, sections, stated_years(labelled))
        fields = chosen("name", [*read_names(labelled), *introduced_names(labelled)])
        if rows:
            fields += [*_of_rows(labelled, rows), *_of_all_years(sections, rows)]
        else:
            fields += _of_one_year(labelled, sections)
        return [*fields, *signing_dates(pages, sections)]


def _of_all(pages: Sequence[LabelledPage], people: Sequence[Field]) -> Iterator[Field]:
    """What a list of persons says outside its rows: the year, and the employer where no column does."""
    told = {field.name for field in people}
    if "year" not in told:
        yield from chosen("year", (c for named, c in year_candidates(pages, ()) if len(named) == 1))
    if "employer" not in told:
        yield from employer_of(pages)


def _of_one_year(pages: Sequence[LabelledPage], sections: Sequence[Section]) -> list[Field]:
    fields = [*employer_of(pages), *chosen("position", positions(pages))]
    found = list(year_candidates(pages, sections))
    ranges = [(named, c) for named, c in found if len(named) > 1]
    if ranges and max(c.weight for _, c in ranges) >= max((c.weight for n, c in found if len(n) == 1), default=0.0):
        named, best = max(ranges, key=lambda pair: pair[1].weight)
        fields += [best.view.field("year", str(y), best.span, best.quality, row) for row, y in enumerate(named)]
    else:
        fields += chosen("year", (c for named, c in found if len(named) == 1))
    return [*fields, *_result(pages, sections), *_comments(sections)]


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
        fields += employer_of(pages)
    if "position" not in given:
        fields += chosen("position", positions(pages))
    return fields


def _of_all_years(sections: Sequence[Section], rows: Sequence[YearRow]) -> list[Field]:
    """A superior's opinion under a table of years, where none stands in its rows."""
    given = [entry.fields[name].span.box for entry in rows for name in entry.fields]
    if any("comment" in entry.fields for entry in rows):
        return []
    free = [
        s
        for s in sections
        if s.part in ("comment", "final") and not any(box.covered_by(s.region) > 0.5 for box in given)
    ]
    return _comments(free)


def _result(pages: Sequence[LabelledPage], sections: Sequence[Section]) -> list[Field]:
    """The employer's result; proposals only where nothing else is said, and then doubtful."""
    by_part = {
        part: [s for s in sections if s.part == part]
        for part in ("result", "final", "comment", "proposal", "report", "options", "unnamed")
    }
    stated = [c for s in by_part["result"] if (c := in_section(s)) is not None]
    final = [c for s in by_part["final"] if (c := _opinion(s)) is not None]
    if stated or final:
        return chosen("result", [*stated, *(replace(c, quality=0.97 * c.quality) for c in final)])
    views = [page.view for page in pages]
    # Where the verdict's own word was not read, any other word may be a proposal's.
    lost = any(verdict_lost(line.wording) for view in views for line in glyph_runs(view))
    most = _FORMAL if lost else 1.0
    if elsewhere := [*ticked_rows(views), *beside_labels(pages)]:
        return chosen("result", [replace(c, quality=min(c.quality, most)) for c in elsewhere])
    said = [c for s in by_part["comment"] for c in in_sentences(s.run, s.view)]
    reports = [s.region for s in by_part["report"]]
    for view in views:
        for line in _with_negation(glyph_runs(view)):
            if not any(line.box.covered_by(r) > 0.6 for r in reports):
                said += list(in_sentences(line, view))
    said = said or [c for s in by_part["report"] for c in told_in_report(s.run, s.view)]
    said = [replace(c, quality=min(c.quality, most)) for c in said]
    if said:
        return chosen("result", [max(said, key=lambda c: c.weight), *(c for c in said if c.value != said[0].value)])
    return chosen("result", _proposals(by_part)) or chosen("result", _unnamed(by_part["unnamed"]))


def _unnamed(sections: Sequence[Section]) -> Iterator[Candidate]:
    """A result alone in its cell whose label could not be read: for a person, where it is the only one."""
    found = [c for s in sections if (c := in_section(s)) is not None]
    if len({c.value for c in found}) == 1:
        yield from (replace(c, quality=min(c.quality, _FORMAL)) for c in found)


def _with_negation(lines: Sequence[Run]) -> Iterator[Run]:
    """The lines, each with 不, 未 or 基本 that the line before it ends with, and with `结果为:` before a sentence's end."""
    before = Run()
    for line in lines:
        torn = re.search(r"(?:不|未|非|基本?)$", before.wording)
        if re.match(r"[^,。;]{1,8}[,。;]", line.wording):
            torn = _VERDICT_OPENS.search(before.wording) or torn
        yield joined([before.part(*torn.span()), line]) if torn else line
        before = line


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
    worded = [replace(s, part="comment") for s in sections if s.part in _GRADED and _OPINION.search(s.heading)]
    prose = [s for s in sections if s.part in ("comment", "final", "report")]
    pieces = [(s, part, run) for s in (*prose, *worded) for part, run in told(s)]
    opinions = [(s, part, kept) for s, part, run in pieces if part != "report" and run and (kept := opinion(run))]
    ranked = sorted(opinions, key=lambda piece: (piece[1] == "comment", len(piece[2].squashed)), reverse=True)
    first = ranked[0][2] if ranked else None
    fields = []
    for section, _, run in opinions:
        formal = run is not first and not judges(run)
        quality, notes = (_FORMAL, ("formality",)) if formal else (0.95, ())
        if not formal or tells_procedure(run):
            fields.append(section.view.field("comment", run.squashed, run.span, quality, None, notes))
    for section, text, run in _reports([(s, run) for s, part, run in pieces if part == "report"]):
        if len(text) >= LEAST_REPORT and re.search("[。;,]", text):
            fields.append(section.view.field("comment", text, run.span, 0.95, notes=("self_report",)))
    return fields


def _reports(pieces: Sequence[tuple[Section, Run]]) -> list[tuple[Section, str, Run]]:
    """Each report with its text; what the next page begins with before any heading goes on with the page before."""
    found: list[tuple[Section, str, Run]] = []
    for section, run in pieces:
        last = found[-1][0] if found else None
        if last is not None and not section.heading and section.view.page.number == last.view.page.number + 1:
            found[-1] = (last, found[-1][1] + run.squashed, found[-1][2])
        else:
            found.append((section, run.squashed, run))
    return found
