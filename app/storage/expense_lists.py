"""Lists of expense claims: the newest first, or as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from app.domain.expenses.expense import ExpenseState
from app.domain.expenses.row import NEWEST_CLAIMS, ClaimRow, ClaimSort
from app.domain.shared.ids import EmployeeId, ExpenseClaimId
from app.domain.shared.money import Money
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.employee_tables import employee_record
from app.storage.expense_tables import expense_claim, expense_line
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.types import Rows

_SORTED: dict[ClaimSort, ColumnElement[Any]] = {
    ClaimSort.MADE: expense_claim.c.id,
    ClaimSort.NUMBER: expense_claim.c.number,
    ClaimSort.NAME: employee_record.c.name_key,
    ClaimSort.GROSS: expense_claim.c.gross_minor,
    ClaimSort.LAST_ON: expense_claim.c.last_on,
}


class ExpenseLists:
    """Reads lists of claims on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View = NEWEST_CLAIMS, among: Collection[int] | None = None) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), expense_claim.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids of the list in its order; ``among`` keeps only these."""
        return found_first(self._connection, _listed(view), expense_claim.c.id, size, among)

    def rows(self, ids: Sequence[int], today: date) -> tuple[ClaimRow, ...]:
        """Return the rows of these claims, in the order asked for."""
        found: dict[int, ClaimRow] = {}
        key = employee_record.c
        held = and_(
            key.employee_id == expense_claim.c.employee_id,
            key.valid_from <= today,
            or_(key.valid_until.is_(None), key.valid_until > today),
        )
        for group in slices(ids):
            wanted: Rows = (
                select(expense_claim, key.name)
                .outerjoin(employee_record, held)
                .where(expense_claim.c.id.in_(group))
            )
            for row in whole(self._connection, wanted):
                found[row.id] = ClaimRow(
                    ExpenseClaimId(row.id),
                    row.version,
                    row.state,
                    row.number or "",
                    EmployeeId(row.employee_id),
                    row.name or "",
                    row.purpose,
                    row.first_on,
                    row.last_on,
                    Money(row.gross_minor, row.currency),
                    row.paying,
                    row.decided_by,
                    row.paid_on,
                    row.submitted_at.date() if row.submitted_at is not None else None,
                )
        return in_order(ids, found)

    def waiting(self, today: date) -> tuple[ClaimRow, ...]:
        """Return the claims that wait for a decision, the oldest first."""
        view = View(only=(ExpenseState.SUBMITTED.value,), sort=ClaimSort.MADE.value)
        return self.rows(self.spine(view), today)

    def of(self, employee_id: EmployeeId, today: date) -> tuple[ClaimRow, ...]:
        """Return the claims of a person, the oldest first."""
        key = expense_claim.c
        wanted = select(key.id).where(key.employee_id == employee_id).order_by(key.id)
        return self.rows(tuple(self._connection.scalars(wanted)), today)

    def last_prices(self) -> dict[str, Decimal]:
        """Return at which price each tariff was paid last."""
        key = expense_line.c
        latest = (
            select(func.max(key.id))
            .where(key.tariff != "", key.price.is_not(None))
            .group_by(key.tariff)
        )
        found = self._connection.execute(select(key.tariff, key.price).where(key.id.in_(latest)))
        return {row[0]: row[1] for row in found if row[1] is not None}

    def counts(self) -> dict[ExpenseState, int]:
        """Return how many claims stand where."""
        state = expense_claim.c.state
        found = self._connection.execute(select(state, func.count()).group_by(state))
        return {row[0]: int(row[1]) for row in found}


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_CLAIMS
    sort = sort_of(ClaimSort, asked.sort, ClaimSort.MADE)
    wanted = select(expense_claim.c.id)
    if view.only:
        wanted = wanted.where(expense_claim.c.state.in_(states_of(ExpenseState, view.only)))
    if sort is ClaimSort.NAME:
        key = employee_record.c
        here = and_(key.employee_id == expense_claim.c.employee_id, key.valid_until.is_(None))
        wanted = wanted.outerjoin(employee_record, here)
    return ordered(wanted, _SORTED[sort], expense_claim.c.id, asked)
