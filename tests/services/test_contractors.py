"""Payments to contractors: written, changed, put away, and listed for a year."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.contacts.contact import Identifier
from app.domain.contacts.form import ContactForm
from app.domain.payments.contractors import ContractorPayment
from app.domain.shared.ids import ContactId, ContractorPaymentId, new_id
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid
from app.outside.clock import FixedClock
from app.services import contacts, contractors
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.trade import LUMO, opened_books

WORKS = replace(
    LUMO, name="Sample Works LLC", country="US", currency="USD", language="en", identifiers=()
)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened, WORKS)
    return opened


@pytest.fixture
def payee(office: Office) -> ContactId:
    form = ContactForm("Ann Painter", identifiers=(Identifier("us.ein", "123456789"),))
    return office.do(contacts.add, form).result.id


def paid(office: Office, payee: ContactId, dollars: int, day: date = TODAY) -> ContractorPayment:
    amount, nothing = Money(dollars * 100, "USD"), Money(0, "USD")
    new = ContractorPayment(ContractorPaymentId(new_id()), 1, payee, day, amount, nothing, "Walls")
    return office.do(contractors.write, new).result


def test_a_year_is_listed_by_its_threshold(office: Office, payee: ContactId) -> None:
    paid(office, payee, 1950)
    paid(office, payee, 1950, date(2025, 3, 1))

    assert office.ask(contractors.nec, 2026).reported == ()
    (row,) = office.ask(contractors.nec, 2025).reported
    assert (row.name, row.amount.minor) == ("Ann Painter", 195_000)


def test_a_payment_is_changed_and_put_away(office: Office, payee: ContactId) -> None:
    one = paid(office, payee, 2450)

    gone = office.do(contractors.change, replace(one, is_archived=True)).result

    assert office.ask(contractors.nec, 2026).rows == ()
    assert office.ask(contractors.all_payments) == (gone,)
    with pytest.raises(Conflict):
        office.do(contractors.change, one)


def test_what_is_not_whole_is_refused(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        paid(office, ContactId(99), 0)

    assert [one.field for one in refused.value.problems] == ["contact_id", "amount"]
    assert office.ask(contractors.all_payments) == ()


def test_paper_and_file_say_who_is_reported(
    office: Office, payee: ContactId, tmp_path: Path
) -> None:
    paid(office, payee, 2450)
    target = tmp_path / "nec.csv"

    exported = office.ask(contractors.export_nec, target, 2026)
    text = " ".join(page_texts(office.ask(contractors.nec_page, 2026)))

    rows = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    assert exported.rows == 1
    assert (rows[1][0], rows[1][6]) == ("Ann Painter", "2450.00")
    assert all(words in text for words in ("Form 1099-NEC", "Ann Painter", "2,450.00", "Yes"))
