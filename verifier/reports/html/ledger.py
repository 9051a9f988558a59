"""The year ledger: what each year's table says, cell by cell a piece of the page, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.document import Document, Field
from models.finding import ApplicantReport, Finding, Status
from verifier.facts.insurance import periods_in
from verifier.reports.html.figures import Crop, Figures


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the field that fills it, and the check whose finding speaks of it."""

    heading: str
    field: str
    check: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the ledger: whose documents, which check asks for each year."""

    title: str
    kind: str
    each: str
    columns: tuple[Column, ...]


SHEETS = (
    Sheet("年度考核", "annual_appraisal", "appraisal.each_year", (
        Column("年度", "year", "appraisal.single_year"),
        Column("单位", "employer", "appraisal.employer"),
        Column("考核结果", "result", "appraisal.result"),
        Column("业绩阐述", "comment", "appraisal.narrative"),
        Column("公章", "seal", "appraisal.seal"),
    )),
    Sheet("继续教育学时", "training_hour_card", "training.each_year", (
        Column("年度", "year", "training.each_year"),
        Column("总学时", "total_hours", "training.declared"),
        Column("专业课", "specialized_hours", "training.declared"),
        Column("公需课", "public_hours", "training.declared"),
    )),
)  # fmt: skip
INSURANCE = "social_insurance_record"
PERIOD = (("单位", "employer"), ("险种", "insurance_type"), ("起", "start_month"), ("止", "end_month"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its place, or `empty`: why there is none. `finding` speaks of it."""

    value: str = ""
    crop: Crop | None = None
    empty: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`lacking` is the finding that says why a year has no cells at all."""

    heading: str
    cells: tuple[Cell, ...]
    lacking: Finding | None = None


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """`note` says why there are no rows, or what a check says of the whole."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def ledger_of(applicant: ApplicantReport, figures: Figures) -> list[LedgerTable]:
    """The appraisal years, the training years, the insurance periods and months of an applicant."""
    tables = []
    for sheet in SHEETS:
        years = dict.fromkeys(f.subject for f in applicant.findings if f.check == sheet.each)
        if years:
            headings = ("年份", *(c.heading for c in sheet.columns))
            rows = tuple(_year(sheet, year, applicant, figures) for year in years)
            tables.append(LedgerTable(sheet.title, headings, rows))
    said = [f for f in applicant.findings if f.check == "insurance.coverage"]
    periods = tuple(_periods(applicant, figures))
    if said or periods:
        note = "".join(f.message for f in said)
        tables.append(LedgerTable("养老保险缴费", ("序号", *(h for h, _ in PERIOD)), periods, note))
    months = tuple(_months(applicant, figures))
    if months:
        headings = ("年份", *(f"{month}月" for month in range(1, 13)))
        tables.append(LedgerTable("养老保险缴费月份", headings, months))
    return tables


def _year(sheet: Sheet, year: str, applicant: ApplicantReport, figures: Figures) -> Row:
    found = list(_of_year(applicant.documents, sheet.kind, year))
    said = {f.check: f for f in applicant.findings if f.subject == year}
    if not found:
        return Row(year, (), said[sheet.each])
    cells = []
    for column in sheet.columns:
        finding = said.get(column.check)
        fields = [f for document, row in found for f in _fields(document, column.field, row, year)]
        if fields:
            best = max(fields, key=lambda f: f.confidence)
            document = next(d for d, row in found if best in _fields(d, column.field, row, year))
            cells.append(_cell(document, best, figures, finding))
        else:
            said_of_it = finding.message if finding and finding.status is not Status.PASS else ""
            cells.append(Cell(empty=said_of_it or "未能识读，请看原件", finding=finding))
    return Row(year, tuple(cells))


def _of_year(documents: Sequence[Document], kind: str, year: str) -> Iterator[tuple[Document, int | None]]:
    """The documents of that kind in which the year stands, with the row it stands in where they have several."""
    for document in documents:
        if document.kind == kind:
            for field in document.all("year"):
                if field.value == year:
                    yield document, field.row
                    break


def _fields(document: Document, name: str, row: int | None, year: str) -> list[Field]:
    """The fields of that name which speak of that year: of the row, or of no row at all."""
    return [f for f in document.all(name) if (f.row == row or f.row is None) and (name != "year" or f.value == year)]


def _cell(document: Document, field: Field, figures: Figures, finding: Finding | None) -> Cell:
    figure = figures.get((document.file, field.page))
    value = "有" if field.value == "present" else field.value
    return Cell(value, figure.crop(field.box) if figure else None, finding=finding)


def _periods(applicant: ApplicantReport, figures: Figures) -> Iterator[Row]:
    number = 0
    for document in applicant.documents:
        if document.kind != INSURANCE:
            continue
        rows = dict.fromkeys(f.row for f in document.fields if f.name in ("start_month", "end_month"))
        for row in rows:
            number += 1
            cells = []
            for _, name in PERIOD:
                fields = [f for f in document.all(name) if f.row == row] or [
                    f for f in document.all(name) if f.row is None
                ]
                cells.append(_cell(document, fields[0], figures, None) if fields else Cell(empty="未能识读"))
            yield Row(str(number), tuple(cells))


def _months(applicant: ApplicantReport, figures: Figures) -> Iterator[Row]:
    """A row a year, a cell a month: the printed row that covers it, or that none does."""
    paid: dict[int, Cell] = {}
    for period in periods_in(d for d in applicant.documents if d.kind == INSURANCE):
        shown = [f for f in period.document.fields if any(e.box == f.box for e in period.evidence)]
        for month in period.months:
            if shown:
                paid.setdefault(month, _cell(period.document, shown[0], figures, None))
    for year in range(min(paid) // 12, max(paid) // 12 + 1) if paid else ():
        cells = tuple(_month(paid, month) for month in range(year * 12, year * 12 + 12))
        yield Row(str(year), cells)


def _month(paid: Mapping[int, Cell], month: int) -> Cell:
    if month in paid:
        return replace(paid[month], value="已缴")
    return Cell(empty="未见记录" if min(paid) < month < max(paid) else "不在所示期间")
