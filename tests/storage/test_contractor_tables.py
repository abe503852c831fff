"""A payment to a contractor comes back as it was written, and is changed by its version."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.payments.contractors import ContractorPayment
from app.domain.shared.ids import ContactId, ContractorPaymentId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict
from app.storage.database import Database
from tests.builders import a_contact

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_payment_comes_back_and_its_version_guards_it(database: Database) -> None:
    amount, withheld = Money(245_000, "USD"), Money(2_400, "USD")
    one = ContractorPayment(
        ContractorPaymentId(3), 1, ContactId(7), date(2026, 2, 2), amount, withheld, "Walls"
    )
    gone = replace(one, version=2, is_archived=True)
    with database.write() as unit:
        unit.contacts.add_all((replace(a_contact(), id=ContactId(7)),), AT)
        unit.contractor_payments.add(one)

    with database.write() as unit:
        assert unit.contractor_payments.get(one.id) == one
        unit.contractor_payments.save(one, gone)
    with database.write() as unit:
        assert unit.contractor_payments.all() == (gone,)
        with pytest.raises(Conflict):
            unit.contractor_payments.current(one.id, 1)
