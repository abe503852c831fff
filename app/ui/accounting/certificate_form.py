"""The fields of a certificate of tax withheld: whose it is, and row by row what was withheld."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from app.domain.contacts.contact import Kind
from app.domain.contacts.row import ContactRow
from app.domain.payments.withholding import (
    Borne,
    NewCertificate,
    Return,
    Side,
    Withheld,
    tax_of,
)
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money, money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Rate
from app.services import contacts
from app.services.certificate_forms import Opened
from app.ui.accounting.tax_words import BORNE, INCOMES, RETURNS, SIDES, choices
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, PercentEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.unread import unread_at

NOBODY = ContactId(0)


class CertificateFields(Form):
    """A certificate as it is typed; the tax follows from amount and rate."""

    def __init__(self, shell: Shell, opened: Opened) -> None:
        super().__init__()
        self._shell = shell
        self._currency = opened.currency
        self.contact: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.number
        )
        self.side: ChoiceEdit[Side] = ChoiceEdit(choices(SIDES))
        self.form: ChoiceEdit[Return] = ChoiceEdit(choices(RETURNS))
        self.borne: ChoiceEdit[Borne] = ChoiceEdit(choices(BORNE))
        self.day = DateEdit(shell.today)
        self.number, self.book = TextEdit(), TextEdit()
        self._lay_out()
        self.contact.picked.connect(self._choose_return)

    def begin(self, opened: Opened) -> None:
        """Show what a form begins with."""
        self.day.put(self._shell.today())
        if opened.contact is not None:
            self.contact.put(opened.contact)
        typed = opened.typed
        if typed is not None:
            self.side.put(typed.side)
            self.form.put(typed.form)
            self.borne.put(typed.borne)
            self.day.put(typed.day)
            self.number.put(typed.number)
            self.book.put(typed.book)
            self.rows.put([_row(one) for one in typed.rows])
        self._follow({name: self.rows.editor(0, name) for name in ("amount", "rate", "tax")})

    def value(self) -> NewCertificate:
        """Return the certificate that stands in the fields, as far as it can be read."""
        row = self.contact.value()
        return NewCertificate(
            contact_id=ContactId(row.id) if row is not None else NOBODY,
            rows=tuple(self._withheld(one) for one in self.rows.values()),
            form=self.form.value(),
            side=self.side.value(),
            day=self.day.value(),
            number=self.number.value(),
            borne=self.borne.value(),
            book=self.book.value(),
        )

    def unreadable(self) -> Iterator[Problem]:
        """Yield what cannot be read."""
        yield from unread_at("day", self.day)
        for place in range(self.rows.count()):
            for name in ("amount", "tax", "rate", "paid_on"):
                yield from unread_at(self.rows.path(place, name), self.rows.editor(place, name))

    def place_of(self, field: str) -> str:
        """Return the path of a field of a certificate among the fields of this form."""
        if field == "rows":
            return self.rows.path(0, "amount")
        return self.rows.place_of(field) if field.startswith("rows.") else field

    def _withheld(self, row: dict[str, Any]) -> Withheld:
        day = row["paid_on"] or self.day.value() or self._shell.today()
        amount, tax = self._money(row["amount"]), self._money(row["tax"])
        return Withheld(row["income"], day, amount, tax, row["words"])

    def _money(self, amount: Decimal | None) -> Money:
        return money(amount or Decimal(0), self._currency)

    def _choose_return(self, row: ContactRow | None) -> None:
        """Choose the return in which payments to such a payee are listed."""
        if row is not None:
            is_person = row.kind is Kind.PERSON
            self.form.put(Return.PND3 if is_person else Return.PND53)

    def _follow(self, editors: Any) -> None:
        for name in ("amount", "rate"):
            editors[name].edited.connect(partial(self._work_out, editors))

    def _work_out(self, editors: dict[str, Any]) -> None:
        """Fill the tax in, where amount and rate are known."""
        amount, percent = editors["amount"].value(), editors["rate"].value()
        if amount is not None and percent is not None:
            tax = tax_of(self._money(amount), Rate(percent))
            editors["tax"].put(tax.amount)
            editors["tax"].tidy()

    def _lay_out(self) -> None:
        self.add("contact_id", _("Payee or customer"), self.contact, columns=8)
        self.add("side", _("Who withheld it"), self.side, columns=4)
        self.add("form", _("Listed on"), self.form, columns=4)
        self.add("day", _("Date"), self.day, columns=3)
        self.add("borne", _("Who bears it"), self.borne, columns=5)
        ours = _("Of a customer's certificate; ours gets its own when it is issued")
        self.add("number", _("Number"), self.number, columns=6, help_text=ours)
        self.add("book", _("Book"), self.book, columns=3)
        self.heading(_("What was paid, and the tax withheld of it"))
        amount = partial(MoneyEdit, self._currency)
        self.rows = PartRows(
            self,
            "rows",
            (
                PartField("income", _("Income"), partial(ChoiceEdit, choices(INCOMES)), columns=6),
                PartField("words", _("For what"), TextEdit, columns=6),
                PartField("paid_on", _("Paid on"), partial(DateEdit, self._shell.today), columns=3),
                PartField("amount", _("Amount without VAT"), amount, columns=3, is_main=True),
                PartField("rate", _("Rate"), PercentEdit, columns=3),
                PartField("tax", _("Tax"), amount, columns=3),
            ),
        )
        self.rows.added.connect(self._follow)
        self.place(self.rows)


def _row(one: Withheld) -> dict[str, Any]:
    return {
        "income": one.income,
        "words": one.words,
        "paid_on": one.paid_on,
        "amount": one.amount.amount or None,
        "rate": one.rate or None,
        "tax": one.tax.amount,
    }
