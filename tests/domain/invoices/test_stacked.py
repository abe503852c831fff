from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.invoice import Invoice, TaxShare
from app.domain.invoices.issue import rated
from app.domain.invoices.stacked import credited, left_of, reported, with_shares
from app.domain.invoices.totals import totals_of
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, Level, RatePeriod, TaxPart, VatCode, stacked
from tests.builders import TODAY, a_draft, a_line

SINCE = date(2020, 1, 1)
PERCENTS = st.decimals(0, 20, places=4)
PRICES = st.decimals("-500", "99999", places=2)


def a_code(code: str, *percents: Decimal) -> VatCode:
    parts = tuple(
        TaxPart(f"a{place}", f"Authority {place}", Level.CITY, (RatePeriod(SINCE, Rate(one)),))
        for place, one in enumerate(percents)
    )
    return VatCode(code, Category.STANDARD, stacked(parts), parts=parts)


def an_invoice(prices: list[Decimal], codes: dict[str, VatCode]) -> Invoice:
    names = sorted(codes)
    lines = (
        replace(a_line("1", str(price), "0"), vat=names[place % len(names)])
        for place, price in enumerate(prices)
    )
    return rated(a_draft(*lines), codes, TODAY)


@given(
    st.lists(PRICES, min_size=1, max_size=6),
    st.lists(PERCENTS, min_size=1, max_size=4),
    st.lists(PERCENTS, min_size=1, max_size=4),
)
def test_the_authorities_of_every_group_get_its_tax_to_the_cent(
    prices: list[Decimal], one: list[Decimal], other: list[Decimal]
) -> None:
    codes = {"one": a_code("one", *one), "other": a_code("other", *other)}
    invoice = an_invoice(prices, codes)

    totals = with_shares(invoice, totals_of(invoice), codes, TODAY)

    for group in totals.vat:
        assert sum(share.tax.minor for share in group.shares) == group.tax.minor
    assert sum(share.tax.minor for share in reported(invoice, totals)) == totals.tax.minor


@given(st.lists(PERCENTS, min_size=1, max_size=5), st.integers(1, 9_999_999))
def test_an_authority_gets_what_it_takes_but_for_a_cent(
    percents: list[Decimal], minor: int
) -> None:
    codes = {"one": a_code("one", *percents)}
    invoice = an_invoice([Decimal(minor).scaleb(-2)], codes)

    totals = with_shares(invoice, totals_of(invoice), codes, TODAY)

    for share in totals.vat[0].shares:
        exact = share.base.amount * share.rate / 100
        assert abs(share.tax.amount - exact) <= Decimal("0.02")


def shares_of(invoice: Invoice, codes: dict[str, VatCode]) -> tuple[TaxShare, ...]:
    totals = with_shares(invoice, totals_of(invoice), codes, TODAY)
    return tuple(share for group in totals.vat for share in group.shares)


def test_the_last_credit_takes_the_exact_rest_of_every_authority() -> None:
    codes = {"one": a_code("one", Decimal("6.25"), Decimal(1), Decimal(1))}
    invoice = an_invoice([Decimal("99.99")], codes)
    origin = shares_of(invoice, codes)
    part = an_invoice([Decimal("33.33")], codes)
    first = credited(with_shares(part, totals_of(part), codes, TODAY), origin)

    taken = tuple(share for group in first.vat for share in group.shares)
    left = left_of(origin, taken)

    assert all(one.tax.minor >= 0 for one in left)
    sums = [sum(one.tax.minor for one in shares) for shares in (origin, taken, left)]
    assert sums[0] == sums[1] + sums[2]


def test_without_stacks_nothing_is_shared() -> None:
    codes = {"one": VatCode("one", Category.STANDARD, (RatePeriod(SINCE, Rate(Decimal(7))),))}
    invoice = an_invoice([Decimal(10)], codes)
    totals = totals_of(invoice)

    assert with_shares(invoice, totals, codes, TODAY) is totals
    assert [share.authority for share in reported(invoice, totals)] == [""]
