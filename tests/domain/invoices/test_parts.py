"""Parts by VAT code: the codes of a rate share its net and its VAT to the cent."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from app.domain.invoices.invoice import Invoice
from app.domain.invoices.parts import parts_of
from app.domain.invoices.totals import totals_of
from tests.builders import a_draft, a_line
from tests.domain.strategies import drafts


@given(drafts())
def test_the_parts_come_to_the_totals(draft: Invoice) -> None:
    totals = totals_of(draft)

    parts = parts_of(draft, totals)

    assert sum(one.net.minor for one in parts) == totals.net.minor
    assert sum(one.tax.minor for one in parts) == totals.tax.minor


def test_codes_of_one_rate_are_parts_of_their_own() -> None:
    goods, work = a_line("1", "100"), replace(a_line("1", "50"), vat="services")
    draft = a_draft(goods, work)

    parts = parts_of(draft, totals_of(draft))

    assert [(one.vat, one.net.minor, one.tax.minor) for one in parts] == [
        ("services", 5000, 1275),
        ("standard", 10000, 2550),
    ]
