"""A proposal can be taken in unless something hinders it; remarks do not."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.draft import Draft
from app.domain.orders.order import OrderDraft
from app.domain.orders.proposal import (
    NOTHING_ASKED,
    UNKNOWN_CUSTOMER,
    UNKNOWN_PRODUCT,
    Proposal,
    ProposedLine,
)

LINE = ProposedLine(2, "X", None, "", None, None)
PROPOSAL = Proposal("k", "a.csv", 2, "A-1", "Aamu", None, (LINE,), written=OrderDraft(Draft()))


def test_remarks_are_told_and_do_not_hinder() -> None:
    line = replace(LINE, problems=(UNKNOWN_PRODUCT.at("code", code="X"),))
    told = replace(
        PROPOSAL, lines=(line,), problems=(UNKNOWN_CUSTOMER.at("customer_id", name="A"),)
    )

    assert [one.code for one in told.every_problem] == [
        "orders.intake-unknown-customer",
        "orders.intake-unknown-product",
    ]
    assert told.is_fit


def test_an_error_hinders_and_so_does_having_no_draft() -> None:
    assert not replace(PROPOSAL, problems=(NOTHING_ASKED.at("lines"),)).is_fit
    assert not replace(PROPOSAL, written=None).is_fit
