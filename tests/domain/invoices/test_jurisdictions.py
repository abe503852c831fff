from __future__ import annotations

from decimal import Decimal

from app.domain.invoices.jurisdictions import Collected, report_of
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, Level


def a_row(
    authority: str, vat: str, rate: str, figures: tuple[int, int], currency: str = "USD"
) -> Collected:
    base, tax = (Money(minor, currency) for minor in figures)
    percent = Rate(Decimal(rate))
    level = Level.STATE if "." not in authority else Level.CITY
    return Collected(authority, authority, level, Category.STANDARD, vat, percent, base, tax)


def test_codes_that_share_an_authority_are_one_row() -> None:
    rows = (
        a_row("tx.houston", "houston", "1", (100, 1)),
        a_row("tx", "dallas", "6.25", (200, 13)),
        a_row("tx", "houston", "6.25", (100, 6)),
    )

    (found,) = report_of(rows)

    assert [(one.authority, one.base.minor, one.tax.minor) for one in found.taxed] == [
        ("tx", 300, 19),
        ("tx.houston", 100, 1),
    ]
    assert found.tax == Money(20, "USD")


def test_a_new_rate_is_a_row_of_its_own_and_so_is_another_currency() -> None:
    rows = (
        a_row("tx", "a", "6", (100, 6)),
        a_row("tx", "a", "7", (100, 7)),
        a_row("tx", "a", "7", (100, 7), "EUR"),
    )

    euros, dollars = report_of(rows)

    assert (euros.currency, len(euros.taxed)) == ("EUR", 1)
    assert len(dollars.taxed) == 2


def test_sales_without_tax_stand_apart() -> None:
    (found,) = report_of((a_row("", "resale", "0", (500, 0)),))

    assert found.taxed == ()
    assert found.untaxed[0].base == Money(500, "USD")
