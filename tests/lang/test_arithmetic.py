from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang.arithmetic import number_in, reckoned

FINNISH = (",", "\u00a0")
ENGLISH = (".", ",")
GERMAN = (",", ".")


@pytest.mark.parametrize(
    ("text", "marks", "value"),
    [
        ("1 234,50", FINNISH, "1234.50"),
        ("1\u00a0234,50", FINNISH, "1234.50"),
        ("1\u202f234\u202f567,5", FINNISH, "1234567.5"),
        ("1234.5", FINNISH, "1234.5"),
        ("1.234", FINNISH, "1.234"),
        ("1.234,50", GERMAN, "1234.50"),
        ("1.234", GERMAN, "1234"),
        ("0.234", GERMAN, "0.234"),
        ("1.234.567", GERMAN, "1234567"),
        ("1,234.50", ENGLISH, "1234.50"),
        ("1,234", ENGLISH, "1234"),
        ("12,50", ENGLISH, "12.50"),
        ("1,234.50", GERMAN, "1234.50"),
        ("1’234.50", ENGLISH, "1234.50"),
        (",5", FINNISH, "0.5"),
        ("5,", FINNISH, "5"),
        ("๑๒.๕๐", ENGLISH, "12.50"),
    ],
)
def test_a_number_is_read_in_every_usual_writing(
    text: str, marks: tuple[str, str], value: str
) -> None:
    assert number_in_full(text, marks) == Decimal(value)


def number_in_full(text: str, marks: tuple[str, str]) -> Decimal | None:
    return reckoned(text, *marks)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12*3,5", "42"),
        ("(2+3)*4", "20"),
        ("2+3*4", "14"),
        ("10-2-3", "5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("2--3", "5"),
        ("-(2+3)", "-5"),
        ("100/8", "12.5"),
        ("10/3", "3.333333"),
        ("20/3", "6.666667"),
        ("3 × 1 200,50", "3601.5"),
        ("9 ÷ 2", "4.5"),
        ("0*-1", "0"),
    ],
)
def test_a_sum_is_reckoned_exactly(text: str, value: str) -> None:
    found = reckoned(text, *FINNISH)

    assert found == Decimal(value) and str(found) != "-0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "50%",
        "1e5",
        "0x10",
        "abc",
        "1 2",
        "1 23 456",
        "1,2,3",
        "1.234,5.6",
        "1'23",
        "1/0",
        "0/0",
        "(1",
        "1)",
        "()",
        "*3",
        "3*",
        "1..2",
        "__import__('os')",
        "9**9**9",
        "9" * 101,
        "9" * 50,
        "(" * 30 + "1" + ")" * 30,
        "-" * 50 + "1",
        "٣",
        "½",
        "NaN",
        "∞",
        "12 €",
    ],
)
def test_what_is_no_sum_is_none(text: str) -> None:
    assert reckoned(text, *FINNISH) is None


def test_a_bare_number_carries_no_sign() -> None:
    assert number_in("12,5", *FINNISH) == Decimal("12.5")
    assert number_in("1 2345", *FINNISH) is None


@given(st.text(alphabet="0123456789 ,.'+-*/()%e๑\u00a0x", max_size=110))
def test_no_text_breaks_it(text: str) -> None:
    found = reckoned(text, *FINNISH)

    assert found is None or found.is_finite()


NUMBERS = st.decimals(-(10**9), 10**9, places=2)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_products_come_before_sums(a: Decimal, b: Decimal, c: Decimal) -> None:
    text = f"{a:f}+{b:f}*{c:f}-({c:f}-{a:f})"

    assert reckoned(text, ".", "") == a + b * c - (c - a)
