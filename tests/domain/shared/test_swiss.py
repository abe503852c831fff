"""The Swiss QR-bill: its code line by line, and the reference that an account takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.money import Money
from app.domain.shared.references import is_qr_reference, national, rf, viitenumero
from app.domain.shared.swiss import (
    SwissBill,
    SwissParty,
    is_qr_iban,
    is_swiss,
    swiss_qr,
    swiss_reference,
)

PAYEE = SwissParty("Robert Schneider AG", "Rue du Lac 1268", "2501", "Biel", "CH")
PAYER = SwissParty("Pia Rutschmann", "Marktgasse 28", "9400", "Rorschach", "CH")
PLAIN = "CH5800791123000889012"
QR_IBAN = "CH4431999123000889012"
BILL = SwissBill(PLAIN, PAYEE, Money(199_95, "CHF"), "RF18539007547034", PAYER, "Order 15")


def test_the_code_tells_every_line_in_its_place() -> None:
    assert (swiss_qr(BILL) or "").split("\n") == [
        *("SPC", "0200", "1", PLAIN),
        *("S", "Robert Schneider AG", "Rue du Lac 1268", "", "2501", "Biel", "CH"),
        *([""] * 7),
        *("199.95", "CHF"),
        *("S", "Pia Rutschmann", "Marktgasse 28", "", "9400", "Rorschach", "CH"),
        *("SCOR", "RF18539007547034", "Order 15", "EPD"),
    ]


def test_the_reference_of_the_guidelines_has_its_check_digit() -> None:
    assert is_qr_reference("210000000003139471430009017")
    assert not is_qr_reference("210000000003139471430009018")
    assert not is_qr_reference("0" * 27)


def test_a_qr_iban_takes_a_qr_reference_of_our_digits() -> None:
    ours = viitenumero("20260001")

    reference = swiss_reference(QR_IBAN, ours)

    assert reference is not None
    assert is_qr_reference(reference)
    assert reference[:-1].lstrip("0") == ours
    assert swiss_reference(QR_IBAN, rf(ours)) == reference
    assert swiss_reference(PLAIN, ours) == rf(ours)
    assert swiss_reference(PLAIN, "") == ""


@pytest.mark.parametrize(
    "bill",
    [
        replace(BILL, iban="DE89370400440532013000"),
        replace(BILL, amount=Money(100, "USD")),
        replace(BILL, amount=Money(0, "CHF")),
        replace(BILL, payee=replace(PAYEE, town="")),
        replace(BILL, iban=QR_IBAN, reference="RF45G72UUR"),
    ],
    ids=["another account", "dollars", "nothing", "no town", "letters for a QR-IBAN"],
)
def test_there_is_no_code_for_what_cannot_be_paid_so(bill: SwissBill) -> None:
    assert swiss_qr(bill) is None


@pytest.mark.parametrize("payer", [None, replace(PAYER, town=""), replace(PAYER, name="กาแฟ")])
def test_a_payer_whom_the_code_cannot_hold_is_left_out(payer: SwissParty | None) -> None:
    lines = (swiss_qr(replace(BILL, payer=payer)) or "").split("\n")

    assert lines[20:27] == [""] * 7


def test_words_are_cut_and_signs_that_are_not_allowed_become_dots() -> None:
    lines = (swiss_qr(replace(BILL, text="ก€ș" + "x" * 200)) or "").split("\n")

    assert lines[29] == ".€ș" + "x" * 137


@pytest.mark.parametrize(
    ("iban", "kinds"), [(PLAIN, (True, False)), (QR_IBAN, (True, True)), ("LI21", (False, False))]
)
def test_accounts_are_told_apart(iban: str, kinds: tuple[bool, bool]) -> None:
    assert (is_swiss(iban), is_qr_iban(iban)) == kinds


@given(st.integers(1, 10**19 - 1).map(lambda one: viitenumero(str(one))))
def test_every_reference_becomes_a_right_qr_reference(ours: str) -> None:
    made = swiss_reference(QR_IBAN, ours)

    assert made is not None
    assert is_qr_reference(made)
    assert national(made) == ours
