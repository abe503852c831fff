"""Identifiers: what is right passes, and what is wrong is told to the digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as stdnum_iban

from app.domain.shared.identifiers import SCHEMES, checked, compact, is_right, written

RIGHT = [
    ("fi.business_id", "1234567-1", "12345671", "1234567-1"),
    ("fi.business_id", "123456-2", "01234562", "0123456-2"),
    ("fi.business_id", "FI20774740", "20774740", "2077474-0"),
    ("fi.vat", "fi 1234567-1", "FI12345671", "FI12345671"),
    ("fi.vat", "12345671", "FI12345671", "FI12345671"),
    ("fi.ovt", "0037 20774740", "003720774740", "003720774740"),
    ("fi.ovt", "00372077474000001", "00372077474000001", "00372077474000001"),
    ("fi.operator", "003721291126", "003721291126", "003721291126"),
    ("fi.operator", "OKOYFIHH", "OKOYFIHH", "OKOYFIHH"),
    ("th.tin", "0-1055-60001-23-5", "0105560001235", "0105560001235"),
    ("th.tin", "๐๑๐๕๕๖๐๐๐๑๒๓๕", "0105560001235", "0105560001235"),
    ("th.branch", "00000", "00000", "00000"),
    ("de.vat", "DE 100 000 008", "DE100000008", "DE100000008"),
    ("de.tax", "181/815/08155", "18181508155", "18181508155"),
    ("de.leitweg", "991-03730-19", "991-03730-19", "991-03730-19"),
    ("us.ein", "123456789", "123456789", "12-3456789"),
    ("eu.vat", "SE 5561888404-01", "SE556188840401", "SE556188840401"),
    ("eu.vat", "ee 100931558", "EE100931558", "EE100931558"),
    ("eu.vat", "FI20774740", "FI20774740", "FI20774740"),
    ("iban", "fi49 5000 9420 0287 30", "FI4950009420028730", "FI49 5000 9420 0287 30"),
    ("iban", "DE23100000001234567890", "DE23100000001234567890", "DE23 1000 0000 1234 5678 90"),
    ("bic", "okoyfihh", "OKOYFIHH", "OKOYFIHH"),
    ("bic", "NDEAFIHHXXX", "NDEAFIHHXXX", "NDEAFIHHXXX"),
    ("gtin", "6 410405 082657", "6410405082657", "6410405082657"),
    ("gtin", "96385074", "96385074", "96385074"),
    ("lei", "743700OO8O2N3TQKJC81", "743700OO8O2N3TQKJC81", "743700OO8O2N3TQKJC81"),
]

WRONG = [
    (
        "fi.business_id",
        "2077474-3",
        "wrong-check-digit",
        {"expected": "0", "found": "3", "position": "8"},
    ),
    ("fi.business_id", "207747", "wrong-length", {"expected": "8", "found": "6"}),
    ("fi.business_id", "2077O74-0", "wrong-character", {"character": "O", "position": "5"}),
    (
        "fi.vat",
        "FI12345670",
        "wrong-check-digit",
        {"expected": "1", "found": "0", "position": "10"},
    ),
    ("fi.vat", "FI1234567", "wrong-length", {"expected": "10", "found": "9"}),
    ("fi.vat", "DE100000008", "wrong-character", {"character": "D", "position": "1"}),
    ("fi.ovt", "0038207747", "wrong-form", {"example": "003720774740"}),
    (
        "fi.ovt",
        "003720774741",
        "wrong-check-digit",
        {"expected": "0", "found": "1", "position": "12"},
    ),
    (
        "th.tin",
        "0105560001234",
        "wrong-check-digit",
        {"expected": "5", "found": "4", "position": "13"},
    ),
    ("th.tin", "010556000123", "wrong-length", {"expected": "13", "found": "12"}),
    ("th.branch", "0", "wrong-length", {"expected": "5", "found": "1"}),
    (
        "de.vat",
        "DE100000009",
        "wrong-check-digit",
        {"expected": "8", "found": "9", "position": "11"},
    ),
    ("de.vat", "DE012345678", "wrong-character", {"character": "0", "position": "3"}),
    ("de.tax", "123", "wrong-length", {"expected": "10, 11, 13", "found": "3"}),
    (
        "de.leitweg",
        "991-03730-18",
        "wrong-check-digit",
        {"expected": "19", "found": "18", "position": "11"},
    ),
    ("de.leitweg", "99103730", "wrong-form", {"example": "991-03730-19"}),
    ("us.ein", "00-1234567", "wrong-form", {"example": "12-3456789"}),
    ("eu.vat", "SE55618884", "wrong-length", {"expected": "14", "found": "10"}),
    ("eu.vat", "SE556188840501", "impossible", {}),
    (
        "eu.vat",
        "EE100931559",
        "wrong-check-digit",
        {"expected": "8", "found": "9", "position": "11"},
    ),
    ("eu.vat", "US123", "unknown-country", {"country": "US"}),
    (
        "iban",
        "FI49 5000 9420 0287 31",
        "wrong-check-digit",
        {"expected": "22", "found": "49", "position": "3"},
    ),
    ("iban", "FI49 5000 9420 0287 3", "wrong-length", {"expected": "18", "found": "17"}),
    ("iban", "FI49 5000 942O 0287 30", "wrong-character", {"character": "O", "position": "12"}),
    ("iban", "QQ49 5000", "unknown-country", {"country": "QQ"}),
    ("iban", "F", "unknown-country", {"country": "F"}),
    ("bic", "OKOYXXHH", "unknown-country", {"country": "XX"}),
    ("bic", "OKO1FIHH", "wrong-character", {"character": "1", "position": "4"}),
    ("bic", "OKOYFI", "wrong-length", {"expected": "8, 11", "found": "6"}),
    (
        "gtin",
        "6410405082650",
        "wrong-check-digit",
        {"expected": "7", "found": "0", "position": "13"},
    ),
    ("gtin", "641040508265", "wrong-check-digit", None),
    ("gtin", "64104", "wrong-length", {"expected": "8, 12, 13, 14", "found": "5"}),
    (
        "lei",
        "743700OO8O2N3TQKJC80",
        "wrong-check-digit",
        {"expected": "81", "found": "80", "position": "19"},
    ),
    ("nonsense", "1", "unknown-scheme", {"scheme": "nonsense"}),
]


@pytest.mark.parametrize(("scheme", "value", "stored", "paper"), RIGHT)
def test_a_right_identifier_passes(scheme: str, value: str, stored: str, paper: str) -> None:
    assert checked(scheme, value, "value") is None
    assert (compact(scheme, value), written(scheme, value)) == (stored, paper)


@pytest.mark.parametrize(("scheme", "value", "code", "facts"), WRONG)
def test_a_wrong_identifier_is_told_to_the_digit(
    scheme: str, value: str, code: str, facts: dict[str, str] | None
) -> None:
    problem = checked(scheme, value, "identifiers.0.value")

    assert problem is not None
    assert (problem.field, problem.code) == ("identifiers.0.value", f"identifier.{code}")
    assert facts is None or problem.facts == facts


def test_a_business_id_that_nobody_can_have_is_impossible() -> None:
    impossible = next(
        problem
        for body in range(1_000_000, 1_000_100)
        if (problem := checked("fi.business_id", f"{body}0", ""))
        and problem.code == "identifier.impossible"
    )

    assert impossible.facts == {}


def test_an_unfinished_identifier_is_shown_as_it_is() -> None:
    assert written("fi.business_id", "20774") == "20774"
    assert written("iban", "FI495") == "FI49 5"


def test_an_unknown_scheme_is_kept_without_blanks() -> None:
    assert written("nonsense", " a 1 ") == "A1"


@given(st.sampled_from(sorted(SCHEMES)), st.text(max_size=30))
def test_any_text_gets_an_answer_and_never_a_fault(scheme: str, value: str) -> None:
    problem = checked(scheme, value, "x")

    assert problem is None or problem.code.startswith("identifier.")
    assert compact(scheme, compact(scheme, value)) == compact(scheme, value)


@given(
    st.sampled_from([(scheme, stored) for scheme, _, stored, _ in RIGHT]),
    st.integers(0, 40),
    st.integers(1, 9),
)
def test_one_wrong_digit_never_passes_where_there_is_a_check_digit(
    case: tuple[str, str], place: int, change: int
) -> None:
    scheme, stored = case
    at = place % len(stored)
    if scheme in {"bic", "th.branch", "us.ein", "fi.operator"} or not stored[at].isdigit():
        return
    if scheme == "fi.ovt" and at >= 12:
        return
    wrong = f"{stored[:at]}{(int(stored[at]) + change) % 10}{stored[at + 1 :]}"

    assert not is_right(scheme, wrong) or scheme in {"th.tin", "de.tax"}


@given(st.text("0123456789", min_size=14, max_size=14))
def test_every_finnish_iban_agrees_with_the_registry(body: str) -> None:
    right = f"FI{stdnum_iban.calc_check_digits(f'FI00{body}')}{body}"

    assert is_right("iban", right)
