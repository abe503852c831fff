"""Electronic addresses: a code and an id, checked as far as their kind is known."""

from __future__ import annotations

import pytest

from app.domain.shared.endpoints import CHECKED, EAS, VAT_ENDPOINTS, split_endpoint
from app.domain.shared.identifiers import SCHEMES, checked, compact


def test_an_address_is_a_code_and_an_id() -> None:
    assert split_endpoint("0204:991-03730-19") == ("0204", "991-03730-19")
    assert split_endpoint("003712345671") == ("", "003712345671")


def test_every_code_with_a_rule_is_known() -> None:
    assert CHECKED.keys() <= EAS
    assert set(VAT_ENDPOINTS.values()) <= EAS
    assert set(CHECKED.values()) <= SCHEMES.keys()


@pytest.mark.parametrize(
    "value",
    [
        "0204:991-03730-19",
        "0216:003712345671",
        "9915:ATU12345678",
        "EM:a@b.fi",
        "0007:5560360793",
        "0151:51824753556",
        "0184:DK13585628",
        "0192:974760673",
        "0208:0403019261",
    ],
)
def test_right_addresses_pass(value: str) -> None:
    assert checked("eu.endpoint", compact("eu.endpoint", value), "a") is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("991-03730-19", "identifier.wrong-form"),
        ("1234:5", "identifier.wrong-form"),
        ("0204:", "identifier.wrong-form"),
        ("0204:991-03730-18", "identifier.wrong-check-digit"),
        ("0088:5790000435976", "identifier.wrong-check-digit"),
        ("0007:5560360794", "identifier.wrong-form"),
        ("0184:13585628", "identifier.wrong-form"),
        ("0192:974760674", "identifier.wrong-form"),
        ("0208:BE0403019261", "identifier.wrong-form"),
    ],
)
def test_wrong_addresses_are_told(value: str, code: str) -> None:
    problem = checked("eu.endpoint", value, "identifiers.0.value")

    assert problem is not None
    assert (problem.field, problem.code) == ("identifiers.0.value", code)


def test_the_place_of_a_wrong_digit_counts_from_the_first_sign() -> None:
    problem = checked("eu.endpoint", "0204:991-03730-18", "")

    assert problem is not None
    assert problem.facts["position"] == str(len("0204:991-03730-1"))
