"""Checks of stock: all that is kept is added up from the moves again and must be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, type_coerce

from app.domain.accounting.chart import AccountUse
from app.domain.stock.item import Costing
from app.domain.stock.places import OURS
from app.domain.stock.receipt import ReceiptState
from app.storage.books import account, account_balance
from app.storage.products import product
from app.storage.receipt_tables import receipt, receipt_line
from app.storage.stock_tables import (
    location,
    lot,
    stock_item,
    stock_layer,
    stock_level,
    stock_month,
    stock_move,
    stock_standing,
    stock_value,
    stock_value_month,
    stock_worth,
)
from app.storage.stock_values import month_of
from app.storage.types import Rows, Whole


class Wrong(NamedTuple):
    """Something kept that is not what adding it up gives: what it is, and of which product."""

    what: str
    product_id: int


class StockChecks:
    """Adds up the stock anew on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def differences(self) -> Iterator[Wrong]:
        """Yield everything that is kept otherwise than the moves say; none is as it must be."""
        levels, months = self._moved()
        yield from _compared("level", levels, self._kept(stock_level, "on_hand", 3))
        yield from _compared("month", months, self._kept(stock_month, "quantity", 3))
        yield from self._standings(levels)
        yield from self._incoming()
        yield from self._worths()
        yield from self._ledger()

    def code_of(self, product_id: int) -> str:
        """Return the code of a product, or nothing where it is all of them."""
        return (
            self._connection.scalar(select(product.c.code).where(product.c.id == product_id)) or ""
        )

    def _moved(self) -> tuple[Mapping[Any, int], Mapping[Any, int]]:
        """Return what lies at every spot, and what came in every month, by the moves alone."""
        ours = set(self._houses())
        levels: dict[Any, int] = defaultdict(int)
        months: dict[Any, int] = defaultdict(int)
        key = stock_move.c
        columns = (key.product_id, key.from_id, key.to_id, key.lot_id, key.moved_on)
        wanted: Rows = select(*columns, type_coerce(key.quantity, Whole))
        rows = self._connection.execute(wanted, execution_options={"yield_per": 5000})
        for one, source, target, of_lot, day, parts in rows:
            for place, by in ((source, -parts), (target, parts)):
                if place in ours:
                    levels[one, place, of_lot or 0] += by
                    months[one, place, month_of(day)] += by
        return levels, months

    def _houses(self) -> dict[int, int]:
        wanted = select(location.c.id, location.c.warehouse_id).where(
            location.c.kind.in_(tuple(OURS))
        )
        return {row.id: row.warehouse_id or row.id for row in self._connection.execute(wanted)}

    def _kept(self, table: Any, name: str, keys: int) -> dict[Any, int]:
        columns = list(table.c)[:keys]
        wanted: Rows = select(*columns, type_coerce(table.c[name], Whole))
        return {tuple(row)[:keys]: row[keys] for row in self._connection.execute(wanted)}

    def _standings(self, levels: Mapping[Any, int]) -> Iterator[Wrong]:
        houses = self._houses()
        blocked_lots = set(self._connection.scalars(select(lot.c.id).where(lot.c.is_blocked == 1)))
        there: dict[Any, int] = defaultdict(int)
        blocked: dict[Any, int] = defaultdict(int)
        for (one, place, of_lot), parts in levels.items():
            there[one, houses[place]] += parts
            if of_lot in blocked_lots:
                blocked[one, houses[place]] += parts
        yield from _compared("standing", there, self._kept(stock_standing, "on_hand", 2))
        yield from _compared("blocked", blocked, self._kept(stock_standing, "blocked", 2))

    def _incoming(self) -> Iterator[Wrong]:
        line = receipt_line.c
        rest = type_coerce(line.expected, Whole) - type_coerce(line.received, Whole)
        wanted: Rows = (
            select(line.product_id, receipt.c.warehouse_id, func.sum(rest))
            .join(receipt, receipt.c.id == line.receipt_id)
            .where(receipt.c.state != ReceiptState.CANCELLED, line.expected > line.received)
            .group_by(line.product_id, receipt.c.warehouse_id)
        )
        coming = {(row[0], row[1]): int(row[2]) for row in self._connection.execute(wanted)}
        yield from _compared("incoming", coming, self._kept(stock_standing, "incoming", 2))

    def _worths(self) -> Iterator[Wrong]:
        """Compare what is kept of values with every change, and with the layers under FIFO."""
        rows = self._grouped(stock_value.c.product_id, stock_value.c.amount_minor)
        kept = self._kept(stock_worth, "value_minor", 1)
        values = {key[0]: value for key, value in kept.items()}
        yield from _compared("worth", rows, values)
        month = func.sum(stock_value_month.c.amount_minor)
        wanted: Rows = select(stock_value_month.c.product_id, month)
        months = self._connection.execute(wanted.group_by(stock_value_month.c.product_id))
        yield from _compared("value-month", rows, {row[0]: int(row[1]) for row in months})
        yield from self._layers(values)
        held = {key[0]: parts for key, parts in self._kept(stock_worth, "quantity", 1).items()}
        there = self._grouped(stock_standing.c.product_id, stock_standing.c.on_hand)
        yield from _compared("quantity", there, held)

    def _layers(self, values: Mapping[int, int]) -> Iterator[Wrong]:
        fifo = select(stock_item.c.product_id).where(stock_item.c.costing == Costing.FIFO)
        ids = set(self._connection.scalars(fifo))
        layers = self._grouped(stock_layer.c.product_id, stock_layer.c.left_minor)
        mine = {one: value for one, value in values.items() if one in ids}
        yield from _compared("layers", layers, mine)

    def _ledger(self) -> Iterator[Wrong]:
        """Compare every month of the stock account with the changes of value in it."""
        month = func.substr(stock_value.c.booked_on, 1, 7)
        wanted: Rows = select(month, func.sum(stock_value.c.amount_minor)).group_by(month)
        values = {row[0]: int(row[1]) for row in self._connection.execute(wanted)}
        balance = account_balance.c
        booked: Rows = (
            select(balance.month, func.sum(balance.debit_minor - balance.credit_minor))
            .join(account, account.c.id == balance.account_id)
            .where(account.c.use == AccountUse.STOCK)
            .group_by(balance.month)
        )
        ledger = {row[0]: int(row[1]) for row in self._connection.execute(booked)}
        if any(values.get(one, 0) != ledger.get(one, 0) for one in {*values, *ledger}):
            yield Wrong("ledger", 0)

    def _grouped(self, key: Any, amount: Any) -> dict[Any, int]:
        wanted: Rows = select(key, func.sum(type_coerce(amount, Whole))).group_by(key)
        return {row[0]: int(row[1]) for row in self._connection.execute(wanted)}


def _compared(what: str, added: Mapping[Any, int], kept: Mapping[Any, int]) -> Iterator[Wrong]:
    for key in sorted({*added, *kept}, key=str):
        if added.get(key, 0) != kept.get(key, 0):
            yield Wrong(what, key[0] if isinstance(key, tuple) else key)
