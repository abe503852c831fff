"""Allocations: which payment or credit note settles how much of which document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.payments.payment import Closing
from app.domain.shared.ids import AllocationId, EntryId, InvoiceId, PaymentId
from app.domain.shared.money import Money
from app.domain.shared.refusals import IllegalTransition


class AlreadyUndone(IllegalTransition):
    """The allocation was undone before."""

    code = "payments.already-undone"


@dataclass(frozen=True, slots=True)
class Allocation:
    """An amount that settles a document, wholly or in part, on a day.

    Of a payment (``payment_id``), of a credit note (``credit_id``), or of neither where it was
    written off. A refund of a payment's credit names both payments and no document. ``entry_id``
    is what was booked for it alone; ``undone_on`` the day from which it does not count.
    """

    id: AllocationId
    payment_id: PaymentId | None
    invoice_id: InvoiceId | None
    credit_id: InvoiceId | None
    refund_id: PaymentId | None
    closing: Closing
    amount: Money
    booked_on: date
    entry_id: EntryId | None = None
    undone_on: date | None = None

    @property
    def is_live(self) -> bool:
        """Say whether it still counts."""
        return self.undone_on is None

    @property
    def takes_money(self) -> bool:
        """Say whether it takes from the amount of its payment."""
        return self.closing in {Closing.PAYMENT, Closing.REFUND}

    def undone(self, on: date) -> Allocation:
        """Return the allocation undone; raises AlreadyUndone."""
        if not self.is_live:
            raise AlreadyUndone(day=self.undone_on)
        return replace(self, undone_on=on)


@dataclass(frozen=True, slots=True)
class Settlement:
    """One line of what settled a document or what a payment settled, with the names of both."""

    allocation: Allocation
    payment_number: str = ""
    document_number: str = ""
    credit_number: str = ""

    @property
    def id(self) -> AllocationId:
        """The allocation's id: a list knows its rows by it."""
        return self.allocation.id
