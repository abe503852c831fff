"""How deliveries are called in the window, and the list of them as data."""

from __future__ import annotations

from datetime import date

from app.domain.orders.delivery import DeliveryState
from app.domain.orders.rows import DeliveryRow
from app.lang.texts import mark
from app.services import deliveries
from app.services.picking import Answer
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many, place_text

STATES = {
    DeliveryState.DRAFT: mark("Planned"),
    DeliveryState.PICKING: mark("Being picked"),
    DeliveryState.PACKED: mark("Packed"),
    DeliveryState.SHIPPED: mark("Shipped"),
    DeliveryState.DELIVERED: mark("Delivered"),
    DeliveryState.CANCELLED: mark("Called off"),
}
TONES = {
    DeliveryState.DRAFT: "warn",
    DeliveryState.PICKING: "accent",
    DeliveryState.PACKED: "accent",
    DeliveryState.SHIPPED: "good",
    DeliveryState.DELIVERED: "muted",
    DeliveryState.CANCELLED: "muted",
}
NEXT = {
    DeliveryState.DRAFT: mark("Begin to pick"),
    DeliveryState.PICKING: mark("Pack…"),
    DeliveryState.PACKED: mark("Send"),
    DeliveryState.SHIPPED: mark("Arrived…"),
}
"""What the next step of a delivery is called."""


def state_text(state: DeliveryState) -> str:
    """Return how a delivery stands as a word."""
    return _(STATES[state])


def day_text(day: date | None) -> str:
    """Return a day as it is read, or nothing."""
    return formats().day(day) if day else ""


def _counted(count: int) -> str:
    return many("{n} delivery", "{n} deliveries", count)


COLUMNS: tuple[Column[DeliveryRow], ...] = (
    Column(mark("Delivery number"), lambda row: row.number or "–", sort="number", width=116),
    Column(mark("Order"), lambda row: row.order_number, sort="order", width=116),
    Column(mark("Customer"), lambda row: row.customer_name, sort="customer", is_roomy=True),
    Column(mark("Planned"), lambda row: day_text(row.planned_on), sort="planned_on", width=96),
    Column(mark("Sent"), lambda row: day_text(row.shipped_on), sort="shipped_on", width=96),
    Column(mark("Carrier"), lambda row: row.carrier, sort="carrier", width=104),
    Column(mark("Tracking number"), lambda row: row.tracking, width=136, is_hidden=True),
    Column(mark("Lines"), lambda row: str(row.lines), right=True, width=64, is_hidden=True),
    Column(
        mark("Status"),
        lambda row: state_text(row.state),
        tone=lambda row: TONES[row.state],
        is_pill=True,
        width=128,
    ),
)

LISTING: Listing[DeliveryRow] = Listing(
    name="deliveries",
    title=mark("Deliveries"),
    columns=COLUMNS,
    source=Source(deliveries.spine, deliveries.rows, deliveries.first),
    tables=frozenset({"delivery", "delivery_line"}),
    counted=_counted,
    empty=Empty(
        "truck-delivery",
        mark("No deliveries yet"),
        mark("Deliver a confirmed order: what is reserved for it is planned here to be picked."),
    ),
    filters=(
        Filter("draft", mark("Planned")),
        Filter("picking", mark("Being picked")),
        Filter("packed", mark("Packed")),
        Filter("shipped", mark("Shipped")),
        Filter("delivered", mark("Delivered")),
    ),
    buttons=("delivery.areas", "delivery.pick-list", "delivery.open"),
    verbs=(
        "delivery.open",
        "delivery.next",
        "",
        "delivery.pick-list",
        "delivery.areas",
        "delivery.note",
        "delivery.mail",
        "delivery.slips",
        "delivery.labels",
        "delivery.customs",
        "",
        "delivery.order",
        "return.announce",
        "",
        "delivery.cancel",
    ),
    sort="planned_on",
)


class PickRow:
    """A line of a delivery as the table shows it."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.id = int(answer.line.id)

    @property
    def tone(self) -> str:
        """Return the colour of what is done."""
        return "good" if not self.answer.left else ""


PICKED: tuple[Column[PickRow], ...] = (
    Column(mark("Storage place"), lambda row: place_text(row.answer.place), width=104),
    Column(mark("Code"), lambda row: row.answer.code, width=96),
    Column(mark("Description"), lambda row: row.answer.name, width=220),
    Column(mark("Lot"), lambda row: row.answer.lot, width=96),
    Column(mark("Expires"), lambda row: day_text(row.answer.expires_on), width=96),
    Column(
        mark("To pick"),
        lambda row: formats().decimal(row.answer.line.quantity),
        right=True,
        width=80,
    ),
    Column(
        mark("Picked"),
        lambda row: formats().decimal(row.answer.line.picked),
        right=True,
        tone=lambda row: row.tone,
        width=80,
    ),
    Column(mark("Unit"), lambda row: row.answer.unit, width=64),
    Column(mark("Parcel"), lambda row: str(row.answer.line.parcel), right=True, width=64),
)
