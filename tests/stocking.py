"""An office that keeps stock: a product, goods that come and go, and what the books say of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.accounting.chart import AccountUse
from app.domain.shared.ids import LocationId, MoveId, ProductId, new_id
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.stock.item import Costing, StockItem
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.receiving import Goods, NewReceipt
from app.outside.clock import FixedClock
from app.services import receiving_goods, stock_items, stock_levels
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, command
from app.services.stock_booking import Booking
from app.services.stock_items import StockCosts
from app.storage.database import Database
from app.storage.unit import Unit
from tests.builders import TODAY, a_product
from tests.trade import AT, opened_books


def qty(text: str) -> Quantity:
    """Return a quantity."""
    return Quantity(Decimal(text))


def cost(text: str) -> UnitPrice:
    """Return what one costs."""
    return UnitPrice(Decimal(text))


def stock_office(database: Database) -> Office:
    """Return an office with its books open."""
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def stocked(office: Office, code: str = "S-1", **parts: Any) -> ProductId:
    """Return a new product that is kept in stock."""
    product = replace(a_product(code), id=ProductId(new_id()))
    with office.database.write() as unit:
        unit.products.add(product, AT)
    costing = parts.pop("costing", Costing.FIFO)
    office.do(stock_items.save, StockItem(product.id, 1, costing=costing, **parts))
    return product.id


def came(office: Office, product_id: ProductId, count: str, price: str, **parts: Any) -> Any:
    """Receive goods at once, and return the receipt."""
    on: date | None = parts.pop("on", None)
    goods = Goods(product_id, qty(count), cost(price), **parts)
    return office.do(receiving_goods.receive_at_once, NewReceipt((goods,)), on).result


@command(Permission.STOCK_MOVE)
def went_out(
    desk: Desk, product_id: ProductId, count: Quantity, on: date | None = None
) -> tuple[Move, ...]:
    """Ship goods from wherever they lie, as deliveries do."""
    booking = Booking(desk)
    home = booking.places.home().id
    customer = booking.places.of(LocationKind.CUSTOMER).id
    chosen = stock_levels.choice(desk, product_id, count, home)
    moves = [
        Move(
            MoveId(0),
            MoveKind.SHIPMENT,
            product_id,
            part.quantity,
            part.spot.location_id,
            customer,
            on or desk.today,
            desk.now,
            part.spot.lot_id,
            source="delivery:1",
        )
        for part in chosen
    ]
    short = count - sum((part.quantity for part in chosen), Decimal(0))
    if short > 0:
        moves.append(
            Move(
                MoveId(0),
                MoveKind.SHIPMENT,
                product_id,
                Quantity(short),
                home,
                customer,
                on or desk.today,
                desk.now,
            )
        )
    return booking.move(*moves, paper="DN-1")


def went(office: Office, product_id: ProductId, count: str, on: date | None = None) -> Move:
    """Ship so much, and return the last move of it."""
    moves: tuple[Move, ...] = office.do(went_out, product_id, qty(count), on).result
    return moves[-1]


@command(Permission.STOCK_MOVE)
def came_back_in(
    desk: Desk, shipped: MoveId, count: Quantity, on: date | None = None
) -> tuple[Move, ...]:
    """Take goods back that were shipped, as returns do."""
    booking = Booking(desk)
    origin = desk.store.stock_moves.get(shipped)
    back = Move(
        MoveId(0),
        MoveKind.RETURN,
        origin.product_id,
        count,
        origin.to_id,
        origin.from_id,
        on or desk.today,
        desk.now,
        origin.lot_id,
        source="return:1",
        origin=origin.id,
    )
    return booking.move(back, paper="RMA-1")


def came_back(office: Office, shipped: Move, count: str) -> Move:
    """Take so much of a shipment back, and return the move."""
    moves: tuple[Move, ...] = office.do(came_back_in, shipped.id, qty(count)).result
    return moves[0]


@command(Permission.STOCK_MOVE)
def counted(
    desk: Desk,
    product_id: ProductId,
    difference: Quantity,
    place: LocationId,
    is_more: bool,  # noqa: FBT001  drawn by tests
) -> tuple[Move, ...]:
    """Book that more or less was found at a place, as counts do."""
    booking = Booking(desk)
    loss = booking.places.of(LocationKind.LOSS).id
    way = (loss, place) if is_more else (place, loss)
    item = desk.store.stock_items.get_all((product_id,))[product_id]
    value = StockCosts(desk).of(item, difference) if is_more else None
    move = Move(
        MoveId(0),
        MoveKind.COUNT,
        product_id,
        difference,
        *way,
        desk.today,
        desk.now,
        source="count:1",
        value_minor=value,
    )
    return booking.move(move, paper="CNT-1")


def worth(office: Office, product_id: ProductId) -> tuple[Decimal, int]:
    """Return how much lies there of a product, and what it is worth."""
    (row,) = office.ask(stock_levels.rows, (product_id,))
    return row.on_hand, row.value_minor


def booked(office: Office, use: AccountUse, day: date = TODAY) -> int:
    """Return what the account of a use stands at after a day."""
    with office.database.read() as unit:
        return balance_of(unit, use, day)


def balance_of(unit: Unit, use: AccountUse, day: date) -> int:
    """Return what the accounts of a use stand at after a day."""
    accounts = [one.id for one in unit.ledger.accounts() if one.use is use]
    return sum(unit.balances.balance(one, day, unit.company.currency()) for one in accounts)


def require_agreement(office: Office, *days: date) -> None:
    """Require that the ledger, the layers and all that is kept of the stock say the same."""
    with office.database.read() as unit:
        assert not list(unit.stock_checks.differences())
    for day in (office.clock.today(), *days):
        assert office.ask(stock_levels.agreement, day).difference_minor == 0
