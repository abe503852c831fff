"""Recording: what was left open is completed before a payment is held against what it settles."""

from __future__ import annotations

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.payments.payment import NewPayment
from app.outside.clock import FixedClock
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.services.recording import Recorder
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import eur, paid, part
from tests.trade import AAMU, issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_day_account_and_customer_come_from_what_is_paid(office: Office) -> None:
    invoice = issued(office)

    with office.database.read() as unit:
        desk = office.desk(unit, no_progress)
        recorder = Recorder(desk)
        new = NewPayment(eur("1"), parts=(part(invoice, "1"),), reference=" RF33 2348236 ")
        full = recorder.completed(new)
        bank = recorder.settler.uses.of(AccountUse.BANK)

    assert (full.contact_id, full.paid_on, full.account_id) == (AAMU.id, TODAY, bank)
    assert full.reference == "RF332348236"


def test_a_payment_is_held_against_its_documents_and_its_like(office: Office) -> None:
    invoice = issued(office)
    before = paid(office, "1", part(invoice, "1"))

    with office.database.read() as unit:
        desk = office.desk(unit, no_progress)
        new = NewPayment(eur("1"), parts=(part(invoice, "1"),))
        recorder = Recorder(desk)
        found = recorder.ground(recorder.completed(new))

    assert found.positions[invoice.id].open == eur("124.50")
    assert found.documents[invoice.id].number == invoice.number
    assert found.alike == before.number
