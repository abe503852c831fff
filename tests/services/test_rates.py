"""Rates at a desk: the written one before the known one, and none for the company's own money."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.accounting.exchange import Exchange
from app.outside.clock import FixedClock
from app.services import exchange_rates, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import a_content, a_written_line, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    opened.do(exchange_rates.put, "USD", TODAY - timedelta(days=2), Decimal("0.92"), "ECB")
    return opened


def test_a_form_shows_the_rate_that_it_would_be_issued_by(office: Office) -> None:
    content = a_content(a_written_line(), currency="USD")

    review = office.ask(invoices.review, content)

    assert review.invoice.exchange is not None
    assert review.invoice.exchange.rate == Decimal("0.92")
    assert review.problems == ()


def test_a_form_asks_for_a_rate_that_nobody_knows(office: Office) -> None:
    content = a_content(a_written_line(), currency="SEK")

    ((problem),) = office.ask(invoices.check, content)

    assert (problem.field, problem.code) == ("exchange", "exchange.rate-missing")
    assert problem.facts == {"currency": "SEK", "day": TODAY.isoformat()}


def test_a_rate_that_is_none_is_named(office: Office) -> None:
    wrong = Exchange(Decimal(0), TODAY, "")
    content = a_content(a_written_line(), currency="SEK", exchange=wrong)

    ((problem),) = office.ask(invoices.check, content)

    assert (problem.field, problem.code) == ("exchange", "exchange.rate-not-positive")


def test_the_money_of_the_company_has_no_rate(office: Office) -> None:
    wrong = Exchange(Decimal(2), TODAY, "")

    review = office.ask(invoices.review, a_content(a_written_line(), exchange=wrong))

    assert review.invoice.exchange is None
