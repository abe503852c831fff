"""An invoice is found by what a caller on the phone would say."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.findable import findable
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from tests.builders import TODAY, journey_6


def test_an_issued_invoice_is_found_by_number_customer_reference_goods_and_amount() -> None:
    invoice = issue(replace(journey_6(), your_reference="PO 7"), "20260001", TODAY, "202600017")

    item = findable(invoice, totals_of(invoice), TODAY)

    assert (item.kind, item.title, item.detail) == ("invoice", "20260001", "Kahvila Aamu Oy")
    assert item.words.split() == ["202600017", "PO", "7", "Gadget"]
    assert [amount.minor for amount in item.amounts] == [68656, 57193]
    assert item.day == TODAY


def test_a_draft_is_found_by_its_customer() -> None:
    draft = replace(journey_6(), issued_on=None)

    item = findable(draft, totals_of(draft), TODAY)

    assert (item.title, item.detail, item.day) == ("Kahvila Aamu Oy", "", TODAY)


def test_a_draft_to_nobody_has_no_title() -> None:
    draft = replace(journey_6(), buyer=None)

    assert findable(draft, totals_of(draft), TODAY).title == ""
