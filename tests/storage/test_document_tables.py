"""A document is its row, and its row the document."""

from __future__ import annotations

from app.domain.shared.money import Money
from app.storage.document_tables import document, document_row
from tests.domain.archive.papers import a_document


def test_a_row_has_every_column() -> None:
    row = document_row(a_document(amount=Money(5, "EUR")), "FI")

    assert set(row) == set(document.c.keys())
    assert (row["amount_minor"], row["currency"]) == (5, "EUR")


def test_a_document_without_an_amount_has_no_currency() -> None:
    row = document_row(a_document(), "FI")

    assert (row["amount_minor"], row["currency"]) == (None, "")
