"""The fields of a payment: who paid with which reference, how much, and what it settles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from app.domain.contacts.row import ContactRow
from app.domain.payments.checks import AMOUNT_MISSING, NOT_POSSIBLE
from app.domain.payments.open_item import OpenItem
from app.domain.payments.payment import Charge, ChargeKind, Closing, NewPayment, Part
from app.domain.payments.proposing import Proposal
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import MINOR_DIGITS, Money, money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import EXCHANGE_PLACES
from app.services import contacts, payment_forms
from app.services.payment_forms import Opened
from app.ui.invoices.money_words import CLOSINGS, WHYS
from app.ui.kit.editor import LineEditor
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.unread import unread_at

CHARGES = {"interest": ChargeKind.INTEREST, "fee": ChargeKind.FEE}
_BY_HAND = (Closing.PAYMENT, Closing.EARLY, Closing.WITHHELD, Closing.ROUNDING, Closing.WRITE_OFF)


class PaymentFields(Form):
    """A payment as it is typed; what it settles is proposed until a line of it is changed."""

    def __init__(self, shell: Shell, opened: Opened) -> None:
        super().__init__()
        self._shell = shell
        self._home = opened.home
        self.money = ChoiceEdit(_currencies(opened))
        self.money.put(opened.currency)
        self.reference = TextEdit()
        self.customer: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.number
        )
        self.amount = MoneyEdit(self.currency)
        self.paid_on = DateEdit(shell.today)
        self.rate = NumberEdit(EXCHANGE_PLACES)
        self.account = ChoiceEdit(
            [(one.id, f"{one.number} {one.name_in(opened.language)}") for one in opened.accounts]
        )
        self.charges = {name: MoneyEdit(self.currency) for name in CHARGES}
        self.text = TextEdit()
        self.why = plain_label("", "muted")
        self.rest = plain_label("", "text")
        self._is_by_hand = self._is_charged_by_hand = False
        self._lay_out()
        self._follow_currency()
        self.money.edited.connect(self._follow_currency)
        for editor in self.charges.values():
            editor.edited.connect(self._charged)
        self.edited.connect(self._add_up)

    @property
    def currency(self) -> str:
        """The currency of the money; of a document it is the document's."""
        return self.money.value()

    @property
    def is_proposed(self) -> bool:
        """Say whether what it settles may still be proposed: no line was changed by hand."""
        return not self._is_by_hand

    def begin(self, opened: Opened) -> None:
        """Show what a form begins with."""
        self.paid_on.put(self._shell.today())
        if opened.customer is not None:
            self.customer.put(opened.customer)
        if opened.item is not None:
            self.reference.put(opened.item.reference)
            due = opened.item.open + opened.claimed if opened.claimed else opened.item.open
            self.amount.put(due.amount)
        if opened.typed is not None:
            self.__put_typed(opened, opened.typed)
        self._add_up()

    def value(self) -> NewPayment:
        """Return the payment that stands in the fields, as far as it can be read."""
        row = self.customer.value()
        return NewPayment(
            amount=self._money(self.amount.value()),
            contact_id=ContactId(row.id) if row is not None else None,
            paid_on=self.paid_on.value(),
            parts=tuple(self._part(one) for one in self.lines.values() if one["item"]),
            charges=tuple(
                Charge(CHARGES[name], self._money(editor.value()))
                for name, editor in self.charges.items()
                if editor.value()
            ),
            account_id=self.account.value() if self.account.count() else None,
            reference=self.reference.value(),
            text=self.text.value(),
            rate=self.rate.value() if self._is_foreign else None,
        )

    def propose(self, found: Proposal) -> None:
        """Show what the money most likely settles, and why."""
        if self.amount.value() is None and found.amount:
            self.amount.put(found.amount.amount)
            self.amount.tidy()
        is_known = bool(found.parts or found.charges)
        if self.customer.value() is None and found.contact_id is not None and is_known:
            asked = (ContactId(found.contact_id),)
            self._shell.client.ask(self._show_customer, contacts.rows, asked)
        self.lines.put(_rows((one.part for one in found.parts), found.items))
        if not self._is_charged_by_hand:
            self._put_charges(found.charges)
        self.why.setText(_(WHYS[found.why]))
        self._add_up()

    def unreadable(self) -> Iterator[Problem]:
        """Yield what cannot be read, and a line that chose no document."""
        if self.amount.is_readable() and not self.amount.value():
            yield AMOUNT_MISSING.at("amount")
        yield from unread_at("paid_on", self.paid_on)
        for path, editor in self._amounts():
            yield from unread_at(path, editor)
        for place in range(self.lines.count()):
            if (
                self.lines.editor(place, "amount").value()
                and self.lines.editor(place, "item").value() is None
            ):
                yield NOT_POSSIBLE.at(self.lines.path(place, "item"))

    def place_of(self, field: str) -> str:
        """Return the path of a field of a payment among the fields of this form."""
        part, _dot, rest = field.partition(".")
        number, _dot, name = rest.partition(".")
        if part == "charges":
            filled = [one for one, editor in self.charges.items() if editor.value()]
            at = int(number) if number.isdigit() else 0
            return filled[at] if at < len(filled) else "interest"
        if part == "parts":
            named = name if name in {"amount", "closing"} else "item"
            return self.lines.place_of(f"parts.{number}.{named}")
        return field

    def _amounts(self) -> Iterator[tuple[str, NumberEdit]]:
        yield "amount", self.amount
        yield from self.charges.items()
        if self._is_foreign:
            yield "rate", self.rate
        for place in range(self.lines.count()):
            yield self.lines.path(place, "amount"), self.lines.editor(place, "amount")

    def _part(self, row: dict[str, Any]) -> Part:
        return Part(self._money(row["amount"]), row["item"].invoice_id, row["closing"])

    @property
    def _is_foreign(self) -> bool:
        return self.currency != self._home

    def _follow_currency(self) -> None:
        """Let every amount be in the chosen currency; at home no rate is asked for."""
        for _path, editor in self._amounts():
            if isinstance(editor, MoneyEdit):
                editor.currency = self.currency
                editor.tidy()
        self.cell("rate").setVisible(self._is_foreign)

    def _money_edit(self) -> MoneyEdit:
        return MoneyEdit(self.currency)

    def _money(self, amount: Decimal | None) -> Money:
        return money(amount or Decimal(0), self.currency)

    def __put_typed(self, opened: Opened, typed: NewPayment) -> None:
        items = {item.invoice_id: item for item in opened.items}
        self.reference.put(typed.reference)
        self.amount.put(typed.amount.amount or None)
        self.paid_on.put(typed.paid_on)
        self.text.put(typed.text)
        self.rate.put(typed.rate)
        self._put_charges(typed.charges)
        self._is_charged_by_hand = bool(typed.charges)
        self.lines.put(_rows(typed.parts, items))
        self._is_by_hand = bool(typed.parts)

    def _put_charges(self, charges: Sequence[Charge]) -> None:
        """Show interest and fees, each kind as the sum of what is claimed for several invoices."""
        for name, kind in CHARGES.items():
            of_kind = [one.amount.amount for one in charges if one.kind is kind]
            self.charges[name].put(sum(of_kind, Decimal(0)) if of_kind else None)
            self.charges[name].tidy()

    def _charged(self) -> None:
        self._is_charged_by_hand = True

    def _show_customer(self, rows: Sequence[ContactRow]) -> None:
        if rows and self.customer.value() is None:
            self.customer.put(rows[0])

    def _follow(self, editors: Any) -> None:
        """Know when a line is changed by hand, and offer what its document leaves open."""
        for editor in editors.values():
            editor.edited.connect(self._touched)
        editors["item"].picked.connect(partial(self._fill, editors["amount"]))

    def _touched(self) -> None:
        self._is_by_hand = True
        self.why.clear()

    def _fill(self, amount: MoneyEdit, item: OpenItem | None) -> None:
        if item is not None and amount.value() is None:
            rest = self.value().rest
            due = min(item.open.minor, rest.minor) if rest.minor > 0 else item.open.minor
            amount.put(Money(due, item.open.currency).amount)
            amount.tidy()
            amount.edited.emit()

    def _add_up(self) -> None:
        rest = self.value().rest
        written = formats().money(abs(rest.minor), rest.currency)
        if rest.minor < 0:
            self.rest.setText(_("✕ {amount} more than was paid", amount=written))
        elif not self.amount.value():
            self.rest.clear()
        elif rest.minor:
            self.rest.setText(_("{amount} stays as the customer's credit", amount=written))
        else:
            self.rest.setText(_("✓ All of the money is used"))

    def _lay_out(self) -> None:
        self.add("reference", _("Reference"), self.reference, columns=4)
        self.add("contact_id", _("Customer"), self.customer, columns=8)
        self.add("amount", _("Amount"), self.amount, columns=3)
        self.add("currency", _("Currency"), self.money, columns=2)
        self.add("paid_on", _("Date"), self.paid_on, columns=3)
        self.add("account_id", _("Account"), self.account, columns=4)
        self.add("rate", _("Exchange rate"), self.rate, columns=4)
        self.heading(_("What it settles"))
        self.place(self.why)
        closings = [(one, _(CLOSINGS[one])) for one in _BY_HAND]
        self.lines = PartRows(
            self,
            "parts",
            (
                PartField(
                    "item", _("Document"), partial(_picker, self._shell), columns=6, is_main=True
                ),
                PartField("closing", _("How"), partial(ChoiceEdit, closings), columns=3),
                PartField("amount", _("Amount"), self._money_edit, columns=3, is_main=True),
            ),
        )
        self.lines.added.connect(self._follow)
        self._follow({name: self.lines.editor(0, name) for name in ("item", "closing", "amount")})
        self.place(self.lines)
        self.place(self.rest)
        self.heading(_("Beyond the documents"))
        self.add("interest", _("Interest"), self.charges["interest"], columns=3)
        self.add("fee", _("Reminder fee"), self.charges["fee"], columns=3)
        self.add("text", _("Text"), self.text, columns=6)


def _rows(parts: Iterable[Part], items: Mapping[InvoiceId, OpenItem]) -> list[dict[str, object]]:
    """Return parts as rows of the form; what is not open any more is left out."""
    return [
        {"item": items[part.invoice_id], "closing": part.closing, "amount": part.amount.amount}
        for part in parts
        if part.invoice_id is not None and part.invoice_id in items
    ]


def _currencies(opened: Opened) -> list[tuple[str, str]]:
    """Return the currencies to choose from: of a document its own, else any, our own first."""
    if opened.item is not None:
        return [(opened.currency, opened.currency)]
    others = (code for code in MINOR_DIGITS if code != opened.home)
    return [(code, code) for code in (opened.home, *others)]


def item_text(item: OpenItem) -> str:
    """Return an open document as a line of a list: number and customer."""
    return " · ".join(part for part in (item.number, item.customer_name) if part)


def item_detail(item: OpenItem) -> str:
    """Return what of a document is open, and until when."""
    left = formats().money(item.open.minor, item.open.currency)
    return f"{left} · {formats().day(item.due_on)}"


def _picker(shell: Shell) -> LineEditor:
    return Picker(shell.client, payment_forms.find, item_text, item_detail)
