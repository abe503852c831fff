"""An e-invoice to be sent: the semantic model of EN 16931, complete and without a syntax.

Writers put it into words of XML and compute nothing; BT and BG are the standard's own terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.shared.eformats import EFormat
from app.domain.shared.endpoints import EMAIL
from app.domain.shared.money import Money
from app.domain.shared.vat import Category


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom to ask (BG-6, BG-9): contact point (BT-41), telephone (BT-42), e-mail (BT-43)."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Seller (BG-4) or buyer (BG-7).

    ``name`` BT-27/44; ``address`` BG-5/8; ``number`` BT-46, the customer's with us; ``legal_id``
    BT-30/47 with its ISO 6523 scheme; ``vat_id`` BT-31/48 with its country; ``tax_number`` BT-32;
    ``endpoint`` BT-34/49 with its EAS scheme; ``operator`` carries e-invoices to it (Finland);
    ``branch`` is the five digits of Thailand.
    """

    name: str
    address: Address = Address()
    number: str = ""
    legal_id: str = ""
    legal_scheme: str = ""
    vat_id: str = ""
    tax_number: str = ""
    endpoint: str = ""
    endpoint_scheme: str = ""
    operator: str = ""
    branch: str = ""
    reach: Reach = Reach()

    @property
    def is_carried(self) -> bool:
        """Say whether operators carry e-invoices to it: at an address that is no e-mail."""
        return bool(self.operator and self.endpoint) and self.endpoint_scheme != EMAIL


@dataclass(frozen=True, slots=True)
class Span:
    """Days from and to (BG-14: BT-73, BT-74; BG-26: BT-134, BT-135); one may be open."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An allowance or a charge of a line (BG-27, BG-28) or of the document (BG-20, BG-21).

    ``amount`` BT-92/99/136/141 is never below zero; ``base`` and ``percent`` are told together
    and only where the amount follows from them to the cent; category and rate (BT-95/102,
    BT-96/103) count at the document.
    """

    is_charge: bool
    amount: Money
    reason: str
    reason_code: str = ""
    base: Money | None = None
    percent: Decimal | None = None
    category: Category = Category.STANDARD
    rate: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class BillLine:
    """An invoice line (BG-25).

    ``number`` BT-126, ``name`` BT-153, ``description`` BT-154, ``note`` BT-127, ``quantity``
    BT-129, ``unit_code`` BT-130 (UN/ECE Rec 20; ``unit`` as our paper writes it), ``price`` BT-146
    net and not below zero, ``net`` BT-131, ``category`` BT-151, ``rate`` BT-152, ``span`` BG-26.
    """

    number: str
    name: str
    quantity: Decimal
    unit_code: str
    price: Decimal
    net: Money
    category: Category
    rate: Decimal
    description: str = ""
    note: str = ""
    unit: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    span: Span = Span()


@dataclass(frozen=True, slots=True)
class VatPart:
    """VAT of a category and rate (BG-23): BT-116 to BT-121.

    ``reason`` and ``reason_code`` (VATEX) say why there is no VAT.
    """

    category: Category
    rate: Decimal
    base: Money
    tax: Money
    reason: str = ""
    reason_code: str = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """The totals of the document (BG-22): BT-106 to BT-115.

    ``home_tax`` BT-111 is the VAT in the accounting currency, where that is another one.
    """

    lines: Money
    allowances: Money
    charges: Money
    net: Money
    tax: Money
    gross: Money
    prepaid: Money
    rounding: Money
    due: Money
    home_tax: Money | None = None


@dataclass(frozen=True, slots=True)
class Paying:
    """How to pay (BG-16): UNTDID 4461 code BT-81, remittance text BT-83, account BT-84 to BT-86."""

    code: str
    reference: str = ""
    account: str = ""
    bic: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Preceding:
    """An earlier invoice that this one refers to (BG-3: BT-25, BT-26).

    ``is_taken_off``: what was paid on it is taken off here; else this one credits or replaces it.
    """

    number: str
    issued_on: date
    is_taken_off: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the goods or services went (BG-13, BG-15): name BT-70, address BT-75 to BT-80."""

    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A supporting document (BG-24): BT-122, BT-123, BT-125 with media type and file name."""

    number: str
    name: str
    media_type: str
    content: bytes
    text: str = ""


@dataclass(frozen=True, slots=True)
class EBill:
    """An e-invoice that is ready to be written.

    ``number`` BT-1, ``issued_on`` BT-2, ``code`` BT-3, ``currency`` BT-5, ``home_currency`` BT-6
    where it is another one, ``due_on`` BT-9, ``buyer_reference`` BT-10, ``contract`` BT-12,
    ``order`` BT-13, ``terms`` BT-20, ``note`` BT-22, ``preceding`` BG-3, ``delivered_on`` BT-72,
    ``span`` BG-14, ``enclosures`` BG-24. ``title`` is the name of the paper and ``cause`` why a
    credit note was made: Thai law wants both.
    """

    eformat: EFormat
    number: str
    issued_on: date
    code: str
    currency: str
    seller: Party
    buyer: Party
    lines: tuple[BillLine, ...]
    vat: tuple[VatPart, ...]
    sums: Sums
    paying: Paying
    adjustments: tuple[Adjustment, ...] = ()
    home_currency: str = ""
    due_on: date | None = None
    delivered_on: date | None = None
    span: Span = Span()
    place: Place | None = None
    buyer_reference: str = ""
    order: str = ""
    contract: str = ""
    terms: str = ""
    note: str = ""
    preceding: tuple[Preceding, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    title: str = ""
    cause: str = ""
    language: str = ""

    @property
    def is_credit(self) -> bool:
        """Say whether this is a credit note."""
        return self.code == CREDIT_NOTE


INVOICE, CREDIT_NOTE, DOWN_PAYMENT, PARTIAL = "380", "381", "386", "326"
"""Type codes of EN 16931 (UNTDID 1001)."""

XRECHNUNG = frozenset({EFormat.XRECHNUNG_CII, EFormat.XRECHNUNG_UBL})
EUROPEAN = XRECHNUNG | {EFormat.FACTURX, EFormat.PEPPOL, EFormat.FINVOICE}
"""The formats that follow EN 16931."""
