"""What a final invoice takes off: the earlier invoices of the work, each with its VAT.

The law wants to read them (Directive 2006/112, art. 226; UStG section 14 (5)).
"""

from __future__ import annotations

from dataclasses import replace

from app.documents.model import Align, Block, Column, Grid, Heading, Row, RowKind
from app.domain.invoices.invoice import Deducted, Invoice, Kind, Totals
from app.domain.shared.money import Money, total
from app.lang.formats import Formats
from app.lang.texts import Say


def work_of(invoice: Invoice, totals: Totals) -> tuple[Invoice, Totals]:
    """Return an invoice with the lines of its work alone: what is taken off stands in a table."""
    if invoice.kind is Kind.CREDIT_NOTE or not any(line.deducts for line in invoice.lines):
        return invoice, totals
    kept = [place for place, line in enumerate(invoice.lines) if not line.deducts]
    lines = tuple(invoice.lines[place] for place in kept)
    figures = tuple(totals.lines[place] for place in kept)
    line_sum = total(tuple(one.net for one in figures), invoice.currency)
    return replace(invoice, lines=lines), replace(totals, lines=figures, line_sum=line_sum)


def part_text(kind: Kind, percent: str, say: Say) -> str:
    """Return what the lines say of a part of a work; in per cent of it, or without any."""
    if kind is Kind.DOWN_PAYMENT:
        share = say("Down payment, {percent} of the order", percent=percent)
        return share if percent else say("Down payment")
    share = say("Part of the work, {percent} of the order", percent=percent)
    return share if percent else say("Part of the work")


def deduction_text(number: str, day: str, say: Say) -> str:
    """Return what the line says that takes an earlier invoice off."""
    return say("Less invoice {number} of {day}", number=number, day=day)


def excess_text(say: Say) -> str:
    """Return why a part of an earlier invoice is given back."""
    return say("More was invoiced before than the work comes to")


def deductions(invoice: Invoice, tax: str, say: Say, formats: Formats) -> tuple[Block, ...]:
    """Return the earlier invoices as a table, or nothing where none is taken off."""
    taken = invoice.deducted if invoice.kind is Kind.FINAL else ()
    if not taken:
        return ()
    right = Align.RIGHT
    columns = (
        Column(say("Invoice"), weight=1),
        Column(say("Date")),
        Column(f"{tax} %", right),
        Column(say("Net"), right),
        Column(tax, right),
        Column(say("Gross"), right),
    )
    rows = [Row((*_names(one, formats), *_figures((one,), formats))) for one in taken]
    summed = Row((say("Invoiced before"), "", "", *_figures(taken, formats)), RowKind.SUM)
    return Heading(say("Taken off: invoiced before")), Grid(columns, (*rows, summed))


def _names(one: Deducted, formats: Formats) -> tuple[str, str, str]:
    """Return number and day of an earlier invoice, and its rate unless that has changed since."""
    rate = formats.percent(one.rate) if one.tax == one.billed else ""
    return one.number, formats.day(one.issued_on), rate


def _figures(taken: tuple[Deducted, ...], formats: Formats) -> tuple[str, str, str]:
    """Return net, VAT and gross of what was invoiced before, as it was invoiced."""
    currency = taken[0].net.currency
    net = total(tuple(one.net for one in taken), currency)
    tax = total(tuple(one.billed for one in taken), currency)

    def written(amount: Money) -> str:
        return formats.amount(amount.minor, currency)

    return written(net), written(tax), written(net + tax)
