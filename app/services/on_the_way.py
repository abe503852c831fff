"""Goods that are ours and not on our shelves: on their way between places, or at a customer's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.shared.ids import ContactId, ProductId
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.rows import MoveRow
from app.services import stock_moves
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_moves import Moving
from app.services.stock_places import StockPlaces


@query(Permission.STOCK_READ)
def sent(desk: Desk, product_id: ProductId | None = None) -> tuple[MoveRow, ...]:
    """Return what was sent and has not arrived, of a product or of all, the oldest first."""
    places = [one.id for one in StockPlaces(desk).all if one.kind is LocationKind.TRANSIT]
    moves: list[Move] = []
    for place in places:
        lying = desk.store.stock_levels.in_location(place)
        for one in sorted({level.spot.product_id for level in lying}):
            if product_id in {None, one}:
                moves += _open(desk.store.stock_moves.between(one, None, desk.today), place)
    ordered = sorted(moves, key=lambda move: (move.moved_on, move.id))
    return desk.store.stock_lists.moves([one.id for one in ordered])


@command(Permission.STOCK_MOVE)
def consign(desk: Desk, moving: Moving, contact_id: ContactId, on: date | None = None) -> Move:
    """Put goods at a customer's: they stay ours until they are sold, and come back by a transfer.

    Raises Invalid, NotEnough, NotFound.
    """
    contact = desk.store.contacts.get(contact_id)
    place = StockPlaces(desk).at_customer(contact.id, contact.name)
    return stock_moves.transfer(desk, replace(moving, to_id=place.id), on)


def _open(moves: tuple[Move, ...], place: int) -> list[Move]:
    """Return the moves to a place that were neither taken back nor followed by their arrival."""
    done = {one.reverses for one in moves}
    arrived = {one.source for one in moves if one.source.startswith("transfer:")}
    return [
        one
        for one in moves
        if one.to_id == place
        and one.kind is MoveKind.TRANSFER
        and one.reverses is None
        and one.id not in done
        and f"transfer:{one.id}" not in arrived
    ]
