"""The books through the services: what is posted balances, and every figure can be followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.accounting.chart import Account, AccountKind
from app.domain.accounting.entries import AccountClosed, AccountForm, NewEntry
from app.domain.accounting.exchange import Exchange
from app.domain.accounting.journal import Journal, Posting, Unbalanced
from app.domain.accounting.periods import PeriodClosed
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import accounting, accounts, entries, invoices
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import drafted, issued, journey_6_content, opened_books

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def two_accounts(office: Office) -> tuple[Account, Account]:
    """Return two accounts of the chart."""
    found = office.ask(accounting.accounts)
    return found[0], found[1]


def an_entry(office: Office, debit: int = 500, credit: int = 500, on: date = TODAY) -> NewEntry:
    first, second = two_accounts(office)
    postings = (
        Posting(first.id, Money(debit, "EUR"), "rent"),
        Posting(second.id, Money(-credit, "EUR")),
        Posting(second.id, Money(0, "EUR")),
    )
    return NewEntry(on, " Rent of March ", postings)


def test_an_entry_by_hand_is_numbered_and_posted(office: Office) -> None:
    entry = office.do(entries.book, an_entry(office)).result

    assert (entry.number, entry.journal, entry.text) == (
        "2026-00001",
        Journal.GENERAL,
        "Rent of March",
    )
    assert len(entry.postings) == 2
    assert office.ask(accounting.entry, entry.id) == entry
    (row,) = office.ask(accounting.rows, (entry.id,))
    assert row.amount_minor == 500


def test_an_entry_may_be_of_any_day_of_an_open_year(office: Office) -> None:
    office.do(entries.book, an_entry(office))

    earlier = office.do(entries.book, an_entry(office, on=date(2026, 1, 31))).result

    assert earlier.number == "2026-00002"
    assert [row.booked_on for row in office.ask(accounting.first, View(), 10)] == [
        TODAY,
        date(2026, 1, 31),
    ]


def test_an_unbalanced_entry_is_not_posted_and_takes_no_number(office: Office) -> None:
    with pytest.raises(Unbalanced):
        office.do(entries.book, an_entry(office, debit=501))

    assert office.do(entries.book, an_entry(office)).result.number == "2026-00001"


def test_nothing_is_posted_to_a_year_that_is_not_open(office: Office) -> None:
    with pytest.raises(PeriodClosed):
        office.do(entries.book, an_entry(office, on=date(2025, 12, 31)))


def test_nothing_is_posted_to_a_closed_account(office: Office) -> None:
    first, _ = two_accounts(office)
    office.do(accounts.close, first.id, 1)

    with pytest.raises(AccountClosed):
        office.do(entries.book, an_entry(office))
    office.do(accounts.open_again, first.id, 2)

    assert office.do(entries.book, an_entry(office)).result.number == "2026-00001"


def test_journey_6_stands_in_the_books_to_the_cent(office: Office) -> None:
    invoice = issued(office, journey_6_content())

    balance = office.ask(accounting.trial_balance, TODAY)
    chart = {row.number: row for row in office.ask(accounting.chart, TODAY, "fi")}
    (entry,) = office.ask(accounting.entries_of, f"invoice:{invoice.id}")

    assert balance.difference_minor == 0
    assert sorted(row.balance_minor for row in balance.rows if row.balance_minor > 0) == [68656]
    assert sum(row.credit_minor for row in balance.rows) == 68656
    assert sorted(side.amount.minor for side in entry.postings) == [
        -34507,
        -11400,
        -11286,
        -8799,
        -1524,
        -1140,
        68656,
    ]
    assert sum(row.balance_minor for row in chart.values()) == 0


def test_a_ledger_leads_from_the_account_to_the_invoice(office: Office) -> None:
    invoice = issued(office, journey_6_content())
    (entry,) = office.ask(accounting.entries_of, f"invoice:{invoice.id}")
    receivables = entry.postings[0].account_id

    ledger = office.ask(accounting.ledger, receivables, *MARCH)

    (row,) = ledger.rows
    assert (row.entry_id, row.source, row.balance_minor) == (
        entry.id,
        f"invoice:{invoice.id}",
        68656,
    )
    assert office.ask(accounting.account, receivables).id == receivables


def test_a_ledger_of_no_account_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(accounting.ledger, AccountId(1), *MARCH)


def test_the_journal_is_listed_by_its_spine(office: Office) -> None:
    first = office.do(entries.book, an_entry(office)).result
    second = office.do(entries.book, an_entry(office)).result

    assert list(office.ask(accounting.spine, View())) == [second.id, first.id]


def test_an_account_is_added_changed_and_checked(office: Office) -> None:
    form = AccountForm(" 1799 ", {"en": " Loans ", "fi": ""}, AccountKind.ASSET)

    added = office.do(accounts.add, form).result
    renamed = replace(form, names={"en": "Loans given"})
    changed = office.do(accounts.change, added.id, 1, renamed).result

    assert (added.number, added.names, added.version) == ("1799", {"en": "Loans"}, 1)
    assert (changed.names, changed.version) == ({"en": "Loans given"}, 2)
    assert office.ask(accounting.account, added.id) == changed


def test_an_account_without_number_or_name_or_with_a_taken_one_is_refused(office: Office) -> None:
    taken, _ = two_accounts(office)
    empty = AccountForm(" ", {"en": " "}, AccountKind.ASSET)

    with pytest.raises(Invalid) as refused:
        office.do(accounts.add, empty)

    assert [problem.field for problem in refused.value.problems] == ["number", "names"]
    double = AccountForm(taken.number, {"en": "x"}, AccountKind.ASSET)
    (problem,) = office.ask(accounts.check, double)
    assert problem.code == "accounting.account-number-taken"
    assert office.ask(accounts.check, double, taken.id) == ()


def test_a_stale_account_is_a_conflict(office: Office) -> None:
    first, _ = two_accounts(office)
    office.do(accounts.close, first.id, 1)

    with pytest.raises(Conflict):
        office.do(accounts.close, first.id, 1)


def test_nobody_posts_without_the_permission(office: Office) -> None:
    role = Role("reader", frozenset(Permission) - {Permission.ACCOUNTING_POST})
    reader = Office(office.database, office.clock, Actor("Eve", role))

    with pytest.raises(NotAllowed):
        reader.do(entries.book, an_entry(office))

    assert list(office.ask(accounting.spine, View())) == []


def test_a_foreign_invoice_stands_in_the_books_in_the_home_currency(office: Office) -> None:
    exchange = Exchange(Decimal("0.09"), TODAY, "ECB")
    content = replace(journey_6_content(), currency="SEK", exchange=exchange)
    office.do(invoices.issue, drafted(office, content).id)

    balance = office.ask(accounting.trial_balance, TODAY)
    assert balance.difference_minor == 0
    assert 6179 in {row.balance_minor for row in balance.rows}
    assert office.ask(accounting.currencies) == ("EUR",)


def test_a_ledger_is_counted_before_it_is_read(office: Office) -> None:
    first, second = two_accounts(office)
    office.do(entries.book, an_entry(office))

    lengths = [
        office.ask(accounting.ledger_length, one.id, *days)
        for one in (first, second)
        for days in (MARCH, (TODAY.replace(month=2), TODAY.replace(month=2)))
    ]

    assert lengths == [1, 0, 1, 0]
    assert office.ask(accounting.currencies) == ("EUR",)
