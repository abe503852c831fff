"""The open items: what customers owe, what they have to get back, and how late it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from app.domain.payments.open_item import OpenItem
from app.services import open_items
from app.ui.invoices.claim_verbs import ClaimVerbs, possible_with
from app.ui.invoices.money_verbs import MoneyVerbs
from app.ui.invoices.money_words import items_listing
from app.ui.invoices.reminder_dialog import begin_run
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.verb_list import VerbList

_OF_CLAIM = ("payment.new", "item.write-off")
_OF_NOTE = ("item.offset", "payment.refund")
_OF_REMINDERS = ("claim.dispute", "claim.stop", "claim.resume", "claim.collect")
_OF_ANY = ("invoice.open", "statement.show", "invoice.customer")


class OpenItemsList(VerbList[OpenItem, OpenItem]):
    """Lists what is open; Enter opens the document."""

    kind = "invoice"
    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, items_listing(shell.today), strip)
        self.verbs = MoneyVerbs(shell, self)
        self.claims = ClaimVerbs(shell, self)
        self.begin(
            {
                "invoice.open": self.on_chosen(lambda item: self.open_record(int(item.id))),
                "payment.new": self._pay,
                "item.write-off": self.on_chosen(self.verbs.write_off),
                "item.offset": self.on_chosen(self.verbs.offset),
                "payment.refund": self.on_chosen(self.verbs.refund_note),
                "claim.dispute": self.on_chosen(self.claims.dispute),
                "claim.stop": self.on_chosen(self.claims.stop),
                "claim.resume": self.on_chosen(self.claims.resume),
                "claim.collect": self.on_chosen(self.claims.collect),
                "reminder.new": partial(begin_run, shell, self),
                "statement.show": self.on_chosen(self._show_statement),
                "invoice.customer": self.on_chosen(self._go_to_customer),
                "items.paper": partial(shell.open, "open-items-on"),
                "items.export": self.verbs.export_items,
                "invoice.new": partial(shell.open, "invoice"),
            },
            open_items.counts,
        )

    def see(self, seen: OpenItem | None) -> None:
        super().see(seen if seen is not None and seen.open else None)

    def _pay(self) -> None:
        is_claim = self.seen is not None and self.seen.open.minor > 0
        self.shell.open("payment-of", self.seen.id if is_claim and self.seen else None)

    def _show_statement(self, item: OpenItem) -> None:
        self.verbs.statement(item.contact_id)

    def _go_to_customer(self, item: OpenItem) -> None:
        if item.contact_id is not None:
            self.shell.open("contact", item.contact_id)

    def possible(self, seen: OpenItem | None) -> Mapping[str, bool]:
        item = seen
        is_claim = item is not None and item.open.minor > 0
        return {
            **dict.fromkeys(_OF_CLAIM, is_claim),
            **dict.fromkeys(_OF_NOTE, item is not None and not is_claim),
            **dict.fromkeys(_OF_ANY, item is not None),
            "payment.new": item is None or is_claim,
            **{name: name in possible_with(item) for name in _OF_REMINDERS},
        }
