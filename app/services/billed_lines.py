"""Billed lines: what invoices say of an order's lines is counted anew whenever one changes.

It is counted in the transaction that keeps, issues or discards the invoice: an order never
believes an invoice that is not there, and no more is invoiced than went out or was ordered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.invoices.invoice import Invoice
from app.domain.invoices.totals import totals_of
from app.domain.orders.billing import recounted
from app.domain.orders.order import Order, OrderState
from app.domain.shared.ids import OrderLineId
from app.services.office import Desk


class BilledLines:
    """Counts at one desk what is invoiced of orders."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def recount(self, *papers: Invoice | None) -> tuple[Order, ...]:
        """Count what is invoiced of the orders that these papers bill; return what changed.

        Raises MoreThanBillable.
        """
        lines = frozenset(_lines(papers))
        return tuple(self._recounted(lines)) if lines else ()

    def _recounted(self, lines: frozenset[OrderLineId]) -> Iterable[Order]:
        store = self._store
        ids = store.order_ties.of_lines(lines)
        store.orders.lock(ids)
        for order in store.orders.get_all(ids).values():
            if order.state in {OrderState.DRAFT, OrderState.CANCELLED}:
                continue
            known = [line.id for line in order.lines]
            counted = recounted(order, store.order_lines.billed(known)).settled()
            if replace(counted, version=order.version) != order:
                store.orders.save(order, counted, totals_of(counted.wanted))
                yield counted


def _lines(papers: Iterable[Invoice | None]) -> Iterable[OrderLineId]:
    for paper in papers:
        for line in paper.lines if paper is not None else ():
            if line.order_line_id is not None:
                yield line.order_line_id
