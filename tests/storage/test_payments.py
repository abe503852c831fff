"""Payments: written once; what may change is their rest and their reversal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.payments.payment import ChargeKind, NewPayment, Payment
from app.domain.shared.refusals import Conflict
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import charge, eur, paid, part
from tests.trade import AAMU, issued, opened_books


@pytest.fixture
def payment(database: Database) -> Payment:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    settled = part(issued(office), "125.50")
    return paid(office, "150", settled, charges=(charge(ChargeKind.FEE, "5"),), reference="17")


def test_a_payment_comes_back_as_it_was_written(database: Database, payment: Payment) -> None:
    with database.read() as unit:
        assert unit.payments.get(payment.id) == payment
        assert unit.payments.of_contact(AAMU.id) == (payment,)
        assert unit.payments.credits_of(AAMU.id) == (payment,)
        (settled,) = unit.allocations.of_payment(payment.id)
        assert unit.allocations.get(settled.allocation.id) == settled.allocation
    assert (settled.payment_number, settled.document_number) == (payment.number, "20260001")


def test_a_payment_that_changed_meanwhile_is_not_saved(
    database: Database, payment: Payment
) -> None:
    with database.write() as unit:
        unit.payments.save(payment, payment.left(eur("1")))
        with pytest.raises(Conflict):
            unit.payments.save(payment, payment.left(eur("2")))


def test_the_rest_of_a_payment_is_never_more_than_it(database: Database, payment: Payment) -> None:
    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.payments.save(payment, payment.left(eur("150.01")))


def test_a_reversed_payment_stays_as_it_is(database: Database, payment: Payment) -> None:
    with database.write() as unit:
        gone = payment.reversed(TODAY, "Wrong")
        unit.payments.save(payment, gone)

    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.payments.save(gone, replace(gone, version=9, reason="Other"))


def test_a_rest_that_is_wrong_is_found(database: Database, payment: Payment) -> None:
    with database.write() as unit:
        unit.payments.save(payment, payment.left(eur("1")))

    with database.read() as unit:
        assert list(unit.payments.differences()) == [payment.number]


def test_a_payment_that_says_the_same_is_known(database: Database, payment: Payment) -> None:
    same = NewPayment(eur("150"), AAMU.id, TODAY, reference="17")

    with database.read() as unit:
        assert unit.payments.alike(same) == payment.number
        assert unit.payments.alike(replace(same, reference="18")) == ""
