"""The open items: what customers owe, what they have to get back, and how late it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from app.domain.payments.open_item import OpenItem
from app.domain.shared.ids import InvoiceId
from app.services import open_items
from app.ui.invoices.claim_verbs import ClaimVerbs, possible_with
from app.ui.invoices.money_verbs import MoneyVerbs
from app.ui.invoices.money_words import items_listing
from app.ui.invoices.reminder_dialog import begin_run
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell

_OF_CLAIM = ("payment.new", "item.write-off")
_OF_NOTE = ("item.offset", "payment.refund")
_OF_REMINDERS = ("claim.dispute", "claim.stop", "claim.resume", "claim.collect")
_OF_ANY = ("invoice.open", "statement.show", "invoice.customer")


class OpenItemsList(ListPage[OpenItem]):
    """Lists what is open; Enter opens the document."""

    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, items_listing(shell.today))
        self._item: OpenItem | None = None
        self.head.lead(strip)
        self.verbs = MoneyVerbs(shell, self)
        self.claims = ClaimVerbs(shell, self)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "invoice.open": self._open_chosen,
                "payment.new": self._pay,
                "item.write-off": partial(self._on_item, self.verbs.write_off),
                "item.offset": partial(self._on_item, self.verbs.offset),
                "payment.refund": partial(self._on_item, self.verbs.refund_note),
                "claim.dispute": partial(self._on_item, self.claims.dispute),
                "claim.stop": partial(self._on_item, self.claims.stop),
                "claim.resume": partial(self._on_item, self.claims.resume),
                "claim.collect": partial(self._on_item, self.claims.collect),
                "reminder.new": partial(begin_run, shell, self),
                "statement.show": partial(self._on_item, self._show_statement),
                "invoice.customer": partial(self._on_item, self._go_to_customer),
                "items.paper": partial(shell.open, "open-items-on"),
                "items.export": self.verbs.export_items,
                "invoice.new": partial(shell.open, "invoice"),
            },
        )
        self._allow()
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _on_item(self, verb: Callable[[OpenItem], object]) -> None:
        if self._item is not None:
            verb(self._item)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("invoice", record)

    def _open_chosen(self) -> None:
        if self._item is not None:
            self._open(int(self._item.id))

    def _pay(self) -> None:
        claim = self._item is not None and self._item.open.minor > 0
        self.shell.open("payment-of", self._item.id if claim and self._item else None)

    def _show_statement(self, item: OpenItem) -> None:
        self.verbs.statement(item.contact_id)

    def _go_to_customer(self, item: OpenItem) -> None:
        if item.contact_id is not None:
            self.shell.open("contact", item.contact_id)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_item, open_items.rows, (InvoiceId(record),))

    def _show_item(self, rows: Sequence[OpenItem]) -> None:
        self._item = rows[0] if rows and rows[0].open else None
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._item = None
            self._allow()

    def _allow(self) -> None:
        item = self._item
        is_claim = item is not None and item.open.minor > 0
        wanted = {
            **dict.fromkeys(_OF_CLAIM, is_claim),
            **dict.fromkeys(_OF_NOTE, item is not None and not is_claim),
            **dict.fromkeys(_OF_ANY, item is not None),
            "payment.new": item is None or is_claim,
            **{name: name in possible_with(item) for name in _OF_REMINDERS},
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            record = self.table.chosen_id()
            if record is not None:
                self._look_at(record)

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, open_items.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
