"""What goes out with a quote is what is known on the day that it is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.outside.clock import FixedClock
from app.services import quotes
from app.services.office import Office
from app.services.permissions import Actor
from app.services.quoting import source_of
from app.storage.database import Database
from tests.builders import TODAY
from tests.quoting import quoted
from tests.trade import AAMU, count, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_quote_is_sent_to_the_customer_as_known_that_day(office: Office) -> None:
    draft = quoted(office)
    with office.database.write() as unit:
        known = unit.contacts.get(AAMU.id)
        renamed = replace(known, name="Aamu Kahvilat Oy", version=known.version + 1)
        unit.contacts.save(known, renamed, datetime(2026, 3, 10, 13, tzinfo=UTC))

    quote = office.do(quotes.send, draft.id).result

    assert quote.offer.buyer is not None
    assert quote.offer.buyer.name == "Aamu Kahvilat Oy"
    assert draft.offer.buyer is not None
    assert draft.offer.buyer.name != "Aamu Kahvilat Oy"


def test_nothing_is_booked_by_a_quote(office: Office) -> None:
    office.do(quotes.send, quoted(office).id)

    assert count(office, "journal_entry") == 0
    assert count(office, "open_item") == 0


def test_papers_of_a_quote_are_filed_under_it(office: Office) -> None:
    quote = quoted(office)

    assert source_of(quote.id) == f"quote:{quote.id}"
