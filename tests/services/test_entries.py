"""Entries by hand through the services: posted, reversed, copied, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.accounting.exchange import Exchange
from app.domain.accounting.periods import PeriodClosed
from app.domain.accounting.reversal import AlreadyReversed, NotReversible
from app.domain.accounting.writing import EntryForm, EntryLine
from app.domain.shared.ids import AccountId
from app.domain.shared.refusals import Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import accounting, accounts, drafts, entries, search
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.chances import few
from tests.trade import a_content, a_written_line, issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def account_ids(office: Office) -> list[AccountId]:
    return [one.id for one in office.ask(accounting.accounts)]


def rent(office: Office, amount: str = "686.56", on: date = TODAY) -> EntryForm:
    (premises,) = office.ask(accounts.find, "7100")
    bank = office.ask(accounts.find, "1910")[0]
    lines = (
        EntryLine(premises.id, Decimal(amount), None, premises.vat),
        EntryLine(bank.id, None, Decimal(amount), "", "Kiinteistö Oy Kallio"),
    )
    return EntryForm(on, "Rent of March", lines, "EUR")


def test_a_written_entry_is_posted_and_found(office: Office) -> None:
    office.do(drafts.keep, entries.FORM, 77, 0, rent(office))
    assert office.ask(entries.opened).draft is not None
    assert office.ask(entries.opened, None, None, frozenset({77})).draft is None

    entry = office.do(entries.post, rent(office), 77).result

    assert entry.number == "2026-00001"
    assert [side.vat for side in entry.postings] == ["exempt", ""]
    assert office.ask(accounting.entry, entry.id) == entry
    assert [hit.entity_id for hit in office.ask(search.find, "686,56")] == [entry.id]
    assert [hit.title for hit in office.ask(search.find, "kallio")] == ["Rent of March"]
    assert office.ask(entries.opened).draft is None
    with pytest.raises(NotFound):
        office.ask(entries.opened, None, 77)


def test_an_entry_that_does_not_balance_is_refused_at_its_last_amount(office: Office) -> None:
    form = rent(office)
    short = replace(form, lines=(form.lines[0], replace(form.lines[1], credit=Decimal(1))))

    with pytest.raises(Invalid) as refused:
        office.do(entries.post, short)

    assert [one.field for one in refused.value.problems] == ["lines.1.credit"]
    assert office.do(entries.post, form).result.number == "2026-00001"


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2028, 1, 1)])
def test_a_day_in_no_open_year_is_refused_at_its_field(office: Office, day: date) -> None:
    (problem,) = office.ask(entries.check, rent(office, on=day))

    assert (problem.field, problem.code) == ("booked_on", "accounting.entry-day-closed")
    with pytest.raises(PeriodClosed):
        office.do(entries.book, rent(office).as_new(day))


def test_the_next_year_may_be_posted_to(office: Office) -> None:
    entry = office.do(entries.post, rent(office, on=date(2027, 1, 1))).result

    assert entry.number == "2027-00001"


def test_an_entry_and_its_reversal_name_each_other_and_come_to_nothing(office: Office) -> None:
    entry = office.do(entries.post, rent(office)).result

    reversal = office.do(entries.reverse, entry.id, date(2026, 3, 31)).result

    assert office.ask(entries.reversal_of, entry.id) == reversal
    assert reversal.source == f"entry:{entry.id}"
    assert "2026-00001" in reversal.text
    balance = office.ask(accounting.trial_balance, date(2026, 3, 31))
    assert {row.balance_minor for row in balance.rows} == {0}


def test_an_entry_is_reversed_once_and_a_reversal_not_at_all(office: Office) -> None:
    entry = office.do(entries.post, rent(office)).result
    reversal = office.do(entries.reverse, entry.id).result

    with pytest.raises(AlreadyReversed):
        office.do(entries.reverse, entry.id)
    with pytest.raises(NotReversible):
        office.do(entries.reverse, reversal.id)

    assert office.do(entries.post, rent(office)).result.number == "2026-00003"


def test_the_entry_of_an_invoice_is_not_reversed_by_hand(office: Office) -> None:
    invoice = issued(office)
    (entry,) = office.ask(accounting.entries_of, f"invoice:{invoice.id}")

    with pytest.raises(NotReversible) as refused:
        office.do(entries.reverse, entry.id)

    assert refused.value.facts["why"] == "voucher"


def test_a_copy_begins_with_the_lines_of_its_original_and_todays_day(office: Office) -> None:
    entry = office.do(entries.post, rent(office, on=date(2026, 1, 31))).result

    form = office.ask(entries.opened, entry.id).form

    assert form == rent(office)


def test_postings_of_an_invoice_carry_their_vat_codes(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line(), a_written_line(vat="reduced")))
    (entry,) = office.ask(accounting.entries_of, f"invoice:{invoice.id}")

    codes = [side.vat for side in entry.postings]

    assert codes == ["", "standard", "reduced", "standard", "reduced"]


AMOUNTS = st.lists(st.integers(1, 10**9), min_size=1, max_size=4)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(("entry", "invoice", "reversal")),
        AMOUNTS,
        st.sampled_from(("EUR", "SEK")),
        st.integers(0, 68),
    ),
    max_size=6,
)


@settings(
    max_examples=few(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DEEDS)
def test_whatever_is_booked_comes_to_nothing_in_every_currency(
    office: Office, deeds: list[tuple[str, list[int], str, int]]
) -> None:
    for kind, amounts, currency, ago in deeds:
        do_a_deed(office, kind, amounts, currency, date.fromordinal(TODAY.toordinal() - ago))

    for currency in ("EUR", "SEK"):
        whole = office.ask(accounting.trial_balance, TODAY, "", currency)
        later = office.ask(accounting.trial_balance, TODAY, "", currency, date(2026, 2, 1))
        assert whole.difference_minor == later.difference_minor == 0
        assert sum(row.opening_minor for row in later.rows) == 0
        assert sum(row.debit_minor for row in whole.rows) == sum(
            row.credit_minor for row in whole.rows
        )
        assert [row.balance_minor for row in whole.rows] == [
            row.balance_minor for row in later.rows
        ]
        for row in whole.rows:
            moved = office.ask(accounting.ledger, row.account_id, date(2026, 1, 1), TODAY, currency)
            assert moved.closing_minor == row.balance_minor
    with office.database.read() as unit:
        assert unit.balances.differences() == ()


def do_a_deed(office: Office, kind: str, amounts: list[int], currency: str, day: date) -> None:
    """Issue an invoice, post an entry, or post an entry and reverse it."""
    if kind == "invoice":
        prices = [str(Decimal(one).scaleb(-2)) for one in amounts]
        content = a_content(*(a_written_line(price=price) for price in prices))
        exchange = Exchange(Decimal("0.09"), TODAY, "ECB") if currency != "EUR" else None
        issued(office, replace(content, currency=currency, exchange=exchange))
        return
    sides = account_ids(office)
    lines = [EntryLine(sides[no], Decimal(one).scaleb(-2), None) for no, one in enumerate(amounts)]
    total = EntryLine(sides[-1], None, Decimal(sum(amounts)).scaleb(-2))
    form = EntryForm(day, "Entry", (*lines, total), currency)
    entry = office.do(entries.post, form).result
    if kind == "reversal":
        office.do(entries.reverse, entry.id, day)
