"""Goods for benches: a warehouse, and products with all that moved them, written in bulk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice
from random import Random
from typing import Any

from sqlalchemy import Connection

from app.domain.shared.ids import LocationId, ProductId, new_id
from app.domain.shared.quantities import Quantity
from app.domain.stock.costs import Method, as_quantity
from app.domain.stock.item import Costing, StockItem
from app.domain.stock.location import LocationKind
from app.domain.stock.move import MoveKind
from app.domain.stock.places import HOME, VIRTUAL
from app.domain.stock.posting import ValueReason
from app.domain.stock.valuation import Event, Replay
from app.services.office import Office
from app.storage.stock_tables import (
    location,
    stock_level,
    stock_month,
    stock_move,
    stock_standing,
    stock_value,
    stock_value_month,
    stock_worth,
)
from app.storage.stock_values import month_of
from app.storage.unit import Unit
from tests.speed.offices import some_products
from tests.speed.rows import Rows

AT = datetime(2024, 1, 3, 8, tzinfo=UTC)
LAST = date(2026, 3, 9)
DAYS = 730
PIECE = 10**6
CAME, WENT = 30, (10, 10, 9)
"""So many pieces come at once, and so go again; one is left of each receipt."""
BATCH = 5000
FIRST_GOODS, FIRST_MOVE, FIRST_VALUE = 4 << 40, 5 << 40, 6 << 40
MOVED = {
    "made_at": AT, "lot_id": None, "source": "", "line": 0, "reason": "", "who": "Bench",
    "reverses_id": None, "origin_id": None,
}  # fmt: skip


def a_house(connection: Connection) -> LocationId:
    """Return a new warehouse."""
    return a_place(connection, LocationKind.WAREHOUSE, HOME)


def a_place(connection: Connection, kind: LocationKind, code: str) -> LocationId:
    """Return a new place for goods."""
    place = LocationId(new_id())
    row = {"id": place, "version": 1, "kind": kind, "code": code, "code_key": code.lower()}
    row |= {"name": "", "route": 0, "is_closed": False}
    connection.execute(location.insert(), row)
    return place


def stand(
    connection: Connection, house: LocationId, on_hand: Sequence[tuple[ProductId, Quantity]]
) -> None:
    """Let so much of products lie in a warehouse, all of it free."""
    zero = as_quantity(0)
    rest = {"warehouse_id": house, "blocked": zero, "reserved": zero, "incoming": zero}
    rows = [{"product_id": product, "on_hand": held, **rest} for product, held in on_hand]
    connection.execute(stock_standing.insert(), rows)


def stocked_up(office: Office, moves: int, products: int) -> Shelf:
    """Fill an office with products that moved ten times, and one that moved so often."""
    goods = [
        replace(one, id=ProductId(FIRST_GOODS + at), code=f"G{at:06}")
        for at, one in enumerate(some_products(products))
    ]
    with office.database.write() as unit:
        unit.products.add_all(goods, AT)
        for one in goods:
            unit.stock_items.add(StockItem(one.id, 1, costing=Costing.FIFO))
        shelf = Shelf.empty(unit, goods[0].id)
        indexes = [index for table in (stock_move, stock_value) for index in table.indexes]
        for index in indexes:
            index.drop(unit.connection)
        for one in goods:
            shelf.fill(one.id, moves if one.id == shelf.busy else 10)
        shelf.keep()
        for index in indexes:
            index.create(unit.connection)
        unit.connection.exec_driver_sql("ANALYZE")
    return shelf


@dataclass
class Shelf:
    """A warehouse that is being filled; ``busy`` is the product that moves most."""

    unit: Unit
    busy: ProductId
    house: LocationId
    supplier: LocationId
    customer: LocationId
    months: dict[tuple[ProductId, int], list[int]] = field(default_factory=dict)
    worths: dict[ProductId, tuple[int, int]] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def empty(cls, unit: Unit, busy: ProductId) -> Shelf:
        """Return a warehouse with the places where goods come from and go to."""
        supplier, customer = (
            a_place(unit.connection, kind, VIRTUAL[kind])
            for kind in (LocationKind.SUPPLIER, LocationKind.CUSTOMER)
        )
        return cls(unit, busy, a_house(unit.connection), supplier, customer)

    def fill(self, product: ProductId, many: int) -> None:
        """Let a product come and go so often, and note what each move was worth."""
        method = Method(Costing.FIFO, StockItem(product, 1).standard_cost, "EUR")
        replay = Replay(method.pool(0, 0, ()), {})
        moves, values = (Rows(table, self.unit.connection) for table in (stock_move, stock_value))
        months: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        events = self._events(product, many)
        while batch := list(islice(events, BATCH)):
            worths = [(event, replay.worth(event)) for event in batch]
            for event, worth in worths:
                sums = months[month_of(event.day)]
                sums[0] += event.quantity
                sums[1] += worth
            moves.write(moves.bound(self._move(product, event)) for event in batch)
            values.write(values.bound(_value(product, *one)) for one in worths)
        self.months |= {(product, month): sums for month, sums in months.items()}
        self.worths[product] = (replay.pool.quantity, replay.pool.value)
        self.unit.stock_worths.keep_layers(product, (), replay.pool.layers())

    def keep(self) -> None:
        """Write what is kept beside the moves."""
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for (product, month), (parts, worth) in self.months.items():
            key = {"product_id": product, "month": month}
            here = {**key, "location_id": self.house, "quantity": as_quantity(parts)}
            rows[stock_month.name].append(here)
            rows[stock_value_month.name].append({**key, "amount_minor": worth})
        held = [(product, as_quantity(parts)) for product, (parts, _) in self.worths.items()]
        for product, quantity in held:
            spot = {"product_id": product, "location_id": self.house, "lot_id": 0}
            rows[stock_level.name].append({**spot, "on_hand": quantity, "picked": as_quantity(0)})
            value = {"product_id": product, "value_minor": self.worths[product][1]}
            rows[stock_worth.name].append({**value, "quantity": quantity})
        stand(self.unit.connection, self.house, held)
        for table in (stock_month, stock_value_month, stock_level, stock_worth):
            self.unit.connection.execute(table.insert(), rows[table.name])

    def _events(self, product: ProductId, many: int) -> Iterator[Event]:
        chance = Random(product)  # noqa: S311  the same every time
        begins = LAST - timedelta(days=DAYS)
        for at in range(many):
            turn = at % (1 + len(WENT))
            parts, value = -WENT[turn - 1], None
            if not turn:
                parts, value = CAME, CAME * chance.randrange(100, 900)
            day = begins + timedelta(days=at * DAYS // many)
            yield Event(FIRST_MOVE + next(self.ids), day, parts * PIECE, value)

    def _move(self, product: ProductId, event: Event) -> dict[str, Any]:
        is_in = event.quantity > 0
        return {
            **MOVED,
            "id": event.move_id,
            "kind": MoveKind.RECEIPT if is_in else MoveKind.SHIPMENT,
            "product_id": product,
            "quantity": as_quantity(abs(event.quantity)),
            "from_id": self.supplier if is_in else self.house,
            "to_id": self.house if is_in else self.customer,
            "moved_on": event.day,
            "value_minor": event.value,
        }


def _value(product: ProductId, event: Event, worth: int) -> dict[str, Any]:
    return {
        "id": FIRST_VALUE + event.move_id - FIRST_MOVE,
        "move_id": event.move_id,
        "product_id": product,
        "booked_on": event.day,
        "amount_minor": worth,
        "reason": ValueReason.MOVE,
        "entry_id": None,
    }
