"""What can be done with quotes wherever they are shown: in the list and on their own page."""

from __future__ import annotations

from functools import partial

from app.domain.invoices.invoice import Invoice
from app.domain.quotes.making import written_of
from app.domain.quotes.quote import Quote, QuoteDraft
from app.domain.shared.ids import QuoteId
from app.services import quotes
from app.services.quotes import Offered
from app.ui.invoices.paper_verbs import PaperVerbs
from app.ui.invoices.quotes.accepting import ask_to_accept
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question
from app.ui.kit.history import Deed
from app.ui.kit.texts import _, formats


class QuoteVerbs(PaperVerbs):
    """Does with quotes what a clerk asks for, and tells it."""

    def copy(self, quote_id: QuoteId) -> None:
        """Open a new draft with the same positions."""
        self.client.do(self._copied, quotes.copy, quote_id)

    def discard(self, quote_id: QuoteId) -> None:
        """Throw a draft away; what was in it can be taken back."""
        self.client.do(self._discarded, quotes.discard, quote_id)

    def rescue(self, content: QuoteDraft) -> None:
        """Keep what was written as a draft of its own, and open it."""
        self.client.do(self._rescued, quotes.draft, content)

    def print_page(self, quote_id: QuoteId, title: str) -> None:
        """Print a quote, or a draft as it stands."""
        self.client.ask(partial(self.print_pdf, title), quotes.page, quote_id)

    def accept(self, quote_id: QuoteId, number: str) -> None:
        """Ask what the customer takes, and note it."""
        self.client.ask(partial(self._ask_choices, quote_id, number), quotes.offered, quote_id)

    def reject(self, quote_id: QuoteId, number: str) -> None:
        """Ask why the customer does not want it, and note it."""
        question = Question(
            _("Quote {number} is declined?", number=number),
            _("It stays as it is; a new version can be made of it."),
            _("Decline"),
        )
        ask_words(self.page, question, (_("Why"),), partial(self._reject, quote_id))

    def mail(self, quote_id: QuoteId) -> None:
        """Write the mail with which a sent quote goes out."""
        from app.services import paper_mails  # noqa: PLC0415  loads what no first list needs

        self.write_mail(paper_mails.of_quote, quote_id)

    def expire(self, quote_id: QuoteId) -> None:
        """Close a quote whose day has passed."""
        self.client.do(self._expired, quotes.expire, quote_id)

    def revise(self, quote_id: QuoteId) -> None:
        """Open the draft of a new version."""
        self.client.do(self._revised, quotes.revise, quote_id)

    def invoice(self, quote_id: QuoteId) -> None:
        """Open the draft of the invoice of what was accepted, or the one that is there."""
        self.client.ask(self._invoice_or_open, quotes.get, quote_id)

    def _invoice_or_open(self, quote: Quote) -> None:
        if quote.invoice_id is None:
            self.client.do(self._invoiced, quotes.to_invoice, quote.id)
        else:
            refused = partial(self._open_invoice, quote)
            self.client.do(self._invoiced, quotes.to_invoice, quote.id, refused=refused)

    def _open_invoice(self, quote: Quote, _error: object) -> None:
        self.shell.open("invoice", quote.invoice_id)

    def _invoiced(self, made: Invoice) -> None:
        self.shell.open("invoice", made.id)
        self.shell.say(_("The draft of the invoice is made of what was accepted"))

    def _ask_choices(self, quote_id: QuoteId, number: str, offered: tuple[Offered, ...]) -> None:
        ask_to_accept(self.page, number, offered, partial(self._accept, quote_id))

    def _accept(self, quote_id: QuoteId, chosen: tuple[int, ...]) -> None:
        self.client.do(self._accepted, quotes.accept, quote_id, chosen)

    def _accepted(self, quote: Quote) -> None:
        self.shell.say(_("Quote {number} is accepted", number=quote.number))

    def _reject(self, quote_id: QuoteId, words: tuple[str, ...]) -> None:
        self.client.do(self._rejected, quotes.reject, quote_id, words[0])

    def _rejected(self, quote: Quote) -> None:
        self.shell.say(_("Quote {number} is declined", number=quote.number))

    def _expired(self, quote: Quote) -> None:
        self.shell.say(_("Quote {number} is closed as expired", number=quote.number))

    def _revised(self, draft: Quote) -> None:
        self.shell.open("quote", draft.id)
        text = _("A new version is drafted; it comes in the place of the other once it is sent")
        self.shell.did(Deed(text, quotes.discard, (draft.id,), thrown_away))

    def _copied(self, copied: Quote) -> None:
        self.shell.open("quote", copied.id)
        self.shell.say(_("Copied as a new draft"))

    def _rescued(self, draft: Quote) -> None:
        self.shell.open("quote", draft.id)
        self.shell.say(_("Your version is kept as a draft of its own"))

    def _discarded(self, discarded: Quote) -> None:
        self.shell.did(thrown_away(discarded))
        self.discarded.emit()


def sent_text(quote: Quote) -> str:
    """Return what is said when a quote was sent."""
    until = formats().day(quote.valid_until) if quote.valid_until else ""
    return _("Quote {number} is sent and filed; valid until {day}", number=quote.number, day=until)


def thrown_away(discarded: Quote) -> Deed:
    """Return that a draft was discarded: what was in it can be a draft again."""
    buyer = discarded.offer.buyer
    named = _("Draft to {customer} discarded", customer=buyer.name) if buyer else ""
    text = named or _("Draft discarded")
    return Deed(text, quotes.draft, (written_of(discarded),), brought_back)


def brought_back(draft: Quote) -> Deed:
    """Return that a draft is there again: it can be discarded again."""
    return Deed(_("The draft is back"), quotes.discard, (draft.id,), thrown_away)
