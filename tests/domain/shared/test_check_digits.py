"""Check digits agree with python-stdnum for every number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean
from stdnum.fi import ytunnus
from stdnum.iso7064 import mod_11_10, mod_97_10
from stdnum.th import pin

from app.domain.shared import check_digits


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


@given(digits(7))
def test_business_ids_agree(body: str) -> None:
    found = check_digits.business_id(body)

    right = [digit for digit in "0123456789" if ytunnus.is_valid(body + digit)]
    assert right == ([found] if found else [])


@given(digits(12))
def test_thai_numbers_agree(body: str) -> None:
    assert check_digits.thai(body) == pin.calc_check_digit(body)


@given(digits(8))
def test_german_vat_ids_agree(body: str) -> None:
    assert check_digits.german_vat(body) == mod_11_10.calc_check_digit(body)


@given(st.sampled_from([7, 11, 12, 13]).flatmap(digits))
def test_gtins_agree(body: str) -> None:
    assert check_digits.gtin(body) == ean.calc_check_digit(body)


@given(st.text("0123456789ABCXYZ", min_size=1, max_size=30))
def test_double_check_digits_agree(body: str) -> None:
    assert check_digits.mod_97(body) == mod_97_10.calc_check_digits(body)
