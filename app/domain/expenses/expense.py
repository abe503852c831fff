"""Expense claims: receipts, kilometres and daily allowances, approved by somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.expenses.refused import (
    ClaimNotADraft,
    ClaimNotApproved,
    ClaimNotPosted,
    ClaimNotRejected,
    ClaimNotSubmitted,
    PaidBeforePosted,
    PaidWithPayroll,
)
from app.domain.shared.ids import (
    AccountId,
    DocumentId,
    EmployeeId,
    EntryId,
    ExpenseClaimId,
    ExpenseLineId,
    PayrollRunId,
)
from app.domain.shared.money import Money, total
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.refusals import IllegalTransition

KIND = "expense-claim"


class ExpenseState(Enum):
    """Where a claim stands (DOMAIN: draft→submitted→approved→posted→paid; rejected→draft)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    POSTED = "posted"
    PAID = "paid"


class ExpenseKind(Enum):
    """What an expense is reckoned from."""

    RECEIPT = "receipt"
    MILEAGE = "mileage"
    PER_DIEM = "per-diem"


class Paying(Enum):
    """How a claim is paid back."""

    BANK = "bank"
    PAYROLL = "payroll"


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """One expense, in the currency of the books.

    A receipt has ``gross`` and the rate of the VAT in it; kilometres and days have ``quantity``
    times ``price`` and no VAT. ``foreign`` is what was paid abroad, ``rate_of_exchange`` what one
    unit of it was worth. ``over_limit`` is why it is over what the policy allows.
    """

    id: ExpenseLineId
    place: int
    kind: ExpenseKind
    day: date
    text: str
    account_id: AccountId
    gross: Money
    vat_rate: Rate
    vat: Money
    vat_code: str = ""
    quantity: Quantity | None = None
    price: UnitPrice | None = None
    tariff: str = ""
    document_id: DocumentId | None = None
    foreign: Money | None = None
    rate_of_exchange: Decimal | None = None
    reason: str = ""
    over_limit: str = ""

    @property
    def net(self) -> Money:
        """What is booked as a cost: all but the VAT that may be deducted."""
        return self.gross - self.vat


@dataclass(frozen=True, slots=True)
class ExpenseClaim:
    """What one person claims, in the ``currency`` of the books.

    ``number`` is given when it is first handed in and stays.
    """

    id: ExpenseClaimId
    version: int
    state: ExpenseState
    employee_id: EmployeeId
    purpose: str
    lines: tuple[ExpenseLine, ...]
    currency: str
    paying: Paying = Paying.BANK
    number: str = ""
    first_on: date | None = None
    last_on: date | None = None
    claimed_by: str = ""
    submitted_at: datetime | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    answer: str = ""
    entry_id: EntryId | None = None
    paid_on: date | None = None
    paid_entry_id: EntryId | None = None
    run_id: PayrollRunId | None = None

    @property
    def gross(self) -> Money:
        """What the person is paid."""
        return total(tuple(line.gross for line in self.lines), self.currency)

    @property
    def vat(self) -> Money:
        """The VAT that may be deducted."""
        return total(tuple(line.vat for line in self.lines), self.currency)

    def require_draft(self) -> None:
        """Raise ClaimNotADraft unless this is a draft."""
        self._require(ExpenseState.DRAFT, ClaimNotADraft)

    def require_removable(self) -> None:
        """Raise ClaimNotADraft unless this is a draft that was never handed in."""
        if self.number:
            raise ClaimNotADraft(number=self.number, state=self.state.value)
        self.require_draft()

    def with_lines(self, lines: Sequence[ExpenseLine]) -> ExpenseClaim:
        """Return the claim with these expenses, and from when to when they are."""
        days = [line.day for line in lines]
        first, last = (min(days), max(days)) if days else (None, None)
        return replace(self, lines=tuple(lines), first_on=first, last_on=last)

    def submit(self, number: str, at: datetime, who: str) -> ExpenseClaim:
        """Return the claim as it is handed in; raises ClaimNotADraft."""
        self.require_draft()
        after = self._next(ExpenseState.SUBMITTED)
        return replace(
            after,
            number=self.number or number,
            claimed_by=who,
            submitted_at=at,
            decided_by="",
            decided_at=None,
        )

    def approve(self, at: datetime, who: str, answer: str = "") -> ExpenseClaim:
        """Return the approved claim; raises ClaimNotSubmitted."""
        self._require(ExpenseState.SUBMITTED, ClaimNotSubmitted)
        return self._decided(ExpenseState.APPROVED, at, who, answer)

    def reject(self, at: datetime, who: str, answer: str) -> ExpenseClaim:
        """Return the rejected claim, and why; raises ClaimNotSubmitted."""
        self._require(ExpenseState.SUBMITTED, ClaimNotSubmitted)
        return self._decided(ExpenseState.REJECTED, at, who, answer)

    def redraft(self) -> ExpenseClaim:
        """Return the rejected claim as a draft that is mended; raises ClaimNotRejected."""
        self._require(ExpenseState.REJECTED, ClaimNotRejected)
        return self._next(ExpenseState.DRAFT)

    def post(self, entry_id: EntryId) -> ExpenseClaim:
        """Return the claim as the books have it; raises ClaimNotApproved."""
        self._require(ExpenseState.APPROVED, ClaimNotApproved)
        return replace(self._next(ExpenseState.POSTED), entry_id=entry_id)

    def require_payable(self, on: date, today: date) -> None:
        """Raise ClaimNotPosted, PaidWithPayroll, PaidBeforePosted unless the bank pays it."""
        self._require(ExpenseState.POSTED, ClaimNotPosted)
        if self.paying is Paying.PAYROLL:
            raise PaidWithPayroll(number=self.number)
        if on > today or (self.last_on is not None and on < self.last_on):
            raise PaidBeforePosted(number=self.number, day=on)

    def pay(
        self, on: date, entry_id: EntryId | None, run_id: PayrollRunId | None = None
    ) -> ExpenseClaim:
        """Return the claim as it was paid, by an entry or a payroll run; raises ClaimNotPosted."""
        self._require(ExpenseState.POSTED, ClaimNotPosted)
        after = self._next(ExpenseState.PAID)
        return replace(after, paid_on=on, paid_entry_id=entry_id, run_id=run_id)

    def _require(self, state: ExpenseState, refusal: type[IllegalTransition]) -> None:
        if self.state is not state:
            raise refusal(number=self.number, state=self.state.value)

    def _next(self, state: ExpenseState) -> ExpenseClaim:
        return replace(self, state=state, version=self.version + 1)

    def _decided(self, state: ExpenseState, at: datetime, who: str, answer: str) -> ExpenseClaim:
        after = self._next(state)
        return replace(after, decided_at=at, decided_by=who, answer=answer.strip())


def reserved(claim: ExpenseClaim, run_id: PayrollRunId) -> ExpenseClaim:
    """Return a posted claim kept for an approved run; raises ClaimNotPosted, PaidWithPayroll."""
    if claim.state is not ExpenseState.POSTED:
        raise ClaimNotPosted(number=claim.number, state=claim.state.value)
    if claim.run_id is not None:
        raise PaidWithPayroll(number=claim.number)
    return replace(claim, version=claim.version + 1, run_id=run_id)
