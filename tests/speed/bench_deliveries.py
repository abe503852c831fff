"""Deliveries: a list of ten thousand open ones, and one of two hundred lines from plan to van."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import TextClause, text

from app.domain.invoices.totals import totals_of
from app.domain.orders.delivery import NO_CARRIAGE, Delivery, DeliveryState
from app.domain.orders.order import OrderDraft
from app.domain.orders.rows import NEWEST_RETURNS, NEXT_DELIVERIES
from app.domain.shared.ids import (
    ContactId,
    DeliveryId,
    OrderId,
    ProductId,
    ReturnId,
    ReturnLineId,
    new_id,
)
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import deliveries, orders, receiving_goods, returns
from app.services.office import Office
from app.storage.order_rows import order_line_rows, order_row
from app.storage.order_tables import order_line, sales_order
from tests.dispatching import a_delivery, a_delivery_line, a_return
from tests.order_desk import a_written_order, asked
from tests.ordering import DAY, a_confirmed_order, qty
from tests.speed.bench import Figure, Site, bench
from tests.speed.goods import a_house
from tests.stocking import cost, stocked

COUNT, LINES = 10_000, 200
STATES = (DeliveryState.DRAFT, DeliveryState.PICKING, DeliveryState.PACKED)
FIRST = text(
    "SELECT id, number, customer_name, planned_on, carrier FROM delivery"
    " WHERE state IN ('draft', 'picking', 'packed') ORDER BY planned_on, id LIMIT 100"
)
TURN = text(
    "SELECT id FROM delivery WHERE state IN ('draft', 'picking', 'packed') ORDER BY planned_on, id"
)
BACK = text("SELECT id FROM goods_return ORDER BY announced_on DESC, id DESC")
WALK = text(
    "SELECT l.id, l.picked, l.quantity, p.code, o.code, o.route FROM delivery_line l"
    " JOIN product p ON p.id = l.product_id JOIN location o ON o.id = l.location_id"
    " WHERE l.delivery_id = :id ORDER BY o.route, o.code"
)


@bench("deliveries", row=4)
def sent(site: Site) -> Iterator[Figure]:
    """Measure the lists, and one large delivery at every step."""
    with site.copied() as office:
        _filled(office)

        def spelt(statement: TextClause, **known: int) -> int:
            with office.database.read() as unit:
                return len(unit.connection.execute(statement, known).all())

        view, back = NEXT_DELIVERIES, NEWEST_RETURNS
        first = site.interleaved(
            lambda: len(office.ask(deliveries.first, view, 100)), lambda: spelt(FIRST)
        )
        yield Figure(f"first 100 of {COUNT} open", *first, "raw SQL, bare rows", at_most=50)
        turn = site.interleaved(
            lambda: len(office.ask(deliveries.spine, view)), lambda: spelt(TURN)
        )
        yield Figure(f"whole list of {COUNT} open", *turn, "raw SQL, bare ids", ratio=1.5)
        came = site.interleaved(lambda: len(office.ask(returns.spine, back)), lambda: spelt(BACK))
        yield Figure(f"whole list of {COUNT} returns", *came, "raw SQL, bare ids", ratio=1.5)
        yield from _one_large(site, office, spelt)


def _one_large(site: Site, office: Office, spelt: Callable[..., int]) -> Iterator[Figure]:
    """Measure one delivery of many lines from its plan until it is in the van."""
    order_id = _ordered(office)
    planned, one = _timed(lambda: office.do(deliveries.plan, order_id).result)
    yield Figure(f"plan {LINES} lines", planned, None, at_most=200)
    started, one = _timed(lambda: office.do(deliveries.start, one.id).result)
    yield Figure(f"choose the spots of {LINES} lines", started, None, at_most=400)
    walk = site.interleaved(
        lambda: len(office.ask(deliveries.picking, one.id)), lambda: spelt(WALK, id=one.id)
    )
    yield Figure(f"way through {LINES} lines", *walk, "raw SQL, bare rows", at_most=50)
    printed = site.alone(lambda: office.ask(deliveries.pick_list, (one.id,)), rounds=3)
    yield Figure(f"pick list of {LINES} lines as PDF", printed[1], None, at_most=500)
    picked, one = _timed(lambda: _picked(office, one))
    yield Figure("pick one of the lines", picked / LINES, None, at_most=100)
    packed, one = _timed(lambda: office.do(deliveries.pack, one.id, NO_CARRIAGE).result)
    yield Figure(f"pack {LINES} lines", packed, None, at_most=100)
    shipped, one = _timed(lambda: office.do(deliveries.ship, one.id).result)
    yield Figure(f"send {LINES} lines with moves, cost and paper", shipped, None, at_most=1500)


def _picked(office: Office, one: Delivery) -> Delivery:
    for line in one.lines:
        one = office.do(deliveries.pick, one.id, line.id, line.quantity).result
    return one


def _timed(work: Callable[[], Delivery]) -> tuple[float, Delivery]:
    """Return how many milliseconds work took, and what came of it."""
    begun = time.perf_counter()
    made = work()
    return (time.perf_counter() - begun) * 1000, made


def _ordered(office: Office) -> OrderId:
    """Return a confirmed order of many goods, all of which lie there."""
    goods = [stocked(office, f"BENCH-{at}") for at in range(LINES)]
    new = NewReceipt(tuple(Goods(one, qty(5), cost("5")) for one in goods))
    office.do(receiving_goods.receive_at_once, new)
    with office.database.read() as unit:
        (customer,) = unit.connection.execute(text("SELECT id FROM contact LIMIT 1")).one()
    lines = tuple(asked(one, 2) for one in goods)
    content = replace(a_written_order(*lines).content, customer_id=ContactId(customer))
    draft = office.do(orders.draft, OrderDraft(content)).result
    return office.do(orders.confirm, draft.id).result.id


def _filled(office: Office) -> None:
    """Fill an office with one order, open deliveries of it and returns."""
    with office.database.write() as unit:
        ids = "SELECT (SELECT id FROM product LIMIT 1), (SELECT id FROM contact LIMIT 1)"
        product, customer = unit.connection.execute(text(ids)).one()
        house = a_house(unit.connection)
        order = replace(a_confirmed_order(COUNT), number="SO-BENCH", warehouse_id=house)
        (line,) = order.lines
        wanted = replace(order.wanted, customer_id=ContactId(customer))
        lines = (replace(line, product_id=ProductId(product)),)
        order = replace(order, wanted=wanted, lines=lines)
        head = order_row(order, totals_of(order.wanted), "FI")
        unit.connection.execute(sales_order.insert(), head)
        unit.connection.execute(order_line.insert(), order_line_rows(order))
        for at in range(COUNT):
            day, name = DAY + timedelta(days=at * 7 % 90), f"Kahvila {at % 300}"
            part = a_delivery_line(1, new_id(), order_line_id=line.id, product_id=product)
            one = a_delivery(part, state=STATES[at % 3], warehouse_id=house, order_id=order.id)
            one = replace(one, id=DeliveryId(new_id()), planned_on=day, customer_name=name)
            unit.deliveries.add(one)
            (some,) = a_return().lines
            back = replace(some, id=ReturnLineId(new_id()), order_line_id=line.id)
            back = replace(back, product_id=ProductId(product))
            brought = a_return(back, announced_on=day, number=f"RMA-{at}", order_id=order.id)
            unit.returns.add(replace(brought, id=ReturnId(new_id()), customer_name=name))
        unit.connection.exec_driver_sql("ANALYZE")
