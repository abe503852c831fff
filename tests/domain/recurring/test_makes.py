"""What a plan makes is an invoice or an order, begun or finished."""

from __future__ import annotations

from app.domain.recurring.plan import INVOICING, ORDERING, Makes


def test_every_kind_is_an_invoice_or_an_order_and_never_both() -> None:
    assert set(Makes) == INVOICING | ORDERING
    assert not INVOICING & ORDERING
    assert {one for one in Makes if one.is_final} == {Makes.ISSUE, Makes.CONFIRMED}
