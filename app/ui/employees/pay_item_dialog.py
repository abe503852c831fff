"""The dialog of what a person gets or is charged: the fields that its component asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.standing import figures_named, pay_days_left
from app.domain.shared.ids import EmployeeId, PayItemId
from app.domain.shared.money import Money, money
from app.domain.shared.refusals import NotFound
from app.services import pay_items
from app.ui.employees.form_dialog import FormDialog
from app.ui.employees.pay_item_words import FIELDS, component_name, field_name
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, PercentEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many


@dataclass(frozen=True, slots=True)
class ItemOffer:
    """The components of which there are items, and the money they are in."""

    components: Sequence[PayComponent]
    currency: str


class PayItemDialog(FormDialog):
    """Writes an item: every pay day from a day on, or once; a loan until nothing is left."""

    def __init__(self, shell: Shell, parent: QWidget, offer: ItemOffer, before: PayItem) -> None:
        text = _("It comes with every pay run of its days; an empty last day is open.")
        super().__init__(shell, parent, (_("Pay item"), text), "coins")
        self._before = before
        self._currency = offer.currency
        self._of: Mapping[str, PayComponent] = {one.code: one for one in offer.components}
        choices = [(code, component_name(one)) for code, one in self._of.items()]
        self.component: ChoiceEdit[str] = ChoiceEdit(choices)
        self.amount, self.rest = MoneyEdit(self._currency), MoneyEdit(self._currency)
        self.quantity, self.percent = NumberEdit(), PercentEdit()
        self.first, self.last = DateEdit(shell.today), DateEdit(shell.today)
        self.once = CheckEdit(_("Once, with the pay run of the first day"))
        self.text = TextEdit()
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self._put_fields()
        self._show_item()
        for field in (self.component, self.amount, self.rest, self.once):
            field.edited.connect(self.suit)
        self.suit()
        self.finish(_("Keep"))
        if before.version:
            self.guard(f"pay_item:{before.id}", before.version, self._reread)
        self.component.setFocus()

    def suit(self) -> None:
        """Show the fields that the component asks for, and how long it goes on."""
        component = self._of.get(self.component.value())
        named = figures_named(component) if component else frozenset()
        for figure in FIELDS:
            cell = self.form.cell(figure)
            cell.setVisible(figure in named)
            cell.label.setText(field_name(self.component.value(), figure))
            cell.editor.setAccessibleName(cell.label.text())
        self.form.cell("once").setVisible("rest" not in named)
        self.form.cell("last_on").setVisible("rest" in named or not self.once.value())
        self.told.setText(self._end_text("rest" in named))
        self.told.setVisible(bool(self.told.text()))

    def written(self) -> PayItem:
        """Return the item as it is written; a field that its component does not ask for is none."""
        component = self._of.get(self.component.value())
        named = figures_named(component) if component else frozenset()
        first = self.first.value() or self.shell.today()
        is_once = self.once.value() and "rest" not in named
        return replace(
            self._before,
            component=self.component.value(),
            first_on=first,
            last_on=first if is_once else self.last.value(),
            amount=self._money(self.amount) if "amount" in named else None,
            quantity=self.quantity.value() if "quantity" in named else None,
            percent=self.percent.value() if "percent" in named else None,
            rest=self._money(self.rest) if "rest" in named else None,
            text=self.text.value(),
        )

    def send(self) -> None:
        """Keep the item, a new one or in place of what it was."""
        command = pay_items.save if self._before.version else pay_items.add
        self.shell.client.do(self.kept, command, self.written(), refused=self.refused)

    def _reread(self) -> None:
        if self.standoff is not None:
            asked = self._before.employee_id
            self.shell.client.ask_or(self._show_again, self.standoff.lost, pay_items.of, asked)

    def _show_again(self, items: tuple[PayItem, ...]) -> None:
        found = next((one for one in items if one.id == self._before.id), None)
        if self.standoff is None:
            return
        if found is None:
            self.standoff.lost(NotFound())
            return
        self._before = found
        self._show_item()
        self.suit()
        self.standoff.opened(found.version)

    def _end_text(self, has_rest: object) -> str:
        """Return until when the item goes on."""
        item = self.written()
        times = pay_days_left(item) if has_rest and item.component == "loan" else None
        if times:
            return many("Taken on {n} pay day more", "Taken on {n} pay days more", times)
        if has_rest:
            return _("It is taken until nothing is left of it.")
        return ""

    def _money(self, field: MoneyEdit) -> Money | None:
        value = field.value()
        return None if value is None else money(value, self._currency)

    def _put_fields(self) -> None:
        form = self.form
        form.add("component", _("Component of pay"), self.component, columns=12)
        fields = (self.amount, self.quantity, self.percent, self.rest)
        for figure, field in zip(FIELDS, fields, strict=True):
            form.add(figure, _(FIELDS[figure]), field, columns=6)
        form.add("first_on", _("First day"), self.first, columns=6)
        form.add("last_on", _("Last day"), self.last, columns=6)
        form.add("once", "", self.once, columns=12)
        form.cell("once").label.hide()
        form.add("text", _("Text on the payslip"), self.text, columns=12)
        form.place(self.told)

    def _show_item(self) -> None:
        item = self._before
        self.component.put(item.component)
        self.amount.put(_decimal(item.amount))
        self.rest.put(_decimal(item.rest))
        self.quantity.put(item.quantity)
        self.percent.put(item.percent)
        self.first.put(item.first_on)
        self.once.put(item.last_on == item.first_on)
        self.last.put(item.last_on)
        self.text.put(item.text)


def new_item(person: EmployeeId, components: Sequence[PayComponent], today: date) -> PayItem:
    """Return what a new item begins with; its version 0 says that it is not there yet."""
    return PayItem(PayItemId(0), 0, person, components[0].code, today, None)


def _decimal(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount
