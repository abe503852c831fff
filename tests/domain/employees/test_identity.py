"""Identity numbers are checked as the state that gave them does, and never told in a problem."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.employees.identity import (
    SCHEMES,
    born_on,
    check_identity,
    compact_identity,
    masked_identity,
)


@pytest.mark.parametrize("country", SCHEMES)
def test_each_example_is_right_and_with_another_last_sign_wrong(country: str) -> None:
    right = compact_identity(country, SCHEMES[country].example)
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")

    assert check_identity(country, right) is None
    if country != "US":
        problem = check_identity(country, wrong)
        assert problem is not None and wrong not in str(problem)


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("131052-308T", date(1952, 10, 13)),
        ("010594Y9032", date(1994, 5, 1)),
        ("010516B903X", date(2016, 5, 1)),
        ("290200A248A", date(2000, 2, 29)),
        ("290201A248A", None),
    ],
)
def test_a_finnish_number_tells_the_birth_day_with_every_sign_of_its_century(
    number: str, born: date | None
) -> None:
    if born is None:
        assert check_identity("FI", number) is not None
    else:
        assert born_on("FI", number) == born


@pytest.mark.parametrize("sign", ["A", "B", "C", "D", "E", "F"])
def test_the_new_signs_of_this_century_are_right(sign: str) -> None:
    assert check_identity("FI", f"010200{sign}308{control('010200308')}") is None


@pytest.mark.parametrize("sign", ["-", "Y", "X", "W", "V", "U"])
def test_the_new_signs_of_the_last_century_are_right(sign: str) -> None:
    assert check_identity("FI", f"010270{sign}308{control('010270308')}") is None


def test_a_temporary_number_is_taken_with_a_warning() -> None:
    problem = check_identity("FI", "010594Y9032")

    assert problem is not None and problem.is_warning and "9032" not in str(problem)


@pytest.mark.parametrize("number", ["010200G3080", "310200A308N", "320200A3080", "010200A001B"])
def test_a_wrong_century_day_or_person_is_refused(number: str) -> None:
    problem = check_identity("FI", number)

    assert problem is not None and problem.code == "employees.wrong-identity"
    assert number not in str(problem)


def test_a_thai_number_is_read_with_its_dashes_and_in_thai_digits() -> None:
    typed = "๑-๒๓๔๕-๔๕๖๗๘-๗๘-๑"

    assert compact_identity("TH", typed) == "1234545678781"
    assert check_identity("TH", compact_identity("TH", typed)) is None
    assert born_on("TH", "1234545678781") is None


def test_without_a_state_a_number_is_refused_and_of_others_any_is_taken() -> None:
    problem = check_identity("", "123")

    assert problem is not None and problem.code == "employees.identity-without-country"
    assert check_identity("NO", "whatever") is None
    assert check_identity("", "") is None
    assert (masked_identity("131052-308T"), masked_identity("")) == ("•••••", "")


def control(digits: str) -> str:
    """Return the last sign of a Finnish number."""
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits) % 31]
