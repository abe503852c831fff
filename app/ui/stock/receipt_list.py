"""The receipts: goods on their way and goods that came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.shared.ids import ReceiptId
from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.stock.receipt import Receipt
from app.domain.stock.rows import AWAITED, ReceiptRow
from app.services import receiving_goods
from app.ui.kit.history import Deed
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.stock.goods_dialogs import ReceiveDialog
from app.ui.stock.goods_words import RECEIPT_LIST
from app.ui.stock.receipt_dialogs import AskOfReceipt


class ReceiptList(ListPage[ReceiptRow]):
    """Lists receipts; all of one or single lines of it are received, or it is called off."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, RECEIPT_LIST)
        self.head.lead(strip)
        self.head.add(shell.book.button("goods.lines"))
        self.head.add(shell.book.button("goods.receive", primary=True))
        self._asking = AskOfReceipt(shell, self)
        self.chosen.connect(self._look_at)
        self.opened.connect(self._open_or_ask)
        shell.book.offer(
            self,
            {
                "goods.receive": self._receive,
                "goods.receipt": self._open_chosen,
                "goods.arrived": self._arrived,
                "goods.lines": self._ask_lines,
                "goods.land": self._ask_cost,
                "goods.call-off": self._call_off,
            },
        )
        self._allow(())
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "stock")

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("goods-receipt", record)

    def _open_or_ask(self, record: object) -> None:
        """Ask what came of goods that are awaited; show those that are here."""
        row = self.model.row_at(self.table.currentIndex().row())
        if row is not None and row.state in AWAITED:
            self._ask_lines_of(record)
        else:
            self._open(record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _receive(self) -> None:
        ReceiveDialog(self.shell, self).open()

    def _arrived(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            command = receiving_goods.receive_all
            asked = ReceiptId(chosen)
            self.shell.client.do(self._received, command, asked, refused=self._cannot_all)

    def _cannot_all(self, error: OfficeError) -> None:
        """Ask line by line where goods need their lots; all else is told."""
        if isinstance(error, Invalid):
            self._ask_lines()
        else:
            self.shell.refuse(error)

    def _ask_lines(self) -> None:
        self._ask_lines_of(self.table.chosen_id())

    def _ask_lines_of(self, record: object) -> None:
        if isinstance(record, int):
            self._asking.lines(ReceiptId(record))

    def _ask_cost(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self._asking.cost(ReceiptId(chosen))

    def _received(self, receipt: Receipt) -> None:
        self.shell.say(_("{number} is here", number=receipt.number))

    def _call_off(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self.shell.client.do(self._called_off, receiving_goods.cancel, ReceiptId(chosen))

    def _called_off(self, receipt: Receipt) -> None:
        text = _("No more of it is awaited")
        self.shell.did(Deed(text, receiving_goods.resume, (receipt.id,)))

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._allow, receiving_goods.rows, (ReceiptId(record),))

    def _allow(self, rows: Sequence[ReceiptRow]) -> None:
        is_awaited = bool(rows) and rows[0].state in AWAITED
        for name in ("goods.arrived", "goods.lines", "goods.call-off"):
            self.shell.book.allow(self, name, allowed=is_awaited)
        self.shell.book.allow(self, "goods.receipt", allowed=bool(rows))
        is_here = bool(rows) and rows[0].received_on is not None
        self.shell.book.allow(self, "goods.land", allowed=is_here)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, receiving_goods.counts)

    def _show_counts(self, found: Mapping[str, int]) -> None:
        self.filters.show_counts(found)
