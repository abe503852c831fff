"""What runs low: how much to order of it and why; what is ticked becomes expected receipts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared.ids import ReceiptId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import reorder
from app.services.reorder import Ordered, ReorderRow
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

_TABLES = frozenset(
    {"stock_item", "stock_standing", "stock_level", "receipt", "receipt_line", "order_line"}
)


class ReorderLine:
    """A proposal as a line of the table: whether it is ticked, and how much is ordered."""

    def __init__(self, row: ReorderRow, *, is_ticked: bool, quantity: Quantity) -> None:
        self.id = row.id
        self.row = row
        self.is_ticked = is_ticked
        self.quantity = quantity


def _number(value: Decimal) -> str:
    return formats().decimal(value)


def reasons_text(line: ReorderLine) -> str:
    """Return every reason of a proposal in words."""
    return " ".join(problem_text(one) for one in line.row.proposal.reasons)


COLUMNS: tuple[Column[ReorderLine], ...] = (
    Column("✓", lambda line: "☑" if line.is_ticked else "☐", width=36),
    Column(mark("Code"), lambda line: line.row.code, width=90),
    Column(mark("Goods"), lambda line: line.row.name, width=160),
    Column(mark("Supplier"), lambda line: line.row.supplier_name, width=130),
    Column(mark("There"), lambda line: _number(line.row.supply.on_hand), right=True, width=64),
    Column(mark("On its way"), lambda line: _number(line.row.supply.awaited), right=True, width=84),
    Column(mark("Promised"), lambda line: _number(line.row.supply.wanted), right=True, width=76),
    Column(mark("Least"), lambda line: _number(line.row.least), right=True, width=64),
    Column(mark("To order"), lambda line: _number(line.quantity), right=True, width=72),
    Column(mark("Unit"), lambda line: line.row.unit, width=48),
    Column(mark("Here on"), lambda line: formats().day(line.row.proposal.arrives_on), width=96),
)


class ReorderList(QWidget):
    """Lists what runs low; X ticks, Ctrl+Shift+Enter expects what is ticked."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self._unticked: set[int] = set()
        self._others: dict[int, Quantity] = {}
        self.lines: tuple[ReorderLine, ...] = ()
        self.head = PageBar(_("Reorder"), shell.book, ("reorder.future", "reorder.order"))
        self.head.lead(strip)
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.table: ShortTable[ReorderLine] = ShortTable(_("What runs low"), COLUMNS)
        self.table.give_room("Goods")
        self.empty = EmptyState(
            "circle-check",
            _("Nothing runs low"),
            _("What falls below the least of its product is proposed here, with its reasons."),
            (),
        )
        self._lay_out()
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(self._open)
        shell.book.offer(
            self,
            {
                "reorder.order": self.order,
                "reorder.tick": self.tick,
                "reorder.quantity": self.ask_quantity,
                "reorder.future": self.foresee,
                "list.copy": self.copy,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        lead_to(self, self.table)
        self.refresh()

    def refresh(self) -> None:
        """Work out again what runs low."""
        self.shell.client.ask(self._show, reorder.proposals, language=language())

    def tick(self) -> None:
        """Tick the selected lines, or untick them."""
        for record in self.table.selected_ids():
            (self._unticked.remove if record in self._unticked else self._unticked.add)(record)
        self._draw()

    def order(self) -> None:
        """Expect what is ticked."""
        wanted = tuple(
            Ordered(one.row.product_id, one.quantity) for one in self.lines if one.is_ticked
        )
        self.shell.client.do(self._ordered, reorder.order, wanted, refused=self._refused)

    def ask_quantity(self) -> None:
        """Ask how much is ordered of the chosen product instead."""
        line = self._chosen()
        if line is not None:
            question = Question(
                _("How much of {code}?", code=line.row.code), reasons_text(line), _("Keep")
            )
            answer = partial(self._keep_quantity, line.id)
            ask_words(self, question, (_("Quantity"),), answer)

    def foresee(self) -> None:
        """Show the future stock of the chosen product."""
        line = self._chosen()
        if line is not None:
            self.shell.open("future-stock", line.row.product_id)

    def copy(self) -> None:
        """Copy the lines for a spreadsheet."""
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def keyPressEvent(self, event: object) -> None:
        text = event.text() if hasattr(event, "text") else ""
        if not (text and self.table.hasFocus() and self.shell.book.press(text, "stock")):
            super().keyPressEvent(event)  # type: ignore[arg-type]  # Qt's own event

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.told)
        self.empty.hide()

    def _chosen(self) -> ReorderLine | None:
        chosen = self.table.chosen_id()
        return self.table.row_of(chosen) if chosen is not None else None

    def _show(self, rows: Sequence[ReorderRow]) -> None:
        self._rows = tuple(rows)
        known = {one.id for one in rows}
        self._unticked &= known
        self._others = {one: kept for one, kept in self._others.items() if one in known}
        self._draw()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _draw(self) -> None:
        self.lines = tuple(
            ReorderLine(
                one,
                is_ticked=one.id not in self._unticked,
                quantity=self._others.get(one.id, one.proposal.quantity),
            )
            for one in self._rows
        )
        self.table.show_rows(self.lines)
        self._look_at(self.table.chosen_id())
        is_any = any(one.is_ticked for one in self.lines)
        self.shell.book.allow(self, "reorder.order", allowed=is_any)
        for name in ("reorder.tick", "reorder.quantity", "reorder.future"):
            self.shell.book.allow(self, name, allowed=bool(self.lines))

    def _look_at(self, _record: object) -> None:
        line = self._chosen()
        self.told.setText(reasons_text(line) if line is not None else "")

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("product", record)

    def _keep_quantity(self, record: int, words: tuple[str, ...]) -> None:
        value = formats().parse_decimal(words[0])
        if value is None:
            self.shell.say(_("That is no number."))
            return
        self._others[record] = Quantity(value)
        self._unticked.discard(record)
        self._draw()

    def _ordered(self, made: Sequence[ReceiptId]) -> None:
        self._others.clear()
        told = many("{n} receipt is expected", "{n} receipts are expected", len(made))
        self.shell.say(told)

    def _refused(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.refresh()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()
