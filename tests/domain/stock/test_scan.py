"""Scans: what can be read is read, what cannot be right is told in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared import check_digits
from app.domain.stock.gs1 import Elements, encoded
from app.domain.stock.scan import gtin_forms, halves, scanned

TODAY = date(2026, 3, 10)
EAN = "6412345678907"
OTHER = "6412345678914"
GTINS = st.sampled_from([7, 11, 12, 13]).flatmap(
    lambda size: st.text("0123456789", min_size=size, max_size=size).map(
        lambda body: body + check_digits.gtin(body)
    )
)


@given(GTINS)
def test_a_gtin_of_every_length_is_read(gtin: str) -> None:
    scan = scanned(f"{gtin}\r\n", TODAY)

    assert scan.fault is None
    assert scan.elements.gtin == gtin
    assert gtin.zfill(14) in gtin_forms(gtin)


@given(GTINS, st.integers(1, 9))
def test_a_wrong_check_digit_is_told_with_the_right_one(gtin: str, off: int) -> None:
    wrong = gtin[:-1] + str((int(gtin[-1]) + off) % 10)

    scan = scanned(wrong, TODAY)

    assert scan.fault is not None
    assert scan.fault.code == "scan.wrong-check-digit"
    assert scan.fault.facts["expected"] == gtin[-1]
    assert scan.elements == Elements()


@given(st.text(max_size=250))
def test_whatever_a_scanner_sends_is_answered(text: str) -> None:
    scan = scanned(text, TODAY)

    assert scan.fault is None or scan.elements == Elements()


@pytest.mark.parametrize(
    "sent",
    [
        f"]C101{EAN.zfill(14)}10L-7",
        f"]d201{EAN.zfill(14)}10L-7",
        f"\x1d01{EAN.zfill(14)}10L-7\x1d",
        f"01{EAN.zfill(14)}10L-7",
        f"(01){EAN.zfill(14)}(10)L-7",
        encoded(Elements(EAN.zfill(14), "L-7")),
    ],
)
def test_elements_are_known_however_they_are_sent(sent: str) -> None:
    scan = scanned(sent, TODAY)

    assert scan.fault is None
    assert scan.is_gs1
    assert scan.elements == Elements(EAN.zfill(14), "L-7")


def test_a_count_comes_with_its_carton() -> None:
    assert scanned(f"(02){EAN.zfill(14)}(37)24", TODAY).elements.count == Decimal(24)


@pytest.mark.parametrize("sent", ["L-1", "A-01-02", "12345", "1234567890"])
def test_a_code_of_ours_is_left_as_it_is(sent: str) -> None:
    scan = scanned(sent, TODAY)

    assert (scan.text, scan.fault, scan.is_gs1) == (sent, None, False)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("", "scan.empty"),
        (" \x1d\n", "scan.empty"),
        ("x" * 201, "scan.too-long"),
        (EAN + OTHER, "scan.two-codes"),
        (f"{EAN}\n{OTHER}", "scan.two-codes"),
        ("A-1\tL-2", "scan.two-codes"),
        (f"(01){EAN.zfill(14)}(01){OTHER.zfill(14)}", "scan.element-twice"),
        ("ๅ/-ภถ", "scan.wrong-layout"),
    ],
)
def test_what_cannot_be_right_is_told(sent: str, code: str) -> None:
    scan = scanned(sent, TODAY)

    assert scan.fault is not None
    assert scan.fault.code == code


def test_two_codes_that_came_as_one_are_both_named() -> None:
    fault = scanned(EAN + OTHER, TODAY).fault

    assert fault is not None
    assert dict(fault.facts) == {"first": EAN, "second": OTHER}
    assert ("A-1", "L-2") in tuple(halves("A-1L-2"))
