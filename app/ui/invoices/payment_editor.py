"""The editor of a payment: reference or customer first, the rest is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.payments.payment import NewPayment, Payment
from app.domain.payments.proposing import Incoming, Proposal
from app.domain.shared.ids import InvoiceId, PaymentId
from app.domain.shared.problems import Problem
from app.services import payment_forms, payments
from app.services.payment_forms import Opened
from app.services.payments import FORM
from app.ui.invoices.payment_form import PaymentFields
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class PaymentEditor(FormPage):
    """Records one payment; recorded, it is only reversed."""

    def __init__(self, shell: Shell, invoice: int | None = None) -> None:
        super().__init__(shell, FORM, None, "invoice.issue")
        self.fields: PaymentFields | None = None
        self._asked: Incoming | None = None
        self.hint.setText(_("Ctrl+Enter records"))
        shell.book.call(self, "invoice.issue", _("Record it"))
        self.setWindowTitle(_("New payment"))
        of = InvoiceId(invoice) if invoice is not None else None
        shell.client.ask_or(self._begin, self._gone, payment_forms.opened, of, shell.held(FORM))

    def content(self) -> NewPayment:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        return (*self.fields.unreadable(), *self._warnings)

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        place_of = self.fields.place_of
        return [replace(one, field=place_of(one.field)) for one in problems]

    def send(self) -> None:
        told = (self.content(), PaymentId(self.entity))
        self.shell.client.do(self._recorded, payments.record, *told, refused=self.refused)

    def _begin(self, opened: Opened) -> None:
        self.fields = PaymentFields(self.shell, opened)
        self.fields.begin(opened)
        self.begin(self.fields, 0)
        self.titled.emit(_("New payment"))
        if opened.typed is not None and self._taken(opened.draft) is not None:
            self.offer_typed(partial(self.fields.begin, replace(opened, typed=None)))
        for editor in (self.fields.reference, self.fields.customer, self.fields.amount):
            editor.edited.connect(self._propose)
        self.fields.customer.picked.connect(self._propose)
        self.fields.paid_on.edited.connect(self._propose)
        self.fields.money.edited.connect(self._propose)
        self._propose()
        first = self.fields.amount if opened.item is not None else self.fields.reference
        lead_to(self, first)
        first.setFocus()
        first.selectAll()

    def _propose(self, _row: object = None) -> None:
        """Ask what the money settles, as often as something that decides it was typed."""
        fields = self.fields
        if fields is None or not fields.is_proposed:
            return
        new = fields.value()
        day = new.paid_on or self.shell.today()
        asked = Incoming(new.amount, day, new.reference, new.contact_id)
        if asked != self._asked and (asked.reference or asked.contact_id):
            self._asked = asked
            self.shell.client.ask(partial(self._proposed, asked), payments.propose, asked)

    def _proposed(self, asked: Incoming, found: Proposal) -> None:
        if self.fields is not None and self.fields.is_proposed and asked == self._asked:
            self.fields.propose(found)

    def _think(self) -> None:
        if self.fields is not None and self.fields.amount.value():
            self.shell.client.ask(self._warn, payments.check, self.content())

    def _recorded(self, payment: Payment) -> None:
        self._close_with(payment.id, _("Payment {number} recorded", number=payment.number))
