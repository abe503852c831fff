"""What is done with what is open and with what was paid, from any list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.payments.allocation import Allocation
from app.domain.payments.open_item import OpenItem
from app.domain.payments.payment import Closing, NewPayment, Part, Payment
from app.domain.payments.proposing import Incoming, Proposal
from app.domain.shared.ids import ContactId, PaymentId
from app.services import open_items, payments, statements
from app.services.exports import Exported
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, many


class MoneyVerbs:
    """Settles, pays back, gives up and takes back."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell = shell
        self._page = page

    def write_off(self, item: OpenItem) -> None:
        """Ask why a claim is given up, and book the loss."""
        left = formats().money(item.open.minor, item.open.currency)
        question = Question(
            _("Write off {number}?", number=item.number),
            _("{amount} is booked as a loss. It can be opened again.", amount=left),
            _("Write off"),
        )
        answer = partial(self._write_off, item)
        ask_words(self._page, question, (_("Why"),), answer, unexplained)

    def offset(self, item: OpenItem) -> None:
        """Set the chosen credit note off against its customer's oldest invoices."""
        if item.contact_id is not None:
            answer = partial(self._offset, item)
            self._shell.client.ask(answer, open_items.as_of, None, item.contact_id)

    def refund_note(self, item: OpenItem) -> None:
        """Ask whether a credit note is paid back, and record it."""
        amount = -item.open
        new = NewPayment(amount, item.contact_id, parts=(Part(amount, item.invoice_id),))
        self._ask_refund(new, item.number)

    def refund_rest(self, payment: Payment) -> None:
        """Ask whether what a payment left is paid back, and record it."""
        part = Part(payment.open, closing=Closing.REFUND, payment_id=payment.id)
        self._ask_refund(
            NewPayment(payment.open, payment.contact_id, parts=(part,)), payment.number
        )

    def use_rest(self, payment: Payment) -> None:
        """Settle what is due first from what a payment left."""
        asked = Incoming(payment.open, self._shell.today(), "", payment.contact_id)
        self._shell.client.ask(partial(self._use, payment), payments.propose, asked)

    def reverse(self, payment_id: PaymentId, number: str) -> None:
        """Ask why a payment is taken back, and book its opposite."""
        question = Question(
            _("Reverse {number}?", number=number),
            _("The opposite entry is posted, and what it settled is open again."),
            _("Reverse"),
        )
        answer = partial(self._reverse, payment_id)
        ask_words(self._page, question, (_("Why"),), answer, unexplained)

    def undo(self, settled: Allocation) -> None:
        """Open again what was settled."""
        self._shell.client.do(self._undone, payments.undo, settled.id)

    def statement(self, contact: ContactId | None) -> None:
        """Show the statement of a customer."""
        if contact is not None:
            self._shell.open("statement", contact)

    def export_items(self) -> None:
        """Write what is open to a file."""
        wanted, _kind = QFileDialog.getSaveFileName(
            self._page,
            _("Export the list"),
            f"{_('Open items')}.csv",
            "CSV (*.csv);;XLSX (*.xlsx)",
        )
        if wanted:
            asked = (Path(wanted), None, language())
            self._shell.client.ask(
                self._exported, statements.export_open_items, *asked, replace=True
            )

    def _write_off(self, item: OpenItem, words: tuple[str, ...]) -> None:
        told = (item.invoice_id, words[0])
        self._shell.client.do(partial(self._lost, item), payments.write_off, *told)

    def _lost(self, item: OpenItem, lost: Allocation) -> None:
        text = _("{number} is written off", number=item.number)
        self._shell.did(Deed(text, payments.undo, (lost.id,)))

    def _offset(self, note: OpenItem, items: Sequence[OpenItem]) -> None:
        claims = [one for one in items if one.open.minor > 0 and _alike(one, note)]
        if not claims:
            self._shell.say(_("The customer has no open invoice to set it off against"))
            return
        claim = claims[0]
        amount = min(claim.open, -note.open, key=lambda one: one.minor)
        told = (claim.invoice_id, note.invoice_id, amount)
        self._shell.client.do(partial(self._set_off, claim, note), payments.offset, *told)

    def _set_off(self, claim: OpenItem, note: OpenItem, made: Allocation) -> None:
        text = _(
            "{amount} of {note} set off against {number}",
            amount=formats().money(made.amount.minor, made.amount.currency),
            note=note.number,
            number=claim.number,
        )
        self._shell.did(Deed(text, payments.undo, (made.id,)))

    def _ask_refund(self, new: NewPayment, number: str) -> None:
        amount = formats().money(new.amount.minor, new.amount.currency)
        question = Question(
            _("Pay {amount} back?", amount=amount),
            _("It is booked from the bank account today, for {number}.", number=number),
            _("Pay back"),
        )
        ask(self._page, question, partial(self._refund, new))

    def _refund(self, new: NewPayment) -> None:
        self._shell.client.do(self._refunded, payments.refund, new)

    def _refunded(self, payment: Payment) -> None:
        self._shell.say(_("Refund {number} recorded", number=payment.number))

    def _use(self, payment: Payment, found: Proposal) -> None:
        parts = tuple(one.part for one in found.parts if one.part.closing is Closing.PAYMENT)
        if not parts:
            self._shell.say(_("The customer has no open invoice"))
            return
        numbers = ", ".join(dict.fromkeys(one.number for one in found.parts))
        answer = partial(self._used, numbers)
        self._shell.client.do(answer, payments.allocate, payment.id, parts)

    def _used(self, numbers: str, payment: Payment) -> None:
        self._shell.say(_("{number} settles {numbers}", number=payment.number, numbers=numbers))

    def _reverse(self, payment_id: PaymentId, words: tuple[str, ...]) -> None:
        self._shell.client.do(self._reversed, payments.reverse, payment_id, words[0])

    def _reversed(self, payment: Payment) -> None:
        self._shell.say(_("Payment {number} reversed", number=payment.number))

    def _undone(self, gone: Allocation) -> None:
        self._shell.say(_("It is open again"))

    def _exported(self, exported: Exported) -> None:
        rows, file = exported.rows, exported.target.name
        self._shell.say(
            many("{n} row written to {file}", "{n} rows written to {file}", rows, file=file)
        )


def _alike(claim: OpenItem, note: OpenItem) -> bool:
    return claim.open.currency == note.open.currency
