"""Lists of payments: the newest first, or as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    case,
    func,
    or_,
    select,
)

from app.domain.payments.payment import (
    NEWEST_PAYMENTS,
    PaymentRow,
    PaymentSort,
    PaymentsShown,
    PaymentState,
)
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.payment_tables import payment
from app.storage.types import Rows

_SORTED: dict[PaymentSort, ColumnElement[Any]] = {
    PaymentSort.PAID_ON: payment.c.paid_on,
    PaymentSort.NUMBER: payment.c.number,
    PaymentSort.PAYER: payment.c.payer_key,
    PaymentSort.AMOUNT: payment.c.amount_minor,
}
_SHOWN: dict[PaymentsShown, ColumnElement[bool]] = {
    PaymentsShown.RECORDED: payment.c.state == PaymentState.RECORDED,
    PaymentsShown.CREDIT: payment.c.open_minor > 0,
    PaymentsShown.REVERSED: payment.c.state == PaymentState.REVERSED,
}
_ROW = (
    payment.c.id,
    payment.c.state,
    payment.c.direction,
    payment.c.number,
    payment.c.payer,
    payment.c.paid_on,
    payment.c.currency,
    payment.c.amount_minor,
    payment.c.open_minor,
    payment.c.reference,
)


class PaymentLists:
    """Reads lists of payments on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = NEWEST_PAYMENTS, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), payment.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids of the list in its order; ``among`` keeps only these."""
        return found_first(self._connection, _listed(view), payment.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[PaymentRow, ...]:
        """Return the rows of these payments, in the order asked for."""
        found: dict[int, PaymentRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(payment.c.id.in_(group))
            found.update((row.id, PaymentRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self) -> dict[str, int]:
        """Return how many payments the list shows under each of its chips."""
        sums = [func.sum(case((kept, 1), else_=0)) for kept in _SHOWN.values()]
        found = self._connection.execute(select(*sums)).one()
        return {one.value: int(count or 0) for one, count in zip(_SHOWN, found, strict=True)}


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_PAYMENTS
    column = _SORTED[sort_of(PaymentSort, asked.sort, PaymentSort.PAID_ON)]
    wanted = select(payment.c.id)
    if view.only:
        shown = states_of(PaymentsShown, view.only)
        wanted = wanted.where(or_(*(_SHOWN[one] for one in shown)))
    return ordered(wanted, column, payment.c.id, asked)
