"""The chart is kept through the services: what is posted to stays, the rest may change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import Account, AccountKind
from app.domain.accounting.entries import AccountForm, AccountNeeded, AccountPosted, form_of
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import accounts, search
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import issued, opened_books

LOANS = AccountForm("1755", {"en": "Loans given", "fi": "Annetut lainat"}, AccountKind.ASSET)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def numbered(office: Office, number: str) -> Account:
    (found,) = (one for one in office.ask(accounts.opened).chart if one.number == number)
    return found


def test_an_account_is_found_by_number_first_and_then_by_any_name(office: Office) -> None:
    by_number = office.ask(accounts.find, "19")
    by_name = office.ask(accounts.find, "myyntisaam")
    both = office.ask(accounts.find, "294 lowest")

    assert [one.number for one in by_number][:2] == ["1900", "1910"]
    assert by_name[0].number == "1700"
    assert [one.number for one in both] == ["2943"]
    assert len(office.ask(accounts.find, "")) == 20


def test_a_closed_account_is_not_offered(office: Office) -> None:
    bank = numbered(office, "1920")

    office.do(accounts.close, bank.id, 1)

    assert bank.id not in {one.id for one in office.ask(accounts.find, "19")}


def test_the_kind_of_an_account_with_postings_is_settled(office: Office) -> None:
    issued(office)
    sales = numbered(office, "3000")
    other = replace(form_of(sales), kind=AccountKind.EXPENSE, report="result.materials")

    with pytest.raises(Invalid) as refused:
        office.do(accounts.change, sales.id, 1, other)

    assert [one.code for one in refused.value.problems] == ["accounting.kind-fixed"]
    assert office.ask(accounts.opened, sales.id).has_postings


def test_an_account_with_postings_is_not_removed(office: Office) -> None:
    issued(office)
    sales = numbered(office, "3000")

    with pytest.raises(AccountPosted):
        office.do(accounts.remove, sales.id, 1)

    assert numbered(office, "3000") == sales


def test_an_account_that_the_house_posts_to_is_not_removed(office: Office) -> None:
    with pytest.raises(AccountNeeded):
        office.do(accounts.remove, numbered(office, "1700").id, 1)


def test_an_unused_account_is_removed_and_brought_back(office: Office) -> None:
    added = office.do(accounts.add, LOANS).result
    assert [hit.title for hit in office.ask(search.find, "lainat annetut")] == ["Annetut lainat"]

    gone = office.do(accounts.remove, added.id, 1).result
    assert office.ask(search.find, "lainat annetut") == ()
    with pytest.raises(NotFound):
        office.ask(accounts.opened, added.id)
    again = office.do(accounts.add, form_of(gone)).result

    assert form_of(again) == LOANS
    assert [hit.entity_id for hit in office.ask(search.find, "1755")] == [again.id]


def test_a_removal_that_comes_too_late_is_a_conflict(office: Office) -> None:
    added = office.do(accounts.add, LOANS).result
    office.do(accounts.change, added.id, 1, replace(LOANS, names={"en": "Loans"}))

    with pytest.raises(Conflict):
        office.do(accounts.remove, added.id, 1)


def test_saving_what_did_not_change_makes_no_new_version(office: Office) -> None:
    added = office.do(accounts.add, LOANS).result

    assert office.do(accounts.change, added.id, 1, LOANS).result.version == 1


def test_an_account_is_opened_again_unless_another_has_its_use(office: Office) -> None:
    bank = numbered(office, "1910")
    office.do(accounts.close, bank.id, 1)
    heir = replace(LOANS, number="1911", use=bank.use)
    taken = office.do(accounts.add, heir).result

    with pytest.raises(Invalid):
        office.do(accounts.open_again, bank.id, 2)
    office.do(accounts.close, taken.id, 1)

    assert not office.do(accounts.open_again, bank.id, 2).result.is_closed


@pytest.mark.parametrize("report", ["result.revenue", "no.such.line"])
def test_a_report_line_must_fit_the_kind(office: Office, report: str) -> None:
    (problem,) = office.ask(accounts.check, replace(LOANS, report=report))

    assert (problem.field, problem.code) == ("report", "accounting.report-elsewhere")
