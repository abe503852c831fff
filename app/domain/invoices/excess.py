"""Excess: what was invoiced of a work before, and is more than the work comes to, by VAT code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.invoices.crediting import Left, Take
from app.domain.invoices.invoice import Deducted, Invoice
from app.domain.invoices.parts import parts_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.money import Money, zero
from app.domain.shared.refusals import Refusal


class NothingTooMuch(Refusal):
    """The earlier invoices of a work come to no more than the work."""

    code = "invoices.nothing-too-much"


def excess_of(whole: Invoice, left: Sequence[Deducted]) -> dict[str, Money]:
    """Return by VAT code what is left to take off beyond the work, as its prices are meant."""
    lines = tuple(line for line in whole.lines if not line.deducts)
    work = replace(whole, lines=lines, deducted=())
    beyond: defaultdict[str, Money] = defaultdict(lambda: zero(whole.currency))
    for one in left:
        beyond[one.vat] += one.as_priced(is_gross=whole.is_gross)
    for part in parts_of(work, totals_of(work)):
        beyond[part.vat] -= part.net + part.tax if whole.is_gross else part.net
    return {vat: amount for vat, amount in beyond.items() if amount.minor > 0}


def takes_of(
    paper: Invoice, left: Mapping[int, Left], excess: Mapping[str, Money]
) -> tuple[Take, ...]:
    """Return what to credit of an earlier paper: of each line so much that nothing is too much."""
    still, takes = dict(excess), []
    for place, rest in sorted(left.items()):
        vat = paper.lines[place].vat
        amount = min(still.get(vat, zero(paper.currency)), rest.amount, key=_minor)
        if amount.minor > 0:
            takes.append(Take(place, amount=amount.amount))
            still[vat] -= amount
    return tuple(takes)


def _minor(amount: Money) -> int:
    return amount.minor
