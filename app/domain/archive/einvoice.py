"""An e-invoice that somebody sent us: what its XML says, in whichever standard it says it.

Nothing is computed here: every figure is the sender's, and what the sender left out stays out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Standard(Enum):
    """How the XML is written."""

    UBL = "UBL"
    CII = "CII"
    FINVOICE = "Finvoice"


@dataclass(frozen=True, slots=True)
class EParty:
    """The seller or the buyer, with its address as lines and its numbers as they are written."""

    name: str = ""
    lines: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ELine:
    """A line: what, how much of it, for what, at which tax."""

    text: str
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    tax_percent: Decimal | None = None
    net: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ETax:
    """The tax at one rate, and what it is on."""

    percent: Decimal | None
    base: Decimal | None
    amount: Decimal | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EPayment:
    """Where and how to pay."""

    account: str = ""
    bank: str = ""
    reference: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True)
class ETotals:
    """The sums as the sender wrote them."""

    net: Decimal | None = None
    tax: Decimal | None = None
    gross: Decimal | None = None
    payable: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EInvoice:
    """Everything that a reader needs of an e-invoice."""

    standard: Standard
    number: str
    is_credit: bool
    issued_on: date | None
    due_on: date | None
    currency: str
    seller: EParty
    buyer: EParty
    lines: tuple[ELine, ...] = ()
    taxes: tuple[ETax, ...] = ()
    totals: ETotals = ETotals()
    payment: EPayment = EPayment()
    order: str = ""
    buyer_reference: str = ""
    note: str = ""
