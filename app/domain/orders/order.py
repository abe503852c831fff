"""Orders: what a customer wants; how far it is delivered, billed and paid is worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice
from app.domain.orders.refused import (
    CannotCancel,
    MoreThanRest,
    MoreThanSent,
    NoReason,
    NotADraft,
    NotClosed,
    NotConfirmed,
    NothingToDeliver,
    StillOpen,
)
from app.domain.shared.ids import (
    ContactId,
    LocationId,
    OrderId,
    OrderLineId,
    PlanId,
    ProductId,
    QuoteId,
)
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import NotFound
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
    and is without what was credited. ``reserved`` is held for it in the stock. What a supplier
    (``supplier_id``) delivers straight to the customer is never held and never ours to send.
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
    supplier_id: ContactId | None = None

    @property
    def open(self) -> Quantity:
        """What is still to be delivered, exactly: ordered less what went out or never will."""
        return Quantity(self.ordered - self.delivered - self.cancelled)

    @property
    def unreserved(self) -> Quantity:
        """What is open of a stocked line and not held for it yet."""
        return Quantity(self.open - self.reserved) if self.is_stocked else NOTHING

    @property
    def due_for_billing(self) -> Quantity:
        """What is to be invoiced in the end, by what went out or what was ordered."""
        by_order = self.billing is Billing.ORDERED
        base = self.ordered - self.cancelled if by_order else self.delivered
        return Quantity(base - self.returned)

    @property
    def billable(self) -> Quantity:
        """What can be invoiced now; never below nothing."""
        return Quantity(max(NOTHING, self.due_for_billing - self.invoiced))

    def deliver(self, quantity: Quantity) -> OrderLine:
        """Return the line after so much went out; raises MoreThanRest."""
        self._require_open(quantity)
        rest = Quantity(max(NOTHING, self.reserved - quantity))
        return replace(self, delivered=Quantity(self.delivered + quantity), reserved=rest)

    def take_back_delivery(self, quantity: Quantity) -> OrderLine:
        """Return the line as if so much had not been delivered; raises MoreThanSent."""
        kept = max(self.returned, self.invoiced + self.returned if self._bills_sent else NOTHING)
        sent = Quantity(self.delivered - kept)
        if not 0 < quantity <= sent:
            raise MoreThanSent(asked=quantity, delivered=sent)
        return replace(self, delivered=Quantity(self.delivered - quantity))

    @property
    def _bills_sent(self) -> bool:
        return self.billing is Billing.DELIVERED

    def reserve(self, quantity: Quantity) -> OrderLine:
        """Return the line with so much held for it in all; raises MoreThanRest."""
        if not 0 <= quantity <= self.open:
            raise MoreThanRest(asked=quantity, open=self.open)
        return replace(self, reserved=quantity)

    def take_back(self, quantity: Quantity) -> OrderLine:
        """Return the line after so much of it came back; raises MoreThanSent."""
        if not 0 < quantity <= self.delivered - self.returned:
            sent = Quantity(self.delivered - self.returned)
            raise MoreThanSent(asked=quantity, delivered=sent)
        return replace(self, returned=Quantity(self.returned + quantity))

    def close_short(self, quantity: Quantity) -> OrderLine:
        """Return the line of which so much will never be delivered; raises MoreThanRest."""
        self._require_open(quantity)
        after = replace(self, cancelled=Quantity(self.cancelled + quantity))
        return replace(after, reserved=min(self.reserved, after.open))

    def _require_open(self, quantity: Quantity) -> None:
        if not 0 < quantity <= self.open:
            raise MoreThanRest(asked=quantity, open=self.open)


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """What a clerk writes of an order; the days of its lines are when each is promised.

    The id that a line of the content has as ``order_line_id`` is that of the order's own line.
    """

    content: Draft
    channel: Channel = Channel.PHONE
    priority: Priority = Priority.NORMAL
    wanted_on: date | None = None
    promised_on: date | None = None
    ships_whole: bool = False
    warehouse_id: LocationId | None = None


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

    def require_draft(self) -> None:
        """Raise NotADraft unless this is a draft."""
        if self.state is not OrderState.DRAFT:
            raise NotADraft(**self.facts)

    def require_confirmed(self) -> None:
        """Raise NotConfirmed unless the order is confirmed and not over."""
        if self.state is not OrderState.CONFIRMED:
            raise NotConfirmed(**self.facts)

    def confirm(self, number: str, today: date) -> Order:
        """Return the order as it is confirmed to the customer; raises NotADraft."""
        self.require_draft()
        ordered_on = self.ordered_on or self.wanted.issued_on or today
        return replace(
            self,
            version=self.version + 1,
            state=OrderState.CONFIRMED,
            number=number,
            ordered_on=ordered_on,
        )

    def cancel(self, reason: str) -> Order:
        """Return the order that will not be; raises CannotCancel, NotConfirmed, NoReason.

        A draft needs no reason. Nothing of it may have been delivered or invoiced.
        """
        if self.state is OrderState.DRAFT:
            return replace(
                self, version=self.version + 1, state=OrderState.CANCELLED, reason=reason.strip()
            )
        self.require_confirmed()
        if any(line.delivered or line.invoiced for line in self.lines):
            raise CannotCancel(**self.facts)
        lines = tuple(line.close_short(line.open) if line.open else line for line in self.lines)
        return replace(
            self,
            version=self.version + 1,
            state=OrderState.CANCELLED,
            reason=given(reason),
            lines=lines,
        )

    def close_short(
        self, reason: str, of_lines: Mapping[OrderLineId, Quantity] | None = None
    ) -> Order:
        """Return the order of which the rest, or so much of these lines, is never delivered.

        Raises NotConfirmed, NoReason, NothingToDeliver, MoreThanRest, NotFound.
        """
        self.require_confirmed()
        wanted = self._rests() if of_lines is None else dict(of_lines)
        if not wanted:
            raise NothingToDeliver(**self.facts)
        after = replace(self, version=self.version + 1, reason=given(reason))
        for line_id, quantity in wanted.items():
            after = after.with_line(after.line(line_id).close_short(quantity))
        return after.settled()

    def close(self) -> Order:
        """Return the order that is done with; raises NotConfirmed, StillOpen."""
        self.require_confirmed()
        if not self.is_done:
            raise StillOpen(**self.facts)
        return replace(self, version=self.version + 1, state=OrderState.CLOSED)

    def reopen(self, reason: str) -> Order:
        """Return the closed order opened again, with what was closed short; raises NotClosed."""
        if self.state is not OrderState.CLOSED:
            raise NotClosed(**self.facts)
        lines = tuple(replace(line, cancelled=NOTHING) for line in self.lines)
        return replace(
            self,
            version=self.version + 1,
            state=OrderState.CONFIRMED,
            reason=given(reason),
            lines=lines,
        )

    def line(self, line_id: OrderLineId) -> OrderLine:
        """Return a line by its id; raises NotFound."""
        found = next((line for line in self.lines if line.id == line_id), None)
        if found is None:
            raise NotFound(record="order-line", id=line_id)
        return found

    def with_line(self, after: OrderLine) -> Order:
        """Return the order with another state of one of its lines."""
        lines = tuple(after if line.id == after.id else line for line in self.lines)
        return replace(self, lines=lines)

    def settled(self) -> Order:
        """Return a confirmed order closed once nothing of it is to be delivered or invoiced.

        A closed one of which something has to be invoiced again is confirmed again.
        """
        if self.state is OrderState.CONFIRMED and self.is_done:
            return replace(self, state=OrderState.CLOSED)
        if self.state is OrderState.CLOSED and not self.is_done:
            return replace(self, state=OrderState.CONFIRMED)
        return self

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to deliver and nothing to invoice."""
        return not any(line.open or line.billable for line in self.lines)

    @property
    def facts(self) -> dict[str, object]:
        """What a refusal says of the order."""
        return {"order": self.id, "number": self.number, "state": self.state.value}

    def _rests(self) -> dict[OrderLineId, Quantity]:
        return {line.id: line.open for line in self.lines if line.open}


def given(reason: str) -> str:
    """Return a reason as it is kept; raises NoReason."""
    if not (kept := reason.strip()):
        raise NoReason
    return kept


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
