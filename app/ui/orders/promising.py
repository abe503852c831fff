"""Promising a day: when each line can be there and why, what would be if, and the promise itself.

``ask_day`` for an order that is kept, ``ask_day_of_draft`` for one that is being written.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.orders.handling import Agreed, agreed_on
from app.domain.orders.order import Order, OrderDraft, Priority
from app.domain.shared.ids import OrderId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.shared.readings import NO_DAY, NO_NUMBER
from app.services import promising
from app.services.promising import Simulation, Supposed, Supposition, line_by_line
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.orders.promise_words import (
    COLUMNS,
    PromiseRow,
    parts_text,
    promise_rows,
    whole_text,
    why_then,
)
from app.ui.orders.words import PRIORITIES

_REST, _HEIGHT, _WIDTH = 250, 170, 820
_LONG = 50
"""More letters than this of a reason may not have room in the table: they stand below it too."""

Show = Callable[[Simulation], None]


class Asking(Protocol):
    """What a day is promised of: an order that is kept, or one that is being written."""

    def ask(self, show: Show, supposed: Supposition) -> None:
        """Ask when it can be there."""

    def promise(self, before: Agreed, wanted: Agreed) -> None:
        """Promise it."""


class PromiseDialog(Dialog):
    """Shows when an order can be there, as it stands or as it would be, and asks for the day."""

    def __init__(self, parent: QWidget, shell: Shell, asking: Asking) -> None:
        text = _("Orders are served by priority, then by the day promised; empty takes it back.")
        super().__init__(parent, _("Promise a day"), text, "calendar-event")
        self._asking = asking
        self._found: Simulation | None = None
        self._quantities: dict[int, Quantity] = {}
        self._is_hurried = False
        self.form = Form()
        self.day = DateEdit(shell.today)
        self.priority: ChoiceEdit[str] = ChoiceEdit(
            [(one.name, _(text)) for one, text in PRIORITIES.items()]
        )
        self.quantity = NumberEdit()
        self.table: ShortTable[PromiseRow] = ShortTable(_("When each line can be there"), COLUMNS)
        self.told, self.parts = plain_label(""), plain_label("", "muted")
        self.doubt, self.why = plain_label("", "warn"), plain_label("", "muted")
        self._place()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.look)
        self.table.chosen.connect(self._choose)
        self.day.edited.connect(self._weigh)
        self.priority.edited.connect(self._rest.start)
        self.quantity.edited.connect(self._suppose)
        self.form.submitted.connect(self.accept)
        self.day.returnPressed.connect(self.accept)
        self.day.setFocus()
        self.look()

    def look(self) -> None:
        """Ask when it can be there, as it is supposed now."""
        lines = tuple(Supposed(place, many) for place, many in self._quantities.items())
        turn = None if self._found is None else Priority[self.priority.value()]
        self._asking.ask(self.show_found, Supposition(turn, lines))

    def show_found(self, found: Simulation) -> None:
        """Show when it can be there."""
        is_first, self._found = self._found is None, found
        if is_first:
            self.priority.put(found.agreed.priority.name)
            if self.day.value() is None and self.day.is_readable():
                self.day.put(found.agreed.promised_on or found.whole_on)
            self.day.selectAll()
        self.table.show_rows(tuple(promise_rows(found)))
        self._choose(self.table.chosen_id())
        self.told.setText(whole_text(found))
        self.parts.setText(parts_text(found))
        self.parts.setVisible(bool(self.parts.text()))
        self.earliest.setEnabled(found.whole_on is not None)
        self._weigh()
        if self._is_hurried:
            self._is_hurried = False
            self.accept()

    def take_earliest(self) -> None:
        """Write the first day on which all of it can be there."""
        if self._found is not None:
            self.day.put(self._found.whole_on)
            self._weigh()
            self.day.setFocus()

    def accept(self) -> None:
        """Promise the day that is written, or say why it cannot be read."""
        if not self.day.is_readable():
            problem = NO_DAY.at("day", text=self.day.text())
            self.form.show_problems([problem], focus=True)
        elif self._found is None:
            self._is_hurried = True
        else:
            self._promise(Agreed(self._turn(), self.day.value()))

    def save_lines(self) -> None:
        """Promise each line for its own day."""
        if self._found is not None:
            self._promise(line_by_line(self._found, self._turn()))

    def _place(self) -> None:
        self.form.add("day", _("Promised for"), self.day, columns=4)
        self.form.add("priority", _("Priority"), self.priority, columns=4)
        label = _("Quantity, supposed")
        self.form.add("quantity", label, self.quantity, columns=4)
        self.table.give_room(COLUMNS[3].title)
        self.table.setMinimumHeight(theme().px(_HEIGHT))
        for part in (self.form, self.doubt, self.told, self.parts, self.table, self.why):
            self.add_field(part)
        self.doubt.hide()
        self.parts.hide()
        self.why.hide()
        self.setMinimumWidth(theme().px(_WIDTH))
        cancel = self.add_button(_("Cancel"), self.reject, primary=False)
        self.earliest = self.add_button(_("&Earliest day"), self.take_earliest, primary=False)
        self.lines = self.add_button(_("Line &by line"), self.save_lines, primary=False)
        for button in (cancel, self.earliest, self.lines):
            button.setAutoDefault(False)
        self.add_button(_("Promise"), self.accept, primary=True)
        self.lines.setToolTip(_("Promise each line for the first day on which it can be there"))

    def _turn(self) -> Priority:
        return Priority[self.priority.value()]

    def _promise(self, wanted: Agreed) -> None:
        if self._found is not None and not self._quantities:
            self._asking.promise(self._found.agreed, wanted)
            super().accept()

    def _choose(self, record: object) -> None:
        row = self.table.row_of(record) if isinstance(record, int) else None
        told = why_then(row) if row is not None else ""
        self.why.setText(told if len(told) > _LONG else "")
        self.why.setVisible(bool(self.why.text()))
        if row is not None and not self.quantity.hasFocus():
            self.quantity.put(row.goods.quantity)

    def _suppose(self) -> None:
        """Suppose another quantity of the chosen line; what cannot be one is told."""
        record = self.table.chosen_id()
        row = self.table.row_of(record) if record is not None else None
        many = self.quantity.value()
        is_amount = self.quantity.is_readable() and many is not None and many > Decimal(0)
        problems: list[Problem] = []
        if not is_amount:
            problems = [NO_NUMBER.at("quantity", text=self.quantity.text())]
        self.form.show_problems(problems)
        if row is not None and is_amount and many is not None:
            self._quantities[row.goods.place] = Quantity(many)
            self._rest.start()

    def _weigh(self) -> None:
        """Say what speaks against the day that is written."""
        text, found, day = "", self._found, self.day.value()
        if self._quantities:
            text = _("It is only supposed so: change the order to promise another quantity.")
        elif found is not None and day is not None and found.whole_on is None:
            text = _("Nobody can say when all of it can be there: this day may not hold.")
        elif found is not None and found.whole_on is not None and day and day < found.whole_on:
            first = formats().day(found.whole_on)
            text = _("Not all of it can be there by then; the earliest day is {day}.", day=first)
        self.doubt.setText(f"! {text}" if text else "")
        show_role(self.doubt, "warn")
        self.doubt.setVisible(bool(text))
        for button in (self._main, self.lines):
            if button is not None:
                button.setEnabled(found is not None and not self._quantities)


class KeptOrder:
    """An order that is kept: its promise can be taken back."""

    def __init__(self, shell: Shell, order_id: OrderId) -> None:
        self._shell = shell
        self._order_id = order_id

    def ask(self, show: Show, supposed: Supposition) -> None:
        """Ask when it can be there."""
        self._shell.client.ask(show, promising.simulation, self._order_id, supposed)

    def promise(self, before: Agreed, wanted: Agreed) -> None:
        """Promise it."""
        answer = partial(self._promised, before)
        self._shell.client.do(answer, promising.agree, self._order_id, wanted)

    def _promised(self, before: Agreed, order: Order) -> None:
        self._shell.did(agreed_deed(before, order))


class WrittenOrder:
    """An order that is being written: the day goes into its form."""

    def __init__(
        self, shell: Shell, written: tuple[OrderId, OrderDraft], put: Callable[[Agreed], object]
    ) -> None:
        self._shell = shell
        self._order_id, self._content = written
        self._put = put

    def ask(self, show: Show, supposed: Supposition) -> None:
        """Ask when it could be there."""
        ask, asked = self._shell.client.ask, promising.simulated
        ask(show, asked, self._content, supposed, self._order_id)

    def promise(self, before: Agreed, wanted: Agreed) -> None:
        """Write the day and the turn into the form."""
        self._put(wanted)


def ask_day(page: QWidget, shell: Shell, order_id: OrderId) -> PromiseDialog:
    """Ask for which day an order is promised."""
    return _opened(PromiseDialog(page, shell, KeptOrder(shell, order_id)))


def ask_day_of_draft(
    page: QWidget,
    shell: Shell,
    written: tuple[OrderId, OrderDraft],
    put: Callable[[Agreed], object],
) -> PromiseDialog:
    """Ask for which day what is written is promised."""
    dialog = _opened(PromiseDialog(page, shell, WrittenOrder(shell, written, put)))
    dialog.lines.hide()
    return dialog


def agreed_deed(before: Agreed, order: Order) -> Deed:
    """Return that a day was promised; what was agreed before comes back."""
    day = order.promised_on
    text = _("Promised for {day}", day=formats().day(day)) if day else _("No day is promised now")
    after = partial(agreed_deed, agreed_on(order))
    return Deed(text, promising.agree, (order.id, before), after)


def _opened(dialog: PromiseDialog) -> PromiseDialog:
    dialog.open()
    return dialog
