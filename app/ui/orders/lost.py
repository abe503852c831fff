"""Orders that lost goods which were held for them: told in a sentence, and shown one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.orders.reserving import Loss
from app.lang.texts import mark
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

_NAMED = 2
_HEIGHT, _WIDTH = 190, 640


@dataclass(frozen=True, slots=True)
class LossRow:
    """One loss, as a row of a table."""

    id: int
    loss: Loss


COLUMNS: tuple[Column[LossRow], ...] = (
    Column(mark("Order"), lambda row: row.loss.number, width=116, is_whole=True),
    Column(mark("Customer"), lambda row: row.loss.customer, is_roomy=True),
    Column(mark("Product"), lambda row: row.loss.product, width=150),
    Column(mark("Lost goods"), lambda row: _amount(row.loss), right=True, width=80, is_whole=True),
)


def lost_text(losses: Sequence[Loss]) -> str:
    """Return which orders lost goods, whose they are, and what they lost."""
    orders = tuple(dict.fromkeys(one.order_id for one in losses))
    named = [_named([one for one in losses if one.order_id == order]) for order in orders[:_NAMED]]
    more = len(orders) - len(named)
    if more:
        named.append(many("{n} more", "{n} more", more))
    return many(
        "{n} order lost goods that were held for it: {orders}",
        "{n} orders lost goods that were held for them: {orders}",
        len(orders),
        orders="; ".join(named),
    )


def show_lost(parent: QWidget, shell: Shell, losses: Sequence[Loss]) -> None:
    """Open the order that lost goods; of several show all, to be opened one by one."""
    orders = {one.order_id for one in losses}
    if len(orders) == 1:
        shell.open("order", losses[0].order_id)
    elif orders:
        LostDialog(parent, shell, losses).open()


class LostDialog(Dialog):
    """Lists the orders that lost goods; Enter opens one."""

    def __init__(self, parent: QWidget, shell: Shell, losses: Sequence[Loss]) -> None:
        title = _("Orders that lost goods held for them")
        text = _("Promise them another day, or take goods from orders whose turn is later.")
        super().__init__(parent, title, text, "alert-triangle")
        self._shell = shell
        self.table: ShortTable[LossRow] = ShortTable(title, COLUMNS)
        self.table.give_room(COLUMNS[1].title)
        self.table.setMinimumHeight(theme().px(_HEIGHT))
        self.table.show_rows([LossRow(at, one) for at, one in enumerate(losses, 1)])
        self.table.opened.connect(self._open)
        self.add_field(self.table)
        self.setMinimumWidth(theme().px(_WIDTH))
        self.add_button(_("Close"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Open the order"), self._open_chosen, primary=True)
        self.table.setFocus()

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _open(self, record: object) -> None:
        row = self.table.row_of(record) if isinstance(record, int) else None
        if row is not None:
            self.accept()
            self._shell.open("order", row.loss.order_id)


def _named(losses: Sequence[Loss]) -> str:
    """Return an order with its customer and what it lost."""
    first = losses[0]
    goods = ", ".join(f"{_amount(one)} {one.product}" for one in losses)
    return f"{first.number} {first.customer} ({goods})"


def _amount(one: Loss) -> str:
    return f"{formats().plain(one.quantity)} {one.unit}".strip()
