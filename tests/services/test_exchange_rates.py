"""Exchange rates: kept by day, taken in from files, and refused where they are none."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.shared.refusals import Invalid, NotFound
from app.formats.rates import NotRates
from app.outside.clock import FixedClock
from app.services import exchange_rates
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from app.storage.exports import CannotRead
from tests.builders import TODAY
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    opened.do(exchange_rates.put, "USD", TODAY, Decimal("0.92"), "ECB")
    return opened


@pytest.mark.parametrize(
    ("currency", "day", "rate", "code"),
    [
        ("EUR", TODAY, "1", "exchange.currency-own"),
        ("XXX", TODAY, "1", "exchange.currency-unknown"),
        ("USD", TODAY, "0", "exchange.rate-not-positive"),
        ("USD", TODAY, "-1", "exchange.rate-not-positive"),
        ("USD", TODAY, "NaN", "exchange.rate-not-positive"),
        ("USD", TODAY + timedelta(days=1), "1", "exchange.day-to-come"),
    ],
)
def test_a_wrong_rate_is_refused(
    office: Office, currency: str, day: date, rate: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(exchange_rates.put, currency, day, Decimal(rate))

    assert [one.code for one in refused.value.problems] == [code]


def test_the_rates_of_the_bank_are_taken_in(office: Office) -> None:
    file = b"Date,USD,SEK,ABC,\n2026-03-10,1.25,N/A,2,\n2026-03-09,1.6,10,3,\n"

    taken = office.do(exchange_rates.take_in, file).result

    assert (taken.count, taken.currencies) == (3, ("SEK", "USD"))
    newest = office.ask(exchange_rates.latest)
    assert [(one.currency, one.rate, one.source) for one in newest] == [
        ("SEK", Decimal("0.1"), "ECB"),
        ("USD", Decimal("0.8"), "ECB"),
    ]
    assert [one.day.day for one in office.ask(exchange_rates.of_currency, "USD")] == [10, 9]


def test_a_rate_can_be_forgotten(office: Office) -> None:
    office.do(exchange_rates.remove, "USD", TODAY)

    assert office.ask(exchange_rates.on, "USD") is None


def test_what_is_not_there_cannot_be_forgotten(office: Office) -> None:
    with pytest.raises(NotFound):
        office.do(exchange_rates.remove, "SEK", TODAY)


def test_a_file_that_is_none_changes_nothing(office: Office, tmp_path: Path) -> None:
    empty = tmp_path / "rates.csv"
    empty.write_text("a,b\n1,2\n")

    with pytest.raises(NotRates):
        office.do(exchange_rates.take_in_file, empty)
    with pytest.raises(CannotRead):
        office.do(exchange_rates.take_in_file, tmp_path)

    assert len(office.ask(exchange_rates.latest)) == 1


def test_who_may_not_post_writes_no_rate(office: Office) -> None:
    reader = Role("reader", frozenset({Permission.INVOICES_READ}))
    there = Office(office.database, office.clock, Actor("Reino", reader))

    with pytest.raises(NotAllowed):
        there.do(exchange_rates.put, "USD", TODAY, Decimal(1))

    assert there.ask(exchange_rates.on, "USD") is not None
