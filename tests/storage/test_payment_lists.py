"""Lists of payments: read from an index, the newest first."""

from __future__ import annotations

import pytest

from app.domain.payments.payment import ChargeKind, Payment
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.paying import charge, paid, part
from tests.storage.plans import plans_of
from tests.trade import issued, opened_books


@pytest.fixture
def payment(database: Database) -> Payment:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    settled = part(issued(office), "125.50")
    return paid(office, "150", settled, charges=(charge(ChargeKind.FEE, "5"),), reference="17")


@on_sqlite
@pytest.mark.parametrize("view", [View(), View(sort="paid_on")])
def test_the_newest_payments_are_read_from_an_index(
    database: Database, payment: Payment, view: View
) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.payment_lists.first(view, 100)

    assert [step for step in plans if "ix_payment_list" in step]
    assert not [step for step in plans if "TEMP B-TREE" in step]
