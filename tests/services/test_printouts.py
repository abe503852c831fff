"""What is printed of the books is what the books say."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.periods import Period
from app.domain.shared.ids import AccountId
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import accounting, anchors, printouts
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.trade import issued, opened_books

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
BEFORE = YEAR.moved(-1)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def said(content: bytes) -> str:
    return " ".join(page_texts(content)).replace("\u00a0", " ")


def test_the_trial_balance_speaks_the_language_of_the_company(office: Office) -> None:
    issued(office)

    text = said(office.ask(printouts.trial_balance, YEAR.last))

    assert "Koetase" in text and "31.12.2026" in text and "Lumo & Suoni Oy" in text


def test_a_reader_may_ask_for_another_language(office: Office) -> None:
    issued(office)

    text = said(office.ask(printouts.trial_balance, YEAR.last, "en"))

    assert ("Trial balance" in text and "Accounts receivable" in text) or "receivable" in text


def test_the_foot_bears_the_last_entry_of_the_record_of_changes(office: Office) -> None:
    anchor = office.ask(anchors.newest)

    text = said(office.ask(printouts.trial_balance, YEAR.last, "en"))

    assert f"Record of changes: {anchor}" in text


def test_a_ledger_shows_what_was_invoiced(office: Office) -> None:
    invoice = issued(office)
    receivables = next(
        one for one in office.ask(accounting.accounts) if one.use is AccountUse.RECEIVABLES
    )

    text = said(office.ask(printouts.ledger, receivables.id, YEAR))

    assert receivables.number in text and invoice.number in text


def test_the_ledger_of_no_account_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(printouts.ledger, AccountId(1), YEAR)


def test_the_journal_shows_every_entry_of_its_days(office: Office) -> None:
    invoice = issued(office)

    text = said(office.ask(printouts.journal, YEAR))
    before = said(office.ask(printouts.journal, BEFORE))

    assert invoice.number in text and invoice.number not in before


def test_who_may_not_read_the_books_prints_nothing_of_them(database: Database) -> None:
    blind = Office(database, FixedClock(TODAY), Actor("Pekka", Role("none", frozenset())))

    with pytest.raises(NotAllowed):
        blind.ask(printouts.journal, YEAR)
