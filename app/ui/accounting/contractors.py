"""Contractors: what they were paid, for the list of those who get Form 1099-NEC."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.contacts.row import ContactRow
from app.domain.payments.contractors import ContractorPayment
from app.domain.shared.ids import ContactId, ContractorPaymentId, new_id
from app.domain.shared.money import Money, money, zero
from app.services import admin, contacts, contractors
from app.ui.accounting.tax_pane import NamedPane
from app.ui.kit.fields import DateEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.picker import Picker
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.admin.company import Company
    from app.services.office import Desk

NOBODY = ContactId(0)


class ContractorFields(Form):
    """What is written of a payment."""

    def __init__(self, shell: Shell, one: ContractorPayment | None, currency: str) -> None:
        super().__init__()
        self._currency = currency
        nothing = zero(currency)
        new = (ContractorPaymentId(new_id()), 1, NOBODY, shell.today(), nothing, nothing)
        self._before = one or ContractorPayment(*new)
        self.payee: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.number
        )
        self.paid_on = DateEdit(shell.today)
        self.amount, self.withheld = MoneyEdit(currency), MoneyEdit(currency)
        self.text = TextEdit()
        self._lay_out()
        self.paid_on.put(self._before.paid_on)
        self.amount.put(self._before.amount.amount if one else None)
        self.withheld.put(self._before.withheld.amount or None)
        self.text.put(self._before.text)

    def value(self) -> ContractorPayment:
        """Return the payment as it is written."""
        row = self.payee.value()
        return replace(
            self._before,
            contact_id=ContactId(row.id) if row is not None else self._before.contact_id,
            paid_on=self.paid_on.value() or self._before.paid_on,
            amount=self._money(self.amount),
            withheld=self._money(self.withheld),
            text=self.text.value(),
        )

    def show_payee(self, rows: tuple[ContactRow, ...]) -> None:
        """Show who was paid."""
        if rows and self.payee.value() is None:
            self.payee.put(rows[0])
            self.call_clean()

    def _money(self, editor: MoneyEdit) -> Money:
        return money(editor.value() or Decimal(0), self._currency)

    def _lay_out(self) -> None:
        self.add("contact_id", _("Payee"), self.payee, columns=8)
        self.add("paid_on", _("Paid on"), self.paid_on, columns=4)
        self.add("amount", _("Amount"), self.amount, columns=4)
        backup = _("Backup withholding, if any")
        self.add("withheld", _("Tax withheld"), self.withheld, columns=4, help_text=backup)
        self.add("text", _("Description"), self.text, columns=12)


class Contractors(NamedPane[ContractorPayment]):
    """Lists payments, the newest first, and edits the chosen one."""

    recorded = "contractor_payment"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, _("Contractors"), "contractor_payment")
        self._currency = ""
        shell.client.ask(self._begin, admin.company)

    @property
    def change_command(self) -> Callable[[Desk, ContractorPayment], ContractorPayment]:
        return contractors.change

    @property
    def write_command(self) -> Callable[[Desk, ContractorPayment], ContractorPayment]:
        return contractors.write

    def ask(self) -> None:
        self.shell.client.ask(self.take, contractors.all_payments)

    def make_form(self) -> Form:
        form = ContractorFields(self.shell, self.chosen, self._currency)
        if self.chosen is not None and (row := self.contact_of(self.chosen)):
            form.show_payee((row,))
        return form

    def wanted(self) -> ContractorPayment:
        assert isinstance(self.form, ContractorFields)
        return self.form.value()

    def text_of(self, one: ContractorPayment) -> str:
        row = self.contact_of(one)
        amount = formats().money(one.amount.minor, one.amount.currency)
        return f"{formats().day(one.paid_on)} · {row.name if row else ''} · {amount}"

    def _begin(self, company: Company) -> None:
        self._currency = company.currency
        self.ask()
