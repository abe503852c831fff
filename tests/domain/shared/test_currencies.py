"""The currencies of the world."""

from __future__ import annotations

from app.domain.shared.currencies import ISO_4217, digits_of
from app.domain.shared.money import MINOR_DIGITS


def test_every_currency_of_ours_is_one_of_the_world() -> None:
    assert MINOR_DIGITS.keys() <= ISO_4217
    assert all(len(code) == 3 and code.isupper() for code in ISO_4217)


def test_every_currency_has_as_many_decimals_as_our_books_say() -> None:
    assert {code: digits_of(code) for code in MINOR_DIGITS} == MINOR_DIGITS
    assert (digits_of("KWD"), digits_of("XYZ")) == (3, 2)
