"""Proposals: the reference in any form, then the amount, then what is due first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.invoices.invoice import Invoice
from app.domain.payments.open_item import OpenItem
from app.domain.payments.payment import Closing
from app.domain.payments.proposing import Incoming, Proposal, Why, propose
from tests.builders import TODAY
from tests.domain.payments.items import CUSTOMER, an_invoice, an_item, eur


def proposed(
    amount: str, *known: OpenItem, of: tuple[Invoice, ...] = (), ref: str = ""
) -> Proposal:
    incoming = Incoming(eur(amount), TODAY + timedelta(days=9), ref, CUSTOMER)
    return propose(incoming, known, {one.id: one for one in of})


def parts(proposal: Proposal) -> list[tuple[str, Closing, str]]:
    return [(one.number, one.part.closing, str(one.part.amount.amount)) for one in proposal.parts]


@pytest.mark.parametrize(
    "reference", ["202600017", "2026 00017", "RF85 2026 0001 7", "0000202600017", "20260001"]
)
def test_a_reference_names_its_invoice_in_every_form(reference: str) -> None:
    first, second = an_item(an_invoice(1)), an_item(an_invoice(2))

    found = proposed("125.50", second, first, ref=reference)

    assert found.why is Why.REFERENCE
    assert parts(found) == [("20260001", Closing.PAYMENT, "125.50")]


def test_an_amount_finds_the_one_invoice_that_it_pays() -> None:
    small, large = an_item(an_invoice(1, "100")), an_item(an_invoice(2, "200"))

    found = proposed("251", small, large)

    assert found.why is Why.AMOUNT
    assert parts(found) == [("20260002", Closing.PAYMENT, "251.00")]


def test_an_amount_finds_the_invoices_that_it_pays_together() -> None:
    items = [an_item(an_invoice(number, f"{number}00")) for number in (1, 2, 3)]

    found = proposed("502", *items)

    assert found.why is Why.TOGETHER
    assert [number for number, _, _ in parts(found)] == ["20260001", "20260003"]


def test_any_other_amount_goes_to_what_is_due_first() -> None:
    old, new = an_item(an_invoice(1), late=20), an_item(an_invoice(2))

    found = proposed("200", new, old)

    assert found.why is Why.OLDEST
    assert parts(found) == [
        ("20260001", Closing.PAYMENT, "125.50"),
        ("20260002", Closing.PAYMENT, "74.50"),
    ]


def test_what_is_more_than_all_is_left_as_credit() -> None:
    found = proposed("200", an_item(an_invoice(1)))

    assert found.rest == eur("74.50")


def test_without_a_claim_nothing_is_proposed() -> None:
    found = proposed("200")

    assert (found.why, found.parts, found.rest) == (Why.NOTHING, (), eur("200"))


def test_whoever_pays_early_keeps_the_discount() -> None:
    invoice = an_invoice(1, "500", early="2")

    found = proposed("614.95", an_item(invoice), of=(invoice,))

    assert found.why is Why.AMOUNT
    assert parts(found) == [
        ("20260001", Closing.PAYMENT, "614.95"),
        ("20260001", Closing.EARLY, "12.55"),
    ]


def test_whoever_pays_too_late_keeps_nothing() -> None:
    invoice = an_invoice(1, "500", early="2", days=8)

    found = proposed("614.95", an_item(invoice), of=(invoice,))

    assert parts(found) == [("20260001", Closing.PAYMENT, "614.95")]


def test_whoever_pays_all_of_it_early_is_given_nothing_back() -> None:
    invoice = an_invoice(1, "500", early="2")

    found = proposed("627.50", an_item(invoice), of=(invoice,))

    assert parts(found) == [("20260001", Closing.PAYMENT, "627.50")]
    assert not found.rest


def test_two_invoices_may_keep_their_discounts_in_one_payment() -> None:
    one, two = an_invoice(1, "500", early="2"), an_invoice(2, "100", early="2")

    found = proposed("737.94", an_item(one, late=3), an_item(two), of=(one, two))

    assert parts(found) == [
        ("20260001", Closing.PAYMENT, "614.95"),
        ("20260001", Closing.EARLY, "12.55"),
        ("20260002", Closing.PAYMENT, "122.99"),
        ("20260002", Closing.EARLY, "2.51"),
    ]
