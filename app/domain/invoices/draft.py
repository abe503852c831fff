"""A draft as it is written: what it leaves open comes from customer, product and office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from app.domain.accounting.exchange import Exchange
from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact
from app.domain.invoices.buyers import buyer_of
from app.domain.invoices.invoice import (
    NO_DISCOUNT,
    Discount,
    Invoice,
    Kind,
    Line,
    Origin,
    State,
)
from app.domain.invoices.issue import rated, tidied
from app.domain.products.product import Product
from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId, InvoiceId, LayoutId, OrderLineId, ProductId
from app.domain.shared.quantities import PRICE_PLACES, Quantity, Rate, UnitPrice
from app.domain.shared.vat import VatCode

T = TypeVar("T")
NOTHING = UnitPrice(Decimal(0))
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line as it is written; an empty text and a price of None come from the product.

    Without a product the price is nothing and the VAT code the usual one; a line with neither
    quantity nor price is a heading.
    """

    description: str = ""
    quantity: Quantity = Quantity(Decimal(1))
    unit: str = ""
    price: UnitPrice | None = None
    vat: str = ""
    discount: Discount = NO_DISCOUNT
    product_id: ProductId | None = None
    delivered_on: date | None = None
    credits: int | None = None
    is_reduction: bool = False
    deducts: InvoiceId | None = None
    order_line_id: OrderLineId | None = None

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was written: the empty row at the end of a form."""
        return not self.description.strip() and not self.price and self.product_id is None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a clerk writes of an invoice.

    Empty or None means the usual: language and terms of the customer, else of the company, its
    currency; prices include VAT (``is_gross``) where those of all products do; early-payment
    discount and e-invoice are those of the customer. What the others mean says ``Invoice``.
    """

    customer_id: ContactId | None = None
    lines: tuple[DraftLine, ...] = ()
    discount: Discount = NO_DISCOUNT
    is_gross: bool | None = None
    issued_on: date | None = None
    due_on: date | None = None
    terms_days: int | None = None
    delivered_on: date | None = None
    your_reference: str = ""
    our_reference: str = ""
    note: str = ""
    language: str = ""
    currency: str = ""
    kind: Kind = Kind.INVOICE
    origin: Origin | None = None
    reason: str = ""
    order_reference: str = ""
    contract_reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    early: EarlyPayment | None = None
    exchange: Exchange | None = None
    deliver_to: Address | None = None
    eformat: EFormat | None = None
    project_id: InvoiceId | None = None
    layout_id: LayoutId | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds where a draft says nothing; ``vat`` is the code of a line without a product."""

    currency: str
    language: str
    terms_days: int
    vat: str
    codes: Mapping[str, VatCode]
    customer: Contact | None = None
    products: Mapping[ProductId, Product] = field(default_factory=dict)


_AS_WRITTEN = (
    "customer_id",
    "discount",
    "issued_on",
    "due_on",
    "delivered_on",
    "our_reference",
    "note",
    "kind",
    "origin",
    "reason",
    "order_reference",
    "contract_reference",
    "period_from",
    "period_to",
    "exchange",
    "deliver_to",
    "project_id",
    "layout_id",
)
"""What a draft takes as it was written; the rest is completed."""


def as_draft(
    content: Draft, invoice_id: InvoiceId, version: int, usual: Usual, today: date
) -> Invoice:
    """Return the draft invoice that was written, complete, tidy and with its rates."""
    customer = usual.customer
    terms = customer.terms if customer else None
    language = content.language or (terms.language if terms else "") or usual.language
    days = (content.terms_days, terms.days if terms else None, usual.terms_days)
    bare = Invoice(
        id=invoice_id,
        version=version,
        state=State.DRAFT,
        currency=content.currency or usual.currency,
        language=language,
        terms_days=next(one for one in days if one is not None),
        buyer=buyer_of(customer) if customer else None,
        lines=tuple(_line(line, usual, language) for line in content.lines),
        is_gross=_is_gross(content, usual),
        your_reference=content.your_reference or _leitweg(customer),
        early=_chosen(content.early, terms.early if terms else NO_EARLY_PAYMENT),
        eformat=_chosen(content.eformat, terms.eformat if terms else EFormat.NONE),
        **{name: getattr(content, name) for name in _AS_WRITTEN},
    )
    return tidied(_priced(rated(bare, usual.codes, today), content, usual))


def _leitweg(customer: Contact | None) -> str:
    """Return by what a public buyer in Germany wants to be named, or nothing."""
    return customer.identifier("de.leitweg") if customer else ""


def content_of(invoice: Invoice) -> Draft:
    """Return what a clerk may change of an invoice: what both have by the same name."""
    lines = tuple(DraftLine(**_alike(DraftLine, line)) for line in invoice.lines)
    chosen = None if invoice.number else invoice.layout_id
    return replace(Draft(**_alike(Draft, invoice)), lines=lines, layout_id=chosen)


def fresh_copy(invoice: Invoice) -> Draft:
    """Return an invoice as a new one: without its dates and origin, at the rates of the new day."""
    return begun_anew(content_of(invoice))


def begun_anew(content: Draft) -> Draft:
    """Return what was written without all that belongs to one day or one paper only."""
    lines = tuple(
        replace(line, delivered_on=None, credits=None, is_reduction=False, order_line_id=None)
        for line in content.lines
        if line.deducts is None
    )
    return replace(
        content,
        lines=lines,
        issued_on=None,
        due_on=None,
        delivered_on=None,
        kind=Kind.INVOICE,
        origin=None,
        reason="",
        period_from=None,
        period_to=None,
        exchange=None,
        project_id=None,
    )


def places_written(content: Draft) -> tuple[int, ...]:
    """Return the places of the lines that are not blank: a tidy draft has only those."""
    return tuple(place for place, line in enumerate(content.lines) if not line.is_blank)


def _line(line: DraftLine, usual: Usual, language: str) -> Line:
    product = usual.products.get(line.product_id) if line.product_id else None
    is_heading = not line.quantity and not line.price and product is None
    return Line(
        description=line.description or (product.name_in(language) if product else ""),
        quantity=line.quantity,
        unit=line.unit or (product.unit if product else ""),
        price=line.price or NOTHING,
        vat=line.vat or ("" if is_heading else product.vat if product else usual.vat),
        discount=line.discount,
        product_id=line.product_id,
        delivered_on=line.delivered_on,
        credits=line.credits,
        is_reduction=line.is_reduction,
        deducts=line.deducts,
        order_line_id=line.order_line_id,
    )


def _alike(kind: type[Draft | DraftLine], one: Invoice | Line) -> dict[str, Any]:
    return {each.name: getattr(one, each.name) for each in fields(kind)}


def _chosen(written: T | None, usual: T) -> T:
    return usual if written is None else written


def _is_gross(content: Draft, usual: Usual) -> bool:
    if content.is_gross is not None:
        return content.is_gross
    used = [usual.products.get(line.product_id) for line in content.lines if line.product_id]
    return bool(used) and all(product is not None and product.is_gross for product in used)


def _priced(invoice: Invoice, content: Draft, usual: Usual) -> Invoice:
    """Return the invoice with the products' prices where none was written."""
    lines = tuple(
        line if written.price is not None else replace(line, price=_price(line, invoice, usual))
        for line, written in zip(invoice.lines, content.lines, strict=True)
    )
    return replace(invoice, lines=lines)


def _price(line: Line, invoice: Invoice, usual: Usual) -> UnitPrice:
    product = usual.products.get(line.product_id) if line.product_id else None
    if product is None or product.currency != invoice.currency:
        return NOTHING
    if product.is_gross == invoice.is_gross:
        return product.price
    return _with_vat(product.price, line.rate) if invoice.is_gross else _without_vat(product, line)


def _with_vat(price: UnitPrice, rate: Rate) -> UnitPrice:
    return _rounded(price * (HUNDRED + rate) / HUNDRED)


def _without_vat(product: Product, line: Line) -> UnitPrice:
    return _rounded(product.price * HUNDRED / (HUNDRED + line.rate))


def _rounded(price: Decimal) -> UnitPrice:
    return UnitPrice(price.quantize(Decimal(1).scaleb(-PRICE_PLACES), ROUND_HALF_UP).normalize())
