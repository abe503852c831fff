"""Contractors of a year on paper: who was paid what, and for whom Form 1099-NEC is due."""

from __future__ import annotations

from app.documents.accounting import Imprint, report
from app.documents.model import Align, Column, Document, Grid, Paragraph, Row, RowKind
from app.domain.payments.contractors import NecList, NecRow
from app.domain.shared.identifiers import written
from app.domain.shared.money import Money


def describe(found: NecList, imprint: Imprint) -> Document:
    """Return the list of a year, those who are reported first."""
    say = imprint.say
    facts = {
        say("Year"): str(found.year),
        say("Reported from"): _amount(found.threshold, imprint),
        say("Currency"): found.threshold.currency,
    }
    blocks: tuple[Grid | Paragraph, ...] = (
        (_grid(found, imprint),)
        if found.rows
        else (Paragraph(say("No contractor was paid in this year.")),)
    )
    return report(imprint, say("Contractors: Form 1099-NEC"), facts, blocks)


def _grid(found: NecList, imprint: Imprint) -> Grid:
    say, right = imprint.say, Align.RIGHT
    columns = (
        Column(say("Name"), weight=1),
        Column(say("Tax ID")),
        Column(say("Form due")),
        Column(say("Paid"), right),
        Column(say("Tax withheld"), right),
    )
    rows = [Row(_cells(row, imprint)) for row in found.rows]
    whole = ("", "", _amount(found.amount, imprint), "")
    rows.append(Row((say("Reported together"), *whole), RowKind.SUM))
    return Grid(columns, tuple(rows))


def _cells(row: NecRow, imprint: Imprint) -> tuple[str, ...]:
    say = imprint.say
    return (
        row.name,
        written("us.ein", row.tax_id) if row.tax_id else "",
        say("Yes") if row.is_reported else say("No"),
        _amount(row.amount, imprint),
        _amount(row.withheld, imprint) if row.withheld else "",
    )


def _amount(amount: Money, imprint: Imprint) -> str:
    return imprint.formats.amount(amount.minor, amount.currency)
