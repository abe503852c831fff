"""Payments: booked with what they settle or not at all, and taken back by their opposite."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.invoices.invoice import Invoice
from app.domain.payments.allocation import AlreadyUndone
from app.domain.payments.open_item import MoreThanOpen
from app.domain.payments.payment import (
    ChargeKind,
    Closing,
    NewPayment,
    Payment,
    PaymentReversed,
    PaymentState,
)
from app.domain.payments.proposing import Incoming, Why
from app.domain.shared.money import Money, OtherCurrency
from app.domain.shared.paging import View
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import open_items, payments, search
from app.services.office import Office
from app.services.payments import NothingOpen, Refunded
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import (
    balance,
    charge,
    credited,
    eur,
    given_back,
    paid,
    part,
    require_agreement,
    require_claims,
)
from tests.trade import AAMU, a_content, a_written_line, at, drafted, issued, opened_books

LATER = TODAY + timedelta(days=9)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def left_of(office: Office, invoice: Invoice) -> Money | None:
    position = office.ask(open_items.position, invoice.id)
    return position.open if position else None


def sides_of(office: Office, payment: Payment) -> list[tuple[str, int]]:
    """Return what a payment's own entry posts, by account number."""
    with office.database.read() as unit:
        numbers = {one.id: one.number for one in unit.ledger.accounts()}
        sides = unit.ledger.entry(payment.entry_id).postings
        return [(numbers[side.account_id], side.amount.minor) for side in sides]


def test_a_payment_settles_its_invoice_and_is_booked_with_it(office: Office) -> None:
    invoice = issued(office)

    payment = paid(office, "125.50", part(invoice, "125.50"))

    assert (payment.number, payment.payer) == ("PAY-2026-00001", "Kahvila Aamu Oy")
    assert sides_of(office, payment) == [("1910", 12550), ("1700", -12550)]
    assert left_of(office, invoice) == eur("0")
    require_agreement(office)


def test_an_invoice_paid_in_parts_is_open_with_the_rest(office: Office) -> None:
    invoice = issued(office)

    paid(office, "100", part(invoice, "100"))

    assert left_of(office, invoice) == eur("25.50")
    paid(office, "25.50", part(invoice, "25.50"), reference="2")
    assert left_of(office, invoice) == eur("0")
    require_agreement(office)


def test_one_payment_settles_many_invoices_and_many_payments_one(office: Office) -> None:
    first, second = issued(office), issued(office)

    paid(office, "200", part(first, "125.50"), part(second, "74.50"))
    paid(office, "51", part(second, "51"))

    assert office.ask(open_items.as_of) == ()
    require_agreement(office)


def test_what_is_paid_too_much_is_the_customers_credit(office: Office) -> None:
    invoice = issued(office)

    payment = paid(office, "150", part(invoice, "125.50"))

    assert payment.open == eur("24.50")
    assert sides_of(office, payment) == [("1910", 15000), ("1700", -12550), ("2855", -2450)]
    assert office.ask(open_items.account, AAMU.id).credit == (eur("24.50"),)
    require_agreement(office)


def test_a_credit_settles_a_later_invoice(office: Office) -> None:
    payment = paid(office, "200")
    invoice = issued(office)

    after = office.do(payments.allocate, payment.id, (part(invoice, "125.50"),)).result

    assert after.open == eur("74.50")
    assert left_of(office, invoice) == eur("0")
    require_agreement(office)


def test_a_payment_before_its_invoice_is_credit_until_the_invoice_is_there(office: Office) -> None:
    later = at(office, LATER)
    invoice = issued(later)

    new = NewPayment(eur("125.50"), AAMU.id, TODAY, (part(invoice, "125.50"),))
    later.do(payments.record, new)

    require_claims(office)
    require_agreement(later)
    assert balance(office, AccountUse.CUSTOMER_CREDIT) == -12550
    assert balance(later, AccountUse.CUSTOMER_CREDIT) == 0


def test_a_discount_and_its_vat_are_booked_rate_by_rate(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line("1", "500")))

    paid(office, "614.95", part(invoice, "614.95"), part(invoice, "12.55", Closing.EARLY))

    assert left_of(office, invoice) == eur("0")
    assert balance(office, AccountUse.CASH_DISCOUNT) == 1000
    assert balance(office, AccountUse.OUTPUT_VAT) == -12750 + 255
    require_agreement(office)


def test_interest_and_fees_of_a_reminder_are_booked_when_they_are_paid(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line("1", "1000", "zero")))
    charges = (charge(ChargeKind.INTEREST, "12.95"), charge(ChargeKind.FEE, "40"))

    paid(office, "1052.95", part(invoice, "1000"), charges=charges)

    assert balance(office, AccountUse.INTEREST_INCOME) == -1295
    assert balance(office, AccountUse.REMINDER_FEES) == -4000
    require_agreement(office)


def test_tax_withheld_is_a_claim_on_the_state(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line("1", "10000", "zero")))

    paid(office, "9700", part(invoice, "9700"), part(invoice, "300", Closing.WITHHELD))

    assert balance(office, AccountUse.WITHHELD) == 30000
    assert left_of(office, invoice) == eur("0")
    require_agreement(office)


def test_a_cent_of_rounding_closes_an_invoice(office: Office) -> None:
    invoice = issued(office)

    paid(office, "125.49", part(invoice, "125.49"), part(invoice, "0.01", Closing.ROUNDING))

    assert balance(office, AccountUse.ROUNDING) == 1
    require_agreement(office)


def test_a_loss_takes_its_vat_back_in_finland(office: Office) -> None:
    invoice = issued(office)

    office.do(payments.write_off, invoice.id, "Bankrupt")

    assert balance(office, AccountUse.BAD_DEBT) == 10000
    assert balance(office, AccountUse.OUTPUT_VAT) == 0
    require_agreement(office)


def test_a_loss_that_is_undone_is_a_claim_again(office: Office) -> None:
    invoice = issued(office)
    lost = office.do(payments.write_off, invoice.id, "Bankrupt", eur("100")).result

    office.do(payments.undo, lost.id)

    assert left_of(office, invoice) == eur("125.50")
    assert balance(office, AccountUse.BAD_DEBT) == 0
    require_agreement(office)
    with pytest.raises(AlreadyUndone):
        office.do(payments.undo, lost.id)


def test_a_loss_needs_its_reason_and_no_more_than_is_open(office: Office) -> None:
    invoice = issued(office)

    with pytest.raises(Invalid):
        office.do(payments.write_off, invoice.id, " ")
    with pytest.raises(MoreThanOpen):
        office.do(payments.write_off, invoice.id, "Lost", eur("125.51"))
    with pytest.raises(OtherCurrency):
        office.do(payments.write_off, invoice.id, "Lost", Money(1, "USD"))
    with pytest.raises(NothingOpen):
        office.do(payments.write_off, drafted(office).id, "Lost")
    require_agreement(office)


def test_a_reversal_books_the_opposite_and_opens_the_invoice(office: Office) -> None:
    invoice = issued(office)
    payment = paid(office, "150", part(invoice, "125.50"))
    later = at(office, LATER)

    after = later.do(payments.reverse, payment.id, "Wrong customer").result

    assert (after.state, after.reversed_on) == (PaymentState.REVERSED, LATER)
    assert left_of(office, invoice) == eur("125.50")
    require_agreement(later)
    require_claims(office)
    with pytest.raises(PaymentReversed):
        later.do(payments.reverse, payment.id, "Again")


def test_a_reversal_takes_back_all_that_the_payment_closed(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line("1", "500")))
    parts = (part(invoice, "614.95"), part(invoice, "12.55", Closing.EARLY))
    payment = paid(office, "614.95", *parts)
    seen = office.ask(payments.seen, payment.id)
    office.do(payments.undo, seen.settlements[0].allocation.id)

    office.do(payments.reverse, payment.id, "Wrong customer")

    assert left_of(office, invoice) == eur("627.50")
    assert balance(office, AccountUse.BANK) == balance(office, AccountUse.CASH_DISCOUNT) == 0
    require_agreement(office)


def test_a_reversal_is_not_older_than_what_it_takes_back(office: Office) -> None:
    later = at(office, LATER)
    payment = paid(later, "100")

    with pytest.raises(Invalid) as refused:
        later.do(payments.reverse, payment.id, "Wrong", TODAY)

    assert [one.code for one in refused.value.problems] == ["payments.day-too-early"]


def test_an_allocation_that_is_undone_leaves_its_money_as_credit(office: Office) -> None:
    invoice = issued(office)
    payment = paid(office, "125.50", part(invoice, "125.50"))
    (settled,) = office.ask(open_items.settlements, invoice.id)

    office.do(payments.undo, settled.allocation.id)

    assert left_of(office, invoice) == eur("125.50")
    assert office.ask(payments.get, payment.id).open == eur("125.50")
    require_agreement(office)


def test_a_credit_note_is_set_off_against_an_invoice(office: Office) -> None:
    invoice, note = issued(office), credited(office, "40")

    office.do(payments.offset, invoice.id, note.id, eur("50.20"))

    assert left_of(office, invoice) == eur("75.30")
    assert left_of(office, note) == eur("0")
    require_agreement(office)
    with pytest.raises(MoreThanOpen):
        office.do(payments.offset, invoice.id, note.id, eur("1"))
    with pytest.raises(NothingOpen):
        office.do(payments.offset, note.id, invoice.id, eur("1"))


def test_a_credit_note_is_paid_back(office: Office) -> None:
    note = credited(office)

    payment = office.do(
        payments.refund, NewPayment(eur("125.50"), AAMU.id, parts=(part(note, "125.50"),))
    ).result

    assert sides_of(office, payment) == [("1910", -12550), ("1700", 12550)]
    assert left_of(office, note) == eur("0")
    require_agreement(office)


def test_a_credit_is_paid_back_and_its_payment_stays_until_the_refund_goes(office: Office) -> None:
    payment = paid(office, "100")

    back = NewPayment(eur("60"), AAMU.id, parts=(given_back(payment.id, "60"),))
    refund = office.do(payments.refund, back).result

    assert office.ask(payments.get, payment.id).open == eur("40")
    require_agreement(office)
    with pytest.raises(Refunded):
        office.do(payments.reverse, payment.id, "Wrong")
    office.do(payments.reverse, refund.id, "Bounced")
    assert office.ask(payments.get, payment.id).open == eur("100")
    require_agreement(office)
    office.do(payments.reverse, payment.id, "Wrong")
    require_agreement(office)


def test_the_settling_of_a_refund_is_not_undone_alone(office: Office) -> None:
    payment = paid(office, "100")
    back = NewPayment(eur("60"), AAMU.id, parts=(given_back(payment.id, "60"),))
    refund = office.do(payments.refund, back).result
    (settled,) = office.ask(payments.seen, refund.id).settlements

    with pytest.raises(Refunded):
        office.do(payments.undo, settled.allocation.id)


def test_payments_are_found_by_number_amount_and_reference(office: Office) -> None:
    payment = paid(office, "86.56", reference="RF33 2348236")

    for words in (payment.number, "86,56", "RF332348236"):
        hits = office.ask(search.find, words)
        assert [(hit.kind, hit.entity_id) for hit in hits] == [("payment", payment.id)]


def test_the_list_of_payments_is_narrowed_to_what_has_a_rest(office: Office) -> None:
    invoice = issued(office)
    whole = paid(office, "125.50", part(invoice, "125.50"))
    rest = paid(office, "10")

    assert list(office.ask(payments.spine, View(only=("credit",)))) == [rest.id]
    assert [row.id for row in office.ask(payments.first, View(), 9)] == [rest.id, whole.id]
    assert office.ask(payments.counts)["recorded"] == 2


def test_a_reference_in_any_form_proposes_its_invoice(office: Office) -> None:
    invoice = issued(office)

    for written in (invoice.reference, "RF85 2026 0001 7", "0000202600017"):
        found = office.ask(payments.propose, Incoming(eur("125.50"), TODAY, written))
        assert (found.why, found.contact_id) == (Why.REFERENCE, AAMU.id)
        assert [one.part.invoice_id for one in found.parts] == [invoice.id]


def test_a_name_on_a_statement_finds_its_customer(office: Office) -> None:
    invoice = issued(office)

    incoming = Incoming(eur("125.50"), TODAY, "", None, "KAHVILA AAMU OY")

    found = office.ask(payments.propose, incoming)
    assert [one.part.invoice_id for one in found.parts] == [invoice.id]


def test_a_payment_of_an_older_office_gets_its_accounts_from_the_country(office: Office) -> None:
    with office.database.write() as unit:
        chart = {one.number: one for one in unit.ledger.accounts()}
        unit.ledger.remove_account(chart["2855"])
        bare = replace(chart["3510"], use=None, version=2)
        unit.ledger.save_account(chart["3510"], bare)
        unit.changes.taken()
    invoice = issued(office)

    paid(office, "10")
    office.do(payments.write_off, invoice.id, "Bankrupt")

    assert balance(office, AccountUse.CUSTOMER_CREDIT) == -1000
    assert balance(office, AccountUse.BAD_DEBT) == 10000
    require_agreement(office)
