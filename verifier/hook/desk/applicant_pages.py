"""The applicant's page, live: the page of the HTML report with the means to judge."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import Response

from models.document import KINDS, Document, Field
from models.finding import Finding, Status
from verifier.hook.desk.document_names import document_called, short_names
from verifier.hook.desk.history import moved, told
from verifier.hook.desk.opened import Opened, opened
from verifier.hook.desk.refusals import not_found
from verifier.hook.desk.visits import Signed, Visit, base_of
from verifier.hook.effective import CORRECTED, KIND, field_key, field_name, new_field_key
from verifier.hook.fields import field_label, fields_of, shown_value
from verifier.hook.storage.callbacks import DELIVERED, Callback, callbacks_of
from verifier.hook.storage.claims import extend_claim
from verifier.hook.storage.tables import now
from verifier.reports.html.applicant_view import item_id, view_of
from verifier.reports.html.figures import Figures, figures_of
from verifier.reports.html.page_images import picture_name
from verifier.reports.open_items import kind_names, status_counts

OTHER = "其他材料"
_DONE = {
    "decide": "认定已保存。",
    "correct": "更正已保存，已重新核验。",
    "note": "备注已保存。",
    "undo": "已撤销。",
    "return": "已退回，退回意见已生成。",
}


def mount(router: APIRouter) -> None:
    """Adds these pages to `router`."""
    router.get("/applications/{application_id}")(applicant_page)
    router.get("/applications/{application_id}/document")(document_page)


def figures_for(visit: Visit, found: Opened) -> Figures:
    """The pages of the application, with the addresses of their pictures."""
    files = found.found.files
    names = frozenset(picture_name(file, page) for file in files for page in file.pages)
    return figures_of(files, names, f"{base_of(visit.request)}/applications/{found.application.id}/pages")


def applicant_page(visit: Signed, application_id: str, done: str = "", changed: str = "") -> Response:
    """All that is known of an applicant, and what can be done about it."""
    found = opened(visit.desk, application_id)
    if not isinstance(found, Opened):
        return visit.page("waiting.html", application=found)
    claim = found.claim
    mine = claim is not None and claim.user_id == visit.user.id
    if claim is not None and mine and claim.expires_at - now() < visit.desk.claim_life - timedelta(minutes=1):
        with visit.desk.database.writing() as cx:
            extend_claim(cx, application_id, visit.desk.claim_life)
    report, pack = found.now.report, found.found.pack
    rules = {rule.check: rule for rule in pack.rules}
    just_done = changed == str(found.application.version)
    changes = moved(found) if just_done else []
    return visit.page(
        "desk_applicant.html",
        view=view_of(report, figures_for(visit, found), rules, kind_names(pack)),
        applicant=report,
        counts=status_counts(report),
        pack=pack,
        application=found.application,
        previous=None,
        next=None,
        claim=claim,
        mine=mine,
        may_act=found.may_be_changed_by(visit.user.id),
        returned=found.returned,
        history=told(found),
        done=_DONE.get(done, "") if just_done else "",
        changes=changes,
        moved={change.anchor: change for change in changes},
        judged={
            item_id(f): found.now.decided[f.check, f.subject]
            for f in report.findings
            if (f.check, f.subject) in found.now.decided
        },
        undecided={item_id(f) for f in found.now.corrected.findings if is_open(f)},
        machine_verdict=found.found.machine.verdict,
        fields=lambda finding: fields_behind(found, finding),
        short_names=short_names(report),
        corrected=lambda document: sum(CORRECTED in f.notes for f in document.fields),
        untold=_untold(visit, application_id),
    )


def _untold(visit: Visit, application_id: str) -> list[Callback]:
    """What the platform could not be told so far."""
    with visit.desk.database.reading() as cx:
        return [c for c in callbacks_of(cx, application_id) if c.state != DELIVERED and c.last_error is not None]


def is_open(finding: Finding) -> bool:
    """Whether a person may decide it."""
    return finding.status is Status.REVIEW


def fields_behind(found: Opened, finding: Finding) -> list[tuple[str, str, str, str]]:
    """(document's short name, field key, label, value) of the fields that a finding's evidence stands on.

    A document that is evidence as a whole comes with an empty field key.
    """
    documents = {d.id: d for d in found.now.report.documents}
    names = short_names(found.now.report)
    out: dict[tuple[str, str], tuple[str, str]] = {}
    for evidence in finding.evidence:
        document = documents.get(evidence.document or "")
        if document is None:
            continue
        places = [
            n for n, f in enumerate(document.fields)
            if evidence.box is not None and f.page == evidence.page and f.box == evidence.box
        ]  # fmt: skip
        for place in places:
            field = document.fields[place]
            known = (names[document.id], field_key(document, place))
            out[known] = (field_label(field.name), shown_value(field.name, field.value))
        if not places:
            out.setdefault((names[document.id], ""), (document.file, ""))
    return [(*known, *shown) for known, shown in out.items()]


def document_page(visit: Signed, application_id: str, document: str, field: str = "", item: str = "") -> Response:
    """The fields of one document, each to be put right; `item` is the place on the applicant's page to go back to."""
    found = opened(visit.desk, application_id)
    if not isinstance(found, Opened):
        return visit.page("waiting.html", application=found)
    report = found.now.report
    called = document_called(report, document)
    if called is None:
        raise not_found()
    shown, kinds = called[1], kind_names(found.found.pack)
    figures = figures_for(visit, found)
    rows = [(field_key(shown, n), f) for n, f in enumerate(shown.fields)]
    return visit.page(
        "desk_document.html",
        application=found.application,
        applicant=report,
        document=shown,
        short=document,
        kind=kinds.get(shown.kind, OTHER),
        kinds=[(kind, kinds.get(kind, OTHER)) for kind in KINDS if kind in kinds or kind == "other"],
        kind_key=KIND,
        figures=[f for (file, number), f in figures.items() if file == shown.file and number in shown.pages],
        rows=rows,
        chosen=_chosen(shown, rows, field),
        item=item if item.isalnum() else "",
        label=field_label,
        value=shown_value,
        # What was not read at all comes first: that is what is put in.
        lacking=[
            (new_field_key(n), label) for n, label in sorted(fields_of(shown), key=lambda f: bool(shown.all(f[0])))
        ],
        may_act=found.may_be_changed_by(visit.user.id),
        corrected=CORRECTED,
    )


def _chosen(document: Document, rows: list[tuple[str, Field]], field: str) -> tuple[str, str] | None:
    """(key, label) of the field to be corrected: one that is there, or one that this kind may have."""
    if field in dict(rows):
        return field, field_label(field_name(field))
    known = {new_field_key(name): label for name, label in fields_of(document)}
    return (field, known[field]) if field in known else None
