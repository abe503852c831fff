"""What a desk knows of quotes: how they are written, checked, kept, sent and filed."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from app.domain.archive.document import Link
from app.domain.invoices.buyers import buyer_of
from app.domain.invoices.checks import IssueRules
from app.domain.invoices.issue import rated, tidied
from app.domain.invoices.layout import PaperKind
from app.domain.quotes.checks import check, check_figures
from app.domain.quotes.choosing import figures_of
from app.domain.quotes.findable import KIND, findable
from app.domain.quotes.making import as_quote, number_of
from app.domain.quotes.quote import Quote, QuoteDraft, State
from app.domain.shared.ids import QuoteId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict
from app.services import invoices
from app.services.country import Country
from app.services.drafting import placed
from app.services.dressing import Wardrobe
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.issuing import require_right
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.papers import quote_pdf_of
from app.services.sending import rules_of

FORM = "quote"
TYPE = "offer"
"""The type of document that the paper of a sent quote is."""


class Quoting:
    """Writes, keeps and sends quotes at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def written(self, written: QuoteDraft, quote_id: QuoteId, version: int) -> Quote:
        """Return the draft quote that this would be, complete with what it leaves open."""
        offer = invoices.written(self._desk, written.content)
        return as_quote(written, offer, quote_id, version)

    def problems(self, quote: Quote) -> tuple[Problem, ...]:
        """Return all that stands in the way of sending a quote."""
        return check(quote, self._rules, self._desk.today)

    def add(self, new: Quote, written: QuoteDraft) -> Quote:
        """Keep a new draft; raises Invalid, or Conflict where there is one with its id."""
        if self._store.quote_lists.rows((new.id,)):
            raise Conflict(record="quote", id=new.id)
        require_right(placed(check_figures(new), written.content))
        self._store.quotes.add(new, figures_of(new))
        self._store.drafts.drop(FORM, new.id, self._desk.who.name)
        self._index(new)
        return new

    def replace(self, before: Quote, after: Quote, written: QuoteDraft) -> Quote:
        """Replace a draft; the same content is no change; raises Invalid."""
        require_right(placed(check_figures(after), written.content))
        self._store.drafts.drop(FORM, before.id, self._desk.who.name)
        if replace(after, version=before.version) == before:
            return before
        self.keep(before, after)
        return after

    def keep(self, before: Quote, after: Quote) -> None:
        """Write what became of a quote."""
        self._store.quotes.save(before, after, figures_of(after))
        self._index(after)

    def send(self, draft: Quote) -> Quote:
        """Number and save a draft and file its paper; raises NotADraft, Invalid, SeriesClosed."""
        draft.require_draft()
        ready = self._ready(draft)
        require_right(self.problems(ready))
        former = self._store.quotes.get(ready.replaces) if ready.replaces else None
        if former is not None:
            former.require_revisable()
            self.keep(former, former.give_way(self._desk.today))
        sent = ready.send(self._number(ready, former), self._desk.today)
        self.keep(draft, sent)
        self._store.drafts.drop_all(FORM, sent.id)
        self._file(sent)
        return sent

    def page(self, quote: Quote) -> bytes:
        """Return the page of a quote as it would print today."""
        today = self._desk.today
        shown = quote.send("", today) if quote.state is State.DRAFT else quote
        offer = quote.offer
        products = (line.product_id for line in offer.lines if line.product_id)
        outfit = Wardrobe(self._desk).outfit(PaperKind.QUOTE, offer.customer_id, products)
        return quote_pdf_of(replace(shown, state=quote.state, number=quote.number), outfit)

    @cached_property
    def _rules(self) -> IssueRules:
        here = Country(self._desk)
        return rules_of(here.company, here.pack)

    def _ready(self, draft: Quote) -> Quote:
        """Return the draft with the buyer as known today, and the rates of its own days."""
        offer = draft.offer
        customer = offer.customer_id
        buyer = buyer_of(self._store.contacts.get(customer)) if customer else offer.buyer
        bare = tidied(replace(offer, buyer=buyer))
        fresh = rated(bare, self._rules.codes, self._desk.today)
        return replace(draft, offer=fresh)

    def _number(self, quote: Quote, former: Quote | None) -> str:
        """Return the number that a quote goes out with: a revision has that of the first."""
        if former is not None:
            return number_of(former.number, quote.revision)
        numbering = Numbering(self._desk, self._store.company.get())
        return numbering.take("quote", quote.offer.issued_on or self._desk.today)

    def _file(self, sent: Quote) -> None:
        """File the paper of a sent quote for good."""
        offer = sent.offer
        paper = OutgoingPaper(
            number=sent.number,
            type=TYPE,
            about=Link(KIND, sent.id),
            content=self.page(sent),
            day=offer.issued_on,
            to=offer.customer_id,
            name=offer.buyer.name if offer.buyer else "",
            amount=figures_of(sent).gross,
        )
        FiledPapers(self._desk).file(paper)

    def _index(self, quote: Quote) -> None:
        if quote.state is State.DISCARDED:
            self._store.search.remove(KIND, quote.id)
        else:
            self._store.search.put(findable(quote, figures_of(quote), self._desk.today))


def source_of(quote_id: QuoteId) -> str:
    """Return by what the papers of a quote are filed."""
    return f"{KIND}:{quote_id}"
