"""Where an issued invoice stands with reminders: its level, a dispute, a stop, what was claimed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.payments.claims import Claim
from app.domain.shared.ids import InvoiceId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.problems import Rule
from app.domain.shared.refusals import IllegalTransition, Invalid, Refusal

LAST = 3
"""The last level of which there is a letter."""
COLLECTION = 4
"""The claim was handed over: there is no letter of ours any more."""

WITHOUT_REASON = Rule("reminders.without-reason")


class NothingStopped(Refusal):
    """The invoice is neither disputed nor stopped: there is nothing to go on with."""

    code = "reminders.nothing-stopped"


class NotYetCollected(IllegalTransition):
    """A claim is handed over after its last reminder, and not while it is disputed or stopped."""

    code = "reminders.not-yet-collected"


class InCollection(IllegalTransition):
    """The claim was handed over already."""

    code = "reminders.in-collection"


@dataclass(frozen=True, slots=True)
class InvoiceStanding:
    """How an invoice stands with reminders; of one never touched every field is empty.

    ``level`` is 0 before the first reminder and 4 in collection. ``dispute`` is what the customer
    says, on ``disputed_on``. Interest and fee are what was claimed in all, and what was paid of it,
    in minor units.
    """

    invoice_id: InvoiceId
    level: int = 0
    reminded_on: date | None = None
    dispute: str = ""
    disputed_on: date | None = None
    is_stopped: bool = False
    interest_minor: int = 0
    fee_minor: int = 0
    interest_paid_minor: int = 0
    fee_paid_minor: int = 0

    @property
    def is_disputed(self) -> bool:
        """Say whether the customer disputes it."""
        return self.disputed_on is not None

    def claim(self, currency: str) -> Claim:
        """Return what was claimed beside the principal and is not paid yet."""
        interest = max(self.interest_minor - self.interest_paid_minor, 0)
        fee = max(self.fee_minor - self.fee_paid_minor, 0)
        return Claim(self.invoice_id, Money(interest, currency), Money(fee, currency))

    def disputed(self, reason: str, on: date) -> InvoiceStanding:
        """Return the invoice disputed from a day; raises Invalid without a reason."""
        told = one_line(reason)
        if not told:
            raise Invalid((WITHOUT_REASON.at("reason"),))
        return replace(self, dispute=told, disputed_on=on)

    def stopped(self) -> InvoiceStanding:
        """Return the invoice that is reminded of no more until it is resumed."""
        return replace(self, is_stopped=True)

    def resumed(self) -> InvoiceStanding:
        """Return the invoice without dispute and stop, at its level; raises NothingStopped."""
        if not self.is_disputed and not self.is_stopped:
            raise NothingStopped(invoice=self.invoice_id)
        return replace(self, dispute="", disputed_on=None, is_stopped=False)

    def collected(self, on: date) -> InvoiceStanding:
        """Return the invoice handed over; raises NotYetCollected, InCollection."""
        if self.level == COLLECTION:
            raise InCollection(day=self.reminded_on)
        if self.level < LAST or self.is_disputed or self.is_stopped:
            raise NotYetCollected(level=self.level, last=LAST)
        return replace(self, level=COLLECTION, reminded_on=on)

    def returned(self) -> InvoiceStanding:
        """Return the invoice taken back from collection, at its last reminder."""
        return replace(self, level=min(self.level, LAST))

    def as_stopped(self, other: InvoiceStanding) -> InvoiceStanding:
        """Return the invoice disputed, stopped and handed over as another standing is."""
        was_over, is_over = self.level == COLLECTION, other.level == COLLECTION
        return replace(
            self,
            dispute=other.dispute,
            disputed_on=other.disputed_on,
            is_stopped=other.is_stopped,
            level=other.level if was_over is not is_over else self.level,
            reminded_on=other.reminded_on if was_over is not is_over else self.reminded_on,
        )

    def reminded(
        self, level: int, on: date, interest_minor: int, fee_minor: int
    ) -> InvoiceStanding:
        """Return the invoice after a reminder with what it claims in all."""
        return replace(
            self,
            level=max(level, self.level),
            reminded_on=on,
            interest_minor=interest_minor,
            fee_minor=fee_minor,
        )

    def paid(self, interest_minor: int, fee_minor: int) -> InvoiceStanding:
        """Return the invoice with more of its claims paid, or less where that is taken back."""
        return replace(
            self,
            interest_paid_minor=self.interest_paid_minor + interest_minor,
            fee_paid_minor=self.fee_paid_minor + fee_minor,
        )
