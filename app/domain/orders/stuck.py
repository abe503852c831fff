"""Why an order does not go on, as problems whose sentences name the product and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.orders.handling import day_promised
from app.domain.orders.order import Order, OrderLine, OrderState
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity

HELD = Rule("orders.stuck-held", "reason", is_warning=True)
CREDIT = Rule("orders.stuck-credit", "amount", "limit", "currency", is_warning=True)
_LACK = ("product", "missing", "unit")
MISSING_EXPECTED = Rule(
    "orders.stuck-expected", *_LACK, "expected_on", "reference", is_warning=True
)
MISSING_UNDATED = Rule("orders.stuck-undated", *_LACK, "reference", is_warning=True)
MISSING = Rule("orders.stuck-missing", *_LACK, is_warning=True)
DIRECT = Rule("orders.stuck-direct", *_LACK, "supplier", is_warning=True)
WAITS_FOR_WHOLE = Rule("orders.stuck-whole", *_LACK, is_warning=True)
NO_PROMISE = Rule("orders.stuck-no-promise", is_warning=True)
LATE = Rule("orders.stuck-late", "promised_on", is_warning=True)
TO_PICK = Rule("orders.stuck-to-pick", "count", is_warning=True)
TO_SHIP = Rule("orders.stuck-to-ship", "count", is_warning=True)
TO_BILL = Rule("orders.stuck-to-bill", "count", is_warning=True)
DRAFT = Rule("orders.stuck-draft", is_warning=True)


@dataclass(frozen=True, slots=True)
class Lack:
    """What a line of an order lacks; ``reference`` and ``expected_on`` tell what will bring it.

    ``supplier`` delivers it straight to the customer, where one is named.
    """

    place: int
    product: str
    unit: str
    missing: Quantity
    expected_on: date | None = None
    reference: str = ""
    supplier: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that is to be known of an order to say why it does not go on.

    ``deliveries`` are those being picked and packed, ``over`` is by how much the customer is
    over its limit, as (exposure, limit, currency).
    """

    order: Order
    lacks: tuple[Lack, ...] = ()
    deliveries: tuple[str, ...] = ()
    over: tuple[Decimal, Decimal, str] | None = None


def stuck(of: Situation, today: date) -> tuple[Problem, ...]:
    """Return why an order does not go on, what weighs most first; nothing while it is over."""
    if of.order.state is OrderState.DRAFT:
        return (DRAFT.at(""),)
    if of.order.state is not OrderState.CONFIRMED:
        return ()
    return (*_stopped(of), *_lacking(of), *_waiting(of, today))


def _stopped(of: Situation) -> Iterator[Problem]:
    if of.order.hold:
        yield HELD.at("hold", reason=of.order.hold)
    if of.over is not None and not of.order.overridden_by:
        amount, limit, currency = of.over
        yield CREDIT.at("customer_id", amount=amount, limit=limit, currency=currency)


def _lacking(of: Situation) -> Iterator[Problem]:
    for lack in of.lacks:
        at = f"lines.{lack.place}"
        facts = {"product": lack.product, "missing": f"{lack.missing:f}", "unit": lack.unit}
        if lack.supplier:
            yield DIRECT.at(at, **facts, supplier=lack.supplier)
        elif lack.expected_on is not None:
            coming = {"expected_on": lack.expected_on, "reference": lack.reference}
            yield MISSING_EXPECTED.at(at, **facts, **coming)
        elif lack.reference:
            yield MISSING_UNDATED.at(at, **facts, reference=lack.reference)
        else:
            yield MISSING.at(at, **facts)
    ready = [line for line in of.order.lines if line.reserved]
    ours = [lack for lack in of.lacks if not lack.supplier]
    if ours and of.order.ships_whole and ready:
        first = ours[0]
        facts = {"product": first.product, "missing": f"{first.missing:f}", "unit": first.unit}
        yield WAITS_FOR_WHOLE.at("ships_whole", **facts)


def _waiting(of: Situation, today: date) -> Iterator[Problem]:
    order = of.order
    if of.deliveries:
        yield TO_SHIP.at("", count=len(of.deliveries))
    deliverable = [line for line in order.lines if _can_go(line)]
    waits_for_whole = order.ships_whole and any(not lack.supplier for lack in of.lacks)
    if deliverable and not of.deliveries and not waits_for_whole and not order.hold:
        yield TO_PICK.at("lines", count=len(deliverable))
    if billable := [line for line in order.lines if line.billable]:
        yield TO_BILL.at("lines", count=len(billable))
    promised = [day for line in order.lines if line.open and (day := day_promised(order, line))]
    if any(line.open for line in order.lines) and not promised:
        yield NO_PROMISE.at("promised_on")
    elif promised and min(promised) < today:
        yield LATE.at("promised_on", promised_on=min(promised))


def _can_go(line: OrderLine) -> bool:
    """Say whether something of a line can go out today: held for it, or nothing that is stocked."""
    if line.supplier_id is not None:
        return False
    return bool(line.reserved) if line.is_stocked else bool(line.open)
