"""What an invoice comes to by VAT code: codes that share a category and a rate are taxed together.

Of a final invoice the parts are those of the whole work, before anything is taken off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.invoices.invoice import Invoice, Totals, VatTotal
from app.domain.invoices.totals import shared_out
from app.domain.shared.money import Money, total
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category


@dataclass(frozen=True, slots=True)
class CodePart:
    """The net of a VAT code, to the cent, and the VAT on it."""

    category: Category
    rate: Rate
    vat: str
    net: Money
    tax: Money


def parts_of(invoice: Invoice, totals: Totals) -> tuple[CodePart, ...]:
    """Return the net and VAT of every VAT code, in the order of the VAT groups."""
    return tuple(part for group in totals.vat for part in _parts(group, invoice, totals))


def _parts(group: VatTotal, invoice: Invoice, totals: Totals) -> Iterator[CodePart]:
    """Yield the parts of a group; its net is shared out by lines, its VAT by nets."""
    weights: defaultdict[str, int] = defaultdict(int)
    for line, figures in zip(invoice.lines, totals.lines, strict=True):
        is_of_group = (line.category, line.rate) == (group.category, group.rate)
        if is_of_group and not line.is_heading and not line.deducts:
            weights[line.vat] += figures.net.minor
    taken = [
        one for one in invoice.deducted if (one.category, one.rate) == (group.category, group.rate)
    ]
    currency = invoice.currency
    net = total((group.base, *(one.net for one in taken)), currency)
    tax = total((group.tax, *(one.tax for one in taken)), currency)
    codes = sorted(weights)
    nets = shared_out(net.minor, [weights[code] for code in codes])
    taxes = shared_out(tax.minor, nets)
    for code, net_minor, tax_minor in zip(codes, nets, taxes, strict=True):
        yield CodePart(
            group.category,
            group.rate,
            code,
            Money(net_minor, currency),
            Money(tax_minor, currency),
        )
