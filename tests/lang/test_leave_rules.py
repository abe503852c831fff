"""Each row of a ledger of leave says its rule in the language of its reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from app.lang.formats import formats_in
from app.lang.leave_rules import MOVES, period_name, rule
from app.lang.texts import say_in

DAY = date(2026, 4, 1)


@dataclass(frozen=True)
class Moved:
    """A row of a ledger, as its rule is told of it."""

    kind: str
    day: date
    reason: str = ""
    is_granting: bool = False
    expires_on: date | None = None
    leave: tuple[date, date] | None = None


EN, FI = (say_in("en"), formats_in("en")), (say_in("fi"), formats_in("fi", "FI"))


@pytest.mark.parametrize(
    ("moved", "told"),
    [
        (Moved("accrued", DAY, "yearly 20"), "20 days a year"),
        (
            Moved("accrued", DAY, "fi.days 21 2.5"),
            "Full month: 21 days at work, 14 needed (s. 5, 6)",
        ),
        (
            Moved("accrued", DAY, "by-service 6 1"),
            "6 days a year after 1 completed years of service",
        ),
        (Moved("expired", DAY), "Not taken by 2026-03-31"),
        (Moved("carried", DAY, is_granting=True), "Left of the year before"),
        (Moved("carried", DAY), "Goes on into the year of leave that begins"),
        (Moved("taken", DAY, leave=(DAY, DAY)), "2026-04-01"),
        (Moved("taken", DAY), ""),
        (Moved("adjusted", DAY, "Agreed at the talk"), "Agreed at the talk"),
        (Moved("reversed", DAY, "The fair was moved"), "The fair was moved"),
        (Moved("reversed", DAY, "fi.rounded 27.5"), "The sum of 27.5 days is rounded up"),
        (Moved("reversed", DAY), "Does not hold any more"),
        (Moved("accrued", DAY, "unknown 1 2"), "unknown 1 2"),
        (Moved("accrued", DAY, "yearly many"), "many days a year"),
    ],
)
def test_a_row_says_its_rule(moved: Moved, told: str) -> None:
    before = date(2026, 3, 31)
    for day in (before, DAY):
        told = told.replace(day.isoformat(), EN[1].day(day))

    assert rule(moved, *EN).startswith(told)


def test_days_that_expire_say_until_when_they_can_be_taken() -> None:
    text = rule(Moved("opening", DAY, expires_on=date(2026, 6, 30)), *EN)

    assert text == f"can be taken until {EN[1].day(date(2026, 6, 30))}"


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    assert "27,5" in rule(Moved("accrued", DAY, "fi.rounded 27.5"), *FI)


@pytest.mark.parametrize("kind", MOVES)
def test_every_kind_of_row_has_a_word_and_a_rule(kind: str) -> None:
    assert say_in("th")(MOVES[kind]) != MOVES[kind]
    assert isinstance(rule(Moved(kind, DAY, "x"), *FI), str)


@pytest.mark.parametrize(
    ("period", "language", "named"),
    [
        ("2026-04", "en", "April 2026"),
        ("2026-04", "fi", "huhtikuu 2026"),
        ("2026-04", "th", "เมษายน 2569"),
        ("2025/2026", "th", "2568/2569"),
        ("2026", "fi", "2026"),
        ("2026-05-01", "fi", "1.5.2026"),
        ("spring", "en", "spring"),
    ],
)
def test_a_period_is_named_as_the_reader_writes_it(period: str, language: str, named: str) -> None:
    assert period_name(period, formats_in(language)) == named
