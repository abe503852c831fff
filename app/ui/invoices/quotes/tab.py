"""The quotes: the list, the card of the chosen one, and what a clerk does with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.quotes.quote import Quote, QuoteRow
from app.domain.quotes.standing import standing_of
from app.domain.shared.ids import QuoteId
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import quotes
from app.services.quoting import source_of
from app.ui.invoices.quotes.card import QuoteCard
from app.ui.invoices.quotes.listing import listing_on
from app.ui.invoices.quotes.ordering import OrderingVerbs
from app.ui.invoices.quotes.possible import EVERY, possible
from app.ui.invoices.quotes.verbs import QuoteVerbs, sent_text
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.verb_list import VerbList

_LIST, _CARD = 760, 270
LETTERS = MappingProxyType(
    {
        "q": "quote.new",
        "g": "quote.accept",
        "j": "quote.reject",
        "h": "quote.expire",
        "l": "quote.revise",
        "i": "quote.invoice",
        "b": "quote.order",
    }
)
"""What a single letter does here; elsewhere among the invoices it may be something else."""


class QuotesList(VerbList[QuoteRow, QuoteRow]):
    """Lists quotes; every verb works from the keyboard."""

    kind = "quote"
    module = "invoices"
    letters = LETTERS

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, listing_on(shell.today), strip)
        self._verbs = QuoteVerbs(shell, self)
        self._ordering = OrderingVerbs(shell, self)
        self.card = QuoteCard(shell)
        self.set_details(self.card, _LIST, _CARD)
        self.begin(self._slots(), quotes.counts)
        shell.book.call(self, "invoice.issue", _("Send"))
        shell.book.call(self, "invoice.new", _("New quote"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("invoice.discard").trigger()
        else:
            super().keyPressEvent(event)

    def _slots(self) -> dict[str, Callable[[], object]]:
        on, verbs = self.on_chosen, self._verbs
        return {
            "quote.new": partial(self.shell.open, "quote"),
            "invoice.new": partial(self.shell.open, "quote"),
            "invoice.open": self.open_chosen,
            "invoice.issue": on(self._send),
            "invoice.copy": on(lambda row: verbs.copy(row.id)),
            "invoice.discard": on(lambda row: verbs.discard(row.id)),
            "invoice.print": on(self._print),
            "invoice.save": on(self._save),
            "invoice.customer": on(self._ask_customer),
            "invoice.document": on(self._go_to_document),
            "invoice.mail": on(lambda row: verbs.mail(row.id)),
            "quote.accept": on(lambda row: verbs.accept(row.id, row.number)),
            "quote.reject": on(lambda row: verbs.reject(row.id, row.number)),
            "quote.expire": on(lambda row: verbs.expire(row.id)),
            "quote.revise": on(lambda row: verbs.revise(row.id)),
            "quote.invoice": on(lambda row: verbs.invoice(row.id)),
            "quote.order": on(lambda row: self._ordering.order(row.id)),
        }

    def _send(self, row: QuoteRow) -> None:
        refused = partial(self._refused, row.id)
        self.shell.client.do(self._sent, quotes.send, row.id, refused=refused)

    def _sent(self, quote: Quote) -> None:
        self.choose(quote.id)
        self.shell.say(sent_text(quote))

    def _refused(self, quote_id: QuoteId, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.shell.open("quote", quote_id)
            self.shell.say(_("Not sent: the draft is open at what has to be mended"))
        else:
            self.shell.refuse(error)

    def _print(self, row: QuoteRow) -> None:
        self._verbs.print_page(row.id, row.number or _("Draft"))

    def _save(self, row: QuoteRow) -> None:
        self._verbs.save_filed(source_of(row.id), _("Nothing is filed before the quote is sent."))

    def _go_to_document(self, row: QuoteRow) -> None:
        self._verbs.go_to_filed(source_of(row.id), _("Nothing is filed before the quote is sent."))

    def _ask_customer(self, row: QuoteRow) -> None:
        self.shell.client.ask(self._show_customer, quotes.get, row.id)

    def _show_customer(self, quote: Quote) -> None:
        if quote.offer.customer_id is not None:
            self.shell.open("contact", quote.offer.customer_id)
        else:
            self.shell.say(_("The draft has no customer yet."))

    def tell(self, seen: QuoteRow | None) -> None:
        if seen is not None:
            self.card.show_row(seen)
        else:
            self.card.empty()

    def possible(self, seen: QuoteRow | None) -> Mapping[str, bool]:
        standing = standing_of(seen, self.shell.today()) if seen is not None else None
        allowed = possible(standing)
        return {name: name in allowed for name in EVERY}
