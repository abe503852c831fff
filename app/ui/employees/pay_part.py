"""What a person is paid by, behind the wall: items, tax cards and payslips, shown on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.findable import PAYSLIP
from app.domain.payroll.payroll import TaxCard
from app.domain.payroll.standing import ItemStanding, figures_named
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Conflict, OfficeError
from app.services import pay_components, pay_items
from app.services.pay_items import PersonPay
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.pay_item_dialog import ItemOffer, PayItemDialog, new_item
from app.ui.employees.pay_item_words import (
    CARD_COLUMNS,
    ITEMS,
    OTHER_CARDS,
    SLIPS,
    CardRow,
    ItemRow,
    SlipLine,
    card_rows,
    component_name,
    item_rows,
    slip_lines,
)
from app.ui.employees.tax_card_dialog import TaxCardDialog, new_card
from app.ui.kit.again import offering
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Row
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_TABLES = frozenset({"pay_item", "tax_card", "payslip", "payroll_run"})
_OPEN = (ItemStanding.COMING, ItemStanding.RUNNING)


class PayTables(QSplitter):
    """The three lists of what a person is paid by, as the country has its tax cards."""

    def __init__(self, country: str) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.items: ShortTable[ItemRow] = ShortTable(_("Pay items"), ITEMS)
        self.items.give_room("Component of pay")
        columns = CARD_COLUMNS.get(country, OTHER_CARDS)
        self.cards: ShortTable[CardRow] = ShortTable(_("Tax cards"), columns)
        self.cards.give_room("Note")
        self.slips: ShortTable[SlipLine] = ShortTable(_("Payslips"), SLIPS)
        self.slips.give_room("From – to")
        px = theme().px
        self.setChildrenCollapsible(False)
        for title, table in (
            (_("Pay items"), self.items),
            (_("Tax cards"), self.cards),
            (_("Payslips"), self.slips),
        ):
            held = QWidget()
            column = QVBoxLayout(held)
            column.setContentsMargins(0, px(4), 0, 0)
            column.setSpacing(px(4))
            column.addWidget(plain_label(title, "heading"))
            column.addWidget(table, 1)
            self.addWidget(held)
        self.setSizes([px(220), px(130), px(160)])


class PayPart(QWidget):
    """Lists what a person is paid by; masked until it is asked for, which is written down."""

    def __init__(self, shell: Shell, page: QWidget, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._page = page
        self._person = person
        self._components: Sequence[PayComponent] = ()
        self.pay: PersonPay | None = None
        self.tables: PayTables | None = None
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.verbs: Mapping[str, Callable[[], object]] = {
            "pay.show": self.show_pay,
            "pay.item-new": self._new_item,
            "pay.item-change": self._change_item,
            "pay.item-end": self._ask_end,
            "pay.card-new": self._new_card,
        }
        self.buttons = {name: shell.book.button(name) for name in self.verbs}
        self._lay_out()
        lead_to(self, self.buttons["pay.show"])
        theme().dress(self, controls)
        shell.client.changed.connect(self._news)

    def permit(self, *, may_show: bool) -> None:
        """Say whether who asks may see anything here."""
        if self.pay is None:
            masked = _("Masked. Every showing is written down with the name of who asked.")
            self.told.setText(masked if may_show else _("Only the personnel office may see this."))
        self._shell.book.allow(self._page, "pay.show", allowed=may_show)
        self._allow()

    def show_pay(self) -> None:
        """Ask for what the person is paid by; the office writes down who looked."""
        self._shell.client.do(self._shown, pay_items.show, self._person)

    def item(self) -> ItemRow | None:
        """Return the item on which the cursor stands."""
        return _chosen(self.tables.items) if self.tables else None

    def _shown(self, pay: PersonPay) -> None:
        if self.tables is None:
            self._build(pay.country)
        self.told.setText(_("Shown to you; that you looked is written down."))
        self._shell.client.ask(partial(self._show, pay), pay_components.components)

    def _show(self, pay: PersonPay, components: Sequence[PayComponent]) -> None:
        assert self.tables is not None
        self.pay = pay
        self._components = tuple(one for one in components if figures_named(one))
        names = {one.code: component_name(one) for one in components}
        today = self._shell.today()
        self.tables.items.show_rows(item_rows(pay.items, names, today))
        self.tables.cards.show_rows(card_rows(pay.cards, today))
        self.tables.slips.show_rows(slip_lines(pay.slips))
        self._allow()

    def _again(self, pay: PersonPay) -> None:
        self._shell.client.ask(partial(self._show, pay), pay_components.components)

    def _build(self, country: str) -> None:
        """Stand the lists under the buttons, now that the country is known."""
        self.tables = tables = PayTables(country)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.replaceWidget(self._room, tables)
        self._room.hide()
        tables.items.opened.connect(self._open_item)
        tables.items.chosen.connect(self._allow)
        tables.cards.opened.connect(self._open_card)
        tables.slips.opened.connect(partial(self._shell.open, PAYSLIP))
        lead_to(self, tables.items)
        tables.items.setFocus()

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        for button in self.buttons.values():
            line.addWidget(button)
        self._room = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self._room, 1)

    def _allow(self, _record: object = None) -> None:
        row, is_shown = self.item(), self.pay is not None
        may = {
            "pay.item-new": is_shown and bool(self._components),
            "pay.item-change": row is not None,
            "pay.item-end": row is not None and row.standing in _OPEN,
            "pay.card-new": is_shown,
        }
        for name, allowed in may.items():
            self._shell.book.allow(self._page, name, allowed=allowed)
        for name, button in self.buttons.items():
            button.setVisible(is_shown != (name == "pay.show"))

    def _new_item(self) -> None:
        if self.pay is not None and self._components:
            item = new_item(self._person, self._components, self._shell.today())
            self._write(item)

    def _change_item(self) -> None:
        if (row := self.item()) is not None:
            self._write(row.item)

    def _open_item(self, _record: object) -> None:
        self._change_item()

    def _write(self, item: PayItem) -> None:
        if self.pay is not None:
            offer = ItemOffer(self._components, self.pay.currency)
            PayItemDialog(self._shell, self, offer, item).open()

    def _ask_end(self) -> None:
        """Ask from which day on the item no more counts."""
        if (row := self.item()) is not None:
            EndItemDialog(self._shell, self, row).open()

    def _new_card(self) -> None:
        self._write_card(new_card(self._shell, self._person))

    def _open_card(self, _record: object) -> None:
        row = _chosen(self.tables.cards) if self.tables else None
        if row is not None:
            self._write_card(row.card)

    def _write_card(self, card: TaxCard) -> None:
        if self.pay is not None:
            TaxCardDialog(self._shell, self, self.pay, card).open()

    def _news(self, tables: frozenset[str]) -> None:
        if self.pay is not None and tables & _TABLES:
            self._shell.client.ask(self._again, pay_items.of_person, self._person)


class EndItemDialog(DayDialog):
    """Asks for the last day of an item."""

    def __init__(self, shell: Shell, parent: QWidget, row: ItemRow) -> None:
        text = _("It still comes with the pay run of this day, and with none after it.")
        super().__init__(shell, parent, _("The last day of {name}", name=row.name), text)
        self._item = row.item
        self.add_labelled(_("Last day"), self.day)
        self.finish(_("Write it down"))

    def send(self, day: date) -> None:
        self._end(day, self._item)

    def _end(self, day: date, item: PayItem) -> None:
        """End an item; a slip is told here, and it is offered again where a colleague was first."""
        client = self.shell.client
        answer, after = partial(self._end_again, day), replace(item, last_on=day)
        client.do(self._ended, pay_items.save, after, refused=partial(self._not_ended, answer))

    def _not_ended(
        self, answer: Callable[[tuple[PayItem, ...]], object], error: OfficeError
    ) -> None:
        if isinstance(error, Conflict):
            ask = partial(self.shell.client.ask_each, answer, pay_items.of, self._item.employee_id)
            offering(self.shell, ask)(error)
        else:
            self.refuse(error)

    def _end_again(self, day: date, items: tuple[PayItem, ...]) -> None:
        found = next((one for one in items if one.id == self._item.id), None)
        if found is not None:
            self._end(day, found)

    def _ended(self, _item: object) -> None:
        self.accept()


def _chosen(table: ShortTable[Row]) -> Row | None:
    """Return the row on which the cursor of a list stands."""
    record = table.chosen_id()
    return None if record is None else table.row_of(record)
