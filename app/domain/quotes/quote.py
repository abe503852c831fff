"""Quotes: a draft may change, a sent quote never does; it is decided on, or made anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import InvoiceId, QuoteId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import IllegalTransition, Refusal

USUAL_VALIDITY = timedelta(days=30)
"""How long a quote holds where its day is left open."""


class Choice(Enum):
    """How a position is offered: firmly, only if it is wanted, or in the place of another."""

    INCLUDED = "included"
    OPTIONAL = "optional"
    ALTERNATIVE = "alternative"


class State(Enum):
    """Where a quote stands (DOMAIN: draft→sent→accepted→ordered; sent→rejected or expired)."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ORDERED = "ordered"
    DISCARDED = "discarded"


class NotADraft(IllegalTransition):
    """Only a draft of a quote can be changed, sent or discarded."""

    code = "quotes.not-a-draft"


class NotSent(IllegalTransition):
    """Only a sent quote can be accepted, rejected or expire."""

    code = "quotes.not-sent"


class NotAccepted(IllegalTransition):
    """Only an accepted quote is ordered and invoiced."""

    code = "quotes.not-accepted"


class NotRevisable(IllegalTransition):
    """A draft is changed itself, and what was accepted is bound: neither is made anew."""

    code = "quotes.not-revisable"


class NoLongerValid(Refusal):
    """The day until which a quote holds has passed: it is not accepted any more, but revised."""

    code = "quotes.no-longer-valid"


class StillValid(Refusal):
    """A quote expires only after the day until which it holds."""

    code = "quotes.still-valid"


@dataclass(frozen=True, slots=True)
class Position:
    """How a line of a quote is offered; positions of one ``group`` exclude each other.

    An alternative without a group stands for the firm position above it.
    """

    choice: Choice = Choice.INCLUDED
    group: str = ""


FIRM = Position()


@dataclass(frozen=True, slots=True)
class QuoteDraft:
    """What a clerk writes of a quote; lines beyond the last position are firm.

    Without ``valid_until`` it holds for the usual time from its date.
    """

    content: Draft
    positions: tuple[Position, ...] = ()
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """An offer.

    ``offer`` is what is offered, with every position, as the invoice that it would become; it
    stays as it is once the quote is sent. ``positions`` says of each of its lines how it is
    offered, and ``chosen`` holds the places of what the customer took beyond the firm ones.
    ``replaces`` is the quote that this one, a later revision, comes in the place of; ``replaced``
    says that such a one was sent. ``invoice_id`` is the invoice that it was ordered as.
    """

    id: QuoteId
    version: int
    state: State
    offer: Invoice
    positions: tuple[Position, ...]
    number: str = ""
    revision: int = 1
    replaces: QuoteId | None = None
    is_replaced: bool = False
    valid_until: date | None = None
    chosen: tuple[int, ...] = ()
    decided_on: date | None = None
    reason: str = ""
    invoice_id: InvoiceId | None = None

    def require_draft(self) -> None:
        """Raise NotADraft unless this is a draft."""
        if self.state is not State.DRAFT:
            raise NotADraft(**self._facts())

    def send(self, number: str, today: date) -> Quote:
        """Return the quote as it goes out; raises NotADraft."""
        self.require_draft()
        sent_on = self.offer.issued_on or today
        return replace(
            self,
            state=State.SENT,
            version=self.version + 1,
            number=number,
            offer=replace(self.offer, issued_on=sent_on),
            valid_until=self.valid_until or sent_on + USUAL_VALIDITY,
        )

    def accept(self, chosen: tuple[int, ...], today: date) -> Quote:
        """Return the accepted quote with what was chosen; raises NotSent, NoLongerValid."""
        self._require_sent()
        if self.is_over(today):
            raise NoLongerValid(number=self.number, valid_until=self.valid_until)
        return self._decided(State.ACCEPTED, today, chosen=tuple(sorted(set(chosen))))

    def reject(self, reason: str, today: date) -> Quote:
        """Return the quote that the customer does not want, and why; raises NotSent."""
        self._require_sent()
        return self._decided(State.REJECTED, today, reason=reason)

    def expire(self, today: date) -> Quote:
        """Return the quote whose time has passed; raises NotSent, StillValid."""
        self._require_sent()
        if not self.is_over(today):
            raise StillValid(number=self.number, valid_until=self.valid_until)
        return self._decided(State.EXPIRED, today)

    def give_way(self, today: date) -> Quote:
        """Return the quote in whose place a later revision was sent: it holds no longer."""
        after = replace(self, is_replaced=True, version=self.version + 1)
        if self.state is not State.SENT:
            return after
        return replace(after, state=State.EXPIRED, decided_on=today)

    def order(self, invoice_id: InvoiceId | None, *, is_anew: bool = False) -> Quote:
        """Return the quote as ordered, with the invoice that came of it, if that is what came.

        Raises NotAccepted.

        ``is_anew`` says that an invoice which came of it before was thrown away as a draft.
        """
        if self.state is not (State.ORDERED if is_anew else State.ACCEPTED):
            raise NotAccepted(**self._facts())
        return replace(self, state=State.ORDERED, version=self.version + 1, invoice_id=invoice_id)

    def discard(self) -> Quote:
        """Return the discarded draft; raises NotADraft."""
        self.require_draft()
        return replace(self, state=State.DISCARDED, version=self.version + 1)

    def require_revisable(self) -> None:
        """Raise NotRevisable unless a later revision may come in the place of this one."""
        if self.state not in _REVISABLE or self.is_replaced:
            raise NotRevisable(**self._facts())

    def is_over(self, today: date) -> bool:
        """Say whether the day until which it holds has passed."""
        return self.valid_until is not None and self.valid_until < today

    def _require_sent(self) -> None:
        if self.state is not State.SENT:
            raise NotSent(**self._facts())

    def _decided(
        self, state: State, today: date, chosen: tuple[int, ...] = (), reason: str = ""
    ) -> Quote:
        return replace(
            self,
            state=state,
            version=self.version + 1,
            chosen=chosen,
            decided_on=today,
            reason=reason,
        )

    def _facts(self) -> dict[str, object]:
        return {"quote": self.id, "number": self.number, "state": self.state.value}


_REVISABLE = frozenset({State.SENT, State.REJECTED, State.EXPIRED})


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One row of the list of quotes; the figures are those of what counts."""

    id: QuoteId
    state: State
    number: str
    revision: int
    customer_name: str
    issued_on: date | None
    valid_until: date | None
    currency: str
    net_minor: int
    gross_minor: int
    is_replaced: bool

    @property
    def gross(self) -> Money:
        """Return what is to be paid if it is taken as it stands."""
        return Money(self.gross_minor, self.currency)


class QuoteSort(Enum):
    """What the list of quotes can be sorted by."""

    ISSUED_ON = "issued_on"
    NUMBER = "number"
    CUSTOMER = "customer"
    VALID_UNTIL = "valid_until"
    NET = "net"
    GROSS = "gross"


NEWEST_QUOTES = View(sort=QuoteSort.ISSUED_ON.value, is_descending=True)
