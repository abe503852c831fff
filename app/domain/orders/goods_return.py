"""Returns: goods that a customer sends back are announced, received, inspected and decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from app.domain.orders.order import NOTHING
from app.domain.shared.ids import (
    ContactId,
    InvoiceId,
    LocationId,
    LotId,
    OrderId,
    OrderLineId,
    ProductId,
    ReturnId,
    ReturnLineId,
)
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import IllegalTransition, Refusal


class ReturnState(Enum):
    """Where a return stands (DOMAIN: announced→received→inspected→decided)."""

    ANNOUNCED = "announced"
    RECEIVED = "received"
    INSPECTED = "inspected"
    DECIDED = "decided"
    CANCELLED = "cancelled"


class Outcome(Enum):
    """What becomes of goods that came back, once they were inspected."""

    RESTOCKED = "restocked"
    SCRAPPED = "scrapped"
    REPAIRED = "repaired"
    REFUSED = "refused"


STAYS = frozenset({Outcome.RESTOCKED, Outcome.SCRAPPED})
"""What the customer does not get back: only that is credited."""


class NotAnnounced(IllegalTransition):
    """Goods come in for a return that was announced, once."""

    code = "returns.not-announced"


class NotReceived(IllegalTransition):
    """Only goods that came are inspected."""

    code = "returns.not-received"


class NotInspected(IllegalTransition):
    """Nothing is decided before it was inspected (DOMAIN: no restock without its result)."""

    code = "returns.not-inspected"


class NotDecided(IllegalTransition):
    """Only what was decided on is credited."""

    code = "returns.not-decided"


class DecidedAlready(IllegalTransition):
    """What was decided is not called off any more."""

    code = "returns.decided-already"


class NothingReturned(Refusal):
    """A return has at least one line with an amount above zero."""

    code = "returns.nothing-returned"


class MoreThanDelivered(Refusal):
    """More would come back of a line than was delivered and has not come back yet."""

    code = "returns.more-than-delivered"


class NeverDelivered(Refusal):
    """Nothing of this was delivered: it cannot come back."""

    code = "returns.never-delivered"


class NoSuchReturnLine(Refusal):
    """The return has no such line."""

    code = "returns.no-such-line"


class WithoutFinding(Refusal):
    """An inspection says of each line that came what was found."""

    code = "returns.without-finding"


class Undecided(Refusal):
    """Each line that came is decided on, and what is put back has its place."""

    code = "returns.undecided"


class ReturnWithoutReason(Refusal):
    """A return has a reason that can be read later."""

    code = "returns.without-reason"


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """So much of what was delivered, in the product's own unit; ``finding`` is the inspector's."""

    id: ReturnLineId
    order_line_id: OrderLineId
    product_id: ProductId
    quantity: Quantity
    received: Quantity = NOTHING
    lot_id: LotId | None = None
    finding: str = ""
    outcome: Outcome | None = None
    location_id: LocationId | None = None
    is_credited: bool = False

    @property
    def stays(self) -> Quantity:
        """Return what does not go back to the customer, once it was decided on."""
        return self.received if self.outcome in STAYS else NOTHING


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a line, and where it is put when it goes back on the shelf."""

    outcome: Outcome
    location_id: LocationId | None = None


@dataclass(frozen=True, slots=True)
class GoodsReturn:
    """Goods that come back from a customer (an RMA); ``credit_id`` is the credit note for them."""

    id: ReturnId
    version: int
    state: ReturnState
    order_id: OrderId
    customer_id: ContactId | None
    customer_name: str
    lines: tuple[ReturnLine, ...]
    number: str = ""
    announced_on: date | None = None
    received_on: date | None = None
    decided_on: date | None = None
    reason: str = ""
    credit_id: InvoiceId | None = None

    def line(self, line_id: ReturnLineId) -> ReturnLine:
        """Return a line; raises NoSuchReturnLine."""
        for line in self.lines:
            if line.id == line_id:
                return line
        raise NoSuchReturnLine(goods_return=self.id, line=line_id)

    def receive(self, came: Mapping[ReturnLineId, Quantity], day: date) -> GoodsReturn:
        """Return it with what came of each line; what is not named did not come.

        Raises NotAnnounced, NoSuchReturnLine, NothingReturned.
        """
        self._require(ReturnState.ANNOUNCED, NotAnnounced)
        self._require_lines(came)
        lines = tuple(
            replace(line, received=quantity(came.get(line.id, NOTHING))) for line in self.lines
        )
        if not any(line.received > 0 for line in lines) or any(line.received < 0 for line in lines):
            raise NothingReturned(**self.facts)
        return self._next(state=ReturnState.RECEIVED, lines=lines, received_on=day)

    def inspect(self, findings: Mapping[ReturnLineId, str]) -> GoodsReturn:
        """Return it with what was found; raises NotReceived, NoSuchReturnLine, WithoutFinding."""
        self._require(ReturnState.RECEIVED, NotReceived)
        self._require_lines(findings)
        lines = tuple(
            replace(line, finding=findings.get(line.id, "").strip()) for line in self.lines
        )
        if any(line.received and not line.finding for line in lines):
            raise WithoutFinding(**self.facts)
        return self._next(state=ReturnState.INSPECTED, lines=lines)

    def decide(self, verdicts: Mapping[ReturnLineId, Verdict], day: date) -> GoodsReturn:
        """Return it decided on; raises NotInspected, NoSuchReturnLine, Undecided."""
        self._require(ReturnState.INSPECTED, NotInspected)
        self._require_lines(verdicts)
        if any(line.received and line.id not in verdicts for line in self.lines):
            raise Undecided(**self.facts)
        lines = tuple(
            replace(line, outcome=one.outcome, location_id=one.location_id)
            if line.received and (one := verdicts[line.id])
            else line
            for line in self.lines
        )
        return self._next(state=ReturnState.DECIDED, lines=lines, decided_on=day)

    def cancel(self, reason: str) -> GoodsReturn:
        """Return it called off; raises DecidedAlready, ReturnWithoutReason."""
        if self.state in {ReturnState.DECIDED, ReturnState.CANCELLED}:
            raise DecidedAlready(**self.facts)
        if not reason.strip():
            raise ReturnWithoutReason(**self.facts)
        return self._next(state=ReturnState.CANCELLED, reason=reason.strip())

    def credited(self, credit_id: InvoiceId, lines: frozenset[ReturnLineId]) -> GoodsReturn:
        """Return it with the credit note that was drafted for these lines; raises NotDecided."""
        self._require(ReturnState.DECIDED, NotDecided)
        marked = tuple(
            replace(line, is_credited=True) if line.id in lines else line for line in self.lines
        )
        return self._next(lines=marked, credit_id=credit_id)

    def require_decided(self) -> None:
        """Raise NotDecided unless it was decided on."""
        self._require(ReturnState.DECIDED, NotDecided)

    @property
    def awaits(self) -> bool:
        """Say whether what it names may still come back, or waits for a decision."""
        return self.state not in {ReturnState.DECIDED, ReturnState.CANCELLED}

    @property
    def facts(self) -> dict[str, object]:
        """Return what a refusal tells of it."""
        return {"goods_return": self.id, "number": self.number, "state": self.state.value}

    def _require(self, state: ReturnState, refusal: type[IllegalTransition]) -> None:
        if self.state is not state:
            raise refusal(**self.facts)

    def _require_lines(self, named: Mapping[ReturnLineId, object]) -> None:
        for line_id in named:
            self.line(line_id)

    def _next(self, **values: Any) -> GoodsReturn:
        return replace(self, version=self.version + 1, **values)
