"""The report of sales tax on paper: each authority with what was sold and collected for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.documents.accounting import Imprint, Line, figures_grid, period, report, right
from app.documents.model import Column, Document, Grid, Heading, Paragraph, RowKind
from app.domain.invoices.jurisdictions import Collected, TaxReport
from app.domain.shared.vat import Level
from app.lang.texts import mark

LEVELS = {
    Level.STATE: mark("State"),
    Level.COUNTY: mark("County"),
    Level.CITY: mark("City"),
    Level.DISTRICT: mark("Special district"),
}
"""The kinds of authorities in words."""


def describe(
    found: Sequence[TaxReport],
    days: tuple[date, date],
    codes: Mapping[str, str],
    imprint: Imprint,
) -> Document:
    """Return the report of some days; ``codes`` names the codes of sales without tax."""
    say, formats = imprint.say, imprint.formats
    facts = {
        say("Period"): period(*days, formats),
        say("Currency"): ", ".join(one.currency for one in found),
    }
    blocks: list[Grid | Paragraph | Heading] = []
    for one in found:
        if one.taxed:
            blocks.append(_taxed(one, codes, imprint))
        if one.untaxed:
            blocks.append(Heading(say("Sales without tax")))
            blocks.append(_untaxed(one, codes, imprint))
    if not found:
        blocks.append(Paragraph(say("Nothing was sold in these days.")))
    return report(imprint, say("Sales tax by authority"), facts, tuple(blocks))


def untaxed_name(row: Collected, codes: Mapping[str, str]) -> str:
    """Return the name of a code without tax."""
    return codes.get(row.vat, row.vat)


def _taxed(one: TaxReport, codes: Mapping[str, str], imprint: Imprint) -> Grid:
    say, formats = imprint.say, imprint.formats
    columns = (
        Column(say("Authority"), weight=1),
        Column(say("Kind")),
        Column(say("Rate")),
        *right(say("Taxed sales"), say("Tax")),
    )
    tax, lines = 0, []
    for row in one.taxed:
        tax += row.tax.minor
        kind = say(LEVELS[row.level]) if row.authority else ""
        name = row.name or untaxed_name(row, codes)
        words = (name, kind, formats.percent(row.rate))
        lines.append(Line(words, (row.base.minor, row.tax.minor), (tax,)))
    lines.append(Line((say("Total"), "", ""), (None, tax), (tax,), RowKind.SUM))
    return figures_grid(columns, lines, one.currency, imprint)


def _untaxed(one: TaxReport, codes: Mapping[str, str], imprint: Imprint) -> Grid:
    say = imprint.say
    columns = (Column(say("Tax code"), weight=1), *right(say("Sales")))
    sales, lines = 0, []
    for row in one.untaxed:
        sales += row.base.minor
        lines.append(Line((untaxed_name(row, codes),), (row.base.minor,), (sales,)))
    lines.append(Line((say("Total"),), (sales,), (sales,), RowKind.SUM))
    return figures_grid(columns, lines, one.currency, imprint)
