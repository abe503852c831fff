"""Lists of plans: what is due next first, or as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from app.domain.recurring.plan import NEXT_PLANS, Makes, PlanRow, PlanSort, PlanState
from app.domain.shared.ids import ContactId
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.contact_tables import contact
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.plan_tables import recurring_plan
from app.storage.types import Rows

_SORTED: dict[PlanSort, ColumnElement[Any]] = {
    PlanSort.DUE_ON: func.coalesce(recurring_plan.c.due_on, "9999"),
    PlanSort.NAME: recurring_plan.c.name_key,
    PlanSort.CUSTOMER: contact.c.name_key,
    PlanSort.GROSS: recurring_plan.c.gross_minor,
}
_ROW = (
    recurring_plan.c.id,
    recurring_plan.c.state,
    recurring_plan.c.name,
    recurring_plan.c.customer_id,
    contact.c.name,
    recurring_plan.c.due_on,
    recurring_plan.c.next_on,
    recurring_plan.c.ends_on,
    recurring_plan.c.every,
    recurring_plan.c.unit,
    recurring_plan.c.makes,
    recurring_plan.c.currency,
    recurring_plan.c.gross_minor,
    recurring_plan.c.has_rise,
)


class PlanLists:
    """Reads lists of plans on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self,
        view: View = NEXT_PLANS,
        among: Collection[int] | None = None,
        makes: Collection[Makes] | None = None,
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` and ``makes`` keep only these."""
        return found_spine(self._connection, _listed(view, makes), recurring_plan.c.id, among)

    def first(
        self,
        view: View,
        size: int,
        among: Collection[int] | None = None,
        makes: Collection[Makes] | None = None,
    ) -> array[int]:
        """Return the first ids of the list in its order, of those that ``spine`` would return."""
        wanted = _listed(view, makes)
        return found_first(self._connection, wanted, recurring_plan.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[PlanRow, ...]:
        """Return the rows of these plans, in the order asked for."""
        found: dict[int, PlanRow] = {}
        for group in slices(ids):
            wanted: Rows = _joined(select(*_ROW)).where(recurring_plan.c.id.in_(group))
            found.update((row.id, PlanRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self, makes: Collection[Makes]) -> dict[PlanState, int]:
        """Return how many plans that make one of these stand where."""
        state = recurring_plan.c.state
        mine = select(state, func.count()).where(recurring_plan.c.makes.in_(tuple(makes)))
        found = self._connection.execute(mine.group_by(state))
        return {row[0]: int(row[1]) for row in found}

    def of_customer(self, contact_id: ContactId) -> tuple[PlanRow, ...]:
        """Return the plans of a customer, the newest first."""
        wanted = select(recurring_plan.c.id).where(recurring_plan.c.customer_id == contact_id)
        ids = self._connection.scalars(wanted.order_by(recurring_plan.c.id.desc()))
        return self.rows(tuple(ids))


def _listed(view: View, makes: Collection[Makes] | None) -> Select[int]:
    asked = view if view.sort else NEXT_PLANS
    column = _SORTED[sort_of(PlanSort, asked.sort, PlanSort.DUE_ON)]
    wanted = _joined(select(recurring_plan.c.id))
    if makes is not None:
        wanted = wanted.where(recurring_plan.c.makes.in_(tuple(makes)))
    if view.only:
        wanted = wanted.where(recurring_plan.c.state.in_(states_of(PlanState, view.only)))
    return ordered(wanted, column, recurring_plan.c.id, asked)


def _joined(wanted: Rows) -> Rows:
    return wanted.select_from(
        recurring_plan.outerjoin(contact, contact.c.id == recurring_plan.c.customer_id)
    )
