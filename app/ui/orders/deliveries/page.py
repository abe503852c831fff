"""One delivery in a tab: picked by a scanner or by keys alone, packed, sent, and proven.

The scan line has the keyboard while goods are picked; each scan is answered at once in words and
colour, and what did not fit changed nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.orders.delivery import OPEN, Delivery, DeliveryState
from app.domain.orders.rows import DeliveryRow
from app.domain.shared.ids import DeliveryId, DeliveryLineId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import OfficeError
from app.services import deliveries
from app.services.picking import Answer
from app.ui.kit.asking import ask_words
from app.ui.kit.attached import Attached
from app.ui.kit.dialogs import Question
from app.ui.kit.focus import enter
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.scan_line import ScanLine
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats, many, place_text
from app.ui.kit.theme import theme
from app.ui.orders.deliveries.amounts import wrong_amount
from app.ui.orders.deliveries.not_there import NotThere
from app.ui.orders.deliveries.verbs import DeliveryVerbs
from app.ui.orders.deliveries.words import NEXT, PICKED, TONES, PickRow, day_text, state_text

_BUTTONS = ("delivery.note", "delivery.slips", "delivery.labels", "delivery.next")
_PAPERS = {
    "delivery.note": deliveries.note,
    "delivery.slips": deliveries.slips,
    "delivery.labels": deliveries.labels,
    "delivery.customs": deliveries.customs,
}
_TABLES = frozenset({"delivery", "delivery_line"})


class DeliveryPage(RecordPage):
    """Shows one delivery; F8 does its next step."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "delivery", record)
        self.delivery_id = DeliveryId(record or 0)
        self.delivery: Delivery | None = None
        self._order = ""
        self.verbs = DeliveryVerbs(shell, self)
        self.missing = NotThere(self.verbs)
        self.bar = PageBar(_("Delivery of goods"), shell.book, _BUTTONS)
        self.state = Pill()
        self.bar.add(self.state)
        self.told = plain_label("", "muted")
        self.scan = ScanLine(_("Scan goods or a place"))
        self.table: ShortTable[PickRow] = ShortTable(_("Goods"), PICKED)
        self.table.give_room(PICKED[2].title)
        self.papers = Attached(shell)
        self.setWindowTitle(_("Delivery of goods"))
        self._lay_out()
        self._offer()
        self.scan.scanned.connect(self._scan)
        self.table.opened.connect(self._pick_whole)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the delivery again."""
        self.shell.client.ask_or(self._show, self._gone, deliveries.get, self.delivery_id)
        self.shell.client.ask(self._show_lines, deliveries.picking, self.delivery_id)
        self.shell.client.ask(self._show_order, deliveries.rows, (self.delivery_id,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if self.table.hasFocus() and text in {"+", " "}:
            self._pick_whole(self.table.chosen_id())
        elif self.table.hasFocus() and text and text.isprintable() and self._is_picking:
            # Whatever a scanner sends while the cursor is in the table is a scan all the same.
            self.scan.field.setFocus()
            self.scan.field.insert(text)
        else:
            super().keyPressEvent(event)

    @property
    def _is_picking(self) -> bool:
        return self.delivery is not None and self.delivery.state is DeliveryState.PICKING

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        for widget in (self.bar, self.told, self.scan):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.papers)
        self.scan.hide()
        self.papers.hide()

    def _offer(self) -> None:
        slots = {name: partial(self._paper, name) for name in _PAPERS}
        self.shell.book.offer(
            self,
            {
                **slots,
                "delivery.next": self._go_on,
                "delivery.picked": self._ask_amount,
                "delivery.elsewhere": self._ask_elsewhere,
                "delivery.parcel": self._ask_parcel,
                "delivery.carry": self._carry,
                "delivery.pick-list": self._pick_list,
                "delivery.mail": partial(self.verbs.mail, self.delivery_id),
                "delivery.order": self._open_order,
                "delivery.cancel": partial(self.verbs.cancel, self.delivery_id),
                "return.announce": self._announce,
                "list.refresh": self.refresh,
            },
        )
        self._allow()

    def _show(self, delivery: Delivery) -> None:
        was_picking = self._is_picking
        self.delivery = delivery
        title = delivery.number or _("Delivery to {customer}", customer=delivery.customer_name)
        self.bar.title.setText(title)
        self.setWindowTitle(title)
        self.titled.emit(title)
        self.state.tell(state_text(delivery.state), TONES[delivery.state])
        self.told.setText(_facts(delivery, self._order))
        self.scan.setVisible(self._is_picking)
        if self._is_picking and not was_picking:
            enter(self.scan)
        if delivery.state not in OPEN:
            self.papers.ask(f"delivery:{delivery.id}")
        self._allow()

    def _show_order(self, rows: Sequence[DeliveryRow]) -> None:
        self._order = rows[0].order_number if rows else ""
        if self.delivery is not None:
            self.told.setText(_facts(self.delivery, self._order))

    def _show_lines(self, answers: Sequence[Answer]) -> None:
        self.table.show_rows([PickRow(one) for one in answers])

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _scan(self, text: str) -> None:
        do = self.shell.client.do
        do(self._scanned, deliveries.scan, self.delivery_id, text, refused=self.scan.refuse)

    def _scanned(self, answer: Answer) -> None:
        name, left = f"{answer.name} {answer.lot}".strip(), formats().decimal(answer.left)
        if answer.is_place:
            place = place_text(answer.place)
            self.scan.tell(_("{place}: pick {left} of {name}", place=place, left=left, name=name))
        elif answer.left:
            self.scan.fits(_("{name}: {left} left", name=name, left=left))
        else:
            self.scan.fits(_("{name}: complete", name=name))
        self.table.choose(int(answer.line.id))

    def _chosen(self) -> PickRow | None:
        record = self.table.chosen_id()
        return self.table.row_of(record) if record is not None else None

    def _pick_whole(self, record: object) -> None:
        """Note that all of a line is picked; the cursor goes on to the next."""
        row = self.table.row_of(record) if isinstance(record, int) else None
        if row is None or not self._is_picking:
            return
        self._pick(row, row.answer.line.quantity)
        self.table.choose_row(self.table.currentIndex().row() + 1)

    def _pick(self, row: PickRow, amount: Quantity) -> None:
        line = DeliveryLineId(row.id)
        self.shell.client.do(self._done, deliveries.pick, self.delivery_id, line, amount)

    def _done(self, _delivery: Delivery) -> None:
        """The change itself brings the page up to date."""

    def _ask_amount(self) -> None:
        row = self._chosen()
        if row is None:
            return
        question = Question(
            _("How much of {name} is picked?", name=row.answer.name),
            _("Less than is asked for stays owed to the customer."),
            _("Picked"),
        )
        answer, wrong = partial(self._take_amount, row), partial(_wrong_pick, row)
        ask_words(self, question, (_("Picked in all"),), answer, wrong)

    def _take_amount(self, row: PickRow, words: tuple[str, ...]) -> None:
        amount = formats().parse_decimal(words[0])
        if amount is None:
            self.shell.say(_("“{text}” is not an amount; nothing was noted", text=words[0]))
        else:
            self._pick(row, Quantity(amount))

    def _ask_elsewhere(self) -> None:
        """Offer what can be done where the place of the chosen line has not what it should."""
        row = self._chosen()
        if row is not None and self.delivery is not None:
            self.missing.ask(row.answer, self.delivery)

    def _ask_parcel(self) -> None:
        row = self._chosen()
        if row is None:
            return
        question = Question(
            _("Into which parcel goes {name}?", name=row.answer.name),
            _("Enter an amount to put only a part of it there."),
            _("Put it there"),
        )
        labels = (_("Parcel"), _("Amount (empty: all of it)"))
        ask_words(self, question, labels, partial(self._take_parcel, row))

    def _take_parcel(self, row: PickRow, words: tuple[str, ...]) -> None:
        parcel, amount = (formats().parse_decimal(word) for word in words)
        if parcel is None or parcel != int(parcel):
            self.shell.say(_("“{text}” is not a parcel; nothing was moved", text=words[0]))
            return
        line, part = DeliveryLineId(row.id), Quantity(amount) if amount is not None else None
        put = deliveries.put_in_parcel
        self.shell.client.do(self._done, put, self.delivery_id, line, int(parcel), part)

    def _paper(self, name: str) -> None:
        title = self.bar.title.text()
        self.verbs.show_paper(title, _PAPERS[name], self.delivery_id)

    def _pick_list(self) -> None:
        self.verbs.show_paper(_("Pick list"), deliveries.pick_list, (self.delivery_id,))

    def _go_on(self) -> None:
        if self.delivery is not None:
            self.verbs.go_on(self.delivery)

    def _carry(self) -> None:
        if self.delivery is not None:
            self.verbs.carry(self.delivery)

    def _open_order(self) -> None:
        if self.delivery is not None:
            self.shell.open("order", self.delivery.order_id)

    def _announce(self) -> None:
        if self.delivery is not None:
            self.verbs.announce_return(self.delivery.order_id)

    def _allow(self) -> None:
        state = self.delivery.state if self.delivery is not None else None
        is_open = state in OPEN
        is_out = state in {DeliveryState.SHIPPED, DeliveryState.DELIVERED}
        wanted = {
            "delivery.next": state in NEXT,
            "delivery.picked": self._is_picking,
            "delivery.elsewhere": self._is_picking,
            "delivery.parcel": self._is_picking,
            "delivery.pick-list": is_open,
            "delivery.carry": is_open or state is DeliveryState.SHIPPED,
            "delivery.cancel": is_open,
            "delivery.order": state is not None,
            "return.announce": is_out,
            "delivery.mail": is_out,
            **dict.fromkeys(_PAPERS, state is not None),
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)
        self.shell.book.call(self, "delivery.next", _(NEXT[state]) if state in NEXT else "")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()


def _wrong_pick(row: PickRow, words: tuple[str, ...]) -> str:
    """Return what is wrong with what was picked of a line; none of it is an amount too."""
    line, nothing = row.answer.line, Decimal(0)
    return wrong_amount(words[0] or "?", row.answer.name, line.quantity, nothing)


def _facts(delivery: Delivery, order_number: str) -> str:
    """Return what is known of a delivery, in a line."""
    carriage = delivery.carriage
    planned = day_text(delivery.planned_on)
    parts = (
        order_number,
        delivery.customer_name if delivery.number else "",
        _("planned for {day}", day=planned) if planned and not delivery.shipped_on else "",
        _("sent {day}", day=day_text(delivery.shipped_on)) if delivery.shipped_on else "",
        carriage.carrier,
        carriage.tracking,
        many("{n} parcel", "{n} parcels", carriage.parcels),
        _("arrived {day}", day=day_text(delivery.delivered_on)) if delivery.delivered_on else "",
        _("received by {name}", name=delivery.received_by) if delivery.received_by else "",
        delivery.reason,
    )
    return " · ".join(part for part in parts if part)
