"""Open items: kept in the transaction that issues or settles, and counted again by the check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    case,
    func,
    or_,
    select,
    update,
)

from app.domain.invoices.invoice import Kind, State
from app.domain.payments.open_item import (
    Position,
)
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict
from app.storage.deeds import Changes
from app.storage.invoice_tables import invoice
from app.storage.lists import slices
from app.storage.payment_tables import allocation, open_item
from app.storage.types import Rows
from app.storage.upserts import into


class Difference(NamedTuple):
    """A document whose open amount is kept as something else than its allocations leave."""

    invoice_id: int
    number: str


class OpenItemStore:
    """Reads and writes what documents leave open on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, *new: Position) -> None:
        """Write what documents leave open that were just issued."""
        if new:
            self._connection.execute(into(open_item), [_row(one) for one in new])

    def get_all(self, ids: Iterable[InvoiceId]) -> dict[InvoiceId, Position]:
        """Return the positions of these documents; what was never issued has none."""
        found: dict[InvoiceId, Position] = {}
        for group in slices(dict.fromkeys(ids)):
            wanted = select(open_item).where(open_item.c.invoice_id.in_(group))
            for row in self._connection.execute(wanted):
                found[InvoiceId(row.invoice_id)] = Position(*row)
        return found

    def save(self, before: Position, after: Position) -> None:
        """Replace a position; raises Conflict when somebody else settled of it first."""
        same = (
            open_item.c.invoice_id == before.invoice_id,
            open_item.c.open_minor == before.open_minor,
        )
        values = {
            "open_minor": after.open_minor,
            "moved_on": after.moved_on,
            "settled_on": after.settled_on,
        }
        changed = update(open_item).where(*same).values(values)
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="invoice", id=before.invoice_id)
        self._changes.note(f"open-item:{after.invoice_id}", before, after)

    def balances(self, contact: ContactId) -> tuple[Money, ...]:
        """Return what a customer owes now by its documents, in each currency."""
        mine = (open_item.c.customer_id == contact, open_item.c.settled_on.is_(None))
        wanted: Rows = (
            select(open_item.c.currency, func.sum(open_item.c.open_minor))
            .where(*mine)
            .group_by(open_item.c.currency)
            .order_by(open_item.c.currency)
        )
        return tuple(Money(int(row[1]), row[0]) for row in self._connection.execute(wanted))

    def issued_to(self, contact: ContactId) -> tuple[tuple[Position, str], ...]:
        """Return every document that was issued to a customer, with its number."""
        wanted: Rows = (
            select(open_item, func.coalesce(invoice.c.number, "").label("number"))
            .join(invoice, invoice.c.id == open_item.c.invoice_id)
            .where(open_item.c.customer_id == contact)
        )
        rows = self._connection.execute(wanted)
        return tuple((Position(*row[:-1]), row.number) for row in rows)

    def sums(self) -> dict[str, int]:
        """Return what all documents leave open, by currency: what the receivables stand at."""
        wanted: Rows = select(open_item.c.currency, func.sum(open_item.c.open_minor)).group_by(
            open_item.c.currency
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(wanted)}

    def differences(self) -> Iterator[Difference]:
        """Yield each issued document whose open amount is not what its allocations leave."""
        wanted: Rows = (
            select(invoice.c.id, invoice.c.number)
            .outerjoin(open_item, open_item.c.invoice_id == invoice.c.id)
            .where(invoice.c.state == State.ISSUED, or_(*_wrong()))
        )
        for row in self._connection.execute(wanted):
            yield Difference(row.id, row.number)


def _wrong() -> tuple[ColumnElement[bool], ...]:
    """Return what is wrong with an item: missing, another amount, rest or day."""
    live = allocation.c.undone_on.is_(None)
    settled = moved(allocation.c.invoice_id, live) + moved(allocation.c.credit_id, live)
    gross = case(
        (invoice.c.kind == Kind.CREDIT_NOTE, -invoice.c.gross_minor), else_=invoice.c.gross_minor
    )
    return (
        open_item.c.invoice_id.is_(None),
        open_item.c.amount_minor != gross,
        open_item.c.open_minor != open_item.c.amount_minor - sign() * settled,
        (open_item.c.open_minor == 0) != open_item.c.settled_on.is_not(None),
    )


def _row(one: Position) -> dict[str, Any]:
    return {
        "invoice_id": one.invoice_id,
        "customer_id": one.customer_id,
        "currency": one.currency,
        "issued_on": one.issued_on,
        "due_on": one.due_on,
        "amount_minor": one.amount_minor,
        "open_minor": one.open_minor,
        "moved_on": one.moved_on,
        "settled_on": one.settled_on,
    }


def moved(place: ColumnElement[Any], *kept: ColumnElement[bool]) -> ColumnElement[int]:
    """Return what allocations that name a document here have settled of it."""
    found: ScalarSelect[Any] = (
        select(func.sum(allocation.c.amount_minor))
        .where(place == open_item.c.invoice_id, *kept)
        .correlate(open_item)
        .scalar_subquery()
    )
    return func.coalesce(found, 0)


def sign() -> ColumnElement[int]:
    """Return 1 for a claim and -1 for what is given back."""
    return case((open_item.c.amount_minor < 0, -1), else_=1)
