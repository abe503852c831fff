"""What is done with goods wherever they are shown: moved, sent, made, and worth another cost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import ProductId
from app.domain.stock.move import MoveKind
from app.ui.kit.shell import Shell
from app.ui.stock.goods_dialogs import MoveGoods
from app.ui.stock.making_dialog import MakeGoods
from app.ui.stock.revalue_dialog import RevalueGoods
from app.ui.stock.way_dialogs import WayGoods

_KINDS = {
    "goods.transfer": MoveKind.TRANSFER,
    "goods.scrap": MoveKind.SCRAP,
    "goods.use": MoveKind.OWN_USE,
}
OF_ONE = (
    *("goods.trail", *_KINDS),
    *("goods.consign", "goods.make", "goods.revalue"),
)
"""What is done with the chosen product; what is on its way arrives whatever is chosen."""


class GoodsVerbs:
    """Does with the product that a page tells of what a clerk asks for."""

    def __init__(self, shell: Shell, page: QWidget, chosen: Callable[[], int | None]) -> None:
        self._shell = shell
        self._page = page
        self._chosen = chosen
        self._ways = WayGoods(shell, page)
        self._making = MakeGoods(shell, page)
        self._costs = RevalueGoods(shell, page)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        moves = {
            name: partial(self._on, partial(self._move, kind)) for name, kind in _KINDS.items()
        }
        return {
            **moves,
            "goods.trail": partial(self._on, partial(self._shell.open, "goods-trail")),
            "goods.consign": partial(self._on, self._ways.ask_consigned),
            "goods.make": partial(self._on, self._making.ask),
            "goods.revalue": partial(self._on, self._costs.ask),
            "goods.arrive": self._ways.ask_arrived,
        }

    def allow(self, *, allowed: bool) -> None:
        """Say whether a product is chosen."""
        for name in OF_ONE:
            self._shell.book.allow(self._page, name, allowed=allowed)

    def _on(self, verb: Callable[[ProductId], object]) -> None:
        chosen = self._chosen()
        if chosen is not None:
            verb(ProductId(chosen))

    def _move(self, kind: MoveKind, product_id: ProductId) -> None:
        MoveGoods(self._shell, self._page, product_id).ask(kind)
