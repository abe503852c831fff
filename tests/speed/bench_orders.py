"""Orders: a queue of a hundred thousand open ones, and goods for twenty thousand waiting lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import TextClause, text

from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Order, Priority
from app.domain.orders.row import IN_TURN
from app.domain.shared.ids import OrderId, OrderLineId, ProductId, new_id
from app.domain.shared.paging import View
from app.domain.stock.item import StockItem
from app.services import orders, reserving
from app.services.office import Office
from app.storage.order_rows import order_line_rows, order_row
from app.storage.order_tables import order_line, sales_order
from tests.ordering import DAY, a_confirmed_order, qty
from tests.speed.bench import Figure, Site, bench
from tests.speed.goods import a_house, stand

COUNT, WAITING, PRODUCTS = 100_000, 20_000, 200
RANKS = tuple(Priority)
FIRST = text(
    "SELECT id, number, customer_name, priority, promised_on, gross_minor FROM sales_order"
    " WHERE state = 'confirmed' ORDER BY priority, promised_on IS NULL, promised_on, id LIMIT 100"
)
TURN = text(
    "SELECT id FROM sales_order WHERE state = 'confirmed'"
    " ORDER BY priority, promised_on IS NULL, promised_on, id"
)
SHORT = text(
    "SELECT id FROM sales_order WHERE state = 'confirmed' AND id IN"
    " (SELECT order_id FROM order_line WHERE is_waiting = 1)"
    " ORDER BY priority, promised_on IS NULL, promised_on, id"
)
LINES = text(
    "SELECT l.id, l.product_id, l.ordered - l.reserved FROM order_line l JOIN sales_order o"
    " ON o.id = l.order_id WHERE l.is_waiting = 1 AND o.state = 'confirmed'"
    " ORDER BY l.product_id, o.priority, o.promised_on, o.ordered_on, l.id"
)
HELD = text("UPDATE order_line SET reserved = reserved + :more, is_waiting = 0 WHERE id = :id")
STOOD = text("UPDATE stock_standing SET reserved = reserved + :more WHERE product_id = :id")
FREED = text("UPDATE stock_standing SET reserved = 0")
WANTS = text("UPDATE order_line SET reserved = 0, is_waiting = is_stocked")


@bench("orders", row=4)
def queued(site: Site) -> Iterator[Figure]:
    with site.copied() as office:
        _filled(office)
        view, short = IN_TURN, View(only=("waiting",))

        def spelt(statement: TextClause) -> int:
            with office.database.read() as unit:
                return len(unit.connection.execute(statement).all())

        first = site.interleaved(
            lambda: len(office.ask(orders.first, view, 100)), lambda: spelt(FIRST), rounds=5
        )
        yield Figure(f"first 100 of {COUNT} with axes and reasons", *first, "raw SQL, bare rows")
        turn = site.interleaved(
            lambda: len(office.ask(orders.spine, view)), lambda: spelt(TURN), rounds=3
        )
        yield Figure(f"whole turn of {COUNT}", *turn, "raw SQL, bare ids", ratio=1.5)
        waits = site.interleaved(
            lambda: len(office.ask(orders.spine, short)), lambda: spelt(SHORT), rounds=3
        )
        yield Figure(f"the {WAITING} that wait for goods", *waits, "raw SQL, bare ids", ratio=1.5)
        run = site.interleaved(lambda: _run(office), lambda: _bare_run(office), rounds=3)
        yield Figure(f"reservation run over {WAITING} lines", *run, "raw SQL", ratio=6)


def _run(office: Office) -> int:
    _again(office)
    return len(office.do(reserving.run).result)


def _bare_run(office: Office) -> int:
    _again(office)
    with office.database.write() as unit:
        found = unit.connection.execute(LINES).all()
        held = [{"id": row[0], "more": row[2]} for row in found]
        sums: dict[int, int] = {}
        for _id, product, many in found:
            sums[product] = sums.get(product, 0) + many
        unit.connection.execute(HELD, held)
        stood = [{"id": one, "more": many} for one, many in sums.items()]
        unit.connection.execute(STOOD, stood)
    return len(found)


def _again(office: Office) -> None:
    """Let every line wait again."""
    with office.database.write() as unit:
        unit.connection.execute(WANTS)
        unit.connection.execute(FREED)


def _filled(office: Office) -> None:
    """Fill an office with open orders, some of which wait for goods that are there."""
    with office.database.write() as unit:
        names = unit.connection.execute(text("SELECT id FROM product LIMIT :n"), {"n": PRODUCTS})
        products = [ProductId(row[0]) for row in names]
        (customer,) = unit.connection.execute(text("SELECT id FROM contact LIMIT 1")).one()
        for product in products:
            unit.stock_items.add(StockItem(product, 1))
        house = a_house(unit.connection)
        stand(unit.connection, house, [(product, qty(10**9)) for product in products])
        bare = a_confirmed_order(5)
        totals = totals_of(bare.wanted)
        wanted = replace(bare.wanted, customer_id=customer)
        for begin in range(0, COUNT, 5000):
            batch = [
                _order(replace(bare, wanted=wanted, warehouse_id=house), at, products)
                for at in range(begin, begin + 5000)
            ]
            heads = [order_row(one, totals, "FI") for one in batch]
            unit.connection.execute(sales_order.insert(), heads)
            lines = [row for one in batch for row in order_line_rows(one)]
            unit.connection.execute(order_line.insert(), lines)


def _order(bare: Order, at: int, products: list[ProductId]) -> Order:
    is_stocked = at < WAITING
    (line,) = bare.lines
    product = products[at % len(products)]
    mine = replace(line, id=OrderLineId(new_id()), product_id=product, is_stocked=is_stocked)
    return replace(
        bare,
        id=OrderId(new_id()),
        number=f"SO-2026-{at:06}",
        lines=(mine,),
        priority=RANKS[at % len(RANKS)],
        promised_on=DAY + timedelta(days=at % 90),
    )
