"""Payments that are refused: each says why, and nothing of it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.contacts.form import form_of
from app.domain.payments.payment import (
    Closing,
    NewPayment,
    Part,
)
from app.domain.shared.ids import InvoiceId, PaymentId, new_id
from app.domain.shared.money import Money, UnknownCurrency
from app.domain.shared.refusals import Conflict, Invalid
from app.outside.clock import FixedClock
from app.services import contacts, payments
from app.services.office import Office
from app.services.payments import OtherCustomer
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import (
    credited,
    eur,
    part,
)
from tests.trade import AAMU, a_content, count, drafted, issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def refused_for(office: Office, new: NewPayment) -> list[str]:
    """Return the codes for which a payment was refused, having written nothing."""
    before = count(office, "journal_entry"), count(office, "allocation")
    with pytest.raises(Invalid) as refused:
        office.do(payments.record, new)
    assert (count(office, "journal_entry"), count(office, "allocation")) == before
    assert count(office, "payment") == 0
    return [one.code for one in refused.value.problems if not one.is_warning]


def test_what_cannot_be_recorded_says_why(office: Office) -> None:
    invoice = issued(office)
    good = NewPayment(eur("125.50"), AAMU.id, parts=(part(invoice, "125.50"),))
    tomorrow = TODAY + timedelta(days=1)

    assert refused_for(office, replace(good, amount=eur("100"))) == ["payments.above-amount"]
    assert refused_for(office, replace(good, paid_on=tomorrow)) == ["payments.day-to-come"]
    assert "payments.without-amount" in refused_for(office, replace(good, amount=eur("0")))
    assert refused_for(office, replace(good, parts=(part(invoice, "0"),), amount=eur("1"))) == [
        "payments.part-without-amount"
    ]


def test_a_payment_in_another_currency_settles_nothing(office: Office) -> None:
    invoice = issued(office)
    usd = Money(12550, "USD")

    codes = refused_for(office, NewPayment(usd, AAMU.id, parts=(Part(usd, invoice.id),)))

    assert codes == ["payments.other-currency"]


def test_a_draft_is_not_paid(office: Office) -> None:
    draft = drafted(office)

    codes = refused_for(office, NewPayment(eur("1"), AAMU.id, parts=(part(draft, "1"),)))

    assert codes == ["payments.of-a-draft"]


def test_an_invoice_is_not_paid_twice(office: Office) -> None:
    invoice = issued(office)
    office.do(payments.write_off, invoice.id, "Lost")

    codes = refused_for(office, NewPayment(eur("1"), AAMU.id, parts=(part(invoice, "1"),)))

    assert codes == ["payments.settled-already"]


def test_two_parts_together_take_no_more_than_is_open(office: Office) -> None:
    invoice = issued(office)
    parts = (part(invoice, "100"), part(invoice, "25.51", Closing.WITHHELD))

    assert refused_for(office, NewPayment(eur("100"), AAMU.id, parts=parts)) == [
        "payments.above-open"
    ]


def test_a_credit_note_settles_no_invoice_of_another_customer(office: Office) -> None:
    other = office.do(contacts.add, form_of(replace(AAMU, number="1002"))).result
    note = credited(office)
    theirs = issued(office, a_content(customer_id=other.id))

    with pytest.raises(OtherCustomer):
        office.do(payments.offset, theirs.id, note.id, eur("1"))

    assert count(office, "allocation") == 0


def test_money_of_nobody_needs_what_it_settles(office: Office) -> None:
    assert refused_for(office, NewPayment(eur("10"))) == ["payments.without-customer"]


def test_a_refund_pays_back_what_there_is(office: Office) -> None:
    invoice = issued(office)

    with pytest.raises(Invalid) as refused:
        office.do(payments.refund, NewPayment(eur("10"), AAMU.id, parts=(part(invoice, "10"),)))

    assert [one.code for one in refused.value.problems] == ["payments.wrong-way"]
    with pytest.raises(Invalid) as refused:
        office.do(payments.refund, NewPayment(eur("10"), AAMU.id))
    assert [one.code for one in refused.value.problems] == ["payments.refund-of-nothing"]


def test_a_currency_that_nobody_has_is_refused(office: Office) -> None:
    with pytest.raises(UnknownCurrency):
        office.do(payments.record, NewPayment(Money(1, "XXX"), AAMU.id))


def test_the_same_payment_again_is_told_and_may_be_meant(office: Office) -> None:
    new = NewPayment(eur("10"), AAMU.id)
    office.do(payments.record, new)

    (told,) = office.ask(payments.check, new)

    assert (told.code, told.is_warning) == ("payments.recorded-before", True)
    office.do(payments.record, new)
    assert count(office, "payment") == 2


def test_a_form_that_is_sent_twice_records_one_payment(office: Office) -> None:
    own = PaymentId(new_id())
    office.do(payments.record, NewPayment(eur("10"), AAMU.id), own)

    with pytest.raises(Conflict):
        office.do(payments.record, NewPayment(eur("10"), AAMU.id), own)
    assert count(office, "payment") == 1


def test_an_account_that_is_no_money_is_refused(office: Office) -> None:
    with office.database.read() as unit:
        sales = next(one for one in unit.ledger.accounts() if one.number == "3000")

    assert refused_for(office, NewPayment(eur("10"), AAMU.id, account_id=sales.id)) == [
        "payments.no-money-account"
    ]


def test_an_invoice_that_is_not_there_cannot_be_paid(office: Office) -> None:
    wanted = NewPayment(eur("1"), AAMU.id, parts=(part(InvoiceId(5), "1"),))

    assert refused_for(office, wanted) == ["payments.of-a-draft"]
