"""Reminder runs: planned on a day, looked at letter by letter, then issued or discarded.

A letter is to one customer in one currency, with all that it owes. Nothing of a run is a claim
before it is issued, and nothing is booked until it is paid.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.reminders.standing import LAST, InvoiceStanding
from app.domain.shared.ids import ContactId, DocumentId, InvoiceId, ReminderId, ReminderRunId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import IllegalTransition, Refusal
from app.domain.shared.vat import RatePeriod

KIND = "reminder"
"""The kind of record of one letter, as links, the search and number series name it."""
RUN = "reminder-run"

MOST_DAYS = 365
WRONG_DAYS = Rule("reminders.days-out-of-range", "days", "most")
NEGATIVE = Rule("reminders.negative", "figure")
WRONG_LEVEL = Rule("reminders.wrong-level", "level", "last")
DAY_TO_COME = Rule("reminders.day-to-come", "day")


class RunState(Enum):
    """Where a run stands."""

    PREPARED = "prepared"
    ISSUED = "issued"
    DISCARDED = "discarded"


class LetterState(Enum):
    """What becomes of one customer of a run."""

    READY = "ready"
    LEFT_OUT = "left-out"
    SKIPPED = "skipped"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


class Way(Enum):
    """How a reminder goes out."""

    POST = "post"
    EMAIL = "email"


class RunBegun(IllegalTransition):
    """Some letters of the run are issued: they stay, and it can only be gone on with."""

    code = "reminders.begun"


class RunEnded(IllegalTransition):
    """The run was issued or discarded."""

    code = "reminders.ended"


class NotReady(IllegalTransition):
    """The letter is issued, or was skipped: only one that waits can be changed."""

    code = "reminders.not-ready"


class NothingToRemind(Refusal):
    """Nothing is overdue of which a reminder could be written on that day."""

    code = "reminders.nothing"


class Withdrawn(IllegalTransition):
    """Only the newest reminder of its invoices can be withdrawn, and only while it is issued."""

    code = "reminders.not-withdrawable"


@dataclass(frozen=True, slots=True)
class RunTerms:
    """By what a run is reckoned; a figure left out is the law's.

    ``agreed`` is the interest that was agreed with the customers, in percent a year; ``fee`` the
    fee of a reminder and ``fee_from`` the first level that asks for it; ``base`` are base rates of
    half-years that came after the table of the country.
    """

    grace_days: int
    between_days: int
    pay_days: int
    agreed: Rate | None = None
    fee: Decimal | None = None
    fee_from: int | None = None
    base: tuple[RatePeriod, ...] = ()
    way: Way = Way.POST

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the figures, each at its field."""
        found = []
        for name in ("grace_days", "between_days", "pay_days"):
            days = getattr(self, name)
            if not 0 <= days <= MOST_DAYS:
                found.append(WRONG_DAYS.at(name, days=days, most=MOST_DAYS))
        for name in ("agreed", "fee"):
            figure = getattr(self, name)
            if figure is not None and (not figure.is_finite() or figure < 0):
                found.append(NEGATIVE.at(name, figure=figure))
        if self.fee_from is not None and not 1 <= self.fee_from <= LAST:
            found.append(WRONG_LEVEL.at("fee_from", level=self.fee_from, last=LAST))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ReminderRun:
    """A run as it was reckoned on its day; ``made_by`` prepared it."""

    id: ReminderRunId
    version: int
    state: RunState
    day: date
    terms: RunTerms
    made_by: str
    made_at: datetime

    def require_prepared(self) -> None:
        """Raise RunEnded unless it can be changed and issued."""
        if self.state is not RunState.PREPARED:
            raise RunEnded(record=RUN, state=self.state.value)

    def discarded(self, issued: int) -> ReminderRun:
        """Return the run that was thrown away; raises RunBegun once a letter of it is issued."""
        self.require_prepared()
        if issued:
            raise RunBegun(record=RUN, issued=issued)
        return replace(self, state=RunState.DISCARDED)

    def ended(self) -> ReminderRun:
        """Return the run of which no letter waits any more."""
        self.require_prepared()
        return replace(self, state=RunState.ISSUED)


@dataclass(frozen=True, slots=True)
class ReminderItem:
    """One document in a letter: what is open of it, its interest and its fee, in minor units.

    Open amounts of credit notes are negative. ``code`` and ``facts`` say why a document is named
    but not reminded of. ``stood`` is how it stood before the letter was issued.
    """

    invoice_id: InvoiceId
    number: str
    due_on: date
    amount_minor: int
    open_minor: int
    days: int = 0
    interest_minor: int = 0
    fee_minor: int = 0
    level: int = 0
    code: str = ""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    stood: InvoiceStanding | None = None

    @property
    def why(self) -> Problem | None:
        """Why it is not reminded of; none where it is."""
        return Problem("", self.code, self.facts) if self.code else None


@dataclass(frozen=True, slots=True)
class Reminder:
    """One letter of a run, or a customer who gets none: ``code`` and ``facts`` say why.

    ``wanted_level`` is what a clerk chose instead of the usual. Amounts are in minor units:
    ``principal_minor`` is what is overdue, ``credit_minor`` what of payments is not used yet.
    """

    id: ReminderId
    run_id: ReminderRunId
    position: int
    contact_id: ContactId | None
    name: str
    currency: str
    state: LetterState
    level: int = 0
    wanted_level: int | None = None
    language: str = ""
    way: Way = Way.POST
    email: str = ""
    pay_by: date | None = None
    principal_minor: int = 0
    credit_minor: int = 0
    interest_minor: int = 0
    fee_minor: int = 0
    code: str = ""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    number: str = ""
    reference: str = ""
    document_id: DocumentId | None = None
    issued_on: date | None = None
    items: tuple[ReminderItem, ...] = ()

    @property
    def total_minor(self) -> int:
        """What the customer is asked to pay."""
        return self.principal_minor + self.interest_minor + self.fee_minor - self.credit_minor

    @property
    def why(self) -> Problem | None:
        """Why there is no letter; none where there is one."""
        return Problem("", self.code, self.facts) if self.code else None

    @property
    def reminded(self) -> tuple[ReminderItem, ...]:
        """The documents that the letter reminds of."""
        return tuple(one for one in self.items if not one.code and one.open_minor > 0)

    @property
    def offset(self) -> tuple[ReminderItem, ...]:
        """The credit notes that are taken off."""
        return tuple(one for one in self.items if not one.code and one.open_minor < 0)

    @property
    def named(self) -> tuple[ReminderItem, ...]:
        """The documents that it leaves out, each with its reason."""
        return tuple(one for one in self.items if one.code)

    def require(self, *states: LetterState) -> None:
        """Raise NotReady unless the letter is in one of these states."""
        if self.state not in states:
            raise NotReady(record=KIND, number=self.number, state=self.state.value)

    def skipped(self, why: Problem) -> Reminder:
        """Return the customer as one who gets no letter."""
        facts = dict(why.facts)
        return replace(self, state=LetterState.SKIPPED, code=why.code, facts=facts)


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as a list shows it: how many letters stand where, and what the issued ones claim.

    ``claims`` are the totals of its letters that wait or are issued, by currency.
    """

    run: ReminderRun
    counts: Mapping[LetterState, int]
    claims: tuple[tuple[str, int], ...] = ()

    @property
    def id(self) -> ReminderRunId:
        """The run's own id: a list knows its rows by it."""
        return self.run.id

    def of(self, state: LetterState) -> int:
        """Return how many letters stand so."""
        return self.counts.get(state, 0)
