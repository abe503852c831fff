"""Booking a run: accounts by use or number, taken from the country where the chart lacks one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.accounting.entries import AccountClosed
from app.domain.shared.numbering import SeriesClosed
from app.services import accounting, payroll
from app.services import search as finding
from app.storage.database import Database
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def change(desk: PayDesk, wanted: str, **parts: object) -> None:
    with desk.office.database.write() as unit:
        before = next(one for one in unit.ledger.accounts() if one.number == wanted)
        after = replace(before, version=before.version + 1, **parts)  # type: ignore[arg-type]  # fields by name
        unit.ledger.save_account(before, after)
        unit.changes.taken()


def test_an_account_that_an_older_office_lacks_is_opened(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    change(desk, "2930", number="29300")
    change(desk, "2955", use=None)

    desk.posted()

    rows = {one.number: one for one in desk.office.ask(accounting.chart, date(2026, 12, 31))}
    assert rows["2930"].balance_minor == -23360
    assert rows["2955"].balance_minor != 0


def test_a_closed_account_refuses_and_nothing_is_half_posted(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    change(desk, "2930", is_closed=True)
    run = desk.run()
    desk.other.do(payroll.approve, run.id)

    with pytest.raises(AccountClosed):
        desk.office.do(payroll.post, run.id)

    assert desk.office.ask(payroll.get, run.id).run.number == ""
    change(desk, "2930", is_closed=False)
    assert desk.office.do(payroll.post, run.id).result.number == "PR-2026-001"


def test_the_entry_is_found_and_names_no_person(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.posted()

    hits = desk.office.ask(finding.find, run.number)

    (entry,) = (hit for hit in hits if hit.kind == "entry")
    assert "Aino" not in entry.title + entry.detail


def test_a_pay_day_before_the_books_began_is_refused(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    days = (date(2025, 12, 1), date(2025, 12, 31), date(2025, 12, 31))
    run = desk.run(payroll.RunForm(*days))
    desk.other.do(payroll.approve, run.id)

    with pytest.raises(SeriesClosed):
        desk.office.do(payroll.post, run.id)

    assert desk.office.ask(payroll.get, run.id).run.entry_id is None
