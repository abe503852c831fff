"""Losses and discounts: every part goes to its rate, and the VAT in it is taken out once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.totals import totals_of
from app.domain.payments.losses import shares_of
from app.domain.shared.money import Money
from tests.builders import a_draft, a_line, journey_6
from tests.domain.payments.items import eur


def test_two_per_cent_of_595_are_ten_net_and_one_ninety_vat() -> None:
    totals = totals_of(a_draft(a_line("1", "500", "19")))

    (share,) = shares_of(eur("11.90"), totals)

    assert (share.net, share.tax) == (eur("10.00"), eur("1.90"))


def test_the_whole_of_an_invoice_gives_its_own_net_and_vat_back() -> None:
    totals = totals_of(journey_6())

    shares = shares_of(totals.gross, totals)

    assert [share.net for share in shares] == [part.base for part in totals.vat]
    assert [share.tax for share in shares] == [part.tax for part in totals.vat]


@given(st.integers(1, 68_656))
def test_the_parts_sum_to_the_amount(minor: int) -> None:
    shares = shares_of(Money(minor, "EUR"), totals_of(journey_6()))

    assert sum(share.net.minor + share.tax.minor for share in shares) == minor
    assert all(share.net.minor >= 0 and share.tax.minor >= 0 for share in shares)
