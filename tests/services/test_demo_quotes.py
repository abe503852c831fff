"""The sample company's quotes: written, sent and decided on as a clerk does."""

from __future__ import annotations

import pytest

from app.domain.quotes.quote import Quote, State
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import quotes
from app.services.demo_quotes import tell_quote
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import a_content, a_written_line, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def told(office: Office, **parts: object) -> Quote:
    content = a_content(a_written_line(), a_written_line("1", "50"))
    tell_quote(office, content, {"choices": ["included", "optional"], **parts})
    (only,) = office.ask(quotes.first, View(), 9)
    return office.ask(quotes.get, only.id)


def test_a_quote_without_a_day_is_still_written(office: Office) -> None:
    assert told(office).state is State.DRAFT


def test_what_became_of_a_quote_is_told(office: Office) -> None:
    quote = told(office, days_ago=5, valid_days=9, becomes="accepted", chosen=[1])

    assert (quote.state, quote.chosen) == (State.ACCEPTED, (1,))


def test_a_quote_that_nobody_wanted_says_why(office: Office) -> None:
    quote = told(office, days_ago=5, valid_days=9, becomes="rejected", reason="Too dear")

    assert (quote.state, quote.reason) == (State.REJECTED, "Too dear")


def test_a_quote_of_which_nothing_is_told_waits(office: Office) -> None:
    assert told(office, days_ago=5, valid_days=9).state is State.SENT
