"""The editor of an order: as that of an invoice, with priority, promise and what there is of it."""

from __future__ import annotations

from functools import partial

from app.domain.orders.handling import Agreed
from app.domain.orders.making import written_of
from app.domain.orders.order import Channel, Order, OrderDraft, Priority
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity
from app.lang.texts import mark
from app.services import order_forms, order_papers, orders, promising
from app.services.order_forms import OrderDesktop
from app.services.ordering import FORM
from app.services.promising import Prospect
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.making import Deeds, Making, Opened
from app.ui.invoices.rows import Field
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

_DETAILS = ("issued_on", "terms_days", "our_reference", "language", "is_gross", "currency")

ORDER = Making(
    head=("customer_id", "order_reference", *_DETAILS),
    details=_DETAILS,
    tail=("discount", "your_reference", "note"),
    review=orders.review,
    preview=order_papers.preview,
    explanation=orders.explanation,
    note=mark("Note on the order"),
    lines=mark("Lines of the order"),
    hidden=frozenset({Field.CHOICE, Field.DELIVERED}),
)
ORDER_DEEDS = Deeds(
    form=FORM,
    opened=order_forms.opened,
    get=orders.get,
    add=orders.draft,
    revise=orders.save,
    finish=orders.confirm,
)
PRIORITIES = {
    Priority.URGENT: mark("Urgent"),
    Priority.HIGH: mark("High priority"),
    Priority.NORMAL: mark("Normal priority"),
    Priority.LOW: mark("Low priority"),
}
CHANNELS = {
    Channel.PHONE: mark("By phone"),
    Channel.MAIL: mark("By mail"),
    Channel.LETTER: mark("By letter"),
    Channel.VISIT: mark("At the counter"),
}
WHOLE = {"": mark("In parts"), "whole": mark("Whole only")}


class OrderHead(Form):
    """What is written of an order beside its content: when, how urgent, and how it came."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.wanted_on, self.promised_on = DateEdit(shell.today), DateEdit(shell.today)
        self.priority: ChoiceEdit[str] = ChoiceEdit(
            [(one.name, _(text)) for one, text in PRIORITIES.items()]
        )
        self.channel: ChoiceEdit[str] = ChoiceEdit(
            [(one.name, _(text)) for one, text in CHANNELS.items()]
        )
        self.ships_whole: ChoiceEdit[str] = ChoiceEdit(
            [(name, _(text)) for name, text in WHOLE.items()]
        )
        self.add("wanted_on", _("Wanted by"), self.wanted_on, columns=2)
        self.add("promised_on", _("Promised for"), self.promised_on, columns=2)
        self.add("priority", _("Priority"), self.priority, columns=3)
        self.add("channel", _("Came"), self.channel, columns=3)
        self.add("ships_whole", _("Goes out"), self.ships_whole, columns=2)

    def put(self, order: Order | None) -> None:
        """Show an order, or a new one."""
        self.wanted_on.put(order.wanted_on if order else None)
        self.promised_on.put(order.promised_on if order else None)
        self.priority.put((order.priority if order else Priority.NORMAL).name)
        channel = order.channel if order else Channel.PHONE
        if channel not in CHANNELS:
            self.channel.offer([(channel.name, channel.value), *self._channels()])
        self.channel.put(channel.name)
        self.ships_whole.put("whole" if order and order.ships_whole else "")

    def _channels(self) -> list[tuple[str, str]]:
        return [(one.name, _(text)) for one, text in CHANNELS.items()]


class OrderEditor(DraftEditor):
    """Edits one order; beside a line stands what there is of its product, and from when on."""

    def __init__(self, shell: Shell, opened: Opened, order: Order | None) -> None:
        super().__init__(shell, ORDER, opened)
        self._client = shell.client
        self._order = order
        self._prospects: dict[tuple[int, str], Prospect] = {}
        self._asked_for: tuple[int, str] | None = None
        self.order_head = OrderHead(shell)
        self.order_head.put(order)
        self.lines.looked.connect(self._ask_prospect)
        self.reviewed.connect(self._ask_prospect)

    @property
    def forms(self) -> tuple[Form, ...]:
        return (self.order_head, *super().forms)

    @property
    def is_blank(self) -> bool:
        has_customer = bool(self.head.customer.value() or self.head.order_reference.value())
        return not has_customer and all(row.is_blank for row in self.model.rows)

    def written(self) -> OrderDraft:
        fields = self.order_head
        warehouse = self._order.warehouse_id if self._order else None
        return OrderDraft(
            content=self.content(),
            channel=Channel[fields.channel.value() or Channel.PHONE.name],
            priority=Priority[fields.priority.value() or Priority.NORMAL.name],
            wanted_on=fields.wanted_on.value(),
            promised_on=fields.promised_on.value(),
            ships_whole=bool(fields.ships_whole.value()),
            warehouse_id=warehouse,
        )

    def agree(self, wanted: Agreed) -> None:
        """Write the turn and the day that were agreed into the form."""
        self.order_head.priority.put(wanted.priority.name)
        self.order_head.promised_on.put(wanted.promised_on)
        self.order_head.promised_on.edited.emit()

    def _ask_prospect(self, *_news: object) -> None:
        """Ask what there is of the product of the line under the cursor."""
        place = self.lines.currentIndex().row()
        read = self.model.read()
        if not 0 <= place < len(read):
            return
        line = read[place].line
        if line.product_id is None or not line.quantity.is_finite():
            return
        key = (line.product_id, f"{line.quantity:f}")
        if key not in self._prospects and key != self._asked_for:
            self._asked_for = key
            answer = partial(self._show_prospect, key)
            product, many = ProductId(line.product_id), Quantity(line.quantity)
            self._client.ask_each(answer, promising.prospect, product, many)

    def _show_prospect(self, key: tuple[int, str], found: Prospect) -> None:
        self._prospects = {key: found}
        self._show_note()

    def _show_note(self) -> None:
        super()._show_note()
        index = self.lines.currentIndex()
        if index.isValid() and self.model.problem_at(index.row(), index.column()) is not None:
            return
        read = self.model.read()
        if not 0 <= index.row() < len(read):
            return
        line = read[index.row()].line
        found = self._prospects.get((line.product_id or 0, f"{line.quantity:f}"))
        if found is not None:
            self.note.setText(prospect_text(found))


def prospect_text(found: Prospect) -> str:
    """Return what there is of a product, what is coming, and when so much can be there."""
    if not found.is_stocked:
        return _("Not kept in stock: it can be promised for any day")
    number, supply = formats().plain, found.supply
    told = [
        _("{n} {unit} on hand", n=number(supply.on_hand), unit=found.unit),
        _("{n} free", n=number(max(supply.free, Quantity(supply.free * 0)))),
    ]
    for one in supply.incoming[:2]:
        day = formats().day(one.day) if one.day else _("day not known")
        told.append(_("{n} coming {day}", n=number(one.quantity), day=day))
    if found.day is None:
        told.append(_("✕ {n} missing, none expected", n=number(found.missing)))
    elif found.missing:
        told.append(_("all of it from {day}", day=formats().day(found.day)))
    else:
        told.append(_("✓ all of it today"))
    return " · ".join(told)


def opened_from(desktop: OrderDesktop) -> Opened:
    """Return the desktop of an order as an editor begins with it."""
    order = desktop.order
    written = written_of(order) if order else desktop.blank
    return Opened(
        company=desktop.company,
        pack=desktop.pack,
        content=written.content,
        version=order.version if order else 0,
        kept=desktop.kept,
        customers=desktop.customers,
        products=desktop.products,
    )
