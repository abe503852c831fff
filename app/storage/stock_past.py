"""The stock of a past day: whole months that are kept, and what moved since the last of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select, type_coerce

from app.domain.shared.quantities import Quantity
from app.domain.stock.costs import as_quantity
from app.domain.stock.places import OURS
from app.storage.lists import MOST_ASKED, slices
from app.storage.stock_tables import (
    location,
    stock_month,
    stock_move,
    stock_value,
    stock_value_month,
)
from app.storage.stock_values import month_of
from app.storage.types import Rows, Whole

_OURS = select(location.c.id).where(location.c.kind.in_(tuple(OURS)))


class Held(NamedTuple):
    """How much of a product there is, in whole millionths, and what it is worth."""

    quantity: int = 0
    value: int = 0


class PastStock:
    """Reads what was on hand at the end of a day on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def held(self, day: date, among: Collection[int] | None = None) -> dict[int, Held]:
        """Return how much there was of each product and its value; ``among`` asks for these."""
        if among is None:
            return self._held(day, None)
        if len(among) > MOST_ASKED:
            every = self._held(day, None)
            return {one: every[one] for one in among if one in every}
        found: dict[int, Held] = {}
        for group in slices(among):
            found.update(self._held(day, group))
        return found

    def held_of(self, product_id: int, day: date) -> Quantity:
        """Return how much there was of one product."""
        return as_quantity(self.held(day, (product_id,)).get(product_id, Held()).quantity)

    def held_before(self, product_id: int, day: date) -> Quantity:
        """Return how much there was of one product when a day began."""
        if day == date.min:
            return as_quantity(0)
        return self.held_of(product_id, day - timedelta(days=1))

    def value(self, day: date) -> int:
        """Return what the whole stock was worth at the end of a day."""
        amounts = (one.selected_columns[1] for one in _values(day))
        sums = (
            one.with_only_columns(amount) for one, amount in zip(_values(day), amounts, strict=True)
        )
        return sum(int(self._connection.scalar(one) or 0) for one in sums)

    def _held(self, day: date, among: Collection[int] | None) -> dict[int, Held]:
        quantities: dict[int, int] = defaultdict(int)
        values: dict[int, int] = defaultdict(int)
        for sums, statements in ((quantities, _quantities(day)), (values, _values(day))):
            for product_id, amount in self._read(statements, among):
                sums[product_id] += amount
        return {one: Held(quantities[one], values[one]) for one in {*quantities, *values}}

    def _read(
        self, statements: tuple[Rows, ...], among: Collection[int] | None
    ) -> Iterator[tuple[int, int]]:
        for statement in statements:
            key = statement.selected_columns[0]
            wanted = statement if among is None else statement.where(key.in_(among))
            for product_id, amount in self._connection.execute(wanted.group_by(key)):
                yield int(product_id), int(amount)


def _quantities(day: date) -> tuple[Rows, ...]:
    """Return the sums of whole months, and of the days of the last one, in millionths."""
    parts = func.sum(_raw(stock_month.c.quantity))
    months: Rows = select(stock_month.c.product_id, parts).where(
        stock_month.c.month < month_of(day)
    )
    moved = _raw(stock_move.c.quantity)
    came = case((stock_move.c.to_id.in_(_OURS), moved), else_=0)
    went = case((stock_move.c.from_id.in_(_OURS), moved), else_=0)
    days: Rows = select(stock_move.c.product_id, func.sum(came - went)).where(
        stock_move.c.moved_on.between(day.replace(day=1), day)
    )
    return months, days


def _values(day: date) -> tuple[Rows, ...]:
    key = stock_value_month.c
    months: Rows = select(key.product_id, func.sum(key.amount_minor)).where(
        key.month < month_of(day)
    )
    rows = stock_value.c
    days: Rows = select(rows.product_id, func.sum(rows.amount_minor)).where(
        rows.booked_on.between(day.replace(day=1), day)
    )
    return months, days


def _raw(quantity: ColumnElement[Any]) -> ColumnElement[int]:
    """Return a quantity as it is kept, in whole millionths."""
    return type_coerce(quantity, Whole)
