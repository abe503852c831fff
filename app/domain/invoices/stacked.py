"""Stacked taxes: what each authority gets of the tax of an invoice, to the cent.

The tax is rounded once, on what all authorities take together, as the Streamlined Sales and Use
Tax Agreement (section 324) wants it; their parts are shared out of it by what each of them takes,
so that they always sum to the tax that the customer reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.invoices.invoice import Invoice, Kind, Line, TaxShare, Totals, VatTotal
from app.domain.invoices.issue import rate_day
from app.domain.invoices.totals import shared_out
from app.domain.shared.money import Money
from app.domain.shared.quantities import RATE_PLACES, Rate
from app.domain.shared.vat import Level, VatCode

Codes = Mapping[str, VatCode]
Key = tuple[str, str, str, Rate, Rate]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one authority takes, at which rate."""

    authority: str
    name: str
    level: Level
    rate: Rate


@dataclass(frozen=True, slots=True)
class _Stack:
    """The authorities that tax the lines of a code on one day."""

    vat: str
    pieces: tuple[_Piece, ...]


def with_shares(invoice: Invoice, totals: Totals, codes: Codes, today: date) -> Totals:
    """Return the totals with every stacked tax shared out among its authorities."""
    if not any(codes[line.vat].parts for line in invoice.lines if line.vat in codes):
        return totals
    found = _Sharing(invoice, totals, codes, today)
    vat = tuple(replace(group, shares=tuple(found.of(group))) for group in totals.vat)
    return replace(totals, vat=vat)


def credited(totals: Totals, left: Iterable[TaxShare]) -> Totals:
    """Return the totals of a credit note: each authority gives back of what it still has.

    ``left`` is what of the invoice is not credited yet; the last credit takes the exact rest.
    """
    rests = {one.key: one.tax.minor for one in left}
    return replace(totals, vat=tuple(_credited(group, rests) for group in totals.vat))


def left_of(origin: Iterable[TaxShare], gone: Iterable[TaxShare]) -> tuple[TaxShare, ...]:
    """Return what each authority still has of an invoice after its credit notes."""
    taken: Counter[Key] = Counter()
    for one in gone:
        taken[one.key] += one.tax.minor
    return tuple(
        replace(one, tax=Money(one.tax.minor - taken[one.key], one.tax.currency)) for one in origin
    )


def reported(invoice: Invoice, totals: Totals) -> Iterator[TaxShare]:
    """Yield what is reported of an invoice: every share, and sales that no authority taxes.

    What a credit note gives back is below zero.
    """
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    for group in totals.vat:
        for share in group.shares or (_unshared(group, group.base, group.tax),):
            yield replace(share, base=-share.base, tax=-share.tax) if is_credit else share


class _Sharing:
    """Shares out the taxes of one invoice."""

    def __init__(self, invoice: Invoice, totals: Totals, codes: Codes, today: date) -> None:
        self._invoice = invoice
        self._figures = totals.lines
        self._codes = codes
        self._today = today

    def of(self, group: VatTotal) -> Iterator[TaxShare]:
        """Yield the shares of a group: by its stacks first, then by the authorities of each."""
        weights: Counter[_Stack] = Counter()
        for line, figures in zip(self._invoice.lines, self._figures, strict=True):
            if not line.is_heading and (line.category, line.rate) == (group.category, group.rate):
                weights[self._stack(line)] += figures.net.minor
        stacks = sorted(weights, key=_order)
        sums = [weights[stack] for stack in stacks]
        currency = group.base.currency
        bases = shared_out(group.base.minor, sums)
        taxes = shared_out(group.tax.minor, sums)
        for stack, base, tax in zip(stacks, bases, taxes, strict=True):
            yield from _of_stack(stack, group, Money(base, currency), Money(tax, currency))

    def _stack(self, line: Line) -> _Stack:
        code = self._codes.get(line.vat)
        day = rate_day(self._invoice, line, self._today)
        parts = code.parts if code is not None else ()
        pieces = (
            _Piece(part.authority, part.name, part.level, part.rate_on(day)) for part in parts
        )
        return _Stack(line.vat, tuple(one for one in pieces if one.rate))


def _order(stack: _Stack) -> tuple[str, list[tuple[str, Rate]]]:
    return (stack.vat, [(one.authority, one.rate) for one in stack.pieces])


def _of_stack(stack: _Stack, group: VatTotal, base: Money, tax: Money) -> Iterator[TaxShare]:
    if not stack.pieces:
        yield replace(_unshared(group, base, tax), vat=stack.vat)
        return
    minors = shared_out(tax.minor, [int(one.rate.scaleb(RATE_PLACES)) for one in stack.pieces])
    for one, minor in zip(stack.pieces, minors, strict=True):
        yield TaxShare(
            stack.vat,
            group.category,
            group.rate,
            one.rate,
            base,
            Money(minor, tax.currency),
            one.authority,
            one.name,
            one.level,
        )


def _unshared(group: VatTotal, base: Money, tax: Money) -> TaxShare:
    return TaxShare(group.vat, group.category, group.rate, group.rate, base, tax)


def _credited(group: VatTotal, rests: Mapping[Key, int]) -> VatTotal:
    weights = [rests.get(one.key, 0) for one in group.shares]
    if not weights or not 0 <= group.tax.minor <= sum(weights) or min(weights) < 0:
        return group
    minors = shared_out(group.tax.minor, weights)
    shares = (
        replace(one, tax=Money(minor, one.tax.currency))
        for one, minor in zip(group.shares, minors, strict=True)
    )
    return replace(group, shares=tuple(shares))
