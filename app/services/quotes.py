"""Quotes: written as drafts, sent once, then accepted, rejected, run out, or made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.invoices.draft import places_written
from app.domain.invoices.explain import Step, as_written, explain
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.invoice import State as InvoiceState
from app.domain.quotes.checks import check_figures
from app.domain.quotes.choosing import (
    counted,
    counting,
    figures_of,
    line_figures,
    open_choices,
    require_offered,
    rivals,
    shown_figures,
)
from app.domain.quotes.findable import KIND
from app.domain.quotes.making import fresh_quote, invoice_of, written_of
from app.domain.quotes.quote import Choice, Quote, QuoteDraft, QuoteRow
from app.domain.quotes.standing import Shown
from app.domain.shared.ids import InvoiceId, QuoteId, new_id
from app.domain.shared.money import Money
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, NotFound, Refusal
from app.services import invoices
from app.services.counting import bearing, in_each
from app.services.drafting import placed
from app.services.einvoicing import PDF
from app.services.invoices import Review
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.quoting import FORM, Quoting, source_of

NEWEST_HITS = 2000
_UNSAVED = QuoteId(0)


class RevisedAlready(Refusal):
    """A quote is made anew once: its later revision is there and can be changed."""

    code = "quotes.revised-already"


@dataclass(frozen=True, slots=True)
class Offered:
    """A position that the customer may choose; ``instead_of`` names what it would replace."""

    place: int
    choice: Choice
    description: str
    net: Money
    group: str = ""
    instead_of: tuple[str, ...] = ()


@query(Permission.INVOICES_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of quotes in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.quote_lists.spine(view, among, desk.today)


@query(Permission.INVOICES_READ)
def first(desk: Desk, view: View, size: int) -> tuple[QuoteRow, ...]:
    """Return the first rows of the list of quotes."""
    store, among = desk.store.quote_lists, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, NEWEST_HITS, {KIND})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, among, desk.today))


@query(Permission.INVOICES_READ)
def rows(desk: Desk, ids: tuple[QuoteId, ...]) -> tuple[QuoteRow, ...]:
    """Return the rows of these quotes; what is gone is left out."""
    return desk.store.quote_lists.rows(ids)


@query(Permission.INVOICES_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many quotes stand where; what has run out since is counted apart."""
    return in_each(Shown, desk.store.quote_lists.counts(desk.today))


@query(Permission.INVOICES_READ)
def due(desk: Desk) -> tuple[QuoteRow, ...]:
    """Return the sent quotes whose day has passed, the newest first: they wait for a decision."""
    store = desk.store.quote_lists
    view = View(sort="valid_until", is_descending=True, only=(Shown.RUN_OUT.value,))
    return store.rows(store.first(view, NEWEST_HITS, None, desk.today))


@query(Permission.INVOICES_READ)
def get(desk: Desk, quote_id: QuoteId) -> Quote:
    """Return a whole quote; raises NotFound."""
    return desk.store.quotes.get(quote_id)


@query(Permission.INVOICES_READ)
def content(desk: Desk, quote_id: QuoteId) -> QuoteDraft:
    """Return what a clerk may change of a quote."""
    return written_of(desk.store.quotes.get(quote_id))


@query(Permission.INVOICES_READ)
def numbered(desk: Desk, number: str) -> Quote:
    """Return the quote that has a number; raises NotFound."""
    store = desk.store.quotes
    return store.get(bearing(number, KIND, store.numbered(number)))


@query(Permission.INVOICES_READ)
def offered(desk: Desk, quote_id: QuoteId) -> tuple[Offered, ...]:
    """Return what a customer may choose beside what is offered firmly."""
    quote = desk.store.quotes.get(quote_id)
    figures = line_figures(quote.offer)
    lines = quote.offer.lines
    return tuple(
        Offered(
            place=place,
            choice=quote.positions[place].choice,
            description=lines[place].description,
            net=figures[place].net,
            group=quote.positions[place].group,
            instead_of=_names(quote, place),
        )
        for place in open_choices(quote)
    )


@query(Permission.INVOICES_READ)
def review(desk: Desk, content: QuoteDraft) -> Review:
    """Return all that a form shows of what is written; the sums are of what counts."""
    quoting = Quoting(desk)
    quote = quoting.written(content, _UNSAVED, 0)
    problems = placed(quoting.problems(quote), content.content)
    figures = None if check_figures(quote) else shown_figures(quote)
    return Review(quote.offer, places_written(content.content), figures, problems)


@query(Permission.INVOICES_READ)
def check(desk: Desk, content: QuoteDraft) -> tuple[Problem, ...]:
    """Return all that stands in the way of sending what is written, each at its field."""
    return review(desk, content).problems


@query(Permission.INVOICES_READ)
def explanation(desk: Desk, content: QuoteDraft) -> tuple[Step, ...]:
    """Return the steps that lead to every figure of what counts; raises Invalid."""
    quote = Quoting(desk).written(content, _UNSAVED, 0)
    require_right(placed(check_figures(quote), content.content))
    places = places_written(content.content)
    steps = explain(counted(quote), figures_of(quote))
    return as_written(steps, tuple(places[at] for at in counting(quote)))


@query(Permission.INVOICES_READ)
def preview(desk: Desk, content: QuoteDraft) -> bytes:
    """Return the page as it would print today, marked as a draft; raises Invalid."""
    quoting = Quoting(desk)
    quote = quoting.written(content, _UNSAVED, 0)
    require_right(placed(check_figures(quote), content.content))
    return quoting.page(quote)


@query(Permission.INVOICES_READ)
def page(desk: Desk, quote_id: QuoteId) -> bytes:
    """Return the PDF of a quote: as it was filed, or of a draft as it would print today."""
    quote = desk.store.quotes.get(quote_id)
    return pdf(desk, quote_id) if quote.number else Quoting(desk).page(quote)


@query(Permission.INVOICES_READ)
def pdf(desk: Desk, quote_id: QuoteId) -> bytes:
    """Return the PDF of a sent quote as it was filed, bit by bit; raises NotFound."""
    filed = desk.store.archive.of(source_of(quote_id))
    sealed = next((one for one in filed if one.is_sealed and one.media_type == PDF), None)
    if sealed is None:
        raise NotFound(record="document", id=quote_id)
    return b"".join(desk.store.archive.read(sealed.id))


@command(Permission.INVOICES_DRAFT)
def draft(desk: Desk, content: QuoteDraft, quote_id: QuoteId | None = None) -> Quote:
    """Keep a new draft, under the id that a form has given it; raises Invalid, or Conflict."""
    quoting = Quoting(desk)
    new = quoting.written(content, quote_id or QuoteId(new_id()), 1)
    return quoting.add(new, content)


@command(Permission.INVOICES_DRAFT)
def save(desk: Desk, quote_id: QuoteId, version: int, content: QuoteDraft) -> Quote:
    """Replace a draft; raises NotADraft, Invalid, or Conflict if it was changed since."""
    before = desk.store.quotes.get(quote_id)
    before.require_draft()
    if before.version != version:
        raise Conflict(record="quote", id=quote_id, version=before.version)
    quoting = Quoting(desk)
    fresh = quoting.written(content, quote_id, version + 1)
    after = replace(fresh, revision=before.revision, replaces=before.replaces)
    return quoting.replace(before, after, content)


@command(Permission.INVOICES_DRAFT)
def discard(desk: Desk, quote_id: QuoteId) -> Quote:
    """Throw a draft away; it is kept as discarded and never had a number; raises NotADraft."""
    before = desk.store.quotes.get(quote_id)
    after = before.discard()
    Quoting(desk).keep(before, after)
    desk.store.drafts.drop_all(FORM, quote_id)
    return after


@command(Permission.INVOICES_DRAFT)
def copy(desk: Desk, quote_id: QuoteId) -> Quote:
    """Keep a quote as a new draft, with the dates and rates of today."""
    return draft(desk, fresh_quote(desk.store.quotes.get(quote_id)))


@command(Permission.INVOICES_ISSUE)
def send(desk: Desk, quote_id: QuoteId) -> Quote:
    """Number a draft and file its PDF: it never changes again; one it revises gives way to it.

    Raises NotADraft, Invalid, NotRevisable, SeriesClosed, EarlierThanLast.
    """
    return Quoting(desk).send(desk.store.quotes.get(quote_id))


@command(Permission.INVOICES_DRAFT)
def accept(desk: Desk, quote_id: QuoteId, chosen: tuple[int, ...] = ()) -> Quote:
    """Note that the customer accepts, with these places of what could be chosen.

    Raises NotSent, NoLongerValid, NotOffered, ChosenTwice.
    """
    before = desk.store.quotes.get(quote_id)
    after = before.accept(chosen, desk.today)
    require_offered(before, chosen)
    require_right(check_figures(after))
    Quoting(desk).keep(before, after)
    return after


@command(Permission.INVOICES_DRAFT)
def reject(desk: Desk, quote_id: QuoteId, reason: str = "") -> Quote:
    """Note that the customer does not want it, and why; raises NotSent."""
    before = desk.store.quotes.get(quote_id)
    after = before.reject(reason.strip(), desk.today)
    Quoting(desk).keep(before, after)
    return after


@command(Permission.INVOICES_DRAFT)
def expire(desk: Desk, quote_id: QuoteId) -> Quote:
    """Close a quote whose day has passed without an answer; raises NotSent, StillValid."""
    before = desk.store.quotes.get(quote_id)
    after = before.expire(desk.today)
    Quoting(desk).keep(before, after)
    return after


@command(Permission.INVOICES_DRAFT)
def revise(desk: Desk, quote_id: QuoteId) -> Quote:
    """Draft the next revision of a quote, which comes in its place once it is sent.

    Raises NotRevisable, RevisedAlready.
    """
    former = desk.store.quotes.get(quote_id)
    former.require_revisable()
    later = desk.store.quotes.revision_of(quote_id)
    if later is not None:
        raise RevisedAlready(number=former.number, id=later)
    content, quoting = fresh_quote(former), Quoting(desk)
    fresh = quoting.written(content, QuoteId(new_id()), 1)
    new = replace(fresh, revision=former.revision + 1, replaces=former.id)
    return quoting.add(new, content)


@command(Permission.INVOICES_DRAFT)
def to_invoice(desk: Desk, quote_id: QuoteId) -> Invoice:
    """Draft the invoice of what was accepted: the quote is ordered and leads to it.

    Where that draft was discarded a new one comes in its place. Raises NotAccepted.
    """
    before = desk.store.quotes.get(quote_id)
    earlier = desk.store.invoices.get(before.invoice_id) if before.invoice_id else None
    invoice_id = InvoiceId(new_id())
    is_gone = earlier is not None and earlier.state is InvoiceState.DISCARDED
    after = before.order(invoice_id, is_anew=is_gone)
    made = invoices.draft(desk, invoice_of(before), invoice_id)
    Quoting(desk).keep(before, after)
    return made


def _names(quote: Quote, place: int) -> tuple[str, ...]:
    if quote.positions[place].choice is not Choice.ALTERNATIVE:
        return ()
    return tuple(quote.offer.lines[at].description for at in rivals(quote, place))
