"""Billing orders: what of each line is invoiced now, and what invoices say was invoiced before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from app.domain.invoices.draft import Draft, DraftLine, content_of
from app.domain.invoices.invoice import Discount, Invoice, Line
from app.domain.invoices.totals import line_total
from app.domain.orders.order import NOTHING, Order, OrderLine
from app.domain.shared.ids import OrderLineId
from app.domain.shared.money import minor_digits
from app.domain.shared.quantities import PRICE_PLACES, QUANTITY_PLACES, Quantity, UnitPrice
from app.domain.shared.refusals import Refusal


class NothingToBill(Refusal):
    """Nothing of the order can be invoiced now: it went out and was invoiced, or did not go out."""

    code = "orders.nothing-to-bill"


class MoreThanBillable(Refusal):
    """More of a line is invoiced than was delivered, or ordered where that is what is invoiced."""

    code = "orders.more-than-billable"


@dataclass(frozen=True, slots=True)
class BilledPart:
    """What one line of an invoice bills of a line of an order, or a credit note takes back."""

    line_id: OrderLineId
    quantity: Quantity
    unit: str
    is_credit: bool = False


def bill_of(
    order: Order,
    delivered_on: date | None = None,
    wanted: Mapping[OrderLineId, Quantity] | None = None,
) -> Draft:
    """Return the draft invoice of what can be invoiced of an order, or of so much of these lines.

    Raises NotConfirmed, NothingToBill, MoreThanBillable.
    """
    if order.number == "" or not (takes := _takes(order, wanted)):
        raise NothingToBill(**order.facts)
    lines = _with_headings(order, takes)
    return replace(
        content_of(order.wanted),
        lines=lines,
        discount=_discount(order, takes),
        issued_on=None,
        due_on=None,
        delivered_on=delivered_on,
        our_reference=order.wanted.our_reference or order.number,
    )


def recounted(order: Order, parts: Iterable[BilledPart]) -> Order:
    """Return the order with what invoices bill of its lines; raises MoreThanBillable."""
    sums: defaultdict[OrderLineId, Fraction] = defaultdict(Fraction)
    known = {line.id: line for line in order.lines}
    for part in parts:
        line = known[part.line_id]
        own = Fraction(part.quantity) * _factor(line, order.wanted.lines[line.place], part.unit)
        sums[part.line_id] += -own if part.is_credit else own
    lines = tuple(_recounted(order, line, sums[line.id]) for line in order.lines)
    return replace(order, version=order.version + 1, lines=lines)


def _recounted(order: Order, line: OrderLine, own: Fraction) -> OrderLine:
    invoiced = max(NOTHING, Quantity(_decimal(own)))
    if invoiced > line.invoiced and invoiced > line.due_for_billing:
        name = order.wanted.lines[line.place].description
        facts = {"product": name, "asked": invoiced, "most": line.due_for_billing}
        raise MoreThanBillable(number=order.number, **facts)
    return replace(line, invoiced=invoiced)


def _takes(
    order: Order, wanted: Mapping[OrderLineId, Quantity] | None
) -> dict[OrderLineId, Quantity]:
    """Return how much of each line is billed."""
    most = {line.id: line.billable for line in order.lines if line.billable}
    if wanted is None:
        return most
    for line_id, asked in wanted.items():
        line = order.line(line_id)
        if not 0 < asked <= line.billable:
            name = order.wanted.lines[line.place].description
            facts = {"product": name, "asked": asked, "most": line.billable}
            raise MoreThanBillable(number=order.number, **facts)
    return dict(wanted)


def _with_headings(order: Order, takes: Mapping[OrderLineId, Quantity]) -> tuple[DraftLine, ...]:
    """Return the lines that bill, each heading only where something of its part is billed."""
    of_place = {line.place: line for line in order.lines}
    content = content_of(order.wanted).lines
    found: list[DraftLine] = []
    heading: DraftLine | None = None
    for place, written in enumerate(content):
        line = of_place.get(place)
        if line is None:
            heading = written
        elif line.id in takes:
            found.extend([heading] if heading else [])
            heading = None
            found.append(_billed(order.wanted, written, line, takes[line.id]))
    return tuple(found)


def _billed(wanted: Invoice, written: DraftLine, line: OrderLine, take: Quantity) -> DraftLine:
    """Return a line of so much: in its unit where that is exact, else in the product's own."""
    share = Fraction(take) / Fraction(line.ordered)
    quantity = share * Fraction(written.quantity)
    amount = _part(written.discount.amount, line, take, wanted.currency)
    bare = replace(written, delivered_on=None, discount=replace(written.discount, amount=amount))
    if _is_exact(quantity):
        return replace(bare, quantity=Quantity(_decimal(quantity)))
    ratio = Fraction(written.quantity) / Fraction(line.ordered)
    price = Fraction(written.price or 0) * ratio
    return replace(bare, quantity=take, unit="", price=UnitPrice(_rounded(price, PRICE_PLACES)))


def _part(amount: Decimal, line: OrderLine, take: Quantity, currency: str) -> Decimal:
    """Return the share of a discount in money: with the last of a line all of it was given."""
    if not amount:
        return amount

    def until(quantity: Decimal) -> Decimal:
        share = Fraction(quantity) / Fraction(line.ordered)
        return _rounded(Fraction(amount) * share, minor_digits(currency))

    return until(line.invoiced + take) - until(line.invoiced)


def _discount(order: Order, takes: Mapping[OrderLineId, Quantity]) -> Discount:
    """Return the discount on all that is billed: an amount by the value of what is billed."""
    discount = order.wanted.discount
    if not discount.amount:
        return discount
    whole = sum((_value(order, line, line.ordered) for line in order.lines), Fraction(0))
    if not whole:
        return replace(discount, amount=Decimal(0))
    before = sum((_value(order, line, line.invoiced) for line in order.lines), Fraction(0))
    now = sum(
        (_value(order, line, takes[line.id]) for line in order.lines if line.id in takes),
        Fraction(0),
    )
    digits = minor_digits(order.wanted.currency)
    amount = Fraction(discount.amount)
    upto = _rounded(amount * (before + now) / whole, digits)
    return replace(discount, amount=upto - _rounded(amount * before / whole, digits))


def _value(order: Order, line: OrderLine, quantity: Decimal) -> Fraction:
    net = line_total(order.wanted.lines[line.place], order.wanted.currency).net
    return Fraction(net.minor) * Fraction(quantity) / Fraction(line.ordered)


def _factor(line: OrderLine, wanted: Line, unit: str) -> Fraction:
    """Return how many of the product's own units one of a unit of the order's line is."""
    if unit == wanted.unit and wanted.quantity:
        return Fraction(line.ordered) / Fraction(wanted.quantity)
    return Fraction(1)


def _is_exact(value: Fraction) -> bool:
    scaled: Fraction = value * 10**QUANTITY_PLACES
    return scaled.denominator == 1


def _decimal(value: Fraction) -> Decimal:
    return _rounded(value, QUANTITY_PLACES).normalize() + 0


def _rounded(value: Fraction, places: int) -> Decimal:
    scaled = Decimal(value.numerator) / Decimal(value.denominator)
    return scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
