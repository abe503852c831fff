"""The moves: every piece that came, went or changed its place; a wrong move is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.shared.ids import MoveId
from app.domain.stock.move import Move
from app.domain.stock.rows import MoveRow
from app.services import stock_moves
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.stock.behind import Behind
from app.ui.stock.goods_dialogs import ReceiveDialog, ReverseDialog
from app.ui.stock.goods_words import MOVE_LIST


class MoveList(ListPage[MoveRow]):
    """Lists moves, the newest first; Enter opens the product that moved."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._row: MoveRow | None = None
        self._behind = Behind(shell)
        super().__init__(shell, MOVE_LIST)
        self.head.lead(strip)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        shell.book.offer(
            self,
            {
                "goods.receive": self._receive,
                "goods.open": self._open_chosen,
                "trail.paper": self._open_paper,
                "move.reverse": self._reverse,
            },
        )
        for name in ("goods.open", "trail.paper", "move.reverse"):
            shell.book.allow(self, name, allowed=False)

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "stock")

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._open_goods, stock_moves.get, MoveId(record))

    def _open_goods(self, move: Move) -> None:
        self.shell.open("goods", move.product_id)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._allow, stock_moves.rows, (MoveId(record),))

    def _allow(self, rows: Sequence[MoveRow]) -> None:
        row = rows[0] if rows else None
        self._row = row
        for name in ("goods.open", "trail.paper"):
            self.shell.book.allow(self, name, allowed=row is not None)
        is_live = row is not None and row.reverses is None and row.reversed_by is None
        self.shell.book.allow(self, "move.reverse", allowed=is_live)

    def _open_paper(self) -> None:
        if self._row is not None:
            self._behind.open(self._row.source, self._row.id)

    def _receive(self) -> None:
        ReceiveDialog(self.shell, self).open()

    def _reverse(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            ReverseDialog(self.shell, self, MoveId(chosen)).open()
