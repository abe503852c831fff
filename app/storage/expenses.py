"""Expense claims: a draft is replaced whole, what was handed in is only decided on and paid."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from app.domain.expenses.expense import KIND, ExpenseClaim, ExpenseLine, ExpenseState, Paying
from app.domain.expenses.policy import ExpenseLimit
from app.domain.shared.ids import (
    AccountId,
    DocumentId,
    EmployeeId,
    EntryId,
    ExpenseClaimId,
    ExpenseLineId,
    ExpenseRuleId,
    PayrollRunId,
    new_id,
)
from app.domain.shared.money import Money
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.catalogues import Shape
from app.storage.deeds import Changes
from app.storage.expense_tables import expense_claim, expense_limit, expense_line
from app.storage.lists import in_order, slices
from app.storage.types import Rows
from app.storage.versioned import replace_row


class ExpenseStore:
    """Reads and writes claims with their expenses on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, claim_id: ExpenseClaimId) -> ExpenseClaim:
        """Return a claim; raises NotFound."""
        found = self.get_all((claim_id,))
        if not found:
            raise NotFound(record=KIND, id=claim_id)
        return found[0]

    def get_all(self, ids: Sequence[ExpenseClaimId]) -> tuple[ExpenseClaim, ...]:
        """Return claims in the order asked for; what is gone is left out."""
        found: dict[int, ExpenseClaim] = {}
        for group in slices(ids):
            lines = self._lines(group)
            wanted = select(expense_claim).where(expense_claim.c.id.in_(group))
            for row in self._connection.execute(wanted):
                found[row.id] = _claim_of(row, lines.get(row.id, []))
        return in_order(ids, found)

    def numbered(self, number: str) -> ExpenseClaimId | None:
        """Return the claim that has a number, or none."""
        wanted = select(expense_claim.c.id).where(expense_claim.c.number == number)
        found = self._connection.scalar(wanted)
        return None if found is None else ExpenseClaimId(found)

    def for_payroll(self, states: Collection[ExpenseState]) -> tuple[ExpenseClaim, ...]:
        """Return the claims in some states that the payroll is to pay, the oldest first."""
        key = expense_claim.c
        wanted = select(key.id).where(
            key.paying == Paying.PAYROLL, key.state.in_(tuple(states)), key.run_id.is_(None)
        )
        return self.get_all(sorted(map(ExpenseClaimId, self._connection.scalars(wanted))))

    def of_runs(self, runs: Collection[PayrollRunId]) -> tuple[ExpenseClaim, ...]:
        """Return the claims that runs pay, the oldest first."""
        key = expense_claim.c
        wanted = select(key.id).where(key.run_id.in_(tuple(runs)))
        return self.get_all(sorted(map(ExpenseClaimId, self._connection.scalars(wanted))))

    def with_document(self, documents: Collection[DocumentId]) -> dict[DocumentId, set[int]]:
        """Return the claims in which documents stand as receipts."""
        found: dict[DocumentId, set[int]] = {}
        for group in slices(documents):
            key = expense_line.c
            wanted = select(key.document_id, key.claim_id).where(key.document_id.in_(group))
            for row in self._connection.execute(wanted):
                found.setdefault(DocumentId(row[0] or 0), set()).add(row[1])
        return found

    def alike(self, employee_id: EmployeeId, day: date, gross: Money) -> set[int]:
        """Return the claims of a person that have an expense of this day and amount."""
        wanted = (
            select(expense_line.c.claim_id)
            .join(expense_claim, expense_claim.c.id == expense_line.c.claim_id)
            .where(
                expense_claim.c.employee_id == employee_id,
                expense_claim.c.state != ExpenseState.REJECTED,
                expense_line.c.day == day,
                expense_line.c.gross_minor == gross.minor,
            )
        )
        return set(self._connection.scalars(wanted))

    def add(self, new: ExpenseClaim) -> None:
        """Write a new claim; raises Conflict where its id is taken."""
        taken = select(expense_claim.c.id).where(expense_claim.c.id == new.id)
        if self._connection.scalar(taken) is not None:
            raise Conflict(record=KIND, id=new.id)
        self._connection.execute(insert(expense_claim), _claim_row(new))
        self._add_lines(new)
        self._changes.note(f"{KIND}:{new.id}", None, new)

    def save(self, before: ExpenseClaim, after: ExpenseClaim) -> None:
        """Write what became of a claim; raises Conflict where it was changed since."""
        replace_row(self._connection, expense_claim, before, _claim_row(after))
        if before.lines != after.lines:
            self._drop_lines(after.id)
            self._add_lines(after)
        self._changes.note(f"{KIND}:{after.id}", before, after)

    def remove(self, gone: ExpenseClaim) -> None:
        """Remove a draft that never had a number; the audit keeps what it said."""
        self._drop_lines(gone.id)
        self._connection.execute(delete(expense_claim).where(expense_claim.c.id == gone.id))
        self._changes.note(f"{KIND}:{gone.id}", gone, None)

    def _lines(self, ids: Sequence[int]) -> dict[int, list[ExpenseLine]]:
        key = expense_line.c
        wanted: Rows = (
            select(expense_line, expense_claim.c.currency)
            .join(expense_claim, expense_claim.c.id == key.claim_id)
            .where(key.claim_id.in_(ids))
            .order_by(key.claim_id, key.place)
        )
        found: dict[int, list[ExpenseLine]] = {}
        for row in self._connection.execute(wanted):
            found.setdefault(row.claim_id, []).append(_line_of(row))
        return found

    def _add_lines(self, claim: ExpenseClaim) -> None:
        rows = [_line_row(claim, one) for one in claim.lines]
        if rows:
            self._connection.execute(insert(expense_line), rows)

    def _drop_lines(self, claim_id: ExpenseClaimId) -> None:
        self._connection.execute(delete(expense_line).where(expense_line.c.claim_id == claim_id))


def _claim_row(one: ExpenseClaim) -> dict[str, Any]:
    own = {name: getattr(one, name) for name in _CLAIM}
    return own | {"number": one.number or None, "gross_minor": one.gross.minor}


def _line_row(claim: ExpenseClaim, one: ExpenseLine) -> dict[str, Any]:
    own = {name: getattr(one, name) for name in _LINE}
    foreign = one.foreign
    return own | {
        "id": one.id or new_id(),
        "claim_id": claim.id,
        "gross_minor": one.gross.minor,
        "vat_minor": one.vat.minor,
        "foreign_minor": foreign.minor if foreign else None,
        "foreign_currency": foreign.currency if foreign else "",
    }


def _claim_of(row: Row[Any], lines: Sequence[ExpenseLine]) -> ExpenseClaim:
    return ExpenseClaim(
        id=ExpenseClaimId(row.id),
        version=row.version,
        state=row.state,
        employee_id=EmployeeId(row.employee_id),
        purpose=row.purpose,
        lines=tuple(lines),
        currency=row.currency,
        paying=row.paying,
        number=row.number or "",
        first_on=row.first_on,
        last_on=row.last_on,
        claimed_by=row.claimed_by,
        submitted_at=row.submitted_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        answer=row.answer,
        entry_id=None if row.entry_id is None else EntryId(row.entry_id),
        paid_on=row.paid_on,
        paid_entry_id=None if row.paid_entry_id is None else EntryId(row.paid_entry_id),
        run_id=None if row.run_id is None else PayrollRunId(row.run_id),
    )


def _line_of(row: Row[Any]) -> ExpenseLine:
    foreign = None
    if row.foreign_minor is not None:
        foreign = Money(row.foreign_minor, row.foreign_currency)
    return ExpenseLine(
        id=ExpenseLineId(row.id),
        place=row.place,
        kind=row.kind,
        day=row.day,
        text=row.text,
        account_id=AccountId(row.account_id),
        gross=Money(row.gross_minor, row.currency),
        vat_rate=Rate(row.vat_rate),
        vat=Money(row.vat_minor, row.currency),
        vat_code=row.vat_code,
        quantity=None if row.quantity is None else Quantity(row.quantity),
        price=None if row.price is None else UnitPrice(row.price),
        tariff=row.tariff,
        document_id=None if row.document_id is None else DocumentId(row.document_id),
        foreign=foreign,
        rate_of_exchange=row.rate_of_exchange,
        reason=row.reason,
        over_limit=row.over_limit,
    )


def _limit_row(one: ExpenseLimit) -> dict[str, Any]:
    own = {name: getattr(one, name) for name in _LIMIT}
    return own | {"most_minor": one.most.minor, "currency": one.most.currency}


def _limit_of(row: Row[Any]) -> ExpenseLimit:
    return ExpenseLimit(
        ExpenseRuleId(row.id),
        row.version,
        row.name,
        row.valid_from,
        Money(row.most_minor, row.currency),
        row.per,
        row.kind,
        None if row.account_id is None else AccountId(row.account_id),
        row.is_closed,
    )


_CLAIM = tuple(name for name in expense_claim.c.keys() if name not in {"number", "gross_minor"})  # noqa: SIM118  columns are no mapping
_LINE = (
    *("place", "kind", "day", "text", "account_id", "vat_rate", "vat_code", "quantity", "price"),
    *("tariff", "document_id", "rate_of_exchange", "reason", "over_limit"),
)
_LIMIT = ("id", "version", "name", "valid_from", "per", "kind", "account_id", "is_closed")
EXPENSE_LIMITS = Shape("expense-limit", expense_limit, _limit_row, _limit_of)
