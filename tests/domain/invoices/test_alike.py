"""The duplicate guard: warned of what is the same, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.invoices.alike import Sold, alike, compared_days
from app.domain.invoices.invoice import Invoice, Kind, Origin
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from tests.builders import a_draft, a_line, journey_6

DAY = date(2026, 3, 10)
SAME = Sold(InvoiceId(8), "20260001", DAY, 68656, "EUR", "PO 7", "")


def warned(draft: Invoice, *issued: Sold) -> list[str]:
    return [str(one.facts["number"]) for one in alike(draft, totals_of(draft), issued)]


def draft(**parts: Any) -> Invoice:
    return replace(journey_6(), your_reference="po  7 ", **parts)


def test_the_same_sum_and_references_are_warned_of() -> None:
    (problem,) = alike(draft(), totals_of(draft()), [SAME])

    assert problem.is_warning
    assert problem.facts == {"number": "20260001", "day": "2026-03-10"}


def test_the_newest_of_several_is_named() -> None:
    older = replace(SAME, invoice_id=InvoiceId(3), number="old", issued_on=DAY - timedelta(days=9))

    assert warned(draft(), older, SAME) == ["20260001"]


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME, gross_minor=68657),
        replace(SAME, currency="USD"),
        replace(SAME, your_reference="PO 8"),
        replace(SAME, order_reference="9"),
        replace(SAME, invoice_id=journey_6().id),
    ],
)
def test_what_differs_is_another_invoice(other: Sold) -> None:
    assert warned(draft(), other) == []


@pytest.mark.parametrize(
    "parts", [{"kind": Kind.CREDIT_NOTE}, {"origin": Origin(InvoiceId(8), "20260001", DAY)}]
)
def test_what_repeats_another_on_purpose_is_not_warned_of(parts: dict[str, Any]) -> None:
    assert warned(draft(**parts), SAME) == []


def test_an_invoice_over_nothing_is_like_no_other() -> None:
    free = replace(a_draft(a_line("1", "0")), your_reference="PO 7")

    assert warned(free, replace(SAME, gross_minor=0)) == []


def test_a_fortnight_before_and_after_is_looked_at() -> None:
    days = compared_days(draft(issued_on=DAY), DAY)

    assert days == (date(2026, 2, 24), date(2026, 3, 24))
    assert compared_days(draft(issued_on=date.max), DAY)[1] == date.max
    assert compared_days(draft(issued_on=date.min), DAY)[0] == date.min
