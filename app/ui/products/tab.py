"""The products tab: the list, and the card of the chosen one."""

from __future__ import annotations

from app.domain.products.row import ProductRow
from app.domain.shared.ids import ProductId
from app.services import exports, products
from app.ui.kit.keeping_list import Keeping, KeepingList
from app.ui.kit.shell import Shell
from app.ui.kit.texts import many
from app.ui.products.card import ProductCard
from app.ui.products.listing import LISTING
from app.ui.products.stock_dialog import ask_stock


class ProductsTab(KeepingList[ProductRow]):
    """Lists products."""

    def __init__(self, shell: Shell) -> None:
        keeping = Keeping(products.put_away, products.take_back, exports.products, _went, _came)
        super().__init__(shell, LISTING, "product", keeping)
        self.card = ProductCard(shell)
        self.show_card(self.card, self.card)
        shell.book.offer(self, {"product.stock": self._ask_stock, "product.labels": self._labels})

    def _labels(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self.shell.open("item-labels", chosen)

    def _ask_stock(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            ask_stock(self.shell, self, ProductId(chosen))


def _went(count: int) -> str:
    return many("{n} product put away", "{n} products put away", count)


def _came(count: int) -> str:
    return many("{n} product taken back", "{n} products taken back", count)
