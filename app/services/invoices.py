"""Invoices: written as drafts, issued once and for all, read again for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.invoices.checks import check_figures
from app.domain.invoices.draft import Draft, content_of, fresh_copy, places_written
from app.domain.invoices.explain import Step, as_written, explain
from app.domain.invoices.findable import KIND, findable
from app.domain.invoices.invoice import Invoice, InvoiceRow, LastPrice, LineTotal, State, Totals
from app.domain.invoices.issue import due_day
from app.domain.invoices.posting import source_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import ContactId, InvoiceId, ProductId, new_id
from app.domain.shared.money import zero
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, NotFound, OfficeError, Unavailable
from app.services.billed_lines import BilledLines
from app.services.counting import bearing, in_each
from app.services.drafting import Drafting, placed
from app.services.dressing import Wardrobe
from app.services.einvoicing import PDF
from app.services.issuing import FORM, Issuer, Run, require_right
from app.services.office import Desk
from app.services.papers import pdf_of
from app.services.permissions import Permission, command, name_of, query
from app.services.rates import Rates
from app.services.taxing import Taxing

NEWEST_HITS = 2000
"""How many of the newest hits are looked at for the first rows of a list."""


@dataclass(frozen=True, slots=True)
class NotIssued:
    """A draft that could not be issued: the code of the refusal, its facts and its problems."""

    invoice_id: InvoiceId
    code: str
    facts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedMany:
    """What became of many drafts: those issued, in the order asked for, and those refused."""

    issued: tuple[InvoiceRow, ...]
    refused: tuple[NotIssued, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What is written, as a form shows it while somebody types.

    ``invoice`` is the draft complete with what was left open, without blank lines; ``places``
    says where each of its lines stands in the form. ``totals`` is None while a figure is wrong.
    """

    invoice: Invoice
    places: tuple[int, ...]
    totals: Totals | None
    problems: tuple[Problem, ...]


@query(Permission.INVOICES_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of invoices in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.invoices.spine(view, among, desk.today)


@query(Permission.INVOICES_READ)
def first(desk: Desk, view: View, size: int) -> tuple[InvoiceRow, ...]:
    """Return the first rows of the list of invoices."""
    store, among = desk.store.invoices, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, NEWEST_HITS, {KIND})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, among, desk.today))


@query(Permission.INVOICES_READ)
def rows(desk: Desk, ids: tuple[InvoiceId, ...]) -> tuple[InvoiceRow, ...]:
    """Return the rows of these invoices; what is gone is left out."""
    return desk.store.invoices.rows(ids)


@query(Permission.INVOICES_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many invoices stand where, and how many of the issued are open or overdue."""
    standing = desk.store.open_item_lists.counts(desk.today)
    return {**in_each(State, desk.store.invoices.counts()), **standing}


@query(Permission.INVOICES_READ)
def get(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Return a whole invoice; raises NotFound."""
    return desk.store.invoices.get(invoice_id)


@query(Permission.INVOICES_READ)
def content(desk: Desk, invoice_id: InvoiceId) -> Draft:
    """Return what a clerk may change of an invoice."""
    return content_of(desk.store.invoices.get(invoice_id))


@query(Permission.INVOICES_READ)
def numbered(desk: Desk, number: str) -> Invoice:
    """Return the invoice that has a number; raises NotFound."""
    store = desk.store.invoices
    return store.get(bearing(number, "invoice", store.numbered(number)))


@query(Permission.INVOICES_READ)
def last_price(desk: Desk, product_id: ProductId, customer_id: ContactId) -> LastPrice | None:
    """Return what a customer last paid for a product, or none."""
    return desk.store.invoices.last_price(product_id, customer_id)


@query(Permission.INVOICES_READ)
def written(desk: Desk, content: Draft) -> Invoice:
    """Return the draft that this would be, complete with what it leaves open."""
    return Drafting(desk).written(content)


@query(Permission.INVOICES_READ)
def totals(desk: Desk, content: Draft) -> Totals:
    """Return every figure of what is written, one line for each that is there; raises Invalid."""
    invoice = Drafting(desk).written(content)
    require_right(placed(check_figures(invoice), content))
    found = Taxing(desk).totals(invoice)
    nothing = zero(invoice.currency)
    lines = [LineTotal(nothing, nothing, nothing)] * len(content.lines)
    for place, line in zip(places_written(content), found.lines, strict=True):
        lines[place] = line
    return replace(found, lines=tuple(lines))


@query(Permission.INVOICES_READ)
def check(desk: Desk, content: Draft) -> tuple[Problem, ...]:
    """Return all that stands in the way of issuing what is written, each at its field."""
    drafting = Drafting(desk)
    return placed(drafting.shown(drafting.written(content)), content)


@query(Permission.INVOICES_READ)
def review(desk: Desk, content: Draft) -> Review:
    """Return all that a form shows of what is written, from one reading: see ``Review``."""
    drafting = Drafting(desk)
    invoice = drafting.written(content)
    problems = placed(drafting.shown(invoice), content)
    is_countable = not check_figures(invoice)
    places = places_written(content)
    figures = drafting.taxing.totals(invoice) if is_countable else None
    return Review(Rates(desk).frozen(invoice), places, figures, problems)


@query(Permission.INVOICES_READ)
def explanation(desk: Desk, content: Draft) -> tuple[Step, ...]:
    """Return the steps that lead to every figure of what is written; raises Invalid."""
    invoice = Drafting(desk).written(content)
    require_right(placed(check_figures(invoice), content))
    return as_written(explain(invoice, totals_of(invoice)), places_written(content))


@query(Permission.INVOICES_READ)
def explanation_of(desk: Desk, invoice_id: InvoiceId) -> tuple[Step, ...]:
    """Return the steps that lead to every figure of an invoice."""
    invoice = desk.store.invoices.get(invoice_id)
    return explain(invoice, totals_of(invoice))


@query(Permission.INVOICES_READ)
def preview(desk: Desk, content: Draft) -> bytes:
    """Return the page as it would print today, marked as a draft; raises Invalid."""
    invoice = Drafting(desk).written(content)
    require_right(placed(check_figures(invoice), content))
    issued_on = invoice.issued_on or desk.today
    invoice = Rates(desk).frozen(invoice)
    dated = replace(invoice, issued_on=issued_on, due_on=due_day(invoice, issued_on))
    figures = Taxing(desk).totals(dated)
    return pdf_of(dated, figures, Wardrobe(desk).of(dated))


@query(Permission.INVOICES_READ)
def page(desk: Desk, invoice_id: InvoiceId) -> bytes:
    """Return the PDF of an invoice: as it was filed, or of a draft as it would print today."""
    invoice = desk.store.invoices.get(invoice_id)
    return pdf(desk, invoice_id) if invoice.number else preview(desk, content_of(invoice))


@query(Permission.INVOICES_READ)
def pdf(desk: Desk, invoice_id: InvoiceId) -> bytes:
    """Return the PDF of an issued invoice as it was filed, bit by bit; raises NotFound."""
    filed = desk.store.archive.of(source_of(invoice_id))
    papers = (one for one in reversed(filed) if one.is_sealed and one.media_type == PDF)
    sealed = next(papers, None)
    if sealed is None:
        raise NotFound(record="document", id=invoice_id)
    return b"".join(desk.store.archive.read(sealed.id))


@command(Permission.INVOICES_DRAFT)
def draft(desk: Desk, content: Draft, invoice_id: InvoiceId | None = None) -> Invoice:
    """Keep a new draft, under the id that a form has given it; raises Invalid, or Conflict."""
    if invoice_id is not None and desk.store.invoices.rows((invoice_id,)):
        raise Conflict(record="invoice", id=invoice_id)
    return Drafting(desk).kept(content, invoice_id or InvoiceId(new_id()))


@command(Permission.INVOICES_DRAFT)
def revise(desk: Desk, invoice_id: InvoiceId, version: int, content: Draft) -> Invoice:
    """Replace a draft; raises NotADraft, Invalid, or Conflict if it was changed since."""
    before = desk.store.invoices.get(invoice_id)
    before.require_draft()
    if before.version != version:
        raise Conflict(record="invoice", id=invoice_id, version=before.version)
    after = replace(
        Drafting(desk).written(content, invoice_id, version + 1), copied_from=before.copied_from
    )
    require_right(placed(check_figures(after), content))
    desk.store.drafts.drop(FORM, invoice_id, desk.who.name)
    if replace(after, version=version) == before:
        return before
    figures = totals_of(after)
    desk.store.invoices.save(before, after, figures)
    BilledLines(desk).recount(before, after)
    desk.store.search.put(findable(after, figures, desk.today))
    return after


@command(Permission.INVOICES_ISSUE)
def issue(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Number a draft, book it and file its PDF, all or nothing.

    Raises NotADraft, Invalid, SeriesClosed, EarlierThanLast, AccountMissing.
    """
    issuer = Issuer(desk)
    printed = issuer.issue(invoice_id)
    issuer.file((printed,))
    return printed.invoice


@command(Permission.INVOICES_ISSUE)
def issue_many(desk: Desk, invoice_ids: tuple[InvoiceId, ...]) -> IssuedMany:
    """Issue drafts in this order; what is refused is listed and stays a draft.

    The audit has one row for each of them, as if it had been issued alone.
    """
    run = Run(desk, name_of(issue))
    issued: list[InvoiceId] = []
    refused: list[NotIssued] = []
    for done, invoice_id in enumerate(invoice_ids):
        desk.progress(done, len(invoice_ids))
        if (outcome := _attempt(run, invoice_id)) is not None:
            refused.append(outcome)
        else:
            issued.append(invoice_id)
    run.file()
    return IssuedMany(desk.store.invoices.rows(issued), tuple(refused))


@command(Permission.INVOICES_DRAFT)
def discard(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Throw a draft away; it is kept as discarded and never had a number; raises NotADraft."""
    before = desk.store.invoices.get(invoice_id)
    after = before.discard()
    desk.store.invoices.save(before, after, totals_of(after))
    BilledLines(desk).recount(before)
    desk.store.drafts.drop_all(FORM, invoice_id)
    desk.store.search.remove(KIND, invoice_id)
    return after


@command(Permission.INVOICES_DRAFT)
def copy(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Keep an invoice as a new draft, with the dates and rates of today."""
    original = desk.store.invoices.get(invoice_id)
    return Drafting(desk).kept(fresh_copy(original), InvoiceId(new_id()), original.id)


def _attempt(run: Run, invoice_id: InvoiceId) -> NotIssued | None:
    """Issue one of many; returns what was refused."""
    try:
        run.issue(invoice_id)
    except Unavailable:
        raise
    except OfficeError as refusal:
        run.refuse(invoice_id, refusal.code)
        problems = getattr(refusal, "problems", ())
        return NotIssued(invoice_id, refusal.code, refusal.plain_facts, problems)
    return None
