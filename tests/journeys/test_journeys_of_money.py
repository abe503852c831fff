"""Journeys 7, 9 and 15, as far as money that customers pay goes, to the cent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.contacts.form import form_of
from app.domain.invoices.standing import Standing, standing_of
from app.domain.payments.payment import ChargeKind, Closing, NewPayment
from app.domain.payments.proposing import Incoming
from app.domain.shared.early import EarlyPayment
from app.domain.shared.quantities import Rate
from app.outside.clock import FixedClock
from app.services import contacts, invoices, payments
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import balance, charge, eur, paid, part, require_agreement
from tests.trade import AAMU, a_content, a_written_line, at, issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def received(office: Office, amount: str, reference: str) -> None:
    """Record what came in as it is proposed."""
    incoming = Incoming(eur(amount), TODAY, reference)
    found = office.ask(payments.propose, incoming)
    parts = tuple(one.part for one in found.parts)
    new = NewPayment(incoming.amount, found.contact_id, TODAY, parts, reference=reference)
    office.do(payments.record, new)


def test_journey_7_two_payments_settle_one_invoice_by_both_forms_of_its_reference(
    office: Office,
) -> None:
    invoice = issued(office, journey_6_content())

    received(office, "300.00", "2026 00017")

    (row,) = office.ask(invoices.rows, (invoice.id,))
    assert (row.open_minor, standing_of(row, TODAY)) == (38656, Standing.PARTLY_PAID)
    received(office, "386.56", "RF85 2026 0001 7")
    (row,) = office.ask(invoices.rows, (invoice.id,))
    assert (row.open_minor, standing_of(row, TODAY)) == (0, Standing.SETTLED)
    require_agreement(office)


def test_journey_9_interest_and_fee_are_booked_with_the_payment(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line("1", "1000", "zero")))
    charges = (charge(ChargeKind.INTEREST, "12.95"), charge(ChargeKind.FEE, "40.00"))

    assert balance(office, AccountUse.INTEREST_INCOME) == 0
    paid(office, "1052.95", part(invoice, "1000.00"), charges=charges)

    assert balance(office, AccountUse.INTEREST_INCOME) == -1295
    assert balance(office, AccountUse.REMINDER_FEES) == -4000
    require_agreement(office)


@pytest.mark.parametrize(("days", "kept"), [(9, "12.55"), (11, None)])
def test_journey_15_whoever_pays_in_time_keeps_two_per_cent_with_its_vat(
    office: Office, days: int, kept: str | None
) -> None:
    terms = replace(AAMU.terms, early=EarlyPayment(10, Rate(Decimal(2))))
    form = form_of(replace(AAMU, terms=terms))
    office.do(contacts.change, AAMU.id, AAMU.version, form)
    issued(office, a_content(a_written_line("1", "500")))
    later = at(office, TODAY + timedelta(days=days))

    found = later.ask(payments.propose, Incoming(eur("614.95"), later.clock.today(), "", AAMU.id))

    closed = {one.part.closing: one.part.amount for one in found.parts}
    assert closed.get(Closing.EARLY) == (eur(kept) if kept else None)
    assert closed[Closing.PAYMENT] == eur("614.95")
