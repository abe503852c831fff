"""Every field of an invoice and of a line has its column, and a row is written whole."""

from __future__ import annotations

from dataclasses import fields

from app.domain.invoices.invoice import Invoice, Line
from app.domain.invoices.totals import totals_of
from app.storage.invoice_tables import invoice, invoice_line, invoice_row, line_rows
from tests.builders import journey_6

SPLIT = {
    "discount": {"discount_percent", "discount_amount"},
    "early": {"early_days", "early_percent"},
    "exchange": {"exchange_rate", "exchange_day", "exchange_source"},
    "origin": {"origin_id", "origin_number", "origin_day"},
    "lines": set[str](),
}
"""Fields that are kept in columns of other names, or in a table of their own."""


def columns_of(kind: type) -> set[str]:
    """Return the columns that the fields of a kind need."""
    return {name for field in fields(kind) for name in SPLIT.get(field.name, {field.name})}


def test_every_field_has_its_column() -> None:
    assert columns_of(Invoice) <= set(invoice.c.keys())
    assert columns_of(Line) <= set(invoice_line.c.keys())


def test_a_row_fills_every_column() -> None:
    draft = journey_6()

    row = invoice_row(draft, totals_of(draft), "FI")
    lines = list(line_rows(draft))

    assert row.keys() == set(invoice.c.keys())
    assert all(line.keys() == set(invoice_line.c.keys()) for line in lines)
    assert [line["position"] for line in lines] == [0, 1, 2, 3]
    assert (row["net_minor"], row["tax_minor"], row["gross_minor"]) == (57193, 11463, 68656)


def test_a_draft_has_no_number_rather_than_an_empty_one() -> None:
    draft = journey_6()

    assert invoice_row(draft, totals_of(draft), "FI")["number"] is None
