"""How returns are called in the window, and the list of them as data."""

from __future__ import annotations

from app.domain.orders.goods_return import Outcome, ReturnState
from app.domain.orders.rows import ReturnRow
from app.lang.texts import mark
from app.services import returns
from app.services.returns import Shown
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.orders.deliveries.words import day_text

STATES = {
    ReturnState.ANNOUNCED: mark("Announced"),
    ReturnState.RECEIVED: mark("To be inspected"),
    ReturnState.INSPECTED: mark("To be decided"),
    ReturnState.DECIDED: mark("Decided"),
    ReturnState.CANCELLED: mark("Called off"),
}
TONES = {
    ReturnState.ANNOUNCED: "accent",
    ReturnState.RECEIVED: "warn",
    ReturnState.INSPECTED: "warn",
    ReturnState.DECIDED: "good",
    ReturnState.CANCELLED: "muted",
}
NEXT = {
    ReturnState.ANNOUNCED: mark("Goods came…"),
    ReturnState.RECEIVED: mark("Inspect…"),
    ReturnState.INSPECTED: mark("Decide…"),
    ReturnState.DECIDED: mark("Credit it"),
}
"""What the next step of a return is called."""
OUTCOMES = {
    Outcome.RESTOCKED: mark("Back on the shelf"),
    Outcome.SCRAPPED: mark("Thrown away"),
    Outcome.REPAIRED: mark("Repaired and sent back"),
    Outcome.REFUSED: mark("Refused and sent back"),
}


def state_text(state: ReturnState) -> str:
    """Return how a return stands as a word."""
    return _(STATES[state])


def _counted(count: int) -> str:
    return many("{n} return", "{n} returns", count)


COLUMNS: tuple[Column[ReturnRow], ...] = (
    Column(mark("Return number"), lambda row: row.number, sort="number", width=116),
    Column(mark("Order"), lambda row: row.order_number, sort="order", width=116),
    Column(mark("Customer"), lambda row: row.customer_name, sort="customer", is_roomy=True),
    Column(
        mark("Announced"), lambda row: day_text(row.announced_on), sort="announced_on", width=96
    ),
    Column(mark("Came on"), lambda row: day_text(row.received_on), sort="received_on", width=96),
    Column(mark("Reason"), lambda row: row.reason, width=160),
    Column(
        mark("Status"),
        lambda row: state_text(row.state),
        tone=lambda row: TONES[row.state],
        is_pill=True,
        width=128,
    ),
)

LISTING: Listing[ReturnRow] = Listing(
    name="returns",
    title=mark("Returns"),
    columns=COLUMNS,
    source=Source(returns.spine, returns.rows, returns.first),
    tables=frozenset({"goods_return", "goods_return_line"}),
    counted=_counted,
    empty=Empty(
        "arrow-back-up",
        mark("No returns yet"),
        mark("Choose a delivery and announce what comes back of it; the return gets its number."),
    ),
    filters=(
        Filter("announced", mark("Announced")),
        Filter("received", mark("To be inspected")),
        Filter("inspected", mark("To be decided")),
        Filter("decided", mark("Decided")),
    ),
    buttons=("return.slip", "return.open"),
    verbs=("return.open", "return.next", "", "return.slip", "delivery.order", "", "return.cancel"),
    sort="announced_on",
    is_descending=True,
)


class ReturnedRow:
    """A line of a return as the table shows it."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.id = int(shown.line.id)

    @property
    def outcome(self) -> str:
        """Return what became of it, as a word."""
        outcome = self.shown.line.outcome
        return _(OUTCOMES[outcome]) if outcome is not None else ""


LINES: tuple[Column[ReturnedRow], ...] = (
    Column(mark("Code"), lambda row: row.shown.code, width=96),
    Column(mark("Description"), lambda row: row.shown.name, width=220),
    Column(
        mark("Announced"),
        lambda row: formats().decimal(row.shown.line.quantity),
        right=True,
        width=96,
    ),
    Column(
        mark("Came in"),
        lambda row: formats().decimal(row.shown.line.received),
        right=True,
        width=80,
    ),
    Column(mark("Unit"), lambda row: row.shown.unit, width=64),
    Column(mark("Finding"), lambda row: row.shown.line.finding, width=160),
    Column(mark("Outcome"), lambda row: row.outcome, width=160),
)
