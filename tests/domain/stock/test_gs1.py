"""GS1 element strings: what is written is read back, and what is wrong is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared import check_digits
from app.domain.stock.gs1 import Elements, encoded, may_stand, read, written

TODAY = date(2026, 3, 10)
GTIN = "06412345678907"
SIGNS = st.text("!\"%&'*+,-./0123456789:;<=>?ABCXYZ_abcxyz", min_size=1, max_size=20)
GTINS = st.text("0123456789", min_size=13, max_size=13).map(
    lambda body: body + check_digits.gtin(body)
)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
ELEMENTS = st.builds(
    Elements,
    GTINS,
    SIGNS | st.just(""),
    SIGNS | st.just(""),
    st.none() | DAYS,
    st.none() | st.integers(0, 99_999_999).map(Decimal),
)


@given(ELEMENTS)
def test_what_is_encoded_is_read_back(elements: Elements) -> None:
    assert read(encoded(elements), TODAY).elements == elements


@given(ELEMENTS)
def test_what_is_written_in_brackets_is_read_back(elements: Elements) -> None:
    assert read(written(elements), TODAY).elements == elements


@given(st.text(max_size=60))
def test_any_text_is_read_or_told_to_be_wrong(text: str) -> None:
    found = read(text, TODAY)

    assert found.fault is None or found.elements == Elements()


def test_a_carton_says_everything() -> None:
    found = read(f"01{GTIN}1727013137 24\x1d10L-7".replace(" ", ""), TODAY)

    assert found.elements == Elements(GTIN, "L-7", "", date(2027, 1, 31), Decimal(24))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17280200", date(2028, 2, 29)),
        ("17991231", date(1999, 12, 31)),
        ("17760101", date(2076, 1, 1)),
        ("17770101", date(1977, 1, 1)),
    ],
)
def test_a_day_lies_within_the_hundred_years_around_today(text: str, day: date) -> None:
    assert read(text, TODAY).elements.expires_on == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0106412345678908", "scan.wrong-check-digit"),
        ("010641234", "scan.short-element"),
        ("(01)0641234", "scan.short-element"),
        ("17271301", "scan.wrong-element"),
        ("17270230", "scan.wrong-element"),
        ("17ABCDEF", "scan.wrong-element"),
        ("30" + "1" * 9, "scan.wrong-element"),
        ("10" + "x" * 21, "scan.wrong-element"),
        ("10", "scan.wrong-element"),
        ("99123", "scan.unknown-element"),
        ("(99)123", "scan.unknown-element"),
        ("x(01)" + GTIN, "scan.unknown-element"),
        (f"(01){GTIN}(01)06412345678914", "scan.element-twice"),
    ],
)
def test_what_is_wrong_is_named(text: str, code: str) -> None:
    found = read(text, TODAY)

    assert found.fault is not None
    assert found.fault.code == code


def test_the_same_twice_is_said_once() -> None:
    assert read(f"(01){GTIN}(01){GTIN}", TODAY).elements.gtin == GTIN


@pytest.mark.parametrize(
    ("text", "fits"), [("L-7", True), ("", False), ("x" * 21, False), ("Ä", False)]
)
def test_only_some_signs_may_stand_in_an_element(text: str, *, fits: bool) -> None:
    assert may_stand(text) is fits
