"""The lots: what expires, what may not go out, and what was not checked yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from app.domain.shared.ids import LotId
from app.domain.stock.lot import LotStatus
from app.domain.stock.lot_row import LotRow
from app.services import lots
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.stock.goods_dialogs import ReceiveDialog
from app.ui.stock.lot_verbs import LotVerbs
from app.ui.stock.lot_words import LOT_LIST

OF_ONE = ("lot.open", "lot.release", "lot.refuse", "lot.status", "lot.recall", "goods.open")


class LotList(ListPage[LotRow]):
    """Lists lots and serial numbers; Enter says who got one."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LOT_LIST)
        self.head.lead(strip)
        self._row: LotRow | None = None
        self._verbs = LotVerbs(shell, self)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        shell.book.offer(
            self,
            {
                "goods.receive": self._receive,
                "goods.open": self._open_goods,
                "lot.open": self._open_chosen,
                "lot.release": partial(self._ask, LotStatus.OK),
                "lot.refuse": partial(self._ask, LotStatus.DAMAGED),
                "lot.recall": partial(self._ask, LotStatus.RECALLED),
                "lot.status": partial(self._ask, None),
            },
        )
        self._allow(())
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "stock")

    def _ask(self, status: LotStatus | None) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self._verbs.ask(LotId(chosen), status)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("lot", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _open_goods(self) -> None:
        if self._row is not None:
            self.shell.open("goods", self._row.product_id)

    def _receive(self) -> None:
        ReceiveDialog(self.shell, self).open()

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._allow, lots.rows, (LotId(record),))

    def _allow(self, rows: Sequence[LotRow]) -> None:
        self._row = rows[0] if rows else None
        status = self._row.status if self._row is not None else None
        for name in OF_ONE:
            self.shell.book.allow(self, name, allowed=status is not None)
        self.shell.book.allow(self, "lot.release", allowed=status not in {None, LotStatus.OK})

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, lots.counts)

    def _show_counts(self, found: Mapping[str, int]) -> None:
        self.filters.show_counts(found)
