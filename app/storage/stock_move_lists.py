"""Lists of moves: the newest first, of one product, of a kind, or about some words."""

from __future__ import annotations

from array import array
from collections.abc import Collection

from sqlalchemy import Connection, Select, func, or_, select

from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View, states_of
from app.domain.stock.move import MoveKind
from app.storage.lists import found_first, found_spine, ordered, spine_of
from app.storage.stock_tables import lot, stock_move


class MoveLists:
    """Reads lists of moves on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View, product_id: ProductId | None, among: Collection[int] | None
    ) -> array[int]:
        """Return the ids of a list of moves, the newest first, of one product or all."""
        wanted = _listed(view, product_id)
        return found_spine(self._connection, wanted, stock_move.c.id, among)

    def first(
        self, view: View, product_id: ProductId | None, size: int, among: Collection[int] | None
    ) -> array[int]:
        """Return the first ids of a list of moves."""
        wanted = _listed(view, product_id)
        return found_first(self._connection, wanted, stock_move.c.id, size, among)

    def about(self, words: str, products: Collection[int]) -> array[int]:
        """Return the moves of these products, or of a lot of these words, or said why so."""
        coded = select(lot.c.id).where(func.lower(lot.c.code) == words.casefold())
        said = func.lower(stock_move.c.reason).like(f"%{words.casefold()}%")
        wanted = select(stock_move.c.id).where(
            or_(stock_move.c.product_id.in_(products), stock_move.c.lot_id.in_(coded), said)
        )
        return spine_of(self._connection, wanted)


def _listed(view: View, product_id: ProductId | None) -> Select[int]:
    asked = View(sort="moved_on", is_descending=True) if not view.sort else view
    wanted = select(stock_move.c.id)
    if product_id is not None:
        wanted = wanted.where(stock_move.c.product_id == product_id)
    if view.only:
        wanted = wanted.where(stock_move.c.kind.in_(states_of(MoveKind, view.only)))
    key = stock_move.c.quantity if asked.sort == "quantity" else stock_move.c.moved_on
    return ordered(wanted, key, stock_move.c.id, asked)
