"""Receiving: goods are awaited, come in parts or more than awaited, or are called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import ContactId, LocationId, ProductId, ReceiptLineId
from app.domain.shared.money import money
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.quantities import Quantity, UnitPrice, quantity, unit_price
from app.domain.shared.refusals import IllegalTransition, NotFound, refused_at
from app.domain.stock.costs import whole_parts
from app.domain.stock.moving import PRODUCT_MISSING, check_quantity
from app.domain.stock.receipt import Arrived, Receipt, ReceiptLine, ReceiptState
from app.domain.stock.valuation import shares_of

ZERO = Quantity(Decimal(0))

WITHOUT_LINES = Rule("stock.receipt-without-lines")
COST_WRONG = Rule("stock.receipt-cost-negative")
PRODUCT_GONE = Rule("stock.product-withdrawn", "product")
PRODUCT_UNKNOWN = Rule("stock.product-not-stocked", "product")
EXPECTED_LONG_AGO = Rule("stock.expected-in-the-past", "day", is_warning=True)
NOTHING_CAME = Rule("stock.nothing-came")
MORE_THAN_EXPECTED = Rule("stock.more-than-expected", "expected", "count", is_warning=True)
AMOUNT_ZERO = Rule("stock.landed-without-amount")


@dataclass(frozen=True, slots=True)
class Goods:
    """Goods as a paper names them; ``cost`` is that of one of the product's own unit.

    Where they came is only asked of what is here: the place, the lot (or serial numbers, with
    commas between them) and until when it keeps.
    """

    product_id: ProductId
    quantity: Quantity
    cost: UnitPrice = UnitPrice(Decimal(0))
    unit: str = ""
    location_id: LocationId | None = None
    lot: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewReceipt:
    """Goods to be expected, or here at once; without a warehouse they come to the first one."""

    lines: tuple[Goods, ...]
    warehouse_id: LocationId | None = None
    supplier_id: ContactId | None = None
    supplier_name: str = ""
    reference: str = ""
    expected_on: date | None = None
    note: str = ""


class Split(Enum):
    """By what a cost is divided among goods."""

    VALUE = "value"
    QUANTITY = "quantity"
    WEIGHT = "weight"


def check_receipt(receipt: Receipt, today: date) -> Iterator[Problem]:
    """Yield what is wrong with goods that are to be expected."""
    if not receipt.lines:
        yield WITHOUT_LINES.at("lines")
    if receipt.expected_on is not None and receipt.expected_on < today:
        yield EXPECTED_LONG_AGO.at("expected_on", day=receipt.expected_on.isoformat())
    for place, line in enumerate(receipt.lines):
        yield from within(f"lines.{place}", _line(line))


def _line(line: ReceiptLine) -> Iterator[Problem]:
    if not line.product_id:
        yield PRODUCT_MISSING.at("product_id")
    yield from check_quantity("expected", line.expected)
    wrong = refused_at("cost", lambda: unit_price(line.cost))
    yield from wrong
    if not wrong and line.cost < 0:
        yield COST_WRONG.at("cost")


def check_arrived(receipt: Receipt, arrived: Sequence[Arrived]) -> Iterator[Problem]:
    """Yield what is wrong with what is said to have come; more than expected only warns."""
    lines = {one.id: one for one in receipt.lines}
    if not arrived:
        yield NOTHING_CAME.at("arrived")
    came = sums_of(arrived)
    for place, one in enumerate(arrived):
        field = f"arrived.{place}"
        yield from within(field, check_quantity("quantity", one.quantity))
        line = lines.get(one.line_id)
        if line is None:
            raise NotFound(record="receipt_line", id=one.line_id)
        if line.received + came[one.line_id] > line.expected:
            facts = {"expected": line.expected, "count": line.received + came[one.line_id]}
            yield MORE_THAN_EXPECTED.at(f"{field}.quantity", **facts)


def sums_of(arrived: Iterable[Arrived]) -> Mapping[ReceiptLineId, Decimal]:
    """Return how much came of each line."""
    found: dict[ReceiptLineId, Decimal] = {}
    for one in arrived:
        found[one.line_id] = found.get(one.line_id, Decimal(0)) + one.quantity
    return found


def received(receipt: Receipt, arrived: Sequence[Arrived], on: date) -> Receipt:
    """Return a receipt of which more has come; raises IllegalTransition."""
    if receipt.state is ReceiptState.CANCELLED:
        raise IllegalTransition(record="receipt", state=receipt.state, to=ReceiptState.RECEIVED)
    came = sums_of(arrived)
    lines = tuple(
        replace(one, received=Quantity(one.received + came.get(one.id, ZERO)))
        for one in receipt.lines
    )
    return replace(
        receipt,
        lines=lines,
        state=state_of(lines),
        received_on=max(on, receipt.received_on or on),
    )


def taken_back(receipt: Receipt, line_id: ReceiptLineId, count: Quantity) -> Receipt:
    """Return a receipt of which a part went back: it is expected again."""
    lines = tuple(
        replace(one, received=Quantity(max(one.received - count, ZERO)))
        if one.id == line_id
        else one
        for one in receipt.lines
    )
    state = receipt.state if receipt.state is ReceiptState.CANCELLED else state_of(lines)
    return replace(receipt, lines=lines, state=state)


def state_of(lines: Iterable[ReceiptLine]) -> ReceiptState:
    """Return where lines stand together: nothing came, a part, or all of it."""
    some = tuple(lines)
    if all(one.received >= one.expected for one in some):
        return ReceiptState.RECEIVED
    is_begun = any(one.received > 0 for one in some)
    return ReceiptState.PART_RECEIVED if is_begun else ReceiptState.EXPECTED


def cancelled(receipt: Receipt) -> Receipt:
    """Return a receipt of which no more is awaited; raises IllegalTransition when all came."""
    if receipt.state in {ReceiptState.RECEIVED, ReceiptState.CANCELLED}:
        raise IllegalTransition(record="receipt", state=receipt.state, to=ReceiptState.CANCELLED)
    return replace(receipt, state=ReceiptState.CANCELLED)


def missing(line: ReceiptLine) -> Quantity:
    """Return what is still to come of a line."""
    return Quantity(max(line.expected - line.received, ZERO))


def awaited(receipt: Receipt) -> Mapping[int, Decimal]:
    """Return what is still to come of each product."""
    found: dict[int, Decimal] = {}
    if receipt.state is ReceiptState.CANCELLED:
        return found
    for line in receipt.lines:
        rest = missing(line)
        if rest:
            found[line.product_id] = found.get(line.product_id, Decimal(0)) + rest
    return found


def value_of(line: ReceiptLine, count: Quantity, currency: str) -> int:
    """Return what so much of a line is worth; together all parts are worth what the whole is."""
    before = money(line.cost * line.received, currency).minor
    return money(line.cost * (line.received + count), currency).minor - before


def split(
    amount: int, lines: Sequence[tuple[Quantity, int, Quantity]], by: Split
) -> tuple[int, ...]:
    """Divide a cost among goods (quantity, value, weight of one), to the cent.

    Where nothing has the weight or the value asked for, it is divided by quantity.
    """
    weights = [_weight(*line, by) for line in lines]
    if not any(weights):
        weights = [whole_parts(line[0]) for line in lines]
    return tuple(shares_of(amount, weights))


def _weight(count: Quantity, value: int, grams: Quantity, by: Split) -> int:
    if by is Split.VALUE:
        return value
    if by is Split.QUANTITY:
        return whole_parts(count)
    return whole_parts(quantity(grams)) * whole_parts(count)
