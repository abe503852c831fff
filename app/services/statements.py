"""Statements of account and lists of open items: as rows, as PDF, as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.pdf.render import render
from app.documents.statements import (
    Addressed,
    describe_open_items,
    describe_statement,
    movement_text,
)
from app.domain.invoices.layout import PaperKind
from app.domain.payments.open_item import OpenItem, aged
from app.domain.payments.statement import Dealings, Statement, movements_of, statements
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.dressing import Wardrobe
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.PAYMENTS_READ)
def statement(
    desk: Desk, contact: ContactId, first: date, last: date | None = None
) -> tuple[Statement, ...]:
    """Return what moved between us and a customer in some days, for each currency."""
    days = (first, last or desk.today)
    dealings = Dealings(
        desk.store.open_items.issued_to(contact),
        desk.store.payments.of_contact(contact),
        desk.store.allocations.settled_of(contact),
    )
    items = desk.store.open_item_lists.as_of(days[1], contact)
    return statements(contact, days, movements_of(contact, dealings), items)


@query(Permission.PAYMENTS_READ)
def statement_page(
    desk: Desk, contact: ContactId, first: date, last: date | None = None, language: str = ""
) -> bytes:
    """Return a customer's statement as PDF, in its own language if none is named."""
    customer = desk.store.contacts.get(contact)
    imprint = _imprint(desk, language or customer.terms.language)
    found = statement(desk, contact, first, last)
    days = (first, last or desk.today)
    worn = Wardrobe(desk).outfit(PaperKind.STATEMENT, contact)
    to = Addressed(customer, worn.logo, worn.dress)
    return render(describe_statement(to, found, days, imprint))


@query(Permission.PAYMENTS_READ)
def open_items_page(desk: Desk, day: date | None = None, language: str = "") -> bytes:
    """Return what was open at the end of a day as PDF, in the company's language by default."""
    then = day or desk.today
    items = desk.store.open_item_lists.as_of(then)
    imprint = _imprint(desk, language)
    return render(describe_open_items(items, aged(items, then), then, imprint))


@query(Permission.OFFICE_EXPORT)
def export_open_items(
    desk: Desk, target: Path, day: date | None = None, language: str = "", *, replace: bool = False
) -> Exported:
    """Write what was open at the end of a day to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite, TooLong.
    """
    then = day or desk.today
    items = desk.store.open_item_lists.as_of(then)
    rows = _item_rows(items, then, _imprint(desk, language))
    exported = Exported(target, len(items))
    return write_rows(desk.store.company.get(), rows, exported, replace=replace)


@query(Permission.OFFICE_EXPORT)
def export_statement(
    desk: Desk, contact: ContactId, first: date, target: Path, *, replace: bool = False
) -> Exported:
    """Write what moved between us and a customer since a day to a file, as the list is."""
    found = statement(desk, contact, first)
    rows = tuple(_statement_rows(found, _imprint(desk, "")))
    exported = Exported(target, sum(len(one.lines) for one in found))
    return write_rows(desk.store.company.get(), rows, exported, replace=replace)


def _imprint(desk: Desk, language: str) -> Imprint:
    company = desk.store.company.get()
    spoken = language or company.language
    return Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)


def _item_rows(items: tuple[OpenItem, ...], day: date, imprint: Imprint) -> Iterator[Row]:
    say = imprint.say
    yield (
        say("Number"),
        say("Customer"),
        say("Date"),
        say("Due"),
        say("Days late"),
        say("Total"),
        say("Still open"),
        say("Currency"),
        say("Reference"),
    )
    for item in items:
        yield (
            item.number,
            item.customer_name,
            item.issued_on.isoformat(),
            item.due_on.isoformat(),
            Decimal(item.days_late(day)),
            item.amount.amount,
            item.open.amount,
            item.open.currency,
            item.reference,
        )


def _statement_rows(found: tuple[Statement, ...], imprint: Imprint) -> Iterator[Row]:
    say = imprint.say
    yield (
        say("Date"),
        say("Number"),
        say("Description"),
        say("Amount"),
        say("Balance"),
        say("Currency"),
    )
    for one in found:
        yield ("", "", say("Opening balance"), None, _amount(one, one.opening_minor), one.currency)
        for line in one.lines:
            moved = line.movement
            yield (
                moved.day.isoformat(),
                moved.number,
                movement_text(moved, imprint),
                _amount(one, moved.minor),
                _amount(one, line.balance_minor),
                one.currency,
            )


def _amount(one: Statement, minor: int) -> Decimal:
    return Money(minor, one.currency).amount
