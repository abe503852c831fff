"""Interest and fees of reminders: booked only when they are paid, and owed again when reversed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.payments.payment import ChargeKind, NewPayment, Part
from app.domain.payments.proposing import Incoming, Proposal, Why
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Invalid
from app.services import payments, reminder_issuing, reminders
from app.services.office import Office
from app.storage.database import Database
from tests.paying import balance, charge, eur, paid, part, require_agreement
from tests.reminding import TERMS, an_owed_office, claimed, due, prepared, run_on
from tests.trade import AAMU, at

RUN_DAY = date(2026, 3, 1)
PAID_ON = date(2026, 3, 5)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def reminded(office: Office, gross: str = "1000") -> tuple[InvoiceId, str]:
    """Remind of an invoice at level 2; return it and the reference of the letter."""
    invoice = due(office, gross, date(2026, 1, 15))
    run = prepared(office, RUN_DAY, TERMS)
    later = at(office, RUN_DAY)
    (letter,) = later.ask(reminders.letters, run.id)
    later.do(reminders.set_level, (letter.id,), 2)
    later.run(reminder_issuing.issue, run.id)
    (letter,) = later.ask(reminders.letters, run.id)
    return invoice.id, letter.reference


def proposed(office: Office, amount: str, reference: str = "") -> Proposal:
    incoming = Incoming(eur(amount), PAID_ON, reference, None if reference else AAMU.id)
    return office.ask(payments.propose, incoming)


def charges(found: Proposal) -> list[tuple[ChargeKind, int]]:
    return [(one.kind, one.amount.minor) for one in found.charges]


def taken(office: Office, found: Proposal) -> NewPayment:
    return NewPayment(
        found.amount,
        found.contact_id,
        PAID_ON,
        tuple(one.part for one in found.parts),
        found.charges,
    )


def test_journey_9_books_interest_and_fee_with_the_payment(office: Office) -> None:
    _invoice, reference = reminded(office)
    later = at(office, PAID_ON)
    assert balance(later, AccountUse.INTEREST_INCOME) == 0

    found = proposed(later, "1052.95", reference)
    later.do(payments.record, taken(later, found))

    assert charges(found) == [(ChargeKind.INTEREST, 1295), (ChargeKind.FEE, 4000)]
    assert [one.part.amount for one in found.parts] == [eur("1000")]
    assert found.rest == eur("0")
    assert balance(later, AccountUse.INTEREST_INCOME) == -1295
    assert balance(later, AccountUse.REMINDER_FEES) == -4000
    require_agreement(later)


def test_a_reference_without_an_amount_asks_for_the_whole_letter(office: Office) -> None:
    _invoice, reference = reminded(office)

    found = proposed(at(office, PAID_ON), "0", reference)

    assert (found.amount, found.why) == (eur("1052.95"), Why.REFERENCE)


def test_too_little_money_goes_to_interest_then_principal_then_fee_in_finland(
    office: Office,
) -> None:
    invoice, reference = reminded(office)
    later = at(office, PAID_ON)

    found = proposed(later, "1000", reference)
    later.do(payments.record, taken(later, found))

    assert charges(found) == [(ChargeKind.INTEREST, 1295)]
    assert [one.part.amount for one in found.parts] == [eur("987.05")]
    left = claimed(later, invoice)
    assert (left.interest.minor, left.fee.minor) == (0, 4000)


def test_what_is_left_of_claims_is_proposed_after_the_invoice_is_settled(office: Office) -> None:
    invoice, reference = reminded(office)
    later = at(office, PAID_ON)
    paid(later, "1000", part(invoice, "1000"))

    found = proposed(later, "52.95", reference)

    assert found.parts == ()
    assert charges(found) == [(ChargeKind.INTEREST, 1295), (ChargeKind.FEE, 4000)]
    assert found.contact_id == AAMU.id


def test_charges_written_by_hand_pay_the_claims_of_the_invoice(office: Office) -> None:
    invoice, _reference = reminded(office)
    later = at(office, PAID_ON)

    payment = paid(
        later,
        "1060",
        part(invoice, "1000"),
        charges=(charge(ChargeKind.INTEREST, "12.95"), charge(ChargeKind.FEE, "47.05")),
    )

    assert [(one.amount, one.invoice_id) for one in payment.charges] == [
        (eur("12.95"), invoice),
        (eur("40"), invoice),
        (eur("7.05"), None),
    ]
    assert claimed(later, invoice).total == eur("0")


def test_a_reversed_payment_owes_its_interest_and_fee_again(office: Office) -> None:
    invoice, reference = reminded(office)
    later = at(office, PAID_ON)
    payment = later.do(payments.record, taken(later, proposed(later, "1052.95", reference))).result

    later.do(payments.reverse, payment.id, "Bounced")

    left = claimed(later, invoice)
    assert (left.interest.minor, left.fee.minor) == (1295, 4000)
    assert balance(later, AccountUse.INTEREST_INCOME) == 0
    assert balance(later, AccountUse.REMINDER_FEES) == 0
    require_agreement(later)


def test_paid_interest_is_not_claimed_by_the_next_reminder(office: Office) -> None:
    invoice, _reference = reminded(office)
    later = at(office, PAID_ON)
    paid(later, "12.95", charges=(charge(ChargeKind.INTEREST, "12.95"),))

    (letter,) = run_on(office, date(2026, 3, 15))

    (item,) = letter.reminded
    assert (item.interest_minor, item.fee_minor) == (1697 - 1295, 4000)
    assert claimed(at(office, date(2026, 3, 15)), invoice).interest == eur("4.02")


def test_a_letter_over_several_invoices_is_paid_by_its_own_reference(office: Office) -> None:
    first = due(office, "1000", date(2026, 1, 15))
    second = due(office, "500", date(2026, 1, 15))
    (letter,) = run_on(office, RUN_DAY)
    later = at(office, PAID_ON)

    found = proposed(later, "0", letter.reference)

    assert letter.reference not in {first.reference, second.reference}
    assert found.amount == Money(letter.total_minor, "EUR")
    assert [one.number for one in found.parts] == [first.number, second.number]
    assert sum(one.amount.minor for one in found.charges) == letter.interest_minor


def test_a_charge_of_a_document_that_is_none_is_refused(office: Office) -> None:
    strange = replace(charge(ChargeKind.FEE, "5"), invoice_id=InvoiceId(99))
    new = NewPayment(eur("5"), AAMU.id, charges=(strange,), parts=())

    with pytest.raises(Invalid) as refused:
        at(office, PAID_ON).do(payments.record, new)

    assert [one.field for one in refused.value.problems] == ["charges.0.invoice_id"]
    assert Part(eur("1")).invoice_id is None
