"""Invoices: a draft may change, an issued invoice never does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from app.domain.accounting.exchange import Exchange
from app.domain.contacts.address import Address
from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId, InvoiceId, LayoutId, OrderLineId, ProductId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.refusals import IllegalTransition
from app.domain.shared.vat import Category, Level


class Kind(Enum):
    """What the paper is: UNTDID 1001 codes 380, 381, 386, 326 and again 380.

    An abbreviated one names no buyer; in Thailand retailers may issue it (section 86/6).
    """

    INVOICE = "invoice"
    CREDIT_NOTE = "credit-note"
    DOWN_PAYMENT = "down-payment"
    PARTIAL = "partial"
    FINAL = "final"
    ABBREVIATED = "abbreviated"


class State(Enum):
    """Where an invoice stands (DOMAIN: draft→issued; draft→discarded)."""

    DRAFT = "draft"
    ISSUED = "issued"
    DISCARDED = "discarded"


class NotADraft(IllegalTransition):
    """Only a draft can be changed, issued or discarded."""

    code = "invoices.not-a-draft"


@dataclass(frozen=True, slots=True)
class Discount:
    """A reduction in per cent or as an amount, never both; as an amount it is in units of money."""

    is_whole: ClassVar[bool] = True
    percent: Rate = Rate(Decimal(0))
    amount: Decimal = Decimal(0)


NO_DISCOUNT = Discount()


@dataclass(frozen=True, slots=True)
class Origin:
    """The issued invoice that a credit note or a reissued invoice refers to."""

    invoice_id: InvoiceId
    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class VatRest:
    """What is left to credit of one VAT category and rate: lines, allowance on them, and VAT.

    ``lines`` and ``allowance`` include VAT where the invoice's prices do.
    """

    category: Category
    rate: Rate
    lines: Money
    allowance: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class Deducted:
    """What a final invoice takes off of an earlier one, of one VAT code.

    ``rate`` and ``tax`` are those at which it is taken off; ``billed`` is the VAT that the earlier
    invoice had on it by the rate of ``taxed_on``: they differ where the rate changed in between
    and the law keeps both. ``exchange`` is the rate of the earlier invoice in another currency.
    """

    invoice_id: InvoiceId
    number: str
    issued_on: date
    kind: Kind
    vat: str
    taxed_on: date
    category: Category
    rate: Rate
    net: Money
    tax: Money
    billed: Money
    exchange: Decimal | None = None

    def as_priced(self, *, is_gross: bool) -> Money:
        """Return what is taken off in the way that prices are meant."""
        return self.net + self.tax if is_gross else self.net


@dataclass(frozen=True, slots=True)
class Line:
    """What is sold. ``vat`` is a VAT code; rate and category are fixed when the draft is saved.

    ``delivered_on`` chooses the rate (else the invoice's own, else its date). A line with neither
    quantity nor price is a heading: text only. ``credits`` is the place, in the origin of a credit
    note, of the line that it takes back, or whose price it lowers where ``is_reduction``;
    ``deducts`` the earlier invoice of a final invoice whose part this line takes off.
    ``order_line_id`` is the line of an order that it bills, or takes back in a credit note.
    """

    description: str
    quantity: Quantity = Quantity(Decimal(1))
    unit: str = ""
    price: UnitPrice = UnitPrice(Decimal(0))
    vat: str = ""
    rate: Rate = Rate(Decimal(0))
    category: Category = Category.STANDARD
    discount: Discount = NO_DISCOUNT
    product_id: ProductId | None = None
    delivered_on: date | None = None
    credits: int | None = None
    is_reduction: bool = False
    deducts: InvoiceId | None = None
    order_line_id: OrderLineId | None = None

    @property
    def is_heading(self) -> bool:
        """Say whether the line is text only: neither quantity nor price."""
        return not self.quantity and not self.price

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was written: the empty row at the end of a form."""
        return not self.description.strip() and not self.price and self.product_id is None


@dataclass(frozen=True, slots=True)
class Buyer:
    """The customer as the paper shows it: a snapshot, frozen when the invoice is issued.

    ``endpoint`` is the electronic address and ``endpoint_scheme`` its EAS code (BT-49),
    ``operator`` the one that carries e-invoices to it.
    """

    name: str
    address: Address = Address()
    number: str = ""
    vat_id: str = ""
    business_id: str = ""
    branch: str = ""
    email: str = ""
    endpoint: str = ""
    endpoint_scheme: str = ""
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Invoice:
    """A claim for goods or services.

    Dates: ``issued_on`` chosen for issue or None (the day of issue), ``due_on`` None until issue
    (then ``issued_on`` + ``terms_days`` unless it was given), ``delivered_on`` the delivery day.
    ``number`` and ``reference`` are empty until issue. ``is_gross``: line prices include VAT.
    ``your_reference`` is the buyer's (BT-10, for public buyers in Germany their Leitweg-ID),
    ``order_reference`` and ``contract_reference`` are its order (BT-13) and contract (BT-12);
    ``period_from`` and ``period_to`` the days invoiced for (BG-14). ``origin`` and ``reason`` are
    those of a credit note or a reissue; figures of a credit note are positive, and ``rest`` is
    what its origin had left for it. ``layout_id`` is the layout chosen for a draft,
    where it is not the usual one; once issued, the state of the one that it was issued with.
    Down payment, partial and final invoices of one work, and their credit notes, have the same
    ``project_id``: the id of the draft of the whole work. ``deducted`` is what the lines of a final
    invoice that deduct come to.
    """

    id: InvoiceId
    version: int
    state: State
    currency: str
    language: str
    terms_days: int
    customer_id: ContactId | None = None
    buyer: Buyer | None = None
    lines: tuple[Line, ...] = ()
    discount: Discount = NO_DISCOUNT
    is_gross: bool = False
    issued_on: date | None = None
    due_on: date | None = None
    delivered_on: date | None = None
    number: str = ""
    reference: str = ""
    your_reference: str = ""
    our_reference: str = ""
    note: str = ""
    copied_from: InvoiceId | None = None
    kind: Kind = Kind.INVOICE
    origin: Origin | None = None
    reason: str = ""
    order_reference: str = ""
    contract_reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    early: EarlyPayment = NO_EARLY_PAYMENT
    exchange: Exchange | None = None
    deliver_to: Address | None = None
    eformat: EFormat = EFormat.NONE
    rest: tuple[VatRest, ...] = ()
    layout_id: LayoutId | None = None
    project_id: InvoiceId | None = None
    deducted: tuple[Deducted, ...] = ()

    @property
    def project(self) -> InvoiceId:
        """Return by which id the papers of the same work know each other."""
        return self.project_id or self.id

    def require_draft(self) -> None:
        """Raise NotADraft unless this is a draft."""
        if self.state is not State.DRAFT:
            raise NotADraft(invoice=self.id, number=self.number, state=self.state.value)

    def discard(self) -> Invoice:
        """Return the discarded draft; raises NotADraft."""
        self.require_draft()
        return replace(self, state=State.DISCARDED, version=self.version + 1)


@dataclass(frozen=True, slots=True)
class LineTotal:
    """What a line comes to: quantity × price rounded, less its discount rounded."""

    gross_of_discount: Money
    discount: Money
    net: Money


@dataclass(frozen=True, slots=True)
class TaxShare:
    """What one authority gets of a stacked tax; of a tax that is not stacked it has no authority.

    ``whole`` is the rate of all authorities together, ``rate`` that of this one.
    """

    vat: str
    category: Category
    whole: Rate
    rate: Rate
    base: Money
    tax: Money
    authority: str = ""
    name: str = ""
    level: Level = Level.STATE

    @property
    def key(self) -> tuple[str, str, str, Rate, Rate]:
        """What is the same of this share in an invoice and in its credit notes."""
        return (self.vat, self.authority, self.category.value, self.whole, self.rate)


@dataclass(frozen=True, slots=True)
class VatTotal:
    """One VAT category and rate: sum of lines, document allowance, base and VAT on it.

    ``vat`` is the VAT code of the lines; where several codes share category and rate, the first.
    ``shares`` are the parts of a stacked tax: together they are ``tax``.
    """

    category: Category
    rate: Rate
    vat: str
    lines: Money
    allowance: Money
    base: Money
    tax: Money
    shares: tuple[TaxShare, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """Every figure of an invoice, from one calculation (EN 16931 BR-CO-10…17).

    ``is_undue``: its tax is due when the customer pays. ``laws`` are where the law says why there
    is no tax, ``certificate`` the number by which the customer buys without it.
    """

    lines: tuple[LineTotal, ...]
    vat: tuple[VatTotal, ...]
    line_sum: Money
    allowance: Money
    net: Money
    tax: Money
    gross: Money
    is_undue: bool = False
    laws: tuple[tuple[Category, str], ...] = ()
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One row of the invoice list; ``open_minor`` is what is not settled, None of a draft.

    The figures of a credit note are positive; ``claimed_minor`` and ``claimed_net_minor`` are
    below zero there, as it counts for the customer.
    """

    id: InvoiceId
    state: State
    number: str
    customer_name: str
    issued_on: date | None
    due_on: date | None
    currency: str
    net_minor: int
    gross_minor: int
    reference: str
    open_minor: int | None = None
    is_credit: bool = False

    @property
    def claimed_minor(self) -> int:
        """Return the gross as it counts: what a credit note gives back is below zero."""
        return -self.gross_minor if self.is_credit else self.gross_minor

    @property
    def claimed_net_minor(self) -> int:
        """Return the net as it counts."""
        return -self.net_minor if self.is_credit else self.net_minor


class InvoiceSort(Enum):
    """What the list of invoices can be sorted by."""

    ISSUED_ON = "issued_on"
    NUMBER = "number"
    CUSTOMER = "customer"
    DUE_ON = "due_on"
    NET = "net"
    GROSS = "gross"


NEWEST_INVOICES = View(sort=InvoiceSort.ISSUED_ON.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class LastPrice:
    """What a customer last paid for a product: price, and on which invoice."""

    price: UnitPrice
    currency: str
    is_gross: bool
    issued_on: date
    number: str
