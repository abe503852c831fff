"""Lines of an invoice without VAT, to the cent: what they are in an e-invoice.

EN 16931 knows net prices only. Where prices include VAT, the net of every line is its exact share,
and the cents that rounding leaves go to the lines that lost most by it: lines less allowance then
come to the very base that the invoice shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from app.domain.invoices.invoice import Invoice, Line, LineTotal, Totals, VatTotal
from app.domain.shared.money import Money, money, zero

HUNDRED = Decimal(100)
CENT = Decimal("0.01")
FEWEST_PLACES, MOST_PLACES = 2, 30


@dataclass(frozen=True, slots=True)
class NetLine:
    """A line as quantity × price less discount, all without VAT.

    Where the price was below zero its sign went to the quantity; a discount of a line that is
    taken back is below zero.
    """

    quantity: Decimal
    price: Decimal
    amount: Money
    discount: Money
    net: Money


@dataclass(frozen=True, slots=True)
class NetGroup:
    """A VAT group without VAT: sum of its lines, and the document's allowance on it."""

    lines: Money
    allowance: Money


def net_lines(invoice: Invoice, totals: Totals) -> tuple[NetLine | None, ...]:
    """Return every line without VAT; None for headings."""
    found: list[NetLine | None] = [None] * len(invoice.lines)
    for group in totals.vat:
        places = [
            place
            for place, line in enumerate(invoice.lines)
            if not line.is_heading and (line.category, line.rate) == (group.category, group.rate)
        ]
        nets = _nets([totals.lines[place].net for place in places], group, invoice)
        for place, net in zip(places, nets, strict=True):
            found[place] = _line(invoice.lines[place], totals.lines[place], net, invoice)
    return tuple(found)


def net_group(group: VatTotal, *, is_gross: bool) -> NetGroup:
    """Return a VAT group without VAT; lines less allowance are its base."""
    if not is_gross:
        return NetGroup(group.lines, group.allowance)
    allowance = _without(group.allowance, group.rate)
    return NetGroup(group.base + allowance, allowance)


def _nets(amounts: Sequence[Money], group: VatTotal, invoice: Invoice) -> tuple[Money, ...]:
    """Return the nets of a group's lines, which sum to what the group has without VAT."""
    if not invoice.is_gross:
        return tuple(amounts)
    wanted = net_group(group, is_gross=True).lines.minor
    share = Fraction(HUNDRED) / Fraction(HUNDRED + group.rate)
    exact = [amount.minor * share for amount in amounts]
    whole = [one.numerator // one.denominator for one in exact]
    bearing = [place for place, amount in enumerate(amounts) if amount] or [0]
    each, more = divmod(wanted - sum(whole), len(bearing))
    by_loss = sorted(bearing, key=lambda place: whole[place] - exact[place])
    for place in bearing:
        whole[place] += each
    for place in by_loss[:more]:
        whole[place] += 1
    return tuple(Money(minor, invoice.currency) for minor in whole)


def _line(line: Line, figures: LineTotal, net: Money, invoice: Invoice) -> NetLine:
    discount = figures.discount
    if invoice.is_gross:
        discount = _without(discount, line.rate)
    sign = -1 if line.price < 0 else 1
    quantity, price = line.quantity * sign, line.price * sign
    amount = net + discount
    if invoice.is_gross and quantity * amount.minor < 0:
        quantity = -quantity
    natural = Decimal(price)
    if invoice.is_gross:
        natural = natural * HUNDRED / (HUNDRED + line.rate)
    if invoice.is_gross or not _gives(natural, quantity, amount):
        natural = _price(natural, quantity, amount)
    return NetLine(quantity, natural, amount, discount, net)


def _price(natural: Decimal, quantity: Decimal, amount: Money) -> Decimal:
    """Return a net price that gives the amount to the cent, with as few decimals as it takes."""
    if not quantity:
        return _rounded(natural, 4)
    for places in range(FEWEST_PLACES, FEWEST_PLACES + 3):
        if _gives(_rounded(natural, places), quantity, amount):
            return _rounded(natural, places)
    return next(_prices(quantity, amount))


def _prices(quantity: Decimal, amount: Money) -> Iterator[Decimal]:
    exact = Fraction(amount.amount) / Fraction(quantity)
    for places in range(FEWEST_PLACES, MOST_PLACES):
        scaled = exact * 10**places
        price = Decimal(round(scaled)).scaleb(-places)
        if _gives(price, quantity, amount):
            yield price


def in_cents(value: Decimal) -> Decimal:
    """Return a figure with two decimals: so e-invoices count, whatever coins a currency has."""
    return value.quantize(CENT, ROUND_HALF_UP)


def _gives(price: Decimal, quantity: Decimal, amount: Money) -> bool:
    return price >= 0 and in_cents(quantity * price) == amount.amount


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _without(amount: Money, rate: Decimal) -> Money:
    """Return an amount without the VAT that is in it, rounded once."""
    if not amount:
        return zero(amount.currency)
    return money(amount.amount * HUNDRED / (HUNDRED + rate), amount.currency)
