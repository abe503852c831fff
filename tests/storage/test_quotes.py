"""Quotes come back as they were written; what was sent is refused by the database itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.invoices.totals import totals_of
from app.domain.quotes.choosing import figures_of
from app.domain.quotes.quote import Choice, Position, Quote
from app.domain.shared.ids import ContactId, InvoiceId, QuoteId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.builders import a_contact, a_draft
from tests.quoting import DAY, FIRM, OPTION, a_quote
from tests.storage.plans import statements_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def parties(database: Database) -> None:
    with database.write() as unit:
        unit.contacts.add_all((replace(a_contact(), id=ContactId(7)),), AT)


def added(database: Database, quote: Quote) -> Quote:
    with database.write() as unit:
        unit.quotes.add(quote, figures_of(quote))
    return quote


def saved(database: Database, before: Quote, after: Quote) -> Quote:
    with database.write() as unit:
        unit.quotes.save(before, after, figures_of(after))
    return after


def read(database: Database, quote_id: QuoteId) -> Quote:
    with database.read() as unit:
        return unit.quotes.get(quote_id)


def test_a_quote_comes_back_as_it_was_written(database: Database) -> None:
    group = Position(Choice.ALTERNATIVE, "A")
    draft = added(database, a_quote(FIRM, OPTION, group, valid_until=date(2026, 5, 1)))
    invoice = a_draft()
    with database.write() as unit:
        unit.invoices.add(invoice, totals_of(invoice))

    sent = draft.send("Q-2026-0001", DAY)
    accepted = sent.accept((1,), DAY)
    ordered = accepted.order(invoice.id)
    before = draft
    for after in (sent, accepted, ordered):
        assert read(database, draft.id) == before
        before = saved(database, before, after)

    assert read(database, draft.id) == ordered


def test_a_quote_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        read(database, QuoteId(99))


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    draft = added(database, a_quote(FIRM))
    saved(database, draft, replace(draft, version=2, reason="One"))

    with pytest.raises(Conflict):
        saved(database, draft, replace(draft, version=2, reason="Other"))


@pytest.mark.parametrize(
    "parts",
    [
        {"number": "Q-2026-0009"},
        {"valid_until": date(2030, 1, 1)},
        {"positions": (OPTION,)},
        {"offer": replace(a_quote(FIRM).offer, note="Other words")},
    ],
)
def test_what_was_sent_cannot_be_written_again(database: Database, parts: dict[str, Any]) -> None:
    draft = added(database, a_quote(FIRM))
    sent = saved(database, draft, draft.send("Q-2026-0001", DAY))

    with pytest.raises(DBAPIError, match="guard_"):
        saved(database, sent, replace(sent, version=9, **parts))


def test_a_sent_quote_is_never_a_draft_again(database: Database) -> None:
    draft = added(database, a_quote(FIRM))
    sent = saved(database, draft, draft.send("Q-2026-0001", DAY))

    with pytest.raises(DBAPIError, match="guard_"):
        saved(database, sent, replace(sent, version=9, state=draft.state))


def test_a_number_is_given_once(database: Database) -> None:
    for quote in (a_quote(FIRM), replace(a_quote(FIRM), id=QuoteId(6))):
        added(database, quote)
    first = read(database, QuoteId(5))
    saved(database, first, first.send("Q-2026-0001", DAY))

    second = read(database, QuoteId(6))
    with pytest.raises(DBAPIError):
        saved(database, second, second.send("Q-2026-0001", DAY))


def test_the_later_revision_is_found_unless_it_was_thrown_away(database: Database) -> None:
    first = added(database, a_quote(FIRM))
    later = added(database, replace(a_quote(FIRM), id=QuoteId(6), replaces=first.id, revision=2))

    with database.read() as unit:
        assert unit.quotes.revision_of(first.id) == later.id
    saved(database, later, later.discard())

    with database.read() as unit:
        assert unit.quotes.revision_of(first.id) is None


def test_a_quote_is_found_by_its_number_and_by_its_invoice(database: Database) -> None:
    draft = added(database, a_quote(FIRM))
    sent = saved(database, draft, draft.send("Q-2026-0001", DAY))

    with database.read() as unit:
        assert unit.quotes.numbered("Q-2026-0001") == sent.id
        assert unit.quotes.numbered("Q-2026-0002") is None
        assert unit.quotes.ordered_as((InvoiceId(3),)) is None


def test_a_quote_is_read_and_written_with_one_statement_each(database: Database) -> None:
    draft = added(database, a_quote(FIRM, OPTION))

    with database.write() as unit, statements_of(unit.connection) as sent:
        before = unit.quotes.get(draft.id)
        unit.quotes.save(before, before.send("Q-2026-0001", DAY), figures_of(before))

    assert [one.split(maxsplit=1)[0] for one in sent if "company" not in one] == [
        "SELECT",
        "UPDATE",
    ]
