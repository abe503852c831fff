"""The lines of an invoice as a grid; columns that no line needs are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from app.documents.model import Align, Carried, Column, Grid, Row, RowKind
from app.domain.invoices.invoice import Invoice, Line, LineTotal, Totals
from app.domain.invoices.layout import USUAL_COLUMNS, ColumnChoice, LineColumn
from app.domain.shared.ids import ProductId
from app.domain.shared.money import minor_digits
from app.domain.shared.vat import Category
from app.lang.formats import Formats
from app.lang.texts import Say

ALWAYS = frozenset(
    {LineColumn.DESCRIPTION, LineColumn.QUANTITY, LineColumn.PRICE, LineColumn.AMOUNT}
)
"""Columns that are shown even where they are empty, if they were chosen."""
OF_GOODS = frozenset(
    {
        LineColumn.POSITION,
        LineColumn.CODE,
        LineColumn.DESCRIPTION,
        LineColumn.QUANTITY,
        LineColumn.UNIT,
    }
)
"""Columns that say nothing of money."""
NEEDED_OF_GOODS = (LineColumn.DESCRIPTION, LineColumn.QUANTITY, LineColumn.UNIT)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A column and its text on every line."""

    column: Column
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineWords:
    """In whose words lines are written: what the tax is called, language, formats, columns.

    ``codes`` is what each product is known by; ``language`` is that of the columns' own titles.
    """

    tax: str
    say: Say
    formats: Formats
    columns: tuple[ColumnChoice, ...] = USUAL_COLUMNS
    codes: Mapping[ProductId, str] = field(default_factory=dict)
    language: str = ""


def lines_grid(invoice: Invoice, totals: Totals, words: LineWords) -> Grid:
    """Return the lines with the running sum of their amounts."""
    lines, figures, formats = invoice.lines, totals.lines, words.formats
    made = [(one, _drawn(one.column, invoice, totals, words)) for one in words.columns]
    kept = [(one, own) for one, own in made if any(own.texts) or one.column in ALWAYS]
    drawn = tuple(_titled(own, one, words.language) for one, own in kept)
    amount = [one.column for one, _ in kept].index(LineColumn.AMOUNT)
    sums = accumulate(figure.net.minor for figure in figures)
    running = tuple(formats.amount(minor, invoice.currency) for minor in sums)
    return Grid(
        tuple(one.column for one in drawn),
        tuple(
            Row(cells, RowKind.HEADING if line.is_heading else RowKind.ENTRY, (carried,))
            for line, carried, cells in zip(lines, running, _cells(drawn), strict=True)
        ),
        Carried((amount,), words.say("Carried forward"), words.say("Brought forward")),
    )


def _titled(drawn: _Drawn, choice: ColumnChoice, language: str) -> _Drawn:
    """Return a column under the firm's own title, if there is one."""
    title = choice.title_in(language)
    return replace(drawn, column=replace(drawn.column, title=title)) if title else drawn


def _drawn(which: LineColumn, invoice: Invoice, totals: Totals, words: LineWords) -> _Drawn:
    """Return a column and its texts."""
    say, formats, lines = words.say, words.formats, invoice.lines
    right = Align.RIGHT
    match which:
        case LineColumn.POSITION:
            return _Drawn(Column(say("No."), right), _positions(lines))
        case LineColumn.CODE:
            return _Drawn(Column(say("Code")), _codes(lines, words.codes))
        case LineColumn.DESCRIPTION:
            texts = _descriptions(invoice, say, formats)
            return _Drawn(Column(say("Description"), weight=1), texts)
        case LineColumn.QUANTITY:
            texts = tuple(_quantity(x, formats) for x in lines)
            return _Drawn(Column(say("Quantity"), right), texts)
        case LineColumn.UNIT:
            texts = tuple("" if x.is_heading else x.unit for x in lines)
            return _Drawn(Column(say("Unit")), texts)
    return _figures(which, invoice, totals, words)


def _figures(which: LineColumn, invoice: Invoice, totals: Totals, words: LineWords) -> _Drawn:
    """Return a column of money and rates."""
    say, formats, lines = words.say, words.formats, invoice.lines
    right = Align.RIGHT
    match which:
        case LineColumn.PRICE:
            title = say("Price incl. VAT") if invoice.is_gross else say("Price")
            texts = tuple(_price(x, invoice.currency, formats) for x in lines)
        case LineColumn.DISCOUNT:
            title, texts = say("Discount"), _discounts(invoice, totals, formats)
        case LineColumn.TAX:
            title, texts = f"{words.tax} %", tuple(_rate(x, formats) for x in lines)
        case _:
            title = say("Amount incl. VAT") if invoice.is_gross else say("Amount")
            texts = _amounts(lines, totals.lines, formats)
    return _Drawn(Column(title, right), texts)


def _positions(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Return the number of each line; headings have none."""
    counted = accumulate(not line.is_heading for line in lines)
    return tuple(
        "" if line.is_heading else str(int(at)) for line, at in zip(lines, counted, strict=True)
    )


def _codes(lines: tuple[Line, ...], codes: Mapping[ProductId, str]) -> tuple[str, ...]:
    return tuple(codes.get(x.product_id, "") if x.product_id else "" for x in lines)


def goods_grid(invoice: Invoice, totals: Totals, words: LineWords) -> Grid:
    """Return what is handed over: the lines without what they cost, in the layout's columns.

    What and how much is always told; the unit only where a line has one.
    """
    kept = [at for at, line in enumerate(invoice.lines) if not line.deducts]
    goods = replace(invoice, lines=tuple(invoice.lines[at] for at in kept))
    figures = replace(totals, lines=tuple(totals.lines[at] for at in kept))
    chosen = [one for one in words.columns if one.column in OF_GOODS]
    told = {one.column for one in chosen}
    chosen += [ColumnChoice(one) for one in NEEDED_OF_GOODS if one not in told]
    made = [(one, _drawn(one.column, goods, figures, words)) for one in chosen]
    shown = [(one, own) for one, own in made if any(own.texts) or one.column in NEEDED_OF_GOODS]
    drawn = tuple(_titled(own, one, words.language) for one, own in shown)
    kinds = (RowKind.HEADING if line.is_heading else RowKind.ENTRY for line in goods.lines)
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
