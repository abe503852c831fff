"""Above the limit somebody else decides; the highest that is allowed is the limit itself."""

from __future__ import annotations

import pytest

from app.domain.admin.users import Limit
from app.domain.invoices.invoice import State
from app.domain.payments.payment import NewPayment
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import invoices, payments
from app.services.limits import About, AboveLimit, Limits
from app.services.office import Office, no_progress
from app.services.permissions import OWNER, Actor, Permission
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import AAMU, count, drafted, issued, opened_books

ISSUE = Permission.INVOICES_ISSUE


def limited(minor: int, currency: str = "EUR") -> Actor:
    return Actor("Boon", OWNER, limits=(Limit(ISSUE.value, Money(minor, currency)),))


def decide(database: Database, who: Actor, permission: Permission, amount: Money) -> None:
    office = Office(database, FixedClock(TODAY), who)
    with database.read() as unit:
        Limits(office.desk(unit, no_progress)).require(permission, amount, About("invoice:1"))


def test_up_to_the_limit_one_decides_alone(database: Database) -> None:
    decide(database, limited(100_00), ISSUE, Money(100_00, "EUR"))
    decide(database, limited(100_00), Permission.PAYMENTS_RECORD, Money(900_00, "EUR"))
    decide(database, Actor("Anna"), ISSUE, Money(900_00, "EUR"))


@pytest.mark.parametrize("amount", [Money(100_01, "EUR"), Money(-100_01, "EUR"), Money(1, "USD")])
def test_above_it_and_in_another_currency_one_does_not(database: Database, amount: Money) -> None:
    with pytest.raises(AboveLimit):
        decide(database, limited(100_00), ISSUE, amount)


def test_an_invoice_above_the_limit_stays_a_draft_and_takes_no_number(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    draft = drafted(office)
    boon = Office(office.database, FixedClock(TODAY), limited(100_00))

    with pytest.raises(AboveLimit):
        boon.do(invoices.issue, draft.id)
    many = boon.do(invoices.issue_many, (draft.id,)).result

    assert office.ask(invoices.get, draft.id).state is State.DRAFT
    assert [one.code for one in many.refused] == ["permissions.above-limit"]
    assert many.refused[0].facts["most"] == "100.00 EUR"
    assert office.do(invoices.issue, draft.id).result.number.endswith("0001")


def test_a_payment_and_a_write_off_above_the_limit_are_not_booked(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    invoice = issued(office)
    limit = Limit(Permission.PAYMENTS_RECORD.value, Money(10_00, "EUR"))
    boon = Office(database, FixedClock(TODAY), Actor("Boon", OWNER, limits=(limit,)))

    with pytest.raises(AboveLimit):
        boon.do(payments.record, NewPayment(Money(10_01, "EUR"), AAMU.id))
    with pytest.raises(AboveLimit):
        boon.do(payments.write_off, invoice.id, "Bankrupt")

    assert count(office, "payment") == 0
    assert count(office, "allocation") == 0
    boon.do(payments.record, NewPayment(Money(10_00, "EUR"), AAMU.id))
