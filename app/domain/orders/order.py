"""Orders: what a customer wants; how far it is delivered, billed and paid is worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import (
    LocationId,
    OrderId,
    OrderLineId,
    PlanId,
    ProductId,
    QuoteId,
)
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import Billing

NOTHING = Quantity(Decimal(0))


class OrderState(Enum):
    """Where an order stands (DOMAIN: draft→confirmed→closed; cancelled while nothing went out)."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Progress(Enum):
    """How far an order is along one axis: fulfilment, billing or payment."""

    NOTHING = "nothing"
    PART = "part"
    WHOLE = "whole"


class Priority(Enum):
    """Whose goods are reserved first; the lowest rank comes first."""

    URGENT = 1
    HIGH = 2
    NORMAL = 3
    LOW = 4


class Channel(Enum):
    """How an order came."""

    PHONE = "phone"
    MAIL = "mail"
    LETTER = "letter"
    VISIT = "visit"
    FILE = "file"
    SHOP = "shop"
    QUOTE = "quote"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """How far one line of an order is; quantities are in the product's own unit.

    ``place`` is the line of the content. ``ordered`` = delivered + open + ``cancelled``
    (invariant 8); ``returned`` came back of what was delivered. ``invoiced`` counts drafts too
    and is without what was credited. ``reserved`` is held for it in the stock.
    """

    id: OrderLineId
    place: int
    product_id: ProductId | None
    ordered: Quantity
    cancelled: Quantity = NOTHING
    delivered: Quantity = NOTHING
    invoiced: Quantity = NOTHING
    returned: Quantity = NOTHING
    reserved: Quantity = NOTHING
    promised_on: date | None = None
    is_stocked: bool = False
    billing: Billing = Billing.DELIVERED


@dataclass(frozen=True, slots=True)
class Order:
    """An order; ``wanted`` is what is ordered, as the invoice that it would become.

    ``wanted.your_reference`` and ``wanted.order_reference`` are the customer's; a line of
    ``lines`` belongs to each line of ``wanted`` that is no heading. ``hold`` is why it waits by a
    clerk's word; ``overridden_by`` let it pass the credit limit, for ``override_reason``.
    """

    id: OrderId
    version: int
    state: OrderState
    wanted: Invoice
    lines: tuple[OrderLine, ...]
    warehouse_id: LocationId | None = None
    number: str = ""
    channel: Channel = Channel.PHONE
    priority: Priority = Priority.NORMAL
    ordered_on: date | None = None
    wanted_on: date | None = None
    promised_on: date | None = None
    ships_whole: bool = False
    hold: str = ""
    overridden_by: str = ""
    override_reason: str = ""
    amended: int = 0
    quote_id: QuoteId | None = None
    plan_id: PlanId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of a confirmed order, kept for ever: who changed what, when and why.

    ``before`` and ``after`` are the orders as they were.
    """

    order_id: OrderId
    number: int
    made_at: datetime
    who: str
    reason: str
    before: Order
    after: Order
