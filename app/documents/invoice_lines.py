"""The lines of an invoice as a grid; columns that no line needs are left out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from app.documents.model import Align, Carried, Column, Grid, Row, RowKind
from app.domain.invoices.invoice import Invoice, Line, LineTotal, Totals
from app.domain.shared.money import minor_digits
from app.domain.shared.vat import Category
from app.lang.formats import Formats
from app.lang.texts import Say


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A column and its text on every line."""

    column: Column
    texts: tuple[str, ...]


def lines_grid(invoice: Invoice, totals: Totals, tax: str, say: Say, formats: Formats) -> Grid:
    """Return the lines with the running sum of their amounts."""
    lines, figures = invoice.lines, totals.lines
    amount = say("Amount incl. VAT") if invoice.is_gross else say("Amount")
    price = say("Price incl. VAT") if invoice.is_gross else say("Price")
    always = {say("Description"), say("Quantity"), price, amount}
    right = Align.RIGHT
    drawn = (
        _Drawn(Column(say("Description"), weight=1), _descriptions(invoice, say, formats)),
        _Drawn(Column(say("Quantity"), right), tuple(_quantity(x, formats) for x in lines)),
        _Drawn(Column(say("Unit")), tuple("" if x.is_heading else x.unit for x in lines)),
        _Drawn(Column(price, right), tuple(_price(x, invoice.currency, formats) for x in lines)),
        _Drawn(Column(say("Discount"), right), _discounts(invoice, totals, formats)),
        _Drawn(Column(f"{tax} %", right), tuple(_rate(x, formats) for x in lines)),
        _Drawn(Column(amount, right), _amounts(lines, figures, formats)),
    )
    needed = tuple(kept for kept in drawn if any(kept.texts) or kept.column.title in always)
    sums = accumulate(figure.net.minor for figure in figures)
    running = tuple(formats.amount(minor, invoice.currency) for minor in sums)
    return Grid(
        tuple(kept.column for kept in needed),
        tuple(
            Row(cells, RowKind.HEADING if line.is_heading else RowKind.ENTRY, (carried,))
            for line, carried, cells in zip(lines, running, _cells(needed), strict=True)
        ),
        Carried((len(needed) - 1,), say("Carried forward"), say("Brought forward")),
    )


def goods_grid(invoice: Invoice, say: Say, formats: Formats) -> Grid:
    """Return what is handed over: the lines without what they cost."""
    lines = invoice.lines
    drawn = (
        _Drawn(Column(say("Description"), weight=1), _descriptions(invoice, say, formats)),
        _Drawn(Column(say("Quantity"), Align.RIGHT), tuple(_quantity(x, formats) for x in lines)),
        _Drawn(Column(say("Unit")), tuple("" if x.is_heading else x.unit for x in lines)),
    )
    kinds = (RowKind.HEADING if line.is_heading else RowKind.ENTRY for line in lines)
    rows = zip(_cells(drawn), kinds, strict=True)
    return Grid(tuple(one.column for one in drawn), tuple(Row(cells, kind) for cells, kind in rows))


def _cells(drawn: tuple[_Drawn, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(zip(*(column.texts for column in drawn), strict=True))


def _descriptions(invoice: Invoice, say: Say, formats: Formats) -> tuple[str, ...]:
    """Return what is sold; a day of delivery of its own chooses the rate, so it is shown."""
    days = [
        say("Delivered {day}", day=formats.day(line.delivered_on))
        if line.delivered_on and line.delivered_on != invoice.delivered_on
        else ""
        for line in invoice.lines
    ]
    return tuple(
        "\n".join(part for part in (line.description, day) if part)
        for line, day in zip(invoice.lines, days, strict=True)
    )


def _quantity(line: Line, formats: Formats) -> str:
    return "" if line.is_heading else formats.decimal(line.quantity)


def _price(line: Line, currency: str, formats: Formats) -> str:
    """Return the unit price with the currency's decimals, or more where it has more."""
    if line.is_heading:
        return ""
    exponent = line.price.normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) else 0
    return formats.decimal(line.price, max(minor_digits(currency), needed))


def _discounts(invoice: Invoice, totals: Totals, formats: Formats) -> tuple[str, ...]:
    """Return each line's discount as it was given: in per cent or as an amount."""
    return tuple(
        formats.percent(line.discount.percent)
        if line.discount.percent and not line.discount.amount
        else formats.amount(figure.discount.minor, invoice.currency)
        if figure.discount
        else ""
        for line, figure in zip(invoice.lines, totals.lines, strict=True)
    )


def _rate(line: Line, formats: Formats) -> str:
    if line.is_heading or line.category is Category.OUTSIDE_SCOPE:
        return ""
    return formats.percent(line.rate)


def _amounts(
    lines: tuple[Line, ...], figures: tuple[LineTotal, ...], formats: Formats
) -> tuple[str, ...]:
    return tuple(
        "" if line.is_heading else formats.amount(figure.net.minor, figure.net.currency)
        for line, figure in zip(lines, figures, strict=True)
    )
