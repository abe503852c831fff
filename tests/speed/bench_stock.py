"""Stock: what can be had of a busy product, the list of a past day, and a history replayed.

For each invoice of the office the busy product has ten moves, and two of them are a product: an
office of a hundred thousand has a million moves of one product and a list of fifty thousand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import TextClause, text

from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.domain.stock.costs import Method, whole_parts
from app.domain.stock.item import Costing
from app.domain.stock.valuation import History, work_out
from app.services import stock_levels
from app.services.office import Office
from tests.speed.bench import Figure, Site, bench
from tests.speed.goods import LAST, Shelf, stocked_up

DAY = date(2025, 11, 20)
KEPT = text("SELECT on_hand, reserved + blocked FROM stock_standing WHERE product_id = :product")
ADDED = text(
    "SELECT sum(CASE WHEN to_id = :house THEN quantity ELSE -quantity END), 0"
    " FROM stock_move WHERE product_id = :product"
)
PAST = (
    " FROM stock_item i JOIN product p ON p.id = i.product_id JOIN (SELECT product_id,"
    " sum(q) AS q, sum(v) AS v FROM ("
    "SELECT product_id, quantity AS q, 0 AS v FROM stock_month WHERE month < 202511"
    " UNION ALL SELECT product_id, CASE WHEN to_id = :house THEN quantity ELSE -quantity END, 0"
    " FROM stock_move WHERE moved_on BETWEEN '2025-11-01' AND '2025-11-20'"
    " UNION ALL SELECT product_id, 0, amount_minor FROM stock_value_month WHERE month < 202511"
    " UNION ALL SELECT product_id, 0, amount_minor FROM stock_value"
    " WHERE booked_on BETWEEN '2025-11-01' AND '2025-11-20'"
    ") GROUP BY product_id) held ON held.product_id = i.product_id WHERE q <> 0 OR v <> 0"
    " ORDER BY p.name_key, i.product_id"
)
LISTED = text("SELECT i.product_id" + PAST)
SPELT = text("SELECT i.product_id, p.code, p.names, p.unit, q, v" + PAST)
WORTH = text("SELECT sum(amount_minor) FROM stock_value WHERE booked_on <= '2025-11-20'")
LEFT = text(
    "WITH held AS (SELECT sum(CASE WHEN to_id = :house THEN quantity ELSE -quantity END) AS q"
    " FROM stock_move WHERE product_id = :product), came AS (SELECT quantity, value_minor,"
    " sum(quantity) OVER (ORDER BY moved_on DESC, id DESC) AS upto FROM stock_move"
    " WHERE product_id = :product AND to_id = :house)"
    " SELECT sum(value_minor * min(quantity, q - (upto - quantity)) / quantity)"
    " FROM came, held WHERE upto - quantity < q"
)
"""What is left of the newest receipts, each at what it came with: the value of the last day."""


@bench("stock", row=4)
def stock(site: Site) -> Iterator[Figure]:
    moves, products = site.size * 10, site.size // 2
    with site.copied() as office:
        shelf = stocked_up(office, moves, products)
        yield from _available(site, office, shelf, moves)
        yield from _as_of(site, office, shelf, products)
        replayed = site.interleaved(
            lambda: _replayed(office, shelf),
            lambda: (0, _rows(office, shelf, LEFT)[0][0]),
            rounds=3,
        )
        yield Figure(f"replay of {moves} moves", *replayed, "raw SQL, end only")


def _available(site: Site, office: Office, shelf: Shelf, moves: int) -> Iterator[Figure]:
    """Yield what can be had of a product beside what is kept, and beside the sum of its moves."""

    def ours() -> tuple[int, int]:
        told = office.ask(stock_levels.availability, shelf.busy)
        return whole_parts(told.on_hand), whole_parts(told.reserved) + whole_parts(told.blocked)

    what = f"availability, {moves} moves"
    kept = site.interleaved(ours, lambda: tuple(_rows(office, shelf, KEPT)[0]))
    yield Figure(what, *kept, "raw SQL, kept sums", at_most=10)
    added = site.interleaved(ours, lambda: tuple(_rows(office, shelf, ADDED)[0]), rounds=3)
    yield Figure(what, *added, "raw SQL, all its moves", ratio=1)


def _as_of(site: Site, office: Office, shelf: Shelf, products: int) -> Iterator[Figure]:
    """Yield the list of a past day: its order, all of its rows, and what it was worth."""
    listed = site.interleaved(
        lambda: list(office.ask(stock_levels.spine, View(), DAY)),
        lambda: [row[0] for row in _rows(office, shelf, LISTED)],
        rounds=3,
    )
    yield Figure(f"list of {products} as of a day", *listed, "raw SQL, bare ids", ratio=2)
    ids = tuple(ProductId(row[0]) for row in _rows(office, shelf, LISTED))
    rows = site.interleaved(
        lambda: _figures(office, ids),
        lambda: [(row[0], row[1], row[4], row[5]) for row in _rows(office, shelf, SPELT)],
        rounds=3,
    )
    yield Figure(f"all rows of {products} as of a day", *rows, "raw SQL, bare rows", ratio=6)
    worth = site.interleaved(
        lambda: office.ask(stock_levels.worth, DAY),
        lambda: _rows(office, shelf, WORTH)[0][0],
        rounds=3,
    )
    yield Figure("worth as of a day", *worth, "raw SQL, all values", ratio=1)


def _figures(office: Office, ids: tuple[ProductId, ...]) -> list[tuple[int, str, int, int]]:
    rows = office.ask(stock_levels.rows, ids, DAY)
    return [(one.id, one.code, whole_parts(one.on_hand), one.value_minor) for one in rows]


def _replayed(office: Office, shelf: Shelf) -> tuple[int, int]:
    """Return how many moves are booked otherwise than history says, and what is left worth."""
    method = Method(Costing.FIFO, UnitPrice(Decimal(0)), "EUR")
    with office.database.read() as unit:
        events = unit.stock_history.events(shelf.busy, {shelf.house}, 0)
        booked, charges = unit.stock_history.booked(shelf.busy, 0)
    worked = work_out(History(method, events, charges, booked), LAST)
    return len(worked.rows), worked.pool.value


def _rows(office: Office, shelf: Shelf, statement: TextClause) -> list[Any]:
    wanted = {"product": shelf.busy, "house": shelf.house}
    known = {name: wanted[name] for name in statement.compile().params}
    with office.database.read() as unit:
        return list(unit.connection.execute(statement, known).all())
