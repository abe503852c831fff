"""What can be done with an order, by how it stands."""

from __future__ import annotations

from app.domain.orders.order import OrderState

EVERY = (
    "order.open",
    "order.confirm",
    "order.pass",
    "order.amend",
    "order.promise",
    "delivery.plan",
    "delivery.part",
    "order.direct",
    "order.direct-sent",
    "order.from-stock",
    "return.announce",
    "order.urgent",
    "order.high",
    "order.normal",
    "order.low",
    "order.prefer",
    "order.release",
    "order.hold",
    "order.go-on",
    "order.bill",
    "order.bill-together",
    "order.deposit",
    "order.pro-forma",
    "order.mail",
    "order.mail-pro-forma",
    "order.close-short",
    "order.reopen",
    "order.cancel",
    "order.copy",
    "order.print",
    "order.customer",
)
_ANY = frozenset({"order.open", "order.copy", "order.print", "order.customer", "order.pro-forma"})
_TURN = frozenset({"order.promise", "order.urgent", "order.high", "order.normal", "order.low"})
_ON_ITS_WAY = frozenset(
    {
        "order.amend",
        "order.prefer",
        "order.release",
        "order.bill",
        "order.bill-together",
        "order.deposit",
        "order.close-short",
        "order.cancel",
        "order.direct-sent",
    }
)
_DIRECT = frozenset({"order.direct", "order.from-stock"})
_HELD = frozenset({"order.go-on"})
_FREE = frozenset({"order.hold", "delivery.plan", "delivery.part"})
"""What can be done only while it is held, or only while it is not."""
_MAILED = frozenset({"order.mail", "order.mail-pro-forma"})
_POSSIBLE = {
    OrderState.DRAFT: _ANY | _TURN | _DIRECT | {"order.confirm", "order.pass", "order.cancel"},
    OrderState.CONFIRMED: _ANY | _TURN | _DIRECT | _ON_ITS_WAY | _MAILED | {"return.announce"},
    OrderState.CLOSED: _ANY | _MAILED | {"order.reopen", "order.bill-together", "return.announce"},
    OrderState.CANCELLED: _ANY,
}


def possible(state: OrderState | None, hold: str = "") -> frozenset[str]:
    """Return the names of what can be done with an order that stands so; nothing without one."""
    if state is None:
        return frozenset()
    if state is not OrderState.CONFIRMED:
        return _POSSIBLE[state]
    return _POSSIBLE[state] | (_HELD if hold else _FREE)


def buttons(state: OrderState) -> tuple[str, ...]:
    """Return the buttons over an order that stands so, what comes next as the last."""
    if state is OrderState.CONFIRMED:
        return ("order.print", "order.amend", "order.promise", "order.bill", "delivery.plan")
    if state is OrderState.CLOSED:
        return ("order.print", "order.reopen", "order.copy")
    return ("order.print", "order.copy")
