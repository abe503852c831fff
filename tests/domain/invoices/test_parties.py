"""Who or what was put away takes no part in invoices made for many."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.parties import check_parties
from tests.builders import a_contact, a_product

LAMP = a_product()
LINES = (DraftLine("Text"), DraftLine(product_id=LAMP.id))


def test_a_customer_and_products_in_use_are_no_problem() -> None:
    assert list(check_parties(a_contact(), LINES, {LAMP.id: LAMP})) == []


def test_who_and_what_was_put_away_is_told_at_its_field() -> None:
    gone = replace(LAMP, is_archived=True)

    found = check_parties(a_contact(is_archived=True), LINES, {LAMP.id: gone})

    assert [(one.field, one.code) for one in found] == [
        ("customer_id", "invoices.customer-put-away"),
        ("lines.1.product_id", "invoices.product-put-away"),
    ]
