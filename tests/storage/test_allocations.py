"""Allocations: undone once, never removed."""

from __future__ import annotations

import pytest

from app.domain.payments.payment import ChargeKind, Payment
from app.domain.shared.ids import AllocationId, PaymentId
from app.domain.shared.refusals import Conflict, NotFound
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import charge, paid, part
from tests.trade import issued, opened_books


@pytest.fixture
def payment(database: Database) -> Payment:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    settled = part(issued(office), "125.50")
    return paid(office, "150", settled, charges=(charge(ChargeKind.FEE, "5"),), reference="17")


def test_what_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit:
        with pytest.raises(NotFound):
            unit.payments.get(PaymentId(1))
        with pytest.raises(NotFound):
            unit.allocations.get(AllocationId(1))


def test_an_allocation_is_undone_once(database: Database, payment: Payment) -> None:
    with database.write() as unit:
        (settled,) = unit.allocations.of_payment(payment.id)
        undone = settled.allocation.undone(TODAY)
        unit.allocations.undo(settled.allocation, undone)
        with pytest.raises(Conflict):
            unit.allocations.undo(settled.allocation, undone)
