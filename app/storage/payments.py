"""Payments and allocations: written once; later only reversed, undone, or their rest counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    and_,
    func,
    or_,
    select,
    update,
)

from app.domain.payments.payment import (
    Charge,
    Closing,
    NewPayment,
    Payment,
    PaymentState,
)
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import (
    AccountId,
    ContactId,
    EntryId,
    PaymentId,
)
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.invoice_tables import exchange_of, exchange_row
from app.storage.lists import slices
from app.storage.payment_tables import allocation, payment
from app.storage.sorting import dictionary_key, home_of
from app.storage.types import Rows


class PaymentStore:
    """Reads and writes payments on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, payment_id: PaymentId) -> Payment:
        """Return a payment; raises NotFound."""
        found = self.get_all((payment_id,))
        if payment_id not in found:
            raise NotFound(record="payment", id=payment_id)
        return found[payment_id]

    def get_all(self, ids: Collection[PaymentId]) -> dict[PaymentId, Payment]:
        """Return these payments by their ids; what is not there is left out."""
        found: dict[PaymentId, Payment] = {}
        for group in slices(ids):
            rows = self._connection.execute(select(payment).where(payment.c.id.in_(group)))
            found.update((PaymentId(row.id), _payment(row)) for row in rows)
        return found

    def add(self, new: Payment) -> None:
        """Write a new payment."""
        key = dictionary_key(new.payer, home_of(self._connection).country)
        self._connection.execute(payment.insert(), _row(new) | {"payer_key": key})
        self._changes.note(f"payment:{new.id}", None, new)

    def save(self, before: Payment, after: Payment) -> None:
        """Write another rest, or the reversal; raises Conflict when it was changed since."""
        same = (payment.c.id == before.id, payment.c.version == before.version)
        values = {
            "version": after.version,
            "state": after.state,
            "open_minor": after.open.minor,
            "reversed_on": after.reversed_on,
            "reason": after.reason,
        }
        if self._connection.execute(update(payment).where(*same).values(values)).rowcount != 1:
            raise Conflict(record="payment", id=after.id)
        self._changes.note(f"payment:{after.id}", before, after)

    def of_contact(self, contact_id: ContactId) -> tuple[Payment, ...]:
        """Return every payment of a contact, the oldest first."""
        wanted = select(payment).where(payment.c.contact_id == contact_id)
        rows = self._connection.execute(wanted.order_by(payment.c.paid_on, payment.c.id))
        return tuple(map(_payment, rows))

    def credits_of(self, contact_id: ContactId) -> tuple[Payment, ...]:
        """Return the payments of a contact that are not wholly allocated, the oldest first."""
        wanted = select(payment).where(payment.c.contact_id == contact_id, payment.c.open_minor > 0)
        rows = self._connection.execute(wanted.order_by(payment.c.paid_on, payment.c.id))
        return tuple(map(_payment, rows))

    def credits(self) -> dict[str, int]:
        """Return what of all payments is not allocated, by currency."""
        wanted: Rows = select(payment.c.currency, func.sum(payment.c.open_minor)).group_by(
            payment.c.currency
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(wanted)}

    def alike(self, new: NewPayment) -> str:
        """Return the number of a payment of the same day, amount and customer, or an empty text."""
        wanted = select(payment.c.number).where(
            payment.c.paid_on == new.paid_on,
            payment.c.amount_minor == new.amount.minor,
            payment.c.currency == new.amount.currency,
            payment.c.direction == new.direction,
            payment.c.reference == new.reference,
            payment.c.contact_id.is_not_distinct_from(new.contact_id),
            payment.c.state == PaymentState.RECORDED,
        )
        return self._connection.scalar(wanted.limit(1)) or ""

    def differences(self) -> Iterator[str]:
        """Yield the number of each payment whose rest is not what its allocations leave."""
        taken = and_(
            allocation.c.undone_on.is_(None),
            allocation.c.closing.in_((Closing.PAYMENT, Closing.REFUND)),
            or_(allocation.c.payment_id == payment.c.id, allocation.c.refund_id == payment.c.id),
        )
        used = (
            select(func.coalesce(func.sum(allocation.c.amount_minor), 0))
            .where(taken)
            .scalar_subquery()
        )
        for row in self._connection.execute(select(payment, used.label("used"))):
            one = _payment(row)
            charged = sum(charge.amount.minor for charge in one.charges)
            is_live = one.state is PaymentState.RECORDED
            rest = one.amount.minor - charged - row.used if is_live else 0
            if one.open.minor != rest:
                yield one.number


def _payment(row: Row[Any]) -> Payment:
    charges: tuple[Charge, ...] = parsed(tuple[Charge, ...], row.charges)
    return Payment(
        id=PaymentId(row.id),
        version=row.version,
        state=row.state,
        number=row.number,
        direction=row.direction,
        contact_id=None if row.contact_id is None else ContactId(row.contact_id),
        payer=row.payer,
        paid_on=row.paid_on,
        amount=Money(row.amount_minor, row.currency),
        account_id=AccountId(row.account_id),
        entry_id=EntryId(row.entry_id),
        open=Money(row.open_minor, row.currency),
        reference=row.reference,
        text=row.text,
        charges=charges,
        reversed_on=row.reversed_on,
        reason=row.reason,
        exchange=exchange_of(row),
    )


def _row(one: Payment) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "number": one.number,
        "direction": one.direction,
        "contact_id": one.contact_id,
        "payer": one.payer,
        "paid_on": one.paid_on,
        "currency": one.amount.currency,
        "amount_minor": one.amount.minor,
        "open_minor": one.open.minor,
        "account_id": one.account_id,
        "entry_id": one.entry_id,
        "reference": one.reference,
        "text": one.text,
        "charges": plain(one.charges),
        "reversed_on": one.reversed_on,
        "reason": one.reason,
        **exchange_row(one.exchange),
    }
