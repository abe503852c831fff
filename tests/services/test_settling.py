"""Settling: an account that the chart lacks comes from the country, or it is said which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.sales import AccountMissing
from app.domain.admin.company import Company
from app.formats.packs import COUNTRIES, pack
from app.outside.clock import FixedClock
from app.services import payments
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import eur, paid
from tests.trade import issued, opened_books

BY_RATE = (AccountUse.SALES, AccountUse.OUTPUT_VAT, AccountUse.INPUT_VAT)
"""A chart may have an account of these for each rate of VAT."""
NEW = tuple(use for use in AccountUse if use not in BY_RATE)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_has_one_account_for_each_use(country: str) -> None:
    uses = [one.use for one in pack(country).accounts]

    assert [use for use in NEW if uses.count(use) != 1] == []


def test_an_account_that_is_taken_for_something_else_is_not_used(office: Office) -> None:
    with office.database.write() as unit:
        chart = {one.number: one for one in unit.ledger.accounts()}
        other = replace(chart["2855"], use=None, is_closed=True, version=2)
        unit.ledger.save_account(chart["2855"], other)
        unit.changes.taken()

    with pytest.raises(AccountMissing) as refused:
        paid(office, "10")

    assert refused.value.facts["use"] == "customer_credit"


def test_what_was_refused_left_no_number_and_no_entry(office: Office) -> None:
    invoice = issued(office)
    with office.database.write() as unit:
        chart = {one.number: one for one in unit.ledger.accounts()}
        closed = replace(chart["3510"], is_closed=True, version=2)
        unit.ledger.save_account(chart["3510"], closed)
        unit.changes.taken()

    with pytest.raises(AccountMissing):
        office.do(payments.write_off, invoice.id, "Bankrupt")

    assert paid(office, "10").number == "PAY-2026-00001"
    with office.database.read() as unit:
        assert list(unit.numbers.gaps("journal")) == []


def test_a_loss_keeps_its_vat_where_the_law_says_so(database: Database) -> None:
    thai = Office(database, FixedClock(TODAY), Actor("Somchai"))
    opened_books(thai, Company("Siam", "TH", "THB", "th"))
    with thai.database.read() as unit:
        chart = unit.ledger.accounts()

    assert pack("TH").bad_debt_vat.value == "kept"
    assert [one.number for one in chart if one.use is AccountUse.WITHHELD] == ["115400"]
    assert eur("1").currency == "EUR"
