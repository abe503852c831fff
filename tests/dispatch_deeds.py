"""Deeds of a clerk who takes orders and sends goods, each through the real services.

``pick`` chooses the order, the delivery or the product; where there is nothing to choose from,
nothing is done. What the rules refuse is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from app.domain.invoices.crediting import Take
from app.domain.orders.delivery import NO_CARRIAGE, Delivery, DeliveryState, Proof
from app.domain.orders.goods_return import GoodsReturn, Outcome, ReturnState
from app.domain.orders.order import Order
from app.domain.shared.ids import InvoiceId, OrderId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import Spot
from app.outside.clock import FixedClock
from app.services import (
    counts,
    crediting,
    deliveries,
    invoices,
    locations,
    order_billing,
    orders,
    reserving,
    returns,
    stock_moves,
)
from app.services.counts import Reason
from app.services.office import Office
from app.services.orders import Short
from app.services.permissions import Actor
from app.services.returning import Back
from app.services.returns import Came, Decision, Finding
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import asked, came, confirmed, qty

OUTCOMES = tuple(Outcome)
AMOUNTS = ("1", "2.5", "4", "7")

Thing = TypeVar("Thing")
Deed = Callable[["Clerk", int], object]


class Clerk:
    """One of those who work at an office, over a connection of its own."""

    def __init__(self, database: Database, name: str, made: list[OrderId]) -> None:
        self.office = Office(database, FixedClock(TODAY), Actor(name))
        self._made = made
        self._others = replace(self.office.who, name=f"{name} too")
        with database.read() as unit:
            self.products = tuple(item.product_id for item in unit.stock_items.all())
        house = self.office.ask(locations.home_if_any)
        assert house is not None
        self.place = house.id

    def orders(self) -> tuple[Order, ...]:
        with self.office.database.read() as unit:
            return tuple(unit.orders.get_all(sorted(self._made)).values())

    def deliveries(self) -> tuple[Delivery, ...]:
        """Return every delivery, by the orders that they go out for."""
        ask = self.office.ask
        return tuple(
            chain.from_iterable(ask(deliveries.of_order, one) for one in sorted(self._made))
        )

    def returns(self) -> tuple[GoodsReturn, ...]:
        ask = self.office.ask
        return tuple(chain.from_iterable(ask(returns.of_order, one) for one in sorted(self._made)))

    def sends_an_order(self, pick: int) -> None:
        """Take an order and send what of it lies there."""
        self.takes_an_order(pick)
        one = self.office.do(deliveries.plan, self._made[-1]).result
        self.starts(one, pick)
        self.picks_and_packs(self.office.ask(deliveries.get, one.id), 1)
        self.ships(one, pick)

    def takes_an_order(self, pick: int) -> None:
        one, two = (asked(self.products[place], many(pick + place)) for place in (0, 1))
        self._made.append(confirmed(self.office, one, two).id)

    def receives_goods(self, pick: int) -> None:
        came(self.office, self.product(pick), many(pick), "5")

    def plans_a_delivery(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            self.office.do(deliveries.plan, order.id)

    def goes_on_with_a_delivery(self, pick: int) -> None:
        """Do what comes next: pick (of every fourth not all), pack, ship, or note who took it."""
        waiting = tuple(one for one in self.deliveries() if one.state in STEPS)
        for one in among(waiting, pick):
            STEPS[one.state](self, one, pick)

    def starts(self, one: Delivery, _pick: int) -> None:
        self.office.do(deliveries.start, one.id)

    def picks_and_packs(self, one: Delivery, pick: int) -> None:
        for line in one.lines:
            part = Quantity(line.quantity / 2) if pick % 4 == 0 else line.quantity
            self.office.do(deliveries.pick, one.id, line.id, part)
        self.office.do(deliveries.pack, one.id, NO_CARRIAGE)

    def ships(self, one: Delivery, _pick: int) -> None:
        self.office.do(deliveries.ship, one.id)

    def notes_who_took_it(self, one: Delivery, _pick: int) -> None:
        self.office.do(deliveries.deliver, one.id, Proof("Aamu"))

    def calls_a_delivery_off(self, pick: int) -> None:
        for one in among(self.deliveries(), pick):
            self.office.do(deliveries.cancel, one.id, "Truck broke down")

    def announces_a_return(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            back = tuple(Back(line.id, qty("1")) for line in order.lines[: 1 + pick % 2])
            self.office.do(returns.announce, order.id, back, "Too large")

    def goes_on_with_a_return(self, pick: int) -> None:
        waiting = tuple(one for one in self.returns() if one.state in BACKWARDS)
        for one in among(waiting, pick):
            BACKWARDS[one.state](self, one, pick)

    def takes_back(self, one: GoodsReturn, _pick: int) -> None:
        here = tuple(Came(line.id, line.quantity) for line in one.lines)
        self.office.do(returns.receive, one.id, here)

    def inspects(self, one: GoodsReturn, _pick: int) -> None:
        found = tuple(Finding(line.id, "As new") for line in one.lines)
        self.office.do(returns.inspect, one.id, found)

    def decides(self, one: GoodsReturn, pick: int) -> None:
        outcome = OUTCOMES[pick % len(OUTCOMES)]
        self.office.do(returns.decide, one.id, tuple(Decision(x.id, outcome) for x in one.lines))

    def credits_a_return(self, pick: int) -> None:
        for one in among(self.returns(), pick):
            for note in self.office.do(returns.credit, one.id).result:
                self.office.do(invoices.issue, note.id)

    def calls_a_return_off(self, pick: int) -> None:
        for one in among(self.returns(), pick):
            self.office.do(returns.cancel, one.id, "Kept it")

    def amends_an_order(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            content = self.office.ask(orders.content, order.id)
            first, *others = content.content.lines
            lines = (replace(first, quantity=qty(many(pick))), *others)
            after = replace(content, content=replace(content.content, lines=lines))
            self.office.do(orders.amend, order.id, order.version, after, "Changed")

    def cancels_an_order(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            self.office.do(orders.cancel, order.id, "Not wanted")

    def closes_a_line_short(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            short = (Short(order.lines[1].id, qty(many(pick))),)
            self.office.do(orders.close_short, order.id, "Sold out", short)

    def opens_an_order_again(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            self.office.do(orders.reopen, order.id, "More came")

    def lets_go(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            self.office.do(reserving.release, order.id)

    def prefers(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            self.office.do(reserving.prefer, order.id)

    def invoices_an_order(self, pick: int) -> None:
        for order in among(self.orders(), pick):
            self.office.do(invoices.issue, self.office.do(order_billing.bill, order.id).result.id)

    def credits_an_invoice(self, pick: int) -> None:
        lines = [line.id for order in self.orders() for line in order.lines]
        with self.office.database.read() as unit:
            billed = unit.order_supply.billed_by(lines)
        for invoice_id in among(billed, pick):
            take = (Take(0, qty("1")),)
            note = self.office.do(crediting.credit, InvoiceId(invoice_id), take, "Broken").result
            self.office.do(invoices.issue, note.id)

    def loses_goods(self, pick: int) -> None:
        moving = Moving(self.product(pick), qty(many(pick)), self.place, reason="Wet")
        self.office.do(stock_moves.scrap, moving)

    def counts_goods(self, pick: int) -> None:
        """Count a place and book what differs, as three steps between which goods may move."""
        spot = Spot(self.product(pick), self.place)
        count = self.office.do(counts.at_once, spot).result
        (line,) = self.office.ask(counts.get, count.id).lines
        self.office.do(counts.enter, count.id, line.line.id, qty(many(pick)))
        told = self.office.do(counts.review, count.id).result
        reasons = (Reason(line.line.id, "Miscounted"),)
        told = self.office.do(counts.explain, count.id, told.version, reasons).result
        other = Office(self.office.database, self.office.clock, self._others)
        told = other.do(counts.approve, count.id, told.version).result
        self.office.do(counts.post, count.id, told.version)

    def product(self, pick: int) -> ProductId:
        return self.products[pick % len(self.products)]


STEPS: dict[DeliveryState, Callable[[Clerk, Delivery, int], None]] = {
    DeliveryState.DRAFT: Clerk.starts,
    DeliveryState.PICKING: Clerk.picks_and_packs,
    DeliveryState.PACKED: Clerk.ships,
    DeliveryState.SHIPPED: Clerk.notes_who_took_it,
}
BACKWARDS: dict[ReturnState, Callable[[Clerk, GoodsReturn, int], None]] = {
    ReturnState.ANNOUNCED: Clerk.takes_back,
    ReturnState.RECEIVED: Clerk.inspects,
    ReturnState.INSPECTED: Clerk.decides,
}
DEEDS: tuple[Deed, ...] = (
    Clerk.takes_an_order,
    Clerk.receives_goods,
    Clerk.plans_a_delivery,
    Clerk.plans_a_delivery,
    Clerk.goes_on_with_a_delivery,
    Clerk.goes_on_with_a_delivery,
    Clerk.goes_on_with_a_delivery,
    Clerk.goes_on_with_a_delivery,
    Clerk.announces_a_return,
    Clerk.goes_on_with_a_return,
    Clerk.goes_on_with_a_return,
    Clerk.invoices_an_order,
    Clerk.calls_a_delivery_off,
    Clerk.credits_a_return,
    Clerk.calls_a_return_off,
    Clerk.amends_an_order,
    Clerk.cancels_an_order,
    Clerk.closes_a_line_short,
    Clerk.opens_an_order_again,
    Clerk.lets_go,
    Clerk.prefers,
    Clerk.credits_an_invoice,
    Clerk.loses_goods,
    Clerk.counts_goods,
)
"""What comes often stands here often."""


def among(things: tuple[Thing, ...], pick: int) -> tuple[Thing, ...]:
    """Return the one that is picked, or none where there is none."""
    return (things[pick % len(things)],) if things else ()


def many(pick: int) -> str:
    return AMOUNTS[pick % len(AMOUNTS)]
