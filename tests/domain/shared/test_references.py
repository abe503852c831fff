"""References and codes, against published vectors and for every number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649

from app.domain.shared.money import Money
from app.domain.shared.references import (
    Payee,
    bar_code,
    check_digit,
    crc_16,
    epc_qr,
    is_rf,
    is_viitenumero,
    national,
    promptpay,
    rf,
    viitenumero,
    written,
)

IBAN = "FI4950009420028730"
NUMBERS = st.integers(100, 10**19 - 1).map(str)


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("20260001", "202600017"),
        ("123456790", "1234567907"),
        ("234823", "2348236"),
        ("INV-2026-00001", "2026000011"),
        ("001234", "12344"),
        ("9" * 25, "9" * 19 + check_digit("9" * 19)),
        ("7", "1000000007" + check_digit("1000000007")),
        ("-", ""),
    ],
)
def test_a_number_becomes_a_finnish_reference(number: str, reference: str) -> None:
    assert viitenumero(number) == reference


@pytest.mark.parametrize(
    ("reference", "paper"),
    [
        ("202600017", "2026 00017"),
        ("1234567907", "12345 67907"),
        ("RF85202600017", "RF85 2026 0001 7"),
        ("RF332348236", "RF33 2348 236"),
        ("", ""),
    ],
)
def test_a_reference_is_written_in_groups(reference: str, paper: str) -> None:
    assert written(reference) == paper


@pytest.mark.parametrize(
    ("reference", "international"), [("202600017", "RF85202600017"), ("2348236", "RF332348236")]
)
def test_a_national_reference_has_an_international_form(reference: str, international: str) -> None:
    assert rf(reference) == international
    assert national(written(international).lower()) == reference


@pytest.mark.parametrize("reference", ["1", "1233", "20260001x", "202600018", "٢٠٢٦٠٠٠١٧", ""])
def test_a_wrong_reference_is_told_apart(reference: str) -> None:
    assert not is_viitenumero(reference)
    assert not is_rf(reference)


@pytest.mark.parametrize(
    ("reference", "minor", "due_on", "digits"),
    [
        (
            "202600017",
            68656,
            date(2026, 3, 24),
            "449500094200287300006865600000000000000202600017260324",
        ),
        (
            "RF85202600017",
            68656,
            date(2026, 3, 24),
            "549500094200287300006865685000000000000202600017260324",
        ),
        (
            "1234567907",
            10020,
            date(2022, 12, 12),
            "449500094200287300001002000000000000001234567907221212",
        ),
    ],
    ids=["journey 6, version 4", "journey 6, version 5", "guide 5.3"],
)
def test_the_bank_bar_code_has_54_digits(
    reference: str, minor: int, due_on: date, digits: str
) -> None:
    code = bar_code(IBAN, reference, Money(minor, "EUR"), due_on)

    assert code is not None
    assert (code.digits, len(code.digits)) == (digits, 54)


def test_the_bar_code_of_journey_6_has_check_61() -> None:
    code = bar_code(IBAN, "202600017", Money(68656, "EUR"), date(2026, 3, 24))

    assert code is not None
    assert code.check == 61


def test_a_bar_code_without_a_due_day_says_zeros() -> None:
    code = bar_code(IBAN, "202600017", Money(0, "EUR"), None)

    assert code is not None
    assert code.digits.endswith("000000")


@pytest.mark.parametrize(
    ("iban", "reference", "amount"),
    [
        ("DE23100000001234567890", "202600017", Money(1, "EUR")),
        ("FI49500094200287", "202600017", Money(1, "EUR")),
        (IBAN, "202600018", Money(1, "EUR")),
        (IBAN, "", Money(1, "EUR")),
        (IBAN, "202600017", Money(100_000_000, "EUR")),
        (IBAN, "202600017", Money(-1, "EUR")),
        (IBAN, "202600017", Money(1, "SEK")),
    ],
)
def test_there_is_no_bar_code_outside_its_limits(iban: str, reference: str, amount: Money) -> None:
    assert bar_code(iban, reference, amount, date(2026, 3, 24)) is None


def test_the_largest_bar_code_is_a_cent_below_a_million() -> None:
    code = bar_code(IBAN, "202600017", Money(99_999_999, "EUR"), None)

    assert code is not None
    assert code.digits[17:25] == "99999999"


def test_an_epc_qr_code_carries_the_rf_reference() -> None:
    payee = Payee("Lumo & Suoni Oy", IBAN, "OKOYFIHH")

    code = epc_qr(payee, Money(68656, "EUR"), "202600017", "Invoice 20260001")

    assert code == (
        "BCD\n002\n1\nSCT\nOKOYFIHH\nLumo & Suoni Oy\nFI4950009420028730\n"
        "EUR686.56\n\nRF85202600017"
    )


def test_an_epc_qr_code_without_a_reference_carries_a_text() -> None:
    code = epc_qr(Payee("Muster Werk GmbH", IBAN), Money(1, "EUR"), "", "Rechnung\n2026-1")

    assert code is not None
    assert code.split("\n")[7:] == ["EUR0.01", "", "", "Rechnung 2026-1"]


def test_long_names_and_texts_are_cut_to_what_an_epc_qr_code_holds() -> None:
    code = epc_qr(Payee("ö" * 200, IBAN, "OKOYFIHH"), Money(100, "EUR"), "", "ü" * 200)

    assert code is not None
    assert len(code.encode()) <= 331
    assert code.split("\n")[5] == "ö" * 70


@pytest.mark.parametrize("amount", [Money(0, "EUR"), Money(-1, "EUR"), Money(1, "THB")])
def test_there_is_no_epc_qr_code_for_what_cannot_be_paid(amount: Money) -> None:
    assert epc_qr(Payee("Lumo", IBAN), amount, "202600017") is None


def test_journey_12_has_a_promptpay_code() -> None:
    code = promptpay("0105560001235", Money(1_040_000, "THB"))

    assert code == (
        "00020101021229370016A000000677010111021301055600012355802TH5303764540810400.006304FF96"
    )


@pytest.mark.parametrize(
    ("target", "account"),
    [
        ("080-123-4567", "01130066801234567"),
        ("+66 80 123 4567", "01130066801234567"),
        ("004999000288505", "0315004999000288505"),
    ],
)
def test_promptpay_knows_phones_and_wallets(target: str, account: str) -> None:
    code = promptpay(target)

    assert code is not None
    assert code.startswith("000201010211")
    assert account in code and "5406" not in code


@pytest.mark.parametrize(
    ("target", "amount"),
    [("123", None), ("0105560001235", Money(100, "EUR")), ("0105560001235", Money(0, "THB"))],
)
def test_there_is_no_promptpay_code_for_anything_else(target: str, amount: Money | None) -> None:
    assert promptpay(target, amount) is None


def test_the_crc_is_the_one_that_emv_names() -> None:
    assert crc_16(b"123456789") == 0x29B1


@given(NUMBERS)
def test_every_reference_is_right_and_leads_back(number: str) -> None:
    reference = viitenumero(number)

    assert is_viitenumero(reference)
    assert is_rf(rf(reference)) and iso11649.is_valid(rf(reference))
    assert national(written(reference)) == national(written(rf(reference))) == reference


@given(NUMBERS, st.integers(0, 18), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(number: str, place: int, change: int) -> None:
    reference = viitenumero(number)
    at = place % len(reference)
    wrong = f"{reference[:at]}{(int(reference[at]) + change) % 10}{reference[at + 1 :]}"

    assert not is_viitenumero(wrong)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_two_numbers_never_share_a_reference(one: int, other: int) -> None:
    assert (viitenumero(str(one)) == viitenumero(str(other))) is (one == other)


@given(NUMBERS, st.integers(0, 99_999_999), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_bar_code_holds_what_it_was_made_of(number: str, minor: int, due_on: date) -> None:
    code = bar_code(IBAN, viitenumero(number), Money(minor, "EUR"), due_on)

    assert code is not None
    assert len(code.digits) == 54 and 0 <= code.check < 103
    assert code.digits[1:17] == IBAN[2:] and int(code.digits[17:25]) == minor
    assert code.digits[28:48].lstrip("0") == viitenumero(number)
    assert code.digits[48:] == f"{due_on:%y%m%d}"
