"""One receipt of goods in a tab: what was expected, what came, when, and what it cost."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import ReceiptId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.receipt import Receipt, ReceiptLine
from app.domain.stock.rows import AWAITED, MoveRow, OnHandRow
from app.lang.texts import mark
from app.services import receiving_goods, stock_levels
from app.services.receiving_goods import SeenReceipt
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme
from app.ui.stock.behind import Behind
from app.ui.stock.goods_words import MOVES, STATE_TONES, STATES, day_text
from app.ui.stock.receipt_dialogs import AskOfReceipt

_BUTTONS = ("goods.land", "goods.lines")
_TABLES = frozenset({"receipt", "receipt_line", "stock_move", "stock_value"})


class Line:
    """A line of a receipt with its product."""

    def __init__(self, line: ReceiptLine, row: OnHandRow | None) -> None:
        self.id = int(line.id)
        self.line = line
        self.row = row

    def amount(self, value: Decimal) -> str:
        """Return a quantity with its unit."""
        return f"{formats().decimal(value)} {self.row.unit if self.row else ''}".strip()


LINES: tuple[Column[Line], ...] = (
    Column(mark("Code"), lambda one: one.row.code if one.row else "", width=120),
    Column(mark("Goods"), lambda one: one.row.name_in(language()) if one.row else "", width=240),
    Column(mark("Expected"), lambda one: one.amount(one.line.expected), right=True, width=120),
    Column(mark("Came"), lambda one: one.amount(one.line.received), right=True, width=120),
    Column(
        mark("Cost of one"), lambda one: formats().decimal(one.line.cost), right=True, width=120
    ),
)


class ReceiptPage(RecordPage):
    """Shows a receipt; Enter on a line opens its goods, on a move what stands behind it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "goods-receipt", record)
        self._receipt = ReceiptId(record or 0)
        self._seen: SeenReceipt | None = None
        self._asking = AskOfReceipt(shell, self)
        self.bar = PageBar(_("Receipt of goods"), shell.book, _BUTTONS)
        self.state = Pill()
        self.bar.add(self.state)
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.lines: ShortTable[Line] = ShortTable(_("Lines"), LINES)
        self.lines.give_room("Goods")
        self.moves: ShortTable[MoveRow] = ShortTable(_("Moves"), MOVES)
        self.moves.give_room("Goods")
        self.setWindowTitle(_("Receipt of goods"))
        self._lay_out()
        slots = {
            "goods.lines": self._ask_lines,
            "goods.land": self._ask_cost,
            "list.refresh": self.refresh,
        }
        shell.book.offer(self, slots)
        self._allow(None)
        self._behind = Behind(shell)
        self.lines.opened.connect(self._open_goods)
        self.moves.opened.connect(self._open_entry)
        lead_to(self, self.lines)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the receipt again."""
        self.shell.client.ask_or(self._show, self._gone, receiving_goods.seen, self._receipt)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        for widget in (self.bar, self.told):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addWidget(self.moves, 1)

    def _show(self, seen: SeenReceipt) -> None:
        self._seen, receipt = seen, seen.receipt
        title = receipt.number or receipt.reference or _("Receipt of goods")
        self.bar.title.setText(title)
        self.setWindowTitle(title)
        self.titled.emit(title)
        self.state.tell(_(STATES[receipt.state]), STATE_TONES[receipt.state])
        self.told.setText(facts_of(seen))
        self.moves.show_rows(seen.moves)
        self._allow(receipt)
        ids = tuple(dict.fromkeys(one.product_id for one in receipt.lines))
        self.shell.client.ask(self._show_lines, stock_levels.rows, ids)

    def _show_lines(self, rows: tuple[OnHandRow, ...]) -> None:
        if self._seen is not None:
            known = {one.id: one for one in rows}
            lines = self._seen.receipt.lines
            self.lines.show_rows([Line(one, known.get(one.product_id)) for one in lines])

    def _allow(self, receipt: Receipt | None) -> None:
        is_awaited = receipt is not None and receipt.state in AWAITED
        is_here = receipt is not None and receipt.received_on is not None
        self.shell.book.allow(self, "goods.lines", allowed=is_awaited)
        self.shell.book.allow(self, "goods.land", allowed=is_here)

    def _ask_lines(self) -> None:
        self._asking.lines(self._receipt)

    def _ask_cost(self) -> None:
        self._asking.cost(self._receipt)

    def _open_goods(self, record: object) -> None:
        line = self.lines.row_of(record) if isinstance(record, int) else None
        if line is not None:
            self.shell.open("goods", line.line.product_id)

    def _open_entry(self, record: object) -> None:
        if isinstance(record, int):
            self._behind.open("", record)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()


def facts_of(seen: SeenReceipt) -> str:
    """Return what is known of a receipt, in a line."""
    receipt = seen.receipt
    landed = formats().money(seen.landed_minor, seen.currency)
    expected, came = day_text(receipt.expected_on), day_text(receipt.received_on)
    parts = (
        receipt.supplier_name,
        receipt.reference,
        _("expected {day}", day=expected) if expected else "",
        _("came {day}", day=came) if came else "",
        _("freight and duty {amount}", amount=landed) if seen.landed_minor else "",
        receipt.note,
    )
    return " · ".join(part for part in parts if part)
