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
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.verb_list import VerbList

_LIST, _CARD = 740, 300


class PaymentsList(VerbList[PaymentRow, SeenPayment]):
    """Lists payments beside what the chosen one settles; Enter opens it."""

    kind = "payment"
    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, PAYMENTS, strip)
        self.verbs = MoneyVerbs(shell, self)
        self.card = PaymentCard()
        self.set_details(self.card, _LIST, _CARD)
        verbs: dict[str, Callable[[], object]] = {
            "payment.new": partial(shell.open, "payment-of"),
            "payment.open": self.open_chosen,
            "payment.use": self._on_payment(self.verbs.use_rest),
            "payment.refund": self._on_payment(self.verbs.refund_rest),
            "payment.reverse": self._on_payment(self._reverse),
            "payment.receipt": self._on_payment(self._show_receipt),
            "statement.show": self._on_payment(self._show_statement),
        }
        self.begin(verbs, payments.counts)

    def look(self, record: int) -> None:
        self.shell.client.ask(self.see, payments.seen, PaymentId(record))

    def tell(self, seen: SeenPayment | None) -> None:
        if seen is not None:
            self.card.show_seen(seen)

    def possible(self, seen: SeenPayment | None) -> Mapping[str, bool]:
        allowed = possible_with(seen)
        names = ("payment.open", "payment.use", "payment.refund", "payment.reverse")
        has_payer = seen is not None and seen.payment.contact_id is not None
        return {**{name: name in allowed for name in names}, "statement.show": has_payer}

    def _on_payment(self, verb: Callable[[Payment], object]) -> Callable[[], object]:
        return self.on_chosen(lambda seen: verb(seen.payment))

    def _reverse(self, payment: Payment) -> None:
        self.verbs.reverse(payment.id, payment.number)

    def _show_receipt(self, payment: Payment) -> None:
        self.shell.open("receipt", payment.id)

    def _show_statement(self, payment: Payment) -> None:
        self.verbs.statement(payment.contact_id)


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
