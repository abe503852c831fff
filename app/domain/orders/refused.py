"""What a rule about orders says no to."""

from __future__ import annotations

from app.domain.shared.refusals import IllegalTransition, Refusal


class NotADraft(IllegalTransition):
    """Only a draft of an order can be changed freely or confirmed."""

    code = "orders.not-a-draft"


class NotConfirmed(IllegalTransition):
    """Only a confirmed order is amended, held, delivered, invoiced or closed."""

    code = "orders.not-confirmed"


class NotClosed(IllegalTransition):
    """Only a closed order is opened again."""

    code = "orders.not-closed"


class CannotCancel(IllegalTransition):
    """An order of which something was delivered or invoiced is closed short, not cancelled."""

    code = "orders.cannot-cancel"


class NothingToDeliver(Refusal):
    """Nothing of the order is left to deliver, so nothing of it can be closed short."""

    code = "orders.nothing-open"


class StillOpen(Refusal):
    """An order of which something is still to be delivered or invoiced does not close."""

    code = "orders.still-open"


class NoReason(Refusal):
    """What changes a promise to a customer is done for a reason that is written down."""

    code = "orders.no-reason"


class MoreThanRest(Refusal):
    """More of a line is to be delivered, reserved or closed short than is still open."""

    code = "orders.more-than-rest"


class MoreThanSent(Refusal):
    """More of a line comes back than went out."""

    code = "orders.more-than-sent"
