"""The payments: the list of what came in and what went back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from app.domain.payments.payment import Payment, PaymentRow
from app.domain.shared.ids import PaymentId
from app.services import payments
from app.services.payments import SeenPayment
from app.ui.invoices.money_verbs import MoneyVerbs
from app.ui.invoices.money_words import PAYMENTS
from app.ui.invoices.payment_card import PaymentCard
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell

_LIST, _CARD = 740, 300


class PaymentsList(ListPage[PaymentRow]):
    """Lists payments beside what the chosen one settles; Enter opens it."""

    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, PAYMENTS)
        self._seen: SeenPayment | None = None
        self.head.lead(strip)
        self.verbs = MoneyVerbs(shell, self)
        self.card = PaymentCard()
        self.set_details(self.card, _LIST, _CARD)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "payment.new": partial(shell.open, "payment-of"),
                "payment.open": self._open_chosen,
                "payment.use": partial(self._on_payment, self.verbs.use_rest),
                "payment.refund": partial(self._on_payment, self.verbs.refund_rest),
                "payment.reverse": partial(self._on_payment, self._reverse),
                "payment.receipt": partial(self._on_payment, self._show_receipt),
                "statement.show": partial(self._on_payment, self._show_statement),
            },
        )
        self._allow()
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _on_payment(self, verb: Callable[[Payment], object]) -> None:
        if self._seen is not None:
            verb(self._seen.payment)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("payment", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _reverse(self, payment: Payment) -> None:
        self.verbs.reverse(payment.id, payment.number)

    def _show_receipt(self, payment: Payment) -> None:
        self.shell.open("receipt", payment.id)

    def _show_statement(self, payment: Payment) -> None:
        self.verbs.statement(payment.contact_id)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_seen, payments.seen, PaymentId(record))

    def _show_seen(self, seen: SeenPayment) -> None:
        self._seen = seen
        self.card.show_seen(seen)
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._seen = None
            self._allow()
        self.show_details(self.card, wanted=bool(count))

    def _allow(self) -> None:
        allowed = possible_with(self._seen)
        for name in ("payment.open", "payment.use", "payment.refund", "payment.reverse"):
            self.shell.book.allow(self, name, allowed=name in allowed)
        has_payer = self._seen is not None and self._seen.payment.contact_id is not None
        self.shell.book.allow(self, "statement.show", allowed=has_payer)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"payment", "allocation"}:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, payments.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)


def possible_with(seen: SeenPayment | None) -> frozenset[str]:
    """Return what can be done with a payment now."""
    if seen is None:
        return frozenset()
    found = {"payment.open"}
    if seen.payment.reversed_on is None:
        found.add("payment.reverse")
    if seen.payment.open:
        found |= {"payment.use", "payment.refund"}
    return frozenset(found)
