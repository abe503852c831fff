"""Drop shipment in the window: which lines a supplier delivers, and what was delivered so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.contacts.row import ContactRow
from app.domain.orders.direct import DirectDelivery
from app.domain.orders.order import Order
from app.domain.shared.ids import OrderId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import OfficeError
from app.services import contacts, direct_deliveries
from app.services.direct_deliveries import Direct, DirectLine, Sent
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import DateEdit, NumberEdit, TextEdit
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many


class DirectVerbs(QObject):
    """Lets suppliers deliver lines of orders, and notes what they delivered."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._client, self._page = shell, shell.client, page

    def ask(self, order_id: OrderId) -> None:
        """Ask which lines a supplier delivers straight to the customer."""
        self._client.ask(partial(self._ask, order_id), direct_deliveries.of_order, order_id)

    def note(self, order_id: OrderId) -> None:
        """Ask what a supplier delivered."""
        self._client.ask(partial(self._note, order_id), direct_deliveries.of_order, order_id)

    def bring_home(self, order_id: OrderId) -> None:
        """Deliver from our own stock again what suppliers did not deliver yet."""
        self._client.ask(partial(self._bring_home, order_id), direct_deliveries.of_order, order_id)

    def _ask(self, order_id: OrderId, found: Direct) -> None:
        lines = [one for one in found.lines if one.open and one.supplier_id is None]
        if not lines:
            self._shell.say(_("No line of this order is open for a supplier to deliver."))
            return
        ChooseLines(self._page, self._shell, (order_id, found), lines).open()

    def _note(self, order_id: OrderId, found: Direct) -> None:
        lines = [one for one in found.lines if one.open and one.supplier_id is not None]
        if not lines:
            self._shell.say(_("No supplier is to deliver anything of this order."))
            return
        NoteDelivery(self._page, self._shell, (order_id, found), lines).open()

    def _bring_home(self, order_id: OrderId, found: Direct) -> None:
        lines = tuple(one.line_id for one in found.lines if one.supplier_id is not None)
        if not lines:
            self._shell.say(_("No supplier is to deliver anything of this order."))
            return
        self._client.do(self._home, direct_deliveries.from_stock, order_id, lines)

    def _home(self, order: Order) -> None:
        self._shell.say(_("Order {number} is delivered from our stock again", number=order.number))


class _OfLines(Dialog):
    """A dialog over lines of an order; a refusal stands in it, with all that was chosen."""

    def __init__(self, page: QWidget, shell: Shell, of: tuple[OrderId, Direct], title: str) -> None:
        order_id, found = of
        place = found.deliver_to
        parts = (place.street, place.extra, place.postcode, place.town) if place else ()
        told = ", ".join(part for part in parts if part) or _("no address yet")
        super().__init__(page, title, _("It goes to: {place}", place=told), "truck")
        self.drafted_of = order_id
        self._shell, self._order_id = shell, order_id
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    def _finish(self, yes: str) -> None:
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(yes, self.send, primary=True)

    def send(self) -> None:
        """Do what was chosen."""

    def refuse(self, error: OfficeError) -> None:
        """Say what stands in the way."""
        self._say_wrong(str(error_sentence(error)))

    def _say_wrong(self, text: str) -> None:
        self.wrong.setText(f"✕ {text}")
        self.wrong.show()


class ChooseLines(_OfLines):
    """Asks which lines which supplier delivers."""

    def __init__(
        self,
        page: QWidget,
        shell: Shell,
        of: tuple[OrderId, Direct],
        lines: Sequence[DirectLine],
    ) -> None:
        super().__init__(page, shell, of, _("Deliver from the supplier"))
        self._lines = lines
        self.supplier: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self._usual = next((one for one in lines if one.usual_id is not None), None)
        self.boxes = [CheckEdit(_what(one)) for one in lines]
        self.add_labelled(_("Supplier"), self.supplier)
        for box in self.boxes:
            box.put(value=True)
            self.add_field(box)
        self._finish(_("Deliver from the supplier"))
        self.supplier.setFocus()
        if self._usual is not None and self._usual.usual_id is not None:
            shell.client.ask(self._put_usual, contacts.rows, (self._usual.usual_id,))

    def send(self) -> None:
        supplier = self.supplier.value()
        pairs = zip(self._lines, self.boxes, strict=True)
        chosen = tuple(line.line_id for line, box in pairs if box.value())
        if not isinstance(supplier, ContactRow):
            self._say_wrong(_("Choose the supplier."))
            self.supplier.setFocus()
            return
        self._shell.client.do(
            self._done,
            direct_deliveries.direct,
            self._order_id,
            chosen,
            supplier.id,
            refused=self.refuse,
        )

    def _put_usual(self, rows: tuple[ContactRow, ...]) -> None:
        if rows and self.supplier.value() is None:
            self.supplier.put(rows[0])

    def _done(self, order: Order) -> None:
        self.accept()
        count = sum(line.supplier_id is not None for line in order.lines)
        self._shell.say(
            many(
                "{n} line comes from the supplier straight to the customer",
                "{n} lines come from the supplier straight to the customer",
                count,
            )
        )


class NoteDelivery(_OfLines):
    """Asks how much of each line the supplier delivered, when, and with which paper."""

    def __init__(
        self,
        page: QWidget,
        shell: Shell,
        of: tuple[OrderId, Direct],
        lines: Sequence[DirectLine],
    ) -> None:
        super().__init__(page, shell, of, _("What the supplier delivered"))
        self._lines = lines
        self.on, self.reference = DateEdit(shell.today), TextEdit()
        self.on.put(shell.today())
        self.add_labelled(_("Delivered on"), self.on)
        self.add_labelled(_("Supplier's paper or tracking"), self.reference)
        self.amounts = [NumberEdit() for _line in lines]
        for line, field in zip(lines, self.amounts, strict=True):
            field.put(line.open)
            self.add_labelled(_what(line), field)
        self._finish(_("Note the delivery"))
        self.reference.setFocus()

    def send(self) -> None:
        day = self.on.value()
        if day is None:
            self._say_wrong(_("Write the day."))
            self.on.setFocus()
            return
        sent = []
        for line, field in zip(self._lines, self.amounts, strict=True):
            amount = field.value()
            if amount is None and field.text().strip():
                self._say_wrong(_("“{text}” is not an amount.", text=field.text()))
                field.setFocus()
                return
            if amount:
                sent.append(Sent(line.line_id, Quantity(amount)))
        if not sent:
            self._say_wrong(_("Write how much of a line was delivered."))
            return
        self._shell.client.do(
            self._done,
            direct_deliveries.deliver,
            self._order_id,
            tuple(sent),
            day,
            self.reference.value(),
            refused=self.refuse,
        )

    def _done(self, made: tuple[DirectDelivery, ...]) -> None:
        self.accept()
        text = many(
            "Noted: {n} line was delivered by the supplier",
            "Noted: {n} lines were delivered by the supplier",
            len(made),
        )
        ids = tuple(one.id for one in made)
        gone = _("The supplier's delivery was taken back")
        self._shell.did(Deed(text, direct_deliveries.take_back, (ids,), gone=gone))


def made_text(found: Direct) -> str:
    """Return what suppliers deliver of an order and what they did, a line for each."""
    names = {one.line_id: one for one in found.lines}
    told = [
        _(
            "{goods}: {count} {unit} still from {supplier}",
            goods=_first(one.description),
            count=formats().plain(one.open),
            unit=one.unit,
            supplier=one.supplier_name,
        )
        for one in found.lines
        if one.supplier_id is not None and one.open
    ]
    for each in found.made:
        line = names.get(each.order_line_id)
        goods = _first(line.description) if line else ""
        day, count = formats().day(each.delivered_on), formats().plain(each.quantity)
        parts = (f"{goods}: {count} {line.unit if line else ''}".strip(), day, each.reference)
        told.append(" · ".join(part for part in parts if part))
    return "\n".join(told)


def _what(line: DirectLine) -> str:
    count = formats().plain(line.open)
    return f"{_first(line.description)}: {count} {line.unit}".strip()


def _first(description: str) -> str:
    return description.partition("\n")[0]


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town
