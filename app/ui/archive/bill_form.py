"""The fields of a draft bill: who sends it, what it is known by, its lines, VAT and sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from functools import partial
from typing import Any

from app.domain.bills.bill import BillForm, BillLine, BillTax
from app.domain.contacts.contact import Contact
from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId
from app.domain.shared.problems import Problem
from app.services import contacts
from app.services.bills import OpenedBill
from app.ui.archive.form import not_read
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

PLACES, LEAST_PLACES = 6, 2
_SUMS = ("net", "tax", "gross", "payable")
_TEXTS = ("supplier", "vat_id", "number", "currency", "reference", "account", "bank", "order")


class SumEdit(NumberEdit):
    """An amount as the sender wrote it, with two decimals at least."""

    def _written(self, value: Decimal) -> str:
        places = -int(value.normalize().as_tuple().exponent)
        return formats().decimal(value, max(places, LEAST_PLACES))


class BillFields(Form):
    """What is written of a draft bill."""

    def __init__(self, shell: Shell, opened: OpenedBill) -> None:
        super().__init__()
        self._shell = shell
        self._held = opened.form
        self._offered = opened.offered
        self.contact: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self.contact.icon = "user"
        self.contact.offer_new(self._new_text, self._add_contact)
        self.texts = {name: TextEdit() for name in _TEXTS}
        self.issued_on, self.due_on = DateEdit(shell.today), DateEdit(shell.today)
        self.is_credit: ChoiceEdit[bool] = ChoiceEdit(
            [(False, _("Bill")), (True, _("Credit note"))]
        )
        self.note = MultiLine(2)
        self.sums = {name: SumEdit(PLACES) for name in _SUMS}
        self.lines = PartRows(self, "lines", _line_fields(), _("Another line"))
        self.taxes = PartRows(self, "taxes", _tax_fields(), _("Another rate"))
        self._lay_out()

    def put(self, form: BillForm) -> None:
        """Show what a bill says; nothing of it counts as typed."""
        self._held = form
        for name, editor in self.texts.items():
            editor.put(getattr(form, name))
        self.issued_on.put(form.issued_on)
        self.due_on.put(form.due_on)
        self.is_credit.put(form.is_credit)
        self.note.put(form.note)
        for name, number in self.sums.items():
            number.put(getattr(form, name))
        self.lines.put([asdict(one) for one in form.lines])
        self.taxes.put([asdict(one) for one in form.taxes])
        self.call_clean()
        if form.supplier_id is not None:
            ids = (form.supplier_id,)
            self._shell.client.ask(self._know, contacts.rows, ids)

    def value(self) -> BillForm:
        """Return what stands in the fields."""
        row = self.contact.value()
        texts: dict[str, Any] = {name: editor.value() for name, editor in self.texts.items()}
        sums: dict[str, Any] = {name: number.value() for name, number in self.sums.items()}
        return replace(
            self._held,
            **texts,
            **sums,
            supplier_id=ContactId(row.id) if row else None,
            issued_on=self.issued_on.value(),
            due_on=self.due_on.value(),
            is_credit=self.is_credit.value(),
            note=self.note.value(),
            lines=tuple(BillLine(**one) for one in self.lines.values()),
            taxes=tuple(BillTax(**one) for one in self.taxes.values()),
        )

    def unreadable(self) -> Iterator[Problem]:
        """Yield what was typed and is no day and no number."""
        for path in self.paths:
            yield from not_read(path, self.cell(path).editor)

    def placed(self, problem: Problem) -> Problem:
        """Return a problem at the path of its field."""
        path = self.taxes.place_of(self.lines.place_of(problem.field))
        return replace(problem, field="contact" if path == "supplier_id" else path)

    def _lay_out(self) -> None:
        self.heading(_("Supplier"))
        self.add("contact", _("Contact"), self.contact, columns=6)
        self.add("supplier", _("Name on the bill"), self.texts["supplier"], columns=6)
        self.add("vat_id", _("VAT number"), self.texts["vat_id"], columns=6)
        self.add("order", _("Order"), self.texts["order"], columns=6)
        self.heading(_("Bill"))
        self.add("number", _("Number"), self.texts["number"], columns=6)
        self.add("is_credit", _("Kind"), self.is_credit, columns=6)
        self.add("issued_on", _("Date"), self.issued_on, columns=6)
        self.add("due_on", _("Due date"), self.due_on, columns=6)
        self.heading(_("Payment"))
        self.add("account", _("Account"), self.texts["account"], columns=8)
        self.add("bank", _("Bank"), self.texts["bank"], columns=4)
        self.add("reference", _("Reference"), self.texts["reference"], columns=8)
        self.add("currency", _("Currency"), self.texts["currency"], columns=4)
        for name, label in (
            ("net", _("Net")),
            ("tax", _("VAT")),
            ("gross", _("Total")),
            ("payable", _("To pay")),
        ):
            self.add(name, label, self.sums[name], columns=3)
        self.heading(_("VAT by rate"))
        self.place(self.taxes)
        self.heading(_("Lines"))
        self.place(self.lines)
        self.add("note", _("Note"), self.note, columns=12)

    def _new_text(self, words: str) -> str:
        name = words or self._offered.name
        return _("New supplier “{name}”", name=name)

    def _add_contact(self, words: str) -> None:
        """Add the seller as a contact, with all that the bill says of it."""
        form = replace(self._offered, name=words or self._offered.name)
        self._shell.client.do(self._added, contacts.add, form)

    def _added(self, contact: Contact) -> None:
        self._shell.say(_("{name} is a contact now", name=contact.name))
        self._shell.client.ask(self._take, contacts.rows, (contact.id,))

    def _take(self, rows: tuple[ContactRow, ...]) -> None:
        if rows:
            self.contact.put(rows[0])
            self.contact.edited.emit()

    def _know(self, rows: tuple[ContactRow, ...]) -> None:
        if rows:
            self.contact.put(rows[0])


def _line_fields() -> Sequence[PartField]:
    number, amount = partial(NumberEdit, PLACES), partial(SumEdit, PLACES)
    return (
        PartField("text", _("Description"), TextEdit, columns=12, is_main=True),
        PartField("quantity", _("Quantity"), number, columns=2),
        PartField("unit", _("Unit"), TextEdit, columns=2),
        PartField("price", _("Unit price"), amount, columns=3),
        PartField("rate", _("VAT %"), number, columns=2),
        PartField("net", _("Net"), amount, columns=3, is_main=True),
    )


def _tax_fields() -> Sequence[PartField]:
    number, amount = partial(NumberEdit, PLACES), partial(SumEdit, PLACES)
    return (
        PartField("rate", _("VAT %"), number, columns=4),
        PartField("base", _("Net"), amount, columns=4, is_main=True),
        PartField("amount", _("VAT"), amount, columns=4, is_main=True),
    )


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town
