"""The one calculator: screen, list, paper and ledger show what this module says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.invoices.invoice import (
    Discount,
    Invoice,
    Line,
    LineTotal,
    Totals,
    VatRest,
    VatTotal,
)
from app.domain.shared.money import Money, money, total, zero
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines that share a VAT category and a rate: VAT is rounded once for them.

    ``work`` is the sum of those that deduct nothing, ``off`` the VAT that the others take off.
    """

    category: Category
    rate: Rate
    vat: str
    lines: Money
    work: Money
    off: Money


def totals_of(invoice: Invoice) -> Totals:
    """Return every figure of an invoice; raises TooLarge beyond what the books can hold.

    In a gross-priced invoice the line and allowance figures include VAT and ``line_sum -
    allowance`` is the gross; otherwise they exclude it and that difference is the net.
    """
    lines = tuple(line_total(line, invoice.currency) for line in invoice.lines)
    groups = _grouped(invoice, lines)
    rests = {(rest.category, rest.rate): rest for rest in invoice.rest}
    vat = tuple(
        _vat_total(group, allowance, rests.get((group.category, group.rate)), invoice.is_gross)
        for group, allowance in zip(groups, _allowances(invoice, groups), strict=True)
    )
    net = total(tuple(part.base for part in vat), invoice.currency)
    tax = total(tuple(part.tax for part in vat), invoice.currency)
    return Totals(
        lines=lines,
        vat=vat,
        line_sum=total(tuple(line.net for line in lines), invoice.currency),
        allowance=total(tuple(part.allowance for part in vat), invoice.currency),
        net=net,
        tax=tax,
        gross=total((net, tax), invoice.currency),
    )


def line_total(line: Line, currency: str) -> LineTotal:
    """Return what a line comes to: the rounded amount less the rounded discount."""
    amount = money(line.quantity * line.price, currency)
    discount = _reduction(line.discount, amount)
    return LineTotal(amount, discount, amount - discount)


def shared_out(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split an amount by weights, by largest remainder, so that the parts sum to it exactly.

    Weights that cancel out count by their size; where all are zero the parts are even.
    """
    if sum(weights) == 0:
        weights = [abs(weight) for weight in weights]
    if sum(weights) == 0:
        weights = [1] * len(weights)
    whole = sum(weights)
    parts = [divmod(amount * weight, whole) for weight in weights]
    missing = amount - sum(part for part, _ in parts)
    largest = sorted(range(len(parts)), key=lambda place: -abs(parts[place][1]))
    favoured = frozenset(largest[:missing])
    return tuple(part + (place in favoured) for place, (part, _) in enumerate(parts))


def _reduction(discount: Discount, amount: Money) -> Money:
    """Return a discount on an amount, rounded once."""
    if discount.amount:
        return money(discount.amount, amount.currency)
    return money(amount.amount * discount.percent / HUNDRED, amount.currency)


def _grouped(invoice: Invoice, lines: tuple[LineTotal, ...]) -> tuple[_Group, ...]:
    """Return the VAT groups, highest rate first, then by category; headings belong to none."""
    nothing = zero(invoice.currency)
    sums: defaultdict[tuple[Category, Rate], Money] = defaultdict(lambda: nothing)
    work, off = sums.copy(), sums.copy()
    codes: dict[tuple[Category, Rate], str] = {}
    for line, figures in zip(invoice.lines, lines, strict=True):
        if line.is_heading:
            continue
        key = (line.category, line.rate)
        sums[key] += figures.net
        work[key] += nothing if line.deducts else figures.net
        codes[key] = min(codes.get(key, line.vat), line.vat)
    for one in invoice.deducted:
        off[one.category, one.rate] += one.tax
    order = sorted(sums, key=lambda key: (-key[1], key[0].value))
    return tuple(_Group(*key, codes[key], sums[key], work[key], off[key]) for key in order)


def _allowances(invoice: Invoice, groups: tuple[_Group, ...]) -> tuple[Money, ...]:
    """Return each group's part of the document discount."""
    if not invoice.discount.amount:
        return tuple(_reduction(invoice.discount, group.work) for group in groups)
    if not groups:
        return ()
    whole = money(invoice.discount.amount, invoice.currency)
    parts = shared_out(whole.minor, [group.work.minor for group in groups])
    return tuple(Money(part, invoice.currency) for part in parts)


def _allowance_left(group: _Group, allowance: Money, rest: VatRest) -> Money:
    """Return the allowance of a credit: all that is left with the last line, else no more."""
    if group.lines == rest.lines:
        return rest.allowance
    least = group.lines - (rest.lines - rest.allowance)
    return _between(allowance, least, rest.allowance)


def _between(amount: Money, one: Money, other: Money) -> Money:
    low, high = sorted((one.minor, other.minor))
    return Money(max(low, min(high, amount.minor)), amount.currency)


def _vat_total(
    group: _Group,
    allowance: Money,
    rest: VatRest | None,
    is_gross: bool,  # noqa: FBT001  how the prices are meant goes through every figure
) -> VatTotal:
    """Return a group with its VAT: on the base, or out of the gross (BR-CO-17).

    A credit takes what is left to the cent where it takes all lines, and never more before. What
    is deducted takes off the very VAT that was on it: all papers of a work have that of the whole.
    """
    if rest is not None:
        allowance = _allowance_left(group, allowance, rest)
    after = group.lines - allowance
    taxed = after if rest is not None else group.work - allowance
    share = HUNDRED + group.rate if is_gross else HUNDRED
    tax = money(taxed.amount * group.rate / share, after.currency)
    if rest is not None:
        tax = rest.tax if group.lines == rest.lines else _between(tax, after - after, rest.tax)
    else:
        tax -= group.off
    return VatTotal(
        category=group.category,
        rate=group.rate,
        vat=group.vat,
        lines=group.lines,
        allowance=allowance,
        base=after - tax if is_gross else after,
        tax=tax,
    )
