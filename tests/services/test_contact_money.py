"""The timeline of a contact tells of its payments, to whom may see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.timeline import Happening
from app.domain.payments.payment import NewPayment
from app.domain.shared.ids import PaymentId
from app.outside.clock import FixedClock
from app.services import contacts, payments
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import eur, given_back, paid
from tests.trade import AAMU, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_payments_refunds_and_reversals_stand_in_the_timeline(office: Office) -> None:
    wrong, right = paid(office, "20"), paid(office, "10")
    office.do(payments.reverse, wrong.id, "Wrong")
    back = NewPayment(eur("10"), AAMU.id, parts=(given_back(right.id, "10"),))
    refund = office.do(payments.refund, back).result

    events = office.ask(contacts.timeline, AAMU.id)

    told = {PaymentId(one.record): (one.what, one.amount) for one in events}
    assert told[wrong.id] == (Happening.PAYMENT_REVERSED, eur("20"))
    assert told[right.id] == (Happening.PAID, eur("10"))
    assert told[refund.id] == (Happening.PAID_BACK, eur("10"))


def test_whoever_may_not_see_payments_is_told_of_none(office: Office) -> None:
    paid(office, "20")
    held = OWNER.permissions - {Permission.PAYMENTS_READ}
    clerk = Actor("Anna", replace(OWNER, name="sales", permissions=held))

    events = Office(office.database, office.clock, clerk).ask(contacts.timeline, AAMU.id)

    assert Happening.PAID not in {one.what for one in events}
