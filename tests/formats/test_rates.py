"""Exchange rates from files: the bank's history, plain lists, and what is neither."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.refusals import Refusal
from app.formats.rates import NotRates, rates_in

BANK = b"Date,USD,THB,XYZ,\n2026-03-10,1.25,40,1,\n2026-03-09,N/A,39.0,1,\n"


def test_the_bank_tells_what_a_euro_is() -> None:
    found = rates_in(BANK, "EUR", "")

    assert [(one.currency, one.day.day, one.rate) for one in found] == [
        ("USD", 10, Decimal("0.8")),
        ("THB", 10, Decimal("0.025")),
        ("THB", 9, Decimal("0.02564103")),
    ]
    assert {one.source for one in found} == {"ECB"}


def test_another_currency_goes_through_the_euro() -> None:
    found = {one.currency: one.rate for one in rates_in(BANK, "THB", "") if one.day.day == 10}

    assert found == {"USD": Decimal(32), "EUR": Decimal(40)}


def test_the_file_may_be_packed() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("eurofxref-hist.csv", BANK)

    assert rates_in(packed.getvalue(), "EUR", "") == rates_in(BANK, "EUR", "")


def test_a_list_has_currency_day_and_rate() -> None:
    found = rates_in(b"currency;day;rate\nUSD;2026-03-10;0,92\nEUR;2026-03-10;1\n", "EUR", "bank")

    (one,) = found
    assert (one.currency, one.day, one.rate) == ("USD", date(2026, 3, 10), Decimal("0.92"))
    assert one.source == "bank"


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\n1,2\n",
        b"PK\x03\x04 not a zip",
        b"Date,USD\n2026-03-10,0\n2026-03-10,-1\n2026-03-10,NaN\n2026-03-10,1E+99\n",
    ],
)
def test_what_holds_no_rates_is_refused(content: bytes) -> None:
    with pytest.raises(NotRates):
        rates_in(content, "EUR", "")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = rates_in(content, "EUR", "")
    except Refusal:
        return
    assert found
