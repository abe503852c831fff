from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.employees.pin import (
    FREE_TRIES,
    LONGEST_WAIT,
    MOST_TRIES,
    MustWait,
    Pin,
    Spent,
    check_pin,
)

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
FRESH = Pin("hash", is_given=False)


def missed(times: int) -> Pin:
    """Return a PIN that was tried in vain so many times, just now."""
    return reduce(lambda pin, _time: pin.missed(NOON), range(times), FRESH)


@pytest.mark.parametrize("pin", ["2580", "471103", "135799", "000100020003"])
def test_a_pin_of_four_to_twelve_digits_is_taken(pin: str) -> None:
    assert check_pin(pin) == ()


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("", "pins.not-digits"),
        ("12a4", "pins.not-digits"),
        ("１２５８", "pins.not-digits"),
        ("258", "pins.wrong-length"),
        ("2" * 12 + "5", "pins.wrong-length"),
        ("7777", "pins.too-plain"),
        ("1234", "pins.too-plain"),
        ("8901", "pins.too-plain"),
        ("4321", "pins.too-plain"),
        ("2525", "pins.too-plain"),
        ("471103", "pins.same-again"),
    ],
)
def test_what_is_no_pin_or_is_easily_guessed_is_told_without_telling_it(
    pin: str, code: str
) -> None:
    (problem,) = check_pin(pin, "471103")

    assert problem.code == code
    assert pin not in problem.facts.values() or not pin


def test_five_tries_are_free_and_then_each_waits_twice_as_long() -> None:
    assert missed(FREE_TRIES - 1).waits_until is None

    waits = [(missed(FREE_TRIES + more).waits_until or NOON) - NOON for more in range(4)]

    assert waits == [timedelta(seconds=30 * 2**more) for more in range(4)]


@given(st.integers(FREE_TRIES, 200))
def test_nobody_waits_longer_than_a_day(times: int) -> None:
    until = missed(times).waits_until

    assert until is not None
    assert timedelta(0) < until - NOON <= LONGEST_WAIT


def test_a_pin_is_not_looked_at_while_it_waits() -> None:
    pin = missed(FREE_TRIES)

    with pytest.raises(MustWait):
        pin.require_open(NOON + timedelta(seconds=29))
    pin.require_open(NOON + timedelta(seconds=30))


def test_a_clock_that_was_put_back_opens_nothing() -> None:
    with pytest.raises(MustWait):
        missed(FREE_TRIES).require_open(NOON - timedelta(days=400))


def test_after_twenty_wrong_ones_no_clock_opens_it_again() -> None:
    assert not missed(MOST_TRIES - 1).is_spent

    with pytest.raises(Spent):
        missed(MOST_TRIES).require_open(NOON + timedelta(days=4000))


def test_the_right_one_forgets_what_was_tried_in_vain() -> None:
    assert missed(FREE_TRIES + 3).met() == FRESH


def test_the_hash_stands_in_no_message() -> None:
    assert "hash" not in repr(Pin("secrethash", is_given=True)).replace("hashed", "")
