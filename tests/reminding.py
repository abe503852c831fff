"""Reminders to test with: overdue invoices of Kahvila Aamu, runs over them, and what they claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import Invoice
from app.domain.payments.claims import Claim
from app.domain.reminders.run import Reminder, ReminderRun, RunTerms
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.outside.clock import FixedClock
from app.services import reminder_issuing, reminders
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.trade import AAMU, a_content, a_written_line, at, issued, opened_books

TERMS = RunTerms(grace_days=7, between_days=14, pay_days=7, agreed=Rate(Decimal("10.5")))
"""What journey 9 agrees on: 10.5 % a year; fees as the law has them."""


def due(office: Office, gross: str, due_on: date, customer: ContactId = AAMU.id) -> Invoice:
    """Issue an invoice over an amount without VAT, due on a day: two weeks after its own."""
    content = a_content(line_of(gross), customer_id=customer)
    earlier = at(office, due_on.replace(day=1) if due_on.day > 14 else due_on)
    return issued(earlier, replace(content, terms_days=(due_on - earlier.clock.today()).days))


def line_of(gross: str) -> DraftLine:
    """Return a line whose amount has no VAT in it."""
    line = a_written_line("1", gross, "zero")
    return replace(line, quantity=Quantity(Decimal(1)), price=UnitPrice(Decimal(gross)))


def prepared(office: Office, day: date, terms: RunTerms = TERMS) -> ReminderRun:
    """Prepare a run of a day on that day."""
    return at(office, day).do(reminders.prepare, day, terms).result


def run_on(office: Office, day: date, terms: RunTerms = TERMS) -> tuple[Reminder, ...]:
    """Prepare and issue a run of a day, and return its letters."""
    run = prepared(office, day, terms)
    later = at(office, day)
    later.run(reminder_issuing.issue, run.id)
    return later.ask(reminders.letters, run.id)


def claimed(office: Office, invoice_id: InvoiceId) -> Claim:
    """Return what is claimed of an invoice beside its amount and is not paid."""
    with office.database.read() as unit:
        return unit.standings.get(invoice_id).claim("EUR")


def lines(letter: Reminder) -> list[tuple[str, int, int, int]]:
    """Return what a letter reminds of: number, open, interest, fee."""
    return [
        (one.number, one.open_minor, one.interest_minor, one.fee_minor) for one in letter.reminded
    ]


def an_owed_office(database: Database) -> Office:
    """Return an office that can trade, on the first day of 2026."""
    opened = Office(database, FixedClock(date(2026, 1, 1)), Actor("Maija"))
    opened_books(opened, today=date(2026, 1, 1))
    return opened
