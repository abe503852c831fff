"""One invoice of many orders of a customer: of what was ordered, or delivered, until a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import ContactId
from app.domain.shared.readings import NO_DAY
from app.lang.texts import mark
from app.services import order_billing
from app.services.order_billing import Counted
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

_REST, _NAMED, _WIDTH = 250, 5, 500
COUNTED = {
    Counted.DELIVERED: mark("Delivered until"),
    Counted.ORDERED: mark("Ordered until"),
}


def last_of_month(day: date) -> date:
    """Return the last day of the month of a day."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


class TogetherDialog(Dialog):
    """Asks until which day a customer is invoiced, and says which orders that takes in."""

    def __init__(self, parent: QWidget, shell: Shell, customer_id: ContactId) -> None:
        text = _("One invoice is drafted; what differs in currency or discount has one of its own.")
        title = _("Invoice all orders of the customer")
        super().__init__(parent, title, text, "files")
        self.drafted_of = customer_id
        self._shell, self._customer_id = shell, customer_id
        self.form = Form()
        self.counted: ChoiceEdit[str] = ChoiceEdit(
            [(one.value, _(word)) for one, word in COUNTED.items()]
        )
        self.until = DateEdit(shell.today)
        self.told = plain_label("")
        self.form.add("counted", _("What counts"), self.counted, columns=7)
        self.form.add("until", _("Until"), self.until, columns=5)
        self.add_field(self.form)
        self.add_field(self.told)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.look)
        self.form.edited.connect(self._rest.start)
        self.form.submitted.connect(self.accept)
        self.until.returnPressed.connect(self.accept)
        self._offer()
        self.setMinimumWidth(theme().px(_WIDTH))
        self.counted.put(Counted.DELIVERED.value)
        self.until.put(shell.today())
        self.until.setFocus()
        self.look()

    def look(self) -> None:
        """Ask which orders have something to invoice until the day."""
        if self.until.is_readable():
            asked = order_billing.orders_to_bill
            told = (self._customer_id, self.until.value(), self._counts())
            self._shell.client.ask(self._show, asked, *told)

    def take_last_month(self) -> None:
        """Write the last day of the month before this one."""
        self._put(self._shell.today().replace(day=1) - timedelta(days=1))

    def take_this_month(self) -> None:
        """Write the last day of this month."""
        self._put(last_of_month(self._shell.today()))

    def accept(self) -> None:
        """Draft the invoice, or say why the day cannot be read."""
        if not self.until.is_readable():
            problem = NO_DAY.at("until", text=self.until.text())
            self.form.show_problems([problem], focus=True)
            return
        told = (self._customer_id, self.until.value(), self._counts())
        answer = _Drafts(self._shell).show
        self._shell.client.do(answer, order_billing.bill_together, *told)
        super().accept()

    def _offer(self) -> None:
        buttons = (
            (_("Cancel"), self.reject),
            (_("&Last month"), self.take_last_month),
            (_("&This month"), self.take_this_month),
        )
        for text, done in buttons:
            self.add_button(text, done, primary=False).setAutoDefault(False)
        self.add_button(_("Make the draft"), self.accept, primary=True)

    def _counts(self) -> Counted:
        return Counted(self.counted.value())

    def _put(self, day: date) -> None:
        self.until.put(day)
        self.until.setFocus()
        self.look()

    def _show(self, numbers: tuple[str, ...]) -> None:
        named = ", ".join(numbers[:_NAMED]) + (", …" if len(numbers) > _NAMED else "")
        self.told.setText(
            many("{n} order: {orders}", "{n} orders: {orders}", len(numbers), orders=named)
            if numbers
            else _("Nothing can be invoiced until that day.")
        )
        if self._main is not None:
            self._main.setEnabled(bool(numbers))


class _Drafts:
    """Shows the drafts that were made; the dialog is gone by then."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def show(self, made: tuple[Invoice, ...]) -> None:
        """Open each draft, and say how many they are."""
        for one in made:
            self._shell.open("invoice", one.id)
        self._shell.say(many("{n} invoice is drafted", "{n} invoices are drafted", len(made)))


def ask_together(page: QWidget, shell: Shell, customer_id: ContactId) -> TogetherDialog:
    """Ask until which day all orders of a customer are invoiced."""
    dialog = TogetherDialog(page, shell, customer_id)
    dialog.open()
    return dialog
