"""Payments: money that came in or went out, recorded once and corrected only by its reversal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.accounting.exchange import Exchange
from app.domain.shared.ids import AccountId, ContactId, EntryId, InvoiceId, PaymentId
from app.domain.shared.money import Money, total, zero
from app.domain.shared.paging import View
from app.domain.shared.refusals import IllegalTransition


class PaymentReversed(IllegalTransition):
    """The payment was reversed: nothing more can be done with it."""

    code = "payments.reversed"


class PaymentState(Enum):
    """Where a payment stands (DOMAIN: recorded→reversed); how much is allocated is derived."""

    RECORDED = "recorded"
    REVERSED = "reversed"


class Direction(Enum):
    """Whether money came in, or went back to a customer."""

    IN = "in"
    OUT = "out"


class ChargeKind(Enum):
    """What a payer pays beyond the documents."""

    INTEREST = "interest"
    FEE = "fee"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Charge:
    """A part of a payment that is interest, a fee of reminders, or a difference of rounding.

    ``invoice_id`` is the invoice for which a reminder claimed it.
    """

    kind: ChargeKind
    amount: Money
    invoice_id: InvoiceId | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received or paid back; ``number`` is its own, ``entry_id`` what was booked for it.

    ``open`` is what is not allocated: it is the customer's credit. ``reversed_on`` and ``reason``
    are those of its reversal, ``exchange`` the rate of money of another currency.
    """

    id: PaymentId
    version: int
    state: PaymentState
    number: str
    direction: Direction
    contact_id: ContactId | None
    payer: str
    paid_on: date
    amount: Money
    account_id: AccountId
    entry_id: EntryId
    open: Money
    reference: str = ""
    text: str = ""
    charges: tuple[Charge, ...] = ()
    reversed_on: date | None = None
    reason: str = ""
    exchange: Exchange | None = None

    def require_recorded(self) -> None:
        """Raise PaymentReversed unless the payment still counts."""
        if self.state is not PaymentState.RECORDED:
            raise PaymentReversed(number=self.number, day=self.reversed_on)

    def reversed(self, on: date, reason: str) -> Payment:
        """Return the reversed payment; raises PaymentReversed."""
        self.require_recorded()
        return replace(
            self,
            state=PaymentState.REVERSED,
            version=self.version + 1,
            open=zero(self.amount.currency),
            reversed_on=on,
            reason=reason,
        )

    def left(self, open_: Money) -> Payment:
        """Return the payment with another rest; raises PaymentReversed."""
        self.require_recorded()
        return replace(self, version=self.version + 1, open=open_)


class Closing(Enum):
    """How an amount of a document is settled."""

    PAYMENT = "payment"
    CREDIT = "credit"
    EARLY = "early"
    WRITE_OFF = "write-off"
    WITHHELD = "withheld"
    ROUNDING = "rounding"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Part:
    """An amount that a payment is to settle: of a document, or of an earlier payment's credit.

    ``closing`` says how: by the money itself, or beside it as a discount, a loss, a tax withheld
    or a difference of rounding.
    """

    amount: Money
    invoice_id: InvoiceId | None = None
    closing: Closing = Closing.PAYMENT
    payment_id: PaymentId | None = None


@dataclass(frozen=True, slots=True)
class NewPayment:
    """A payment as a clerk writes it; an account left out is the bank, a day left out today.

    ``rate`` is what one unit of its currency is in the company's; left out it is the known one of
    the day. ``exchange`` is found by it; a payment of documents from before rates were frozen
    (``is_older``) has none.
    """

    amount: Money
    contact_id: ContactId | None = None
    paid_on: date | None = None
    parts: tuple[Part, ...] = ()
    charges: tuple[Charge, ...] = ()
    direction: Direction = Direction.IN
    account_id: AccountId | None = None
    reference: str = ""
    text: str = ""
    rate: Decimal | None = None
    exchange: Exchange | None = None
    is_older: bool = False

    @property
    def used(self) -> Money:
        """What of the money its parts and charges use."""
        by_money = (
            part.amount for part in self.parts if part.closing in {Closing.PAYMENT, Closing.REFUND}
        )
        return total((*by_money, *(charge.amount for charge in self.charges)), self.amount.currency)

    @property
    def rest(self) -> Money:
        """What stays as the customer's credit."""
        return self.amount - self.used


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One row of the list of payments; ``amount_minor`` and ``open_minor`` are positive."""

    id: PaymentId
    state: PaymentState
    direction: Direction
    number: str
    payer: str
    paid_on: date
    currency: str
    amount_minor: int
    open_minor: int
    reference: str


class PaymentSort(Enum):
    """What the list of payments can be sorted by."""

    PAID_ON = "paid_on"
    NUMBER = "number"
    PAYER = "payer"
    AMOUNT = "amount"


class PaymentsShown(Enum):
    """What the list of payments can be narrowed to."""

    RECORDED = "recorded"
    CREDIT = "credit"
    REVERSED = "reversed"


NEWEST_PAYMENTS = View(sort=PaymentSort.PAID_ON.value, is_descending=True)
