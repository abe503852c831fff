"""The quotes: the list, the card of the chosen one, and what a clerk does with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

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
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_LIST, _CARD = 760, 270
LETTERS = {
    "q": "quote.new",
    "g": "quote.accept",
    "j": "quote.reject",
    "h": "quote.expire",
    "l": "quote.revise",
    "i": "quote.invoice",
    "b": "quote.order",
}
"""What a single letter does here; elsewhere among the invoices it may be something else."""


class QuotesList(ListPage[QuoteRow]):
    """Lists quotes; every verb works from the keyboard."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, listing_on(shell.today))
        self.head.lead(strip)
        self._row: QuoteRow | None = None
        self._verbs = QuoteVerbs(shell, self)
        self._ordering = OrderingVerbs(shell, self)
        self.card = QuoteCard(shell)
        self.set_details(self.card, _LIST, _CARD)
        shell.book.offer(self, self._slots())
        shell.book.call(self, "invoice.issue", _("Send"))
        shell.book.call(self, "invoice.new", _("New quote"))
        self._allow()
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("invoice.discard").trigger()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._allow()

    def _is_verb(self, letter: str) -> bool:
        if not self.table.hasFocus():
            return False
        if letter.casefold() not in LETTERS:
            return self.shell.book.press(letter, "invoices")
        action = self.shell.book.action(LETTERS[letter.casefold()])
        action.trigger()
        return action.isEnabled()

    def _slots(self) -> dict[str, Callable[[], object]]:
        on, verbs = self._on_chosen, self._verbs
        return {
            "quote.new": partial(self.shell.open, "quote"),
            "invoice.new": partial(self.shell.open, "quote"),
            "invoice.open": partial(on, lambda row: self._open(row.id)),
            "invoice.issue": partial(on, self._send),
            "invoice.copy": partial(on, lambda row: verbs.copy(row.id)),
            "invoice.discard": partial(on, lambda row: verbs.discard(row.id)),
            "invoice.print": partial(on, self._print),
            "invoice.save": partial(on, self._save),
            "invoice.customer": partial(on, self._ask_customer),
            "invoice.document": partial(on, self._go_to_document),
            "invoice.mail": partial(on, lambda row: verbs.mail(row.id)),
            "quote.accept": partial(on, lambda row: verbs.accept(row.id, row.number)),
            "quote.reject": partial(on, lambda row: verbs.reject(row.id, row.number)),
            "quote.expire": partial(on, lambda row: verbs.expire(row.id)),
            "quote.revise": partial(on, lambda row: verbs.revise(row.id)),
            "quote.invoice": partial(on, lambda row: verbs.invoice(row.id)),
            "quote.order": partial(on, lambda row: self._ordering.order(row.id)),
        }

    def _on_chosen(self, verb: Callable[[QuoteRow], object]) -> None:
        if self._row is not None:
            verb(self._row)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("quote", record)

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

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_card, quotes.rows, (QuoteId(record),))

    def _show_card(self, rows: Sequence[QuoteRow]) -> None:
        self._row = rows[0] if rows else None
        if self._row is not None:
            self.card.show_row(self._row)
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._row = None
            self.card.empty()
            self._allow()
        self.show_details(self.card, wanted=bool(count))

    def _allow(self) -> None:
        """Say what can be done with the chosen quote; while a record covers the list nothing is."""
        row = self._row if self.isVisible() else None
        allowed = possible(standing_of(row, self.shell.today()) if row is not None else None)
        for name in EVERY:
            self.shell.book.allow(self, name, allowed=name in allowed)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, quotes.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
